"""How the cost of every public function grows on every hostile text: the slope of time over size, which is 1.

    python tests/benchmarks/bench_growth.py                            # prints what is steeper than 1.1; an hour
    python tests/benchmarks/bench_growth.py --only normalize --size 65536
    python tests/benchmarks/bench_growth.py --texts "shortcode|marks"  # those whose name has it

Slope: log2 of the time at twice the size over the time at the size, at a quarter of `--size` and at the half, the
lesser of the two. CPU time, the best of three.
Whatever looks steep is measured again, for a busy machine lies, and at twice and four times the size, for a text that
no longer fits a processor's cache is slower once, and what grows faster than its text is so at every doubling. The
exit status is 1 when something stays steep.
"""

import argparse
import math
import pathlib
import re
import sys
from collections.abc import Callable
from functools import partial
from itertools import pairwise

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

import newsnorm  # noqa: E402
from attacks import HOSTILE, Make, attacks  # noqa: E402 - the project's own tree is measured
from growth import cost  # noqa: E402

STEEP = 1.1

FUNCTIONS: dict[str, Callable[[str], object]] = {
    "normalize": newsnorm.normalize,
    "normalize, with hints": lambda text: newsnorm.normalize(
        text, headline=text[:200], url="https://tern.example/2025/10/21/rain", published="2025-10-21", date_order="DMY"
    ),
    "repair": newsnorm.repair,
    "tidy": newsnorm.tidy,
    "remove_boilerplate": newsnorm.remove_boilerplate,
    "dedupe_headlines, a page": newsnorm.dedupe_headlines,
    "dedupe_headlines, a feed": lambda text: newsnorm.dedupe_headlines(text.splitlines()),
    "headline_key": newsnorm.headline_key,
    "parse_dateline": newsnorm.parse_dateline,
    "parse_byline": newsnorm.parse_byline,
    "parse_date": newsnorm.parse_date,
    "find_shortcodes": newsnorm.find_shortcodes,
    "remove_shortcodes": newsnorm.remove_shortcodes,
    "find_embeds": newsnorm.find_embeds,
    "remove_embeds": newsnorm.remove_embeds,
}
"""All that take a text."""

VIEWS: dict[str, Callable[[newsnorm.Article], object]] = {
    "report": newsnorm.report,
    "explain": newsnorm.Article.explain,
    "to_text": newsnorm.Article.to_text,
    "to_json and from_dict": lambda article: newsnorm.Article.from_dict(article.to_dict()).to_json(),
    "to_schema_org": newsnorm.Article.to_schema_org,
    "to_ninjs": newsnorm.Article.to_ninjs,
    "to_markdown": newsnorm.Article.to_markdown,
}
"""All that take the article of a text."""


def _article(make: Make, size: int) -> newsnorm.Article:
    return newsnorm.normalize(make(size))


def slope(function: Callable[..., object], make: Callable[[int], object], size: int) -> float:
    """The slope up to the size, the lesser of the last two doublings; measured again, and further, while it is steep.

    What grows faster than its text does so at every doubling. A text of many parts, which a quarter of the size does
    not hold, makes one step only, and so does what no longer fits a processor's cache: that takes two doublings.
    """
    found = math.inf
    for most in (size, size, size, 2 * size, 4 * size):
        texts = make(most // 4), make(most // 2), make(most)
        times = [cost(function, text) for text in texts]
        found = min(found, *(math.log2(more / less) for less, more in pairwise(times)))
        if found <= STEEP:
            break
    return found


def main() -> None:
    """Measure, and print what is steep."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--only", default="", help="functions whose name has it")
    ask.add_argument("--texts", default="", help="texts whose name has it")
    ask.add_argument("--size", type=int, default=1 << 20)
    args = ask.parse_args()
    makers: dict[str, Make] = {k: v for k, v in {**HOSTILE, **attacks()}.items() if re.search(args.texts, k)}
    steep = measured = 0
    functions: dict[str, Callable[..., object]] = {**FUNCTIONS, **VIEWS}
    for name, function in functions.items():
        worst = (0.0, "")
        for text, make in makers.items() if re.search(args.only, name) else ():
            given: Callable[[int], object] = partial(_article, make) if name in VIEWS else make
            found = slope(function, given, args.size)
            measured += 1
            worst = max(worst, (found, text))
            if found > STEEP:
                steep += 1
                sys.stdout.write(f"STEEP {found:.2f}  {name}  on  {text}\n")
                sys.stdout.flush()
        if worst[1]:
            sys.stdout.write(f"{name}: at most {worst[0]:.2f}, on {worst[1]}\n")
    sys.stdout.write(f"{measured} slopes measured up to {args.size:,} code points, {steep} steeper than {STEEP}\n")
    sys.exit(1 if steep else 0)


if __name__ == "__main__":
    main()
