"""Mending and tidying: what is mended, what stays, the way back to the raw input, and the laws of all this."""

import re
import subprocess
import sys

import pytest
from ftfy import fix_encoding
from ftfy.badness import MOJIBAKE_CATEGORIES, is_bad
from hypothesis import example, given
from hypothesis import strategies as st

from growth import grows_in_proportion
from newsnorm.records import Repair
from newsnorm.text.edits import Edit, align, apply, compose
from newsnorm.text.mending import _open_questions, _settle, mend, repair, tidy, to_raw
from newsnorm.text.mojibake import _plain_case, suspicious
from strategies import anything, pages

# --- texts -----------------------------------------------------------------------------------------------------------

ENCODINGS = ("latin-1", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "mac_roman", "cp437", "iso8859-2")
PIECES = (
    *("&", "amp;", "&amp;", "&lt;", "lt;", "#38;", "&#38;", "&#x26;", "&num;", "&semi;", ";", "#", "38", "&#55357;"),
    *("&#56832;", "&nbsp;", "&shy;", "&#133;", "&#13;", "&#10;", "&#11;", "&Atilde;", "&copy;", "&NewLine;", "\n"),
    *("\r", "\r\n", "\u2028", "\x0b", "\x85", "\x93", "\x81", "\x00", "\x07", "\x1b[0m", "\x1e", "\u200b", "\xad"),
    *("\ufeff", "\ufffd", "a", "é", " ", "\xa0", "Ã", "Â", "â", "€", "™", "œ", "“", "”", "\ud83d", "\ude00", "\u0301"),
)


def _misread(made: tuple[str, str, int]) -> str:
    """A text written in UTF-8 and read in another encoding, once or several times over."""
    text, encoding, times = made
    for _ in range(times):
        text = text.encode("utf-8", "surrogatepass").decode(encoding, "replace")
    return text


def broken() -> st.SearchStrategy[str]:
    """Texts broken in many ways, one after another on the same lines."""
    misread = st.tuples(st.text(max_size=15), st.sampled_from(ENCODINGS), st.integers(1, 3)).map(_misread)
    soup = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
    return st.lists(st.one_of(misread, soup, st.text(max_size=20)), max_size=5).map("".join)


def texts() -> st.SearchStrategy[str]:
    """Anything at all, pages, and broken texts."""
    return st.one_of(broken(), broken(), anything(), pages())


# --- what is mended --------------------------------------------------------------------------------------------------

MENDED = {
    "apostrophe read as Windows-1252": ("the mayorâ€™s office", "the mayor’s office"),
    "quotes, one of them with an unused byte": ("â€œNo,â€\x9d she said", "“No,” she said"),
    "read wrongly twice": ("cafÃƒÂ©", "café"),
    "Cyrillic": ("ÐŸÑ€Ð¸Ð²ÐµÑ‚ Ð¼Ð¸Ñ€", "Привет мир"),
    "read as Windows-1251": ("вЂњNoвЂќ", "“No”"),
    "Windows-1252 read as Latin-1": ("\x93No\x94 \x96 it\x92s", "“No” – it’s"),
    "a no-break space turned blank": ("naïve Ã la mode", "naïve à la mode"),
    "entity": ("Fish &amp; chips", "Fish & chips"),
    "entity beside a tag": ("<b>Fish &amp; chips</b>", "<b>Fish & chips</b>"),
    "escaped twice": ("&amp;lt;b&amp;gt;", "<b>"),
    "escaped many times": ("Fish &amp;amp;#38;amp;AMP; chips", "Fish & chips"),
    "numbers": ("it&#8217;s &#x2014; here", "it’s — here"),
    "number of Windows-1252": ("so&#133;", "so…"),
    "no-break space": ("1&nbsp;000", "1\xa0000"),
    "name in capitals": ("P&EACUTE;REZ", "PÉREZ"),
    "entity that makes an entity": ("&&num;38;amp;", "&"),
    "entities that make mojibake": ("caf&Atilde;&copy;", "café"),
    "surrogate pair as numbers": ("&#55357;&#56832;", "😀"),
    "CR LF, CR and Unicode's line ends": ("a\r\nb\rc\u2028d\u2029e\x0bf\x0cg\x85h", "a\nb\nc\nd\ne\nf\ng\nh"),
    "a carriage return as a number": ("one&#13;\ntwo&#13;", "one\ntwo"),
    "line ends as numbers": ("one&#13;&#10;two&#10;three", "one\ntwo\nthree"),
    "U+0085 as an ellipsis": ("\x93So\x85\x94", "“So…”"),
    "U+0085 as part of a letter": ("Ã\x85ngstrÃ¶m", "Ångström"),
    "controls": ("a\x00b\x01\x02c\x7f", "abc"),
    "bell between words, and beside a blank": ("two\x07words \x07here", "two words here"),
    "quotes without their high byte": ("It\x19s \x1cso\x1d \x14 yes", "It’s “so” — yes"),
    "Word's own hyphens": ("self\x1emade opti\x1fonal", "self\u2011made optional"),
    "terminal colours": ("\x1b[1;31mred\x1b[0m", "red"),
    "byte order marks": ("\ufeffRain\ufeff fell", "Rain fell"),
    "byte order mark, misread": ("ï»¿Rain", "Rain"),
    "soft hyphens inside words": ("Hafen\xadmeis\xadter a\u0308\xad\xadb", "Hafenmeister a\u0308b"),
    "zero width at the ends": (" \u200b\u2060Rain fell.\u200b \nAll night.\u200b", " Rain fell. \nAll night."),
    "zero width beside signs": ("Rain.\u200b\u200b[1] \u200bfell", "Rain.[1] fell"),
    "nothing but zero width": ("one\n\u200b\ntwo", "one\n\ntwo"),
    "object replacement": ("Rain \ufffcfell", "Rain fell"),
    "surrogates": ("\ud83d\ude00 \ude00 \ud83d", "😀 \ufffd \ufffd"),
}


