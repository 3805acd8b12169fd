"""Bylines in Chinese, Japanese and Korean: no capital tells a name there, but a reporter's job stands beside it, and
names begin with one of some hundred family names."""

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

    >>> east = East(("记者", "記者", "기자"), frozenset("王张홍林田"))
    >>> [(one.name, one.role, one.organization) for one in eastern_authors("（新华社记者 张三 王小明）", east)]
    [('张三', '记者', '新华社'), ('王小明', '记者', '新华社')]
    >>> [(one.name, one.role, one.organization) for one in eastern_authors("[호수일보 홍길동 기자]", east)]
    [('홍길동', '기자', '호수일보')]
    >>> [one.name for one in eastern_authors("記者林小美／高雄報導", east) + eastern_authors("田中太郎記者", east)]
    ['林小美', '田中太郎']
    >>> [one.name for one in eastern_authors("[港口新聞網]記者林小美／綜合報導", east)]
    ['林小美']
    >>> eastern_authors("【纠错】 责任编辑： 林小美", East(("编辑",), frozenset("林")))
    []
    >>> [one.name for one in eastern_authors("港口日報／ 林小美／高雄即時報導", east)]
    ['林小美']
    >>> eastern_authors("记者手记", east), eastern_authors("사회부 기자", east)
    ([], [])
    """
    if not east.jobs or len(text) > _LONGEST or text.isascii():
        return []
    line = _outlet().sub("", text, 1).strip(_BRACKETS)
    found = _behind_sign().fullmatch(line) or _of_desk().fullmatch(line) or _of_paper().fullmatch(line)
    if found is not None:
        return _all_names([(name, None, "") for name in _split(found["names"])], east)
    if not any(job in line for job in east.jobs):
        return []
    readings = (read(line, east.jobs) for read in (_chinese, _korean, _japanese))
    return next((authors for reading in readings if (authors := _all_names(reading, east))), [])


_Part = tuple[str, str | None, str]
"""A name, its job, its paper."""


def _split(names: str) -> list[str]:
    return [name for name in re.split(r"[\s、，,·]+", names) if name]


def _all_names(parts: Iterable[_Part], east: East) -> list[Author]:
    """The authors, or none when one of them has no name's beginning."""
    found = [Author(name=name, role=job, organization=paper or None) for name, job, paper in parts]
    return found if all(_is_name(one.name, east) for one in found) else []


_DEPARTMENT = ("부", "팀")
"""Korean desks end so: 정치부, 사회부, 온라인뉴스팀."""


def _is_name(name: str, east: East) -> bool:
    return not name.endswith(_DEPARTMENT) and any(name[:size] in east.family_names for size in (1, 2, 3))


_SEVERAL = rf"(?:[\s、，,·]{{1,3}}[{_IDEOGRAPHS}]{{2,4}}){{0,4}}"
_KOREANS = rf"[{_HANGUL}]{{2,4}}(?:[\s,·]{{1,3}}[{_HANGUL}]{{2,4}}){{0,4}}"


def _chinese(line: str, jobs: tuple[str, ...]) -> list[_Part]:
    """Paper, job and names, several times; in Taiwan a town and the report behind: "記者林小美／高雄報導"."""
    behind = _report().search(line)
    line = line[: behind.start()] if behind else line
    pieces = _jobs(jobs).split(line)
    if len(pieces) < 3 or not _paper().fullmatch(pieces[0]) or not all(map(_chinese_names().fullmatch, pieces[2::2])):
        return []
    papers = [pieces[0].strip(" ／/"), *[""] * len(pieces)]
    cut = zip(pieces[1::2], pieces[2::2], papers, strict=False)
    return [(name, job, paper) for job, names, paper in cut for name in _split(names.strip(" :："))]


def _korean(line: str, jobs: tuple[str, ...]) -> list[_Part]:
    """Paper or town, names, job: "호수일보 홍길동 기자", "워싱턴 홍길동 특파원·서울 김철수 기자"."""
    pieces = _jobs(jobs).split(_buttons().sub("", line))
    if len(pieces) < 3 or pieces[-1]:
        return []
    cut = [(_korean_names().fullmatch(names), job) for names, job in zip(pieces[::2], pieces[1::2], strict=False)]
    return (
        [
            (name, job, found["paper"] or "")
            for found, job in cut
            if found is not None
            for name in _split(found["names"])
        ]
        if all(found is not None for found, _ in cut)
        else []
    )


