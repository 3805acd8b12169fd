"""What the caller knows: used, never contradicted silently, and the laws hold with it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_proportion
from newsnorm import STEPS, Article, Document, Mark, normalize
from newsnorm.known.hints import SiteOf, read_hints
from strategies import LINES, texts

BODY = """MOMBASA, Feb 12 (AP) — The ferry to Likoni returned to service on Monday, the operator said in a statement.
The harbour master thanked the crews, who had worked through two nights in heavy rain.
“We are back,” said the captain."""
TITLE = "Ferry returns after two days of repairs"
UTC = datetime.UTC


def fields(article: Article) -> list[tuple[str, str, str]]:
    """What conflicts, without the words."""
    return [(one.field, one.given, one.found) for one in article.conflicts]


def test_a_line_that_says_the_same_is_the_headline_and_repeats_go() -> None:
    """In whatever form: this title is too short for newsnorm to find by itself."""
    page = f"Coast\nRain, all over\nRAIN, ALL OVER\nRain all over - Coast Herald\n{BODY}"
    article = normalize(page, headline="Rain, all over")
    assert article.headline == "Rain, all over"
    assert [r.text for r in article.removed if r.kind == "headline_repeat"] == [
        "RAIN, ALL OVER",
        "Rain all over - Coast Herald",
    ]
    assert article.conflicts == ()


def test_no_step_takes_a_known_headline_for_something_else() -> None:
    """A rule knows "Comments"; here it is the title."""
    page = f"Comments\n{BODY}"
    assert normalize(page).headline != "Comments"
    assert normalize(page, headline="Comments").headline == "Comments"


def test_a_title_that_the_page_does_not_print_is_filled_in() -> None:
    """And shown in the clean page; no word of the page is lost for it."""
    article = normalize(BODY, headline=" Ferry\n returns &amp; runs ")
    assert article.headline == "Ferry returns & runs"
    assert article.to_text().startswith("Ferry returns & runs\n\nMOMBASA, Feb 12 (AP) — The ferry")
    assert article.removed == ()
    assert article.conflicts == ()


def test_the_page_has_another_title() -> None:
    """The page's own words win, and the given ones are not lost."""
    given = "Likoni: ferry returns and the crossing is open"
    article = normalize(f"{TITLE}\n{BODY}", headline=given)
    assert article.headline == TITLE
    (found,) = article.conflicts
    assert (found.field, found.given, found.found) == ("headline", given, TITLE)
    assert article.source[found.start : found.end] == found.raw == TITLE


def test_a_line_of_other_words_is_not_the_known_headline() -> None:
    """It stays where it is; above a dateline it is the summary."""
    prose = BODY.replace("MOMBASA, Feb 12 (AP) — ", "")
    page = f"Passengers cheer at the northern pier\n{prose}"
    assert normalize(page).headline == "Passengers cheer at the northern pier"
    article = normalize(page, headline=TITLE)
    assert article.headline == TITLE
    assert article.paragraphs[0] == "Passengers cheer at the northern pier"
    assert (article.removed, article.conflicts) == ((), ())
    filed = normalize(f"Passengers cheer at the northern pier.\n{BODY}", headline=TITLE)
    assert (filed.headline, filed.standfirst) == (TITLE, "Passengers cheer at the northern pier.")


def test_titles_without_blanks_are_compared_by_letters() -> None:
    """Chinese, Japanese, Thai."""
    prose = "渡轮周一恢复通航，运营商在一份声明中表示，维修工作历时两天，数百名乘客在码头等候。"
    assert normalize(f"港口渡轮维修两天后恢复通航\n{prose}", headline="维修两天后港口渡轮今天恢复").conflicts
    assert normalize(f"乘客在北部码头欢呼庆祝\n{prose}", headline="维修两天后港口渡轮今天恢复").conflicts == ()


def test_a_sites_name_is_no_headline() -> None:
    """Some tools hand on nothing else: it is no help, and listed."""
    for name, url in (("Dawn.com", ""), ("Tern Coast", "https://tern-coast.example/")):
        article = normalize(f"{TITLE}\n{BODY}", headline=name, url=url)
        assert article.headline == TITLE
        assert fields(article) == [("headline", name, "")]
        assert normalize("It rained.", headline=name, url=url).headline is None


@pytest.mark.parametrize("printed", [TITLE.upper(), "Ferry returns after two days…", f"{TITLE} - Coast Herald"])
def test_the_given_title_is_the_better_print(printed: str) -> None:
    """Of a page that shouts, cuts or signs: its line is one more repeat."""
    article = normalize(f"{printed}\n{BODY}", headline=TITLE)
    assert article.headline == TITLE
    assert "".join(r.text for r in article.removed) in (printed, " - Coast Herald")
    assert article.conflicts == ()


