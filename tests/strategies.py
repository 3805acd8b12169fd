"""Texts for property tests: anything that is a str, and pages mixed from the rules' own examples."""

from functools import cache

from hypothesis import strategies as st

from newsnorm.rules import rules_for

LINE_ENDS = ("\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", "\n \n", "\n\u3000\n", "\x0b")

PROSE = (
    "The harbour was closed on Monday after two days of rain, the mayor said in a statement.",
    "“We had no choice,” she said. “The boats were breaking loose.”",
    "Ferries will run again from Thursday.",
    "Nobody was hurt",
    "- Two boats sank",
    (
        "The ferry to Lakeport was back in service\non Monday, and nobody had been on board\n"
        "when it broke loose in the storm, as the\nmayor said on the pier in the afternoon."
    ),
    "Kaum hatte der Regen aufgehört, kamen die Fischer zurück und zählten ihre Boote am Kai.",
    "雨が二日間降り続いた後、港は月曜日に閉鎖されたと市長が声明で述べた。",
    "बारिश के बाद सोमवार को बंदरगाह बंद कर दिया गया, महापौर ने एक बयान में कहा।",
)

LINES = (
    "Harbour closed after two days of rain",
    "HARBOUR CLOSED AFTER TWO DAYS OF RAIN",
    "Harbour closed after two days of rain - Lakeport Herald",
    "Harbour closed after…",
    "KARACHI: The harbour was closed on Monday after two days of rain, the mayor said in a statement.",
    "LAKEPORT, Feb 12 (Reuters) - The harbour was closed on Monday after two days of rain, the mayor said.",
    "(AP) — The harbour was closed.",
    "Tue, 21-Oct-2025",
    "Published: 12 February 2024",
    "Updated May 3, 2023 10:15 pm",
    "03/04/2025",
    "By Ada Lindqvist",
    "[gallery ids=”1,2″]",
    "[caption id=”1″]The harbour[/caption]",
    "[dropcap]T[/dropcap]he harbour was closed.",
    "[embedpost slug=”ferry-returns/”]",
    "[vc_row][vc_column]Rain fell.[/vc_column][/vc_row]",
    "googletag.cmd.push(function() { googletag.display('x'); });",
    "View this post on Instagram",
    "The mayorâ€™s office said so.",
    "Fish &amp;amp; chips",
    "a\u0301\u0323b \u200d\u200c \ufeff",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f5\U0001f1f0",
    " \u0301x",
    "\ud800",
    "\x00",
)


@cache
def examples() -> tuple[str, ...]:
    texts = []
    for rule in rules_for():
        for one in (*rule.hit, *rule.miss):
            text = one.get("text") if isinstance(one, dict) else one
            if isinstance(text, str):
                texts.append(text)
    return tuple(texts)


def pages() -> st.SearchStrategy[str]:
    """Pages of lines: prose, labels, datelines, dates, shortcodes, broken characters, in any order, glued at times."""
    line = st.one_of(
        st.sampled_from(LINES),
        st.sampled_from(PROSE),
        st.deferred(lambda: st.sampled_from(examples())),
        st.text(max_size=30),
    )
    end = st.sampled_from((*LINE_ENDS, "\n", "\n", " ", ""))
    return st.lists(st.tuples(line, end), max_size=12).map(lambda parts: "".join(map("".join, parts)))


def anything() -> st.SearchStrategy[str]:
    """Any str at all, lone surrogates and NULs among its characters."""
    return st.text(st.characters(codec=None, exclude_categories=()), max_size=200)


def texts() -> st.SearchStrategy[str]:
    """What the laws are tested on."""
    return st.one_of(pages(), anything())
