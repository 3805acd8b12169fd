"""The whole way: repair, mark, build. A pipeline is a list of steps and a two-line loop."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, repeat

from newsnorm.article import Article
from newsnorm.build import build, moved
from newsnorm.dates.parts import Moment
from newsnorm.document import KEPT, Document, Mark, Step
from newsnorm.errors import must_be_tag, must_be_text
from newsnorm.known.agreement import titled, told
from newsnorm.known.guided import guided
from newsnorm.known.hints import Hints, read_hints, without_headline
from newsnorm.languages import tell_language
from newsnorm.packs import pack
from newsnorm.records import Repair
from newsnorm.rest import Clean, clean_page, is_whole_line, squeeze
from newsnorm.rules.sets import RuleSet
from newsnorm.steps.announced import announced
from newsnorm.steps.beside import beside
from newsnorm.steps.bounds import bounds
from newsnorm.steps.byline import byline
from newsnorm.steps.dateline import dateline
from newsnorm.steps.dates import dates
from newsnorm.steps.embeds import embeds
from newsnorm.steps.headline import headline as headline_step
from newsnorm.steps.lines import lines
from newsnorm.steps.signed import signed
from newsnorm.steps.standfirst import standfirst, standfirst_alone
from newsnorm.steps.tails import tails
from newsnorm.text.edits import Edit, apply, compose
from newsnorm.text.mending import mend
from newsnorm.text.wrapped import line_joins

__all__ = ["STEPS", "annotate", "normalize"]

STEPS: tuple[Step, ...] = (
    embeds,
    dates,
    lines,
    tails,
    byline,
    beside,
    headline_step,
    signed,
    dateline,
    standfirst,
    announced,
    bounds,
)
"""The steps of `normalize`, in order: each sees what those before it left unmarked."""

_LOOKS = 4
"""How often the clean page is looked at again; two looks settle all but pages made to be difficult."""

_ORDERS = frozenset({"DMY", "MDY", "YMD"})


def annotate(doc: Document, steps: Sequence[Step] = STEPS) -> Document:
    """Let each step mark the document, in order.

    >>> [mark.rule for mark in annotate(Document("Advertisement"), [lines]).marks]
    ['lang/en:advertisement']
    """
    for step in steps:
        doc = doc.add(step(doc))
    return doc


def normalize(  # noqa: PLR0913 - what a caller may know of a page, by keyword
    text: str,
    *,
    headline: str | None = None,
    url: str | None = None,
    published: Moment | str | None = None,
    language: str | None = None,
    date_order: str | None = None,
    steps: Sequence[Step] = STEPS,
    extra_packs: Iterable[RuleSet | str | os.PathLike[str]] = (),
) -> Article:
    r"""Turn one scraped page's plain text into an `Article`, with an account of all that was taken out.

    `language` is a BCP 47 tag where it is known ("en", "pt-BR"); without it the text tells its language, and where it
    does not the rules of every language apply.
    `date_order` ("DMY", "MDY", "YMD") says how the site writes "03/04/2025". `steps` replaces the pipeline, and
    `extra_packs` adds rule files of your own, as paths or as `pack(path)` gives them.

    `headline`, `url` and `published` (a date, a datetime, or a str such as ISO 8601) are what you know already; ""
    is nothing. A line that says the same is the headline, and its repeats go; the page's own words win; what the page
    does not say is filled in: `headline`, `published`, also from a day in the address. `conflicts` lists where the
    page says something else. An article whose page does not print its headline still shows it in `to_text()`.

    Nothing in the text raises, and no words of `headline`, `url` and `published`. TypeError for a wrong type;
    ValueError for a language tag or date order that is none; RuleError for a broken rule file. A page with nothing but
    boilerplate has headline None, no paragraphs, and all of it in `removed`. Offsets count code points of `text`,
    half-open.

    >>> article = normalize("Advertisement\nRain floods port\nKARACHI: It rained all night, the mayor said.")
    >>> article.headline, article.dateline.places[0].country, article.paragraphs
    ('Rain floods port', 'PK', ('It rained all night, the mayor said.',))
    >>> [(r.kind, r.text) for r in article.removed]
    [('ad_label', 'Advertisement')]
    """
    must_be_text(text, "normalize")
    if date_order not in _ORDERS and date_order is not None:
        raise ValueError(f"date_order must be one of {', '.join(sorted(_ORDERS))}, not {date_order!r}")
    packs = tuple(one if isinstance(one, RuleSet) else pack(one) for one in extra_packs)
    mended, repairs = _repaired(text)
    tag = None if language is None else must_be_tag(language)
    doc = Document(mended, language=tag or tell_language(mended), packs=packs, date_order=date_order, repairs=repairs)
    hints = read_hints(headline=headline, url=url, published=published, date_order=date_order, language=language)
    settled = _hinted(doc, steps, hints, tag)
    if settled is None and hints is not None:
        hints = without_headline(hints, "the page goes on with what this opens")
        settled = _hinted(doc, steps, hints, tag)
    doc, shown = settled or (doc, doc)
    return build(doc, shown) if hints is None and date_order is None else told(doc, shown, hints or Hints(), date_order)


def _hinted(
    doc: Document, steps: Sequence[Step], hints: Hints | None, language: str | None
) -> tuple[Document, Document] | None:
    known = hints if headline_step in steps else None
    if hints is not None:
        steps = guided(steps, headline_step, hints, {standfirst: standfirst_alone})
    return _settle(doc, steps, known, language)


def _repaired(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The page with its characters mended and its hard-wrapped paragraphs joined, and what was changed."""
    mended, repairs = mend(text)
    joins = line_joins(mended)
    return (apply(mended, joins), compose(text, repairs, mended, joins)) if joins else (mended, repairs)


