"""Tables of Markdown, printed or put into a page between two marks."""

import pathlib
import sys
from collections.abc import Iterable, Sequence

__all__ = ["show", "table"]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def show(name: str, text: str, page: pathlib.Path | None) -> None:
    """Print the text; with a page, put it there, between `<!-- name -->` and `<!-- /name -->`."""
    sys.stdout.write(f"{text}\n")
    if page is not None:
        whole = page.read_text(encoding="utf-8")
        before, opener, rest = whole.partition(f"<!-- {name} -->")
        _, closer, behind = rest.partition(f"<!-- /{name} -->")
        if not closer:
            raise SystemExit(f"{page} has no place for {name!r}")
        page.write_text(f"{before}{opener}\n\n{text}\n\n{closer}{behind}", encoding="utf-8")
