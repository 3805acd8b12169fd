"""`python -m newsnorm FILE…`: the article of each file, and what was taken out and why."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from newsnorm.article import Article
from newsnorm.errors import NewsnormError
from newsnorm.packs import pack
from newsnorm.pipeline import normalize
from newsnorm.views.report import report

__all__ = ["main"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m newsnorm",
        description="Show the article of each page, and what was taken out of it and why.",
        epilog="python -m newsnorm batch -h: a file of many pages. "
        "python -m newsnorm rules -h: write a rule, and see what it does. "
        "Exit status: 0; 2 when a file or an option cannot be used.",
    )
    parser.add_argument("files", nargs="+", metavar="FILE", help="a page's plain text; - for standard input")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="one JSON object a page, one a line")
    form.add_argument("--explain", action="store_true", help="only what was found, and what was taken out and why")
    form.add_argument("--html", action="store_true", help="one HTML page: the raw text in colour, the fields beside it")
    parser.add_argument("--language", metavar="TAG", help="the pages' language, as a BCP 47 tag: en, pt-BR")
    parser.add_argument("--date-order", choices=("DMY", "MDY", "YMD"), help='how the site writes "03/04/2025"')
    parser.add_argument("--encoding", default="utf-8", help="the files' encoding (default: utf-8)")
    parser.add_argument("--rules", action="append", default=[], metavar="TOML", help="a rule file of your own")
    return parser


def main(argv: Sequence[str]) -> int:
    """Show the pages. Gives the exit status: 0, or 2 when a file or an option could not be used."""
    options = _parser().parse_args(argv)
    try:
        known = _known(options)
    except (LookupError, ValueError, NewsnormError) as error:
        print(f"newsnorm: {error}", file=sys.stderr)
        return 2
    status = 0
    for name in options.files:
        try:
            article = normalize(_read(name, options.encoding), **known)
        except (OSError, UnicodeError) as error:
            print(f"newsnorm: {name}: {_reason(error, options.encoding)}", file=sys.stderr)
            status = 2
            continue
        print(_shown(article, options))
    return status


def _known(options: argparse.Namespace) -> dict[str, Any]:
    """What is the same for all pages. Raises what is wrong with an option."""
    " ".encode(options.encoding)  # raises for an encoding that is none, or none of text
    packs = [pack(path) for path in options.rules]
    known = {"language": options.language, "date_order": options.date_order, "extra_packs": packs}
    normalize("", **known)
    return known


def _read(name: str, encoding: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    return data.decode(encoding)


def _reason(error: Exception, encoding: str) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not {encoding} at byte {error.start}: name the right one with --encoding"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)


def _shown(article: Article, options: argparse.Namespace) -> str:
    if options.json:
        return article.to_json()
    if options.html:
        return report(article)
    if options.explain:
        return article.explain()
    return f"{article.to_text()}\n\n{'-' * 72}\n{article.explain()}\n"