def _settle(
    doc: Document, steps: Sequence[Step], hints: Hints | None, language: str | None, looks: int = _LOOKS
) -> tuple[Document, Document] | None:
    """The page with all its marks; and the last clean page, which prints the article as it is.

    None where the caller's headline cannot stand above the page: with "[embed id=" there, an embed would hold both.

    The clean page is looked at again until it prints itself, so that twice is once. A cut may bring two halves of a
    phrase together; a line that is gone was somebody's neighbour; the headline was perhaps not printed first. Only a
    page of which nothing was cut is settled at once. Where what is left of a line can be mended, once a cut or a blank
    is gone, all begins again with the page so mended.
    """
    page = doc
    doc, title = titled(annotate(doc, steps), hints)
    shown, way = doc, list[Clean]()
    for _ in range(looks):
        if title is None and _is_clean(shown):
            break
        way.append(clean_page(shown, title))
        better = _mended_again(page, way)
        if better is not None:
            return _settle(better, steps, hints, language, looks - 1)
        text = way[-1].text
        again = replace(doc, text=text, language=language or tell_language(text), marks=(), repairs=())
        size = len(title or "")
        shown, title = titled(annotate(again, steps), hints)
        if size and any(mark.start < size < mark.end for mark in shown.marks):
            return None
        cut = tuple(mark for mark in doc.marks if mark.kind not in KEPT)
        doc = replace(doc, marks=cut).add(back for mark in shown.marks for back in _back(mark, way))
    return doc, shown


def _mended_again(page: Document, way: Sequence[Clean]) -> Document | None:
    """The page with what can be mended on its clean page mended here too; None where nothing can.

    What is mended may have stood in pieces, with a cut or a run of blanks between them: the first piece becomes what
    it reads as, the others go.
    """
    edits = []
    for one in mend(way[-1].text)[1]:
        texts = chain([one.text], repeat(""))
        edits += [Edit(*span, text) for span, text in zip(_spans((one.start, one.end), way), texts, strict=False)]
    if not edits:
        return None
    edits.sort()
    return replace(page, text=apply(page.text, edits), repairs=compose(page.source, page.repairs, page.text, edits))


def _is_clean(doc: Document) -> bool:
    """True when the page is as its article prints it: the headline first, the dateline next, all as it stands."""
    kinds = [mark.kind for mark in doc.marks]
    if kinds not in ([], ["headline"], ["dateline"], ["headline", "dateline"]):
        return False
    first = doc.marks[-1].start if kinds else 0
    if doc.blocks and doc.blocks[0].start < first:
        return False
    if not all(is_whole_line(doc, mark) for mark in doc.marks):
        return False
    lines = [doc.text[mark.start : mark.end] for mark in doc.marks]
    lines += [] if doc.is_even else [block.text for block in doc.blocks]
    return all(squeeze(line) == line for line in lines)


def _back(mark: Mark, way: Sequence[Clean]) -> Iterator[Mark]:
    """A mark of the last clean page in the page; none where the caller's headline is printed.

    In pieces, each with the whole value; in one, with what was cut between, where the mark stays in the article.
    """
    spans = _spans((mark.start, mark.end), way)
    if not spans:
        return
    whole = spans[0][0], spans[-1][1]

    def move(start: int, end: int) -> tuple[int, int]:
        inner = _spans((start, end), way)
        return (inner[0][0], inner[-1][1]) if inner else whole

    value = moved(mark.value, move)
    for start, end in [whole] if mark.kind in KEPT else spans:
        yield mark._replace(start=start, end=end, value=value)


def _spans(span: tuple[int, int], way: Sequence[Clean]) -> list[tuple[int, int]]:
    spans = [span]
    for clean in reversed(way):
        spans = [part for start, end in spans for part in clean.spans(start, end)]
    return spans
