"""The index of line rules: keys, scripts without blanks, capitals and accents, numbers."""

from collections.abc import Sequence
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnorm.languages import languages
from newsnorm.rules.lineindex import Entry, LineIndex
from newsnorm.rules.linekeys import line_key, line_keys, without_numbers
from newsnorm.rules.patterns import compile_rule
from newsnorm.rules.phrases import phrase_keys
from newsnorm.rules.sets import rules_for

T = TypeVar("T")


def index(*says: str, form: tuple[str, ...] = (), has: tuple[str, ...] = ()) -> LineIndex[str]:
    """An index of one rule."""
    return LineIndex([Entry("rule", says, form, has, lambda: compile_rule(says, form, None, False))])


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("İlgili haberler", "İLGİLİ HABERLER"),
        ("Yazı boyutu", "YAZI BOYUTU"),
        ("Διαβάστε επίσης", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ"),
        ("Lea también: …", "LEA TAMBIEN: El puerto reabre"),
        ("À lire aussi : …", "A lire aussi : Le port rouvre"),
        ("Foto: …", "Foto:Agentur"),
        ("Read more: …", "READ MORE | Ferry returns"),
        ("来源：…", "来源：湖港日报"),
        ("来源：…", "来源:湖港日报"),
        ("相关阅读", "【相关阅读】"),
        ("관련기사: …", "▶관련기사 : 항구 다시 열려"),
        ("อ่านเพิ่มเติม: …", "อ่านเพิ่มเติม: เรือกลับมาแล้ว"),
        ("# Kommentare", "1.204 Kommentare"),
        ("vor # Stunden", "Vor 3 Stunden"),
        ("Kommentare (#)", "Kommentare (12)"),
        ("# / #", "1 / 5"),
        ("यह भी पढ़ें: …", "यह भी पढ\u093cें: नाव लौटी"),
    ],
)
def test_a_phrase_is_found_as_sites_write_it(phrase: str, line: str) -> None:
    """Capitals, missing accents, bars, wide brackets, decomposed letters, numbers."""
    assert index(phrase).find(line) == ("rule", {})


@pytest.mark.parametrize(
    ("phrase", "line"),
    [
        ("Foto: …", "Fotografen: zwei"),
        ("来源：…", "来自湖港的消息说"),
        ("# Kommentare", "1.204 Kommentare wurden gelöscht"),
        ("vor # Stunden", "Vor 3 Stunden brach der Damm"),
        ("# / #", "# / #"),
    ],
)
def test_other_lines_stay(phrase: str, line: str) -> None:
    """What only starts alike is another line."""
    assert index(phrase).find(line) is None


def test_a_form_of_a_script_without_blanks_is_asked_by_its_first_letter() -> None:
    """A Chinese form finds its line; a line of other letters never meets it."""
    found = index(form=(r"(?:来源|稿源)\s?[:：]{short}",)).find("稿源：湖港日报")
    assert found is not None
    assert found[1] == {"short": "湖港日报"}


