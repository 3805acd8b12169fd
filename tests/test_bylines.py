"""Bylines: names are taken apart and never mangled, and only what is a byline is one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import grows_in_proportion
from newsnorm.bylines.reading import Byline, parse_byline, read_byline
from newsnorm.bylines.whose import is_known, may_be_known
from newsnorm.bylines.words import Words, has_acronym, words_of
from newsnorm.document import Document, Mark
from newsnorm.languages import languages
from newsnorm.pipeline import normalize
from newsnorm.records import Author
from newsnorm.rules.sets import pack, rules_for
from newsnorm.steps.byline import byline
from newsnorm.steps.dates import dates

PROSE = "It rained all night in the old port, said the mayor of the town, and nobody slept at all."
TITLE = "Rain floods the old port again"


def people(line: str, **how: str) -> list[dict[str, str]]:
    """The authors, without the fields that are None and without `raw`."""
    fields = ("name", "role", "location", "organization", "email")
    found = parse_byline(line, **how)
    assert all(one.raw == line.strip() for one in found)
    return [{field: getattr(one, field) for field in fields if getattr(one, field)} for one in found]


JANE = {"name": "Jane Ronan"}
MARK = {"name": "Mark Ellery"}

BYLINES: dict[str, list[dict[str, str]]] = {
    "By Jane Ronan": [JANE],
    "by Jane Ronan": [JANE],
    "By: Jane Ronan": [JANE],
    "(By Jane Ronan)": [JANE],
    "✍️ By Jane Ronan": [JANE],
    "👤 Jane Ronan": [JANE],
    "Written by Jane Ronan": [JANE],
    "By Jane Ronan, Staff Writer": [JANE | {"role": "Staff Writer"}],
    "By Jane Ronan Staff Writer": [JANE | {"role": "Staff Writer"}],
    "By Jane Ronan, Chief Political Correspondent in Oslo": [
        JANE | {"role": "Chief Political Correspondent", "location": "Oslo"}
    ],
    "By Jane Ronan and Mark Ellery, Staff Writers": [
        JANE | {"role": "Staff Writers"},
        MARK | {"role": "Staff Writers"},
    ],
    "By court reporter Jane Ronan": [JANE | {"role": "court reporter"}],
    "By Local Democracy Reporter Jane Ronan": [JANE | {"role": "Local Democracy Reporter"}],
    "By foreign correspondent Jane Ronan in Oslo": [JANE | {"role": "foreign correspondent", "location": "Oslo"}],
    "Exclusive by Jane Ronan": [JANE],
    "By Jane RonanPublished": [JANE],
    "By Jane RonanLast updated": [JANE],
    "By Jane RonanCorrespondent": [JANE | {"role": "Correspondent"}],
    "By Jane McRonan": [{"name": "Jane McRonan"}],
    "By Jane Ronan Published in Oslo": [JANE | {"location": "Oslo"}],
    "Jane Ronan Jane Ronan": [JANE],
    "By Jane Ronan MS": [JANE],
    "By Jane Date": [{"name": "Jane Date"}],
    "Premium Products": [],
    "Open Extended Reactions": [],
    "The Canadian Press": [{"name": "The Canadian Press", "organization": "The Canadian Press"}],
    "BY JANE RONAN AND MARK ELLERY": [{"name": "JANE RONAN"}, {"name": "MARK ELLERY"}],
    "By Jane Ronan, Mark Ellery and Ann O'Neil": [JANE, MARK, {"name": "Ann O'Neil"}],
    "By Jane Ronan & Mark Ellery": [JANE, MARK],
    "By Jane Ronan with Mark Ellery in Lagos": [JANE, MARK | {"location": "Lagos"}],
    "By Jane Ronan in Nairobi": [JANE | {"location": "Nairobi"}],
    "By Jane Ronan, Nairobi": [JANE | {"location": "Nairobi"}],
    "By Jane Ronan, in New York": [JANE | {"location": "New York"}],
    "By Jane Ronan for the Harbour Mail": [JANE | {"organization": "Harbour Mail"}],
    "By Jane Ronan, special to the Harbour Mail": [JANE | {"organization": "Harbour Mail"}],
    "By Jane Ronan, The Harbour Union-Mail =": [JANE | {"organization": "The Harbour Union-Mail"}],
    "By Jane Ronan, QNN Business": [JANE | {"organization": "QNN Business"}],
    "Autorka/Autor: Jane Ronan": [JANE],
    "Autorka/Autor: Jane Ronan/AP": [JANE | {"organization": "AP"}],
    "By Jane Ronan/AP": [JANE | {"organization": "AP"}],
    "Jane Ronan, reporter, «Harbour Mail»": [JANE | {"role": "reporter", "organization": "«Harbour Mail»"}],
    "AFP/Jane Ronan": [JANE | {"organization": "AFP"}],
    "By Jane Ronan | Harbour Herald | 5 min read": [JANE | {"organization": "Harbour Herald"}],
    "By Jane Ronan | Politics | May 3, 2023": [JANE],
    "By Jane Ronan Published: May": [JANE],
    "Jane Ronan | Harbour Herald": [JANE | {"organization": "Harbour Herald"}],
    "Jane Ronan in Nairobi": [JANE | {"location": "Nairobi"}],
    "Jane Ronan, senior political correspondent": [JANE | {"role": "senior political correspondent"}],
    "Jane Ronan, Staff Writer": [JANE | {"role": "Staff Writer"}],
    "Jane Ronan jane@port.example": [JANE | {"email": "jane@port.example"}],
    "By Jane Ronan (jane@port.example)": [JANE | {"email": "jane@port.example"}],
    "/ Jane Ronan /": [JANE],
    "Jane Ronan / port.example": [JANE | {"organization": "port.example"}],
    "By Jean-Luc de la Roche, Jr.": [{"name": "Jean-Luc de la Roche, Jr."}],
    "By J.K. Rowan": [{"name": "J.K. Rowan"}],
    "By John E Ronan": [{"name": "John E Ronan"}],
    "By Von Miller": [{"name": "Von Miller"}],
    "Von Miller": [{"name": "Von Miller"}],
    "By Ani Freedman": [{"name": "Ani Freedman"}],
    "By Byrne Hobart": [{"name": "Byrne Hobart"}],
    "Byrne Hobart": [{"name": "Byrne Hobart"}],
    "By Nguyen To Lan": [{"name": "Nguyen To Lan"}],
    "By Madonna": [{"name": "Madonna"}],
    "By June Carter": [{"name": "June Carter"}],
    "Posted on by harbourwatch": [{"name": "harbourwatch"}],
    "By PTI": [{"name": "PTI", "organization": "PTI"}],
    "By The Harbour Press": [{"name": "The Harbour Press", "organization": "The Harbour Press"}],
    "Web Desk": [{"name": "Web Desk", "organization": "Web Desk"}],
    "Our Correspondent": [{"name": "Our Correspondent", "organization": "Our Correspondent"}],
    "Port News Staff": [{"name": "Port News Staff", "organization": "Port News Staff"}],
    "Por Juana Ronán y Marcos Ellero": [{"name": "Juana Ronán"}, {"name": "Marcos Ellero"}],
    "Von Jana Rohn, Hamburg": [{"name": "Jana Rohn", "location": "Hamburg"}],
    "Von Jana Rohn und Mark Eller, NDR": [
        {"name": "Jana Rohn", "organization": "NDR"},
        {"name": "Mark Eller", "organization": "NDR"},
    ],
    "Par Jeanne Ronan": [{"name": "Jeanne Ronan"}],
    "Автор: Жанна Ронина": [{"name": "Жанна Ронина"}],
    "采写：港报记者 王小明": [{"name": "王小明", "role": "港报记者"}],
    "作者：记者 王小明 来源：港口日报": [{"name": "王小明", "role": "记者"}],
    "（新华社记者 王小明 李华）": [
        {"name": "王小明", "role": "记者", "organization": "新华社"},
        {"name": "李华", "role": "记者", "organization": "新华社"},
    ],
    "文/王小明": [{"name": "王小明"}],
    "記者林小美、王大明／高雄報導": [{"name": "林小美", "role": "記者"}, {"name": "王大明", "role": "記者"}],
    "港報 記者林小美台北即時報導": [{"name": "林小美", "role": "記者", "organization": "港報"}],
    "本报记者 王小明 通讯员 李华": [
        {"name": "王小明", "role": "本报记者"},
        {"name": "李华", "role": "通讯员"},
    ],
    "记者 王小明 李华 文/图": [{"name": "王小明", "role": "记者"}, {"name": "李华", "role": "记者"}],
    "文、圖／林小美": [{"name": "林小美"}],
    "即時中心／林小美報導": [{"name": "林小美"}],
    "生活中心／綜合報導": [],
    "田中太郎記者": [{"name": "田中太郎", "role": "記者"}],
    "編集委員　田中花子": [{"name": "田中花子", "role": "編集委員"}],
    "취재 홍길동 기자": [{"name": "홍길동", "role": "기자"}],
    "워싱턴 홍길동 특파원·서울 김철수 기자": [
        {"name": "홍길동", "role": "특파원", "organization": "워싱턴"},
        {"name": "김철수", "role": "기자", "organization": "서울"},
    ],
    "하동일보 홍길동 인턴기자 구독": [{"name": "홍길동", "role": "인턴기자", "organization": "하동일보"}],
    "홍길동 기자": [{"name": "홍길동", "role": "기자"}],
    "[호수일보 홍길동·김철수 기자]": [
        {"name": "홍길동", "role": "기자", "organization": "호수일보"},
        {"name": "김철수", "role": "기자", "organization": "호수일보"},
    ],
    "홍길동 특파원 hong@port.example": [{"name": "홍길동", "role": "특파원", "email": "hong@port.example"}],
    "রহিম রোনান, হ্রদপুর প্রতিনিধি": [{"name": "রহিম রোনান", "role": "হ্রদপুর প্রতিনিধি"}],
    "হ্রদপুর প্রতিনিধি": [{"name": "হ্রদপুর প্রতিনিধি", "organization": "হ্রদপুর প্রতিনিধি"}],
    "নিজস্ব প্রতিবেদকঃ": [{"name": "নিজস্ব প্রতিবেদক", "organization": "নিজস্ব প্রতিবেদক"}],
    "हमारे संवाददाता": [{"name": "हमारे संवाददाता", "organization": "हमारे संवाददाता"}],
    "حکیم رونان، بیورو چیف": [{"name": "حکیم رونان", "role": "بیورو چیف"}],
    "متابعات ـ البحيرة": [{"name": "متابعات", "organization": "متابعات", "location": "البحيرة"}],
}


@pytest.mark.parametrize(("line", "authors"), BYLINES.items())
def test_a_byline_is_taken_apart(line: str, authors: list[dict[str, str]]) -> None:
    """Names stay as printed."""
    assert people(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By",
        "Author(s):",
        "By Tuesday, the water had risen.",
        "By Tuesday",
        "By the numbers",
        "By The Numbers",
        "By all accounts the harbour was empty",
        "Author, Article and Disclosure Information",
        "Latest Posts",
        "World News",
        "Rain floods the old port",
        "Given Green Light for Port",
        "Jane Ronan:",
        "> Jane Ronan",
        "Jane",
        "2\t\tJane Ronan\t\t5035\t\t7\t\t0",
        "Home | News | Jane Ronan | Sport | Mark Ellery | Weather today",
        "Harbour Pilots Turned Away from Port Due to Storm",
        "By " + "Jane Ronan and " * 20,
        "& and &",
        "By and and",
        "By (",
        "记者手记",
        "記者會上午舉行",
        "記者団に説明",
        "港口記者節報導",
        "사회부 기자",
        "文/图",
        "BY MISTAKE, FERRIES OF THE OLD HARBOUR SAIL WITHOUT LIGHTS",
        "বন্দর খুলেছে, বললেন শহরের নতুন মেয়র",
    ],
)
def test_other_lines_are_none(line: str) -> None:
    """Prose, headings, menus, and lines that announce something."""
    assert parse_byline(line) == ()


def marks(text: str, **how: str) -> list[Mark]:
    doc = Document(text, **how)  # type: ignore[arg-type]
    return list(byline(doc.add(dates(doc))))


BYLINE_RULES = [(language, rule) for language in languages() for rule in pack(f"lang/{language}.toml")["byline"]]


@pytest.mark.parametrize(("language", "rule"), BYLINE_RULES, ids=[rule.id for _, rule in BYLINE_RULES])
def test_labels_find_their_examples(language: str, rule: object) -> None:
    """Each hit is a byline by this rule, and none of the misses is one by any."""
    for text in rule.hit:  # type: ignore[attr-defined]
        found = marks(f"{TITLE}\n{text}\n{PROSE}", language=language)
        assert [mark.rule for mark in found] == [rule.id], text  # type: ignore[attr-defined]
        assert found[0].value, text
    for text in rule.miss:  # type: ignore[attr-defined]
        found = marks(f"{PROSE}\n{text}\n{PROSE}", language=language)
        assert [mark.rule for mark in found if mark.rule == rule.id] == [], text  # type: ignore[attr-defined]


WHERE = {
    f"{TITLE}\nBy Jane Ronan\n{PROSE}": ["Jane Ronan"],
    f"{PROSE}\nBy Jane Ronan\n{PROSE}": ["Jane Ronan"],
    f"{PROSE}\n{PROSE}\nBy Jane Ronan": ["Jane Ronan"],
    f"{TITLE}\nBy:\nJane Ronan\n{PROSE}": ["Jane Ronan"],
    f"{TITLE}\nJane Ronan\n{PROSE}": ["Jane Ronan"],
    f"{TITLE}\nJane Ronan\nMark Ellery\n{PROSE}": ["Jane Ronan", "Mark Ellery"],
    f"{TITLE}\nJane Ronan\nReporter\nMark Ellery\n{PROSE}": ["Jane Ronan", "Mark Ellery"],
    f"{TITLE}\nZorya Qvist\n3 May 2023\n{PROSE}": ["Zorya Qvist"],
    f"{TITLE}\nJane Ronan | 3 May 2023\n{PROSE}": ["Jane Ronan"],
    f"{TITLE}\nSport\nJane Ronan jane@port.example\n{PROSE}": ["Jane Ronan"],
    f"Politics | Jane Ronan, Mark Ellery\n{TITLE}\n{PROSE}": ["Jane Ronan", "Mark Ellery"],
    f"{TITLE}\nWeb Desk\n{PROSE}": ["Web Desk"],
    f"Staff Reports\n{PROSE}": ["Staff Reports"],
    f"Ronan: Rain is nobody's fault\nJane Ronan\n{PROSE}": ["Jane Ronan"],  # a column has its writer's name above
    f"{TITLE}\n{PROSE}\nJane Ronan": ["Jane Ronan"],
    f"{TITLE}\n{PROSE}\n{PROSE}\n{PROSE}\nAuthor: Jane Ronan\nMore\n{PROSE}": ["Jane Ronan"],
    f"{TITLE}\nجمال رونان - القاهرة\n{PROSE}": ["جمال رونان"],
    f"{TITLE}\nالقاهرة - جمال رونان\n{PROSE}": ["جمال رونان"],
    f"{TITLE}\nরহিম রোনান, ঢাকা\n{PROSE}": ["রহিম রোনান"],
    f"{TITLE}\nالقاهرة - أغلق الميناء بعد يومين من المطر\n{PROSE}": [],
    # whom the story is about
    f"Ronan wins the old port race\nJane Ronan\n{PROSE}": [],
    f"{TITLE}\nJane Ronan\n{PROSE} Ms Ronan slept.": [],
    f"{TITLE}\n{PROSE} Jane Ronan slept.\nJane Ronan": [],
    # menus, kickers and the rest of the page
    f"{TITLE}\nZorya Qvist\nHome\nSport\n{PROSE}": [],
    f"{TITLE}\nSport\nZorya Qvist\n{PROSE}": [],
    f"{TITLE}\nBy Jane Ronan\nSport\nMark Ellery\n{PROSE}": ["Jane Ronan"],
    f"{TITLE}\n{PROSE}\n{PROSE}\n{PROSE}\nBy Jane Ronan\n{PROSE}": [],
    f"{TITLE}\n{PROSE}\n{PROSE}\n{PROSE}\nJane Ronan\n{PROSE}": [],
    f"{TITLE}\n{PROSE}\n{PROSE}\n{PROSE}\nAuthor: Jane Ronan\n{PROSE}": [],
    f"{TITLE}\nBy Jane Ronan\n{PROSE}\nJane Ronan": ["Jane Ronan"],
    f"{TITLE}\n{PROSE}\nQuick Links": [],
    f"{TITLE}\n{PROSE}\nJane Ronan\nMark Ellery": [],
    f"{TITLE}\nBy Jane Ronan\n{PROSE}\nAuthor: Jane Ronan": ["Jane Ronan"],
    f"{TITLE}\n{TITLE}\n{TITLE}\nZorya Qvist\n{PROSE}": ["Zorya Qvist"],
    f"Home\n{TITLE}\nZorya Qvist\n{PROSE}": [],
    f"{TITLE}\n{PROSE}\nJANE RONAN": [],
    f"{TITLE}\nBy:\n{PROSE}": [],
    f"{PROSE}\n\nAuthor: Jane Ronan\nAuthor: Zorya Qvist": ["Jane Ronan", "Zorya Qvist"],
    "By:": [],
    "Web Desk": [],
    "Jane Ronan": [],
}


@pytest.mark.parametrize(
    ("role", "stays"), [("Staff Writer", False), ("reporter", False), ("Editors were late.", True)]
)
def test_the_job_below_the_name(role: str, stays: bool) -> None:
    """It goes with the name; more than a job is the story's."""
    article = normalize(f"{TITLE}\n3 May 2023\nJane Ronan\n{role}\n{PROSE}\n{PROSE}")
    assert article.byline == "Jane Ronan"
    assert (role in article.paragraphs) == stays


