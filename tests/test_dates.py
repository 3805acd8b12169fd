"""Date lines: what they print is read, what they do not print is not made up, and each has its role."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_proportion
from newsnorm.dates.calendars import ROLES, calendar_of, day_of, order_of, plain_word, readings
from newsnorm.dates.parts import How
from newsnorm.dates.reading import LONGEST, dated, parse_date
from newsnorm.dates.zones import zone_of
from newsnorm.document import Document, Mark
from newsnorm.languages import languages
from newsnorm.pipeline import normalize
from newsnorm.rules.sets import pack, rules_for
from newsnorm.steps.byline import byline
from newsnorm.steps.dates import dates
from newsnorm.story.layout import Layout, PageTitles, holds_title, is_title, layout

PROSE = "It rained all night in the old port, said the mayor of the town, and nobody slept at all."
TITLE = "Rain floods the old port again"


def day(year: int, month: int, number: int) -> datetime.date:
    return datetime.date(year, month, number)


def at(*parts: int, hours: float | None = None) -> datetime.datetime:
    zone = None if hours is None else datetime.timezone(datetime.timedelta(hours=hours))
    return datetime.datetime(*parts, tzinfo=zone)  # type: ignore[misc,arg-type]


READ = {
    "Tue, 21-Oct-2025": day(2025, 10, 21),
    "Monday, March 4, 2024": day(2024, 3, 4),
    "Published: 12 February 2024": day(2024, 2, 12),
    "Updated May 3, 2023 10:15 pm": at(2023, 5, 3, 22, 15),
    "2024-01-07T10:00:00+05:00": at(2024, 1, 7, 10, 0, 0, hours=5),
    "2021-09-08T12:06:25Z": at(2021, 9, 8, 12, 6, 25, hours=0),
    "2016-11-09 00:00:00": at(2016, 11, 9),
    "25/04/2025": day(2025, 4, 25),
    "04/25/2025": day(2025, 4, 25),
    "28. 11. 2011": day(2011, 11, 28),
    "25 верес. 2025 10:38": at(2025, 9, 25, 10, 38),
    "Кві 5, 2025": day(2025, 4, 5),
    "12 paźdz. 2024": day(2024, 10, 12),
    "21/Oct/2025 10:15": at(2025, 10, 21, 10, 15),
    "21-Oct-25": day(2025, 10, 21),
    "Updated 2010 GMT (0410 HKT) March 14, 2021": day(2021, 3, 14),
    "21 Oct '25": day(2025, 10, 21),
    "05/26/22 4:20pm": at(2022, 5, 26, 16, 20),
    "Sept. 5th, 2023": day(2023, 9, 5),
    "May 17,2019": day(2019, 5, 17),
    "8:41 PM on December 20, 2023": at(2023, 12, 20, 20, 41),
    "12 am, 3 May 2023": at(2023, 5, 3, 0, 0),
    "Apr 27, 2018 18:00 PM": at(2018, 4, 27, 18, 0),
    "3 May 2023 24:00": day(2023, 5, 3),
    ", / 12:18 PM May 23, 2024": at(2024, 5, 23, 12, 18),
    "1:39 am EST, Wednesday, November 20, 2019": at(2019, 11, 20, 1, 39, hours=-5),
    "May 22, 2024 10:24 PM PKT": at(2024, 5, 22, 22, 24, hours=5),
    "3 May 2023 10:15 UTC+5:30": at(2023, 5, 3, 10, 15, hours=5.5),
    "3 May 2023 10:15 GMT-3": at(2023, 5, 3, 10, 15, hours=-3),
    "10 am ET May 3, 2023": at(2023, 5, 3, 10, 0, hours=-4),
    "10 am ET January 3, 2023": at(2023, 1, 3, 10, 0, hours=-5),
    "10 am ET January 3, 1999": at(1999, 1, 3, 10, 0),
    "3 May 2023 10:15 BST": at(2023, 5, 3, 10, 15),
    "3 May 2023 10:15 IST": at(2023, 5, 3, 10, 15),
    "21 октября 2025": day(2025, 10, 21),
    "Сегодня: понедельник, 28 ноября 2011 года": day(2011, 11, 28),
    "2025年10月21日": day(2025, 10, 21),
    "２０２５年１０月２１日（星期二）": day(2025, 10, 21),
    "2024년 1월 5일 오후 3시 20분": at(2024, 1, 5, 15, 20),
    "2024. január 5., 10:15": at(2024, 1, 5, 10, 15),
    "Thứ hai, 5 tháng 1 năm 2024": day(2024, 1, 5),
    "Miercoles 27, Abril de 2022": day(2022, 4, 27),
    "martes 5 mar 2024": day(2024, 3, 5),
    "Środa, 10 kwiecień 2013 r.": day(2013, 4, 10),
    "18.10.2025, 19:06 Uhr": at(2025, 10, 18, 19, 6),
    "12 février 2024 à 14h30": at(2024, 2, 12, 14, 30),
    "12 février 2024 à 14 h 30": at(2024, 2, 12, 14, 30),
    "Publié à 14 h 30 le 12 février 2024": at(2024, 2, 12, 14, 30),
    "Publicado a las 14:30 del 12 de febrero de 2024": at(2024, 2, 12, 14, 30),
    "12 de fevereiro de 2024 às 14h30min": at(2024, 2, 12, 14, 30),
    "Publicado em 12 de fevereiro de 2024 e atualizado às 22:04": day(2024, 2, 12),
    "12 febbraio 2024 Aggiornato alle 12:30": day(2024, 2, 12),
    "Tετάρτη, 10 Aπριλίου 2013": day(2013, 4, 10),  # Latin T and A, as Greek pages have them
    "৫ জানুয়ারি ২০২৪": day(2024, 1, 5),
    "٥ يناير ٢٠٢٤": day(2024, 1, 5),
    "5 जनवरी 2024": day(2024, 1, 5),
    "Wednesday, 21 October 2025": day(2025, 10, 21),  # it was a Tuesday
    "By Jane Ronan | May 3, 2023": day(2023, 5, 3),
    "3 May 2023 | 10:15": at(2023, 5, 3, 10, 15),
    "10:15 | 3 May 2023": at(2023, 5, 3, 10, 15),
    "May 3, 2023   10:15 pm": at(2023, 5, 3, 22, 15),
    "May 3, 2023 @ 10:15 pm": at(2023, 5, 3, 22, 15),
    "on May 3, 2023": day(2023, 5, 3),
    "Le 12 février 2024": day(2024, 2, 12),
    "Chủ nhật, 12/5/2024": day(2024, 5, 12),
    "2024年5月12日（日） 14:30": at(2024, 5, 12, 14, 30),
    "2024.05.12 (일) 14:30": at(2024, 5, 12, 14, 30),
    "Wed,  5 Nov 2025": day(2025, 11, 5),
    "22 يناير/كانون الثاني 2018": day(2018, 1, 22),  # both names of the month
    "اثنين, 22/01/2018 - 14:14": at(2018, 1, 22, 14, 14),
    "18 ديسمبر 2025 09:12 م": at(2025, 12, 18, 21, 12),  # after noon behind a clock
    "18 ديسمبر 2025م - 09:12 ص": at(2025, 12, 18, 9, 12),  # A.D. behind a year
    "09:12 - 18 ديسمبر 2025م": at(2025, 12, 18, 9, 12),
    "الأربعاء 5 رجب 1445 هـ - 17 يناير 2024 م": day(2024, 1, 17),  # the first is of another calendar
    "10؍جون 2023ء": day(2023, 6, 10),
    "14 جولائی، 2025 بوقت 5:30 شام": at(2025, 7, 14, 17, 30),
    "১০:৩৭ অপরাহ্ণ, আগষ্ট ১৩, ২০২০": at(2020, 8, 13, 22, 37),
    "বৃহস্পতিবার, ১৩ই আগস্ট ২০২০, ২৯ শ্রাবণ ১৪২৭": day(2020, 8, 13),
    "৫ জানু\u09df\u09be\u09b0\u09bf ২০২৪": day(2024, 1, 5),
    "13 दिस॰ 2021": day(2021, 12, 13),
    "২৬ সেপ্টেম্বর ২০২৫, ১০: ৪৩": at(2025, 9, 26, 10, 43),
}


@pytest.mark.parametrize(("line", "value"), READ.items())
def test_a_printed_date_is_read(line: str, value: datetime.date) -> None:
    """Value, precision and place of the words agree."""
    found = parse_date(line)
    assert found is not None
    assert found.value == value
    assert type(found.value) is type(value)
    assert getattr(found.value, "tzinfo", None) == getattr(value, "tzinfo", None)
    assert found.readings == (value,)
    assert line[found.start : found.end] == found.raw
    assert (found.precision == "day") == (not isinstance(value, datetime.datetime))


@pytest.mark.parametrize(
    "line",
    [
        "",
        "5",
        "12:43",
        "5 May",
        "May 2024",
        "2024",
        "Monday",
        "10-12-21",
        "1/2",
        "30 February 2024",
        "2024-13-45",
        "99/99/2024",
        "3 May 2023 2 4",
        "The dam broke on 21 October 2025.",
        "21 October 2025 will be remembered",
        "a report published 12 February 2024",
        "Update on January 30, 2024 from the ministry",
        "12 March 3 May 2023 4 June",
        "2024-01-07 " + "x" * 120,
        "3 May 0999",
    ],
)
def test_what_is_no_date_line_is_none(line: str) -> None:
    """Prose, parts of dates and impossible days give nothing."""
    assert parse_date(line) is None


def test_two_readings_stay_two_until_something_decides() -> None:
    """Order, language or weekday decide; nothing else does."""
    found = parse_date("03/04/2025 10:15")
    assert found is not None
    assert found.value is None
    assert found.ambiguous
    assert found.readings == (at(2025, 4, 3, 10, 15), at(2025, 3, 4, 10, 15))
    for line, how in [
        ("03/04/2025", {"order": "DMY"}),
        ("04/03/2025", {"order": "MDY"}),
        ("03/04/2025", {"language": "de"}),
        ("04/03/2025", {"language": "en-US"}),
        ("Thu, 03/04/2025", {}),
    ]:
        decided = parse_date(line, **how)
        assert decided is not None
        assert decided.value == day(2025, 4, 3), line
    same = parse_date("04/04/2025")
    assert same is not None
    assert same.value == day(2025, 4, 4)


def test_the_order_year_first_is_for_short_years() -> None:
    """Only who knows the site can say that 24-01-07 starts with the year."""
    found = parse_date("24-01-07 10:15", order="YMD")
    assert found is not None
    assert found.value == at(2024, 1, 7, 10, 15)
    assert parse_date("24-13-07 10:15", order="YMD") is None


@pytest.mark.parametrize(
    "line", ["12 Rajab 1446", "21 มกราคม 2568", "2081-02-15", "12 Rabi al-Awwal 1446", "15/02/2081"]
)
def test_other_calendars_stay_as_printed(line: str) -> None:
    """Found, but neither converted nor taken for Gregorian."""
    found = parse_date(line)
    assert found is not None
    assert (found.raw, found.value, found.readings, found.ambiguous) == (line, None, (), False)


def test_beside_a_day_of_another_calendar_the_readable_one_tells() -> None:
    """Arabic papers print two; the story's date is the one that can be read."""
    article = normalize(f"{TITLE}\n5 Rajab 1445 - 17 January 2024\n{PROSE}")
    assert (article.published, article.published_raw) == (day(2024, 1, 17), "17 January 2024")


