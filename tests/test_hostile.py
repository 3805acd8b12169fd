"""Pages made to hurt: each would take minutes, or come out as something else, if what stands against it were gone."""

import json
from pathlib import Path

import pytest

from newsnorm import (
    Article,
    find_shortcodes,
    normalize,
    parse_date,
    parse_dateline,
    remove_boilerplate,
    remove_shortcodes,
    repair,
)
from newsnorm.headlines.same import same_headline
from newsnorm.rules.sets import rules_for

STORY = "The harbour was closed on Monday after two days of rain, the mayor said in a statement."


def test_letters_that_two_branches_take() -> None:
    """A bracket of letters that are no agency: 2⁴⁰ ways, were two branches to take each of them."""
    assert parse_dateline(f"KARACHI ({'報' * 39}\x7f) – {STORY}") is None


@pytest.mark.parametrize("inside", ["", " ", "\u3000", "\u00a0 ", "\x1f"])
def test_a_bracket_with_nothing_inside(inside: str) -> None:
    """Where an agency would stand."""
    assert parse_dateline(f"KARACHI ({inside}) – {STORY}") is None
    assert normalize(f"KARACHI ({inside}) – {STORY}").paragraphs


def test_capitals_in_a_row_behind_commas() -> None:
    """Words without blanks between them can be parted in many ways; none of them matters."""
    assert not same_headline("Rain floods port", "Rain floods the port" + f", {'A' * 150}!" * 200)


@pytest.mark.growth
def test_a_hundred_thousand_shortcodes() -> None:
    """All of them are found, all go, and the words between them stay."""
    page = "[gallery ids=”1,2″] It rained.\n" * 2_000 + "[/vc_row]" * 98_000
    assert len(find_shortcodes(page)) == 100_000
    assert set(remove_shortcodes(page).split()) == {"It", "rained."}
    article = normalize(page)
    assert "[" not in article.to_text()
    assert sum(len(one.text) for one in article.removed) >= 100_000 * len("[/vc_row]")


@pytest.mark.parametrize(
    "bomb",
    [
        "&" + "amp;" * 100_000,
        "&amp;" * 25_000,
        "&lt;" * 12_500 + "script&gt;" * 12_500,
        "&" + "#38;" * 25_000,
        "&#" + "9" * 25_000 + ";",
        "&#x" + "f" * 25_000,
        "&ThickSpace;" * 12_500,
        "<!ENTITY a '&b;&b;'><!ENTITY b '&c;&c;'>&a;" * 500,
        "\u0301\u0323" * 12_500,
        "Ã" * 25_000 + "©" * 25_000,
    ],
    ids=lambda bomb: f"{bomb[:12]!a}",
)
def test_entities_never_grow(bomb: str) -> None:
    """No entity stands for more than it is written with, however deep it nests; the raw input comes back."""
    assert len(repair(bomb)) <= len(bomb)
    article = normalize(f"{bomb}\n{STORY}")
    assert article.source == f"{bomb}\n{STORY}"


@pytest.mark.parametrize("code", [0xD83D, 0xDC4D, 0xDCFF, 0xD800])
def test_lone_surrogates_go_through_json_and_back(code: int) -> None:
    """In the text, in what was removed, in an embed; and the JSON is plain ASCII, or UTF-8 can hold it."""
    half = chr(code)
    page = f"Advertisement {half}\n{half}\nFerry {half} returns after repairs\n[gallery ids=”{half}″]\n{STORY} {half}"
    article = normalize(page)
    text = article.to_json()
    text.encode()
    assert Article.from_dict(json.loads(text)) == article
    assert json.loads(text)["source"] == page


@pytest.mark.parametrize(
    "tag",
    [
        "../../etc/passwd", "..", "../lang/en", "en/../../x", "en.toml", "/etc/passwd", "en\0", "en\\..\\x", "file:///x",
        "C:en", "~", "~root", "%2e%2e%2f", "en ", " en", "", "e", "en-", "-en", "en--US", "\N{FULLWIDTH FULL STOP}" * 2,
        "en\n", "ｅｎ", "x" * 100_000, "en-" + "a" * 9,
    ],
    ids=lambda tag: f"{tag[:12]!a}",
)  # fmt: skip
def test_a_language_reads_no_other_file(tag: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no BCP 47 tag is refused, and says so; nothing is opened."""
    monkeypatch.setattr(Path, "read_text", lambda *_, **__: pytest.fail("opened a file"))
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("opened a file"))
    for function in (normalize, remove_boilerplate, parse_date, parse_dateline) if tag else (normalize,):
        with pytest.raises(ValueError, match="language must be a BCP 47 tag"):
            function(STORY, language=tag)


@pytest.mark.parametrize("tag", ["tlh", "en-US-x-private", "aux", "con", "nul", "cms", "embed", "lang"])
def test_a_tag_that_is_no_language_of_ours_asks_all(tag: str) -> None:
    """Names of devices, of our own folders and files: they name a language, and no file."""
    assert normalize(f"Advertisement\n{STORY}", language=tag).removed[0].kind == "ad_label"


@pytest.mark.parametrize("sign", ["-", "&", "-&", "., ", " - "])
@pytest.mark.parametrize("end", ["/", "/Lakeport", " via Lakeport", "/Getty Images of the pier"])
def test_signs_that_names_and_what_parts_them_share(sign: str, end: str) -> None:
    """A credit's names have hyphens, and hyphens part them: there is one way to read a row, else this never ends."""
    assert rules_for("en").find(f"A{sign}" * (900 // (1 + len(sign))) + f"A{end}") is None
