"""Shortcodes without a list of registered names: those that the text itself proves.

A name that a rule knows, attributes, or a closing tag of the same name are proof. A word in square brackets is not:
editors write `[sic]`, `[the council]`, `[T]he`, agencies `[Reuters]`, lawyers `[2019] UKSC 5`, chess players
`[Event "…"]`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsnorm.embeds.attributes import is_usual, parse_attributes
from newsnorm.embeds.found import GRAMMAR, Cut, Found
from newsnorm.embeds.known import Known, ShortcodeRule
from newsnorm.embeds.wordpress import DEEPEST
from newsnorm.records import Attrs, Embed

__all__ = ["proven_shortcodes"]

_LONGEST = 6000
"""No opening tag is longer, in code points; page builders put whole style sheets into theirs."""

_PARAGRAPH = 120
"""Two paragraphs that are longer, and end as sentences do, are the story's and no caption."""

_STOPS = frozenset('.!?…”"»。！？')

_BLANK = "\\s\u00a0\u200b\u2009\u202f\u3000"
_TAG_CUTS = {"whole": "wrapper", "block": "wrapper", "inline": "markup"}


@cache
def _tags() -> re.Pattern[str]:
    # Markdown exporters escape brackets and underscores: \[zilla\_button …\]
    return re.compile(rf"\[(\\?/|)([A-Za-z0-9][\w.-]*+(?>(?:\\_[\w.-]*+)*))(?=[\]{_BLANK}=/\\])", re.ASCII)


@cache
def _pairs() -> re.Pattern[str]:
    """An attribute with a value: its name, and the first mark of its value."""
    return re.compile(
        rf"(?:^|(?<=[{_BLANK}\"'”″’“»;]))([A-Za-z_][\w-]*+(?>(?:\\_[\w-]*+)*))[{_BLANK}]{{0,3}}=[{_BLANK}]{{0,3}}([^\s&]|&\w*+)"
    )


@cache
def _address() -> re.Pattern[str]:
    """An address behind "=": [video=KBS/MBC] is a Korean credit."""
    return re.compile(r"//|\bwww\.|\w\.[a-z]{2,10}/")


@dataclass(slots=True)
class _Tag:
    name: str
    start: int
    args_start: int
    args_end: int
    end: int
    rule: ShortcodeRule | None
    closing: bool = False
    proof: bool = False
    partner: "_Tag | None" = None


def proven_shortcodes(text: str, known: Known) -> Iterator[Found]:
    """Every shortcode that the text proves, parents before their children."""
    tags = list(_read_tags(text, known))
    _pair(text, tags, known.jokes)
    around: list[int] = []  # where the enclosing shortcodes end
    for tag in tags:
        while around and around[-1] <= tag.start:
            around.pop()
        if tag.partner is None and tag.proof:
            yield _lonely(text, tag)
        elif tag.partner is not None and not tag.closing:
            yield _pair_found(text, tag, tag.partner, len(around))
            around.append(tag.partner.end)


def _read_tags(text: str, known: Known) -> Iterator[_Tag]:
    bracket = at = 0
    for match in _tags().finditer(text):
        if match.start() < at:
            continue
        if bracket < match.end():
            bracket = text.find("]", match.end())
            if bracket < 0:
                return
        if bracket - match.end() > _LONGEST:
            continue
        if text[match.start() - 1 : match.start()] == "[" and text[bracket + 1 : bracket + 2] == "]":
            continue  # [[name]]: escaped by its writer, or a wiki link
        tag = _tag(text, match, bracket, known)
        if tag is not None:
            at = tag.end
            yield tag


