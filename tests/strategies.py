"""Texts for property tests: anything that is a str, and pages mixed from the rules' own examples."""

from functools import cache

from hypothesis import strategies as st

from newsnorm.rules.sets import rules_for

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
    """Pages of lines: prose, labels, datelines, dates, shortcodes, broken characters, in any order,
    glued at times."""
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
    """What the laws are tested on: pages of any lines, pages as sites print them, and anything at all."""
    return st.one_of(pages(), news(), anything())


_LONG = (
    "The harbour of Lakeport was closed on Monday after two days of rain, the mayor said in a statement.",
    "“We had no choice,” she said. “The boats were breaking loose, and nobody could reach them any more.”",
    "Ferries to the islands will run again from Thursday, if the wind does not turn once more.",
    "Kaum hatte der Regen aufgehört, kamen die Fischer zurück und zählten ihre Boote am Kai von Lakeport.",
    "Fishermen who had spent both nights on the quay said that nobody had warned them of the storm.",
    "雨が二日間降り続いた後、港は月曜日に閉鎖されたと市長が声明で述べた。漁師たちは二晩を埠頭で過ごした。",
    "बारिश के बाद सोमवार को बंदरगाह बंद कर दिया गया, महापौर ने एक बयान में कहा।",
    "It was the third time this year that the harbour had to close; in spring it stayed shut for a week.",
)

PLACES = ("", "", "KARACHI: ", "LAKEPORT, Feb 12 (Reuters) - ", "(AP) — ", "LAGOS — ", "【港町】")

_SUBJECTS = (
    "Harbour",
    "Mayor of Lakeport",
    "Two fishermen",
    "New ferry",
    "Council",
    "港の市場",
    "Bürgermeister",
    "महापौर",
)
_VERBS = ("closed", "opens", "says no to", "wins", "denies", "閉鎖", "verlässt", "ने कहा", "to visit", "hits back at")
_RESTS = (
    "after two days of rain", "old port", "in 2024", "‘too late’", "- and why it matters", "for Rs 3,000",
    "as Tom Ferro quits: report", "(video)", "?", "…", "2-1", "at the mayor’s office", "雨の後", "बारिश के बाद", "",
)  # fmt: skip
_SITES = (
    " - Lakeport Herald",
    " | Lakeport Herald",
    " – tern.example",
    " | News | Lakeport Herald",
    " - ",
    " |",
    "…",
    "...",
)
_KICKERS = ("Weather: ", "Weather | ", "LIVE: ", "WATCH | ", "Opinion - ", "» ", "* ", "# ", "“", "‘")

CHARACTERS = (
    "\u200f", "\u200e", "\u202b", "\u202c", "\u2067", "\u2069", "\u061c",  # bidi marks, embeddings, isolates
    "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f1f5\U0001f1f0", "\U0001f44d\U0001f3fd", "\u2764\ufe0f",
    "1\ufe0f\u20e3",
    "क्ष", "श्री", "ক্ষ", "ക്ഷ", "ක්‍ෂ", "ក្សា", "ကျွန်ုပ်", "กำ", "각", "\u1112\u1161\u11ab",
    "a\u0301\u0323", "\u0301", "\u200d", "\u200c", "\ufeff", "\u00ad", "\u200b", "\ufffd", "\x00", "\x1b[0m",
    "\ud83d", "\udc4d",
    "â€™", "Ã©", "&amp;amp;", "&#8217;", "&nbsp;", "&#xD800;", "&lt;br&gt;", "\u00a0", "\u3000", "\u2028",
)  # fmt: skip
"""What news pages are written in besides letters: bidi marks, emoji sequences, conjuncts, and what breaks them."""

RESIDUE = (
    "[gallery ids=”1,2″]", "[embed]https://tern.example/v/1[/embed]", "[/vc_column]", "{{ad}}", "<br>", "[…]",
    "[1]", "[",
    "[dropcap]", "[/dropcap]", "[caption id=”1″]The harbour[/caption]", "[embedpost slug=”ferry-returns/”]",
    "(Reuters)",
    "googletag.cmd.push(function() { googletag.display('x'); });", "pic.twitter.com/x1Y2z3", "ADVERTISEMENT",
    "Advertisement",
    "https://t.co/x1Y2z3", "Read more", "Share", "window.foo = {};", "{", "}", "]", "[/", "<!-- x -->", "[video]",
    "|", "—",
)  # fmt: skip


