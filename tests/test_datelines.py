"""Datelines: every language's examples, what must stay, odd input, and the laws."""

import re
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import cost
from newsnorm.datelines import parse_dateline
from newsnorm.datelines.words import words_table
from newsnorm.languages import languages
from newsnorm.records import Dateline
from newsnorm.rules.rule import Rule
from newsnorm.rules.sets import pack

RULES = [rule for name in languages() for rule in pack(f"lang/{name}.toml")["dateline"]]
HITS = [pytest.param(rule, hit, id=f"{rule.id}-{n}") for rule in RULES for n, hit in enumerate(rule.hit)]
MISSES = [pytest.param(text, id=f"{rule.id}-{n}") for rule in RULES for n, text in enumerate(rule.miss)]


def shape(found: Dateline | None) -> dict[str, Any]:
    """What the examples say of a dateline."""
    if found is None:
        return {}
    date = found.date and "-".join(
        [f"{found.date.year:04}" if found.date.year else "-"]
        + [f"{part:02}" if part else "" for part in found.date[1:]]
    )
    return {
        "raw": found.raw,
        "places": [f"{place.city}/{place.region}" if place.region else place.city for place in found.places],
        "agencies": list(found.agencies),
        **({"date": date} if date else {}),
    }


def test_every_language_has_examples() -> None:
    """A language without dateline rules would test nothing."""
    assert {rule.id.partition(":")[0] for rule in RULES} == {f"lang/{name}" for name in languages()}


@pytest.mark.parametrize(("rule", "hit"), HITS)
def test_a_hit_is_read(rule: Rule, hit: dict[str, Any]) -> None:
    """Raw words, places, agencies and date are as the example says, with and without the language's name."""
    want = {key: value for key, value in hit.items() if key != "text"}
    assert shape(parse_dateline(hit["text"])) == want
    assert shape(parse_dateline(hit["text"], language=rule.id[5:].partition(":")[0])) == want


@pytest.mark.parametrize(("rule", "hit"), HITS)
def test_a_hit_has_one_of_the_forms(rule: Rule, hit: dict[str, Any]) -> None:
    """The forms of the rule describe its examples."""
    assert rule.match(hit["raw"]) is not None


@pytest.mark.parametrize("text", MISSES)
def test_a_miss_stays(text: str) -> None:
    """Labels and sentences that look alike are no datelines."""
    assert parse_dateline(text) is None


@pytest.mark.parametrize(("rule", "hit"), HITS)
def test_twice_is_once(rule: Rule, hit: dict[str, Any]) -> None:
    """The same dateline is found when it is put back; what follows it does not begin with another."""
    found = parse_dateline(hit["text"])
    assert found is not None
    rest = hit["text"][found.end :].strip()
    again = parse_dateline(f"{found.raw} {rest}")
    assert again is not None
    assert again.raw == found.raw
    assert parse_dateline(rest) is None


def test_the_byline_is_told() -> None:
    """A reporter inside the dateline is handed on."""
    for text, name in (
        ("By Jane Doe and John Roe LONDON (Reuters) - Rain", "Jane Doe and John Roe"),
        ("Ayşe KARA/İZMİR, (DHA) - Yağmur", "Ayşe KARA"),
        ("МОСКВА, 3 мар - РИА Новости, Иван Петров. Дождь", "Иван Петров"),
        ("(대구=연합뉴스) 홍길동 기자 = 비가", "홍길동"),
        ("【リマ＝山川花子】雨", "山川花子"),
        ("（中央社記者王小明高雄3日電）雨", "王小明"),
    ):
        found = parse_dateline(text)
        assert found is not None
        assert found.byline == name


def test_the_language_settles_months() -> None:
    """ "Listopada" is November in Poland, October in Croatia."""
    text = "Warszawa, 3 listopada (PAP) - Port"
    polish, croatian = (parse_dateline(text, language=name) for name in ("pl", "hr"))
    assert polish is not None and polish.date is not None and polish.date.month == 11  # noqa: PT018
    assert croatian is not None and croatian.date is not None and croatian.date.month == 10  # noqa: PT018


