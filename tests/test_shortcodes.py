"""Shortcodes: WordPress to the letter, quotes as meant, and only what the text proves."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.embeds.attributes import parse_attributes, strip_c_slashes
from newsnorm.embeds.wordpress import DEEPEST
from newsnorm.shortcodes import find_shortcodes, remove_shortcodes

TAGS = ["tern", "tern-box", "mill", "gull", "0", "a.b", "*"]

# text, and what WordPress finds in it: name, attributes, content, start, end
WORDPRESS: list[tuple[str, list[tuple[str, dict[str, str], str | None, int, int]]]] = [
    ("[tern]", [("tern", {}, None, 0, 6)]),
    ("[tern /]", [("tern", {}, None, 0, 8)]),
    ("[tern/]", [("tern", {}, None, 0, 7)]),
    ("[tern]a[/tern]b", [("tern", {}, "a", 0, 14)]),
    ("[tern][/tern]", [("tern", {}, "", 0, 13)]),
    ("[tern /]a[/tern]", [("tern", {}, None, 0, 8)]),
    ("[tern]a[tern]b[/tern]", [("tern", {}, "a[tern]b", 0, 21), ("tern", {}, None, 7, 13)]),
    ("[tern][mill x=1][/tern]", [("tern", {}, "[mill x=1]", 0, 23), ("mill", {"x": "1"}, None, 6, 16)]),
    ("[tern][mill]c[/mill]d[/tern]", [("tern", {}, "[mill]c[/mill]d", 0, 28), ("mill", {}, "c", 6, 20)]),
    ("[tern][mill][/tern][/mill]", [("tern", {}, "[mill]", 0, 19), ("mill", {}, None, 6, 12)]),
    ("[[tern]]", []),
    ("[[tern]c[/tern]]", []),
    ("[[tern]", [("tern", {}, None, 1, 7)]),
    ("[tern]]", [("tern", {}, None, 0, 6)]),
    ("[[[tern]]]", []),
    ("[terns]", []),
    ("[tern-boxes]", []),
    ("[tern-box]", [("tern-box", {}, None, 0, 10)]),
    ("[Tern]", []),
    ("[ tern]", []),
    ("[tern", []),
    ("[tern x=[y] z]", [("tern", {"x": "[y"}, None, 0, 11)]),
    ("[tern=7]", [("tern", {"0": "=7"}, None, 0, 8)]),
    ("[tern] [tern=7]", [("tern", {}, None, 0, 6), ("tern", {"0": "=7"}, None, 7, 15)]),
    ("[tern.x]", []),
    ("[tern] [tern.x]", [("tern", {}, None, 0, 6), ("tern", {"0": ".x"}, None, 7, 15)]),
    ("[a.b]", [("a.b", {}, None, 0, 5)]),
    ("[0][*]", [("0", {}, None, 0, 3), ("*", {}, None, 3, 6)]),
    ('[tern a="]"]', [("tern", {"0": 'a="'}, None, 0, 10)]),
    ("[tern a=b/]", [("tern", {"a": "b"}, None, 0, 11)]),
    ("[tern http://a.example/]", [("tern", {"0": "http://a.example"}, None, 0, 24)]),
    ("[/tern]", []),
    ("[unknown][tern][/unknown]", [("tern", {}, None, 9, 15)]),
]


@pytest.mark.parametrize(("text", "expected"), WORDPRESS, ids=[text for text, _ in WORDPRESS])
def test_wordpress_grammar(text: str, expected: list[tuple[str, dict[str, str], str | None, int, int]]) -> None:
    """Names, attributes, content and spans as WordPress has them; nested ones follow their parent."""
    found = [(one.name, dict(one.attrs), one.content, one.start, one.end) for one in find_shortcodes(text, TAGS)]
    assert found == expected


ATTRIBUTES: list[tuple[str, dict[str, str]]] = [
    (" a=\"1\" B='2' c=3 d", {"a": "1", "b": "2", "c": "3", "0": "d"}),
    (" \"one two\" 'three' four", {"0": "one two", "1": "three", "2": "four"}),
    (' a = "1"', {"a": "1"}),
    (' a="1"b="2"', {"0": 'a="1"b="2"'}),
    (' a=""', {"a": ""}),
    (' "" x', {"0": "x"}),
    (" a=1 a=2", {"a": "2"}),
    (" 0=x y", {"0": "y"}),
    (" 3=x y", {"3": "x", "4": "y"}),
    (" 03=x y", {"03": "x", "0": "y"}),
    (" a\u00a0b\u200bc", {"0": "a", "1": "b", "2": "c"}),
    (" ñ=1", {"0": "ñ=1"}),
    (r" a=C:\temp\new", {"a": "C:\temp\new"}),
    (" a='<b'", {"a": ""}),
    (" a='<b>'", {"a": "<b>"}),
    (" a=x'y", {"0": "a=x'y"}),
    ("   ", {}),
    ("", {}),
    (" " + "7" * 5000 + "=x", {"7" * 5000: "x"}),
]


@pytest.mark.parametrize(("text", "expected"), ATTRIBUTES, ids=[text[:20] for text, _ in ATTRIBUTES])
def test_attributes_as_wordpress_reads_them(text: str, expected: dict[str, str]) -> None:
    """The oddities of the parser, with and without reading quotes as meant."""
    assert parse_attributes(text) == expected
    assert parse_attributes(text, meant=False) == expected


PAIRS = [
    ("”", "”"),
    ("“", "“"),
    ("“", "”"),
    ("„", "“"),
    ("«", "»"),
    ("»", "«"),
    ("″", "″"),
    ("”", "″"),
    ("”", '"'),
    ("‘", "’"),
    ("’", "’"),
    ("′", "′"),
    ("´", "´"),
    ("`", "`"),
    ("''", "''"),
    ("＂", "＂"),
    ('\\"', '\\"'),
    ("&#8221;", "&#8243;"),
    ("&ldquo;", "&rdquo;"),
    ("&quot;", "&quot;"),
    ("&#x201D;", "&#x201d;"),
    ("&amp;#8221;", "&amp;#8221;"),
    ("&#039;", "&#039;"),
    ("&laquo;", "&raquo;"),
    ("&apos;", "&apos;"),
    ("‹", "›"),
]


@pytest.mark.parametrize(
    ("pair", "value"),
    list(itertools.product(PAIRS, ["7", "two words", "https://a.example/b?c=d&e=f", "мост", "x=y", ""])),
)
def test_quotes_as_meant(pair: tuple[str, str], value: str) -> None:
    """Whatever pair the site's text filter chose, the value is the one that was typed."""
    first, last = pair
    text = f"[tern slug={first}{value}{last} id=7]"
    assert dict(find_shortcodes(text, TAGS)[0].attrs) == {"slug": value, "id": "7"}