def test_a_month_of_two_languages_has_two_readings() -> None:
    """Without a language "listopada" is October in Zagreb and November in Warsaw."""
    found = parse_date("5 listopada 2024")
    assert found is not None
    assert found.readings == (day(2024, 10, 5), day(2024, 11, 5))
    polish = parse_date("5 listopada 2024", language="pl")
    assert polish is not None
    assert polish.value == day(2024, 11, 5)


@pytest.mark.parametrize("language", languages())
def test_every_language_reads_its_own_months(language: str) -> None:
    """The first name of each month, with its digits in their place."""
    for table in pack(f"lang/{language}.toml").tables.get("words", ()):
        for number, names in enumerate(table["months"], 1):
            if names[0][0].isdigit():
                continue  # "1月" stands behind its year
            found = parse_date(f"5 {names[0]} 2024", language=language)
            assert found is not None, names[0]
            assert found.value == day(2024, number, 5), names[0]


HEAD_RULES = [
    (language, rule) for language in languages() for role in ROLES for rule in pack(f"lang/{language}.toml")[role]
]


def marks(text: str, **how: str) -> list[Mark]:
    doc = Document(text, **how)  # type: ignore[arg-type]
    return list(dates(doc))


@pytest.mark.parametrize(("language", "rule"), HEAD_RULES, ids=[f"{rule.id}" for _, rule in HEAD_RULES])
def test_labels_find_their_examples(language: str, rule: object) -> None:
    """Each hit is a date line of the rule's kind, and none of the misses is one."""
    for text in rule.hit:  # type: ignore[attr-defined]
        found = marks(f"{TITLE}\n{text}\n{PROSE}", language=language)
        assert [mark.kind for mark in found] == [rule.kind], text  # type: ignore[attr-defined]
        assert found[0].rule == rule.id  # type: ignore[attr-defined]
    for text in rule.miss:  # type: ignore[attr-defined]
        assert marks(f"{TITLE}\n{text}\n{PROSE}", language=language) == [], text


