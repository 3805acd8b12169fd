"""What newsnorm costs besides time: imports, the first call, memory, processes, threads, pickles.

python tests/benchmarks/bench_costs.py                              # prints the table, in a minute or two
python tests/benchmarks/bench_costs.py --write docs/benchmarks.md   # and puts it into the page
python tests/benchmarks/bench_costs.py --pages 100000               # so many pages for the growth of memory
"""

import argparse
import multiprocessing
import os
import pathlib
import pickle
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from bench_tables import show, table  # noqa: E402 - the project's own tree is measured
from bench_texts import KINDS, corpus, noisy  # noqa: E402

from newsnorm import normalize  # noqa: E402

Row = tuple[str, str, str]
"""What was measured, the figure, the goal."""


def _child(code: str) -> float:
    """What a fresh interpreter prints, run in the project's root, with compiled modules as an installed package has."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = str(pathlib.Path(tempfile.gettempdir()) / "newsnorm-bench-bytecode")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=True)
    return float(done.stdout)


def imports(rounds: int = 11) -> Row:
    """The time of `import newsnorm` in parts of that of its two guests."""
    clock = "import time; start = time.process_time(); import {}; print(time.process_time() - start)"
    own, guests = [], []
    for _ in range(rounds):
        own.append(_child(clock.format("newsnorm")))
        guests.append(_child(clock.format("ftfy, regex")))
    ratio = statistics.median(own) / statistics.median(guests)
    return "`import newsnorm`, in times of `import ftfy, regex`", f"{ratio:.2f} ×", "1.3 ×"


def first_call(rounds: int = 7) -> Row:
    """The first page costs more: rule files are read, and patterns compiled."""
    code = (
        "import sys, time; sys.path.insert(0, 'tests/benchmarks'); from bench_texts import noisy; import newsnorm; "
        "page = noisy(1); start = time.process_time(); newsnorm.normalize(page); print(time.process_time() - start)"
    )
    found = statistics.median(_child(code) for _ in range(rounds))
    return "the first call, on a noisy page", f"{found * 1000:.0f} ms", "80 ms"


def peak(size: int) -> Row:
    """The most memory that a page takes while it is read, in times of its text; the median page of the worst kind."""
    worst = 0.0
    for kind in KINDS:
        texts = corpus(kind, 2 * size)
        for text in texts[:size]:
            normalize(text)
        found = []
        for text in texts[size:]:
            tracemalloc.start()
            normalize(text)
            found.append(tracemalloc.get_traced_memory()[1] / sys.getsizeof(text))
            tracemalloc.stop()
        worst = max(worst, statistics.median(found))
    return "memory for a page while it is read, in times of its text", f"{worst:.1f} ×", "12 ×"


def growth(pages: int) -> Row:
    """How much the process grows over many pages, in their second half: rules and caches have their size by then."""
    code = (
        "import sys; sys.path.insert(0, 'tests/benchmarks'); from bench_texts import KINDS; import newsnorm\n"
        "def size():\n"
        "    return int(open('/proc/self/statm').read().split()[1]) * 4096 / 2**20\n"
        f"makers, start = list(KINDS.values()), 0\nfor n in range({pages}):\n"
        "    newsnorm.normalize(makers[n % 3](n))\n"
        f"    start = size() if n == {pages // 2} else start\n"
        "print(size() - start)"
    )
    return f"growth of the process over the second half of {pages:,} pages", f"{_child(code):.1f} MiB", "0"


def _work(numbers: Sequence[int]) -> int:
    return sum(len(normalize(noisy(number)).removed) for number in numbers)


def _wall(function: Callable[[], object]) -> float:
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def processes(pages: int = 600) -> Row:
    """Two processes, each with half of the pages, against one with all."""
    halves = [range(0, pages, 2), range(1, pages, 2)]
    ratios = []
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        pool.map(_work, [range(60)] * 4)
        for _ in range(3):
            one = _wall(lambda: pool.map(_work, [range(pages)]))
            ratios.append(one / _wall(lambda: pool.map(_work, halves, chunksize=1)))
    return "two processes on two cores, in times of one", f"{statistics.median(ratios):.2f} ×", "1.8 ×"


def pickles(size: int) -> Row:
    """What it costs to send an article to another process, in parts of what it costs to make it."""
    texts = [text for kind in KINDS for text in corpus(kind, size)]
    for text in texts:
        normalize(text)
    shares = []
    for _ in range(5):
        start = time.process_time()
        articles = [normalize(text) for text in texts]
        made = time.process_time()
        for article in articles:
            pickle.loads(pickle.dumps(article, pickle.HIGHEST_PROTOCOL))
        shares.append((time.process_time() - made) / (made - start))
    return "pickling an article and reading it, in parts of making it", f"{statistics.median(shares):.0%}", "15 %"


def threads(size: int) -> Row:
    """Four threads at once give the articles of one."""
    texts = [text for kind in KINDS for text in corpus(kind, size)]
    alone = [normalize(text) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        same = all(list(pool.map(normalize, texts)) == alone for _ in range(3))
    return "four threads give the same articles as one", "yes" if same else "NO", "yes"


def main() -> None:
    """Measure and show."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    ask.add_argument("--pages", type=int, default=10_000, help="for the growth of memory (10,000)")
    ask.add_argument("--only", default="", help="imports,first_call,peak,growth,processes,pickles,threads")
    ask.add_argument("--texts", type=int, default=40, help="texts of a kind (40)")
    ask.add_argument("--write", type=pathlib.Path, help="a page with a place for the table")
    args = ask.parse_args()
    ways: dict[str, Callable[[], Row]] = {
        "imports": imports,
        "first_call": first_call,
        "peak": lambda: peak(args.texts),
        "growth": lambda: growth(args.pages),
        "processes": processes,
        "pickles": lambda: pickles(args.texts),
        "threads": lambda: threads(args.texts),
    }
    rows = [ways[name]() for name in (args.only.split(",") if args.only else ways)]
    show("costs", table(["what", "measured", "goal"], rows), args.write)


if __name__ == "__main__":
    main()
