"""The command line: `python -m newsnorm FILE…` shows pages; `batch` does files of rows; `rules` is the workshop."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence

from newsnorm.cli import batch, rules, show

__all__ = ["main"]

COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {"batch": batch.main, "rules": rules.main}
"""What the first word may be; anything else is a file to show. A file of that name is "./rules"."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line. Gives the exit status: what the subcommand says, or as a shell has it for the two signals:
    130 when it was stopped, 141 when nobody reads on."""
    words = list(sys.argv[1:] if argv is None else argv)
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a page may hold anything
    command = COMMANDS.get(words[0]) if words else None
    try:
        status = show.main(words) if command is None else command(words[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to say goes nowhere
        return 141
    return status


if __name__ == "__main__":
    sys.exit(main())
