"""The step: where on the page the dateline is looked for, and what its mark says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import normalize
from newsnorm.document import Document, Mark
from newsnorm.steps.dateline import LINES, dateline

STORY = "LAGOS, March 3 (Reuters) - The port opened on Friday after a long night of rain, the mayor said."
LONG = "The port had been closed for weeks, and nobody could say when it would open. " * 4


def words(doc: Document) -> list[tuple[str, str]]:
    """Kind and words of each mark, its value checked."""
    found = []
    for mark in dateline(doc):
        if mark.kind == "dateline":
            assert doc.text[mark.start : mark.end] == mark.value.raw
            assert (mark.value.start, mark.value.end) == (mark.start, mark.end)
        if mark.kind != "standfirst":
            found.append((mark.kind, doc.text[mark.start : mark.end]))
    return sorted(found, reverse=True)


PAGES = [
    (STORY, [("dateline", "LAGOS, March 3 (Reuters) -")]),
    (f"Port news\n\n  {STORY}", [("dateline", "LAGOS, March 3 (Reuters) -")]),
    (f"LAGOS, March 3 (Reuters) -\n{LONG}", [("dateline", "LAGOS, March 3 (Reuters) -")]),
    (f"Nagpur: {LONG}\nPune: {LONG}", [("dateline", "Nagpur:")]),
    (
        f"Rain closes the port for the third time this year, and nobody knows for how long\n{STORY}",
        [
            ("headline", "Rain closes the port for the third time this year, and nobody knows for how long"),
            ("dateline", "LAGOS, March 3 (Reuters) -"),
        ],
    ),
    (f"{LONG * 2}\n{STORY}", []),
    ("\n".join(["Port news"] * LINES + [STORY]), []),
    (f"Rain closes the port\n{LONG[:240]}\n(Harbour News) -", []),
    (f"港口渡輪停航\n{'港口渡輪因大雨停航，市長說不知何時復航，居民只好繞路。' * 2}\n(封面圖／東森新聞)", []),
    ("", []),
    ("Port news\r\n\u2028", []),
]


@pytest.mark.parametrize(("text", "want"), PAGES)
def test_where_it_is_found(text: str, want: list[tuple[str, str]]) -> None:
    """On the first lines, alone or before the story; not behind the first paragraph."""
    assert words(Document(text)) == want


@pytest.mark.parametrize(("clauses", "kinds"), [(1, ["dateline", "headline"]), (4, [])])
def test_an_ideograph_is_longer_than_a_letter(clauses: int, kinds: list[str]) -> None:
    """A Chinese paragraph of 150 characters is the story, and no summary above another story's dateline."""
    above = "港口因連日大雨關閉，渡輪全部停航，市長表示工人已在碼頭待命，" * clauses
    doc = Document(f"{above}星期五可望恢復。\n【明報專訊】電車昨日首次開往湖邊，票價一元。", language="zh")
    assert [mark.kind for mark in dateline(doc)] == kinds


def test_headline_on_the_same_line() -> None:
    """A headline that was found above is taken off the line that it shares with the dateline."""
    text = f"Port opens\nPort opens {STORY}"
    doc = Document(text).add([Mark(0, 10, "headline", "step:headline")])
    assert words(doc) == [("headline_repeat", "Port opens"), ("dateline", "LAGOS, March 3 (Reuters) -")]


def test_marked_lines_are_not_looked_at() -> None:
    """What another step has taken cannot hold the dateline."""
    text = f"(CNN) Watch the port live today\n{STORY}"
    doc = Document(text).add([Mark(0, 31, "player", "step:lines")])
    assert words(doc) == [("dateline", "LAGOS, March 3 (Reuters) -")]


def test_the_language_is_a_hint() -> None:
    """November in Poland, October in Croatia."""
    text = "Warszawa, 3 listopada (PAP) - Port otwarto."
    months = [next(dateline(Document(text, language=name))).value.date.month for name in ("pl", "hr")]
    assert months == [11, 10]


@given(st.lists(st.sampled_from([STORY, LONG, "Nagpur: Rain", "\ud800", "", "A" * 300, "(CNN)"]), max_size=6))
def test_marks_lie_inside_the_text(lines: list[str]) -> None:
    """At most one dateline, inside the text, the same when asked again."""
    doc = Document("\n".join(lines))
    found = words(doc)
    assert len(found) <= 1
    assert words(doc) == found


def test_what_stands_above_the_headline_is_no_summary() -> None:
    """A menu's words without their blanks, say; they are left to the bounds of the story."""
    text = f"NewsLocal NewsOld Port\nRain closes the port for the third time\n{STORY}"
    at = text.index("Rain")
    doc = Document(text).add([Mark(at, text.index("\nLAGOS"), "headline", "mine:title")])
    assert [mark.kind for mark in dateline(doc)] == ["dateline"]


@pytest.mark.parametrize("above", ["", "Our Correspondent\n\n"])
def test_place_and_day_on_a_line_of_their_own(above: str) -> None:
    """Papers of South Asia print no sign behind them; the article, printed, is the same article."""
    story = "The ferry was back on Thursday after a week of rain, and forty children were on board."
    article = normalize(f"{above}Ludhiana, April 28\n\n{story}\n\n{story}")
    assert article.dateline is not None
    assert article.dateline.raw == "Ludhiana, April 28"
    assert article.paragraphs[0] == story
    assert normalize(article.to_text()).to_text() == article.to_text()
