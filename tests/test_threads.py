"""Many threads at once: from the first call on, when every rule and pattern is still to be loaded, and later."""

import json
import subprocess
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from newsnorm import normalize
from strategies import LINES, PROSE

THREADS = 8
PAGES = [
    f"{line}\n{LINES[at % 7]}\n{PROSE[0]}\n{prose} {line}\n{PROSE[at % 5]}"
    for at, line in enumerate(LINES)
    for prose in PROSE
]
"""Some two hundred pages, no two alike."""

COLD = """
import json, sys, threading
sys.setswitchinterval(1e-6)
from newsnorm import normalize
pages = json.load(sys.stdin)
start, told = threading.Barrier(8), {}
def read(number):
    start.wait()  # nobody has loaded anything yet
    told[number] = [normalize(page).to_json() for page in pages]
threads = [threading.Thread(target=read, args=(number,)) for number in range(8)]
for one in threads: one.start()
for one in threads: one.join()
assert len(told) == 8 and len({json.dumps(one) for one in told.values()}) == 1, "threads differ"
print(json.dumps(told[0]))
"""


def test_many_threads_say_what_one_says() -> None:
    """Eight threads over the same pages, each page read by all of them, switched as often as can be."""
    alone = [normalize(page) for page in PAGES]
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(THREADS) as threads:
            for told in threads.map(lambda _: [normalize(page) for page in PAGES], range(THREADS)):
                assert told == alone
    finally:
        sys.setswitchinterval(before)


def _cold(python: str) -> list[str]:
    done = subprocess.run(
        [python, "-c", COLD],
        input=json.dumps(PAGES[:12]),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=Path(__file__).parents[1],
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [str(one) for one in json.loads(done.stdout)]


def test_the_first_call_of_all_in_many_threads() -> None:
    """Rules, patterns and word lists are loaded when first asked: eight threads ask at once."""
    assert _cold(sys.executable) == [normalize(page).to_json() for page in PAGES[:12]]


@pytest.mark.skipif(
    not sysconfig.get_config_var("Py_GIL_DISABLED"),
    reason="this CPython has its lock; run the tests on python3.13t too",
)
def test_no_extension_brings_the_lock_back() -> None:
    """On a free-threaded CPython the lock stays off with newsnorm and all that it imports."""
    code = "import sys, newsnorm; newsnorm.normalize('Rain'); sys.exit(sys._is_gil_enabled())"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
