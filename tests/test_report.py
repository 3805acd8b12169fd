"""Results that explain themselves, and never execute what a page holds."""

import html.parser

import pytest

from newsnorm import Article, Document, Mark, Removal, Removals, Repair, annotate, normalize, report
from newsnorm.views.report import explain, fragment

PAGE = """Advertisement
<script>alert(1)</script> & "quotes" 'n' <b>bold</b>
By Ada Lindqvist
MOMBASA (AP) — The ferry to Likoni returned to service on Monday, the operator said. [gallery ids="1"]
"""

ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title><script>alert(1)</script>",
    "</pre></div><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)',
    "<!--<script>",
    "]]><script>",
    "javascript:alert(1)",
    "&lt;script&gt;",
    "\ud800<script>",
    "\x00<script>",
)


class Tags(html.parser.HTMLParser):
    """Every tag and attribute of a page, and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember the tag and its attributes' names."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        """Remember the words."""
        self.text.append(data)


def tags(page: str) -> Tags:
    """What a browser would see."""
    parser = Tags()
    parser.feed(page)
    return parser


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_of_a_page_is_markup(attack: str) -> None:
    """In the text, in a headline, in a removal's words, in a rule's name: only our own few tags come out."""
    article = Article(
        headline=attack,
        paragraphs=(attack,),
        source=attack,
        removed=(Removal(0, len(attack), attack, attack, attack),),
    )
    seen = tags(report(article))
    assert seen.tags <= {
        "html",
        "head",
        "meta",
        "title",
        "body",
        "style",
        "p",
        "span",
        "div",
        "pre",
        "table",
        "tr",
        "th",
        "td",
    }
    assert seen.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "title"}


def test_the_raw_text_is_shown_whole() -> None:
    """Kept and removed together are the page."""
    article = normalize(PAGE)
    shown = "".join(tags("<pre>" + fragment(article).split("<pre>")[1].split("</pre>")[0]).text)
    assert shown.split() == PAGE.split()


def test_removals_are_explained_on_hover() -> None:
    """Kind and rule."""
    assert 'title="ad_label · lang/en:advertisement">Advertisement</span>' in report(normalize(PAGE))


def test_what_was_mended_is_shown() -> None:
    """In the text that stays, with what stands there now; in a removal it is the removal's."""
    shown = fragment(normalize("The ferryâ€™s captain said so.\nFollow us on Twitter\u200b\nRain\u0000ed in."))
    assert '<span class="mended" title="mended: ’">â€™</span>' in shown
    assert shown.count("mended:") == 3
    text = Article(source="a\nb", repairs=(Repair(1, 2, "\n", " "), Repair(2, 3, "b", "c"))).explain()
    assert text.endswith("repaired    2, 1 of them white space\n       2-3      b -> c")


def test_long_names_do_not_break_the_columns() -> None:
    """The longest is the measure."""
    lines = Article(headline="Rain", copyright_notice="© Tern").explain().splitlines()
    assert lines[0] == "headline         Rain"
    assert lines[1] == "copyright_notice © Tern"


def test_the_report_loads_nothing() -> None:
    """One self-contained page, with a policy that says so."""
    page = report(normalize(PAGE))
    assert "http" not in page.replace("http-equiv", "")
    assert "default-src 'none'" in page


def test_explain_tells_fields_removals_and_repairs() -> None:
    """For a person."""
    text = normalize(PAGE.replace("The ferry", "The ferryâ€™s")).explain()
    for words in (
        "dateline    MOMBASA (AP) — | MOMBASA KE | AP",
        "authors     Ada Lindqvist",
        "embed       ",
        "ad_label",
    ):
        assert words in text
    assert "â€™ -> ’" in text


def test_an_empty_article_explains_itself_too() -> None:
    """Nothing found, nothing removed."""
    assert explain(Article()).splitlines()[-1] == "removed     nothing"
    assert "<pre></pre>" in fragment(Article())


def test_a_notebook_shows_the_page() -> None:
    """`_repr_html_` is the fragment."""
    article = normalize(PAGE)
    assert article._repr_html_() == fragment(article)


@pytest.mark.parametrize("attack", ATTACKS)
def test_marks_and_removals_are_escaped_too(attack: str) -> None:
    """Text, kind and rule of a document's marks and of a list of removals."""
    doc = Document(f"x{attack}").add([Mark(1, 1 + len(attack), attack, attack)])
    removals = Removals([Removal(0, len(attack), attack, attack, attack)])
    for shown in (doc._repr_html_(), removals._repr_html_()):
        seen = tags(shown)
        assert seen.tags <= {"style", "div", "pre", "span", "p", "table", "tr", "th", "td"}
        assert seen.attributes <= {"class", "style", "title"}
        shown.encode()


def test_a_document_shows_its_marks() -> None:
    """The text whole, each kind counted, kind and rule on hover; a document without marks says so."""
    doc = annotate(Document("Advertisement\nIt rained.\nAdvertisement"))
    shown = doc._repr_html_()
    assert 'title="ad_label · lang/en:advertisement">Advertisement</span>' in shown
    assert ">ad_label 2</span>" in shown
    assert "".join(tags(shown.split("<pre>")[1].split("</pre>")[0]).text) == doc.text
    assert "no marks" in Document("It rained.")._repr_html_()


def test_removals_are_a_tuple_that_shows_itself() -> None:
    """Of one page, of several; a long list is cut, and so is a long text."""
    removed = normalize("Advertisement\nIt rained.").removed
    assert isinstance(removed, Removals)
    assert removed == tuple(removed)
    assert Article.from_dict(normalize("Advertisement").to_dict()).removed._repr_html_() == (  # type: ignore[attr-defined]
        Removals([Removal(0, 13, "ad_label", "lang/en:advertisement", "Advertisement")])._repr_html_()
    )
    shown = Removals([Removal(0, 300, "ad_label", "mine:ad", "x" * 300)] * 600)._repr_html_()
    assert shown.count("<tr>") == 502
    assert "and 100 more" in shown
    assert "x" * 159 + "…" in shown


def test_conflicts_are_told() -> None:
    """With what was given, what was found, and why."""
    article = normalize("Tue, 21-Oct-2025\nIt rained.", published="2025-10-21", url="https://tern.example/")
    for shown in (article.explain(), article._repr_html_()):
        assert "published given as" in shown
        assert "the day of the scrape" in shown
        assert "https://tern.example/" in shown