ROLE = {
    f"Tue, 21-Oct-2025\n{TITLE}\n{PROSE}": ["page_date"],
    f"Tue, 21-Oct-2025\n{TITLE}\nBy Jane Ronan\n3 May 2023\n{PROSE}": ["page_date", "published"],
    f"Sport\nWeather\n21 October 2025\n{TITLE}\n{PROSE}": ["published"],
    f"Sport\nWeather\nTuesday 21 October 2025\n{TITLE}\n{PROSE}": ["page_date"],
    f"Sport\nWeather\n21 October 2025\nHome\nShop\nArts\nBooks\n{TITLE}\n{PROSE}": ["page_date"],
    f"{TITLE}\n3 May 2023\n{PROSE}": ["published"],
    f"{TITLE}\nBy Jane Ronan - 3 May 2023\n{PROSE}": ["published"],
    f"3 May 2023 10:15 am\n{TITLE}\n{PROSE}": ["published"],
    f"{TITLE} - Daily Herald\nHome\n21 October 2025\nSport\n{TITLE}\n3 May 2023\n{PROSE}": ["page_date", "published"],
    f"{TITLE}\nHome\n{PROSE}\nNews\n{TITLE}\n3 May 2023\n{PROSE}": ["published"],
    f"{TITLE}\n{PROSE}\n3 May 2023 10:15\n{PROSE}": ["published"],
    f"{TITLE}\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}\nUpdated: 3 May 2023": ["updated"],
    f"{TITLE}\n{PROSE}\n{PROSE}\n{PROSE}\nHarbour Herald | Updated: May 3, 2023, 06:06PM IST\n{PROSE}": ["updated"],
    f"{TITLE}\n{PROSE}\n{PROSE}\n{PROSE}\nHarbour Herald, Updated: May 3, 2023\n{PROSE}": [],
    f"{TITLE}\nPublished: 3 May 2023 | Updated: 4 May 2023\n{PROSE}": ["published", "updated"],
    f"{TITLE}\nPublished 3 May 2023 Updated 4 May 2023\n{PROSE}": ["published", "updated"],
    f"{TITLE}\n3 May 2023 (updated)\n{PROSE}": ["updated"],
    f"{TITLE}\n2023-05-03 作者：王小明 来源：港口日报\n{PROSE}": ["published"],
    f"{TITLE}\nHarbour Herald 2023-05-03 10:15:30 12 comments\n{PROSE}": ["published"],
    f"{TITLE}\n{PROSE}\n{PROSE}\n{PROSE}\n3 May 2023\n{PROSE}": [],
    f"{TITLE}\nKARACHI, 3 May 2023\n{PROSE}": [],
    f"{TITLE}\nKARACHI, 3 May 2023, 10:15\n{PROSE}": ["published"],
    f"{TITLE}\nKARACHI, 3 May 2023, 10:15 the rain closed the old harbour\n{PROSE}": [],
    f"{TITLE}\nPublished 3 May 2023 By Jane Ronan\n{PROSE}": ["published"],
    f"{TITLE}\nPublished 3 May 2023 and updated 4 May 2023\n{PROSE}": ["published", "updated"],
    f"{TITLE}\nThe storm of 3 May 2023\n{PROSE}": [],
    f"{TITLE}\n{PROSE}": [],
}