@pytest.mark.parametrize(("raw", "mended"), MENDED.values(), ids=MENDED)
def test_mended(raw: str, mended: str) -> None:
    """Broken characters, as scrapers bring them."""
    assert repair(raw) == mended


STAYS = {
    "the writer's quotes and dashes": "“Don’t,” she said – ‘never’ — …",
    "ligatures and full width": "ﬁne ＬＯＵＤ ｶﾀｶﾅ",
    "French, German, Turkish, Vietnamese": "«L’œuvre d’été»; ‚Ärger‘ „Übung“ TÜRKİYE’nin İstanbul’da Đà Nẵng",
    "accents in two pieces": "cafe\u0301 \u0415\u0308",
    "joiners": "نمی\u200cخواهم क्\u200dष 👨\u200d👩\u200d👧",
    "marks of direction": "\u200fשלום \u202babc\u202c \u2067x\u2069",
    "zero-width spaces between Thai words": "น้ำท่วม\u200bท่าเรือ កំពង់\u200bផែ\u200b១២",
    "soft hyphen at the end of a line": "Hafen\xad\nmeister 2020\xad2021",
    "ampersands of prose": "AT&T; R&D; Q&A &c; fish & chips; a&lt b",
    "names and numbers nobody knows": "&foo; &#x110000; &#99999999999; &#xzz; &#;",
    "blanks": "  two  words\t\n\n\n\xa0 \u3000end ",
    "replacement characters": "caf\ufffd",
}


@pytest.mark.parametrize("text", STAYS.values(), ids=STAYS)
def test_stays(text: str) -> None:
    """What is the writer's own stays as it is."""
    assert mend(text) == (text, ())


@pytest.mark.parametrize("encoding", ["latin-1", "iso8859-15"])
def test_garbage_is_not_traded_for_garbage(encoding: str) -> None:
    """A double-byte encoding read as Latin is beyond mending, and is left for somebody who knows it."""
    text = "港口在两天的大雨之后于星期一关闭，市长在一份声明中说。".encode("gbk").decode(encoding)
    assert repair(text) == text


def test_a_line_that_does_not_settle_stays_raw() -> None:
    """Too many entities inside one another are no accident; the lines beside are mended all the same."""
    deep = "&" * 40 + "#" + "35;" * 40
    assert repair(f"{deep}\r\nFish &amp; chips") == f"{deep}\nFish & chips"


def test_a_clean_page_is_handed_back() -> None:
    """The very same object, and ftfy is not even loaded."""
    page = "«L’été à Łódź»\n\nПорт закрыт.\n\n港は月曜日に閉鎖された。\nFish & chips, cœur, R&D\n"
    assert repair(page) is page
    code = f"import sys, newsnorm.text.mending as t; t.repair({page!r}); print('ftfy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("function", [repair, tidy])
def test_wrong_type(function: object) -> None:
    """Bytes are not text, and the error says what to do."""
    with pytest.raises(TypeError, match="decode it first"):
        function(b"page")  # type: ignore[operator]