def titles() -> st.SearchStrategy[str]:
    """Headlines, plain or as templates print them: other capitals, a site's name, cut short, a kicker before it."""
    return st.one_of(plain_titles(), plain_titles().flatmap(printed))


def plain_titles() -> st.SearchStrategy[str]:
    """Headlines as a desk writes them."""
    return st.tuples(st.sampled_from(_SUBJECTS), st.sampled_from(_VERBS), st.sampled_from(_RESTS)).map(" ".join)


def printed(title: str) -> st.SearchStrategy[str]:
    """The ways in which one page prints its title."""
    return st.one_of(
        st.sampled_from(
            (title, title.upper(), title.title(), title.replace(" ", "  "), title[: len(title) * 2 // 3] + "…")
        ),
        st.sampled_from(_SITES).map(lambda site: title + site),
        st.sampled_from(_KICKERS).map(lambda kicker: kicker + title),
        st.sampled_from(PROSE).map(lambda words: f"{title} {words}"),
        st.sampled_from(RESIDUE).map(lambda words: f"{words} {title}"),
    )


def sentences() -> st.SearchStrategy[str]:
    """Sentences of a story, some with residue or odd characters inside, some long."""
    plain = st.one_of(st.sampled_from(PROSE), st.lists(st.sampled_from(PROSE), min_size=2, max_size=4).map(" ".join))
    return st.one_of(
        plain, plain, st.tuples(plain, st.sampled_from((*CHARACTERS, *RESIDUE)), st.integers(0, 90)).map(_spiced)
    )


def _spiced(parts: tuple[str, str, int]) -> str:
    words, spice, at = parts
    return words[:at] + spice + words[at:]


def heads() -> st.SearchStrategy[str]:
    """Lines of a page's head and tail: labels, dates, bylines, whatever a rule knows."""
    return st.one_of(
        st.sampled_from(LINES), st.deferred(lambda: st.sampled_from(examples())), titles(), st.sampled_from(RESIDUE)
    )


@st.composite
def news(draw: st.DrawFn) -> str:
    """A page as sites print them: head with its title several times over, story, tail; broken here and there."""
    title = draw(titles())
    again = printed(title)
    place = draw(st.sampled_from(PLACES))
    lines = draw(st.lists(st.one_of(heads(), again), max_size=5))
    lines += [title] if draw(st.booleans()) else []
    lines += draw(st.lists(st.one_of(heads(), again), max_size=2))
    lines.append(place + draw(sentences()))
    lines += draw(st.lists(st.one_of(sentences(), sentences(), heads(), again), max_size=5))
    lines += draw(st.lists(heads(), max_size=4))
    end = st.sampled_from(("\n", "\n", "\n\n", *LINE_ENDS, " "))
    return "".join(line + draw(end) for line in lines)


def stories() -> st.SearchStrategy[str]:
    """Three paragraphs or more, as a story has at least; the first may begin with a dateline."""
    long = st.lists(st.sampled_from(_LONG), min_size=2, max_size=3, unique=True).map(" ".join)
    rest = st.lists(st.one_of(long, sentences()), min_size=2, max_size=5).map("\n".join)
    return st.tuples(st.sampled_from(PLACES), long, rest).map(lambda parts: f"{parts[0]}{parts[1]}\n{parts[2]}")


@st.composite
def known(draw: st.DrawFn) -> tuple[str, str, str | None]:
    """A page, with a headline and an address as scrapers know them: one of its lines, or another title."""
    page = draw(texts())
    lines = [line for line in page.splitlines() if line.strip()]
    title = draw(st.one_of(st.sampled_from(lines), titles()) if lines else titles())
    return page, title, draw(st.sampled_from((None, "https://www.lakeport-herald.example/2024/02/12/x")))
