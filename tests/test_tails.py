"""What is glued to the end of a paragraph, and buttons side by side."""

import pytest

from newsnorm import normalize
from newsnorm.document import Document
from newsnorm.steps.lines import lines
from newsnorm.steps.tails import tails

STORY = "The harbour of Lakeport was closed on Monday after two days of rain, Ada Lindqvist, the mayor, said."
_STORY = "Nobody could say when the harbour would open, for the rain went on and the boats lay below the pier."


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("(Reporting by Ada Lindqvist; Editing by Jo Marsh)", "wire_tail"),
        ("Also Read: Ferry returns after the storm", "related"),
        ("[+958 chars]", "feed_tail"),
        ("© 2024 Lakeport Bay", "copyright"),
        ("(Photo: Jo Marsh)", "credit"),
        ("No media source currently available", "player"),
    ],
)
def test_a_tail_goes_and_the_paragraph_stays(tail: str, kind: str) -> None:
    """The rule that knows the line knows the tail."""
    text = f"{STORY} It was the third time this year, and nobody in the town knows for how long. {tail}"
    found = list(tails(Document(text)))
    assert [(mark.kind, text[mark.start : mark.end]) for mark in found] == [(kind, tail)]
    assert normalize(text).paragraphs == (text.removesuffix(tail).rstrip(),)


ZH = "湖港市码头在连续两天降雨之后于周一关闭，市长艾达表示，渡轮将停航至周末，居民可以免费乘坐公共汽车。"
HI = "लेकपोर्ट का बंदरगाह दो दिन की बारिश के बाद सोमवार को बंद कर दिया गया, महापौर ने कहा। "
KO = "레이크포트 항구는 이틀간의 비가 내린 뒤 월요일에 폐쇄됐다고 아다 린드크비스트 시장이 밝혔다. "
FA = "بندر لیک‌پورت روز دوشنبه پس از دو روز باران بسته شد، آدا لیندکویست شهردار شهر این را گفت. "


@pytest.mark.parametrize(
    ("story", "tail", "kind"),
    [
        (f"{STORY} ", "(dpa)", "wire_tail"),
        (f"{STORY} ", "—Reuters", "wire_tail"),
        (ZH, "（完）", "wire_tail"),
        (ZH, "责任编辑：张三", "wire_tail"),
        (ZH, "相关阅读：两船沉没", "related"),
        (KO, "[사진=연합뉴스]", "credit"),
        (HI, "यह भी पढ़ें: दो नावें डूबीं", "related"),
        (FA, "انتهای پیام/", "wire_tail"),
    ],
)
def test_a_tail_without_a_blank(story: str, tail: str, kind: str) -> None:
    """Set apart by brackets, a dash, a colon, or by the script's own full stop."""
    found = list(tails(Document(story + tail, language="und")))
    assert [(mark.kind, (story + tail)[mark.start : mark.end]) for mark in found] == [(kind, tail)]


@pytest.mark.parametrize(
    "line",
    [
        f"{STORY} (UN)",
        f"{STORY} — Nobody",
        ZH + "他说：“没有人知道。”",
        ZH + "（三）",
        ZH + "广告",
        f"{STORY} Newsletter",
        STORY,
        "He left for the port and asked her to follow. More on that was not to be heard: nobody spoke.",
        "The film opens on Monday (at the old pier).",
        "It was over, he said, and he left the room. Share",
        "The town lost what its mayor calls the bigger picture: jobs, ships and trade for a hundred years.",
        "",
    ],
)
def test_what_is_no_tail(line: str) -> None:
    """A sentence of the story that begins like a label; a label of one word."""
    assert list(tails(Document(line))) == []


@pytest.mark.parametrize(
    "line",
    [
        "The old pier after the storm. Photo: Jo Marsh",
        "The old pier (AFP/Getty Images)",
        "The pier - Ảnh: Facebook",
        "The old pier Foto: Jo Marsh/Hafenbild",
        "The old pier Submitted photo",
        "The old pier - Ảnh chụp màn hình",
    ],
)
def test_a_caption_with_its_credit(line: str) -> None:
    """Both are fields of the article."""
    article = normalize(f"Rain closes the old port\n{STORY}\n{line}\nIt rained for two days, and {STORY}")
    assert len(article.paragraphs) == 2
    assert article.captions[0].startswith("The ")
    assert article.credits


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share Tweet Submit", "share"),
        ("SHARE / TWEET / 82 COMMENTS", "share"),
        ("Home | Contact us | Privacy policy", "nav"),
        ("Share Facebook", "share"),
        ("Home Depot", None),
        ("Share prices fell", None),
        ("12 34", None),
        ("|||", None),
    ],
)
def test_buttons_side_by_side(line: str, kind: str | None) -> None:
    """Every part must be a label."""
    assert [mark.kind for mark in lines(Document(line))] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("head", "credit"), [("(Photo: Jo Marsh) ", "(Photo: Jo Marsh)"), ("[Image: The Herald] ", "[Image: The Herald]")]
)
def test_a_credit_in_brackets_before_the_paragraph(head: str, credit: str) -> None:
    """Feeds put the picture's credit before the first words; the paragraph stays."""
    article = normalize(f"Rain closes the old port\n{head}{STORY}")
    assert article.paragraphs == (STORY,)
    assert article.credits == (credit,)


