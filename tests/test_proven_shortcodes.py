"""Shortcodes without a list of names: what the text proves, and editorial brackets that stay."""

import pytest

from newsnorm.shortcodes import find_shortcodes, remove_shortcodes

EDITORIAL = [
    "He said [sic] and [the mayor] agreed.",
    "[T]he law is clear",
    "give[s] and take[s]",
    "[Reuters]",
    "[1]",
    "[1][2]",
    "[n 4]",
    "[2019] UKSC 5",
    "[Photo: harbour office]",
    "[사진=MBC]",
    "[사진=A, B]",
    '[Event "Tern Open"]\n[Site "Lakeport"]',
    "[email protected]",
    "[…] and [...]",
    "[citation needed]",
    "[VIDEO]",
    "[video by the police]",
    "[audio unclear]",
    "[gallery]\npath=/srv",
    "- [x] call",
    "[url needed]",
    "a[i] = b[j]",
    "[rant] too long [/rant]",
    "[/s]",
    "[/sarcasm]",
    "[Time Frame: 12 months]",
    "[PDF]",
    "[.SPX]",
    "[width=2 height=3]",
    "[energy=mass times c squared]",
    "[mean age=45 years]",
    "[[Main Page]]",
    "[[ -f x ]]",
    "[link](https://a.example)",
    "[0800 123 456]",
    "[[1, 2], [3]]",
    "[INFO pid=12]",
    '[assembly: Version("1")]',
    "[Lorem ipsum dolor sit amet]",
    "[quote] no end",
    "array[2, 3]",
    "[caption...",
    "[AP-NORC] poll",
    "[ad_1",
]


@pytest.mark.parametrize("text", EDITORIAL)
def test_editorial_brackets_stay(text: str) -> None:
    """Words in brackets are the editor's, whatever they look like."""
    assert find_shortcodes(text) == ()
    assert remove_shortcodes(text) == text


PROVED = [
    ('A. [ternbox id="7"] B.', "A. B.", [("ternbox", {"id": "7"}, None)]),
    ("A. [tern_box id=7] B.", "A. B.", [("tern_box", {"id": "7"}, None)]),
    ("[ternbox]A.[/ternbox]", "A.", [("ternbox", {}, "A.")]),
    ("[ternbox]https://a.example/v[/ternbox]\nA.", "A.", [("ternbox", {}, "https://a.example/v")]),
    ("A.[/vc_row]", "A.", [("vc_row", {}, None)]),
    ("A.[/tern_box]", "A.", [("tern_box", {}, None)]),
    ("[vc_row]A.", "A.", [("vc_row", {}, None)]),
    ("[vc_row][vc_row]A.[/vc_row]", "A.", [("vc_row", {}, None), ("vc_row", {}, "A.")]),
    ("[dropcap]W[/dropcap]hen", "When", [("dropcap", {}, "W")]),
    ("one[gallery ids=”1,2″]two", "one two", [("gallery", {"ids": "1,2"}, None)]),
    (r"A. \[tern\_box id=”a\_7”\] B.", "A. B.", [("tern_box", {"id": "a_7"}, None)]),
    ("A. [tern_box\u00a0id=“7“] B.", "A. B.", [("tern_box", {"id": "7"}, None)]),
    ("A. [tern_box\n  id=”7”\n] B.", "A. B.", [("tern_box", {"id": "7"}, None)]),
    ("[caption id=”1″]The pier[/caption]\nA.", "A.", [("caption", {"id": "1"}, "The pier")]),
    ("[youtube=https://a.example/v]", "", [("youtube", {"0": "=https://a.example/v"}, None)]),
    ("[vimeo 123456] A.", "A.", [("vimeo", {"0": "123456"}, None)]),
    ("It ended.[/caption] \nA.", "It ended.\nA.", [("caption", {}, None)]),
]


@pytest.mark.parametrize(("text", "left", "expected"), PROVED)
def test_shortcodes_that_the_text_proves(
    text: str, left: str, expected: list[tuple[str, dict[str, str], str | None]]
) -> None:
    """Attributes, a closing tag, or a known name; and what a careful editor leaves."""
    assert [(one.name, dict(one.attrs), one.content) for one in find_shortcodes(text)] == expected
    assert remove_shortcodes(text) == left


def test_an_unclosed_opener_swallows_nothing() -> None:
    """The closing tag belongs to the nearest opener, and a caption of a whole story is none."""
    story = "The mill burned down. " * 60
    text = f"[caption id=1] {story}[caption id=2]The mill[/caption] It smoked."
    assert remove_shortcodes(text) == f"{story}It smoked."
    assert remove_shortcodes(f"[caption id=1]{story}[/caption]") == story.strip()
