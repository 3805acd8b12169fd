"""The example notebook runs from top to bottom, and is kept as it ran."""

import importlib.util
import json
import os
import pathlib
import subprocess
import sys
from typing import Any

import pytest

pytestmark = pytest.mark.once

ROOT = pathlib.Path(__file__).parent.parent
NOTEBOOK = ROOT / "examples" / "explore.ipynb"
NEEDED = ("nbconvert", "ipykernel", "matplotlib")


def outputs(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    """What the cells gave."""
    return [output for cell in notebook["cells"] for output in cell.get("outputs", ())]


def test_it_is_kept_with_its_outputs() -> None:
    """Pages in colour, a table, a plot; nothing that failed, no path of a machine."""
    text = NOTEBOOK.read_text(encoding="utf-8")
    found = outputs(json.loads(text))
    assert sum("text/html" in output.get("data", ()) for output in found) >= 5
    assert any("image/png" in output.get("data", ()) for output in found)
    assert not [output for output in found if output["output_type"] == "error"]
    assert "/home/" not in text
    assert "/tmp/" not in text


@pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in NEEDED), reason=f"the examples extra: {', '.join(NEEDED)}"
)
def test_it_runs(tmp_path: pathlib.Path) -> None:
    """Every cell, in a kernel of its own; the reader's own rule works."""
    done = subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--output-dir", tmp_path, NOTEBOOK],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    found = outputs(json.loads((tmp_path / NOTEBOOK.name).read_text(encoding="utf-8")))
    assert not [output for output in found if output["output_type"] == "error"]
    assert "herald:tide-letter" in json.dumps(found)