@pytest.mark.parametrize("head", ["(Photo: Jo Marsh) ", "Foto: Jo Marsh "])
def test_a_credit_takes_no_paragraph_with_it(head: str) -> None:
    """A rule's hole is wide enough for a sentence; a credit is not so long."""
    assert STORY in "".join(normalize(f"{head}{STORY}").paragraphs)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Sign up for our newsletter here.", "newsletter"),
        ("Follow us on Instagram.", "share"),
        ("This article originally appeared on The Lakeport Times.", "feed_tail"),
    ],
)
def test_a_last_sentence_that_asks_for_something(sentence: str, kind: str) -> None:
    """A paper's own words behind the story's, in the same paragraph."""
    text = f"{STORY} {sentence}"
    assert [(mark.kind, text[mark.start : mark.end]) for mark in tails(Document(text))] == [(kind, sentence)]
    assert normalize(text).paragraphs == (STORY,)


def test_who_made_the_picture_behind_the_sign_of_copyright() -> None:
    """Words without a full stop are a caption then, and a sentence where a name and a seller stand there."""
    said, below = "Nobody was hurt, the mayor said.", f"The pier is closed too. {STORY}"
    for caption, sign in (
        ("The old pier of Lakeport", "© Jo Marsh"),
        ("The old pier of Lakeport", "(© Lake Images)"),
        ("Smoke rises above the old pier.", "© Jo Marsh / Lake Images"),
    ):
        article = normalize(f"{STORY}\n{caption} {sign}\n{below}")
        assert (article.captions, article.paragraphs) == ((caption,), (STORY, below)), sign
    for sign in ("© Lakeport Herald", "© AFP/Reuters", "© 2024 Lake Images"):
        assert normalize(f"{STORY}\n{below}\n{said} {sign}").paragraphs == (STORY, below, said), sign


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Advertisement", "ad_label"),
        ("Hide AdAdvertisementHide Ad", "ad_label"),
        ("ADVERTISEMENT", "ad_label"),
        ("Read More", "related"),
    ],
)
def test_a_label_glued_to_the_paragraph_behind_it(head: str, kind: str) -> None:
    """Scrapers leave out the blank between a label and the paragraph below it."""
    article = normalize(f"{_STORY}\n\n{head}{_STORY}\n\n{head}“It rained,” said Ada Lindqvist, the mayor of the town.")
    assert [removal.kind for removal in article.removed] == [kind, kind]
    assert all(not paragraph.startswith(head) for paragraph in article.paragraphs)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisements were banned in the harbour, said the mayor.",
        "ADVERTISEMENTS WERE BANNED IN THE HARBOUR",
        "Read Moreover, the book about the harbour.",
    ],
)
def test_a_word_that_begins_like_a_label(line: str) -> None:
    """A label is one only where a sentence begins right behind it."""
    assert line in normalize(f"{_STORY}\n\n{line}\n\n{_STORY}").paragraphs


def test_an_advertisement_behind_the_last_full_stop() -> None:
    """The label stands behind the sentence; a story's last word has its own full stop."""
    article = normalize(f"{_STORY} Advertisement\n\n{STORY}")
    assert article.paragraphs == (_STORY, STORY)
    line = f"{_STORY} Below stood an Advertisement"
    assert line in normalize(f"{STORY}\n\n{line}\n\n{STORY[4:]}").paragraphs


@pytest.mark.parametrize("credit", ["", "Lake Images", "Jo Marsh/Getty Images", "Port News"])
def test_a_place_in_brackets_with_a_credit_glued_to_it(credit: str) -> None:
    """Radio's wires print the place in brackets, and scrapers glue the picture's owner to it."""
    article = normalize(f"{credit}(NEW YORK) -- {_STORY}")
    assert article.dateline is not None
    assert article.dateline.raw == "(NEW YORK) --"
    assert article.paragraphs == (_STORY,)
    assert [removal.text for removal in article.removed] == ([credit] if credit else [])


def test_a_sentence_with_a_sign_of_copyright() -> None:
    """Above paragraphs it is a caption; the story's last sentence has its house's sign behind it."""
    line = "Smoke rises above the old pier. © Jo Marsh"
    story = "\n".join(
        f"The harbour {what} was closed on Monday after two days of rain, said Ada, the mayor of the town."
        for what in "ABC"
    )
    assert [mark.kind for mark in tails(Document(f"{line}\n{story}"))] == ["caption", "copyright"]
    assert [mark.kind for mark in tails(Document(f"{story}\n{line}"))] == ["copyright"]
