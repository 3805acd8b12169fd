"""The command line: what it prints, and how it fails."""

import io
import json
import pathlib
import subprocess
import sys

import pytest

from newsnorm.__main__ import main

PAGE = "Advertisement\nFerry returns after repairs\nMOMBASA: The ferry’s captain said so on Monday.\n"


@pytest.fixture
def page(tmp_path: pathlib.Path) -> pathlib.Path:
    """A page in a file."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_page_is_shown_with_what_was_removed(page: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The clean page first, then the account."""
    assert main([str(page)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Ferry returns after repairs\n\nMOMBASA: The ferry’s captain")
    assert "lang/en:advertisement" in out


def test_json_is_one_object_a_line(page: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For each file."""
    assert main(["--json", str(page), str(page)]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["headline"] for row in rows] == ["Ferry returns after repairs"] * 2


def test_explain_and_html(page: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The account alone; the report."""
    assert main(["--explain", str(page)]) == 0
    assert capsys.readouterr().out.startswith("headline    Ferry returns")
    assert main(["--html", str(page)]) == 0
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """As -."""
    stdin = io.TextIOWrapper(io.BytesIO(PAGE.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["-", "--explain"]) == 0
    assert "Ferry returns" in capsys.readouterr().out


def test_own_rules(page: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--rules adds a file of one's own; a broken one is named, status 2."""
    rules = tmp_path / "mine.toml"
    rules.write_text(
        '[[nav]]\nid = "x"\nwhy = "y"\nsays = ["Ferry returns after repairs"]\nhit = ["z"]\nmiss = ["z"]\n',
        encoding="utf-8",
    )
    assert main([str(page), "--rules", str(rules), "--explain"]) == 0
    assert "mine:x" in capsys.readouterr().out
    rules.write_text("[[nav]]\n", encoding="utf-8")
    assert main([str(page), "--rules", str(rules)]) == 2
    assert "mine.toml: nav: no 'id'" in capsys.readouterr().err


def test_what_cannot_be_read_is_said_and_the_rest_goes_on(
    page: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing file, a directory, a wrong encoding: a line each, status 2, no traceback."""
    latin = tmp_path / "latin.txt"
    latin.write_bytes("Fähre".encode("latin-1"))
    assert main([str(tmp_path / "none.txt"), str(tmp_path), str(latin), str(page), "--explain"]) == 2
    out, err = capsys.readouterr()
    assert "Ferry returns" in out
    lines = err.splitlines()
    assert len(lines) == 3
    assert "none.txt: No such file or directory" in lines[0]
    assert "Is a directory" in lines[1]
    assert "latin.txt: not utf-8 at byte 1" in lines[2]


def test_a_wrong_option_is_said_once(page: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And not once a page."""
    for options in (["--rules", "none.toml"], ["--encoding", "klingon"], ["--encoding", "base64"]):
        assert main([str(page), str(page), *options]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert options[1] in err


def test_nobody_reads_on(page: pathlib.Path) -> None:
    """As behind `| head`: no traceback, and the status that a shell has for it."""
    words = [sys.executable, "-m", "newsnorm", *[str(page)] * 400]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141


def test_stopped(monkeypatch: pytest.MonkeyPatch, page: pathlib.Path) -> None:
    """By the user: status 130."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsnorm.cli.show.report", stop)
    assert main([str(page), "--html"]) == 130


@pytest.mark.parametrize(
    "options", [["--encoding", "klingon"], ["--language", "../../etc/passwd"], ["--date-order", "DDD"], ["--nonsense"]]
)
def test_wrong_options(page: pathlib.Path, options: list[str]) -> None:
    """Status 2 and a message, whoever finds it."""
    done = subprocess.run(
        [sys.executable, "-m", "newsnorm", str(page), *options],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_terminal_that_knows_no_unicode(page: pathlib.Path) -> None:
    """Gets escapes, not a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "newsnorm", str(page)],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )
    assert done.returncode == 0, done.stderr
    assert b"\\u2019" in done.stdout
