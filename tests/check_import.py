"""Fails when `import newsnorm` reads a rule file, compiles a pattern of its own, or brings a slow guest along."""

import builtins
import pathlib
import re
import sys

import regex

DATA = str(pathlib.Path("newsnorm") / "data")
compiled: list[str] = []
opened: list[str] = []


def watch() -> None:
    """Count what newsnorm compiles and opens while it is imported."""
    originals = {re: re.compile, regex: regex.compile}

    def watching(module: object) -> object:
        original = originals[module]  # type: ignore[index]

        def compile_(*args: object, **kwargs: object) -> object:
            caller = sys._getframe(1).f_globals.get("__name__", "")
            if caller.startswith("newsnorm"):
                compiled.append(f"{caller}: {args[0]!r}")
            return original(*args, **kwargs)

        return compile_

    re.compile = watching(re)  # type: ignore[assignment]
    regex.compile = watching(regex)  # type: ignore[assignment]
    real_open = builtins.open

    def open_(file: object, *args: object, **kwargs: object) -> object:
        opened.append(str(file))
        return real_open(file, *args, **kwargs)  # type: ignore[call-overload]

    builtins.open = open_  # type: ignore[assignment]
    sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)


def main() -> int:
    """The exit status: 1 when something was found, which is printed."""
    watch()
    import newsnorm  # noqa: F401  # what is watched

    found = compiled + [path for path in opened if DATA in path]
    found += [name for name in ("ftfy", "dateutil", "tomllib") if name in sys.modules and name != "tomllib"]
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
