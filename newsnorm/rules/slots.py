"""Small named pieces of grammar that the rule files put together: `{name}`, `{date}`, `{site}`.

Every piece is bounded or possessive, so that no rule can backtrack for long.
"""

import re
from collections import Counter
from functools import cache

__all__ = ["SLOTS", "expand"]

SLOTS: dict[str, str] = {
    # A person's name as newspapers print it: two to four capitalised words, initials and particles allowed.
    "name": r"[^\W\d_][\w.'’-]{0,30}(?:\s(?:(?:de|da|di|del|van|von|der|al|el|bin)\s)?[^\W\d_][\w.'’-]{0,30}){1,3}",
    # Several names: "A, B and C". Kept loose, for the rule around it decides.
    "names": r"[^;()\n]{2,160}",
    # Reuters Handbook of Journalism, "sign-offs": semicolons between the parts.
    "words": r"[^\n]{1,200}",
    "short": r"[^\n]{1,60}",
    "site": r"[^\n]{2,80}",
    "headline": r"[^\n]{2,300}",
    "number": r"\d{1,3}(?:[,. ]\d{3}){0,4}",
    # hyphen, double hyphen, en and em dash, AP's underscore of the 1990s
    "dash": r"(?:--?|[–—_])",
    # A day in any order with words or digits; dates/ reads it, this only finds its ends.
    "date": r"[^\s|•·][^\n|•·]{3,60}",
    # The parts of a Chinese, Japanese or Korean dateline; datelines/forms.py puts the listed agencies for {agency}.
    "agency": r"[^()\[\]（）【】［］〔〕=＝:：,，、。|\n]{2,60}",
    # The parts of a dateline in an alphabet; datelines/walk.py reads them, forms only say how they follow each other.
    "place": r"[^\s\d(/|][^\n|/]{0,60}?",
    "byline": r"[^\s\d(/|][^\n|/]{2,80}?",
    "places": r"[^\s\d()\[\]（）【】［］〔〕=＝:：。|]{1,24}?",
    "role": r"[^\s\d()\[\]（）【】［］〔〕=＝:：。|]{2,6}",
    "filer": r"[^()\[\]（）【】［］〔〕=＝:：\n。]{2,40}?",
    "day": (
        r"(?:[\d〇零一二三四五六七八九]{4}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日"
        r"|(?:\d{4}년 ?)?\d{1,2}월 ?\d{1,2}일|\d{1,2}[日일]"
    ),
    "email": r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}",
    "url": r"(?:https?://|www\.)[^\s<>\"']{3,400}",
}


@cache
def _hole() -> re.Pattern[str]:
    return re.compile(r"\{([a-z_]{1,30})\}")


def expand(form: str) -> str:
    r"""Turn a rule's `form` into a regular expression: slots become named groups, the rest stays as written.

    A slot used again is named by its turn: `names`, `names_2`. An unknown slot raises KeyError.

    >>> expand(r"editing by {short}") == r"editing by (?P<short>[^\n]{1,60})"
    True
    """
    seen: Counter[str] = Counter()

    def piece(match: re.Match[str]) -> str:
        name = match[1]
        body = SLOTS[name]
        seen[name] += 1
        return f"(?P<{name if seen[name] == 1 else f'{name}_{seen[name]}'}>{body})"

    return _hole().sub(piece, form)
