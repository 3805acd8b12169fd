"""Who wrote the story, in a few words behind it or above it."""

import pytest

from newsnorm import normalize
from newsnorm.document import Document
from newsnorm.story.bios import without_bios
from newsnorm.story.units import units_of

STORY = "\n".join(
    f"{who} spoke for a long time, in front of the customs house at the end of the pier, about the closed harbour."
    for who in ("The harbour master", "A pilot of the ferry", "The mayor of the town", "Nobody else")
)


def kept(page: str) -> list[str]:
    """The lines that are left."""
    doc = Document(page)
    units = units_of(doc)
    first, last = without_bios(doc, units, 0, len(units) - 1)
    return [doc.text[unit.start : unit.end] for unit in units[first : last + 1]]


BIOS = [
    "Ada Lindqvist is a professional writer and editor with a weakness for old boats. She has lived on three of them.",
    "Jo Marsh (@jomarsh) has been writing about ports for nine years, and was an editor of the Tern before she came.",
    "Ada is a dedicated writer who loves all that floats, and reads tide tables whenever there is nothing else to do.",
    "is The Tern's ferry reporter. In ten years of work he has sailed on each of them, and has sunk with one as well.",
    "Korrespondentin Ada Lindqvist ist im Norden unterwegs. Sie schreibt seit Jahren von Häfen, Fähren und vom Watt.",
]


@pytest.mark.parametrize("bio", BIOS)
def test_behind_the_story(bio: str) -> None:
    """With or without what the site says of itself below."""
    assert kept(f"{STORY}\n{bio}") == STORY.splitlines()
    assert kept(f"{STORY}\n{bio}\nThe Tern is where ferries are at home.") == STORY.splitlines()


def test_above_the_story() -> None:
    """A first line that says more of its writer than one sentence holds."""
    assert kept(f"{BIOS[0]}\n{STORY}") == STORY.splitlines()


@pytest.mark.parametrize(
    "last",
    [
        "Ada Lindqvist is a writer who was on the pier too. She has not found her boat since.\nLindqvist will sail.",
        "Ada Lindqvist is a baker with a weakness for old boats, as nearly everybody is. She has lived on two of them.",
        "This is a story that every editor of the town wants to forget, and it will be told again when the rain comes.",
        "Nostalgia is a thing of which any writer may have too much, and most of them in this town have it.",
        "“Ada is an editor as well,” she said, and that the town has had enough of people who write of what it does.",
        "Ada Lindqvist is a writer from the islands.",
        "\n".join(
            f"{name} is a reporter of the town who has not been seen on the pier or elsewhere since Monday."
            for name in ("Ada Lindqvist", "Jo Marsh", "Tom Ferro")
        ),
    ],
)
def test_the_storys_people(last: str) -> None:
    """Who is named again, who is in another trade, who is quoted, and who is one of many."""
    assert kept(f"{STORY}\n{last}") == f"{STORY}\n{last}".splitlines()


def test_a_page() -> None:
    """Twice is once."""
    clean = normalize(f"Storm closes Lakeport harbour\n{STORY}\n{BIOS[0]}").to_text()
    assert BIOS[0] not in clean
    assert normalize(clean).to_text() == clean