@pytest.mark.parametrize("value", [None, b"LONDON (AP) -", 3, ["LONDON (AP) -"]])
def test_a_wrong_type_says_what_to_pass(value: Any) -> None:
    """TypeError that names the function."""
    with pytest.raises(TypeError, match=re.escape("parse_dateline() takes str")):
        parse_dateline(value)


PIECES = st.sampled_from(
    [
        *(
            "LONDON",
            "Nagpur",
            "Wien",
            "St. Paul",
            "Москва",
            "मुंबई",
            "دبي",
            "北京",
            "서울",
            "東京",
            "By Jane Doe",
            "GeorgiaCNN",
        ),
        *("Calif.", "India", "AP", "Reuters", "dpa/lno", "KOMPAS.com", "新华社", "연합뉴스", "भाषा", "وام", "/ТАСС/"),
        *("March 3", "3. März 2022", "1996-08-29", "8/24/2004", "3 марта", "३ मार्च", "5月3日", "MONDAY"),
        *(
            " - ",
            "--",
            " — ",
            ":",
            ".-",
            ". ",
            ", ",
            "/",
            " (",
            ")",
            "[",
            "]",
            "【",
            "】",
            "=",
            "।",
            "电",
            "\n",
            " ",
            "|",
            "«",
        ),
        *("The port", "the port", "Порт", "बंदरगाह", "港", "\ud800", "\u0301", "\u200c", "\x85", "1", "a", "A"),
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60)


@given(TEXTS, st.sampled_from([None, "en", "pl", "zh-Hant", "xx", ""]))
def test_any_text(text: str, language: str | None) -> None:
    """Nothing raises; what is found is a piece of the text, and found again in itself."""
    found = parse_dateline(text, language=language)
    if found is None:
        return
    assert text[found.start : found.end] == found.raw == found.raw.strip()
    assert found.places or found.agencies or found.date is not None or found.byline is not None or found.raw
    for place in found.places:
        assert place.city in place.raw
        assert place.country is None or re.fullmatch("[A-Z]{2}", place.country)
        assert place.name
    assert parse_dateline(text, language=language) == found


HOSTILE = [
    "A",
    "A. ",
    "A, ",
    "(",
    "A/",
    "A-",
    "Aa ",
    "By A ",
    "1 ",
    "[=",
    "मे ",
    "(CNN) - ",
    "LONDON/",
    "本",
    "【",
    "LONDON, ",
    "«",
    "|",
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_only_the_head_is_read(unit: str) -> None:
    """Ten times the text takes the same time: the head alone is looked at."""

    parse_dateline(unit * 400)
    short, long = unit * 20_000, unit * 200_000
    assert any(cost(parse_dateline, long) < 5 * cost(parse_dateline, short) for _ in range(4))


@pytest.mark.parametrize("language", languages())
def test_the_words_are_read_without_the_rules(language: str) -> None:
    """The tables stand at the head of the file, and the short way reads what the long way reads."""
    assert words_table(language) == pack(f"lang/{language}.toml").tables["words"][0]


def test_nothing_is_loaded_at_import() -> None:
    """Neither rule files nor place lists; both come with the first text that may begin with a dateline."""
    code = (
        "import newsnorm.languages as l, newsnorm.datelines.places as p, newsnorm.rules.sets as r;"
        "import newsnorm.datelines;"
        "assert not l.head_of.cache_info().currsize and not p._listed.cache_info().currsize;"
        "assert not r._pack.cache_info().currsize"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_languages_words_are_kept_once() -> None:
    """Under every tag: crawls meet any number of them."""
    from newsnorm.datelines.words import words_of

    lead = "OSLO, 5. mars (NTB) - Fergen er tilbake i havnen."
    parse_dateline(lead, language="no")
    parse_dateline(lead, language="tlh")
    kept = words_of.cache_info().currsize
    for tag in ("no-NO", "nb", "nn-NO", "qab", "en-x-tern", "qaa"):
        parse_dateline(lead, language=tag)
    assert words_of.cache_info().currsize <= kept + 1  # English
