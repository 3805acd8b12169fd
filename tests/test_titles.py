"""The story's own title in a dump of a whole page, where nothing repeats it."""

import pytest

from newsnorm import normalize
from newsnorm.document import Document
from newsnorm.steps.headline import headline
from newsnorm.story.layout import is_title
from newsnorm.story.titles import better_title, story_start

STORY = (
    "The harbour of Lakeport was closed on Monday after two days of rain, Ada Lindqvist, the mayor, said.\n"
    "Ferries to the island stay in, and nobody knows when the old pier will open again, the pilots said.\n"
    "Fishermen who had spent both nights on the quay said that nobody had warned them of the storm at all.\n"
)
MENU = "Sign in\nSubscribe\nHome\nSport\nWeather\nArts\nPrivacy policy\n"
TITLE = "Rain closes the old harbour of Lakeport"


@pytest.mark.parametrize(
    "above",
    [
        f"The best of the coast, every morning\n{MENU}",  # what the site says of itself
        f"Storm 2024: what to know about ferries\n{MENU}",  # a title for search engines
        f"Strict warning: undefined index in the module of menus\n{MENU}",
        f"Send us your tip now\n{MENU}Win two tickets for the opera\nLog in\n",
        f"{MENU}Two boats for sale in Ternmouth\nOld books and new songs\nRead more\n",
    ],
)  # fmt: skip
def test_the_title_above_the_story(above: str) -> None:
    """It stands right above the story and uses its words; the menu's lines do not."""
    article = normalize(f"{above}{TITLE}\n{STORY}")
    assert article.headline == TITLE
    assert article.paragraphs == tuple(STORY.splitlines())
    assert normalize(article.to_text()).headline == TITLE


def test_the_title_above_byline_and_date() -> None:
    """A caption below the byline has the story's words too."""
    page = (
        f"Get your weekend started\n{MENU}{TITLE}\nBy Ada Marsh\nMay 5, 2024\nThe harbour, seen from the pier\n{STORY}"
    )
    assert normalize(page).headline == TITLE


def test_the_way_to_the_page_is_no_title() -> None:
    """The last step of it is, right below."""
    assert normalize(f"{MENU}You read it here first\nHome News {TITLE}\n{TITLE}\n{STORY}").headline == TITLE


@pytest.mark.parametrize(
    "page",
    [
        # no menu above it: a summary has more of the story's words, the headline is the first line still
        f"What a mess this storm is\nHarbour of Lakeport closed after rain, mayor says\n{STORY}",
        f"Two boats for the opera\nBy Ada Marsh\nHarbour of Lakeport closed after rain\n{STORY}",
        f"What a mess it is\nFacebook Twitter WhatsApp\nHarbour of Lakeport closed after rain\n{STORY}",
    ],
)
def test_without_a_menu_the_first_title_stays(page: str) -> None:
    """A clean page begins with its headline, whatever words it has."""
    title = page.partition("\n")[0]
    marks = [mark for mark in headline(Document(page)) if mark.kind == "headline"]
    assert not marks or page[marks[0].start : marks[0].end] == title


def test_a_menu_alone_has_no_title() -> None:
    """Titles of other stories share no words with this one."""
    doc = Document(f"{MENU}Old books and new songs for summer\nTwo boats for sale in Ternmouth\nWin tickets\n{STORY}")
    assert better_title(doc, None) is None


def test_a_sentence_broken_into_lines_is_no_title() -> None:
    """Its lines look like titles, but the next one goes on with a small letter."""
    broken = "The harbour of Lakeport was closed\non Monday after two days of rain and\nall ferries stayed in\n"
    doc = Document(f"{MENU}{broken}{STORY}")
    assert better_title(doc, None) is None


def test_where_a_story_starts() -> None:
    """A notice in the menu is shorter than the story."""
    notice = "We use cookies, and so do our partners, to show you what you like, as you can read here."
    blocks = Document(f"{notice}\n{MENU}{TITLE}\n{STORY}").blocks
    assert blocks[story_start(blocks)].text == STORY.partition("\n")[0]
    assert story_start(Document(MENU).blocks) == -1


@pytest.mark.parametrize(
    ("line", "expected"),
    [("»We have nowhere else to go now«", True), ("» We have nowhere else to go now", False)],
)
def test_a_title_in_quotes_that_point_inwards(line: str, *, expected: bool) -> None:
    """German quotes begin with the sign of a link."""
    assert is_title(line) is expected


def test_a_summary_that_repeats_words_is_not_the_headline() -> None:
    """Only the page's first lines are titles for search engines; below, the upper one is the headline."""
    title, summary = "Rain closes port of Lakeport for days", "Port of Lakeport: ferries stay in for days"
    page = f"Lakeport Bay\nHarbour\nPilots\n{title}\n{summary}\nBy Ada Marsh\n{STORY}"
    assert normalize(page).headline == title


def test_the_sites_name_alone_proves_no_title() -> None:
    """It stands in the menu and in the page's title; the story's own title says something else."""
    page = f"All about boats and storms - Ternmouth Bay\nTernmouth Bay\n{MENU}{TITLE}\n{STORY}"
    assert normalize(page).headline == TITLE


@pytest.mark.parametrize("line", ["Stories about boats for everyone", "The best of the coast, every morning"])
def test_a_stranger_gives_way_to_the_title_below_it(line: str) -> None:
    """No menu stands above; but the line has no word of the story, and the title is made of them."""
    assert normalize(f"{line}\n{TITLE}\nBy Jane Ronan\n{STORY}").headline == TITLE


def test_a_title_that_says_nothing_of_the_story_stays_above_its_summary() -> None:
    title, summary = "A night nobody slept", "Pilots who sleep on the quay after a storm"
    assert normalize(f"{title}\n{summary}\n{STORY}").headline == title