def test_the_printed_title_is_the_better_print() -> None:
    """What tools hand on has the site's name behind it."""
    assert normalize(f"{TITLE}\n{BODY}", headline=f"{TITLE} | Coast Herald").headline == TITLE


def test_the_address_tells_the_site() -> None:
    """So its name goes from behind the headline, the page's or the given one."""
    url = "https://www.tern-coast.example/ferry"
    signed = f"{TITLE} - Tern Coast"
    assert normalize(f"{signed}\n{BODY}").headline == signed
    article = normalize(f"{signed}\n{BODY}", url=url)
    assert (article.headline, article.url, [r.text for r in article.removed]) == (TITLE, url, [" - Tern Coast"])
    assert normalize(BODY, url=url, headline=signed).headline == TITLE
    assert normalize(f"{signed}\n{BODY}", url=url, headline=signed).headline == TITLE


@pytest.mark.parametrize(
    ("url", "name", "known"),
    [
        ("https://www.dawn.com/news/1", "Dawn", True),
        ("https://www.dawn.com/news/1", "DAWN.COM", True),
        ("https://www.thetern.example/", "The Tern", True),
        ("https://thetern.example/", "Tern", True),
        ("https://news.tern.co.example/", "Tern", True),
        ("https://tern.example/", "day two", False),
        ("https://tern.example/", "", False),
        ("http://[", "Tern", False),
        ("", "Tern", False),
    ],
)
def test_names_of_a_site(url: str, name: str, known: bool) -> None:
    """Labels of the host, hyphens and blanks apart."""
    assert (name in SiteOf(url)) is known


def test_an_own_pipeline_without_a_headline_step() -> None:
    """Is left alone; the given headline is still filled in."""
    article = normalize(f"{TITLE}\n{BODY}", headline="Another title here", steps=STEPS[:3])
    assert article.headline == "Another title here"
    assert article.paragraphs[0] == TITLE


def test_published_is_filled_in_where_the_page_says_nothing() -> None:
    """And tells the year of the dateline."""
    article = normalize(BODY, published=datetime.date(2024, 2, 13))
    assert (article.published, article.published_raw) == (datetime.date(2024, 2, 13), None)
    assert article.filed == datetime.date(2024, 2, 12)
    assert normalize(BODY).filed is None
    assert normalize("It rained.", published="2024-02-13").filed is None


def test_the_page_says_when_it_was_published() -> None:
    """It wins; another day is a conflict, the same one is none, whatever the zone."""
    page = f"{TITLE}\nPublished: 12 February 2024\n{BODY}"
    other = normalize(page, published="2024-02-14T10:00:00+03:00")
    assert other.published == datetime.date(2024, 2, 12)
    assert fields(other) == [("published", "2024-02-14T10:00:00+03:00", "2024-02-12")]
    assert other.conflicts[0].raw == "12 February 2024" == page[other.conflicts[0].start : other.conflicts[0].end]
    for same in ("2024-02-12", "2024-02-12T00:00:00", "2024-02-12T23:30:00Z", "2024-02-11T18:00:00+00:00"):
        assert normalize(page, published=same).conflicts == (), same
    assert fields(normalize(page, published="2024-02-13T00:00:00"))


def test_times_of_day_are_compared() -> None:
    """To the minute where both have zones."""
    page = f"{TITLE}\nPublished: 12 February 2024 09:30 UTC\n{BODY}"
    assert normalize(page, published=datetime.datetime(2024, 2, 12, 12, 30, tzinfo=UTC)).conflicts
    assert not normalize(page, published=datetime.datetime(2024, 2, 12, 9, 30, 59, tzinfo=UTC)).conflicts
    assert not normalize(page, published=datetime.datetime(2024, 2, 12, 12, 30)).conflicts


def test_a_page_date_passed_off_as_published() -> None:
    """Scrapers take the site's clock for the day of publication: listed, and not believed without a time."""
    page = f"Tue, 21-Oct-2025\n\n{TITLE}\n{BODY}"
    article = normalize(page, published="2025-10-21")
    assert article.page_date == datetime.date(2025, 10, 21)
    assert article.published is None
    assert fields(article) == [("published", "2025-10-21", "2025-10-21")]
    assert article.conflicts[0].raw in page
    timed = normalize(page, published="2025-10-21T08:15:00Z")
    assert timed.published == datetime.datetime(2025, 10, 21, 8, 15, tzinfo=UTC)
    assert timed.conflicts == ()