def _tag(text: str, match: re.Match[str], bracket: int, known: Known) -> _Tag | None:
    name = match[2].replace("\\_", "_")
    escaped = match.start() > 0 and text[match.start() - 1] == "\\"
    args_end = bracket - (escaped and text[bracket - 1] == "\\")
    closing = bool(match[1])
    tag = _Tag(name, match.start() - escaped, match.end(), args_end, bracket + 1, known.get(name), closing)
    if closing:
        if text[tag.args_start : args_end].strip():
            return None
        # [/s] is a joke about what was said before it
        tag.proof = name not in known.jokes if tag.rule is not None else _is_technical(name)
        if escaped and text[tag.start - 1 : tag.start] in ("*", "+", "?", ")"):
            tag.proof = False  # a regular expression that looks for such tags
        return tag
    if args_end > tag.args_start and text[args_end - 1] == "/":
        tag.args_end -= 1
    args = text[tag.args_start : tag.args_end]
    if "[" in args:
        return None
    tag.proof = _is_proved(text, tag, args, known.attributes)
    return tag


def _is_technical(name: str) -> bool:
    """Names that only a machine gives: `wp_caption`, `contact-form-7`. Lower case: [AP-NORC] is a pollster."""
    return name.islower() and not name[0].isdigit() and ("_" in name or ("-" in name and any(map(str.isdigit, name))))


def _is_proved(text: str, tag: _Tag, args: str, attributes: frozenset[str]) -> bool:
    """Whether an opening tag is a shortcode by what it says."""
    rule, words = tag.rule, args.strip()
    if args[:1] in ("/", "\\"):
        return False
    if args[:1] == "=":
        return rule is not None and len(words) > 1 and _is_value(words, rule)
    if rule is not None:
        if not words:
            return rule.bare == "always" or (rule.bare == "line" and _is_alone(text, tag.start, tag.end))
        if not rule.word or "_" in tag.name or (rule.points and _is_id(words.split(None, 1)[0])):
            return True
        if text[tag.args_end : tag.args_end + 1] == "/" and args[-1].isspace():
            return True  # [table “7” not found /]: no sentence ends so
    return _attributes_prove(tag.name, words, attributes, rule)


def _is_value(words: str, rule: ShortcodeRule) -> bool:
    """Whether a known name was given what its program takes: [size=2] is one's only with a closing tag."""
    if rule.grammar == "bbcode" and rule.cut != "inline":
        return True
    return _address().search(words) is not None or (rule.points and words[1:].isdigit() and len(words) > 5)


def _is_id(word: str) -> bool:
    """A positional value that no prose has: an address, an id with digits or with capitals inside."""
    if word.startswith(("http://", "https://", "www.")) or word.count("/") > 1:
        return True
    if not word.replace("-", "").replace("_", "").isalnum():
        return False
    return (word.isdigit() and len(word) > 4) or (  # a shorter number may be a year
        any(map(str.isalpha, word))
        and (any(map(str.isdigit, word)) or not (word.istitle() or word.islower() or word.isupper()))
    )


def _attributes_prove(name: str, words: str, attributes: frozenset[str], rule: ShortcodeRule | None) -> bool:
    """Whether attributes prove a shortcode: quoted ones, or those that shortcodes have and sentences do not."""
    if words and name[0].islower() and is_usual(words):
        return True
    pairs = _pairs().findall(words)
    if not pairs or (name[0].isdigit() and "-" not in name) or words.partition("=")[0].strip().count(" ") > 1:
        return False
    known = [attribute.replace("\\", "").lower() in attributes for attribute, _ in pairs]
    usual = any(known)
    quoted = any(not (mark[0].isalnum() or mark[0] in "/#-{[(.+") for _, mark in pairs)
    if not name[0].islower():
        return usual and quoted
    if quoted or not name.isalpha():
        return True
    if rule is not None:
        return usual or not rule.word or any(mark[0].isdigit() for _, mark in pairs)
    return all(known) and all("=" in word for word in words.split())  # [the type=A mill]: an editor's


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands on the line, and the next line is not `key=value`: a section of an INI file."""
    first = text.rfind("\n", max(0, start - 40), start) + 1
    last = text.find("\n", end, end + 40)
    if (not first and start > 40) or (last < 0 and end + 40 < len(text)):
        return False
    last = len(text) if last < 0 else last
    if text[first:start].strip() or text[end:last].strip():
        return False
    key, equals, _ = text[last + 1 : last + 60].partition("\n")[0].partition("=")
    return not equals or " " in key.strip()


def _holds_address(text: str, opener: _Tag, closer: _Tag) -> bool:
    """Whether nothing but an address stands between two tags: [KGVID]https://…[/KGVID]."""
    words = text[opener.end : min(closer.start, opener.end + 2000)].strip()
    return (
        closer.start - opener.end <= 2000
        and words.startswith(("http://", "https://"))
        and len(words.split(None, 1)) == 1
    )


