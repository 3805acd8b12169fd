"""What is fuzzed: each target takes bytes, reads a text out of them, and says by an exception that a promise broke.

`fuzz.py` runs them under coverage guidance; `tests/test_fuzz.py` runs them over the kept corpus, everywhere.
"""

import contextlib
import io
import json
import os
import sys
import tempfile
import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import newsnorm
from newsnorm import Article, RuleError, normalize
from newsnorm.__main__ import main
from newsnorm.cli.parts import Job, Part, run
from newsnorm.contrib.known import known
from newsnorm.rules.rule import SECTIONS
from newsnorm.rules.sets import RuleSet
from newsnorm.workshop import nearest, taken

__all__ = ["TARGETS"]

PAGE = (
    "Tue, 21-Oct-2025\nAdvertisement\nFerry returns after two days of repairs\nBy Ada Lindqvist\n"
    "MOMBASA, Feb 12 (Reuters) - The ferry’s captain said &amp; so on Monday, after two days of repairs.\n"
    "[caption id=”1″]The harbour[/caption] [embedpost slug=”ferry/”]\n(Reporting by Ada Lindqvist)"
)
LANGUAGES = (None, "en", "de", "zh-Hant", "ar", "xx", "no")
ORDERS = (None, "DMY", "MDY", "YMD")
FEW = "en"
"""The language of pages with new rules: those are joined to the language's, in a seventh of the time of all."""


whole_pages = 1
"""New rules meet a whole page once in so many inputs: to join them to the others takes ten times as long as the rest.

The fuzzer sets it to 8; the kept inputs all meet a page.
"""


def text_of(data: bytes) -> str:
    """Any bytes are a text: what is no UTF-8 becomes lone surrogates, which pages hold too."""
    return data.decode("utf-8", "surrogateescape")


def fields_of(data: bytes, count: int) -> list[str]:
    """The first lines, one a field, and the rest."""
    parts = text_of(data).split("\n", count)
    return [*parts, *[""] * (count + 1 - len(parts))]


def shown(article: Article) -> None:
    """Every way to show an article answers, and JSON brings it back."""
    assert Article.from_dict(json.loads(article.to_json())) == article
    article.to_markdown()
    article.to_schema_org()
    article.to_ninjs()
    article.explain()
    newsnorm.Removals(article.removed)._repr_html_()
    for page in (article._repr_html_(), newsnorm.report(article)):
        page.encode()
        assert "<script" not in page


def page(data: bytes) -> None:
    """The whole job, and everything that an article can do."""
    text = text_of(data)
    article = normalize(text)
    shown(article)
    for gone in article.removed:
        assert text[gone.start : gone.end] == gone.text


def twice(data: bytes) -> None:
    """Twice is once, also with what a scraper knew."""
    headline, text = fields_of(data, 1)
    article = normalize(text, headline=headline)
    twice = normalize(article.to_text(), headline=headline)
    assert (twice.headline, twice.paragraphs) == (article.headline, article.paragraphs)


def functions(data: bytes) -> None:
    """The functions of daily use, each alone."""
    text = text_of(data)
    mended = newsnorm.repair(text)
    assert newsnorm.repair(mended) == mended
    newsnorm.tidy(text)
    newsnorm.remove_boilerplate(text)
    newsnorm.dedupe_headlines(text)
    newsnorm.dedupe_headlines(text.splitlines())
    for found in (*newsnorm.find_shortcodes(text), *newsnorm.find_embeds(text)):
        assert 0 <= found.start < found.end <= len(text)
    newsnorm.remove_shortcodes(text)
    newsnorm.remove_embeds(text)
    newsnorm.Document(text)._repr_html_()


def line(data: bytes) -> None:
    """The readers of one line: dateline, byline, date, headline."""
    first, words = fields_of(data, 1)
    number = len(first)
    order, language = ORDERS[number % len(ORDERS)], LANGUAGES[number % len(LANGUAGES)]
    for one in (newsnorm.parse_dateline(words, language=language), newsnorm.parse_date(words, order=order)):
        assert one is None or 0 <= one.start < one.end <= len(words)
    newsnorm.parse_byline(words)
    newsnorm.headline_key(words)


def workshop(data: bytes) -> None:
    """The workshop's questions about a line."""
    first, words = fields_of(data, 1)
    taken(words, LANGUAGES[len(first) % len(LANGUAGES)])
    nearest(words, newsnorm.pack("lang/en.toml"))


def hints(data: bytes) -> None:
    """A page with what a scraper knew of it, however wrong."""
    headline, url, published, tags, text = fields_of(data, 4)
    language, order = LANGUAGES[len(tags) % len(LANGUAGES)], ORDERS[len(tags) // 8 % len(ORDERS)]
    given: dict[str, Any] = {"headline": headline, "url": url, "published": published}
    article = normalize(text, **given, language=language, date_order=order)
    shown(article)
    assert normalize(**known({**given, "text": f"{text}.", "language": tags}))


@cache
def _plain() -> str:
    article = normalize(PAGE, headline="Ferry returns", url="https://tern.example/2024/02/12/x", published="2024-02-11")
    return article.to_json()


VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1 << 70,
    1.5,
    float("nan"),
    "",
    "x",
    "2024-02-12",
    "\ud800",
    [],
    [None],
    {},
    {"x": 1},
)