# --- the account -----------------------------------------------------------------------------------------------------


def _forth(raw: str, repairs: tuple[Repair, ...]) -> str:
    """Every raw run replaced by what stands there now; the account itself is checked on the way."""
    at = 0
    for one in repairs:
        assert at <= one.start < one.end
        assert raw[one.start : one.end] == one.raw != one.text
        at = one.end
    return apply(raw, [Edit(one.start, one.end, one.text) for one in repairs])


def _back(mended: str, repairs: tuple[Repair, ...]) -> str:
    """The raw input, walking the mended text with the shift so far."""
    edits, shift = [], 0
    for one in repairs:
        start = one.start + shift
        assert mended[start : start + len(one.text)] == one.text
        edits.append(Edit(start, start + len(one.text), one.raw))
        shift += len(one.text) - len(one.raw)
    return apply(mended, edits)


EXACT = {
    "entities": ("a &lt; b &amp;amp; c", [("&lt;", "<"), ("&amp;amp;", "&")]),
    "line ends": ("a\r\nb\rc\nd", [("\r\n", "\n"), ("\r", "\n")]),
    "invisibles": ("\ufeffa\xadb\x00", [("\ufeff", ""), ("\xad", ""), ("\x00", "")]),
    "words of one line": ("the mayorâ€™s cafÃ© â€“ no", [("â€™", "’"), ("Ã©", "é"), ("â€“", "–")]),
    "words of a line without ASCII letters": ("ÐŸÐ¾ Ñ€Ñƒ", [("ÐŸÐ¾", "По"), ("Ñ€Ñƒ", "ру")]),
    "a blank that was part of a letter": ("voilÃ  le port", [("Ã ", "à")]),
    "entities inside a broken letter": ("caf&Atilde;&copy;!", [("&Atilde;&copy;", "é")]),
    "two kinds on one line": (
        "\ufeffFish &amp; cafÃ©\r\n",
        [("\ufeff", ""), ("&amp;", "&"), ("Ã©", "é"), ("\r\n", "\n")],
    ),
    "an entity that turns out invisible": ("soft&shy;ware", [("&shy;", "")]),
}


@pytest.mark.parametrize(("raw", "expected"), EXACT.values(), ids=EXACT)
def test_repairs_are_small(raw: str, expected: list[tuple[str, str]]) -> None:
    """Each repair holds what was broken, and nothing of its neighbours."""
    assert [(one.raw, one.text) for one in mend(raw)[1]] == expected


@given(texts())
@example("\x851&#11;0")
@example("&amp;amp\u200b;&#13;\n")
def test_law_the_account_is_exact(text: str) -> None:
    """Repairs make the mended text of the raw one, and the raw one of the mended."""
    mended, repairs = mend(text)
    assert _forth(text, repairs) == mended == repair(text)
    assert _back(mended, repairs) == text


@given(texts())
def test_law_twice_is_once(text: str) -> None:
    """Mended text needs no mending."""
    mended = repair(text)
    assert mend(mended) == (mended, ())


# --- the gate --------------------------------------------------------------------------------------------------------


@given(texts())
def test_the_gate_misses_nothing(text: str) -> None:
    """What is mended is what every line by itself, unasked, would be mended to."""
    lines = re.split(r"\r\n|[\n\r\v\f\u2028\u2029]", text)
    settled = [apply(line, [Edit(one.start, one.end, one.text) for one in _settle(line)]) for line in lines]
    assert repair(text) == "\n".join(settled)


def _odd_characters() -> list[str]:
    found = re.compile(f"[{''.join(MOJIBAKE_CATEGORIES.values())}]")
    odd = [char for char in map(chr, range(0x80, 0x10000)) if found.match(char)]
    return [*odd, *("aZ09_ .?,!\"'" * 3), *("œŒÃÂÎÐØÙà√≈×āβвЂВГРСΒΓΞΟ‚Äâó" * 2)]


@given(st.text(st.sampled_from(_odd_characters()), min_size=1, max_size=8))
def test_suspicious_is_wider_than_ftfy(text: str) -> None:
    """Every text that ftfy thinks bad is suspicious: as a line, and by its runs of non-ASCII characters alone."""
    if is_bad(text):
        assert suspicious().search(text)
        assert suspicious in _open_questions(text)


