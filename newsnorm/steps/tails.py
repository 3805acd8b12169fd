"""What is glued to the end of a paragraph: a wire's sign-off, a link to another story, a picture's credit.

Scrapers join elements that stood apart: "… the mayor said. (Reporting by Ada Lindqvist; Editing by Jo Marsh)". The
same rules that know such a line whole know it at a paragraph's end, where a sentence or a bracket sets it apart.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from newsnorm.document import Block, Document, Mark
from newsnorm.rules.lineindex import NOTED
from newsnorm.rules.rule import Rule
from newsnorm.story.glued import RULE, heads, label_behind
from newsnorm.story.head import is_prose

__all__ = ["tails"]

_KINDS = frozenset(
    {"wire_tail", "related", "feed_tail", "newsletter", "copyright", "app", "credit", "author_bio", "correction"}
)
"""What scrapers glue to a paragraph. A label of one word is not among them: it may be the writer's."""

_ASKS = frozenset(
    {
        "newsletter",
        "related",
        "feed_tail",
        "app",
        "share",
        "author_bio",
        "correction",
        "comments",
        "wire_tail",
        "player",
    }
)
"""What has a sentence of its own at a paragraph's end."""

_CLOSED = (
    *")]}）】］",
    *(
        f"{dash}{agency}"
        for dash in ("-", "–", "—", "- ", "– ", "— ")
        for agency in ("AFP", "AP", "PTI", "IANS", "dpa")
    ),
    *(
        "Getty Images",
        "/Getty",
        "Reuters",
        "REUTERS",
        "/AP",
        "/AFP",
        "/EPA",
        "Shutterstock",
        "Alamy",
        "AP Photo",
        "/dpa",
        " photo",
        "Ảnh chụp màn hình",
        "انتهای پیام",
        "انتهای پیام/",
    ),
)
"""How a tail ends that has neither colon nor sign: with a bracket, or with who sells the picture."""

_LAST = frozenset(one[-1] for one in _CLOSED)

_ENDS = (". ", "! ", "? ", ".” ", '." ', "। ", "。", "۔ ")
_PLAIN_ENDS = tuple(end for end in _ENDS if end.isascii())
_SIGNS = {end: end.strip()[-1] for end in _ENDS}
"""One sign is looked for in a fraction of the time, and most pages lack some."""
_STOPS = '.!?”" ।。۔'

_LABELS = (
    "Fotos?|Photos?|Bild(?:er)?|Images?|Pictures?|Credit|CREDIT|Crédits? photo|Crédito|Imagen|Imagem|Immagine|Kuva|Kép|"
    "Fotó|Zdjęcie|Фото|Φωτό|Φωτογραφία|Ảnh|Fotoğraf|Foto"
)
"""With these words and a colon a picture's credit begins, though nothing sets it apart from the caption before."""

_LONGEST = 220
"""No tail is longer, in code points."""

_SHORTEST = 8
"""Before a tail stands a sentence, or a caption, of so many code points at least."""

_TWO = 2 * _SHORTEST
"""What has a sentence and another behind it is no shorter."""

_SEAMS = 3
"""So many places are asked, from the end."""

_CAPTION, _MAKER = 250, 60
"""A line with a credit behind it that is no longer, and no more than a sentence, is a picture's caption; a credit that
has only the sign of copyright is no longer than the other."""

_LAST_PARAGRAPHS = 3
"""A caption may stand above so many, and is told from the story's end."""


def tails(doc: Document) -> Iterator[Mark]:
    r"""Mark what a line rule knows at the end of a line that goes on before it.

    A short line with a picture's credit behind it is the picture's caption, and both are marked.

    >>> text = "The port is open. (Reporting by Ada Lindqvist; Editing by Jo Marsh)\nThe old pier. Photo: Jo Marsh"
    >>> [(mark.kind, text[mark.start:mark.end]) for mark in tails(Document(text))][1:]
    [('caption', 'The old pier.'), ('credit', 'Photo: Jo Marsh')]
    """
    told, inside = _told(doc), _inside(doc)
    for block in doc.blocks:
        start, end, text = block
        if end - start > _SHORTEST:
            yield from heads(doc.rules, block)
            found = told[text]
            if found is not None:
                at, rule = found
                yield from _before(block, at, rule, start < inside)
                yield Mark(start + at, end, rule.kind, rule.id)
            else:
                yield from label_behind(doc.rules, block)


def _told(doc: Document) -> Mapping[str, tuple[int, Rule] | None]:
    """Where the tail of each line begins, and its rule; None for a line that has none. All are asked at once."""
    told = doc.told((RULE, doc.rules))
    new = dict.fromkeys([text for _, _, text in doc.blocks if text not in told])
    ends = _ends_of("\n".join(new))
    places = [(text, at) for text in new for at in _places(text, ends)]
    found = doc.rules.find_parts(
        [text[at:] for text, at in places], [text for text, _ in places], doc.told((NOTED, doc.rules))
    )
    told.update(new)
    for (text, at), one in zip(places, found, strict=True):
        if one is not None and told[text] is None and _counts(one[0], text, at):
            told[text] = at, one[0]
    return told


def _ends_of(page: str) -> Sequence[str]:
    """The ends of sentences that a page has."""
    return [end for end in (_PLAIN_ENDS if page.isascii() else _ENDS) if _SIGNS[end] in page and end in page]


