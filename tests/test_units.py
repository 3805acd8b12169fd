"""What the form of a line says about it, and a page as a row of units: lines, wrapped paragraphs, marks."""

import pytest

from newsnorm.document import Document, Mark
from newsnorm.story.shape import shape_of, weight
from newsnorm.story.units import units_of

# --- forms -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The harbour was closed.", "sentence"),
        ("港は月曜日に閉鎖された。", "sentence"),
        ("The harbour was closed on Monday, and " * 6, "sentence"),
        ("Who closed the harbour?", "question"),
        ("The wait goes on……", "question"),
        ("The mayor said:", "colon"),
        ("Dear readers,", "comma"),
        ("The harbour was closed on …", "cut"),
        ("The harbour was closed on ...", "cut"),
        ("• Two boats sank", "bullet"),
        ("• 09:15 Two boats sank", "time"),
        ("2. Two boats sank", "numbered"),
        ("“We had no choice”", "quote"),
        ("Harbour closed after two days of rain", "line"),
        ("HARBOUR CLOSED AFTER TWO DAYS", "capitals"),
        ("Weather", "label"),
        ("Latest at 10:15", "time"),
        ("12/2/2024", "number"),
        ("© 2024 Lakeport Herald, all rights", "link"),
        ("Write to news@herald.example.", "link"),
        ("Ada Lindqvist covers the port. Write to her at ada.lindqvist@herald.example or call the desk.", "link"),
        ("www.herald.example", "link"),
        ("Port news »", "link"),
        ("Home | Sport", "bar"),
        (
            "Lakeport Herald | The harbour was closed on Monday after two days of rain, the mayor of the town said.",
            "sentence",
        ),
        (
            "The harbour was closed on Monday after two days of rain, the mayor of the town said in the evening. |",
            "sentence",
        ),
        (
            "The harbour was closed on Monday after two days of rain, the mayor of the town said in the evening. ■",
            "sentence",
        ),
        ("Home | Sport | Weather", "row"),
        ("Port news Town Weather of the day Sport Opinion Lakeport Tern Bay " * 4 + "Contact", "bar"),
        (
            "the boat left the pier at six and nobody on it had seen the wave that came in from Tern Bay " * 3,
            "sentence",
        ),
        ("Ada Lindqvist, Tom Ferro and Mara Tern of Lakeport, of the Herald Boat Prize Jury, " * 3, "sentence"),
        ("| | |", "symbols"),
        ("***", "symbols"),
        ("| The harbour was closed on Monday. " + "It rained. " * 20 + "|", "sentence"),
    ],
)
def test_the_form_of_a_line(line: str, name: str) -> None:
    """Each form is told by what the line looks like."""
    assert shape_of(line.strip()).name == name


def test_an_ideograph_says_as_much_as_three_letters() -> None:
    """Length is counted in Latin letters; letters of other alphabets count one."""
    assert [weight(line) for line in ("port", "港口", "порт", "pôrt", "बंदरगाह", "\ud800")] == [4, 6, 4, 4, 7, 3]


# --- units -------------------------------------------------------------------------------------------------------


def names(text: str) -> list[str]:
    """The forms of a page's units."""
    return [unit.name for unit in units_of(Document(text))]


def test_a_hard_wrapped_paragraph_is_one_unit() -> None:
    """A line that begins with a small letter goes on where the line above left off."""
    assert names("The harbour of Lakeport was shut\nafter two days of rain, and\nwill open on Friday.") == ["sentence"]
    assert len(names("The harbour of Lakeport was closed.\nafter two days of rain")) == 2


def test_a_wrapped_paragraph_goes_on_behind_a_mark() -> None:
    """What another step took out between two lines does not part them, or the second look would join them."""
    doc = Document("The harbour of Lakeport was closed\nRead also it\nafter two days of rain, she said.")
    doc = doc.add([Mark(35, 48, "related", "mine:more")])
    assert [unit.name for unit in units_of(doc)] == ["sentence", "related"]


BROKEN = "The ferry from Lakeport, which was built for the harbour of"


