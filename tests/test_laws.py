"""The seven laws, for any text. They never get loosened to make something pass."""

import datetime
import json
import pickle
import warnings
from concurrent.futures import ThreadPoolExecutor

import pytest
import regex
from hypothesis import given

import newsnorm
from newsnorm import STEPS, Article, Document, annotate, build, normalize
from newsnorm.document import KEPT
from newsnorm.rest import clean_page
from newsnorm.rules.sets import rules_for
from newsnorm.text.mending import mend
from strategies import known, texts

FUNCTIONS = (
    newsnorm.normalize,
    newsnorm.repair,
    newsnorm.tidy,
    newsnorm.parse_dateline,
    newsnorm.parse_byline,
    newsnorm.parse_date,
    newsnorm.dedupe_headlines,
    newsnorm.remove_boilerplate,
    newsnorm.find_shortcodes,
    newsnorm.remove_shortcodes,
    newsnorm.find_embeds,
    newsnorm.remove_embeds,
    newsnorm.headline_key,
)


def marked(text: str) -> Document:
    """The document that `normalize` builds from."""
    mended, repairs = mend(text)
    return annotate(Document(mended, repairs=repairs))


@given(texts())
def test_law_1_no_exception_no_warning(text: str) -> None:
    """Whatever the text, every public function answers, and so does every way to show the answer."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for function in FUNCTIONS:
            function(text)
        article = normalize(text)
        article.to_json()
        article.explain()
        article._repr_html_()
        newsnorm.report(article).encode()


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda f: f.__name__)
@pytest.mark.parametrize("wrong", [None, b"bytes", 7], ids=repr)
def test_law_1_a_wrong_type_says_what_to_pass(function: object, wrong: object) -> None:
    """TypeError, and in words what to do instead."""
    with pytest.raises(TypeError, match=r"str"):
        function(wrong)  # type: ignore[operator]


@given(texts())
def test_law_2_lossless(text: str) -> None:
    """Kept spans, removed spans and the white space between them are a partition; repairs give the raw input back."""
    doc = marked(text)
    spans = sorted([(m.start, m.end) for m in doc.marks] + [(b.start, b.end) for b in doc.blocks])
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert not doc.text[at:start].strip()
        at = end
    assert not doc.text[at:].strip()
    assert doc.source == text


@given(texts())
def test_law_2_offsets_count_the_raw_input(text: str) -> None:
    """What the article says it removed stands there, and nothing else is missing from its words."""
    article = normalize(text)
    assert article.source == text
    for removal in article.removed:
        assert text[removal.start : removal.end] == removal.text != ""
    for repair in article.repairs:
        assert text[repair.start : repair.end] == repair.raw
    shown = "".join(article.to_text().split())
    left = text
    for start, end, fresh in sorted(
        [(r.start, r.end, "") for r in article.removed if not _touched(r, article)]
        + [(r.start, r.end, r.text) for r in article.repairs if not _inside(r, article)],
        reverse=True,
    ):
        left = left[:start] + fresh + left[end:]
    if not any(_touched(r, article) for r in article.removed):
        assert sorted("".join(left.split())) == sorted(shown)


def _touched(removal: newsnorm.Removal, article: Article) -> bool:
    """A removal that shares characters with a repair."""
    return any((r.start < removal.end and removal.start < r.end) or r.start == r.end for r in article.repairs)


def _inside(repair: newsnorm.Repair, article: Article) -> bool:
    return any(r.start <= repair.start and repair.end <= r.end for r in article.removed)


@given(texts())
def test_law_3_twice_is_once(text: str) -> None:
    """The clean page normalizes to the same headline, dateline and paragraphs."""
    once = normalize(text)
    twice = normalize(once.to_text())
    assert twice.headline == once.headline
    assert twice.paragraphs == once.paragraphs
    assert (twice.dateline and twice.dateline.raw) == (once.dateline and once.dateline.raw)


@given(known())
def test_law_3_twice_is_once_with_what_a_scraper_knew(page: tuple[str, str, str | None]) -> None:
    """And so it does with the same headline and the same address."""
    text, headline, url = page
    once = normalize(text, headline=headline, url=url)
    twice = normalize(once.to_text(), headline=headline, url=url)
    assert (twice.headline, twice.paragraphs) == (once.headline, once.paragraphs)
    assert (twice.dateline and twice.dateline.raw) == (once.dateline and once.dateline.raw)


@given(texts())
def test_law_3_the_clean_page_is_what_the_article_prints(text: str) -> None:
    """The text that is looked at again is the text that the article gives."""
    doc = marked(text)
    assert clean_page(doc).text == build(doc).to_text()


@given(texts())
def test_law_4_marks_lie_inside_and_cut_no_cluster(text: str) -> None:
    """No mark begins or ends inside what a reader sees as one character."""
    doc = marked(text)
    edges = {0}
    for cluster in regex.finditer(r"\X", doc.text):
        edges.add(cluster.end())
    for mark in doc.marks:
        assert 0 <= mark.start < mark.end <= len(doc.text)
        assert {mark.start, mark.end} <= edges


@given(texts())
def test_law_6_pure(text: str) -> None:
    """The same input gives the same output: again, in other threads, and after a pickle's journey."""
    article = normalize(text)
    with ThreadPoolExecutor(2) as threads:
        assert set(map(hash, [article, *threads.map(normalize, [text] * 4)])) == {hash(article)}
    assert normalize(text) == article
    assert pickle.loads(pickle.dumps(article)) == article


@given(texts())
def test_law_7_every_removal_names_who_says_so(text: str) -> None:
    """A rule that exists, or a step that exists; a line rule, asked alone, says the same."""
    rules = {rule.id: rule for rule in rules_for()}
    steps = {f"step:{step.__name__}" for step in STEPS}
    doc = marked(text)
    for mark in doc.marks:
        if mark.kind in KEPT or mark.rule not in rules:
            assert mark.rule in steps | rules.keys()
        elif rules[mark.rule].kind == mark.kind and mark.value is None:
            assert rules[mark.rule].match(doc.text[mark.start : mark.end]) is not None


@given(texts())
def test_to_dict_and_back(text: str) -> None:
    """A round trip through JSON gives the same article."""
    article = normalize(text)
    assert Article.from_dict(json.loads(article.to_json())) == article


@given(texts())
def test_dates_are_never_from_today(text: str) -> None:
    """Every date that is found stands in the text: its year does, in some script's digits."""
    article = normalize(text)
    for found in article.dates:
        assert found.raw in text or article.repairs
        if isinstance(found.value, datetime.date):
            assert any(char.isdigit() for char in found.raw)


LAWS = (
    test_law_1_no_exception_no_warning,
    test_law_2_lossless,
    test_law_2_offsets_count_the_raw_input,
    test_law_3_twice_is_once,
    test_law_3_the_clean_page_is_what_the_article_prints,
    test_law_4_marks_lie_inside_and_cut_no_cluster,
    test_law_6_pure,
    test_law_7_every_removal_names_who_says_so,
    test_to_dict_and_back,
    test_dates_are_never_from_today,
)


@pytest.mark.long
@given(known())
def test_every_law_on_one_text(page: tuple[str, str, str | None]) -> None:
    """All laws on each text: to draw a page costs more than to read it, so the long profile draws it once."""
    for law in LAWS:
        law.hypothesis.inner_test(page[0])  # type: ignore[attr-defined]
    test_law_3_twice_is_once_with_what_a_scraper_knew.hypothesis.inner_test(page)  # type: ignore[attr-defined]
