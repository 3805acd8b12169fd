"""Shortcodes beside the Python port of WordPress' regular expression, on texts of 2 kB with one shortcode each.

python tests/benchmarks/bench_shortcodes.py                              # prints the table
python tests/benchmarks/bench_shortcodes.py --write docs/benchmarks.md   # and puts it into the page
"""

import argparse
import importlib
import importlib.util
import pathlib
import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent))

from bench_tables import show, table
from bench_texts import WORDS

from newsnorm import find_shortcodes, remove_shortcodes

SHORTCODES = (
    '[gallery ids="1,2,3"]',
    '[embedpost slug="low-tide"]',
    '[caption id="attachment_7" align="left" width="300"]The pier[/caption]',
    '[youtube url="https://youtu.be/abcdefghijk" /]',
)
NAMES = ("gallery", "embedpost", "caption", "youtube")
OWN: dict[str, Callable[[str], object]] = {
    "`find_shortcodes(text, tags)`": lambda text: find_shortcodes(text, NAMES),
    "`remove_shortcodes(text, tags)`": lambda text: remove_shortcodes(text, NAMES),
    "`find_shortcodes(text)`": find_shortcodes,
    "`remove_shortcodes(text)`": remove_shortcodes,
}


def prose(number: int, size: int) -> str:
    """So many characters of sentences, a paragraph after every few."""
    chance, words, out = random.Random(number), WORDS["en"].split(), ""
    while len(out) < size:
        out += " ".join(chance.choices(words, k=chance.randint(8, 20))).capitalize() + chance.choice((". ", ".\n\n"))
    return out[:size]


def texts(count: int, first: int) -> tuple[list[str], list[str]]:
    """New texts: with one shortcode each, and without any."""
    plain = [prose(number, 1940) for number in range(first, first + count)]
    return [f"{one[:970]}{SHORTCODES[at % 4]}{one[970:]}" for at, one in enumerate(plain)], plain


def clock(function: Callable[[str], object], found: Sequence[str]) -> float:
    """The time of the process for all of them."""
    start = time.process_time()
    for text in found:
        function(text)
    return time.process_time() - start


def peer() -> Callable[[str], object] | None:
    """The peer's own finder, if it is installed."""
    if importlib.util.find_spec("wc_shortcodes") is None:
        return None
    found: Callable[[str], object] = importlib.import_module("wc_shortcodes.parser").find_entities
    return found


def cell(part: Sequence[float]) -> str:
    """The median."""
    return f"{statistics.median(part):.1f} ×" if part else "–"


def main() -> None:
    """Measure and show."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--rounds", type=int, default=15)
    ask.add_argument("--size", type=int, default=200, help="texts a round (200)")
    ask.add_argument("--write", type=pathlib.Path, help="a page with a place for the table")
    args = ask.parse_args()
    find_entities = peer()
    ratios: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in OWN}
    for number in range(args.rounds + 1):
        for kind, found in enumerate(texts(args.size, number * args.size)):
            rival = clock(find_entities, found) if find_entities is not None else None
            for name, function in OWN.items():
                own = clock(function, found)
                if number and rival is not None:  # the first round compiles patterns
                    ratios[name][kind].append(rival / max(own, 1e-7))
    rows = [[name, *map(cell, both)] for name, both in ratios.items()]
    show("shortcodes", table(["faster than wc-shortcodes", "one shortcode", "none"], rows), args.write)


if __name__ == "__main__":
    main()