@pytest.mark.parametrize(("text", "roles"), ROLE.items())
def test_the_role_of_a_date_line(text: str, roles: list[str]) -> None:
    """By its label; else by its clock and by where the headline stands."""
    found = marks(text)
    assert [mark.kind for mark in found] == roles
    for mark in found:
        assert mark.value.role == mark.kind
        assert text[mark.value.start : mark.value.end] == mark.value.raw
        assert mark.start <= mark.value.start < mark.value.end <= mark.end


def test_separators_go_with_the_date() -> None:
    """Nothing is left hanging beside the byline, and a lone bar is not left on the line."""
    doc = Document(f"{TITLE}\nBy Jane Ronan | 3 May 2023\n| 4 May 2023 10:15 |\n{PROSE}")
    assert [block.text for block in doc.add(dates(doc)).blocks] == [TITLE, "By Jane Ronan", PROSE]


@pytest.mark.parametrize(
    ("text", "how", "value"),
    [
        (f"{TITLE}\n03/04/2025\n{PROSE}", {}, None),
        (f"{TITLE}\n03/04/2025\n{PROSE}", {"date_order": "MDY"}, day(2025, 3, 4)),
        (f"{TITLE}\n03/04/2025\n{PROSE}", {"language": "en-GB"}, day(2025, 4, 3)),
        (f"{TITLE}\n03/04/2025\nUpdated: 25/04/2025\n{PROSE}", {}, day(2025, 4, 3)),
        (f"{TITLE}\n03/04/2025\nUpdated: 04/25/2025\n{PROSE}", {}, day(2025, 3, 4)),
        (f"{TITLE}\n03/04/2025 10:15\nUpdated: March 4, 2025\n{PROSE}", {}, at(2025, 3, 4, 10, 15)),
        (
            "Regen überflutet den alten Hafen\n03/04/2025\n" + "Es regnete die ganze Nacht im alten Hafen. " * 9,
            {},
            day(2025, 4, 3),
        ),
    ],
)
def test_the_page_decides_how_its_days_are_written(text: str, how: dict[str, str], value: object) -> None:
    """Another date of the page, its language, or the caller; else nothing does."""
    found = marks(text, **how)
    assert found[0].value.value == value
    assert found[0].value.ambiguous is (value is None)


