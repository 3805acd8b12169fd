"""The fields of an article, from marks that stand in pieces, in order, or came from a user."""

from collections.abc import Iterator

import pytest

from newsnorm import STEPS, Document, Embed, Mark, normalize

TITLE = "Ferry returns after two days of repairs"
STORY = "The ferry returned to service on Monday, the operator said."


@pytest.mark.parametrize(
    ("line", "field", "said"),
    [
        ("By [b]Ada Lindqvist[/b]", "byline", "By Ada Lindqvist"),
        ("[b]By[/b] Ada Lindqvist", "byline", "By Ada Lindqvist"),
        (
            "[b]Correction:[/b] An earlier version of this article [i]misstated[/i] the name of the ferry.",
            "corrections",
            ("Correction: An earlier version of this article misstated the name of the ferry.",),
        ),
        (
            "[i]Copyright[/i] 2024 Tern Coast. All rights reserved.",
            "copyright_notice",
            "Copyright 2024 Tern Coast. All rights reserved.",
        ),
    ],
)
def test_what_markup_parts_reads_as_one(line: str, field: str, said: object) -> None:
    """A byline is not "By"."""
    above = field == "byline"
    article = normalize(f"{TITLE}\n{line}\n{STORY}" if above else f"{TITLE}\n{STORY}\n{line}")
    assert getattr(article, field) == said
    assert article.paragraphs == (STORY,)


def test_captions_come_in_the_order_of_the_page() -> None:
    """Those of shortcodes among those of lines; one of blanks alone is none."""

    def mine(doc: Document) -> Iterator[Mark]:
        for block in doc.blocks:
            if block.text.startswith("Seen:"):
                yield Mark(block.start, block.end, "caption", "mine:seen")
        if doc.text[4:6].isspace():
            yield Mark(4, 6, "caption", "mine:blanks")

    first, last = "Seen: the pier", "Seen: the boat"
    page = f'Rain  fell.\n{first}\n[caption id="1"]The harbour at dawn[/caption]\n{last}'
    assert normalize(page, steps=[*STEPS[:1], mine]).captions == (first, "The harbour at dawn", last)


def test_an_embed_of_a_users_step_may_have_a_plain_dict() -> None:
    """Which has no hash."""
    given = Embed(kind="card", name="vote", attrs={"id": "7"}, content=None, url=None, id="7", start=0, end=6)

    def mine(doc: Document) -> Iterator[Mark]:
        if doc.text.startswith("<vote>"):
            yield Mark(0, 6, "embed", "mine:vote", given)

    assert normalize(f"<vote>\n{STORY}", steps=[mine]).embeds == (given,)
