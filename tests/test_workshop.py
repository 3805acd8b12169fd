"""The rule workshop: whether a file passes, who takes a line, and why none does."""

import pathlib

import pytest

from newsnorm.__main__ import main
from newsnorm.rules.sets import pack, rules_for
from newsnorm.workshop import PLACES, check, nearest, taken

GOOD = """
[[newsletter]]
id   = "tide-letter"
why  = "The Coast Herald asks for subscribers between paragraphs."
says = ["Get the Tide Letter"]
hit  = ["GET THE TIDE LETTER"]
miss = ["She would get the Tide Letter at the kiosk."]
"""


@pytest.fixture
def mine(tmp_path: pathlib.Path) -> pathlib.Path:
    """A rule file of one's own."""
    path = tmp_path / "herald.toml"
    path.write_text(GOOD, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    """The exit status and what was printed."""
    status = main(["rules", *map(str, words)])
    return status, capsys.readouterr().out


def wrong(path: pathlib.Path, old: str, new: str) -> dict[str, str]:
    """The examples that fail, with their reasons, when the file is changed."""
    path.write_text(GOOD.replace(old, new), encoding="utf-8")
    return {one.text: one.why for one in check(pack(path)) if not one.passed}


def test_a_file_that_passes(mine: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Says so, rule by rule."""
    status, out = run(capsys, "test", mine)
    assert status == 0
    assert "ok   tide-letter" in out
    assert "1 hit, 1 miss" in out
    assert out.endswith("all 2 examples pass\n")


def test_a_file_that_fails(mine: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Says which example, and why."""
    mine.write_text(GOOD.replace("GET THE TIDE LETTER", "Get the Tide Letter every morning"), encoding="utf-8")
    status, out = run(capsys, "test", mine)
    assert status == 1
    assert "FAIL tide-letter" in out
    assert "the line says more: a hole would take it, 'get the tide letter …'" in out
    assert out.endswith("1 of 2 examples fail\n")


def test_why_an_example_fails(mine: pathlib.Path) -> None:
    """In words."""
    says, form = 'says = ["Get the Tide Letter"]', "form = 'get the tide letter'\n"
    assert wrong(mine, '["GET', '["Get the Tide",  "GET')["Get the Tide"].endswith("the line says less")
    assert "it does not say 'the'" in wrong(mine, "GET THE", "GET A")["GET A TIDE LETTER"]
    assert wrong(mine, "GET THE TIDE LETTER", "x" * 1001)["x" * 1001].startswith("longer than 1000")
    assert "does not hold 'week'" in wrong(mine, says, f"{form}has = 'week'")["GET THE TIDE LETTER"]
    assert "'week' or 'Letters'" in wrong(mine, says, f"{form}has = ['week', 'Letters']")["GET THE TIDE LETTER"]
    assert wrong(mine, says, f"{form}has = ['week', 'LETTER']") == {}
    shipped = wrong(mine, "She would get the Tide Letter at the kiosk.", "Advertisement")
    assert shipped == {"Advertisement": "lang/en:advertisement takes it"}
    order = wrong(mine, "GET THE TIDE LETTER", "Letter the tide get")["Letter the tide get"]
    assert order.endswith("the same words in another order, or with something between them")


def test_one_rule_takes_what_another_should(mine: pathlib.Path) -> None:
    """The first of the file wins."""
    mine.write_text(GOOD + GOOD.replace("newsletter", "share").replace("tide-letter", "late"), encoding="utf-8")
    assert [one.why for one in check(pack(mine)) if not one.passed] == [
        f"{mine.with_suffix('')}:tide-letter takes it first"
    ]


def test_a_todo_that_works(mine: pathlib.Path) -> None:
    """Asks to be a hit; one that does not work yet is as it should be."""
    assert wrong(mine, "miss", 'todo = ["Get the tide letter", "Tide Letter!"]\nmiss') == {
        "Get the tide letter": "it works now: make it a hit"
    }


def test_rules_above_the_story_and_embeds_are_tried_in_their_own_way(tmp_path: pathlib.Path) -> None:
    """By the steps that ask them."""
    path = tmp_path / "own.toml"
    path.write_text(
        '[[published]]\nid = "on-air"\nwhy = "A radio\'s own label."\nsays = ["On air"]\n'
        'hit = ["On air: 12 February 2024", "On air"]\nmiss = ["She was on air on 12 February 2024."]\n'
        '[[byline]]\nid = "penned"\nwhy = "An old paper\'s own word."\nsays = ["Penned by"]\n'
        'hit = ["Penned by Ada Lindqvist"]\nmiss = ["The note was penned by a clerk."]\n'
        '[[shortcode]]\nid = "tides"\nwhy = "The Herald\'s own plugin."\nnames = ["herald_tides"]\n'
        'hit = [\'[herald_tides port="likoni"]\', "[tides]"]\nmiss = ["[the tides]"]\n'
        '[[dateline]]\nid = "line"\nwhy = "A form."\nform = "{place} ~~"\n'
        'hit = [{ text = "LIKONI ~~ It rained.", raw = "LIKONI ~~" }, "It rained."]\nmiss = ["MOMBASA: It rained."]\n',
        encoding="utf-8",
    )
    assert {one.text: one.why for one in check(pack(path), "en") if not one.passed} == {
        "On air": "not found",
        "[tides]": "not found",
        "It rained.": "none of its forms is the dateline",
        "MOMBASA: It rained.": "it is read as a dateline",
    }


@pytest.mark.parametrize("name", ["lang/en.toml", "lang/ja.toml", "cms/wordpress.toml"])
def test_newsnorms_own_files_pass(name: str) -> None:
    """As the other tests say, which ask each section in its own way."""
    assert [(one.text, one.why) for one in check(pack(name)) if not one.passed] == []


def test_who_takes_a_line(mine: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By itself, and on a page."""
    status, out = run(capsys, "try", "Get the tide letter", "--language", "en", "--rules", mine)
    assert status == 0
    assert "read as            get the tide letter\n" in out
    assert out.count("herald:tide-letter") == 4


def test_why_no_rule_takes_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """The nearest rules, and rules of other languages."""
    status, out = run(capsys, "try", "Advertisement today", "--language", "en")
    assert status == 1
    assert "none takes it" in out
    assert "the line says more: a hole would take it, 'advertisement …'" in out
    _, out = run(capsys, "try", "Lesen Sie auch: Fähre fährt wieder", "--language", "en")
    assert "lang/de:also-read (related) would take it; it is not asked for 'en'" in out


def test_places() -> None:
    """A headline is one above the story only."""
    found = taken("Nine boats missing after two days of storm", "en")
    assert [one.place for one in found] == list(PLACES)
    assert {one.rule for one in found[1:]} == {""}
    assert taken("Advertisement")[0].kind == "ad_label"


def test_nearest_is_quiet_where_nothing_is_near() -> None:
    """A line of other words, a line far too long."""
    assert nearest("Zzgrt blorp", rules_for()) == ()
    assert nearest("advertisement " * 90, rules_for("en"), limit=9)[0].why.startswith("the line is longer than 1000")


def test_list_and_show(capsys: pytest.CaptureFixture[str], mine: pathlib.Path) -> None:
    """By kind, by id, by a part of an id that one rule has."""
    status, out = run(capsys, "list", "--kind", "newsletter", "--rules", mine)
    assert (status, out.count("newsletter") > 3) == (0, True)
    assert f"{mine.with_suffix('')}:tide-letter" in out
    status, out = run(capsys, "show", "tide-letter", "--rules", mine)
    assert status == 0
    assert "why    The Coast Herald asks" in out
    assert "hit    GET THE TIDE LETTER" in out
    assert run(capsys, "show", "lang/en:dateline-signed")[1].count("\nhit ") > 3
    assert "way " in run(capsys, "show", "embed/fallback:browsers")[1]
    assert run(capsys, "show", "xyzzy") == (1, "no rule has 'xyzzy' in its id\n")
    assert run(capsys, "show", "also-read")[0] == 1


def test_a_broken_file(mine: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, file, rule and reason; and so for a language tag that is none."""
    mine.write_text(GOOD.replace("why", "wy"), encoding="utf-8")
    assert main(["rules", "test", str(mine)]) == 2
    assert "herald.toml: tide-letter: no 'why'" in capsys.readouterr().err
    assert main(["rules", "try", "x", "--language", "../x"]) == 2


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("It rained. [gallery ids=“4”] It stopped.", "between paragraphs embed, says cms/wordpress:gallery"),
        ("By Ada Lindqvist", "byline, says lang/en:by"),
        ("MOMBASA, Feb 12 (AP) - It rained all night.", "its dateline is 'MOMBASA, Feb 12 (AP) -'"),
    ],
)
def test_what_is_no_line_rule_s_is_taken_too(line: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Embeds, bylines, datelines: said, and status 0."""
    status, out = run(capsys, "try", line, "--language", "en")
    assert status == 0
    assert told in out
    assert "near" not in out


def test_a_language_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    """Is said by every subcommand, and does not mean all languages."""
    for words in (["list"], ["show", "lang/en:by"], ["try", "Rain"]):
        assert main(["rules", *words, "--language", "no tag"]) == 2
        assert "BCP 47" in capsys.readouterr().err
