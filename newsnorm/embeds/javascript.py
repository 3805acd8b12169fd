"""Where a run of JavaScript statements starts and ends in a text: brackets balanced, strings and comments skipped.

A bad extractor leaves script text between the paragraphs, or glued to them. Nothing marks it but its own grammar
(ECMA-262, 5th edition, as far as loaders of advertisements and players use it).
"""

import re
from functools import cache

from newsnorm.embeds.limits import Budget

__all__ = ["run_end", "starts_code"]

_LONGEST = 60_000
"""No run is longer, in code points."""


@cache
def starts_code() -> re.Pattern[str]:
    """What a statement of such scripts starts with; prose does not."""
    name = r"[A-Za-z_$][\w$]{0,80}+"
    path = rf"{name}(?>(?:\s?\.\s?{name}|\[[^\]\n]{{0,120}}\]){{1,12}})"
    return re.compile(
        rf"""(?:
          (?:var|let|const)\s++{name}\s{{0,3}}[=;,]
        | new\s{name}[.(](?!\))
        | {name}\s{{0,2}}=\s{{0,2}}(?:window|document|new|function|true;|false;|null;|\[\]|\{{\}})
        | (?:if|for|while|switch)\s{{0,3}}\((?=[^\n]{{0,2000}}[={{!;<>)])
        | (?:try|else|do)\s{{0,3}}\{{
        | [!+;~]?\(?(?:async\s)?function\s{{0,3}}\*?[\w$]{{0,60}}\s{{0,3}}\(
        | \(\s?\(?[\w$,\s]{{0,40}}\)?\s?=>
        | \(\s?(?:adsbygoogle|window|self|this)\b[^\n]{{0,80}}[=|]
        | {path}(?:\(|\s{{0,2}}\+?=(?!=)|\s?\((?=\s?(?:function\b|["'<])))
        | {name}\((?=[\s"'\[{{)\d]|{name}[,)]|function\b)
        | [a-z_]\w{{0,60}}+\s?=\s?["'][^"'\n]{{0,200}}["'];
        | \$\(
        | window\.{name}\s?&&\s
        | \((?:new\sImage|nueva\simagen|nouvelle\simage|nova\simagem|nuova\simmagine)\s?\(\)\s?\)\s?\.\s?src\s?=
        | <!--//--><!\[CDATA\[//><!--
        | //\s?(?:<!\[CDATA\[|\]\]>|<!--|-->) | /\*\s?(?:<!\[CDATA\[|\]\]>)
        )""",
        re.VERBOSE | re.ASCII,
    )


@cache
def _goes_on() -> re.Pattern[str]:
    """What may follow a statement inside a run, besides another statement."""
    return re.compile(
        rf"{starts_code().pattern}|/\*|//[^\n]*+|-->|;|[A-Za-z_$][\w$]{{0,80}}\s{{0,2}}\+?=(?!=)", re.VERBOSE | re.ASCII
    )


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"""(?P<string>"(?>(?:[^"\\\n]|\\.)*)"|'(?>(?:[^'\\\n]|\\.)*)'|`(?>(?:[^`\\]|\\.)*)`)"""
        r"""|(?P<comment>/\*(?>(?:[^*]|\*(?!/))*)\*/|(?<![:/"'])//[^\n]*+)"""
        r"""|(?P<open>[({\[])|(?P<close>[)}\]])|(?P<end>;)|(?P<line>\n)""",
        re.DOTALL,
    )


def run_end(text: str, start: int, budget: Budget) -> int | None:
    """Where the run of statements that starts here ends; None when its brackets never close."""
    end = _statement_end(text, start, budget)
    if end is None:
        return None
    while end < len(text):
        at = _skip_blanks(text, end)
        match = _goes_on().match(text, at)
        if match is None:
            break
        if match[0] in (";", "-->") or match[0].startswith(("//", "/*")):
            comment = _tokens().match(text, at)
            following = comment.end() if comment is not None else match.end()
        else:
            further = _statement_end(text, at, budget)
            if further is None:
                break
            following = further
        end = following
    return end


def _skip_blanks(text: str, at: int) -> int:
    blanks = _blanks().match(text, at)
    return blanks.end() if blanks is not None else at


@cache
def _blanks() -> re.Pattern[str]:
    return re.compile(r"\s{0,400}+")


_CLOSES = {")": "(", "}": "{", "]": "["}


def _statement_end(text: str, start: int, budget: Budget) -> int | None:
    depth: list[str] = []
    keyword = _keyword().match(text, start) is not None
    limit = min(len(text), start + _LONGEST)
    for token in _tokens().finditer(text, start, limit):
        kind, at = token.lastgroup, token.end()
        if kind == "open":
            depth.append(token[0])
        elif kind == "close":
            if not depth or depth.pop() != _CLOSES[token[0]]:
                break
            if not depth and _is_over(text, at, token[0], keyword):
                return at
        elif not depth and (kind == "end" or (kind == "line" and _line_ends(text, start, token.start(), at))):
            return at if kind == "end" else token.start() - (text[token.start() - 1] == "\r")
        if at - start > budget.left:
            break
    else:
        if not depth and limit == len(text):
            return len(text.rstrip()) if text[start:].strip() else None
        budget.left -= limit - start
        return None
    budget.left -= token.end() - start
    return None


@cache
def _keyword() -> re.Pattern[str]:
    return re.compile(r"(?:if|for|while|switch|else|try|do|(?:async )?function)\b")


@cache
def _more() -> re.Pattern[str]:
    """What makes a statement go on after a closing bracket."""
    return re.compile(r"\s*+(?:[;,.(\[=?:&|*/<>+-]|(?:else|catch|finally|while|instanceof|in)\b)")


def _is_over(text: str, at: int, bracket: str, keyword: bool) -> bool:
    """Whether a statement is complete with this closing bracket."""
    if bracket == "}":
        more = _more().match(text, at)
        return more is None or ("\n" in more[0] and not more[0].strip().startswith((";", "(", ".", "else", "catch")))
    if bracket == "]" or keyword:
        return False
    rest = text[at : at + 12].lstrip(" \t\u00a0")
    return rest[:1].isalpha() or rest[:1] in ("“", "„", "«", '"', "¿", "¡", "@", "#", "—", "–")


def _line_ends(text: str, start: int, at: int, following: int) -> bool:
    """Whether a line break outside brackets ends the statement: JavaScript's automatic semicolons."""
    last = text[max(start, at - 100) : at].rstrip()[-1:]
    if last and last in "=+-*/%&|,?:({[<>!":
        return False
    ahead = _skip_blanks(text, following)
    first = text[ahead : ahead + 1]
    return not first or first not in "=+*%&|,?:.)}]{<>"
