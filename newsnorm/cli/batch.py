"""`python -m newsnorm batch`: a file of JSON lines over several processes, each reading and writing its own parts."""

import argparse
import dataclasses
import gzip
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

from newsnorm.article import Article
from newsnorm.cli.parts import Done, Job, Part, is_gzip, join, run, split
from newsnorm.errors import NewsnormError
from newsnorm.packs import pack
from newsnorm.pipeline import normalize

__all__ = ["main"]

_DEATHS = 3
"""So often may a process die, for want of memory say, before the batch gives up."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m newsnorm batch",
        description="Add an 'article' to every row of a file of JSON lines, over several processes.",
        epilog="Exit status: 0; 1 when rows were bad; 2 when a file or an option cannot be used; 3 when processes "
        "died again and again; 130 when it was stopped. OUT is there when all rows are through, and not before.",
    )
    parser.add_argument("source", metavar="IN", type=Path, help="JSON lines; .gz is unpacked beside OUT first")
    parser.add_argument("-o", "--out", metavar="OUT", type=Path, required=True, help="JSON lines; .gz is compressed")
    parser.add_argument("--bad", metavar="FILE", type=Path, help="line, reason and row of bad rows (default: OUT.bad)")
    parser.add_argument("--text", metavar="KEY", default="text", help="the key of the page's text (default: text)")
    parser.add_argument(
        "--hint", metavar="NAME=KEY", action="append", default=[], help="what a row knows already: headline=title"
    )
    parser.add_argument(
        "--without", metavar="FIELD", action="append", default=[], help="a field of the article to leave out: source"
    )
    parser.add_argument("--jobs", metavar="N", type=int, default=os.cpu_count() or 1, help="processes (default: cores)")
    parser.add_argument("--language", metavar="TAG", help="the pages' language, as a BCP 47 tag: en, pt-BR")
    parser.add_argument("--date-order", choices=("DMY", "MDY", "YMD"), help='how the site writes "03/04/2025"')
    parser.add_argument("--rules", action="append", default=[], metavar="TOML", help="a rule file of your own")
    parser.add_argument("--quiet", action="store_true", help="no progress")
    return parser


def main(argv: Sequence[str]) -> int:
    """Run the batch. Exit status as `--help` says."""
    options = _parser().parse_args(argv)
    try:
        return _batch(options)
    except (OSError, EOFError, ValueError, TypeError, NewsnormError) as error:
        print(f"newsnorm: {_said(error)}", file=sys.stderr)
        return 2
    except BrokenProcessPool:
        print(f"newsnorm: processes died {_DEATHS} times, for want of memory? Try fewer --jobs", file=sys.stderr)
        return 3


def _said(error: Exception) -> str:
    known = isinstance(error, OSError) and error.strerror
    return f"{error.filename}: {error.strerror}" if known else str(error)  # type: ignore[attr-defined]


def _batch(options: argparse.Namespace) -> int:
    bad = options.bad or options.out.with_name(options.out.name + ".bad")
    _distinct([options.source, options.out, bad])
    hints = _hints(options.hint)
    known: dict[str, Any] = {"language": options.language, "date_order": options.date_order}
    normalize("", **known, extra_packs=[pack(path) for path in options.rules])
    unknown = set(options.without) - {field.name for field in dataclasses.fields(Article)}
    if unknown or options.jobs < 1:
        raise ValueError(f"--without {min(unknown)}: no such field" if unknown else "--jobs must be 1 or more")
    if not options.out.parent.is_dir():
        raise ValueError(f"{options.out.parent}: no such directory, so OUT cannot be written there")
    with tempfile.TemporaryDirectory(dir=options.out.parent, prefix=f".{options.out.name}.") as name:
        folder = Path(name)
        job = Job(
            source=_unpacked(options.source, folder),
            folder=folder,
            text=options.text,
            hints=hints,
            options=known,
            rules=tuple(options.rules),
            without=frozenset(options.without),
            packed=is_gzip(options.out),
        )
        progress = _Progress(job.source.stat().st_size, quiet=options.quiet)
        refused = _joined(job, progress, options.jobs)
        (folder / "bad").replace(bad) if refused else bad.unlink(missing_ok=True)
        (folder / "out").replace(options.out)
    progress.say_all(bad if refused else None)
    return 1 if refused else 0


def _distinct(paths: Iterable[Path]) -> None:
    names = [path.resolve() for path in paths]
    if len(set(names)) < len(names):
        raise ValueError("IN, OUT and the file of bad rows must be three files")


def _hints(given: Iterable[str]) -> dict[str, str]:
    pairs = [one.partition("=") for one in given]
    if not all(name in ("headline", "url", "published", "language", "date_order") and key for name, _, key in pairs):
        raise ValueError("--hint takes headline, url, published, language or date_order, = and a key: headline=title")
    return {name: key for name, _, key in pairs}


def _unpacked(source: Path, folder: Path) -> Path:
    """The file itself, or its contents in a file: nobody can start in the middle of gzip."""
    if not is_gzip(source):
        return source
    with gzip.open(source) as packed, (folder / "in").open("wb") as plain:
        shutil.copyfileobj(packed, plain, 1 << 20)
    return folder / "in"


def _joined(job: Job, progress: "_Progress", jobs: int) -> int:
    """Write all rows to `out`, the bad ones to `bad`, each part when those before it are there. Gives the bad rows."""
    waiting: dict[int, Done] = {}
    at = lines = refused = 0
    with (job.folder / "out").open("wb") as out, (job.folder / "bad").open("wb") as bad:
        for done in _done(split(progress.size, jobs), job, jobs):
            progress.add(done)
            waiting[done.part.number] = done
            while at in waiting:
                first = waiting.pop(at)
                join(first, lines, job, out, bad)
                at, lines, refused = at + 1, lines + first.lines, refused + first.bad
    return refused


def _done(parts: Sequence[Part], job: Job, jobs: int) -> Iterator[Done]:
    """The parts as they get done. One that was under way when its process died is done again, from its start."""
    left, deaths = deque(parts), 0
    workers = [_Worker() for _ in range(min(jobs, len(parts)))]
    try:
        while left or any(worker.part for worker in workers):
            for worker in workers:
                if worker.part is None and left:
                    worker.start(left.popleft(), job)
            wait([worker.future for worker in workers if worker.part], return_when=FIRST_COMPLETED)
            for worker in workers:
                if worker.part is not None and worker.future.done():
                    part, done = worker.part, worker.end()
                    if done is not None:
                        yield done
                    elif (deaths := deaths + 1) < _DEATHS:
                        left.appendleft(part)
                    else:
                        raise BrokenProcessPool
    finally:
        for worker in workers:
            worker.pool.shutdown(cancel_futures=True)


class _Worker:
    """One process, in a pool of its own: in a pool of several, one that is killed may take the others' lock along."""

    __slots__ = ("future", "part", "pool")

    def __init__(self) -> None:
        self.pool = _pool()
        self.part: Part | None = None
        self.future: Future[Done] = Future()

    def start(self, part: Part, job: Job) -> None:
        """Give it a part to do."""
        self.part = part
        try:
            self.future = self.pool.submit(run, part, job)
        except BrokenProcessPool as error:  # it died while it had nothing to do
            self.future = Future()
            self.future.set_exception(error)

    def end(self) -> Done | None:
        """What it has done; None when it died, and another process takes its place."""
        self.part = None
        try:
            return self.future.result()
        except BrokenProcessPool:
            self.pool.shutdown()
            self.pool = _pool()
            return None


