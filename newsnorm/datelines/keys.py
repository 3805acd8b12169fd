"""How a place name is compared: case, accents, dots and hyphens do not count."""

import unicodedata
from functools import cache

__all__ = ["place_key"]

_SAME_WORD = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}


@cache
def _folds() -> dict[int, str | None]:
    """Marks that do not count, letters that Unicode does not take apart, and letters that keyboards interchange."""
    dropped = (*range(0x300, 0x370), *range(0x64B, 0x660), 0x670, 0x640, 0x93C, 0x9BC, 0x200C, 0x200D)
    table: dict[int, str | None] = dict.fromkeys((*dropped, *map(ord, "ʼ‘’`´'.")))
    for letters, plain in (("ىیے", "ي"), ("ةۀہھ", "ه"), ("کڪ", "ك"), ("đð", "d"), ("-‐‑", " ")):
        table.update(dict.fromkeys(map(ord, letters), plain))
    return table | str.maketrans({"ø": "o", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe"})


def place_key(name: str) -> str:
    """The form under which a place name stands in the place list.

    >>> place_key("SAINT-LOUIS") == place_key("St. Louis")
    True
    >>> place_key("São Paulo")
    'sao paulo'
    """
    key = name.casefold()
    if not key.isascii():
        key = unicodedata.normalize("NFKD", key)
        key = unicodedata.normalize("NFC", key.translate(_folds()))
    elif not key.isalpha():
        key = key.replace("-", " ").replace(".", "").replace("'", "").replace("`", "")
    if " " in key:
        return " ".join(_SAME_WORD.get(word, word) for word in key.split())
    return key
