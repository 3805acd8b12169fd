"""Normalize news text: one scraped page's plain text in, a clean typed `Article` out, every removal accounted for."""

from newsnorm.article import Article
from newsnorm.build import build
from newsnorm.bylines.reading import parse_byline
from newsnorm.datelines.parse import parse_dateline
from newsnorm.dates.reading import parse_date
from newsnorm.document import Block, Document, Mark, Step
from newsnorm.embeds import find_embeds, remove_embeds
from newsnorm.errors import NewsnormError, RuleError
from newsnorm.functions import dedupe_headlines, remove_boilerplate
from newsnorm.headlines.same import HeadlineGroup, headline_key
from newsnorm.packs import pack
from newsnorm.pipeline import STEPS, annotate, normalize
from newsnorm.records import Author, Conflict, DateFound, Dateline, Embed, PartialDate, Place, Removal, Repair
from newsnorm.rules.rule import Rule
from newsnorm.rules.sets import RuleSet
from newsnorm.shortcodes import find_shortcodes, remove_shortcodes
from newsnorm.text.mending import repair, tidy
from newsnorm.views.looks import Removals
from newsnorm.views.report import report

__all__ = [
    "STEPS",
    "Article",
    "Author",
    "Block",
    "Conflict",
    "DateFound",
    "Dateline",
    "Document",
    "Embed",
    "HeadlineGroup",
    "Mark",
    "NewsnormError",
    "PartialDate",
    "Place",
    "Removal",
    "Removals",
    "Repair",
    "Rule",
    "RuleError",
    "RuleSet",
    "Step",
    "annotate",
    "build",
    "dedupe_headlines",
    "find_embeds",
    "find_shortcodes",
    "headline_key",
    "normalize",
    "pack",
    "parse_byline",
    "parse_date",
    "parse_dateline",
    "remove_boilerplate",
    "remove_embeds",
    "remove_shortcodes",
    "repair",
    "report",
    "tidy",
]