def test_finding_once_is_finding_all() -> None:
    """What is left of a page has no date line any more."""
    for text in ROLE:
        doc = Document(text)
        clean = "\n\n".join(block.text for block in doc.add(dates(doc)).blocks)
        assert marks(clean) == []


WORDS = (
    "3 May 2023_03/04/2025_By Jane Ronan_|_Home_10:15_Monday_年_\u0301_\ud800_\r\n_\x85_ - _\n_\n\n_Updated:_12_/_(_)"
)
PIECES = st.sampled_from([TITLE, PROSE, "Published: 12 February 2024", "2024-01-07T10:00:00Z", *WORDS.split("_")])


@given(st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join))
def test_no_text_raises_and_marks_lie_inside(text: str) -> None:
    """Whatever is put together."""
    parse_date(text)
    for mark in marks(text):
        assert 0 <= mark.start <= mark.value.start < mark.value.end <= mark.end <= len(text)
        assert text[mark.value.start : mark.value.end] == mark.value.raw


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    """Also text that nobody would write."""
    assert parse_date(text) is None or any(map(str.isdigit, text))


@pytest.mark.growth
@pytest.mark.parametrize(
    "piece",
    [
        "3 May 2023\n",
        "1/1/2001 ",
        "1.1.",
        f"{TITLE}\n3 May 2023\n",
        "Published: ",
        "1\n",
        "|2024",
        f"{PROSE}\n1 May 2023\n",
    ],
)
def test_time_grows_with_the_text(piece: str) -> None:
    """Eight times the text takes about eight times as long."""
    assert grows_in_proportion(lambda doc: list(dates(doc)), lambda size: Document(piece * (size // len(piece))))


def test_wrong_types_are_refused() -> None:
    """With words that say what to pass."""
    with pytest.raises(TypeError, match="parse_date"):
        parse_date(None)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="order"):
        parse_date("3 May 2023", order="YDM")


def test_words_and_days() -> None:
    """The small functions below."""
    assert plain_word("ΜΑΪ́ΟΥ") == plain_word("μαιου")
    assert plain_word("Ноябpя") == "ноября"  # a Latin p
    assert readings(30, 2, 2024, None) == ()
    assert day_of(1492, 10, 12) is None
    assert [order_of(tag) for tag in ("und", "en", "en-US", "pt-BR")] == [None, None, "MDY", "DMY"]
    assert calendar_of(rules_for("en")).months["may"] == {5}


@pytest.mark.parametrize(
    ("name", "language", "hours"),
    [
        ("IST", "hi", 5.5),
        ("IST", "en", None),
        ("CST", "en", -6),
        ("CST", "zh", None),
        ("XYZ", "en", None),
        ("PT", "en", -7),
    ],
)
def test_zones_with_one_meaning(name: str, language: str, hours: float | None) -> None:
    """A name that means several zones gives none."""
    zone = zone_of(name, datetime.datetime(2024, 7, 1), language)
    assert zone == (None if hours is None else datetime.timezone(datetime.timedelta(hours=hours)))


@pytest.mark.parametrize("name", ["UTC", "GMT", "EST", "CET", "WIB", "JST"])
def test_a_zone_is_one_among_the_words_of_all_languages_too(name: str) -> None:
    """In some language it is a weekday, or a word before a date."""
    page = f"Ferry returns\nPublished: 20 October 2025 16:40 {name}\nIt was back on Monday, the operator said."
    found = normalize(page)
    assert isinstance(found.published, datetime.datetime)
    assert found.published.tzinfo is not None
    assert found.published == normalize(page, language="en").published


def test_layout_and_titles() -> None:
    """Where the story starts and ends, and what a page's title is."""
    blocks = Document(f"{TITLE}\nHome\n{PROSE}\n{TITLE}\nMore").blocks
    assert layout(blocks) == Layout(head=2, near=5, tail=3)
    assert layout(()) == Layout(0, 0, 0)
    assert PageTitles(blocks).stand_above(4)
    assert not PageTitles(blocks).stand_above(1)
    assert is_title("高端白酒旺季面临压力 两利空施压")
    assert not is_title("Home | News | Sport and the rest")
    assert not holds_title("port", "port")


@pytest.mark.parametrize(
    ("line", "language"),
    [("Par Anna Ronan le 03/05/2023 à 10:15", "fr"), ("Por Ana Ruas em 03/05/2023 às 10:15:12", "pt")],
)
def test_the_small_word_between_a_name_and_its_date_goes_with_the_date(line: str, language: str) -> None:
    """Left behind the name, it would keep the line from being read as a byline."""
    found = normalize(f"{TITLE}\n{line}\n{PROSE}", language=language)
    assert len(found.authors) == 1
    assert str(found.published).startswith("2023-05-03 10:15")
    assert found.paragraphs == (PROSE,)


def test_a_byline_beside_a_date_is_left_to_its_own_step() -> None:
    """The two steps share a line without touching each other's words."""
    doc = Document(f"{TITLE}\nJane Ronan | 3 May 2023\n{PROSE}")
    doc = doc.add(dates(doc))
    doc = doc.add(byline(doc))
    assert {mark.kind for mark in doc.marks} == {"published", "byline"}


@pytest.mark.parametrize(
    ("line", "raw", "role"),
    [
        ("  Published: 3 May 2023  ", "3 May 2023", "published"),
        ("3 May 2023", "3 May 2023", ""),
        ("3 May 2023 published", "3 May 2023", "published"),
        ("(3 May 2023)", "3 May 2023", ""),
        ("Published (3 May 2023)", "3 May 2023", "published"),
        ("3 May 2023 (", "3 May 2023", ""),
        ("3 May 2023 (Wed)", "3 May 2023 (Wed)", ""),
        ("2023年1月17日（星期二）", "2023年1月17日（星期二）", ""),
        ("2023年1月17日(星期二)", "2023年1月17日(星期二)", ""),
        ("2023年1月17日(星期二) 10:15", "2023年1月17日(星期二) 10:15", ""),
    ],
)
def test_a_date_stands_where_it_says(line: str, raw: str, role: str) -> None:
    """Its label and its brackets apart, blanks before the line counted."""
    found = parse_date(line)
    assert found is not None
    assert (found.raw, found.role) == (raw, role)
    assert line[found.start : found.end] == raw


@pytest.mark.parametrize(
    ("line", "before", "behind", "role"),
    [
        ("A report published 3 May 2023", "A report published ", "", ""),
        ("A report pUblished 3 May 2023", "A report pUblished ", "", ""),
        ("A report Published 3 May 2023", "A report ", "", "published"),
        ("A report published: 3 May 2023", "A report ", "", "published"),
        ("a report published : 3 May 2023", "a report ", "", "published"),
        ("published 3 May 2023 there", "", " there", "published"),
        ("Lakeport 3 May 2023", "Lakeport ", "", ""),
        ("- 3 May 2023 -", "", "", ""),
    ],
)
def test_a_label_behind_words_needs_a_capital_or_a_colon(line: str, before: str, behind: str, role: str) -> None:
    """Else it is prose; what stands beside a date is told, separators are not."""
    (found,) = dated(line, How(calendar_of(pack("lang/en.toml"))))
    assert (found.before, found.behind, found.date.role) == (before, behind, role)
    assert line[found.start : found.end] == line.removeprefix(before).removesuffix(behind)


def test_a_line_may_be_so_long_and_no_longer() -> None:
    """Blanks around it do not count."""
    line = "3 May 2023" + " |" * ((LONGEST - 10) // 2)
    assert len(line) == LONGEST
    assert parse_date(f"  {line}  ") is not None
    assert parse_date(f"{line}|") is None
    assert list(dated(line, How(calendar_of(pack("lang/en.toml")))))
    assert not list(dated(f"{line}|", How(calendar_of(pack("lang/en.toml")))))