def from_dict(data: bytes) -> None:
    """A stored article with parts of it changed: refused with TypeError or ValueError, or an article like any other."""
    plain = json.loads(_plain())
    for at in range(0, len(data) - 2, 3):
        _change(plain, data[at], data[at + 1], VALUES[data[at + 2] % len(VALUES)], text_of(data[at:]))
    with contextlib.suppress(TypeError, ValueError):
        article = Article.from_dict(plain)
        again = Article.from_dict(json.loads(article.to_json()))
        assert repr(again) == repr(article)
        article.explain()
        newsnorm.report(article).encode()


def _change(plain: Any, where: int, how: int, value: Any, words: str) -> None:
    """Walk into a value by the bits of `where`, and change what is there."""
    for _ in range(3):
        keys = list(plain) if isinstance(plain, dict) else list(range(len(plain)))
        if not keys:
            return
        key = keys[where % len(keys)]
        where //= 3
        if how % 4 and isinstance(plain[key], (dict, list)) and plain[key]:
            plain, how = plain[key], how // 2
            continue
        if how % 5 == 0 and isinstance(plain, dict):
            plain[words] = plain.pop(key)
        else:
            plain[key] = words if how % 5 == 1 else value
        return


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="newsnorm-fuzz-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))


def _loaded(text: bytes) -> RuleSet | None:
    path = _folder() / "mine.toml"
    path.write_bytes(text)
    try:
        return newsnorm.pack(path)
    except RuleError as error:
        str(error).encode("utf-8", "replace")
        return None


def _work(rules: RuleSet, page: str) -> None:
    """New rules answer about each line, alone, and on a page beside those of a language: see `whole_pages`."""
    for line in page.split("\n"):
        for where in ("line", "head"):
            rules.find(line, where)
        rules.is_phrase(line)
    if len(page) % whole_pages == 0:
        with contextlib.suppress(RuleError):  # what an embed's rule says is read when first asked
            shown(normalize(page, extra_packs=[rules], language=FEW))


def rules(data: bytes) -> None:
    """A rule file of any bytes loads, or is refused with RuleError; what loads, works."""
    found = _loaded(data)
    if found is not None:
        _work(found, PAGE + "." * (len(data) % 8))


def rule(data: bytes) -> None:
    """One well-formed rule, any words in it."""
    ways = ("says", "form", "regex", "says")
    first, words, example = fields_of(data, 2)
    number = len(first)
    section = sorted(SECTIONS)[number % len(SECTIONS)]
    way = ways[number // len(SECTIONS) % len(ways)]
    value = json.dumps(words) if way == "regex" or number % 2 else json.dumps([words])
    entry = f"[[{section}]]\nid = 'x'\nwhy = 'y'\n{way} = {value}\nhit = [{json.dumps(example)}]\nmiss = ['z']\n"
    found = _loaded(entry.encode("utf-8", "replace"))
    if found is not None:
        _work(found, f"{PAGE}\n{example}\n{words}")


COMMANDS: Sequence[Sequence[str]] = (
    ["-"], ["--json", "-"], ["--html", "-"], ["--explain", "-"], ["--json", "-", "--language", "{}"],
    ["-", "--encoding", "{}"], ["-", "--date-order", "{}"], ["{}"], ["-", "--rules", "{}"], ["rules", "try", "{}"],
    ["rules", "try", "{}", "--language", "{}"], ["rules", "show", "{}"], ["rules", "test", "{}"],
    ["rules", "list", "--kind", "{}"], ["rules", "list", "--rules", "{}"], ["rules", "{}"], ["{}", "{}", "-"],
)  # fmt: skip


def command(data: bytes) -> None:
    """The command line with any words and any standard input: status 0, 1 or 2, and never a traceback."""
    first, words, page = fields_of(data, 2)
    words = words.replace("\0", "")  # no shell can pass one
    argv = [one.replace("{}", words) for one in COMMANDS[len(first) % len(COMMANDS)]]
    if argv[0] == "batch" or words in ("/dev/stdin", "/dev/fd/0", "/dev/tty", "/dev/zero", "/dev/random"):
        return
    status = _status(argv, page.encode("utf-8", "surrogateescape"))
    assert status in (0, 1, 2), status


def _status(argv: Sequence[str], page: bytes) -> object:
    streams = [io.TextIOWrapper(io.BytesIO(page)), *(io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))]
    streams[2].reconfigure(errors="backslashreplace")
    saved = sys.stdin, sys.stdout, sys.stderr
    sys.stdin, sys.stdout, sys.stderr = streams
    try:
        return main(argv)
    except SystemExit as error:
        return error.code
    finally:
        sys.stdin, sys.stdout, sys.stderr = saved


def rows(data: bytes) -> None:
    """A file of JSON lines, whatever its lines: each is a row or a bad row."""
    source = _folder() / "in"
    source.write_bytes(data)
    hints = {"headline": "title", "published": "date", "url": "url", "language": "lang"}
    done = run(Part(0, 0, len(data)), Job(source=source, folder=_folder(), hints=hints, options={}))
    good = done.part.written(Job(source=source, folder=_folder(), hints=hints, options={})).read_bytes()
    assert good.count(b"\n") + done.bad == done.rows <= done.lines
    for line in good.splitlines():
        json.loads(line)


def quiet(target: Callable[[bytes], None]) -> Callable[[bytes], None]:
    """The target, and a warning is an error."""

    def checked(data: bytes) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            target(data)

    return checked


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    one.__name__: quiet(one)
    for one in (page, twice, functions, line, workshop, hints, from_dict, rules, rule, command, rows)
}
"""By name."""
