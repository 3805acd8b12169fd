"""Every rule's own examples are tests; every way to break a rule file is refused by file, rule and reason."""

import pathlib
import pickle
import re
import subprocess
import sys

import pytest

import newsnorm
from newsnorm.errors import RuleError
from newsnorm.rules.patterns import check_bounded
from newsnorm.rules.rule import SECTIONS, Rule
from newsnorm.rules.sets import RuleSet, join_packs, pack, rules_for

DATA = pathlib.Path(newsnorm.__file__).parent / "data"
FILES = sorted(str(path.relative_to(DATA).as_posix()) for path in DATA.rglob("*.toml") if path.parent.parent == DATA)
LINE_RULES = [rule for name in FILES for rule in pack(name) if SECTIONS[rule.kind] == "line"]


def cases(field: str) -> list[object]:
    """One parameter an example, named by rule and number."""
    return [
        pytest.param(rule, text, id=f"{rule.id}-{number}")
        for rule in LINE_RULES
        for number, text in enumerate(getattr(rule, field))
    ]


def test_there_are_rule_files() -> None:
    """An empty folder would make every test below pass."""
    assert len(FILES) > 2
    assert len(LINE_RULES) > 10


@pytest.mark.parametrize(("rule", "text"), cases("hit"))
def test_a_hit_is_found(rule: Rule, text: str) -> None:
    """The rule alone finds it, and among all rules the line has the same kind."""
    assert RuleSet([rule]).find(text), "the rule does not find its own example"
    found = rules_for().find(text)
    assert found is not None
    assert found[0].kind == rule.kind


@pytest.mark.parametrize(("rule", "text"), cases("miss"))
def test_a_miss_stays(rule: Rule, text: str) -> None:
    """No line rule of any kind takes it."""
    assert rules_for().find(text) is None


@pytest.mark.parametrize(("rule", "text"), cases("todo"))
@pytest.mark.xfail(strict=True, reason="known not to be found yet")
def test_a_todo_will_be_found(rule: Rule, text: str) -> None:
    """The day it is found this test says so."""
    assert RuleSet([rule]).find(text)


GOOD = '[[ad_label]]\nid = "x"\nwhy = "because"\nsays = ["Reclame"]\nhit = ["RECLAME"]\nmiss = ["De reclame is weg."]\n'

BROKEN = {
    "no examples": (GOOD.replace('hit = ["RECLAME"]\n', ""), "x", "no 'hit'"),
    "no counterexamples": (GOOD.replace('miss = ["De reclame is weg."]\n', ""), "x", "no 'miss'"),
    "no story": (GOOD.replace('why = "because"\n', ""), "x", "no 'why'"),
    "a phrase without a word": (GOOD.replace('["Reclame"]', '[">> …"]'), "x", "has no word"),
    "a number too far": (GOOD.replace('["Reclame"]', f'["Nog # {"lange " * 9}dagen"]'), "x", "too long for a number"),
    "a number, then a hole": (GOOD.replace('["Reclame"]', '["# dagen tot …"]'), "x", "starts with a number"),
    "a sign that stands for a hole": (GOOD.replace('["Reclame"]', r'["Re\u0000clame"]'), "x", "control character"),
    "doubled id": (GOOD + GOOD, "x", "doubled id"),
    "a colon in the id": (GOOD.replace('"x"', '"a:x"'), "a:x", "a colon parts"),
    "unknown key": (GOOD + 'colour = "red"\n', "x", "unknown key 'colour'"),
    "unknown section": (GOOD.replace("ad_label", "add_label"), "add_label", "unknown section"),
    "two ways": (GOOD + 'form = "{dash}"\n', "x", "needs one of says, form, regex"),
    "unbounded repeat": (GOOD.replace('says = ["Reclame"]', 'regex = "(re)+clame"'), "x", "unbounded repeat '+'"),
    "a string for a list": (GOOD.replace('hit = ["RECLAME"]', 'hit = "RECLAME"'), "x", "'hit' must be a list"),
    "a list in a list": (GOOD.replace('says = ["Reclame"]', 'says = [["Reclame"]]'), "x", "a phrase is a string, not"),
    "a number for a form": (GOOD.replace('says = ["Reclame"]', "form = [7]"), "x", "a pattern is a string, not 7"),
    "a number to hold": (GOOD + "has = 7\n", "x", "'has' is a string or a list of strings, not 7"),
    "a list of numbers to hold": (GOOD + "has = [7]\n", "x", "'has' is a string or a list of strings, not [7]"),
    "nothing to hold": (GOOD + 'has = ["clame", ""]\n', "x", "'has' is empty"),
    "unbounded braces": (GOOD.replace('says = ["Reclame"]', 'regex = "(re){2,}clame"'), "x", "unbounded repeat '{2,}'"),
    "a possessive group": (GOOD.replace('says = ["Reclame"]', 'regex = "(re|cla)*+me"'), "x", "possessive group at 8"),
    "unknown slot": (GOOD.replace('says = ["Reclame"]', 'form = "{colour}"'), "x", "unknown slot {colour}"),
    "not a pattern": (GOOD.replace('says = ["Reclame"]', 'regex = "(reclame"'), "x", "not a pattern"),
    "not TOML": ("[[ad_label]\n", "", "not TOML"),
}


