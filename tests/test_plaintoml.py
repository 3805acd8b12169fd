"""Newsnorm's own files, read the quick way: the same as any reader of TOML finds in them."""

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from newsnorm.languages import head_of, languages
from newsnorm.plaintoml import read_plain
from newsnorm.shelf import NotTOMLError, read_own

FILES = sorted(Path(str(files("newsnorm") / "data")).rglob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_reads_the_same_both_ways(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert read_plain(text) == tomllib.loads(text)


@pytest.mark.parametrize("language", languages())
def test_every_head_reads_the_same_both_ways(language: str) -> None:
    head = head_of(language)
    assert read_plain(head) == tomllib.loads(head)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# A remark.\n",
        "[words]\n",
        "a = \"x\"  # why\nb = 'y'",
        'a = ""\nb = []\nc = [""]\nd = [\n]\n',
        "a = '''\none | two\n  three'''\nb = \"\"\"\nfour\n\"\"\"\n",
        "a = '''it's ''quoted'' here'''\n",
        'a = "tab\\there, \\"quoted\\", \\u00e9"\n',
        'a = ["one", "two\\n", \'thr"ee\',]\n',
        'a = [\n  "one",  # the first\n  # the second\n  "two",\n]\n',
        'a = [["May", "may"], [], ["June"]]\n',
        'a = [{ text = "x", names = ["y"] }, "z", true]\n',
        "a = 0\nb = 12\nc = true\nd = false\n",
        '[tags.words]\na = "x"\n[tags.more]\nb = "y"\n[[nav]]\nc = "z"\n[[nav]]\nd = 1\n',
    ],
)
def test_what_the_files_may_have_is_read(text: str) -> None:
    assert read_plain(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "a = 2024-02-12\n",
        "a = 1.5\n",
        "a = -1\n",
        "a = 1_000\n",
        "a = 0x1f\n",
        "a.b = 1\n",
        '"a" = 1\n',
        'a = "\\U0001f600"\n',
        'a = """\nx\\\n  y"""\n',
        "a = [1, 2\n",
        'a = "open\n',
        "a = 'open\n",
        "a = \n",
        "a\n",
        "[open\n",
        "nonsense",
    ],
)
def test_what_no_file_has_is_left_to_others(text: str) -> None:
    found: dict[str, Any] | None = read_plain(text)
    assert found is None


def test_what_is_not_plain_is_read_all_the_same() -> None:
    assert read_own("a = 1.5\n") == {"a": 1.5}
    with pytest.raises(NotTOMLError):
        read_own("a = [1, 2\n")