def _japanese(line: str, jobs: tuple[str, ...]) -> list[_Part]:
    """Name and job, or job and name with a blank between: "田中太郎記者", "編集委員　田中太郎"."""
    job = next(job for job in jobs if job in line)
    name = line.removesuffix(job) if line.endswith(job) else line.removeprefix(job).lstrip(" \u3000・：:=＝／/")
    return [(name, job, "")] if _japanese_name().fullmatch(name) else []


@cache
def _jobs(jobs: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"({'|'.join(map(re.escape, jobs))})")


_REPORT = "(?:即時|綜合|综合|專題|专题|連線|连线|外電)?(?:報導|报导|報道|报道|攝影|摄影)"


@cache
def _of_desk() -> re.Pattern[str]:
    # "即時中心／林小美報導"
    return re.compile(rf"[{_IDEOGRAPHS}]{{2,4}}中心\s?[／/]\s?(?P<names>[{_IDEOGRAPHS}]{{2,4}}{_SEVERAL}){_REPORT}")


@cache
def _of_paper() -> re.Pattern[str]:
    # "港口日報／ 林小美／高雄即時報導"
    town = rf"[／/]\s?[{_IDEOGRAPHS}]{{2,3}}?\s?{_REPORT}"
    return re.compile(rf"[{_IDEOGRAPHS}]{{1,8}}[報报]\s?[／/]\s?(?P<names>[{_IDEOGRAPHS}]{{2,4}}{_SEVERAL}){town}")


@cache
def _outlet() -> re.Pattern[str]:
    """An outlet in brackets of its own opens a byline on Taiwan's portals: "[港口新聞網]記者林小美／綜合報導"."""
    name = rf"[A-Za-z]{{0,12}}[{_IDEOGRAPHS}]{{1,8}}(?:[網网聞闻報报社台刊]|[A-Za-z]{{3,12}})"
    return re.compile(rf"^[\[［【〔]{name}[\]］】〕]\s?(?=[{_IDEOGRAPHS}])")


@cache
def _report() -> re.Pattern[str]:
    town = rf"[\s／/]{{1,3}}[{_IDEOGRAPHS}]{{2,3}}\s?{_REPORT}|[{_IDEOGRAPHS}]{{2}}{_REPORT}"
    return re.compile(rf"(?:{town}|[\s／/]{{0,3}}{_REPORT}|\s{{0,2}}(?:文[/／並并]?[图圖摄攝]|摄|攝))$")


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(rf"[{_IDEOGRAPHS}]{{0,8}}[\s／/]{{0,3}}")


@cache
def _chinese_names() -> re.Pattern[str]:
    return re.compile(rf"[\s:：]{{0,2}}[{_IDEOGRAPHS}]{{2,4}}{_SEVERAL}[\s、，,／/]{{0,3}}")


@cache
def _buttons() -> re.Pattern[str]:
    labels = r"(?:글\s?[·ㆍ/]\s?사진|글|취재|정리|기자명)\s?[:=]?\s"
    return re.compile(rf"^(?:{labels}|[·,]\s?)|\s?(?:구독|구독하기|다른기사 보기|기자페이지)$")


@cache
def _korean_names() -> re.Pattern[str]:
    return re.compile(
        rf"[·,\s]{{0,2}}(?:(?P<paper>[{_HANGUL}]{{2,8}})[\s/=]\s?)?(?P<names>{_KOREANS}|[{_IDEOGRAPHS}]{{2,4}})\s?"
    )


@cache
def _japanese_name() -> re.Pattern[str]:
    return re.compile(rf"[{_IDEOGRAPHS}々]{{2,4}}[ \u3000]?[{_IDEOGRAPHS}々ぁ-んァ-ヶー]{{1,4}}")


@cache
def _behind_sign() -> re.Pattern[str]:
    # "文/张三", "文、圖／林小美", "撰文｜张三"
    return re.compile(
        r"(?:文(?:[、・和]?[圖图])?|图文|圖文|撰文|采写|採訪|作者|攝影|摄影|取材・文|文・写真|写真・文)\s?[/／|｜丨]\s?"
        rf"(?P<names>[{_IDEOGRAPHS}]{{2,4}}{_SEVERAL})"
    )
