"""Datelines of the world's agencies and papers, language by language, and their look-alikes: `datelines.txt`."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsnorm.datelines import parse_dateline

LINES = (Path(__file__).parent / "datelines.txt").read_text(encoding="utf-8").splitlines()


def rows() -> Iterator[tuple[str, str, list[str]]]:
    """Language, text, and what is to be read: nothing for a look-alike."""
    language = sentence = ""
    for line in LINES[3:]:
        mark, _, rest = line.partition(" ")
        if mark == "#":
            language = rest
        elif mark == ">":
            sentence = rest
        elif mark == "-":
            yield language, rest, []
        elif mark == "+":
            parts = rest.split(" ¦ ")
            yield language, f"{parts[0]} {sentence}", parts + [""] * (4 - len(parts))


ROWS = [pytest.param(*row, id=f"{row[0]}-{number}") for number, row in enumerate(rows())]


@pytest.mark.parametrize(("language", "text", "want"), ROWS)
def test_as_agencies_and_papers_print_it(language: str, text: str, want: list[str]) -> None:
    """Words, places, agencies and date, also when the caller names the language."""
    for found in (parse_dateline(text), parse_dateline(text, language=language)):
        if not want:
            assert found is None
            continue
        assert found is not None
        places = (";".join(filter(None, [place.city, place.region])) for place in found.places)
        day = ".".join(str(part or "") for part in found.date) if found.date else ""
        assert [found.raw, " + ".join(places), " + ".join(found.agencies), day] == want