def test_the_job_below_the_name_alone() -> None:
    """Where more stands between the byline and the story, the job is a part of what goes together."""
    story = tuple(PROSE.replace("port", f"port of {town}") for town in ("Ada", "Bea", "Cleo", "Dora"))
    head = f"{TITLE}\n\nby Jane Ronan\n\nReporter\n\na sunken ferry\nLake Pictures/Archive"
    assert normalize("\n\n".join((head, *story))).paragraphs == story


@pytest.mark.parametrize(("text", "names"), WHERE.items())
def test_where_a_byline_stands(text: str, names: list[str]) -> None:
    """A name without "By" needs a witness: a headline above, a date beside, the end of the story before it."""
    found = marks(text)
    assert [author.name for mark in found for author in mark.value] == names
    for mark in found:
        assert mark.kind == "byline"
        assert text[mark.start : mark.end].strip() == text[mark.start : mark.end]


def test_finding_once_is_finding_all() -> None:
    """What is left of a page has no byline any more."""
    for text in WHERE:
        doc = Document(text)
        doc = doc.add(dates(doc))
        clean = "\n\n".join(block.text for block in doc.add(byline(doc)).blocks)
        assert marks(clean) == [], text


WORDS = (
    "By_Jane Ronan_By:_Author:_3 May 2023_Web Desk_j@port.example_ and _, _|_/_By _von _作者：_\u0301_\ud800_\n_\r\n_("
)
PIECES = st.sampled_from([TITLE, PROSE, "By Jane Ronan", "\x85", "&", *WORDS.split("_")])


