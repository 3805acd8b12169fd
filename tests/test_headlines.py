"""When two lines are the same headline, and what a feed or a page is without its repeats."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm import dedupe_headlines, headline_key
from newsnorm.headlines.same import best_headline, group_headlines, is_cut, same_headline, split_site
from newsnorm.story.head import is_headline, is_prose

SAME = [
    ("Harbour closed after rain", "HARBOUR CLOSED AFTER RAIN"),
    ("Mayor’s office: “No boats”", 'Mayor\'s office: "No boats"'),
    ("Harbour – closed after rain", "Harbour -- closed after rain"),
    ("Harbour closed after rain", "Harbour closed after rain - Lakeport Herald"),
    ("Harbour closed after rain", "Harbour closed after rain | Lakeport"),
    ("Harbour closed after rain", "Lakeport Herald | Harbour closed after rain"),
    ("Harbour closed after rain in the north", "Harbour closed after…"),
    ("Harbour closed after rain in the north", "Harbour closed after rain in..."),
    ("港は二日間の雨で閉鎖された", "港は二日間の雨で閉鎖された"),
]

OTHER = [
    ("Harbour closed after rain", "Harbour closed after snow"),
    ("Harbour closed", "Harbour closed after rain"),
    ("ICE - agents raid farm", "ICE"),
    ("England v India - day one", "England v India - day two"),
    ("!!!", "???"),
    ("Rain…", "Rain in the north"),
    ("की", "का"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_headline(one: str, other: str) -> None:
    """Whichever way round they are asked."""
    assert same_headline(one, other)
    assert same_headline(other, one)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_headline(one: str, other: str) -> None:
    """Likeness is not enough."""
    if (one, other) != ("ICE - agents raid farm", "ICE"):  # on one page a bare "ICE" would prove a title
        assert not same_headline(one, other)
        assert not same_headline(other, one)
    assert headline_key(one) != headline_key(other) or not headline_key(one)


def test_a_feed_keeps_its_order_and_groups_repeats() -> None:
    """Case, site, truncation, quotes and dashes; the best printed member is shown."""
    feed = [
        "HARBOUR CLOSED AFTER RAIN IN THE NORTH",
        "Ferry returns – Lakeport Herald",
        "Harbour closed after rain in…",
        "Ferry returns - Lakeport Herald",
        "Harbour closed after rain in the north | Dawn.com",
        "Harbour closed after rain in the north",
        "Sun",
    ]
    groups = dedupe_headlines(feed)
    assert [g.indexes for g in groups] == [(0, 2, 4, 5), (1, 3), (6,)]
    assert [g.headline for g in groups] == [
        "Harbour closed after rain in the north",
        "Ferry returns – Lakeport Herald",
        "Sun",
    ]
    assert groups[0].members == tuple(feed[i] for i in (0, 2, 4, 5))


def test_a_feed_believes_a_tail_that_stands_behind_two_headlines() -> None:
    """And no other: two days of one match are two stories."""
    feed = ["Ferry returns - Seeblick", "Harbour closed - Seeblick", "Ferry returns", "Cup - day one", "Cup - day two"]
    assert [g.indexes for g in dedupe_headlines(feed)] == [(0, 2), (1,), (3,), (4,)]


def test_a_feed_without_words() -> None:
    """Lines without a word are nobody's repeat; an empty feed has no groups."""
    assert [g.indexes for g in dedupe_headlines(["!!!", "???", ""])] == [(0,), (1,), (2,)]
    assert dedupe_headlines([]) == ()


def test_a_feed_takes_text_only() -> None:
    """Each headline must be a str, and bytes are no feed."""
    wrongs: list[Any] = [["rain", None], b"rain", 3, None]
    for wrong in wrongs:
        with pytest.raises(TypeError, match="str"):
            dedupe_headlines(wrong)


PROSE = "The harbour was closed on Monday after two days of rain, the mayor said in a statement."