def _pool() -> ProcessPoolExecutor:
    # "spawn", for a fork of a process with threads may hang
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))


class _Progress:
    """How far it is, how fast, how long still; on a terminal in one line, elsewhere a line every half minute."""

    def __init__(self, size: int, *, quiet: bool) -> None:
        self.size, self.quiet = size, quiet
        self.rows = self.bytes = self.bad = 0
        self.start = self.said = time.monotonic()
        self.line = sys.stderr.isatty()

    def add(self, done: Done) -> None:
        """A part is done."""
        self.rows, self.bad = self.rows + done.rows, self.bad + done.bad
        self.bytes += done.part.end - done.part.start
        now = time.monotonic()
        if not self.quiet and now - self.said > (0.2 if self.line else 30):
            self.said = now
            left = _clock((now - self.start) * (self.size / self.bytes - 1))
            words = f"{self.bytes / self.size:4.0%}  {self._rate(now)}  {left} left"
            print(f"\r{words:<78}" if self.line else words, end="" if self.line else "\n", file=sys.stderr, flush=True)

    def say_all(self, bad: Path | None) -> None:
        """All is done."""
        if not self.quiet:
            now = time.monotonic()
            words = f"{self._rate(now)}  in {_clock(now - self.start)}" + (f"  {self.bad} bad: {bad}" if bad else "")
            print(f"\r{words:<78}" if self.line else words, file=sys.stderr)

    def _rate(self, now: float) -> str:
        return f"{self.rows:,} rows  {self.rows / max(now - self.start, 1e-9):,.0f} rows/s"


def _clock(seconds: float) -> str:
    """Hours, minutes, seconds.

    >>> _clock(3725)
    '1:02:05'
    """
    minutes, second = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{second:02}"
