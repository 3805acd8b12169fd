"""Menus printed as lists with bullets: some items are every site's, and so the others are no story's."""

from newsnorm import normalize

STORY = (
    "The harbour of Lakeport was closed on Monday after two days of rain, Ada Lindqvist, the mayor, said in a letter.",
    "Nobody was hurt, and the boats are safe, the harbour master said in front of the town hall in the evening.",
)


def test_a_menu_goes_with_the_items_that_no_rule_knows() -> None:
    """Two items that every site has prove the list, above the story and below it."""
    menu = ("* Home", "* Tapes & Records", "* Programme Lineup", "* Lake Holiday Resort", "* Contact us")
    for page in ((*menu, *STORY), (*STORY, *menu), (STORY[0], *menu, STORY[1])):
        assert normalize("\n".join(page)).paragraphs == STORY


def test_a_story_keeps_its_list() -> None:
    """A list of the story's has nothing of a site's in it, and one item alone proves nothing."""
    for items in (
        ("* Two boats", "* A pier", "* Nets", "* A ferry", "* Three cars"),
        ("* Two boats", "* A pier", "* Nets", "* Home", "* Three cars"),
    ):
        paragraphs = normalize("\n".join((STORY[0], *items, STORY[1]))).paragraphs
        assert set(items) - {"* Home"} <= set(paragraphs)