def test_quotes_within_quotes_are_words() -> None:
    """Only a mark that ends a word closes a value; straight quotes go first."""
    assert parse_attributes(" t=”Jane’s “big day” x=1") == {"t": "Jane’s “big day", "x": "1"}
    assert parse_attributes(' t="a “big” day"') == {"t": "a “big” day"}
    assert parse_attributes(" t=« oui »") == {"t": "oui"}
    assert parse_attributes(' t="a “big” day') == {"0": 't="a', "1": "“big”", "2": "day"}
    assert parse_attributes(' w="7″ h="8″') == {"w": "7", "h": "8"}


def test_c_slashes() -> None:
    """PHP's stripcslashes, on bytes."""
    assert strip_c_slashes(r"\n\t\x41\101\q\\") == "\n\tAAq\\"
    assert strip_c_slashes(r"\xc3\xa9") == "é"
    assert strip_c_slashes(r"\xff") == "\ufffd"
    assert strip_c_slashes("\\\ud800\\") == "\ud800\\"
    assert strip_c_slashes(r"\x") == "x"


STRIPPED = [
    ("a [tern] b", "a  b"),
    ("a[tern]b[/tern]c", "ac"),
    ("[[tern]] x", "[tern] x"),
    ("[[tern]b[/tern]] x", "[tern]b[/tern] x"),
    ("[[tern]] [[tern]b[/tern]]", "[tern]] [[tern]b[/tern]"),
    ("[[tern] x", "[ x"),
    ("[tern]]", "]"),
    ('<a href="[tern]">[tern]</a>', '<a href="[tern]"></a>'),
    ("<!-- [tern] --> [tern]", "<!-- [tern] --> "),
    ("a < b [tern]", "a < b [tern]"),
    ("no brackets", "no brackets"),
    ("a&#93; [tern] &#91;b", "a&#093;  &#091;b"),
    ("a&#93; [wren] &#91;b", "a&#93; [wren] &#91;b"),
]


