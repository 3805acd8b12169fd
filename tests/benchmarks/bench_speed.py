"""How much faster `normalize` is than its peers: ratios of one run, medians of interleaved rounds.

    pip install ".[bench]"
    python tests/benchmarks/bench_speed.py                                # prints the table
    python tests/benchmarks/bench_speed.py --write docs/benchmarks.md     # and puts it into the page
    python tests/benchmarks/bench_speed.py --texts FOLDER                 # on your own texts: *.jsonl, a string a line

In a round everybody gets the same texts, one after another, and every round has other texts. CPU time.
"""

import argparse
import logging
import pathlib
import statistics
import sys
import time
import warnings
from collections.abc import Sequence

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from bench_peers import HTML_PEER, Peer, html_peer, peers  # noqa: E402 - the project's own tree is measured
from bench_tables import show, table  # noqa: E402
from bench_texts import KINDS, corpus, html_page, real  # noqa: E402

from newsnorm import normalize  # noqa: E402

GOALS = {"ftfy.fix_text": "10, 8, 6 ×", "clean-text": "20 ×", "datatrove, C4 lines": "1.2 ×", HTML_PEER: "50 ×"}


def seconds(function: Peer, texts: Sequence[str]) -> float:
    """CPU time of one pass."""
    start = time.process_time()
    for text in texts:
        function(text)
    return time.process_time() - start


def compare(
    texts: Sequence[str], warm: Sequence[str], rounds: int, rivals: dict[str, Peer], html: dict[str, Peer]
) -> dict[str, list[float]]:
    """For each rival, how many times its time `normalize` fits into, a number a round."""
    pages = {text: html_page(text) for text in texts} if html else {}
    for function in (normalize, *rivals.values()):
        seconds(function, warm)
    found: dict[str, list[float]] = {name: [] for name in (*rivals, *html)}
    size = len(texts) // rounds
    for turn in range(rounds):
        part = texts[turn * size : (turn + 1) * size]
        own = seconds(normalize, part)
        for name, rival in rivals.items():
            found[name].append(seconds(rival, part) / own)
        for name, rival in html.items():  # slow: a few pages of the round, against the same pages' texts
            few = part[: max(1, size // 8)]
            found[name].append(seconds(rival, [pages[text] for text in few]) / seconds(normalize, few))
    return found


def cell(ratios: Sequence[float]) -> str:
    """The median, and the range."""
    return f"{statistics.median(ratios):.2f} × ({min(ratios):.2f}–{max(ratios):.2f})" if ratios else "–"


def main() -> None:
    """Measure and show."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--rounds", type=int, default=7)
    ask.add_argument("--size", type=int, default=60, help="texts a round (60)")
    ask.add_argument("--warm", type=int, default=60, help="texts read before: they compile the patterns (60)")
    ask.add_argument("--texts", type=pathlib.Path, help="a folder with your own texts")
    ask.add_argument("--write", type=pathlib.Path, help="a page with a place for the table")
    args = ask.parse_args()
    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    wanted = args.warm + args.rounds * args.size
    texts = {kind: corpus(kind, wanted) for kind in KINDS} if args.texts is None else real(args.texts)
    rivals, html = peers(), html_peer() if args.texts is None else {}
    columns = {
        kind: compare(found[args.warm : wanted], found[: args.warm], args.rounds, rivals, html)
        for kind, found in texts.items()
    }
    rows = [
        [name, *(cell(column[name]) for column in columns.values()), GOALS.get(name, "")] for name in (*rivals, *html)
    ]
    show("speed", table(["`normalize` is faster than", *columns, "goal"], rows), args.write)


if __name__ == "__main__":
    main()