def test_suspicious_is_wider_than_ftfy_for_every_pair() -> None:
    """Any two of ftfy's characters, beside each other and among letters."""
    odd = sorted({char for char in _odd_characters() if not char.isascii()})
    together = "\n".join(left + right for left in odd for right in odd)
    for text in (together, together.replace("\n", "a\na")):
        missed = [pair for pair in text.split("\n") if is_bad(pair) and not suspicious().search(pair + "_")]
        assert missed == []


@pytest.mark.parametrize("category", ["bad", "start_punctuation", "end_punctuation", "currency", "numeric", "box"])
def test_every_odd_character_of_ftfy_is_known(category: str) -> None:
    """Should ftfy learn new characters, this says so; each of them counts between two letters that accents make odd."""
    odd = re.compile(f"[{MOJIBAKE_CATEGORIES[category]}]")
    for char in filter(odd.match, map(chr, range(0x80, 0x10000))):
        tries = (f"é{char}é", f"É{char}É", f"Ã{char}", f"é{char}1", f"{char}É")
        assert any(suspicious().search(one) for one in tries), char
        assert all(suspicious().search(one) for one in tries if is_bad(one)), char


@given(
    st.tuples(st.text(max_size=15), st.sampled_from(ENCODINGS), st.integers(1, 3)).map(_misread), st.text(max_size=5)
)
@example("naÃ¯ve â€“ “", "")
@example("ÃƒÂ© Ã©", "")
def test_the_plain_case_is_what_ftfy_finds(text: str, more: str) -> None:
    """Where a line is read anew without ftfy, ftfy would have read the same."""
    for line in (text, text + more, more + " " + text):
        encoding = _plain_case(line)
        if encoding is not None and is_bad(line):
            assert fix_encoding(line) == line.encode(encoding).decode()


# --- edits -----------------------------------------------------------------------------------------------------------


def _edits(draw: st.DrawFn, text: str) -> list[Edit]:
    """Some edits of a text, sorted and apart; each changes what it touches."""
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    spans = [(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False) if start < end]
    made = [Edit(start, end, draw(st.text("abcX", max_size=3))) for start, end in spans]
    return [one for one in made if text[one.start : one.end] != one.text]


@st.composite
def _two_rounds(draw: st.DrawFn) -> tuple[str, list[Edit], str, list[Edit]]:
    raw = draw(st.text("abc", max_size=20))
    first = _edits(draw, raw)
    middle = apply(raw, first)
    return raw, first, middle, _edits(draw, middle)


@given(_two_rounds())
def test_law_two_rounds_make_one_account(made: tuple[str, list[Edit], str, list[Edit]]) -> None:
    """Composed, two rounds of edits lead from the first text to the last and back."""
    raw, first, middle, second = made
    repairs = compose(raw, compose(raw, (), raw, first), middle, second)
    last = apply(middle, second)
    assert _forth(raw, repairs) == last
    assert _back(last, repairs) == raw


@given(st.text("ab é€", max_size=20), st.text("ab é€", max_size=20))
def test_law_align_leads_from_one_to_the_other(old: str, new: str) -> None:
    """Whatever two texts are aligned, the edits make the second of the first."""
    edits = list(align(old, new))
    assert apply(old, edits) == new
    assert all(old[one.start : one.end] != one.text for one in edits)


def _slow_way_back(repairs: tuple[Repair, ...], start: int, end: int) -> tuple[int, int]:
    """`to_raw` by walking: what a reader would do by hand."""
    raw_start = raw_end = None
    shift = 0
    for one in repairs:
        low, high = one.start - shift, one.start - shift + len(one.text)
        if raw_start is None and start < low:
            raw_start = start + shift
        if raw_start is None and start < high:
            raw_start = one.start
        if raw_end is None and end <= low:
            raw_end = end + shift
        if raw_end is None and end <= high:
            raw_end = one.end
        shift += len(one.raw) - len(one.text)
    raw_start = start + shift if raw_start is None else raw_start
    raw_end = end + shift if raw_end is None else raw_end
    return raw_start, max(raw_start, raw_end)


@given(texts(), st.data())
def test_law_the_way_back_to_the_raw_input(text: str, data: st.DataObject) -> None:
    """A span leads to the raw span it came from: exact outside repairs, the whole run where one was mended."""
    mended, repairs = mend(text)
    move = to_raw(repairs)
    spans = st.tuples(st.integers(0, len(mended)), st.integers(0, len(mended))).map(sorted)
    for start, end in data.draw(st.lists(spans, max_size=6)):
        raw_start, raw_end = move(start, end)
        assert (raw_start, raw_end) == _slow_way_back(repairs, start, end)
        assert 0 <= raw_start <= raw_end <= len(text)
        if start < end:
            assert mended[start:end] in repair_of_span(text, repairs, raw_start, raw_end)


