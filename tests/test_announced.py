"""Titles of other stories below the labels that announce them; rows of links, ruled lines, captions printed twice."""

import pytest

from newsnorm import normalize
from newsnorm.rules.sets import rules_for
from newsnorm.story.shape import shape_of
from newsnorm.text.alike import unmixed

FIRST = "The harbour of Lakeport was closed on Monday after two days of rain, said Ada Lindqvist, the mayor."
SECOND = "Nobody knew on Tuesday when the ferry would sail again, for the pier had lost half of its planks."
THIRD = "The crew of the ferry waits in the old customs house, and the baker brings them bread each morning."
LINK = "Ferry runs aground off the old port of Seaholm"


def body(*lines: str) -> tuple[str, ...]:
    """The paragraphs of a page with such lines."""
    return normalize("\n\n".join(lines), language="en").paragraphs


@pytest.mark.parametrize("label", ["Related articles", "Read more:", "READ MORE"])
@pytest.mark.parametrize(
    "items",
    [
        [LINK],
        ["Will the ferry ever sail again?"],
        ["• Ferry runs aground", "• Two held after fire on the pier", "• Baker honoured"],
        ["The ferry ran aground on a night when nobody …"],
    ],
)
def test_what_a_label_announces_goes(label: str, items: list[str]) -> None:
    """A title, or items in a row, right below the label and between two paragraphs."""
    assert body(FIRST, label, *items, SECOND, THIRD) == (FIRST, SECOND, THIRD)


def test_paragraphs_below_a_label_stay() -> None:
    """The label's links were pictures: the story goes on."""
    assert body(FIRST, "Related articles", SECOND, THIRD) == (FIRST, SECOND, THIRD)
    assert body(FIRST, "Related articles", "He was 42.", THIRD) == (FIRST, "He was 42.", THIRD)


def test_a_subheading_below_a_label_stays() -> None:
    """Where the story has others; a line longer than subheadings are goes all the same."""
    subheading = "What the mayor promised the crew"
    assert subheading in body(FIRST, "Nobody on the pier", SECOND, "Related articles", subheading, THIRD)
    long = "Ferry runs aground off the old port of Seaholm, and the harbour master is held by the police"
    assert long not in body(FIRST, "Nobody on the pier", SECOND, "Related articles", long, THIRD)


def test_titles_in_a_row_go() -> None:
    """Subheadings do not follow each other; but the last of the row may be one, where the story has others."""
    more = "Two held after fire on the old pier near Ternmouth"
    assert body(FIRST, "MOST READ:", LINK, more, SECOND, THIRD) == (FIRST, SECOND, THIRD)
    subheading, long = "What the mayor promised the crew", f"{LINK}, and nobody knows who will pay for it"
    kept = body(FIRST, "Nobody on the pier", SECOND, "MOST READ:", long, more, subheading, THIRD)
    assert kept == (FIRST, "Nobody on the pier", SECOND, subheading, THIRD)


def test_behind_the_last_paragraph_all_titles_below_a_label_go() -> None:
    """The story is over: short titles are links too, and more than one."""
    assert body(FIRST, SECOND, THIRD, "Read more:", LINK, "Baker honoured") == (FIRST, SECOND, THIRD)


def test_what_does_not_stand_right_below_stays() -> None:
    """Something else was found in between, so the label may have announced that; an ad says nothing."""
    kept = body(FIRST, "Related articles", "Photo: Jo Marsh", LINK, SECOND, THIRD)
    assert LINK in kept
    assert LINK not in body(FIRST, "Related articles", "Advertisement", LINK, SECOND, THIRD)


def test_rows_of_links_in_scripts_without_blanks() -> None:
    """Chinese prose has no blanks; a line of many, without a full stop, is links in a row."""
    row = (
        "港口新聞 渡輪昨夜擱淺 市長談重建計畫 碼頭工人罷工三天 麵包師獲頒獎章 今年漁獲量創新高"
        " 燈塔重新點亮 老街將禁止車輛通行 學校停課兩日"
    )
    assert shape_of(row).name == "bar"
    assert shape_of(row.replace(" ", "，")).name != "bar"
    assert shape_of(row + "。").name == "sentence"


def test_ruled_lines_go_and_breaks_stay() -> None:
    """Twenty strokes are ruled across the page; three are the story's own break."""
    assert body(FIRST, "-" * 40, SECOND) == (FIRST, SECOND)
    assert body(FIRST, "* * *", SECOND) == (FIRST, "* * *", SECOND)


@pytest.mark.parametrize("line", ["Comments(7)", "Comments (7)", "Comments 7", "COMMENTS(1,204)"])
def test_counters_with_and_without_a_blank(line: str) -> None:
    """A counter has its style, not a blank."""
    found = rules_for("en").find(line)
    assert found is not None
    assert found[0].kind == "comments"


