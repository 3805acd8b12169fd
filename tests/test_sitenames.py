"""When the words behind a headline are proven to be the site's name."""

import pytest

from newsnorm import normalize
from newsnorm.document import Document
from newsnorm.headlines.sitenames import is_site_name, site_behind, site_names

STORY = "The harbour of Lakeport was closed on Monday after two days of rain, Ada Lindqvist, the mayor, said."


@pytest.mark.parametrize("name", ["Dawn.com", "ARY NEWS", "Lakeport Herald", "The Ternmouth Observer"])
def test_a_sites_name(name: str) -> None:
    """A domain, or the trade's own word."""
    assert is_site_name(name)


@pytest.mark.parametrize("words", ["day two", "agents raid farm", "", "the news", "a b c d e f news"])
def test_no_sites_name(words: str) -> None:
    """Anything else, and what is too long or not in capitals."""
    assert not is_site_name(words)


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        ("Rain floods the old port – Lakeport Herald", "Rain floods the old port"),
        ("Rain floods the old port - lakeport.example.com", "Rain floods the old port"),
        ("Rain floods the old port | CNN", "Rain floods the old port"),
        ("Hafen nach dem Regen gesperrt | Seehafener Zeitung", "Hafen nach dem Regen gesperrt"),
        ("Rain floods the old port | lakeport.example.com - all that the sea says", "Rain floods the old port"),
        ("雨で古い港が浸水した_国際_湖港新聞", "雨で古い港が浸水した"),
        ("港口货物吞吐量首次下降_财经_港报频道_湖港", "港口货物吞吐量首次下降"),
    ],
)  # fmt: skip
def test_a_proven_name_goes(line: str, headline: str) -> None:
    """The headline stays, and the name is accounted for."""
    article = normalize(f"{line}\n{STORY}")
    assert article.headline == headline
    assert [cut.text for cut in article.removed] == [line[len(headline) :].strip()]


@pytest.mark.parametrize(
    "line",
    [
        "ICE - agents raid the harbour farm",
        "England v India - day two at Lakeport",
        "Op-Ed Columnist: Rain on the old port",
        "Rain floods the old port - A Year in Review",
        "Rain floods the old port | The wRap",
        "News - Times",
        "Rain floods the old port - lakeport.example.com - a story of two sites",
        "雨で古い港が浸水した_雨",
    ],
)
def test_a_tail_without_proof_stays(line: str) -> None:
    """A dash, a colon or a bar may be the headline's own."""
    assert site_behind(line) is None


def test_the_page_says_its_name() -> None:
    """A copyright notice proves a name; a feed that cuts its texts puts the source behind every title."""
    assert site_names(Document("Rain fell.\n© 2024 Lakeport Bay")) == (frozenset({"lakeport bay"}), False)
    assert site_behind("Rain floods the old port - Lakeport Bay", {"lakeport bay"}) == 24
    assert site_behind("Rain floods the old port - Bay", always=True) == 24
    assert normalize(f"Rain floods the old port - Bay\n{STORY}… [+958 chars]").headline == "Rain floods the old port"


def test_a_separator_left_behind() -> None:
    """What a template prints before a missing name is no part of the headline."""
    assert normalize(f"Rain floods the old port |\n{STORY}").headline == "Rain floods the old port"