def _pair(text: str, tags: Sequence[_Tag], jokes: frozenset[str]) -> None:
    """Give each closing tag the nearest open tag of its name."""
    opened: dict[str, list[_Tag]] = {}
    for tag in tags:
        key = tag.name.lower() if tag.rule is not None and tag.rule.grammar == "bbcode" else tag.name
        waiting = opened.setdefault(key, [])
        if not tag.closing:
            waiting.append(tag)
        elif waiting:
            opener = waiting.pop()
            if opener.proof or opener.rule is not None or _may_pair(key, jokes) or _holds_address(text, opener, tag):
                opener.partner, tag.partner = tag, opener


def _may_pair(name: str, jokes: frozenset[str]) -> bool:
    """Unknown names that a closing tag proves; [rant]…[/rant] is the writer's own joke."""
    return 2 < len(name) <= 40 and name[0].islower() and name not in jokes


def _lonely(text: str, tag: _Tag) -> Found:
    """A tag without a partner: a self-contained shortcode, or what is left of a pair."""
    rule = tag.rule
    kind = (
        "embed"
        if (rule is None or rule.cut == "whole") and not tag.closing
        else _TAG_CUTS[rule.cut if rule else "whole"]
    )
    embed = _embed(text, tag, tag.end, None)
    return Found(embed, (Cut(tag.start, tag.end, kind),), GRAMMAR if rule is None else rule.id)


def _pair_found(text: str, opener: _Tag, closer: _Tag, depth: int) -> Found:
    rule = opener.rule
    size = closer.start - opener.end
    content = text[opener.end : closer.start] if depth < DEEPEST else None
    embed = _embed(text, opener, closer.end, content)
    name = GRAMMAR if rule is None else rule.id
    if content is not None and _goes_whole(rule, content, size):
        return Found(embed, (Cut(opener.start, closer.end, "embed"),), name)
    kind = _TAG_CUTS[rule.cut if rule else "whole"]
    return Found(embed, (Cut(opener.start, opener.end, kind), Cut(closer.start, closer.end, kind)), name)


def _goes_whole(rule: ShortcodeRule | None, content: str, size: int) -> bool:
    """Whether the enclosed text is no part of the story."""
    words = content.strip() if size < _LONGEST else content
    if not words:
        return True
    if rule is None:
        return words.startswith(("http://", "https://")) and len(words.split(None, 1)) == 1
    return rule.cut == "whole" and len(words) <= rule.holds and not _holds_paragraphs(words)


def _holds_paragraphs(words: str) -> bool:
    """Whether paragraphs of a story stand there: the tag was never closed, and a later one's closing tag is."""
    parts = words.split("\n\n") if len(words) > 2 * _PARAGRAPH and "\n\n" in words else ()
    return sum(len(part) > _PARAGRAPH and part.rstrip()[-1:] in _STOPS for part in parts) > 1


def _embed(text: str, tag: _Tag, end: int, content: str | None) -> Embed:
    args = "" if tag.closing else text[tag.args_start : tag.args_end]
    rule = tag.rule
    if rule is not None and rule.grammar == "bbcode" and args.startswith("="):
        attrs = Attrs({"0": args[1:].strip().strip("\"'")})
    else:
        attrs = parse_attributes(args)
    kind = "shortcode" if rule is None else rule.kind
    return Embed(kind=kind, name=tag.name, attrs=attrs, content=content, start=tag.start, end=end)
