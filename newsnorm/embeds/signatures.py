"""How a quoted tweet is signed: a dash, the name, the handle, and the date as the reader's language writes it.

Source: publish.twitter.com, the blockquotes that it hands out in each language.
"""

import re
from functools import cache

__all__ = ["links", "signature", "undated"]

_DASH = r"(?:[—–―]|--?|&mdash;)\s?"


@cache
def _date() -> str:
    month = r"[^\s\d,،()@]{2,14}+"
    day = r"\d{1,2}"
    return (
        rf"(?:\d{{1,2}}:\d{{2}}\s?[AaPp][Mm]\s[·-]\s)?{month}\s{day}(?:st|nd|rd|th)?(?:,|\sde)\s\d{{4}}"
        rf"|{day}(?:\.|er|st|nd|rd|th)?\s(?:de\s|d[’'])?{month},?،?\s(?:de\s)?\d{{4}}(?:\s[грr]\.)?"
        rf"|[Tt]háng\s(?:{month}\s){{1,2}}{day},\s\d{{4}}|(?:[Nn]gày\s)?{day}\s[Tt]háng\s{day}(?:,|\snăm)\s\d{{4}}"
        rf"|\d{{4}}\.\s(?:gada\s{day}\.\s{month}|{month}\s{day}\.)|\d{{4}}\sm\.\s{month}\s{day}\sd\."
        rf"|\d{{4}}\s?[年년]\s?{day}\s?[月월]\s?{day}\s?[日일]|{day}[月월]\s{day},\s\d{{4}}|\d{{4}}\.\s{day}\.\s{day}\.?"
        rf"|{day}[./-]\s?{day}[./-]\s?\d{{4}}|\d{{4}}[./-]{day}[./-]{day}"
        # Basque, Filipino, Mongolian; JavaScript's own way
        rf"|\d{{4}}\(e\)ko\s{month}\s{day}\(a\)|ika-{day}\sng\s{month}\s\d{{4}}|\d{{4}}\s(?:оны\s)?{day}-\w\sсарын\s{day}"
        rf"|[A-Z][a-z]{{2}}\s[A-Z][a-z]{{2}}\s\d{{2}}\s\d{{4}}"
        # a clock's count of seconds or milliseconds; figures that a corpus has masked
        rf"|1\d{{9}}(?:\d{{3}})?|{month}\s\*NUMBER\*,\s\*NUMBER\*"
        rf"|\*NUMBER\*\s(?:de\s)?{month}\s(?:de\s)?\*NUMBER\*"
    )


@cache
def signature() -> re.Pattern[str]:
    """Name, handle and date; "inner" is the name where the signature stands inside a line."""
    # inside a line a dash before the signature may be the story's; at its head the name may have dashes of its own
    name = rf"(?:^{_DASH}(?P<name>[^\n]{{0,80}}?)|{_DASH}(?P<inner>[^\n@—–]{{0,80}}))"
    # the date is a link: Markdown keeps its address, some sites say where it opens
    clock = r"\sat\s\d{1,2}:\d{2}\s?[AaPp][Mm]"
    opens = rf"(?:{clock})?\s?\(opens in a new (?:tab|window)\)"
    link = rf"(?:\]\(https?://[^\s)]{{1,300}}\)|{opens}|{clock}(?=[^\S\n]*+$))?"
    return re.compile(
        rf"{name}\s?\(@(?P<handle>\w{{1,20}})\)[\s,]{{0,40}}\[?(?P<date>{_date()}){link}(?:\.(?=[^\S\n]*+$))?",
        re.MULTILINE,
    )


@cache
def undated() -> re.Pattern[str]:
    """A signature whose date or dash was lost; only a link above it tells it from a byline."""
    return re.compile(
        rf"(?:{_DASH})?(?P<name>[^\n@]{{1,80}}?)\s?\(@(?P<handle>\w{{1,20}})\)[\s,]{{0,9}}(?P<date>{_date()})?(?P<inner>)"
    )


@cache
def links() -> re.Pattern[str]:
    """Links as a tweet shows them."""
    return re.compile(r"(?:https?://|pic\.(?:twitter|x)\.com/)\S{1,200}|\*URL\*")
