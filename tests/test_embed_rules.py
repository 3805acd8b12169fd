"""Embed rules: each rule's own examples, the step's marks, broken rule files, any text, and time."""

import itertools
import pathlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_proportion
from newsnorm.document import Document
from newsnorm.embeds import find_embeds, remove_embeds
from newsnorm.embeds.addresses import checked
from newsnorm.embeds.found import Cut, Found, apart, whole
from newsnorm.embeds.scan import scan_document
from newsnorm.errors import RuleError
from newsnorm.records import Embed
from newsnorm.rules.rule import Rule
from newsnorm.rules.sets import join_packs, pack, shipped
from newsnorm.steps.embeds import embeds

RULES = [rule for folder in ("cms", "embed") for rule in shipped(folder) if rule.kind in ("embed", "shortcode")]


def cases(field: str) -> list[object]:
    """One parameter an example, named by rule and number."""
    return [
        pytest.param(rule, text, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, text in enumerate(getattr(rule, field))
    ]


def found_by(text: str) -> set[str]:
    """The rules that found something in a text."""
    return {one.rule for one in scan_document(Document(text))}


def test_there_are_rules() -> None:
    """An empty folder would make the tests below pass."""
    assert len(RULES) > 40


@pytest.mark.parametrize(("rule", "text"), cases("hit"))
def test_a_hit_is_found(rule: Rule, text: str) -> None:
    """The rule finds its own example among all others; what counts beside a line only is one embed with it."""
    if (rule.extra or {}).get("beside"):
        assert [(one.start, one.end) for one in find_embeds(text)] == [(0, len(text))]
    else:
        assert rule.id in found_by(text)


@pytest.mark.parametrize(("rule", "text"), cases("miss"))
def test_a_miss_stays(rule: Rule, text: str) -> None:
    """No rule takes it, and removal gives the very text back."""
    assert find_embeds(text) == ()
    assert remove_embeds(text) == text


def test_the_step_marks_whole_embeds_and_single_tags() -> None:
    """Embeds carry their value; the tags of wrappers are cut one by one, inline ones without a seam."""
    doc = Document("[vc_row]The [dropcap]f[/dropcap]air.[caption id=1]<b>The</b> pier[/caption][/vc_row]")
    marks = list(embeds(doc))
    assert [(mark.kind, doc.text[mark.start : mark.end]) for mark in marks if mark.value is None] == [
        ("wrapper", "[vc_row]"),
        ("wrapper", "[/vc_row]"),
        ("markup", "[dropcap]"),
        ("markup", "[/dropcap]"),
    ]
    assert [(mark.kind, mark.value.kind, mark.value.content) for mark in marks if mark.value] == [
        ("embed", "caption", "The pier")
    ]
    assert {mark.rule for mark in marks} <= {rule.id for rule in RULES} | {"step:embeds"}


def test_the_step_says_what_is_meant() -> None:
    """A slug has no slash at its end; find_embeds tells what is written. An old caption's words are an attribute."""
    text = "[embedpost slug=”mayor-opens/”]"
    assert find_embeds(text)[0].attrs == {"slug": "mayor-opens/"}
    assert next(iter(embeds(Document(text)))).value.attrs == {"slug": "mayor-opens"}
    assert next(iter(embeds(Document('[caption id="1" caption="The pier"][/caption]')))).value.content == "The pier"
    assert next(iter(embeds(Document('[caption id="1"][/caption]')))).value.content is None


def test_the_step_uses_the_documents_own_rules(tmp_path: pathlib.Path) -> None:
    """A rule file of the user's own adds a shortcode."""
    path = tmp_path / "own.toml"
    path.write_text(
        '[[shortcode]]\nid = "x"\nwhy = "y"\nhit = ["[ternad]"]\nmiss = ["tern"]\nnames = ["ternad"]\nbare = "always"\n'
    )
    assert list(embeds(Document("[ternad]"))) == []
    marks = list(embeds(Document("[ternad]", packs=(pack(path),))))
    assert [mark.rule for mark in marks] == [f"{str(path).removesuffix('.toml')}:x"]


BROKEN = [
    ("shortcode", 'names = ["x"]\nnme = 1', "unknown key 'nme'"),
    ("shortcode", 'names = "x"', "'names' must be a list"),
    ("shortcode", "word = true", "needs 'names' or 'prefixes'"),
    ("shortcode", 'names = ["x"]\ncut = "all"', "'cut' must be one of"),
    ("shortcode", 'names = ["x"]\nbare = "no"', "'bare' must be one of"),
    ("shortcode", 'names = ["x"]\ngrammar = "php"', "'grammar' must be one of"),
    ("embed", 'way = "line"', "needs 'way' and 'kind'"),
    ("embed", 'way = "line"\nkind = "k"\nsay = 1', "unknown key 'say'"),
    ("embed", 'way = 1\nkind = "k"', "'way' must be a str"),
    ("embed", 'way = "train"\nkind = "k"', "'way' must be one of"),
    ("embed", 'way = "script"\nkind = "k"\nreads = "a+"', "unbounded repeat"),
    ("embed", 'way = "script"\nkind = "k"\nreads = "("', "missing"),
]


@pytest.mark.parametrize(("section", "keys", "reason"), BROKEN)
def test_broken_rules_are_refused(tmp_path: pathlib.Path, section: str, keys: str, reason: str) -> None:
    """Unknown keys, wrong types and impossible values name file, rule and reason."""
    path = tmp_path / "own.toml"
    path.write_text(f'[[{section}]]\nid = "x"\nwhy = "y"\nhit = ["a"]\nmiss = ["b"]\n{keys}\n')
    rules = join_packs([pack(path)])
    with pytest.raises(RuleError, match=reason) as error:
        scan_document(Document("[x]"), rules)
    assert error.value.rule == "x"
    assert error.value.file == str(path)


@pytest.mark.parametrize("value", ['["("]', '["a"]', '["a+"]', "7"])
def test_broken_addresses_are_refused(tmp_path: pathlib.Path, value: str) -> None:
    """An address is a bounded pattern with a group named id."""
    path = tmp_path / "own.toml"
    path.write_text(f"[tags.embed_addresses]\ntern = {value}\n")
    with pytest.raises(RuleError, match="tern"):
        scan_document(Document("x"), join_packs([pack(path)]))


def test_every_own_address_can_be_used() -> None:
    """Pages do not check them: each is bounded and has a group for the id."""
    tables = [table.get("embed_addresses", {}) for table in shipped("embed").tables["tags"]]
    patterns = [pattern for table in tables for listed in table.values() for pattern in listed]
    assert len(list(map(checked, patterns))) > 20


def test_no_rules_no_embeds() -> None:
    """Without rules every scanner has nothing to say."""
    everything = "\n".join(itertools.chain.from_iterable(rule.hit for rule in RULES))
    kinds = {one.embed.kind for one in scan_document(Document(everything), join_packs([]))}
    assert kinds <= {"shortcode", "script"}


def test_findings_that_overlap() -> None:
    """The longer of two that start together counts; what crosses a wrapper's closing tag is dropped."""
    short, long = (whole(Embed(kind="k", start=0, end=end)) for end in (4, 8))
    assert list(apart([short, long])) == [long]
    wrapper = Found(Embed(kind="k", start=0, end=20), (Cut(0, 2, "wrapper"), Cut(18, 20, "wrapper")), "r")
    inside, across, within = (
        whole(Embed(kind="k", start=start, end=end)) for start, end in ((4, 9), (10, 19), (18, 25))
    )
    assert list(apart([within, across, inside, wrapper])) == [wrapper, inside]


ATOMS = [
    "[",
    "]",
    "[/",
    "{",
    "}",
    "{{",
    "}}",
    "{%",
    "%}",
    "<",
    ">",
    "<!--",
    "-->",
    "&lt;",
    '"',
    "”",
    "=",
    "\n",
    "\r\n",
    "\u2028",
    " ",
    "\u00a0",
    "a",
    "caption",
    "vc_row",
    "(@x)",
    "— A (@a) May 1, 2020",
    "googletag.cmd.push(",
    ");",
    "function",
    "\ud800",
    "\x00",
    "\u0301",
    "😀",
    "\\",
    "|",
    "File:",
    "#",
    "View this post on Instagram",
    "A post shared by A (@a)",
    "//",
    "/*",
    "*/",
    "'",
    "`",
    ";",
    "@media",
    "color:red",
    '{"id":"',
    "Posted by A on Monday, February 7, 2022",
    "♬",
    "[[",
    "]]",
    "/",
    "0",
    "<iframe src=x>",
    "</iframe>",
]
HITS = sorted(itertools.chain.from_iterable(rule.hit for rule in RULES))


@given(st.lists(st.sampled_from(ATOMS) | st.sampled_from(HITS) | st.text(max_size=5), max_size=14).map("".join))
def test_any_text(text: str) -> None:
    """Spans lie inside the text, cuts do not touch each other, marks can be put on the document, nothing raises."""
    found = scan_document(Document(text))
    cuts = sorted(cut for one in found for cut in one.cuts)
    assert all(0 <= cut.start < cut.end <= len(text) for cut in cuts)
    assert all(one.end <= two.start for one, two in itertools.pairwise(cuts))
    assert len(remove_embeds(text).split()) <= len(text.split()) + len(cuts)
    Document(text).add(embeds(Document(text)))


HOSTILE = [
    "[a ",
    "[a][/b]",
    "[vc_row]",
    "{{a}}",
    "{{< a ",
    "{% raw %}",
    "<iframe a=b>",
    "<!-- a -->",
    "(function(\n",
    "googletag.cmd.push(",
    "View this post on Instagram\n",
    "— A (@a) May 1, 2020\n",
    "a{\n",
    '{"id":\n',
    "[[File:a",
    '[[{"fid":"1"',
    "{youtube}",
    "Posted by A on Monday, February 7, 2022\n",
    "[a b=”c ",
    "https://t.co/a\n— A (@a)\n",
    "A post shared by A (@a) on\n",
    "@a b\n♬ c\n",
    "... Posted by A on Sunday, 3",
    "x.var a = 1",
    "//<![CDATA[\n",
    '<img src="http',
    '<blockquote class="twitter-tweet">',
    "[A]https://x ",
]


@pytest.mark.growth
@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear(unit: str) -> None:
    """Eight times the text takes about eight times as long: far from the 64 times of a quadratic scanner."""
    assert grows_in_proportion(find_embeds, lambda size: unit * (size // len(unit)))
