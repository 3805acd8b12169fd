"""Every example of the README and the docs runs, and says what it gives."""

import dataclasses
import doctest
import os
import pathlib
import re
import runpy
import subprocess
import sys

import pytest

from newsnorm import Article
from newsnorm.rules.rule import SECTIONS
from newsnorm.rules.sets import pack
from newsnorm.workshop import check

ROOT = pathlib.Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_run(page: pathlib.Path) -> None:
    """Whatever stands behind >>> in a page."""
    text = page.read_text(encoding="utf-8").replace("```\n", "\n")
    failed, _ = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(
        doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    )
    assert failed == 0


def test_there_are_examples() -> None:
    """A parser that finds none would make the tests above pass."""
    assert sum(page.read_text(encoding="utf-8").count(">>> ") for page in PAGES) > 20


def test_links_inside_the_project_lead_somewhere() -> None:
    """Files that the README and the pages name are there, and the README names every page."""
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
    readme = PAGES[0].read_text(encoding="utf-8")
    inside = {"index.md", "changelog.md"}
    assert {page.name for page in PAGES[1:] if f"(docs/{page.name})" not in readme} <= inside


def test_every_kind_and_every_field_has_its_line() -> None:
    """In the table of what is cut, and in the table of what becomes of a field elsewhere."""
    cut = (ROOT / "docs" / "what-is-cut.md").read_text(encoding="utf-8")
    kinds = {*SECTIONS, "headline_repeat", "kicker", "standfirst", "markup", "wrapper"} - {"dateline", "shortcode"}
    assert {kind for kind in kinds if not re.search(rf"^\|.*`{kind}`.*\|.*\|$", cut, re.MULTILINE)} == set()
    others = (ROOT / "docs" / "standards.md").read_text(encoding="utf-8")
    fields = {field.name for field in dataclasses.fields(Article)}
    named = set(re.findall(r"`(\w+)", " ".join(re.findall(r"^\| (`[^|]*) \|", others, re.MULTILINE))))
    assert fields - named == set()


def test_the_picture_is_of_the_output_of_today() -> None:
    """`python docs/make_picture.py` draws it anew."""
    script = runpy.run_path(str(ROOT / "docs" / "make_picture.py"))
    assert script["picture"]() == (ROOT / "docs" / "img" / "before-after.svg").read_text(encoding="utf-8")


def blocks(page: pathlib.Path) -> list[tuple[str, str]]:
    """The fenced blocks of a page: language and text."""
    return re.findall(r"^```(\S*)[^\n]*\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def every(language: str) -> list[object]:
    """The blocks in one language, one parameter each, named by page and number."""
    return [
        pytest.param(text, id=f"{page.name}-{number}")
        for page in PAGES
        for number, text in enumerate(text for lang, text in blocks(page) if lang == language)
    ]


RULES = next(text for lang, text in blocks(ROOT / "docs" / "add-a-rule.md") if lang == "toml")
PAGES_JSONL = '{"title": "Rain", "text": "Rain\\nIt rained all night."}\n{"text": null}\n'
ELSEWHERE = re.compile(r"\bpip\b|\bpytest\b|\bnbconvert\b|\bvenv\b|\bbenchmarks/")
"""What installs, what tests tests, and what measures: CI does that itself."""


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    """A folder with the files that the pages speak of, and a `python`."""
    page = (ROOT / "examples" / "harbour.txt").read_text(encoding="utf-8")
    files = {"page.txt": page, "other.txt": page, "examples/harbour.txt": page, "my.toml": RULES}
    for name, text in {**files, "pages.jsonl": PAGES_JSONL}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    python = tmp_path / "bin" / "python"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    return tmp_path


def run(command: str, folder: pathlib.Path) -> str:
    """What a shell prints, as a reader would see it in that folder."""
    path = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-euc", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_every_block_is_of_a_kind_that_is_run() -> None:
    """Examples in a language that nobody runs would go stale; "text" shows what is no code."""
    known = {
        "python",
        "toml",
        "sh",
        "console",
        "text",
        "{toctree}",
        "{eval-rst}",
        "{include}",
        "{literalinclude}",
        "{image}",
    }
    for page in PAGES:
        assert {language for language, _ in blocks(page)} <= known, page.name


@pytest.mark.parametrize("text", every("toml"))
def test_rule_files_pass(text: str, tmp_path: pathlib.Path) -> None:
    """A reader who copies one gets a file that loads and whose examples come out as it says."""
    path = tmp_path / "page.toml"
    path.write_text(text, encoding="utf-8")
    checks = check(pack(path))
    assert checks
    assert [(one.text, one.why) for one in checks if not one.passed] == []


@pytest.mark.once
@pytest.mark.parametrize("text", every("sh"))
def test_commands_run(text: str, folder: pathlib.Path) -> None:
    """Line by line."""
    for line in text.splitlines():
        if not ELSEWHERE.search(line):
            run(line, folder)


@pytest.mark.once
@pytest.mark.parametrize("text", every("console"))
def test_commands_print_what_the_page_shows(text: str, folder: pathlib.Path) -> None:
    """Behind each $; a line "…" stands for any more."""
    for shown in text.removeprefix("$ ").split("\n$ "):
        command, _, want = shown.partition("\n")
        got = run(f"{command} || true", folder)
        lines = ("(?:.*\n)*" if line == "…" else f"{re.escape(line)}\n" for line in want.splitlines())
        assert re.fullmatch("".join(lines), got), got


SCRIPTS = [param for param in every("python") if ">>>" not in str(param.values[0])]  # type: ignore[attr-defined]


@pytest.mark.once
@pytest.mark.parametrize("text", SCRIPTS or [pytest.param("", id="none")])
def test_scripts_run(text: str, folder: pathlib.Path) -> None:
    """Whole files; those that need a package that is not here are left to where it is."""
    for name in re.findall(r"^(?:from|import) (\w+)", text, re.MULTILINE):
        pytest.importorskip(name)
    (folder / "script.py").write_text(text, encoding="utf-8")
    run("python script.py", folder)
