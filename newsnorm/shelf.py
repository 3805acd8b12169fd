"""Where newsnorm's own data files lie, and how a rule file is read. What this needs is imported when first needed."""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["NotTOMLError", "read_toml", "shelf"]


class NotTOMLError(ValueError):
    """The text is not TOML; the message says where."""


@cache
def shelf() -> "Traversable":
    """The folder of the data files; inside an archive where newsnorm is imported from one."""
    from pathlib import Path  # noqa: PLC0415 - only rules need it

    folder = Path(__file__).with_name("data")
    if folder.is_dir():
        return folder
    from importlib.resources import files  # noqa: PLC0415 - a tenth of newsnorm's import, and hardly anybody needs it

    return files("newsnorm") / "data"


def read_toml(text: str) -> dict[str, Any]:
    """The tables of a TOML text. Raises NotTOMLError."""
    import tomllib  # noqa: PLC0415 - as above

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotTOMLError(str(error)) from error
