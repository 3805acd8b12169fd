"""Coverage-guided fuzzing with atheris: `python tests/fuzz/fuzz.py` runs every target for a bounded number of inputs.

    pip install atheris                                        # Linux, CPython 3.11 to 3.13
    python tests/fuzz/fuzz.py --seconds 2 --seed 1             # every target, as CI does: the same inputs every time
    python tests/fuzz/fuzz.py page line --runs 5000000 --keep found
    python tests/fuzz/fuzz.py --seconds 3600 --keep found      # the long run: an hour a target

An input that breaks a promise is kept as crash-… in the folder of `--keep`, a slow one as timeout-…; either ends its
target with the traceback, and the script with status 1. Status 2 when atheris is not there.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

CORPUS = Path(__file__).with_name("corpus")
NAMES = ("page", "twice", "functions", "line", "workshop", "hints", "from_dict", "rules", "rule", "command", "rows")
_SLOW = 25  # seconds; a text of 4 kB takes milliseconds


def main(argv: Sequence[str]) -> int:
    """Run the targets one after the other, each in a process of its own."""
    if argv[:1] == ["--one"]:
        return _fuzz(argv[1], list(argv[2:]))
    parser = argparse.ArgumentParser(description="Fuzz newsnorm under coverage guidance.")
    parser.add_argument("targets", nargs="*", choices=[*NAMES, []], metavar="TARGET", help=", ".join(NAMES))
    parser.add_argument("--runs", type=int, default=2_000, help="inputs a target (default: 2000); -1 for no end")
    parser.add_argument("--seconds", type=int, default=0, help="seconds a target at most (default: no limit)")
    parser.add_argument("--seed", type=int, default=0, help="the same number gives the same inputs (default: others)")
    parser.add_argument("--longest", type=int, default=400, help="bytes of an input at most (default: 400)")
    parser.add_argument("--keep", type=Path, help="where what was found is kept, and where a later run goes on")
    options = parser.parse_args(argv)
    if not _is_here():
        print(
            "not fuzzed: atheris is not installed; pip install atheris (Linux, CPython 3.11 to 3.13)", file=sys.stderr
        )
        return 2
    if options.seconds:
        options.runs = -1
    total, broken = 0, []
    with tempfile.TemporaryDirectory() as scratch:
        for name in options.targets or NAMES:
            count, passed = _run(name, options, Path(scratch))
            print(f"{name:<10} {count:>10} inputs  {'ok' if passed else 'BROKEN'}", flush=True)
            total += count
            broken += [] if passed else [name]
    print(f"{'all':<10} {total:>10} inputs  {'broken: ' + ', '.join(broken) if broken else 'nothing broke'}")
    return 1 if broken else 0


def _run(name: str, options: argparse.Namespace, scratch: Path) -> tuple[int, bool]:
    """How many inputs a target met, and whether it held."""
    found = (options.keep or scratch) / name
    found.mkdir(parents=True, exist_ok=True)
    words = scratch / "words"
    if not words.exists():
        words.write_text("".join(_words()), encoding="utf-8")
    seeds = [str(CORPUS / name)] if (CORPUS / name).is_dir() else []
    flags = [
        f"-runs={options.runs}",
        f"-max_total_time={options.seconds}",
        f"-timeout={_SLOW}",
        f"-max_len={options.longest}",
        f"-seed={options.seed}",
    ]
    flags += [
        f"-dict={words}",
        f"-artifact_prefix={found.parent}/{name}-",
        "-print_final_stats=1",
        "-rss_limit_mb=4096",
    ]
    command = [sys.executable, __file__, "--one", name, *flags, str(found), *seeds]
    env = {**os.environ, "PYTHONHASHSEED": str(options.seed or "random")}
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, env=env)
    if done.returncode:
        print(done.stderr[-6000:] + done.stdout[-2000:], file=sys.stderr)
    counted = re.findall(r"number_of_executed_units: (\d+)|^#(\d+)\t", done.stderr, re.MULTILINE)
    return max((int(one or other) for one, other in counted), default=0), done.returncode == 0


def _is_here() -> bool:
    try:
        import atheris  # noqa: F401
    except ImportError:
        return False
    return True


def _words() -> Iterator[str]:
    """The phrases of the rules, as a dictionary for the fuzzer."""
    from newsnorm.rules.sets import rules_for

    for rule in rules_for():
        for phrase in (*rule.says, *rule.hit):
            data = phrase.encode()[:60] if isinstance(phrase, str) else b""
            if data:
                yield '"' + "".join(f"\\x{byte:02x}" for byte in data) + '"\n'


def _fuzz(name: str, flags: list[str]) -> int:
    import atheris

    with atheris.instrument_imports(include=["newsnorm"]):
        import targets
    targets.whole_pages = 8
    atheris.Setup([__file__, *flags], targets.TARGETS[name])
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]
    sys.exit(main(sys.argv[1:]))