def repair_of_span(text: str, repairs: tuple[Repair, ...], start: int, end: int) -> str:
    """What a raw span has become."""
    inside = [
        Edit(one.start - start, one.end - start, one.text) for one in repairs if start <= one.start < one.end <= end
    ]
    return apply(text[start:end], inside)


def test_the_way_back_is_free_without_repairs() -> None:
    """Nothing mended, nothing to count."""
    assert to_raw(())(3, 7) == (3, 7)


def test_the_way_back_widens() -> None:
    """A boundary inside a mended run moves outwards; what was taken out beside a span stays outside."""
    raw = "\ufeffFish &amp; cafÃ©\x00 now"
    mended, repairs = mend(raw)
    assert mended == "Fish & café now"
    move = to_raw(repairs)
    assert [raw[slice(*move(start, end))] for start, end in [(0, 4), (5, 6), (7, 11), (12, 15)]] == [
        "Fish",
        "&amp;",
        "cafÃ©",
        "now",
    ]


# --- tidy ------------------------------------------------------------------------------------------------------------

TIDIED = {
    "blanks": ("  Rain\xa0\xa0 fell.\t ", "Rain fell."),
    "lines": ("one \n two", "one\ntwo"),
    "one empty line at most": ("\n \none\n\t\n\u3000\n\ntwo\n\n", "one\n\ntwo"),
    "line ends": ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    "nothing": (" \n\t", ""),
    "joiners stay": ("क्\u200dष \u200b a", "क्\u200dष \u200b a"),
}


@pytest.mark.parametrize(("raw", "tidied"), TIDIED.values(), ids=TIDIED)
def test_tidy(raw: str, tidied: str) -> None:
    """Spaces, and nothing but spaces."""
    assert tidy(raw) == tidied


@given(texts())
def test_law_tidy_twice_is_once_and_keeps_every_word(text: str) -> None:
    """No character is lost that can be seen, and tidy text is tidy."""
    tidied = tidy(text)
    assert tidy(tidied) == tidied
    assert tidied.split() == text.split()
    assert not re.search(r"\n\n\n|^\s|\s$|[^\S\n]{2}| \n|\n ", tidied)


@pytest.mark.parametrize(
    "unit", [" ", "a ", "rain", "rain \xa0\t", "a" * 16_385 + " ", " " * 16_384 + "a", "\u3000a", "\x1fa "]
)
def test_tidy_of_a_very_long_line(unit: str) -> None:
    """It goes piece by piece, and comes out as if it did not."""
    line = unit * (60_000 // len(unit))
    assert tidy(line) == " ".join(line.split())


# --- time ------------------------------------------------------------------------------------------------------------

HOSTILE = (
    *("&amp;", "&#38;", "&", "&#0000", "&amp&semi;", "&#13;", "&lt;", "\u0300\u0323", "Ã©", "Ã ", "aÂ ", "ÃƒÂ©", "â€"),
    *("â€™ ", "â€? ", "\x93a", "\x85", "Ã\x81", "a\xad", "\u200b", " \u200ba", "\ud83d", "\x1b[1;2", "It\x19s ", "\r"),
    *("é\ufffd", "¨", "█▄", "ØÙ", "œ ", "À°", "‚Äôs ", "ÐŸ ", "a\r\n", "\xa0\t", "\n \n"),
)


def _every_way(text: str) -> None:
    """Mending, the way back, and tidying."""
    _, repairs = mend(text)
    to_raw(repairs)(0, 1)
    tidy(text)


@pytest.mark.growth
@pytest.mark.parametrize("unit", HOSTILE, ids=ascii)
def test_time_grows_with_the_text(unit: str) -> None:
    """Eight times the text takes about eight times as long; what grows with the square takes 64 times."""
    assert grows_in_proportion(_every_way, lambda size: (unit * size)[:size], 3_000)


@pytest.mark.parametrize(
    ("head", "unit", "mended"), [("&", "amp;", "&"), ("&", "#38;", "&"), ("R", "&D;", "R" + "&D;" * 250_000)]
)
def test_a_megabyte_on_one_line(head: str, unit: str, mended: str) -> None:
    """Chains of one entity, a million characters long, are read in one go."""
    text = head + unit * 250_000
    assert repair(text) == mended