@pytest.mark.parametrize(("text", "rule", "reason"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_rule_is_refused(tmp_path: pathlib.Path, text: str, rule: str, reason: str) -> None:
    """By file, rule and reason, as attributes and in the message."""
    path = tmp_path / "nl.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        pack(path)
    assert caught.value.file == str(path)
    assert caught.value.rule == rule
    assert reason in caught.value.reason
    assert str(path) in str(caught.value)


def test_a_path_may_have_a_colon(tmp_path: pathlib.Path) -> None:
    """As every one has that begins with a drive's letter."""
    path = tmp_path / "C:nl.toml"
    path.write_text(GOOD, encoding="utf-8")
    (rule,) = pack(path)
    assert rule.name == "x"
    with pytest.raises(RuleError) as caught:
        join_packs([pack(path), pack(path)])
    assert caught.value.file == str(path.with_suffix(""))


def test_a_missing_file_is_refused(tmp_path: pathlib.Path) -> None:
    """With the system's own words."""
    with pytest.raises(RuleError, match="cannot be read"):
        pack(tmp_path / "none.toml")


def test_a_language_is_a_file(tmp_path: pathlib.Path) -> None:
    """A dropped-in file works with no other edit: here, a made-up language's label."""
    path = tmp_path / "xx.toml"
    path.write_text(GOOD.replace("Reclame", "Zzgrt blorp").replace("RECLAME", "ZZGRT BLORP"), encoding="utf-8")
    text = "Zzgrt Blorp\nHarbour closed after two days of rain"
    assert newsnorm.normalize(text).removed == ()
    (removal,) = newsnorm.normalize(text, extra_packs=[path]).removed
    assert (removal.kind, removal.text) == ("ad_label", "Zzgrt Blorp")
    assert removal.rule == f"{str(path).removesuffix('.toml')}:x"


def test_a_shipped_language_is_a_file(tmp_path: pathlib.Path) -> None:
    """The same for newsnorm's own folder: what lies there is found by listing it."""
    for folder in ("lang", "cms", "embed"):
        (tmp_path / folder).mkdir()
        for file in (DATA / folder).glob("*.toml"):
            (tmp_path / folder / file.name).write_bytes(file.read_bytes())
    (tmp_path / "lang" / "xx.toml").write_text(GOOD.replace("Reclame", "Zzgrt blorp"), encoding="utf-8")
    script = (
        "import pathlib, newsnorm.languages as l, newsnorm.rules.sets as r\n"
        f"r.shelf = l.shelf = lambda: pathlib.Path({str(tmp_path)!r})\n"
        "import newsnorm\n"
        "print(newsnorm.normalize('Zzgrt blorp').removed[0].rule, newsnorm.languages.languages().count('xx'))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["lang/xx:x", "1"]


def own(tmp_path: pathlib.Path, way: str) -> RuleSet:
    """A rule file with one rule of the user's."""
    path = tmp_path / "own.toml"
    path.write_text(GOOD.replace('says = ["Reclame"]', way), encoding="utf-8")
    return pack(path)


def test_a_regular_expression_of_ones_own(tmp_path: pathlib.Path) -> None:
    """Whole lines, case folded unless `case`; named groups are the values."""
    rules = own(tmp_path, r"""regex = 'tip (?P<number>\d{1,4}+)'""")
    found = rules.find(" TIP 12 ")
    assert found is not None
    assert found[1] == {"number": "12"}
    assert rules.find("tip 12 of the day") is None
    strict = own(tmp_path, "regex = 'Tip'\ncase = true")
    assert strict.find("Tip")
    assert strict.find("TIP") is None


def test_forms(tmp_path: pathlib.Path) -> None:
    """Slots are named, a repeated one by its turn; `has` is asked first; several forms are alternatives."""
    rules = own(tmp_path, "form = ['door {name} en {name}', '{number} keer gelezen']\nhas = 'e'")
    found = rules.find("Door Ada Lindqvist en Tom Ferro")
    assert found is not None
    assert found[1] == {"name": "Ada Lindqvist", "name_2": "Tom Ferro"}
    assert rules.find("1,204 keer gelezen")
    assert own(tmp_path, "form = 'door {name}'\nhas = 'xyz'").find("Door Ada Lindqvist") is None


def test_a_form_that_is_no_pattern(tmp_path: pathlib.Path) -> None:
    """Is refused when the file is read."""
    with pytest.raises(RuleError, match="not a pattern"):
        own(tmp_path, "form = 'door ({name}'")


def test_a_rule_error_survives_a_journey() -> None:
    """To another process and back."""
    error = pickle.loads(pickle.dumps(RuleError("nl.toml", "x", "no 'why'")))
    assert (error.file, error.rule, error.reason, str(error)) == ("nl.toml", "x", "no 'why'", "nl.toml: x: no 'why'")


def test_a_rule_set_is_a_collection() -> None:
    """Counted, iterated, asked by section."""
    rules = pack("lang/en.toml")
    assert len(rules) == len(list(rules))
    assert all(rule.kind == "share" for rule in rules["share"])
    assert rules["no such section"] == ()
    assert rules["share"][0].name == rules["share"][0].id.partition(":")[2]


def test_another_tag_for_the_same_language() -> None:
    """Both kinds of Norwegian have the rules of Norwegian."""
    assert [rule.id for rule in rules_for("nb-NO")] == [rule.id for rule in rules_for("no")]


def test_the_same_rules_twice_are_refused(tmp_path: pathlib.Path) -> None:
    """Two packs with one id: the second is named."""
    path = tmp_path / "mine.toml"
    path.write_text(GOOD, encoding="utf-8")
    with pytest.raises(RuleError, match="doubled id"):
        newsnorm.normalize("x", extra_packs=[pack(path), pack(path)])
    twin = tmp_path / "twin.toml"
    twin.write_text(GOOD, encoding="utf-8")
    for language in ("en", None):  # newsnorm's own may be given too, and is there once
        assert newsnorm.normalize("x", extra_packs=[path, pack("lang/en.toml"), twin], language=language)


@pytest.mark.parametrize(
    "pattern",
    [
        r"a{2}b{1,3}+c?d?+e??",
        r"\d++[*+]\+\*",
        r"[]*]x",
        r"[^]+]",
        r"(?>(?:a|b)*)",
        r"(?>a+)",
        r"(?P<n>a++)(?:b)?",
        r"a\(",
    ],
)
def test_bounded_patterns(pattern: str) -> None:
    """Escapes and classes are no repeats; atomic groups end theirs."""
    check_bounded(pattern)


@pytest.mark.parametrize(
    "pattern", [r"a*", r"a+?", r"a{3,}", r"(?:ab)*", r"(?>a+b)", r"[a-z]+", r"\w*", r"(?>(?:a*)b)"]
)
def test_unbounded_patterns(pattern: str) -> None:
    """Every way to repeat without end."""
    with pytest.raises(ValueError, match="unbounded repeat"):
        check_bounded(pattern)


def test_no_possessive_group_in_the_source() -> None:
    """Before CPython 3.11.5 `re` matched them wrongly: the pattern does not fail, it finds too much or too little."""
    for path in DATA.parent.rglob("*.py"):
        assert not re.search(
            r"\)(?:[*+?]|\{+\d*,?\d*\}+)\+", path.read_text(encoding="utf-8").partition("def check_b")[0]
        ), path


def test_a_language_has_one_set_of_rules() -> None:
    """Under every tag: a set takes some ten megabytes once it is used, and crawls meet any number of tags."""
    assert rules_for("en-US") is rules_for("EN-ie") is rules_for("en")
    assert rules_for("nb-NO") is rules_for("no") is not rules_for("en")
    assert rules_for("tlh") is rules_for("qaa-x-tern") is rules_for()


def test_a_users_file_has_one_set_of_rules_while_it_says_the_same(tmp_path: pathlib.Path) -> None:
    """A caller that gives its path for every page pays once; what is written into it is read."""
    path = tmp_path / "mine.toml"
    entry = '[[nav]]\nid = "x"\nwhy = "y"\nsays = ["{0}"]\nhit = ["{0}"]\nmiss = ["Hafen"]\n'
    path.write_text(entry.format("Zurück zum Hafen"), encoding="utf-8")
    first = pack(path)
    assert pack(path) is first
    path.write_text(entry.format("Zurück zur Fähre"), encoding="utf-8")
    assert pack(path).find("Zurück zur Fähre")
    assert not pack(path).find("Zurück zum Hafen")
    path.write_text(entry.format("Zurück…zur…Fähre") + "nonsense = 1\n", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RuleError, match=r"nonsense"):
            pack(path)
