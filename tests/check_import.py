"""Fails when `import newsnorm` reads a rule file, compiles a pattern of its own, or brings a slow guest along."""

import pathlib
import re
import sys
from typing import Any

import regex

DATA = str(pathlib.Path("newsnorm") / "data")
compiled: list[str] = []
opened: list[str] = []


def watch() -> None:
    """Count what newsnorm compiles and opens while it is imported."""

    def watching(original: Any) -> Any:
        def compile_(*args: Any, **kwargs: Any) -> Any:
            caller = sys._getframe(1).f_globals.get("__name__", "")
            if caller.startswith("newsnorm"):
                compiled.append(f"{caller}: {args[0]!r}")
            return original(*args, **kwargs)

        return compile_

    vars(re)["compile"] = watching(re.compile)
    vars(regex)["compile"] = watching(regex.compile)
    sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)


def main() -> int:
    """The exit status: 1 when something was found, which is printed."""
    watch()
    import newsnorm  # noqa: F401  # what is watched

    found = compiled + [path for path in opened if DATA in path]
    found += [name for name in ("ftfy", "dateutil") if name in sys.modules]
    sys.stdout.write("\n".join(found or ["clean"]) + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
