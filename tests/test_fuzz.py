"""The fuzzer's targets over the kept corpus: what it once found stays found, with atheris or without."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

FOLDER = Path(__file__).with_name("fuzz")
sys.path.insert(0, str(FOLDER))
from targets import TARGETS  # noqa: E402

CORPUS = sorted(path for path in (FOLDER / "corpus").glob("*/*"))


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_kept_corpus(path: Path) -> None:
    """Every promise holds for every input that is kept."""
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_takes_any_bytes(name: str) -> None:
    """Also none at all, and what is no UTF-8; a few of them."""

    @settings(max_examples=20)
    @given(st.binary(max_size=60))
    def takes(data: bytes) -> None:
        TARGETS[name](data)

    takes()


def test_every_target_has_a_seed_and_a_name() -> None:
    """The script names the targets without loading them, for the fuzzer must see them load."""
    import fuzz

    assert tuple(TARGETS) == fuzz.NAMES
    assert {path.parent.name for path in CORPUS} == set(TARGETS)


def test_without_atheris_the_script_says_so() -> None:
    """Status 2 and what to install."""
    code = "import sys; sys.modules['atheris'] = None; import fuzz; sys.exit(fuzz.main([]))"
    done = subprocess.run([sys.executable, "-c", code], cwd=FOLDER, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "not fuzzed: atheris is not installed" in done.stderr
