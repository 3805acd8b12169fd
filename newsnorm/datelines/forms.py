"""Datelines of scripts that set no blanks: Chinese, Japanese, Korean. Their forms are rules, read from data."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from newsnorm.datelines.names import place_of
from newsnorm.datelines.places import find_place
from newsnorm.datelines.reading import Spot
from newsnorm.datelines.words import words_table
from newsnorm.records import Dateline, PartialDate, Place
from newsnorm.rules.sets import pack
from newsnorm.rules.slots import expand

__all__ = ["by_form"]

LONGEST = 120
"""No such dateline is longer, in code points."""
LONGEST_PLACE = 12
"""Nor has a place in it more."""


def by_form(text: str, start: int, languages: Iterable[str]) -> Dateline | None:
    """The dateline that one of the languages' forms finds at `start`; None when none does."""
    for language in languages:
        for pattern in _patterns(language):
            match = pattern.match(text, start, start + LONGEST)
            found = match and _record(match, language)
            if found and (found.places or found.date or text[found.end : found.end + LONGEST].strip()):
                return found  # a paper's name on a line of its own is a credit
    return None


@cache
def _words(language: str) -> Mapping[str, Any]:
    table = words_table(language)
    return {key: _names(table.get(f"dateline_{key}", "")) for key in ("agencies", "endings", "roles", "kickers")}


def _names(text: str) -> tuple[str, ...]:
    """A list of names, the longest first, so that none hides a longer one."""
    return tuple(sorted((name.strip() for name in text.split("|") if name.strip()), key=len, reverse=True))


@cache
def _patterns(language: str) -> Sequence[re.Pattern[str]]:
    words = _words(language)
    agency = "|".join(map(re.escape, words["agencies"]))
    if words["endings"]:
        agency += rf"|[^\W\d_]{{1,8}}?(?:{'|'.join(map(re.escape, words['endings']))})"
    role = "|".join(map(re.escape, words["roles"]))
    rules = pack(f"lang/{language}.toml")["dateline"]
    return [re.compile(_slots(form, agency, role)) for rule in rules for form in rule.form]


def _slots(form: str, agency: str, role: str) -> str:
    """The form with the listed agencies in place; every other slot as `slots.py` has it."""
    form = form.replace("{agency}", f"(?P<agency>{agency})", 1).replace("{agency}", f"(?P<agency_2>{agency})", 1)
    return expand(form.replace("{role}", f"(?:{role})"))


def _record(match: re.Match[str], language: str) -> Dateline | None:
    parts = {name: value for name, value in match.groupdict().items() if value is not None}
    names = [name for part, value in sorted(parts.items()) if part.startswith("places") for name in _cities(value)]
    region = parts.pop("region", None)
    if not names and "filer" in parts and match[0][-2] in "電电導导道":
        parts["filer"], names = _place_behind(parts["filer"])
    found = Dateline(
        raw=match[0],
        places=tuple(_place(name, region) for name in names),
        agencies=tuple(parts[name] for name in ("agency", "agency_2") if name in parts),
        date=_date(parts["day"]) if "day" in parts else None,
        byline="、".join(value for part, value in parts.items() if part.startswith("filer")) or None,
        start=match.start(),
        end=match.end(),
    )
    words = _words(language)
    return found if _are_names(found, words) and _vouched(found, words, language) else None


def _are_names(found: Dateline, words: Mapping[str, Any]) -> bool:
    """False where a label stands in a slot: "[주요뉴스]", "(사진=연합뉴스)"."""
    unlisted = [name for name in found.agencies if name not in words["agencies"]]
    if words["kickers"] and any(name.startswith(words["kickers"]) for name in unlisted):
        return False
    return all(len(place.city) <= LONGEST_PLACE and place.city not in words["kickers"] for place in found.places)


def _vouched(found: Dateline, words: Mapping[str, Any], language: str) -> bool:
    """Brackets or a day vouch for the rest; without them "本报通讯" is a sentence."""
    listed = all(name in words["agencies"] for name in found.agencies)
    wired = found.raw.rstrip("）)〕】").endswith(("讯", "訊"))
    wired = wired or all(name.endswith(_DAILIES) for name in found.agencies)
    if found.date is not None:
        return True
    if found.raw[0] in "[(（【［〔":  # "【速報】" is a label, "【IT商业新闻网讯】" a paper
        return bool(listed or found.places or wired or language != "zh")
    if found.places:
        return listed and all(find_place(place.city) for place in found.places)
    paper = wired and all(len(name) > 3 and name.endswith(("报", "報")) for name in found.agencies)
    return listed or paper or found.byline is not None


_DAILIES = ("日报", "晚报", "日報", "晚報", "通讯社", "通訊社")


def _place_behind(filer: str) -> tuple[str, list[str]]:
    """Taiwan's CNA sets no sign between reporter and place: "王小明高雄"."""
    for length in (4, 3, 2):
        if len(filer) > length + 1 and find_place(filer[-length:]):
            return filer[:-length], [filer[-length:]]
    return filer, []


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"[/／、，,;；]|(?<=[가-힣])·|(?<=[一-鿿])[・·](?=[一-鿿])")


def _cities(value: str) -> list[str]:
    return [name.strip() for name in _between().split(value) if name.strip()]


def _place(name: str, region: str | None = None) -> Place:
    return place_of(Spot(name, 0, 0, False, find_place(name), (region,) if region else ()))


_FIGURES = {char: value for value, chars in enumerate(("〇零", *"一二三四五六七八九")) for char in chars}


def _date(printed: str) -> PartialDate:
    """As in "5月17日", "五月十三日", "２６日": what is printed, the rest None."""
    numbers = [_number(part) for part in re.split("[年月日년월일 ]", printed) if part]
    year, month, day = [None] * (3 - len(numbers)) + numbers
    return PartialDate(year, month, day)


def _number(figures: str) -> int:
    """A number in digits, or in the figures of Chinese: 十三 is 13, 二十 is 20, 一九九八 is 1998."""
    if figures.isdecimal():
        return int(figures)
    tens, ten, ones = figures.rpartition("十")
    if ten:
        return 10 * (_FIGURES.get(tens, 1) if tens else 1) + (_FIGURES.get(ones, 0) if ones else 0)
    return int("".join(str(_FIGURES.get(char, 0)) for char in figures))
