"""Bylines in Chinese and Korean: no capital tells a name there, but a reporter's job stands beside it, and names begin
with one of a hundred family names."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newsnorm.records import Author

__all__ = ["NOWHERE", "East", "east_of", "eastern_authors"]

_LONGEST = 60
"""No such byline is longer, in code points."""

_BRACKETS = " \t\u3000()（）[]［］【】<>〈〉"

_IDEOGRAPHS, _HANGUL = "\u4e00-\u9fff", "\uac00-\ud7a3"


class East(NamedTuple):
    """What tells such a byline."""

    jobs: tuple[str, ...]
    """The jobs, as written: "记者", "기자"."""
    family_names: frozenset[str]
    """Those that nearly all names begin with, one or two characters."""


NOWHERE = East((), frozenset())
"""Languages that need nothing of this."""


def east_of(jobs: Iterable[str], family_names: Iterable[str]) -> East:
    """The jobs that are written without Latin letters, the longest first, and the family names.

    >>> east_of(["reporter", "记者", "本报记者"], ["张"])
    East(jobs=('本报记者', '记者'), family_names=frozenset({'张'}))
    """
    wide = {job for job in jobs if job and job[0] >= "\u3000"}
    return East(tuple(sorted(wide, key=lambda job: (-len(job), job))), frozenset(family_names))


def eastern_authors(text: str, east: East) -> list[Author]:
    """The authors of a line that is whole such a byline, five at most; [] for any other line.

    >>> east = East(("记者", "기자"), frozenset("王张홍"))
    >>> [(one.name, one.role, one.organization) for one in eastern_authors("（新华社记者 张三 王小明）", east)]
    [('张三', '记者', '新华社'), ('王小明', '记者', '新华社')]
    >>> [(one.name, one.role, one.organization) for one in eastern_authors("[호수일보 홍길동 기자]", east)]
    [('홍길동', '기자', '호수일보')]
    >>> eastern_authors("记者手记", east), eastern_authors("사회부 기자", east)
    ([], [])
    """
    if not east.jobs or len(text) > _LONGEST or text.isascii():
        return []
    line = text.strip(_BRACKETS)
    job = next((job for job in east.jobs if job in line), None)
    found = _pattern(job).fullmatch(line) if job else _behind_sign().fullmatch(line)
    if found is None:
        return []
    names = [name for name in re.split(r"[\s、，,·]+", found["names"] or found["before"]) if name]
    paper = found["paper"] or found["beside"] or None
    if not all(_is_name(name, east) for name in names):
        return []
    return [Author(name=name, role=job, organization=paper) for name in names]


_DEPARTMENT = ("부", "팀")
"""Korean desks end so: 정치부, 사회부, 온라인뉴스팀."""


def _is_name(name: str, east: East) -> bool:
    return not name.endswith(_DEPARTMENT) and (name[:1] in east.family_names or name[:2] in east.family_names)


_SEVERAL = rf"(?:[\s、，,·]{{1,3}}[{_IDEOGRAPHS}]{{2,4}}){{0,4}}"
_KOREANS = rf"[{_HANGUL}]{{2,4}}(?:[\s,·]{{1,3}}[{_HANGUL}]{{2,4}}){{0,4}}"


@cache
def _pattern(job: str) -> re.Pattern[str]:
    # Chinese: paper, job, names; Korean: paper, names, job
    return re.compile(
        rf"(?P<paper>[{_IDEOGRAPHS}]{{2,8}})?{job}[\s:：]{{0,2}}(?P<names>[{_IDEOGRAPHS}]{{2,4}}{_SEVERAL})"
        rf"|(?:(?P<beside>[{_HANGUL}]{{2,8}})\s)?(?P<before>{_KOREANS})\s?{job}"
    )


@cache
def _behind_sign() -> re.Pattern[str]:
    # "文/张三", "撰文｜张三"
    return re.compile(
        rf"(?P<paper>)(?P<beside>)(?P<before>)(?:文|图文|圖文|撰文|采写|採訪|作者)\s?[/／|｜丨]\s?(?P<names>[{_IDEOGRAPHS}]{{2,4}}{_SEVERAL})"
    )
