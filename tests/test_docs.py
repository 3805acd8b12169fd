"""Every example of the README and the docs runs, and says what it gives."""

import doctest
import pathlib
import re

import pytest

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
    """Files that the README names are there."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", readme):
        assert (ROOT / target).exists(), target
