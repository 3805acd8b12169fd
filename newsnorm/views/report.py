"""Results that explain themselves: as text for a terminal, as HTML for a notebook, as one page for a browser."""

from collections.abc import Iterator
from html import escape
from typing import Protocol

from newsnorm.records import Author, Conflict, Dateline, Embed, Removal, Repair

__all__ = ["CSS", "Explained", "explain", "fragment", "printable", "report"]


class Explained(Protocol):
    """What a report needs of an article: the article asks for its report, so the report may not ask for the article.

    The plain fields are asked for by name, see `_FIELDS`.
    """

    @property
    def headline(self) -> str | None:
        """The story's title."""

    @property
    def authors(self) -> tuple[Author, ...]:
        """The byline's names."""

    @property
    def dateline(self) -> Dateline | None:
        """Where it was filed."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The story."""

    @property
    def embeds(self) -> tuple[Embed, ...]:
        """What the CMS would have shown."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where the page says something else than the caller knew."""

    @property
    def removed(self) -> tuple[Removal, ...]:
        """What was taken out."""

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What was mended."""

    @property
    def source(self) -> str:
        """The raw input."""


_FIELDS = [
    "headline",
    "kicker",
    "standfirst",
    "byline",
    "published",
    "published_raw",
    "updated",
    "updated_raw",
    "page_date",
    "language",
    "captions",
    "credits",
    "keywords",
    "section",
    "contributors",
    "corrections",
    "copyright_notice",
    "url",
]

CSS = """
.newsnorm { font: 15px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff; padding: .5rem; border-radius: 6px;
  display: flex; flex-wrap: wrap; gap: 1.5rem; }