def test_a_date_that_reads_two_ways() -> None:
    """Is read as the known day, or as the address has it."""
    page = f"{TITLE}\nPublished: 03/04/2025\n{BODY}"
    assert normalize(page).published is None
    for known in ({"published": "2025-04-03"}, {"url": "https://tern.example/2025/04/03/ferry"}):
        article = normalize(page, **known)  # type: ignore[arg-type]
        assert article.published == datetime.date(2025, 4, 3)
        assert article.dates[0].ambiguous is False
        assert article.conflicts == ()
    neither = normalize(page, published="2025-05-01")
    assert neither.published is None
    assert fields(neither) == [("published", "2025-05-01", "2025-04-03 or 2025-03-04")]


def test_a_dateline_after_publication() -> None:
    """A story is filed before it is published."""
    assert fields(normalize(BODY, published="2024-02-02")) == [("published", "2024-02-02", "2024-02-12")]
    assert normalize(BODY, published="2024-02-11").conflicts == ()
    assert normalize(BODY, published=datetime.date.max).conflicts == ()


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://tern.example/2024/02/12/ferry", datetime.date(2024, 2, 12)),
        ("https://tern.example/coast/2024/feb/12/ferry", datetime.date(2024, 2, 12)),
        ("https://tern.example/ferry/2024-02-12", datetime.date(2024, 2, 12)),
        ("https://tern.example/2024-02-12-ferry?x=1", datetime.date(2024, 2, 12)),
        ("https://tern.example/2024/02/ferry", None),
        ("https://tern.example/2024/02/31/ferry", None),
        ("https://tern.example/2024/02/12/was-2023/2023/02/12/", None),
        ("https://tern.example/1234/02/12345", None),
    ],
)
def test_a_day_in_the_address(url: str, day: datetime.date | None) -> None:
    """Is the day of publication where nobody says another."""
    assert normalize(BODY, url=url).published == day
    assert normalize(BODY, url=url, published="2024-01-01T08:00:00Z").published != day


def test_the_page_says_another_day_than_the_address() -> None:
    """Listed; a day more or less is the zone's."""
    page = f"{TITLE}\nPublished: 12 February 2024\n{BODY}"
    assert fields(normalize(page, url="https://tern.example/2023/02/12/x")) == [("url", "2023-02-12", "2024-02-12")]
    assert normalize(page, url="https://tern.example/2024/02/11/x").conflicts == ()


def test_the_page_writes_dates_the_other_way() -> None:
    """No month is the twenty-fifth."""
    page = f"{TITLE}\nPublished: 25/12/2024\n{BODY}"
    assert fields(normalize(page, date_order="MDY")) == [("date_order", "MDY", "DMY")]
    assert normalize(page, date_order="DMY").conflicts == ()


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("2024-02-12", datetime.date(2024, 2, 12)),
        ("2024-02-12T09:30:00Z", datetime.datetime(2024, 2, 12, 9, 30, tzinfo=UTC)),
        ("Mon, 12 Feb 2024 09:30:00 +0000", datetime.datetime(2024, 2, 12, 9, 30, tzinfo=UTC)),
        ("12 February 2024", datetime.date(2024, 2, 12)),
        ("  ", None),
        (None, None),
    ],
)
def test_ways_to_say_when(said: str | None, moment: datetime.date | None) -> None:
    """ISO 8601, a feed's, words."""
    assert normalize("It rained.", published=said).published == moment


@pytest.mark.parametrize("said", ["yesterday", "03/04/2025", "2024-13-01", "\ud800", "Mon, 99 Feb 2024 09:30:00 +0000"])
def test_a_date_that_is_none(said: str) -> None:
    """Is no help, raises nothing, and is listed: scrapers hand on what pages say."""
    article = normalize("It rained.", published=said)
    assert article.published is None
    assert [(one.field, one.given, one.found) for one in article.conflicts] == [("published", said.strip(), "")]


@pytest.mark.parametrize("wrong", [{"headline": b"x"}, {"url": 3}, {"published": 3}])
def test_wrong_types(wrong: dict[str, object]) -> None:
    """Say which."""
    with pytest.raises(TypeError, match=next(iter(wrong))):
        normalize("x", **wrong)  # type: ignore[arg-type]


def test_nothing_known_is_nothing_given() -> None:
    """Empty strings are what scrapers give for what they have not found; a headline needs a letter."""
    assert read_hints(headline="", url=" ", published="") is None
    assert read_hints(headline="—") is None
    assert normalize(BODY, headline="", url="", published="") == normalize(BODY)