@given(st.lists(PIECES | st.text(max_size=6), max_size=30).map("".join))
def test_no_text_raises_and_marks_lie_inside(text: str) -> None:
    """Whatever is put together."""
    parse_byline(text)
    for mark in marks(text):
        assert 0 <= mark.start < mark.end <= len(text)
        assert all(isinstance(author, Author) and author.name for author in mark.value)


@given(st.text())
def test_names_are_words_of_the_line(text: str) -> None:
    """No name has a character that the line has not."""
    for author in parse_byline(f"By {text}"):
        assert all(word.strip(",") in text for word in author.name.split())


@pytest.mark.growth
@pytest.mark.parametrize(
    "piece",
    ["By Jane Ronan\n", "Jane Ronan\n", f"{TITLE}\nJane Ronan\n", "By ", "By:\n", "a@", f"Author: x\n{PROSE}\n", "A, "],
)
def test_time_grows_with_the_text(piece: str) -> None:
    """Eight times the text takes about eight times as long."""
    assert grows_in_proportion(lambda doc: list(byline(doc)), lambda size: Document(piece * (size // len(piece))))


def test_wrong_types_are_refused() -> None:
    """With words that say what to pass."""
    with pytest.raises(TypeError, match="parse_byline"):
        parse_byline(b"By Jane Ronan")  # type: ignore[arg-type]


def test_the_language_narrows_the_labels() -> None:
    """Where English is spoken "Door" is no label."""
    assert [one.name for one in parse_byline("Door Janne Ronan", language="nl")] == ["Janne Ronan"]
    assert [one.name for one in parse_byline("Door Janne Ronan", language="en")] == ["Door Janne Ronan"]


def test_what_words_tell() -> None:
    """The small questions below."""
    words = words_of(rules_for("en"))
    assert words.is_job("Editor at Large")
    assert not words.is_job("")
    assert words.is_paper("harbour.example")
    assert not words.is_paper("the port")
    assert not words.is_desk("Port (Staff")
    assert not words.may_be_byline("  ")
    assert not has_acronym("OLD PORT")
    assert read_byline("", Words()) is None
    assert not Byline((Author(name="Jane Ronan"),), None).is_desk


@pytest.mark.parametrize("label", ["Autoren", "By", "Authors"])
def test_a_label_alone_behind_the_story(label: str) -> None:
    """Signs nothing, and raises nothing: not even above a name that a rule took first."""
    assert [mark for mark in marks(f"{TITLE}\n{PROSE}\n{label}") if mark.value] == []
    assert normalize(f"{TITLE}\n{PROSE}\nAutor\nAda Lindqvist").headline == TITLE


@pytest.mark.parametrize(
    ("desk", "language"),
    [("বিনোদন ডেস্ক : ", "bn"), ("নিজস্ব প্রতিবেদকঃ ", "bn"), ("मनोरंजन डेस्क: ", "hi"), ("ویب ڈیسک: ", "ur")],
)
def test_a_desk_in_front_of_the_first_paragraph(desk: str, language: str) -> None:
    """Signs it; a town with its colon is a dateline, and anybody else speaks."""
    story = {
        "bn": "হ্রদের বন্দর দুই দিনের ভারী বৃষ্টির পর সোমবার বন্ধ করে দেওয়া হয়েছে, শহরের মেয়র সাংবাদিকদের জানিয়েছেন।",
        "hi": "झील का बंदरगाह दो दिन की भारी बारिश के बाद सोमवार को बंद कर दिया गया, शहर की मेयर ने पत्रकारों को बताया।",
        "ur": "جھیل کی بندرگاہ دو دن کی شدید بارش کے بعد پیر کے روز بند کر دی گئی، شہر کی میئر نے صحافیوں کو بتایا۔",
    }[language]
    article = normalize(f"{desk}{story}\n{story[:-1]}، 2.", language=language)
    assert ([one.raw for one in article.authors], article.paragraphs[0]) == ([desk.strip(" :ঃ")], story)
    word = f"{desk.split(maxsplit=1)[0]}: {story}"
    assert normalize(word, language=language).paragraphs == (word,)


WORDS = (
    "Jane Ada Ronan Lindqvist JANE O'Hara Jean-Luc Web Desk Staff The Associated Press Harbour Mail reporter AFP in "
    "for and Nairobi Published Last updated Review of Sea RonanPublished AdaPublished Dr. J.R. 12 May - | , / ( )"
)
LINES = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=7).map(" ".join)


@given(LINES)
def test_who_signs_without_a_label_is_told_before_the_line_is_read(line: str) -> None:
    for rules in (pack("lang/en.toml"), rules_for()):
        found = read_byline(line, words_of(rules))
        if found is not None and found.rule is None and (found.is_desk or is_known(found, rules)):
            assert may_be_known(line, rules)
