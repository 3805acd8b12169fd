"""Every pattern that newsnorm brings is bounded: those of the rules, of the slots, and every one in its code."""

import ast
import pathlib
import warnings

import pytest

import newsnorm
from compiled import Place, compiled
from newsnorm import Document, RuleError, normalize, pack
from newsnorm.rules.patterns import check_bounded
from newsnorm.rules.slots import SLOTS
from newsnorm.steps.lines import lines

ROOT = pathlib.Path(newsnorm.__file__).parent


def call_sites() -> dict[Place, Place]:
    """Where the code compiles a pattern: every line of such a call, and the call's first line."""
    found = {}
    for path in ROOT.rglob("*.py"):
        name = ".".join(("newsnorm", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("re.compile", "regex.compile"):
                last = node.end_lineno or node.lineno
                found.update({(name, line): (name, node.lineno) for line in range(node.lineno, last + 1)})
    return found


@pytest.mark.once
def test_every_pattern_of_the_code_is_seen() -> None:
    """No call is missed: what stands in the code was asked for, and so its pattern is proven below."""
    sites = call_sites()
    assert len(set(sites.values())) > 100
    assert set(sites.values()) - {sites[place] for place in compiled()} == set()


def test_every_pattern_is_bounded() -> None:
    """No repeat without a bound that could be given back: it is possessive, or the end of an atomic group."""
    wrong = []
    patterns = [(place, pattern) for place, found in compiled().items() for pattern in found]
    assert len(patterns) > 300
    for place, pattern in [*patterns, *((("slots", 0), body) for body in SLOTS.values())]:
        try:
            check_bounded(pattern)
        except ValueError as error:
            wrong.append((place, str(error)))
    assert wrong == []


RULE = """
[[{section}]]
id = "bad"
why = "A test."
{key} = '''{pattern}'''
hit = ["x"]
miss = ["y"]
"""


def user_pack(folder: pathlib.Path, key: str, pattern: str, section: str = "other") -> newsnorm.RuleSet:
    """A user's file with one rule."""
    path = folder / "mine.toml"
    path.write_text(RULE.format(section=section, key=key, pattern=pattern), encoding="utf-8")
    return pack(path)


@pytest.mark.parametrize("key", ["form", "regex"])
@pytest.mark.parametrize("pattern", ["x.*y", "(x+)+", "x{3,}y", "(?:xy)*z", "(?:x|y)*+"])
def test_a_users_pattern_without_bounds_does_not_load(key: str, pattern: str, tmp_path: pathlib.Path) -> None:
    """The error names file, rule and reason."""
    with pytest.raises(RuleError, match=r"mine.*bad.*(unbounded repeat|possessive group)"):
        user_pack(tmp_path, key, pattern)


@pytest.mark.parametrize("key", ["form", "regex"])
def test_a_users_pattern_that_takes_too_long_is_that_rules_error(
    key: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bounded, and still too slow: the rule is named in a warning, the line is no hit, the page is read."""
    monkeypatch.setattr("newsnorm.rules.patterns._SECOND", 0.02)
    rules = user_pack(tmp_path, key, "(?:(?:x{1,60}){1,60}){1,60}y")
    with pytest.warns(RuntimeWarning, match="mine:bad"):
        article = normalize("x" * 70 + "z\nIt rained all night, said the mayor.", extra_packs=[rules])
    assert "It rained all night, said the mayor." in article.to_text()
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        doc = Document("xxy", packs=(rules,))
        assert [mark.rule for mark in lines(doc)] == [rules.rules[0].id]


EMBED = """
[[embed]]
id = "bad"
why = "A test."
way = "{way}"
kind = "player"
says = ["Now playing: …"]
reads = '''{reads}'''
hit = ["x"]
miss = ["y"]
"""

SLOW = "(?:(?:x{1,60}){1,60}){1,60}y"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (EMBED.format(way="line", reads="(x+)+"), "bad.*unbounded repeat"),
        (EMBED.format(way="line", reads="(x"), "bad.*not a pattern"),
        (EMBED.format(way="nowhere", reads="x"), "bad.*'way' must be one of"),
        (EMBED.format(way="line", reads="x").replace("kind =", "kid ="), "bad.*unknown key 'kid'"),
        (EMBED.format(way="line", reads="x") + "names = [1]", "bad.*'names' must be a list of str"),
        ("[[shortcode]]\nid = 'bad'\nwhy = 'y'\nhit = ['x']\nmiss = ['y']\nprefixes = [1]", "bad.*'prefixes' must be"),
        ("[[shortcode]]\nid = 'bad'\nwhy = 'y'\nhit = ['x']\nmiss = ['y']\ncut = 'up'", "bad.*needs 'names' or"),
        ("[tags.embed_addresses]\ntern = ['tern/(?P<id>x+)+']", "tern.*unbounded repeat"),
        ("[tags.embed_addresses]\ntern = ['tern/x']", "tern.*needs a group named 'id'"),
        ("[tags]\nembed_addresses = ['x']", "wrong kind"),
        ("[words]\nmonths = [5]", "wrong kind"),
        ("[words]\nin_dates = 5", "wrong kind"),
    ],
)
def test_all_of_a_users_file_is_looked_at_when_it_is_loaded(text: str, reason: str, tmp_path: pathlib.Path) -> None:
    """Not on the first page that meets it."""
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=rf"mine\.toml: .*{reason}") as told:
        pack(path)
    assert told.value.file == str(path)


def test_what_an_embed_of_a_users_reads_has_its_time_too(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rule is named in a warning, the embed is found without what could not be read, the page is as it is."""
    monkeypatch.setattr("newsnorm.rules.patterns._SECOND", 0.02)
    path = tmp_path / "mine.toml"
    path.write_text(EMBED.format(way="line", reads=SLOW), encoding="utf-8")
    rules, body = pack(path), "It rained all night, said the mayor."
    with pytest.warns(RuntimeWarning, match="mine:bad: took too long"):
        article = normalize(f"{body}\nNow playing: {'x' * 70}z\n{body[::-1]}", extra_packs=[rules])
    assert [embed.kind for embed in article.embeds] == ["player"]
    assert body in article.to_text()
    assert normalize(f"{body}\nNow playing: xy", extra_packs=[rules]).embeds[0].kind == "player"


def test_a_users_address_has_its_time_too(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The address stays an address; only the id is not read from it."""
    monkeypatch.setattr("newsnorm.rules.patterns._SECOND", 0.02)
    path = tmp_path / "mine.toml"
    path.write_text(f"[tags.embed_addresses]\ntern = ['tern/(?P<id>{SLOW})']", encoding="utf-8")
    rules = pack(path)

    def read(number: str) -> newsnorm.Embed:
        return normalize(f'It rained.\n[video src="https://tern.example/tern/{number}"]', extra_packs=[rules]).embeds[0]

    assert (read("xxy").id, read("xxy").url) == ("xxy", "https://tern.example/tern/xxy")
    with pytest.warns(RuntimeWarning, match="addresses:tern: took too long"):
        assert read("x" * 70 + "z").id is None