def test_a_users_own_step_keeps_what_it_takes() -> None:
    """Behind newsnorm's own."""

    def mine(doc: Document) -> list[Mark]:
        return [Mark(b.start, b.end, "mine", "mine:x") for b in doc.blocks if "captain" in b.text]

    article = normalize(f"{TITLE}\n{BODY}", headline=TITLE, steps=[*STEPS, mine])
    assert article.removed[-1].rule == "mine:x"


titles = st.one_of(st.sampled_from(LINES), st.text(max_size=40), st.sampled_from(["Rain", "Comments", "It rained."]))
moments = st.one_of(st.none(), st.text(max_size=20), st.dates(), st.datetimes(), st.datetimes(timezones=st.just(UTC)))
addresses = st.one_of(
    st.none(),
    st.text(max_size=40),
    st.dates().map(lambda day: f"https://www.lakeport.example/{day:%Y/%m/%d}/x"),
)


@given(texts(), titles, moments, addresses, st.sampled_from([None, "DMY", "MDY"]))
def test_laws_1_2_and_6_with_hints(
    text: str, title: str, moment: datetime.date | str | None, url: str | None, order: str | None
) -> None:
    """Nothing raises; what is removed stands there; the same again."""
    article = normalize(text, headline=title, published=moment, url=url, date_order=order)
    assert article.source == text
    for removal in article.removed:
        assert text[removal.start : removal.end] == removal.text != ""
    for one in article.conflicts:
        assert text[one.start : one.end] == one.raw or article.repairs
    assert normalize(text, headline=title, published=moment, url=url, date_order=order) == article
    assert Article.from_dict(article.to_dict()) == article


@given(texts(), titles, addresses)
def test_law_2_nothing_is_lost_with_hints(text: str, title: str, url: str | None) -> None:
    """Without repairs: what is shown, less a headline that was filled in, and what is removed make up the page."""
    article = normalize(text, headline=title, url=url)
    if article.repairs:
        return
    shown = "".join(article.to_text().split())
    gone = "".join("".join(r.text.split()) for r in article.removed)
    page = "".join(text.split())
    filled = "".join((article.headline or "").split())
    assert sorted(shown + gone) in (sorted(page), sorted(page + filled))


@given(texts(), titles, addresses)
def test_law_3_twice_is_once_with_hints(text: str, title: str, url: str | None) -> None:
    """The clean page with the same hints gives the same headline, dateline and paragraphs."""
    once = normalize(text, headline=title, url=url)
    twice = normalize(once.to_text(), headline=title, url=url)
    assert twice.headline == once.headline
    assert twice.paragraphs == once.paragraphs
    assert (twice.dateline and twice.dateline.raw) == (once.dateline and once.dateline.raw)


def test_a_title_that_opens_what_the_page_closes() -> None:
    """No embed may hold the caller's headline and part of the story: the headline is refused, and all of it stays."""
    title, story = (
        "Ferry returns [embedpost slug=”ferry",
        "The ferry is back on Monday, the harbour master said. Rain” ] fell.",
    )
    article = normalize(story, headline=title)
    assert article.to_text() == story
    assert [(one.field, one.given) for one in article.conflicts] == [("headline", title)]
    assert normalize(article.to_text(), headline=title) == article


def test_a_cut_leaves_the_known_headline_alone_on_its_line() -> None:
    """Before the shortcode is cut no line prints the headline; then one does, and it is found."""
    page = f"{TITLE} {TITLE}\n[gallery ids=”1,2″] {TITLE}\n"
    article = normalize(page, headline=TITLE)
    assert article.headline == TITLE
    assert normalize(article.to_text(), headline=TITLE).paragraphs == article.paragraphs


@pytest.mark.growth
@pytest.mark.parametrize("piece", ["Comments\n", "Rain - Rain | ", "COMMENTS - Comments\n", "Rain rain rain rain…\n"])
def test_time_grows_with_the_text_and_the_hints(piece: str) -> None:
    """Hostile pages and hostile headlines."""

    def make(size: int) -> str:
        return piece * (size // len(piece))

    address = "https://comments.example/"
    assert grows_in_proportion(lambda page: normalize(page, headline="Comments", url=address), make)
    assert grows_in_proportion(lambda hint: normalize("It rained.", headline=hint, url=hint, published=hint), make)
    assert grows_in_proportion(lambda hint: normalize(hint, headline=hint, url=hint, published=hint), make, 2_000)
