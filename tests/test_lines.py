"""Lines that say by themselves, or by where they stand, that they are none of the story's."""

import pytest

from newsnorm.document import Document
from newsnorm.pipeline import normalize
from newsnorm.steps.lines import lines

TITLE = "Rain floods the old port again"
STORY = """The port was closed on Monday after two days of rain, said Ada Lindqvist, the mayor of the town.
Workers pumped water out of the sheds all night, and the ferry stayed at the pier until the morning.
Nobody was hurt, but the fishermen say that they have lost most of the nets they had bought in May.
"""
MORE = "The mayor expects that the ferry will sail again on Friday, when the new pumps have been brought in."

PAGES = [
    (f"{TITLE}\nLast updated on:\n{STORY}", "Last updated on:"),
    (f"{TITLE}\n{STORY}Date posted:", "Date posted:"),
    (f"{TITLE}\n1204\n{STORY}", "1204"),
    (f"{TITLE}\n{STORY}#Harbour #OldPort", "#Harbour #OldPort"),
    (f"{TITLE}\n:format(webp)/aGFyYm91cg.webp)\n{STORY}", ":format(webp)/aGFyYm91cg.webp)"),
    (f"{TITLE}\n{STORY}<!—\n{MORE}", "<!—"),
]
STAY = [
    (f"{TITLE}\n{STORY}Date:\n{MORE}", "Date:"),
    (f"{TITLE}\n{STORY}# Harbour\n{MORE}", "# Harbour"),
]


@pytest.mark.parametrize(("page", "line"), PAGES)
def test_a_label_alone_goes(page: str, line: str) -> None:
    """A date's label without its date, a lone count, a row of hashtags, a picture's address, a comment's sign."""
    article = normalize(page)
    assert line not in article.text.split("\n\n")
    assert len(article.paragraphs) >= STORY.count("\n")
    assert any(line in removal.text for removal in article.removed)


@pytest.mark.parametrize(("page", "line"), STAY)
def test_in_doubt_it_stays(page: str, line: str) -> None:
    """A label in the story heads an entry, and one hashtag may be a heading in Markdown."""
    assert line in normalize(page).paragraphs


def test_numbers_of_a_list_are_no_count() -> None:
    """A list that counts down has a number above each of its entries, the first of them above the story."""
    page = f"{TITLE}\n10\n{STORY}9\n{MORE}"
    assert not [mark for mark in lines(Document(page)) if mark.kind == "counter"]


def test_a_notice_that_goes_on() -> None:
    """A hard-wrapped notice is known by its first line; its sentence goes on with small letters."""
    notice = "All rights reserved, and no part of the stories of this paper may be\nprinted anew or read aloud,\n"
    story = "iPhones were sold in Lakeport all night.\nthe ferry sails again"
    found = [mark.kind for mark in lines(Document(notice + story))]
    assert found == ["copyright", "copyright"]