def test_words_of_two_scripts() -> None:
    """Latin letters in Greek and Cyrillic words are read as those they look like; Latin words stay."""
    assert unmixed("σxetika θemata") == "σχετικα θεματα"
    assert unmixed("читайте taкже") == "читайте также"
    assert unmixed("facebook σελίδα") == "facebook σελίδα"
    found = rules_for("el").find("ΣXETIKA ΘEMATA")
    assert found is not None
    assert found[0].kind == "related"


def test_what_sites_say_of_themselves_inside_the_story() -> None:
    """Sentences that the law or a partner makes sites print; what people say of such things stays."""
    said = "“We may earn a commission on each ticket,” said the captain of the ferry, who sells them on his boat."
    lines = (
        "If you buy something using links in our stories, we may earn a commission.",
        "By signing up you agree to our user agreement and to letters from the Herald.",
        "This website uses cookies to improve your experience while you navigate through it.",
        "STR/Lakeport Herald via Getty Images",
        "Credit: Jo Marsh/Lakeport Herald",
    )
    assert body(FIRST, *lines, SECOND, said, THIRD) == (FIRST, SECOND, said, THIRD)


def test_a_title_of_two_sentences_ends_a_row() -> None:
    """Behind the last paragraph, below other links, and with the next label right below it."""
    title = "The ferry is back. The pier is not."
    assert body(FIRST, SECOND, "Read more:", LINK, title, "Follow us") == (FIRST, SECOND)
    assert body(FIRST, SECOND, "Read more:", LINK, title) == (FIRST, SECOND, title)  # it may be the story's end
    assert body(FIRST, SECOND, "Read more:", title, THIRD) == (FIRST, SECOND, title, THIRD)


@pytest.mark.parametrize(
    "caption", ["The ferry lies in the old port of Seaholm", "The pier has lost all of its planks."]
)
def test_a_caption_printed_twice(caption: str) -> None:
    """As what the picture shows and below the picture; the second may have a credit behind it."""
    article = normalize("\n\n".join([FIRST, caption, caption, SECOND, THIRD]), language="en")
    assert (article.paragraphs, set(article.captions)) == ((FIRST, SECOND, THIRD), {caption})
    assert body(FIRST, caption, f"{caption} Photo: Ada Lindqvist", SECOND, THIRD) == (FIRST, SECOND, THIRD)


def test_words_twice_on_one_line() -> None:
    """A link's title, and what its picture shows; a chant stays."""
    assert body(FIRST, f"{LINK} {LINK}", SECOND, THIRD) == (FIRST, SECOND, THIRD)
    chant = "The ferry must sail again! The ferry must sail again!"
    assert body(FIRST, chant, SECOND, THIRD) == (FIRST, chant, SECOND, THIRD)


def test_what_is_twice_in_the_story() -> None:
    """A refrain, a table's row, a paragraph printed twice by mistake."""
    refrain = "Row the ferry home, boys, row the ferry home"
    assert body(FIRST, "They sang", refrain, refrain, "and the baker wept", SECOND).count(refrain) == 2
    assert body(FIRST, "Lakeport 2", "Lakeport 2", SECOND).count("Lakeport 2") == 2
    long = f"{SECOND[:-1]}, and {THIRD[4:]}"
    assert long in body(FIRST, long, long, THIRD)


@pytest.mark.parametrize("sign", ["+", "/", "×", "→", "►"])
def test_a_sign_alone(sign: str) -> None:
    """An icon's; a star or a dash may part the story's parts."""
    assert body(FIRST, sign, SECOND, THIRD) == (FIRST, SECOND, THIRD)
    assert body(FIRST, "*", SECOND, THIRD) == (FIRST, "*", SECOND, THIRD)


def test_what_is_left_of_a_script() -> None:
    """A script that a scraper cut out leaves its brackets; a smile is none."""
    story = "The harbour of Lakeport was closed on Monday after two days of rain, the harbour master said to us."
    text = f"{story}\n}});\n{story[::-1]}\n}}\n;)"
    assert [removal.text for removal in normalize(text).removed] == ["});", "}"]


def test_minutes_beside_an_update() -> None:
    """What a reader needs for the story stands beside when it was changed: nothing of it is a title."""
    text = (
        "Rain closes harbour of Lakeport\nUpdated 3 hours ago • 2 minute read\n"
        "The harbour of Lakeport was closed on Monday after two days of rain, the harbour master said. Nobody was hurt."
    )
    article = normalize(text)
    assert article.headline == "Rain closes harbour of Lakeport"
    assert len(article.paragraphs) == 1
