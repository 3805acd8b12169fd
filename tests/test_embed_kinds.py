"""Every kind of embed in its usual spellings, and the look-alikes of each kind that an editor wrote.

The texts in `tests/embeds` are ours, places and people invented. ⟦ and ⟧ stand around what must be found; `====` parts
them.
"""

import pathlib
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.embeds import find_embeds, remove_embeds
from newsnorm.embeds.clean import without
from newsnorm.embeds.found import Cut
from newsnorm.records import Embed

HERE = pathlib.Path(__file__).parent / "embeds"
ABOVE = "The ferry between the two islands sank on Sunday at noon, and nobody was hurt, the harbour master said."
BELOW = "“We heard nothing until the evening,” said a fisherman who lives on the northern shore of the lake."


def texts(name: str) -> list[str]:
    """The texts of one file."""
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").rstrip("\n").split("\n====\n")


def marked(text: str) -> tuple[str, list[str]]:
    """The text without its marks, and what stands between them."""
    pieces = text.replace("⟧", "⟦").split("⟦")
    return "".join(pieces), pieces[1::2]


def outermost(text: str, found: Iterable[Embed]) -> list[str]:
    """The words of the embeds that lie in no other."""
    reached, words = 0, []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= reached:
            words.append(text[one.start : one.end])
            reached = one.end
    return words


SPELLINGS: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "indented": lambda text: "    " + text.replace("\n", "\n      "),
    "inside": lambda text: f"{ABOVE}\n\n{text}\n\n{BELOW}",
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS.keys())
@pytest.mark.parametrize("text", [*texts("shortcodes"), *texts("tags")])
def test_what_a_system_leaves(text: str, spelling: Callable[[str], str]) -> None:
    """Found to the letter, whatever the line ends and the indents, and nothing else."""
    plain, expected = marked(spelling(text))
    assert outermost(plain, find_embeds(plain)) == expected


@pytest.mark.parametrize("text", texts("stays"))
def test_what_an_editor_wrote(text: str) -> None:
    """Editorial brackets, code, maths, games, logs, prose about all of these: not a character is touched."""
    assert find_embeds(text) == ()
    assert remove_embeds(text.replace("\n", "\r\n")) == text.replace("\n", "\r\n")


@pytest.mark.parametrize("line", (HERE / "lines.txt").read_text(encoding="utf-8").splitlines())
def test_lines_of_networks_and_players(line: str) -> None:
    """Whole lines go; the same words inside a sentence stay."""
    text = f"{ABOVE}\n\n{line}\n\n{BELOW}"
    assert outermost(text, find_embeds(text)) == [line]
    assert remove_embeds(text) == f"{ABOVE}\n\n{BELOW}"
    told = f"“{line}” is what the screen said, and so it stayed on Monday."
    assert remove_embeds(told) == told


@pytest.mark.parametrize("line", (HERE / "told.txt").read_text(encoding="utf-8").splitlines())
def test_sentences_that_start_like_a_placeholder(line: str) -> None:
    """A paragraph of the story that starts with the words of a player, a network, a consent tool."""
    text = f"{ABOVE}\n{line}\n{BELOW}"
    assert find_embeds(text) == ()


BREAKS = {"line": "\n", "paragraph": "\n\n", "crlf": "\r\n"}


@pytest.mark.parametrize("script", texts("scripts"))
def test_scripts_on_their_own_lines(script: str) -> None:
    """A loader between two paragraphs, above or below the story goes whole."""
    for ends in BREAKS.values():
        text = ends.join((ABOVE, script, BELOW))
        assert outermost(text, find_embeds(text)) == [script]
    for text in (f"{script}\n{ABOVE}", f"{BELOW}\n{ABOVE}\n{script}"):
        assert outermost(text, find_embeds(text)) == [script]


LOADERS = ("googletag", "adsbygoogle", "_taboola", "OBR.", "Criteo", "yaContextCb", "jwplayer(", "fbq", "_paq", "gie.")


@pytest.mark.parametrize("script", [one for one in texts("scripts") if any(name in one for name in LOADERS)])
def test_scripts_glued_to_sentences(script: str) -> None:
    """`get_text()` without a separator glues them to what stands before, and what stands behind."""
    if script.startswith(("<!--", "google_ad")):
        return
    for text, left in ((f"{ABOVE}{script}\n{BELOW}", f"{ABOVE}\n{BELOW}"), (f"{ABOVE}{script}", ABOVE)):
        assert outermost(text, find_embeds(text)) == [script]
        assert remove_embeds(text) == left


@pytest.mark.parametrize("text", texts("programming"))
def test_pages_about_programming(text: str) -> None:
    """What they show they show on purpose: scripts, style sheets, templates, queries, tags."""
    for spelling in (text, text.replace("\n\n", "\n"), text.replace("\n", "\r\n")):
        assert find_embeds(spelling) == ()


@st.composite
def cut_texts(draw: st.DrawFn) -> tuple[str, list[Cut]]:
    """A few lines, many of them blank, and cuts in them."""
    pieces = st.sampled_from(["a", "bc. ", "\n", "\n\n", " ", "\r\n", ".", "\u200b"])
    text = draw(st.lists(pieces, max_size=12).map("".join))
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    kinds = st.sampled_from(["embed", "wrapper", "markup"])
    return text, [Cut(start, end, draw(kinds)) for start, end in zip(places[::2], places[1::2], strict=False)]


@given(cut_texts())
def test_removal_looks_at_the_lines_around(drawn: tuple[str, list[Cut]]) -> None:
    """Lines further off than the next ones with words stay as they are, however many there are."""
    text, cuts = drawn
    for above, below in (("It rained.\n", "\nIt stopped."), ("It rained.\n \n", "\n\nIt stopped.")):
        near = [Cut(cut.start + len(above), cut.end + len(above), cut.kind) for cut in cuts]
        far = [Cut(cut.start + 2 * len(above), cut.end + 2 * len(above), cut.kind) for cut in cuts]
        left = without(f"{above}{text}{below}", near)
        assert without(f"{above}{above}{text}{below}{below}", far) == f"{above}{left}{below}"


LEFT = [
    ('Get it: **[download id="2"]** now.', "Get it: now."),
    ('**[download id="2"]**\nIt rained.', "It rained."),
    ('It is 5 * [gallery ids="1"] * 6.', "It is 5 * * 6."),
    ("[cc lang=”css”]\np { color: red }\n[/cc]", "p { color: red }"),
    (
        '[caption id="1"]' + "\n\n".join([ABOVE + " " + ABOVE] * 3) + "[/caption]",
        "\n\n".join([ABOVE + " " + ABOVE] * 3),
    ),
    ('[siteorigin_widget class="T"]<input type="hidden" value="{}" />[/siteorigin_widget]', ""),
]


@pytest.mark.parametrize(("text", "left"), LEFT)
def test_what_an_editor_leaves(text: str, left: str) -> None:
    """Emphasis around nothing goes; listings stay; paragraphs are no caption."""
    assert remove_embeds(text) == left
