"""Behind every scraper: its example gives the same story, whatever the scraper leaves in the text."""

import ast
import importlib
import pathlib
import re

import pytest

from newsnorm import Article
from newsnorm.contrib.known import known

ROOT = pathlib.Path(__file__).parent.parent
FOLDER = ROOT / "examples" / "scrapers"
HTML = (FOLDER / "harbour.html").read_text(encoding="utf-8")
SCRAPERS = {
    "beautifulsoup": "bs4",
    "fundus": "fundus",
    "goose3": "goose3",
    "justext": "justext",
    "newspaper4k": "newspaper",
    "newsplease": "newsplease",
    "readability": "readability",
    "trafilatura": "trafilatura",
    "trafilatura_text": "trafilatura",
}
STORY = re.findall(r"<p>(.*)</p>", HTML)


@pytest.mark.parametrize("name", sorted(SCRAPERS))
@pytest.mark.filterwarnings("default")
def test_scraper(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The six paragraphs, headline and dateline found, labels and shortcode gone."""
    try:
        importlib.import_module(SCRAPERS[name])
    except ImportError as error:
        pytest.skip(f"{SCRAPERS[name]} is not installed, or cannot be imported: {error}")
    monkeypatch.syspath_prepend(str(FOLDER))
    found: Article = importlib.import_module(f"with_{name}").article(HTML, "https://www.coast-herald.example/harbour")
    assert found.dateline is not None
    assert (found.dateline.places[0].city, found.dateline.agencies) == ("MOMBASA", ("Coast Herald",))
    assert found.paragraphs[0].startswith("The Coast Fishermen’s Union and the port authority have agreed")
    assert set(found.paragraphs[1:]) < set(STORY)
    assert len(found.paragraphs) == 6
    assert found.headline is None or found.headline.startswith("Fishermen and port agree on new rules for Mombasa’s")


def glue(path: pathlib.Path) -> int:
    """Lines of code, without docstrings, blanks, and what makes the file run by itself."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Module) and ast.get_docstring(node):
            node.body = node.body[1:]
    shown = ("harbour.html", "import pathlib")  # what makes a scraper's example run by itself
    tree.body = [node for node in tree.body if not any(words in ast.unparse(node) for words in shown)]
    return len([line for line in ast.unparse(tree).splitlines() if line.strip()])


@pytest.mark.parametrize("page", ["scrapers", "engines"])
def test_the_lines_of_glue_are_as_the_docs_say(page: str) -> None:
    """Counted, and few."""
    folder = ROOT / "examples" / page
    counted = {path.name: glue(path) for path in sorted(folder.glob("with_*.py"))}
    table = dict(re.findall(r"`(with_\w+\.py)`.*\| (\d+) \|$", (ROOT / f"docs/{page}.md").read_text("utf-8"), re.M))
    assert {name: int(lines) for name, lines in table.items()} == counted
    assert max(counted.values()) <= 15


def test_every_example_is_tested() -> None:
    """A new one by itself."""
    assert {path.stem.removeprefix("with_") for path in FOLDER.glob("with_*.py")} == SCRAPERS.keys()


class Page:
    """As a scraper's result object."""

    text, title, meta_lang, publish_date, authors = "It rained.", "Rain", "en-KE", None, ["Ada"]


def test_known_reads_objects_and_mappings() -> None:
    """By names alone; what is not there is left out."""
    assert known(Page()) == {"text": "It rained.", "headline": "Rain", "language": "en-KE"}
    assert known({"body": "It rained.", "page": "x"}, "page") == {"text": "x"}
    assert known({"text": "x", "language": "no tag!", "title": ["a", "b"]}) == {"text": "x"}
    with pytest.raises(ValueError, match="no text in articleBody, "):
        known({"text": ["a", "b"], "headline": "Rain"})