.newsnorm pre { flex: 2 1 30rem; margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere;
  word-break: normal !important; font: 13px/1.6 ui-monospace, monospace; color: inherit; background: #fff;
  border: 1px solid #d6dae0; border-radius: 6px; }
.newsnorm p { flex: 1 1 100%; margin: 0; }
.newsnorm table { flex: 1 1 18rem; align-self: flex-start; border-collapse: collapse; color: inherit; font-size: 13px; }
.newsnorm table th, .newsnorm table td { padding: .25rem .5rem; vertical-align: top; text-align: left !important;
  border-bottom: 1px solid #e4e7ec; overflow-wrap: anywhere; white-space: normal; background: #fff; }
.newsnorm table th, .newsnorm table td:not(:last-child) { white-space: nowrap; }
.newsnorm table th { color: #57606a; font-weight: 600; }
.newsnorm p span, .newsnorm td span { padding: 0 .3rem; border-radius: 3px; }
.newsnorm .kept { background: #e3f5e5; }
.newsnorm .gone { background: #fbe3e1; color: #82231b; text-decoration: line-through; text-decoration-thickness: 1px; }
.newsnorm .field { background: #e2ecfb; color: #1b3f78; }
.newsnorm .mended { background: #fdf0c4; color: #6b4c00; }
"""

_PAGE_CSS = """
:root { color-scheme: light dark; }
.newsnorm pre span[title] { cursor: help; }
@media (hover: none), print {
  .newsnorm .hover { display: none; }
  .newsnorm pre span[title]::after { content: attr(title); display: inline-block; margin: 0 .4rem; padding: 0 .3rem;
    border: 1px solid; border-radius: 3px; font-size: 11px; line-height: 1.3; }
}
@media (prefers-color-scheme: dark) {
  body { background: #14171a; }
  .newsnorm, .newsnorm pre, .newsnorm table th, .newsnorm table td { background: #14171a; color: #d7dce2;
    border-color: #343a42; }
  .newsnorm table th { color: #9aa4af; }
  .newsnorm .kept { background: #17301f; }
  .newsnorm .gone { background: #43201d; color: #f2aaa2; }
  .newsnorm .field { background: #1b2f4d; color: #a9c8f7; }
  .newsnorm .mended { background: #413510; color: #f0d98a; }
}
"""
"""What a page of its own has more than a notebook's cell: dark on a dark screen, labels where nothing can hover."""


def explain(article: Explained) -> str:
    r"""What was found, and what was taken out and why, for a person to read.

    >>> from newsnorm.article import Article
    >>> print(explain(Article(headline="Rain", paragraphs=("It rained.",))))
    headline    Rain
    paragraphs  1 (10 characters)
    removed     nothing
    """
    rows = [
        *_rows(article),
        ("paragraphs", f"{len(article.paragraphs)} ({sum(map(len, article.paragraphs))} characters)"),
    ]
    rows += [("embed", text) for text in _embeds(article)]
    rows += [("conflict", text) for text in _conflicts(article)]
    rows.append(("removed", str(len(article.removed) or "nothing")))
    wide = max(11, *(len(name) for name, _ in rows))
    lines = [f"{name:<{wide}} {value}" for name, value in rows]
    lines += [f"  {r.start:>6}-{r.end:<6} {r.kind:<16} {r.rule:<28} {_short(r.text)}" for r in article.removed]
    if article.repairs:
        shown = [one for one in article.repairs if one.raw.strip() or one.text.strip()]
        blank = len(article.repairs) - len(shown)
        more = f", {blank} of them white space" if blank else ""
        lines.append(f"{'repaired':<{wide}} {len(article.repairs)}{more}")
        lines += [f"  {r.start:>6}-{r.end:<6} {_short(r.raw)} -> {_short(r.text)}" for r in shown]
    return printable("\n".join(lines))


def fragment(article: Explained) -> str:
    """The page in colour with the fields beside it, as an HTML fragment; everything of the page is escaped."""
    rows = [*_rows(article), *(("embed", text) for text in _embeds(article))]
    rows += [("conflict", text) for text in _conflicts(article)]
    cells = "".join(f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows)
    body = "".join(_coloured(article))
    return printable(f'<style>{CSS}</style><div class="newsnorm"><pre>{body}</pre><table>{cells}</table></div>')


def report(article: Explained) -> str:
    """One self-contained HTML page: the raw text in colour, each removal's kind and rule on hover, the fields beside.

    Nothing of the page is ever markup: a text that holds `<script>` shows it. The page loads nothing from outside.

    >>> from newsnorm.article import Article
    >>> "<script>" in report(Article(headline="<script>alert(1)</script>"))
    False
    """
    title = escape(printable(article.headline or "newsnorm"))
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    legend = (
        '<p class="newsnorm"><span class="kept">kept</span> <span class="field">headline, dateline</span>'
        ' <span class="mended">mended</span> <span class="gone">removed</span>'
        ' <span class="hover">hover for kind and rule</span></p>'
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width"><title>'
        f"{title}</title></head><body>\n{legend}\n{fragment(article)}\n<style>{_PAGE_CSS}</style></body></html>\n"
    )


def _rows(article: Explained) -> Iterator[tuple[str, str]]:
    """Each field that was found, with its value as words."""
    for name in _FIELDS:
        value = getattr(article, name)
        if value and value != "und":
            yield name, "; ".join(value) if isinstance(value, tuple) else str(value)
        if name == "byline" and article.authors:
            yield "authors", "; ".join(author.name for author in article.authors)
    if article.dateline is not None:
        places = "; ".join(" ".join(filter(None, (p.raw, p.country))) for p in article.dateline.places)
        yield "dateline", " | ".join(filter(None, (article.dateline.raw, places, *article.dateline.agencies)))


def _embeds(article: Explained) -> Iterator[str]:
    for embed in article.embeds:
        attrs = " ".join(f"{key}={value}" for key, value in embed.attrs.items())
        yield " ".join(filter(None, (embed.kind, embed.name, attrs, embed.url)))


def _conflicts(article: Explained) -> Iterator[str]:
    for one in article.conflicts:
        yield f"{one.field} given as {one.given!r}, found {one.found!r}: {one.why}"


def _coloured(article: Explained) -> Iterator[str]:
    """The raw input, escaped, in spans: removed with kind and rule, headline and dateline, mended, the rest kept."""
    at = 0
    for start, end, found in _spans(article):
        yield _span("kept", article.source[at:start])
        words = article.source[start:end]
        if found is None:
            yield _span("field", words)
        elif isinstance(found, Removal):
            yield _span("gone", words, f"{found.kind} · {found.rule}")
        else:
            yield _span("mended", words, f"mended: {found.text}" if found.text.strip() else "mended: taken out")
        at = end
    yield _span("kept", article.source[at:])


_Span = tuple[int, int, Removal | Repair | None]
"""Where, and what: None is the headline or the dateline."""


def _spans(article: Explained) -> list[_Span]:
    spans: list[_Span] = [(one.start, one.end, one) for one in article.removed]
    if article.dateline is not None:
        spans.append((article.dateline.start, article.dateline.end, None))
    spans += _headline(article)
    spans += [(one.start, one.end, one) for one in article.repairs]
    out: list[_Span] = []
    reached = (
        0  # what was mended in a removal is the removal's; repairs may widen two neighbours to the same characters
    )
    for start, end, found in sorted(spans, key=lambda span: (span[0], -span[1])):
        if max(start, reached) < end:
            out.append((max(start, reached), end, found))
            reached = end
    return out


def _headline(article: Explained) -> Iterator[tuple[int, int, None]]:
    """Where the headline stands: its first occurrence that was not removed; nowhere if it had to be mended."""
    words = article.headline or ""
    at = article.source.find(words)
    for gone in article.removed:
        if 0 <= at < gone.end and gone.start < at + len(words):
            at = article.source.find(words, gone.end)
    if words and at >= 0:
        yield at, at + len(words), None


def _span(style: str, words: str, hint: str = "") -> str:
    if not words.strip():
        return escape(words)
    title = f' title="{escape(hint)}"' if hint else ""
    return f'<span class="{style}"{title}>{escape(words)}</span>'


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 72 else words[:71] + "…"


def printable(text: str) -> str:
    """Without lone surrogates and NULs, which no terminal and no HTML can hold."""
    if "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in set(text)):
        return text
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode()