@pytest.mark.parametrize(
    "text",
    [
        f"{BROKEN}\nTernmouth\n, sank on Monday.",
        f"{BROKEN} Ternmouth (\nTern\n) and sank on Monday.",
        f"{BROKEN}\nTernmouth\n.",
        f"{BROKEN} a town that is called\nTernmouth\nsank on Monday.",
        f"{BROKEN} a town that is called\nTern\nsank on Monday.",
    ],
)
def test_a_sentence_broken_at_a_link_is_one_unit(text: str) -> None:
    """What stands inside a sentence, and what follows it, belongs to the line above."""
    assert len(units_of(Document(text))) == 1


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Port news\nTernmouth\n, sank on Monday.", 2),  # a label above is no broken sentence
        (f"{BROKEN}.\nTernmouth\n, sank on Monday.", 2),  # neither is a whole one
        (f"{BROKEN}\nTernmouth\nsank on Monday.", 3),  # a small letter alone says less than a comma
        (f"{BROKEN}\nHarbour closed after the rain\nsank on Monday.", 2),  # and this is no name
        (f"{BROKEN}\nTernmouth\n...and sank", 3),
        (f"{BROKEN}\nTernmouth\n:-) sank", 3),
    ],
)
def test_what_a_line_does_not_go_on_from(text: str, count: int) -> None:
    """Titles and menus stay by themselves."""
    assert len(units_of(Document(text))) == count


def test_a_cloud_of_tags_is_no_sentence() -> None:
    """Words in small letters are no paragraph, in whatever number."""
    assert names("Harbour news\n" + "\n".join(["ferry", "old pier", "storm"] * 20)) == ["label"]


def test_a_list_below_a_colon_is_the_storys() -> None:
    """Items that a sentence with a colon introduces say nothing against the story."""
    assert names("The teams that play on Monday are these:\nLakeport\nTernmouth\nIt rained.")[1:3] == ["listed"] * 2


def test_lines_that_are_alike_are_a_list() -> None:
    """Four lines in a row with brackets, or with dashes, are results or dates."""
    rows = "".join(f"Lakeport Rovers (group {group})\n" for group in "ABCDE")
    assert names(rows) == ["listed"] * 5
    assert "listed" not in names("Lakeport Rovers (group A)\nTernmouth Town – group B\n" * 3)


@pytest.mark.parametrize("line", ["{}: Ada Lindqvist", "• {}: Ada Lindqvist - Tern Bay", "{} – Tom Ferro"])
def test_years_and_their_winners_are_a_list(line: str) -> None:
    """Names of others are no strangers there; days are no years."""
    page = "\n".join(line.format(year) for year in range(2019, 2025))
    assert {unit.name for unit in units_of(Document(page))} == {"listed"}
    days = "\n".join(f"2024-0{month}-12 Regatta" for month in range(1, 7))
    assert "listed" not in {unit.name for unit in units_of(Document(days))}


def test_rows_of_a_table() -> None:
    """Rows with as many bars as the row above are a table's; one row alone is a menu."""
    assert names("Team | Won | Lost\nRovers | 3 | 1\nTown | 2 | 2") == ["table"] * 3
    assert names("| | 3 June | Rovers | 2-1 |\n| | 9 June | Town | 0-3 |") == ["table"] * 2
    assert names("Home | Sport | Weather") == ["row"]


def test_what_is_printed_again_is_told() -> None:
    """A label's second printing speaks against the story, a paragraph's does not."""
    story = "The harbour of Lakeport was closed on Monday after two days of rain, Ada Lindqvist, the mayor, said."
    page = f"Weather\n{story}\nWeather\n{story}"
    assert names(page) == ["label", "sentence", "again", "prose again"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Tern 2024-01-13 13:31", "stamp"),
        ("- Tern, 13.01.24, 13:31:20", "stamp"),
        ("13:31 on 1/13/2024", "stamp"),
        ("13.01.2024", "number"),
        ("Rovers 3:1 on 13.01.2024", "number"),
        ("On 13.01.2024 at 13:31 the harbour was closed.", "sentence"),
    ],
)
def test_the_form_of_a_stamp(line: str, name: str) -> None:
    """A stamp has a day and an hour, and is no sentence."""
    assert names(line) == [name]
