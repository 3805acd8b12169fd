"""The pages that the documentation's build writes from the rule files."""

import importlib.util
import pathlib
import re
from types import ModuleType

import pytest

from newsnorm.rules.sets import shipped

SCRIPT = pathlib.Path(__file__).parent.parent / "docs" / "rule_pages.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script, which is no part of the package."""
    spec = importlib.util.spec_from_file_location("rule_pages", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_rule_has_its_place(script: ModuleType, tmp_path: pathlib.Path) -> None:
    """By its id, once, with its story and all its examples; and every file is in a list of contents."""
    names = script.write(tmp_path)
    pages = {name: (tmp_path / f"{name}.md").read_text(encoding="utf-8") for name in names}
    for folder in ("lang", "cms", "embed"):
        listed = pages[folder].split("\n")
        for rule in shipped(folder):
            name = rule.id.partition(":")[0].replace("/", "-")
            assert name in listed
            assert pages[name].count(f"`{rule.id}`") == 1
            section = pages[name].split(f"`{rule.id}`")[1].split("\n## ")[0]
            assert len(re.findall(r"^\* `", section, re.MULTILINE)) == len(rule.hit + rule.miss + rule.todo)


def test_pages_that_have_not_changed_are_not_written(script: ModuleType, tmp_path: pathlib.Path) -> None:
    """So that the next build has nothing to do."""
    script.write(tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    (tmp_path / "lang.md").write_text("old", encoding="utf-8")
    script.write(tmp_path)
    assert [path.name for path in before if path.stat().st_mtime_ns != before[path]] == ["lang.md"]


def test_signs_stay_signs(script: ModuleType) -> None:
    """Nothing of a rule is markup."""
    assert script._plain("*a* <b> [c](d) {e}") == r"\*a\* \<b\> \[c\](d) \{e\}"
    assert script._code("a `b` \n c") == "`` a `b` ⏎ c ``"
