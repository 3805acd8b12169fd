"""The benchmarks run: on few texts, so that they stay alive; figures are nothing for tests."""

import pathlib
import subprocess
import sys

import pytest

pytestmark = pytest.mark.once

FOLDER = pathlib.Path(__file__).parent / "benchmarks"


def run(script: str, *args: str) -> str:
    """What one of them prints."""
    command = [sys.executable, str(FOLDER / script), *args]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def test_speed_fills_its_place_in_a_page(tmp_path: pathlib.Path) -> None:
    """Every peer that is installed has a row with a ratio a kind of text; what stood there is gone."""
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- speed -->\nold\n<!-- /speed -->\nbehind\n", encoding="utf-8")
    printed = run("bench_speed.py", "--rounds", "1", "--size", "2", "--warm", "2", "--write", str(page))
    row = next(line for line in printed.splitlines() if line.startswith("| ftfy.fix_text |"))
    assert row.count(" × (") == 3
    assert page.read_text(encoding="utf-8") == f"before\n<!-- speed -->\n\n{printed}\n<!-- /speed -->\nbehind\n"


def test_speed_reads_your_own_texts(tmp_path: pathlib.Path) -> None:
    """A column a file."""
    (tmp_path / "mine.jsonl").write_text('"It rained all night."\n' * 6, encoding="utf-8")
    printed = run("bench_speed.py", "--rounds", "1", "--size", "2", "--warm", "2", "--texts", str(tmp_path))
    assert printed.startswith("| `normalize` is faster than | mine | goal |")


def test_costs_can_be_asked_one_by_one() -> None:
    """Those that take no second."""
    printed = run("bench_costs.py", "--only", "pickles,threads", "--texts", "2")
    assert "| four threads give the same articles as one | yes | yes |" in printed


def test_shortcodes_have_a_row_each() -> None:
    """With the peer or without it."""
    printed = run("bench_shortcodes.py", "--rounds", "1", "--size", "4")
    assert [line.split(" | ")[0] for line in printed.splitlines()[2:]] == [
        "| `find_shortcodes(text, tags)`",
        "| `remove_shortcodes(text, tags)`",
        "| `find_shortcodes(text)`",
        "| `remove_shortcodes(text)`",
    ]