@pytest.mark.parametrize(("text", "expected"), STRIPPED)
def test_removal_as_wordpress(text: str, expected: str) -> None:
    """What strip_shortcodes leaves."""
    assert remove_shortcodes(text, TAGS) == expected


def test_types_are_checked() -> None:
    """A wrong type says what to pass."""
    with pytest.raises(TypeError, match="decode"):
        find_shortcodes(b"x")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="remove_shortcodes"):
        remove_shortcodes(None)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="several names"):
        find_shortcodes("[x]", tags="x")


def test_depth_is_bounded() -> None:
    """Contents of all levels together must stay linear in the text; deeper ones are not listed."""
    deep = "".join(f"[t_{i}]" for i in range(40)) + "".join(f"[/t_{i}]" for i in reversed(range(40)))
    assert len(find_shortcodes(deep, [f"t_{i}" for i in range(40)])) == DEEPEST
    assert [one.content is None for one in find_shortcodes(deep)] == [False] * DEEPEST + [True] * (40 - DEEPEST)
    many = "[mill]a[/mill]" * 20
    assert len(find_shortcodes(many, TAGS)) == 20


pieces = st.lists(
    st.sampled_from(
        [
            "[",
            "[[",
            "]",
            "]]",
            "[tern",
            "[/tern]",
            "[tern]",
            "[mill x=”1”]",
            "[/mill]",
            "/",
            " ",
            "\n",
            "a",
            "=",
            '"',
            "”",
            "\\",
            "<",
            ">",
            "<!--",
            "&quot;",
            "[vc_row]",
            "[/vc_row]",
            "[caption id=1]",
            "[/caption]",
            "\ud800",
            "\u0301",
            "\x00",
            "\r",
        ]
    ),
    max_size=30,
).map("".join)


@given(pieces | st.text(max_size=80))
def test_any_text(text: str) -> None:
    """Spans lie inside the text, children inside their parents, and removal only ever takes away."""
    for found in (find_shortcodes(text), find_shortcodes(text, TAGS)):
        for one in found:
            assert 0 <= one.start < one.end <= len(text)
            assert "[" in text[one.start : one.end]
        starts = [one.start for one in found]
        assert starts == sorted(starts)
    assert len(remove_shortcodes(text, TAGS)) <= len(text)
    assert len(remove_shortcodes(text).replace(" ", "")) <= len(text.replace(" ", ""))


@given(pieces)
def test_wordpress_removal_takes_what_was_found(text: str) -> None:
    """Without HTML, what is left is the text without the outermost shortcodes, escaped ones unescaped."""
    text = re.sub(r"\[+", "[", text.replace("<", ""))
    rest, at = [], 0
    for one in find_shortcodes(text, TAGS):
        if one.start >= at:
            rest.append(text[at : one.start])
            at = one.end
    assert remove_shortcodes(text, TAGS) == "".join([*rest, text[at:]])