def _places(text: str, ends: Sequence[str]) -> Sequence[int]:
    """Where a tail may begin, the last place first; `ends` are the ends of sentences that the page has."""
    size = len(text)
    far = size - _LONGEST if size > _LONGEST else 0
    if size <= _SHORTEST:
        return ()
    if not _may_be_set_apart(text, far):
        return _last_sentence(text, max(_SHORTEST, far), ends)
    seams = [seam.end() for seam in _seams().finditer(text, max(_SHORTEST, far))][-_SEAMS:]
    return seams[::-1]


def _may_be_set_apart(text: str, far: int) -> bool:
    """True for a line with a label's colon or a sign, or that ends as tails do; else only a sentence can be one."""
    if text.find(":", far) >= 0 or (text[-1] in _LAST and text.endswith(_CLOSED)):
        return True
    return not text.isascii() and (text.find("©", far) >= 0 or text.find("：", far) >= 0 or text.find("ⓒ", far) >= 0)


def _last_sentence(text: str, low: int, ends: Sequence[str]) -> Sequence[int]:
    """Where the last sentence begins that says something: it may ask readers to sign up, to follow, to read on."""
    if len(text) < _TWO:
        return ()
    at = -1
    for end in ends:
        at = max(at, text.rfind(end, low, -_SHORTEST))
    if at < 0:
        return ()
    at = len(text) - len(text[at:].lstrip(_STOPS))
    return (at,) if text.count(" ", at) >= 2 else ()


def _counts(rule: Rule, text: str, at: int) -> bool:
    """Whether what a rule knows is a tail where it stands."""
    if not _may_be_set_apart(text, max(0, len(text) - _LONGEST)):
        return rule.kind in _ASKS
    return _is_tail(rule, text[at:], text[:at].rstrip()[-1:])


def _is_tail(rule: Rule, tail: str, before: str) -> bool:
    if rule.kind not in _KINDS or not (" " in tail.strip("()[] ") or _stands_apart(rule, tail)):
        return False
    if before in _DASHES:
        return rule.kind == "credit"
    return rule.kind != "related" or ":" in tail[:40] or "：" in tail[:40]


def _stands_apart(rule: Rule, tail: str) -> bool:
    """A tail without a blank that is set apart by itself: "(dpa)", "—Reuters", "[사진=…]", "（完）", "编辑：…"

    Chinese and Japanese have no blanks; there a label has its colon, and an agency its brackets.
    """
    if tail[0] >= _WIDE and tail[-1] not in _STOPS:
        return "：" in tail or ":" in tail or tail[0] in _OPENERS
    return tail[0] in _OPENERS and (rule.kind == "wire_tail" or (rule.kind == "credit" and not tail.isascii()))


def _inside(doc: Document) -> int:
    """Where the last paragraphs of a page with a sign of copyright begin; 0 for others."""
    if "©" not in doc.text:
        return 0
    prose = (block.start for block in reversed(doc.blocks) if is_prose(block.text))
    return next(islice(prose, _LAST_PARAGRAPHS - 1, None), 0)


def _before(block: Block, at: int, rule: Rule, is_inside: bool) -> Iterator[Mark]:
    """The caption before a credit, and the dash between them; `is_inside` the story, not behind its last sentence."""
    words = block.text[:at].rstrip(_SEPARATORS)
    is_short = len(words) <= _CAPTION and not _sentence().search(words[:-1]) and not _is_whole_sentence(words)
    if is_short and (rule.kind == "credit" or _is_made_by(rule, block.text[at:], words, is_inside)):
        yield Mark(block.start, block.start + len(words), "caption", rule.id, "before a credit")
    dash = block.text[len(words) : at].strip()
    if dash:
        yield Mark(block.start + block.text.index(dash, len(words)), block.start + at, "other", RULE, "a separator")


def _is_made_by(rule: Rule, tail: str, words: str, is_inside: bool) -> bool:
    """True for the sign of copyright without a year, behind a picture's words: "The old pier © Jo Marsh".

    They are a caption where they are no sentence, where paragraphs follow, or where the sign has a name and, behind a
    stroke, who sells it: a story's last sentence has the sign of its house behind it, or of two agencies.
    """
    if rule.kind != "copyright" or len(tail) > _MAKER or any(map(str.isdigit, tail)):
        return False
    makers = tail.replace("|", "/").strip("()©/ ").split("/")
    return is_inside or words[-1:] not in _STOPS or (len(makers) > 1 and any(" " in maker.strip() for maker in makers))


def _is_whole_sentence(words: str) -> bool:
    """True for a sentence in Chinese, Japanese or Korean, which says as much as a paragraph and has its full stop."""
    return words[-1:] in "。." and max(words, default="") >= _WIDE


_WIDE = "\u2e80"  # from here on scripts set no blanks
_OPENERS = frozenset("([-–—（【［")
_SEPARATORS = " -–—/|"
_DASHES = frozenset("-–—/|")


@cache
def _seams() -> re.Pattern[str]:
    # behind the end of a sentence; before a bracket; behind a dash, a slash or a bar; before a credit's own label
    return re.compile(
        r"[.!?…。！？।۔][\"'”’»)」』]{0,2}\s*+(?=\S)|\s(?=[(\[©])|\s[-–—/|]\s*+(?=\S)"
        rf"|\s(?=(?:{_LABELS})\s?:\s?\w|(?:Submitted|Courtesy|Contributed|File) photo$)"
    )


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(r"[^\W\dA-Z]{3}[.!?]\s|[。！？]")
