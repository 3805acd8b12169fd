"""The result: one typed, frozen record of a page, with an account of all that was taken out."""

import dataclasses
import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsnorm.records import Author, Conflict, DateFound, Dateline, Embed, Removal, Repair
from newsnorm.views import report, serial, standards
from newsnorm.views.looks import Removals

__all__ = ["Article"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One page of news, clean and typed. What is not there is None or ().

    Whatever is not part of `to_text()` stands in `removed`: nothing of the page is lost.
    """

    headline: str | None = None
    """The story's own title, as written; None when the page shows none and the caller gave none."""
    kicker: str | None = None
    """The short line above or before the headline: a section, a label."""
    standfirst: str | None = None
    """The summary between headline and body."""
    byline: str | None = None
    """The byline as printed: "By Jane Ronan, Staff Writer"."""
    authors: tuple[Author, ...] = ()
    """The byline's names, taken apart."""
    published: datetime.datetime | datetime.date | None = None
    """When the story was published, as the page says, or else the caller, or the address; zone-aware where a zone is
    printed. Never the site's clock."""
    published_raw: str | None = None
    """The page's words that `published` was read from; None when the page has none."""
    updated: datetime.datetime | datetime.date | None = None
    """When it was last changed, as the page says."""
    updated_raw: str | None = None
    """The words that `updated` was read from."""
    page_date: datetime.date | None = None
    """The day that the site's header printed: the day of the scrape, mostly; not the story's date."""
    dates: tuple[DateFound, ...] = ()
    """Every date line met, with all its readings."""
    dateline: Dateline | None = None
    """Where, when and by which agency the story was filed. Its offsets count the raw input."""
    paragraphs: tuple[str, ...] = ()
    """The story, subheadings in their places; the dateline is taken off."""
    subheadings: tuple[str, ...] = ()
    """Those of the paragraphs that are subheadings."""
    embeds: tuple[Embed, ...] = ()
    """What the CMS would have shown: shortcodes, posts, players. Offsets count the raw input."""
    captions: tuple[str, ...] = ()
    """What pictures showed."""
    credits: tuple[str, ...] = ()
    """Who made the pictures."""
    keywords: tuple[str, ...] = ()
    """The tags that the page listed."""
    section: str | None = None
    """The part of the paper."""
    language: str = "und"
    """BCP 47 tag; "und" when it was neither given nor told from the text."""
    contributors: tuple[str, ...] = ()
    """Names from "Reporting by …; Editing by …"."""
    corrections: tuple[str, ...] = ()
    """Corrections and editor's notes."""
    copyright_notice: str | None = None
    """The line that says whose text it is."""
    url: str | None = None
    """The page's address, if the caller gave it."""
    conflicts: tuple[Conflict, ...] = ()
    """Where the page says something else than the caller knew."""
    removed: tuple[Removal, ...] = ()
    """Everything that is not in `to_text()`, in the order of the page."""
    repairs: tuple[Repair, ...] = ()
    """Every run of broken characters that was mended."""
    source: str = ""
    """The raw input. All offsets count its code points, half-open."""

    @property
    def title(self) -> str | None:
        """The headline, under the name that other tools use."""
        return self.headline

    @property
    def filed(self) -> datetime.date | None:
        """The full day of the dateline, its year told by the day of publication where none is printed.

        None without a dateline, without a day in it, or when neither tells the year; see `PartialDate.resolve`.
        """
        printed = None if self.dateline is None else self.dateline.date
        return None if printed is None else printed.resolve(self.published)

    @property
    def text(self) -> str:
        """The paragraphs, an empty line between them."""
        return "\n\n".join(self.paragraphs)

    def to_text(self) -> str:
        r"""The story as a clean page: headline, dateline and paragraphs, an empty line between them.

        >>> Article(headline="Rain", paragraphs=("It rained.", "It stopped.")).to_text()
        'Rain\n\nIt rained.\n\nIt stopped.'
        """
        first = [] if self.dateline is None else [" ".join([self.dateline.raw, *self.paragraphs[:1]])]
        rest = self.paragraphs if self.dateline is None else self.paragraphs[1:]
        return "\n\n".join([*([] if self.headline is None else [self.headline]), *first, *rest])

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, strings and numbers, dates in ISO 8601; `from_dict` gives the article back."""
        return {field.name: serial.plain(getattr(self, field.name)) for field in dataclasses.fields(self)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Article":
        """The article that `to_dict` wrote.

        Fields that are missing take their defaults. Raises TypeError for anything but a mapping, and ValueError
        that names the field for one that is unknown or does not fit.

        >>> Article.from_dict(Article(headline="Rain").to_dict()).headline
        'Rain'
        """
        article = serial.record(cls, data, "article")
        return dataclasses.replace(article, removed=Removals(article.removed))

    def to_json(self, *, indent: int | None = None) -> str:
        r"""`to_dict` as JSON, in ASCII, so that whatever a page holds survives: lone surrogates too.

        >>> Article.from_dict(json.loads(Article(headline="\ud800").to_json())).headline
        '\ud800'
        """
        return json.dumps(self.to_dict(), indent=indent)

    def to_schema_org(self) -> dict[str, Any]:
        """The article as a schema.org NewsArticle in JSON-LD; what is not there is left out.

        >>> Article(headline="Rain").to_schema_org()
        {'@context': 'https://schema.org', '@type': 'NewsArticle', 'headline': 'Rain'}
        """
        return standards.schema_org(self)

    def to_ninjs(self, uri: str | None = None) -> dict[str, Any]:
        """The article as IPTC ninjs 3.1.

        `uri` names it; without one its address does, or else a name made from the text. Dates need a time and a zone
        there: others are left out.

        >>> Article(headline="Rain").to_ninjs("urn:x-tern:1")["headlines"][0]["value"]
        'Rain'
        """
        return standards.ninjs(self, uri)

    def to_zyte(self) -> dict[str, Any]:
        """The article in the shape of zyte-common-items' Article, which asks for a `url`: give one to `normalize`.

        >>> Article(headline="Rain", url="https://tern.example/rain").to_zyte()
        {'headline': 'Rain', 'url': 'https://tern.example/rain'}
        """
        return standards.zyte(self)

    def to_markdown(self) -> str:
        r"""The story in Markdown: headline, standfirst, dateline and paragraphs; every sign in them stays text.

        >>> Article(headline="Rain", paragraphs=("*It* rained.",)).to_markdown()
        '# Rain\n\n\\*It\\* rained.'
        """
        return standards.markdown(self)

    def explain(self) -> str:
        """What was found, and what was taken out and why, for a person to read."""
        return report.explain(self)

    def _repr_html_(self) -> str:
        return report.fragment(self)