@pytest.mark.parametrize("size", [60, 79, 80, 81, 82, 150, 199])
def test_how_a_longer_line_starts_is_enough_to_pass_it_by(size: int) -> None:
    """Whatever stands around a phrase and in its hole, longer lines give what shorter ones give."""
    title = "the harbour of Lakeport is open " * 20
    for phrase in ("Read more: …", "… said Lakeport Radio"):
        line = phrase.replace("…", title[: size - len(phrase)].strip())
        assert index(phrase).find(line) == ("rule", {}), line
        assert index(phrase).find(f"x{line}") == (("rule", {}) if phrase[0] == "…" else None)
    assert index("Read more").find("Read more " + "." * size) == ("rule", {})
    assert index("Google Ads").find(" | ".join(["Google Ads"] * (size // 10))) == ("rule", {})
    line = ("The harbour is open again " * 8)[: size - 20] + " All rights reserved"
    assert index(form=(".{1,200} all rights reserved",), has=("all rights reserved",)).find(line) is not None


def test_has_is_asked_first() -> None:
    """A line without the rule's own words is not found, whatever its form."""
    views = index(form=("{number} [a-z]{1,20}",), has=("views", "Reads"))
    assert views.find("12 views") is not None
    assert views.find("12 reads") is not None
    assert views.find("12 boats") is None


def test_a_line_with_several_of_a_rules_words_is_asked_once() -> None:
    """The pattern costs more than the question."""
    asked: list[str] = []
    entry = Entry("rule", (), ("{number} [a-z]{1,20}",), ("views", "reads"), lambda: asked.append)
    assert LineIndex([entry]).find("12 views, 3 reads") is None
    assert asked == ["12 views, 3 reads"]


def test_keys() -> None:
    """Decoration and blanks go, decomposed letters are composed."""
    assert line_key("▶ Cafe\u0301  ") == "café"
    assert without_numbers("12") == "#"
    assert without_numbers("x" * 70 + "1") == ""
    assert phrase_keys(["Café", "plain…"]) == ["café", "cafe"]
    assert line_key("إقرأ أيضــاً") == line_key("اقرا ايضا")  # hamzas, vowels and tatweels come and go
    assert line_key("بيشتر بخوانيد:") == line_key("بیشتر بخوانید")  # typed on an Arabic keyboard
    assert line_key("برچسب\u200cها") == line_key("برچسبها")


def test_long_lines_are_not_looked_at() -> None:
    """A line of prose is never a label."""
    assert index("Foto: …").find("Foto: " + "x" * 500) is None


def asked_of_all(lines: LineIndex[T]) -> list[T]:
    """The rules that neither a first word nor an end nor `has` keeps from being asked of every line."""
    ways = lines._any._ways
    return [way.question.rule for way in ways if not (way.opening.starts or way.opening.ends or way.has)]


@pytest.mark.parametrize("language", sorted(languages()))
def test_no_shipped_rule_is_asked_of_every_line(language: str) -> None:
    """A pattern costs more than all else that a line goes through."""
    assert asked_of_all(rules_for(language)._lines("line")) == []


def test_what_keeps_a_rule_from_being_asked_of_every_line() -> None:
    """A form that starts with anything has to say what the line must hold; a phrase does that by itself."""
    assert asked_of_all(index(form=(r"[^\n]{2,40} times over",))) == ["rule"]
    assert asked_of_all(index(form=(r"[^\n]{2,40} times over",), has=(" times",))) == []
    assert asked_of_all(index("…/dpa")) == []


PAGE = [
    "Advertisement",
    "— ADVERTISEMENT —",
    "Ads | Ads | Ads",
    "ΣXETIKA ΘEMATA",  # Latin letters among Greek ones
    "facebook αβγ",
    "Don’t  miss:",
    "1.204 Kommentare",
    "[advertisement]",
    "...",
    "3 of 1,204 readers' comments shown",
    "Foto: Agentur",
    "ﬁ \u00a0 x",
    "a" * 1001,
    f"Foto: {'x ' * 99}",
    "Rain fell all night, and the old port of the town is closed until the ferry is back on Monday, said the mayor.",
]


@pytest.mark.parametrize("language", ["en", "de", "el", "ja", "und"])
def test_many_lines_at_once_are_answered_as_one_by_one(language: str) -> None:
    """Also where a line's neighbours are folded with it: their letters, blanks and numbers are their own."""
    lines = [*PAGE, "und dies", "сайт", "οδός", "x", "1"]
    asked = rules_for(language)._lines("line")
    assert asked.find_all(lines) == [asked.find(line) for line in lines]
    assert line_keys(lines) == [line_key(line) for line in lines]
    assert not asked.find_all([])
    assert not line_keys([])


@given(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=30), max_size=5))
def test_keys_of_many_lines_are_those_of_each(lines: list[str]) -> None:
    """Whatever stands in them."""
    assert line_keys(lines) == [line_key(line) for line in lines]


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        ("The post Rain floods the port appeared first on Harbour Times", True),
        ("The postman rang", True),
        ("The harbour was closed", False),
        ("THE   POST", True),
        ("Views of the port", True),
        ("View of the port", True),
        ("Rain", False),
    ],
)
def test_a_form_is_asked_of_lines_that_start_as_it_does(line: str, is_asked: bool) -> None:
    """With all its plain words, but for a letter that may be there or not."""
    asked: list[str] = []
    forms = ("the post {headline}", "view of|views of", "(?:view|views) of {headline}")
    entry = Entry("rule", (), forms, (), lambda: asked.append)
    LineIndex([entry]).find(line)
    assert bool(asked) == is_asked


def test_a_phrase_with_a_common_first_word_is_asked_of_lines_with_its_other_words() -> None:
    """Nothing keeps "The" from being asked of every third line."""
    asked: list[str] = []
    says = ("The … has a pier",)
    entry = Entry("rule", says, (), (), lambda: asked.append)
    for line in ("The old port has a pier", "The port is closed", "The (port has a pier)"):
        LineIndex([entry]).find(line)
    assert asked == ["The old port has a pier", "The (port has a pier)"]


def test_a_part_is_answered_by_itself_whether_its_line_was_noted_or_not() -> None:
    """What a line holds is read from the notes; without them the part is searched."""
    line = "The old pier at dusk. Rain fell. Photo by Jo Marsh/Getty Images"
    part = line[-30:]
    asked, noted = rules_for("en")._lines("line"), dict[str, Sequence[str]]()
    asked.find_all([line, part], noted)
    assert "getty" in noted[line]
    assert asked.find(part) is not None
    assert asked.find_parts([part], [line], noted) == asked.find_parts([part], [line], {}) == [asked.find(part)]


@pytest.mark.parametrize(("line", "is_asked"), [("Rain (old port)", True), ("Rain (old port).", True), ("Port", False)])
def test_a_form_that_ends_in_a_bracket_is_asked_of_lines_that_do(line: str, is_asked: bool) -> None:
    """Hardly a paragraph ends in one, and so these words need not be looked for in it."""
    asked: list[str] = []
    entry = Entry("rule", (), (r"[^\n]{2,40} \(old port\)\.?",), ("port",), lambda: asked.append)
    LineIndex([entry]).find_all(["The port is closed", line])
    assert asked == ([line] if is_asked else [])
