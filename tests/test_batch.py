"""The batch: every row once, in its order, whatever the parts; bad rows are told, and nothing half done stays."""

import gzip
import json
import os
import pathlib
import signal
import time
from collections.abc import Iterator
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from typing import Any

import pytest

from newsnorm import Article, normalize
from newsnorm.__main__ import main
from newsnorm.cli import batch, parts

TEXT = "Advertisement\nFerry {} returns\nMOMBASA: The ferry’s captain said so on Monday."


def rows(count: int) -> list[dict[str, Any]]:
    """Short pages, each its own."""
    return [{"id": number, "text": TEXT.format(number)} for number in range(count)]


def write(path: pathlib.Path, lines: list[Any]) -> pathlib.Path:
    """A file of JSON lines; a line that is bytes or str stands as it is."""
    data = b"".join(
        (one if isinstance(one, bytes) else (one if isinstance(one, str) else json.dumps(one)).encode()) + b"\n"
        for one in lines
    )
    path.write_bytes(
        gzip.compress(data[: len(data) // 2]) + gzip.compress(data[len(data) // 2 :]) if path.suffix == ".gz" else data
    )
    return path


def read(path: pathlib.Path) -> list[dict[str, Any]]:
    """The rows of a file."""
    data = path.read_bytes()
    return [json.loads(line) for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()]


@pytest.mark.parametrize("ends", [("in.jsonl", "out.jsonl"), ("in.jsonl.gz", "out.jsonl.gz")])
def test_two_processes_give_what_a_loop_gives(
    tmp_path: pathlib.Path, ends: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the order of the input, from and to gzip, over many parts."""
    monkeypatch.setattr(parts, "_SMALL", 1000)
    source, out = write(tmp_path / ends[0], rows(50)), tmp_path / ends[1]
    (tmp_path / f"{ends[1]}.bad").write_text("of the last time")
    assert main(["batch", str(source), "-o", str(out), "--jobs", "2", "--without", "source"]) == 0
    done = read(out)
    assert [row["id"] for row in done] == list(range(50))
    for row in done:
        assert "source" not in row["article"]
        assert Article.from_dict({**row["article"], "source": row["text"]}) == normalize(row["text"])
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(ends)
    assert "50 rows" in capsys.readouterr().err


BAD = [
    ("{", "not JSON: "),
    (b'{"text": "\xff"}', "not UTF-8 at byte 10 of the line"),
    ("[1]", "TypeError: not an object but a list"),
    ({"id": 1}, "ValueError: the row has no 'text'"),
    ({"text": "x", "article": 1}, "ValueError: the row has an 'article' already"),
    ({"text": 7}, "TypeError: normalize() takes str, not int"),
    ({"text": "x", "tag": "../"}, "ValueError: language must be"),
    ("[" * 100_000, "RecursionError"),
]


def test_bad_rows_stand_aside(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the number of their line, the reason, and the row itself; the others go on; status 1."""
    monkeypatch.setattr(parts, "_SMALL", 300)
    lines: list[Any] = []
    for bad, _ in BAD:
        lines += [{"text": "Rain"}, "", bad, {"text": None}]
    source, out = write(tmp_path / "in.jsonl", lines), tmp_path / "out.jsonl"
    command = ["batch", str(source), "-o", str(out), "--jobs", "2", "--quiet", "--hint", "language=tag"]
    assert main(command) == 1
    assert [row["article"] and row["article"]["headline"] for row in read(out)] == [
        normalize("Rain").headline,
        None,
    ] * len(BAD)
    found = read(tmp_path / "out.jsonl.bad")
    assert [row["line"] for row in found] == [4 * at + 3 for at in range(len(BAD))]
    for row, (bad, reason) in zip(found, BAD, strict=True):
        assert row["reason"].startswith(reason)
        if isinstance(bad, bytes):
            assert row["row"].encode("utf-8", "surrogateescape") == bad


@pytest.mark.parametrize("size", [1, 2, 7, 64, 10_000])
@pytest.mark.parametrize("end", [b"\n", b""])
def test_every_line_is_in_one_part(
    tmp_path: pathlib.Path, size: int, end: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the cuts fall: before, behind and in the middle of a line end."""
    monkeypatch.setattr(parts, "_SMALL", size)
    monkeypatch.setattr(parts, "_LARGE", size)
    lines = [b"\xef\xbb\xbf{}", b"", b"a" * 20, b"b\r", b"c", b"", b"dd"]
    path = tmp_path / "in"
    path.write_bytes(b"\n".join(lines) + end)
    with path.open("rb") as source:
        found = [line for part in parts.split(path.stat().st_size, 3) for line in parts._lines(source, part)]
    assert [line.rstrip(b"\n") for line in found] == [b"{}", *lines[1:]]


def test_half_a_surrogate_pair_survives(tmp_path: pathlib.Path) -> None:
    """JSON can hold it, as an escape."""
    source, out = write(tmp_path / "in.jsonl", ['{"text": "Rain \\ud800"}']), tmp_path / "out.jsonl"
    assert main(["batch", str(source), "-o", str(out), "--jobs", "1", "--quiet"]) == 0
    assert read(out)[0]["text"] == "Rain \ud800"


def test_an_empty_file(tmp_path: pathlib.Path) -> None:
    """Gives an empty file."""
    source, out = write(tmp_path / "in.jsonl", []), tmp_path / "out.jsonl"
    assert main(["batch", str(source), "-o", str(out)]) == 0
    assert out.read_bytes() == b""


@pytest.mark.parametrize(
    "options",
    [
        ["none.jsonl", "-o", "out.jsonl"],
        ["in.jsonl", "-o", "nowhere/out.jsonl"],
        ["in.jsonl", "-o", "in.jsonl"],
        ["in.jsonl", "-o", "out.jsonl", "--bad", "./in.jsonl"],
        ["not.gz", "-o", "out.jsonl"],
        ["in.jsonl", "-o", "out.jsonl", "--language", "../"],
        ["in.jsonl", "-o", "out.jsonl", "--hint", "headline"],
        ["in.jsonl", "-o", "out.jsonl", "--hint", "steps=x"],
        ["in.jsonl", "-o", "out.jsonl", "--without", "sauce"],
        ["in.jsonl", "-o", "out.jsonl", "--jobs", "0"],
        ["in.jsonl", "-o", "out.jsonl", "--rules", "none.toml"],
    ],
)
def test_what_cannot_be_used(
    tmp_path: pathlib.Path, options: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, a line that says why, and nothing written."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in.jsonl", rows(1))
    (tmp_path / "not.gz").write_bytes(b"plain")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert main(["batch", *options]) == 2
    assert capsys.readouterr().err.startswith("newsnorm: ")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


class Pool:
    """A process that dies at its third part, in this process."""

    def __init__(self, *_: object, **__: object) -> None:
        self.left = 2

    def submit(self, function: Any, *given: Any) -> Any:
        """A future; the third is broken, and behind it nothing is taken any more."""
        self.left -= 1
        if self.left < -1:
            raise BrokenProcessPool("died before")
        future: Future[Any] = Future()
        if self.left < 0:
            future.set_exception(BrokenProcessPool("died"))
        else:
            future.set_result(function(*given))
        return future

    def shutdown(self, **_: object) -> None:
        """Nothing to do."""


class Dead(Pool):
    """A process that died before it was asked."""

    def submit(self, function: Any, *given: Any) -> Any:
        """Nothing is taken."""
        raise BrokenProcessPool("died before")


def test_a_process_that_dies(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its parts are done again; no row twice, none lost; after three deaths it gives up, status 3."""
    monkeypatch.setattr(batch, "ProcessPoolExecutor", Pool)
    monkeypatch.setattr(parts, "_SMALL", 1000)
    source, out = write(tmp_path / "in.jsonl", rows(45)), tmp_path / "out.jsonl"
    assert main(["batch", str(source), "-o", str(out), "--jobs", "1", "--quiet"]) == 0
    assert [row["id"] for row in read(out)] == list(range(45))
    out.unlink()
    monkeypatch.setattr(parts, "_SMALL", 400)
    write(source, rows(200))
    monkeypatch.setattr(parts, "_LARGE", 400)
    assert main(["batch", str(source), "-o", str(out), "--jobs", "1", "--quiet"]) == 3
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]
    monkeypatch.setattr(batch, "ProcessPoolExecutor", Dead)
    assert main(["batch", str(source), "-o", str(out), "--jobs", "2", "--quiet"]) == 3


@pytest.mark.parametrize("at", [0, 3, -1])
def test_a_real_process_killed(at: int, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the system does for want of memory: at the first part, amid them, and when nothing is left to do."""
    monkeypatch.setattr(parts, "_SMALL", 2000)
    source, out = write(tmp_path / "in.jsonl", rows(400)), tmp_path / "out.jsonl"
    last = len(parts.split(source.stat().st_size, 2)) - 1
    killed: list[int] = []

    def joined(done: Any, *rest: Any) -> None:
        if done.part.number == at % (last + 1):
            killed.append(_child())
            os.kill(killed[0], signal.SIGKILL)
        parts.join(done, *rest)

    monkeypatch.setattr(batch, "join", joined)
    assert main(["batch", str(source), "-o", str(out), "--jobs", "2", "--quiet"]) == 0
    assert killed
    assert [row["id"] for row in read(out)] == list(range(400))


def _child() -> int:
    import multiprocessing

    return next(one.pid for one in multiprocessing.active_children() if one.pid)


def test_stopped(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the user: status 130, nothing left behind."""

    def stop(*_: object) -> Iterator[Any]:
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "_done", stop)
    source = write(tmp_path / "in.jsonl", rows(2))
    assert main(["batch", str(source), "-o", str(tmp_path / "out.jsonl")]) == 130
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_progress(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """How far, how fast, how long still: one line on a terminal."""
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    progress = batch._Progress(4000, quiet=False)
    now[0] += 10
    progress.add(parts.Done(parts.Part(0, 0, 1000), 60, 50, 1))
    assert capsys.readouterr().err.startswith("\r 25%  50 rows  5 rows/s  0:00:30 left")
    progress.say_all(pathlib.Path("out.bad"))
    assert capsys.readouterr().err.strip() == "50 rows  5 rows/s  in 0:00:10  1 bad: out.bad"