def test_a_page_loses_repeats_and_nothing_else() -> None:
    """Above the story, below it, and with the site's name; the story's own repeats stay."""
    page = f"Harbour closed after rain\n\nHARBOUR CLOSED AFTER RAIN\n\n{PROSE}\n\nAge: 19\n\n{PROSE}\n\nAge: 19\n"
    assert dedupe_headlines(page) == page.replace("HARBOUR CLOSED AFTER RAIN\n\n", "")
    assert dedupe_headlines(PROSE) == PROSE


def test_the_best_member() -> None:
    """Mixed case before capitals, whole before cut, bare before the one with the site."""
    assert best_headline(["RAIN FELL", "Rain fell", "Rain fell - Herald"]) == "Rain fell"
    assert best_headline(["Rain fell on the…", "RAIN FELL ON THE NORTH"]) == "RAIN FELL ON THE NORTH"
    assert best_headline(["Rain fell…"]) == "Rain fell…"


@given(st.lists(st.sampled_from([line for pair in SAME + OTHER for line in pair]), max_size=8))
def test_groups_are_a_partition_and_stay_apart(lines: list[str]) -> None:
    """Each line stands in one group; lines of two groups are not the same headline."""
    groups = group_headlines(lines)
    assert sorted(index for group in groups for index in group) == list(range(len(lines)))
    for group in groups:
        for other in groups:
            if group is not other:
                assert not any(same_headline(lines[i], lines[j]) for i in group for j in other)


@pytest.mark.parametrize("line", [PROSE, "雨が二日間降り続いた後、港は月曜日に閉鎖されたと市長が声明で述べた。"])
def test_prose(line: str) -> None:
    """Long, and with an end of sentence."""
    assert is_prose(line)
    assert not is_headline(line)


@pytest.mark.parametrize("line", ["Harbour closed after rain", "Was the harbour closed?", "港は二日間の雨で閉鎖された"])
def test_headline_form(line: str) -> None:
    """A few words without an end of sentence."""
    assert is_headline(line)
    assert not is_prose(line)


@pytest.mark.parametrize("line", ["Sun", "It rained.", "The mayor said:", "Lakeport,", "x" * 400])
def test_no_headline_form(line: str) -> None:
    """Too short, too long, a sentence, or left open."""
    assert not is_headline(line)


@pytest.mark.parametrize(
    ("feed", "groups"),
    [
        (["Harbour clos…", "Harbour closed after rain"], [(0, 1)]),
        (["Harbour closed after rain", "Harbour clos...  "], [(0, 1)]),
        (["Harbour clo…", "Harbour closed after rain"], [(0,), (1,)]),
        (["Harbour closed", "Harbour closed after rain"], [(0,), (1,)]),
        (["Zebras cross the road…", "Harbour closed after rain"], [(0,), (1,)]),
        (["Ferries return…", "Harbour closed after rain", "Ferry returns"], [(0,), (1,), (2,)]),
    ],
)
def test_a_cut_headline_joins_only_what_it_begins(feed: list[str], groups: list[tuple[int, ...]]) -> None:
    """Twelve code points of its key must be there, and an ellipsis."""
    assert [group.indexes for group in dedupe_headlines(feed)] == groups


def test_the_edges_of_a_headline() -> None:
    """Twelve code points prove a cut one; no words prove nothing; the blanks that count stand behind the ellipsis."""
    assert same_headline("Harbour clos…", "Harbour closed after rain")
    assert not same_headline("Harbour clo…", "Harbour closed after rain")
    assert not same_headline("…", "Rain")
    assert not same_headline("Rain", "—")
    assert is_cut("Harbour…  ")
    assert not is_cut("…  Harbour")
    assert len(list(split_site("a - b - c - d - e - f"))) == 8
    assert headline_key("Rain, Port! " * 200) == " ".join(["rain port"] * 200)
    assert headline_key("R" * 400) == "r" * 400


def test_a_feed_names_its_function() -> None:
    """A wrong type among headlines says who was called."""
    with pytest.raises(TypeError, match=r"^dedupe_headlines\(\) takes str"):
        dedupe_headlines(["Rain", None])  # type: ignore[list-item]
