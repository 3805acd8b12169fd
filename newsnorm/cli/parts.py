"""A file of JSON lines in parts: each is read from its own place, normalized, and written to its own file."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import IO, Any, NamedTuple

from newsnorm.packs import pack
from newsnorm.pipeline import normalize
from newsnorm.rules.sets import RuleSet

__all__ = ["Done", "Job", "Part", "is_gzip", "join", "run", "split"]

_SMALL, _LARGE = 1 << 16, 1 << 22  # bytes; small enough to see progress, large enough that files do not matter


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is done with every row."""

    source: Path
    """The file to read, not compressed."""
    folder: Path
    """Where the parts are written."""
    text: str = "text"
    """The key of the page's text."""
    hints: Mapping[str, str]
    """Arguments of `normalize` and the keys that hold them."""
    options: Mapping[str, Any]
    """Arguments of `normalize` that are the same for all rows."""
    rules: tuple[str, ...] = ()
    """Rule files of one's own."""
    without: frozenset[str] = frozenset()
    """Fields of the article that are not written."""
    packed: bool = False
    """True when what is written shall be gzip."""


class Part(NamedTuple):
    """The lines that begin in these bytes of the file."""

    number: int
    start: int
    end: int

    def written(self, job: Job) -> Path:
        """The part's rows."""
        return job.folder / f"{self.number}.rows"

    def refused(self, job: Job) -> Path:
        """Its bad rows; no such file when there are none."""
        return job.folder / f"{self.number}.bad"


class Done(NamedTuple):
    """What became of a part."""

    part: Part
    lines: int
    """Blank ones too, for the line numbers of the parts behind it."""
    rows: int
    """Good and bad ones."""
    bad: int


def is_gzip(path: Path) -> bool:
    """True when the file's name ends as gzip's do."""
    return path.suffix.lower() in (".gz", ".gzip")


def split(size: int, processes: int) -> list[Part]:
    """Ranges of bytes that make up the whole file, several for each process.

    >>> [part[1:] for part in split(150_000, 2)]
    [(0, 65536), (65536, 131072), (131072, 150000)]
    """
    length = min(max(size // (processes * 8), _SMALL), _LARGE)
    return [Part(number, start, min(start + length, size)) for number, start in enumerate(range(0, size, length))]


def run(part: Part, job: Job) -> Done:
    """Read, normalize and write one part. Raises OSError alone; a row that cannot be used is a bad row."""
    lines = rows = 0
    refused = []
    with job.source.open("rb") as source, _opened(part.written(job), job) as out:
        for line in _lines(source, part):
            lines += 1
            if not line.strip():
                continue
            rows += 1
            try:
                row = _row(line, job)
            except Exception as error:
                words = line.decode("utf-8", "surrogateescape").rstrip("\r\n")
                refused.append({"line": lines, "reason": _reason(error), "row": words})
            else:
                out.write(row)
    if refused:
        part.refused(job).write_text("".join(json.dumps(one) + "\n" for one in refused), encoding="ascii")
    return Done(part, lines, rows, len(refused))


def _opened(path: Path, job: Job) -> IO[bytes]:
    return gzip.GzipFile(path, "wb", compresslevel=6, mtime=0) if job.packed else path.open("wb")  # type: ignore[return-value]


def _lines(source: IO[bytes], part: Part) -> Iterator[bytes]:
    """The lines that begin in the part; the last may end behind it."""
    at = part.start
    if at:
        source.seek(at - 1)
        at += len(source.readline()) - 1
    while at < part.end:
        line = source.readline()
        yield line.removeprefix(b"\xef\xbb\xbf") if at == 0 else line
        at += len(line)


def _row(line: bytes, job: Job) -> bytes:
    """The row with its article, as a line."""
    row = json.loads(line.decode("utf-8"))
    if not isinstance(row, dict):
        raise TypeError(f"not an object but a {type(row).__name__}")
    if "article" in row:
        raise ValueError("the row has an 'article' already")
    if job.text not in row:
        raise ValueError(f"the row has no {job.text!r}")
    row["article"] = None if row[job.text] is None else _article(row, job)
    try:
        return json.dumps(row, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair: JSON can escape it, UTF-8 cannot hold it
        return json.dumps(row).encode() + b"\n"


def _article(row: Mapping[str, Any], job: Job) -> dict[str, Any]:
    known: dict[str, Any] = {**job.options, **{name: row.get(key) for name, key in job.hints.items()}}
    article = normalize(row[job.text], **known, extra_packs=_packs(job.rules))
    return {name: value for name, value in article.to_dict().items() if name not in job.without}


@cache
def _packs(rules: tuple[str, ...]) -> tuple[RuleSet, ...]:
    return tuple(pack(path) for path in rules)


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} at character {error.pos}"
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 at byte {error.start} of the line"
    return f"{type(error).__name__}: {error}"


def join(done: Done, before: int, job: Job, out: IO[bytes], bad: IO[bytes]) -> None:
    """Put a part behind those before it, `before` lines in all, and remove its files. Gzip members simply follow."""
    with done.part.written(job).open("rb") as rows:
        while block := rows.read(_SMALL):
            out.write(block)
    done.part.written(job).unlink()
    if done.bad:
        with done.part.refused(job).open("rb") as refused:
            for line in refused:
                row = json.loads(line)
                bad.write(json.dumps({**row, "line": before + row["line"]}).encode() + b"\n")
        done.part.refused(job).unlink()
