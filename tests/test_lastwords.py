"""What the site says to its readers behind the story's last paragraph, and what it says of the author."""

import tomllib
from importlib.resources import files

import pytest

from newsnorm import normalize
from newsnorm.document import Document
from newsnorm.story.lastwords import story_end
from newsnorm.story.units import units_of

WHERE = "the harbour of Lakeport, which was closed on Monday after two days of rain that nobody there had foreseen."
STORY = "\n".join(
    f"{who} spoke for a long time, in front of the old customs house that stands at the end of the pier, about {WHERE}"
    for who in ("The harbour master", "A pilot of the ferry", "The mayor of the town", "Nobody else")
)


def cut(below: str, story: str = STORY) -> list[str]:
    """The lines below a story that are not its own."""
    doc = Document(f"{story}\n{below}")
    units = units_of(doc)
    end = story_end(doc, units, 0, len(units) - 1)
    return [doc.text[unit.start : unit.end] for unit in units[end + 1 :]]


@pytest.mark.parametrize(
    "below",
    [
        "Got a tip for the desk? Write to your editors!",
        "Want to keep up with breaking news from our town?",
        "Ada Lindqvist is a reporter and lives on an island.",
        "Morning post\nSubscribe and get your daily briefing every morning at seven.",
        "Haben Ihnen diese Texte gefallen?",
        "Подпишитесь на наш канал и читайте новости каждый день!",
        "More by her\nOn most evenings one can meet Ada Lindqvist elsewhere, as @ada_of_tern.",
    ],
)
def test_the_sites_last_words(below: str) -> None:
    """Who speaks to readers, or of a writer, in words that are not the story's, with nothing told behind it."""
    assert cut(below) == below.splitlines()


@pytest.mark.parametrize(
    "below",
    [
        "It rained all night.",
        "The ferry sails again on Friday, whatever your plans for the harbour of Lakeport may be on Monday.",
        "“Tell your editors that we are not amused!” she said.",
        "Nobody was hurt.",
        "Got a tip for the desk? Write to your editors!\nThe ferry sails again on Friday.",
    ],
)
def test_the_storys_own_last_words(below: str) -> None:
    """A quotation, a sentence with the story's words, and whatever stands above one of them."""
    assert cut(below) == []


def test_a_story_that_says_you_itself() -> None:
    """Where the story's first paragraphs speak to readers, or of reporters, its last does too."""
    tip = "Ada Lindqvist is a reporter and lives on an island."
    assert cut(tip) == [tip]
    assert cut(tip, STORY.replace("that nobody", "that no reporter")) == []
    assert cut("Haben Ihnen diese Texte gefallen?", STORY.replace("that nobody", "von Ihnen")) == []


def test_more_is_never_cut_than_the_opening_holds() -> None:
    """Where so much is said behind the story, it may be the story."""
    said = [f"Do you like the {number}th of our stories?" for number in range(40)]
    assert len(cut("\n".join(said))) < len(said)
    assert cut("\n".join(said[:3])) == said[:3]


def test_a_short_page_is_not_asked() -> None:
    """Nobody can tell whose words they are where hardly anything is told."""
    assert cut("Got a tip for us?", STORY.splitlines()[0]) == []


def test_normalize_cuts_last_words() -> None:
    """The step that finds the story's end asks for them, and says so."""
    article = normalize(f"{STORY}\nGot a tip for the desk? Write to your editors!")
    assert article.text == STORY.replace("\n", "\n\n")
    assert [(removal.rule, removal.kind) for removal in article.removed] == [("step:bounds", "other")]


def test_no_word_is_listed_twice() -> None:
    """Each as it is looked for: in small letters but for those that only count with a capital."""
    tables = tomllib.loads((files("newsnorm") / "data" / "lastwords.toml").read_text(encoding="utf-8"))
    assert tables.keys() == {"readers", "site", "writers", "lives"}
    for table in tables.values():
        for language, words in table.items():
            listed = words.split()
            assert len(listed) == len(set(listed)), language
            assert language == "de" or listed == [word.lower() for word in listed], language
