"""What a rule file says twice says nothing: phrases that an earlier rule has, examples that stand there already."""

import pathlib

import pytest

from newsnorm.dates.calendars import label_key
from newsnorm.rules.phrases import holes_of, phrase_keys
from newsnorm.rules.rule import SECTIONS
from newsnorm.rules.sets import pack
from test_rules import FILES, GOOD


def doubled(file: str) -> list[str]:
    """The phrases that are never found, for all that they say is said above in their file: one line of report each."""
    first: dict[object, tuple[str, str]] = {}
    found = []
    for rule in pack(file):
        where = SECTIONS[rule.kind]
        for phrase in rule.says if where != "embed" else ():
            keys: list[object] = [(where, key) for key in (*phrase_keys([phrase]), *holes_of([phrase]))]
            if where == "head":  # a date's label and a byline's are also read by their words, and by the colon
                keys.append((rule.kind == "byline", *map(label_key, phrase.split("…")), phrase.endswith(":…")))
            if all(key in first for key in keys):
                above, other = first[keys[0]]
                found.append(f"{file}: {phrase!r} of {rule.name!r} is said above by {other!r} of {above!r}")
            for key in keys:
                first.setdefault(key, (rule.name, phrase))
    return found


@pytest.mark.parametrize("file", FILES)
def test_no_phrase_stands_twice(file: str) -> None:
    """The first rule of a file that says it wins, so a second copy does nothing and says otherwise: take it out."""
    assert not doubled(file), "\n".join(doubled(file))


def test_a_doubled_phrase_is_told(tmp_path: pathlib.Path) -> None:
    """By file, phrase and both rules, and as lines are compared: in capitals, with a colon or marks left out."""
    path = tmp_path / "nl.toml"
    other = GOOD.replace('"x"', '"y"').replace('["Reclame"]', '["RECLAME:", "Reclame: …", "Réclame", "Advies"]')
    path.write_text(GOOD + other.replace("ad_label", "nav"), encoding="utf-8")
    assert doubled(str(path)) == [f"{path}: 'RECLAME:' of 'y' is said above by 'Reclame' of 'x'"]


@pytest.mark.parametrize("file", FILES)
def test_no_example_stands_twice(file: str) -> None:
    """In one rule a second copy tests nothing."""
    for rule in pack(file):
        for examples in (rule.hit, rule.miss, rule.todo):
            assert [one for at, one in enumerate(examples) if one in examples[:at]] == [], rule.id
