"""Texts to measure on, made here: clean English, noisy pages, many languages with one in twenty broken; and HTML.

Every text is new, so that no cache makes anybody look fast; the same number gives the same text. Words are common
ones, names are invented.
"""

import json
import pathlib
import random
from collections.abc import Callable, Sequence
from html import escape

__all__ = ["KINDS", "corpus", "html_page", "real"]

WORDS = {
    "en": (
        "the of and to a in that was for on with as his they at be this from have or by one had not but what all were "
        "when we there can an your which their said if do will each about how up out them then she many some so these "
        "would other into has more her two like him see time could no make than first been its who now people my made "
        "over did down only way find use water long little very after words called just where most know harbour ferry "
        "council mayor storm repairs minister budget school hospital police company workers price week month year "
        "Monday Tuesday government report official market region bridge election court season players village river"
    ),
    "de": (
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat "
        "dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis "
        "mehr durch man sein wurde Bürgermeister Hafen Fähre Brücke Straße Jahr größer Grün Gespräche müssen können"
    ),
    "fr": (
        "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son être "
        "à été où cette ses mais leur même aussi après année déjà très ministre électricité marché région hôpital "
        "école port bateau jusqu’à l’été d’une qu’il c’est élections président première côté forêt Noël français"
    ),
    "es": (
        "de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin "
        "sobre este ya entre cuando todo esta ser son dos también fue había era muy años hasta desde está mi porque "
        "qué sólo han yo hay vez puede todos así nos ni parte tiene él uno donde bien tiempo mismo ese ahora niño señor"
    ),
    "pl": (
        "w i na z do się nie jest że o to a po jak za od przez przy dla co był roku tym być może tylko już także "
        "będzie które jego są jednak została więcej również ich lat będą między część właśnie wśród został życie "
        "żeby łódź źródło miasto burmistrz port statek rzeka szkoła szpital wybory sąd rynek region dziś środę"
    ),
    "tr": (
        "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ne var ise her o ancak göre yıl büyük "
        "ilk iki yeni tarafından değil son içinde şu ya üzerinde önce bütün kendi şekilde İstanbul liman gemi köprü "
        "başkan belediye okul hastane seçim mahkeme bölge pazar hafta ağaç çocuk öğrenci güneş ışık şehir"
    ),
    "ru": (
        "и в не на я быть он с что а по это она этот к но они мы весь который из у то за свой ко вы год от так о для "
        "ты же все тот мочь вот человек такой его сказать один уже еще порт мост река школа больница суд выборы рынок "
        "город министр паром ремонт неделя понедельник область правительство жители вода дорога дом время работа"
    ),
    "el": (
        "και το να του η της με που την από για τον ότι στην σε τα στο οι τις θα δεν είναι μια των ο αλλά έχει ως "
        "κατά μετά πρέπει μπορεί όπως πολύ χρόνια πρώτη λιμάνι πλοίο γέφυρα δήμαρχος σχολείο νοσοκομείο εκλογές"
    ),
    "ar": (
        "في من على إلى أن هذا التي الذي عن مع كان هذه ما لا بعد قال كل بين ذلك قد حتى غير أكثر خلال عام يوم رئيس "
        "الحكومة الميناء السفينة الجسر المدينة المستشفى المدرسة الانتخابات المحكمة السوق المنطقة الأسبوع المياه"
    ),
    "hi": (
        "के में है की से को का और पर ने यह कि एक नहीं भी हो था कर लिए इस जो तो गया कहा बाद साथ अपने रहा दो वह जा रहे कुछ "
        "बंदरगाह नाव पुल शहर अस्पताल स्कूल चुनाव अदालत बाजार क्षेत्र सप्ताह पानी सरकार मंत्री पुलिस लोग समय काम"
    ),
    "zh": (
        "的 一 是 在 不 了 有 和 人 这 中 大 为 上 个 国 我 以 要 他 时 来 用 们 "
        "生 到 作 地 于 出 就 分 对 成 会 港口 渡轮 大桥 市长 学校 医院 选举 法院 市场 地区 本周 政府 警方 居民"
    ),
    "ja": (
        "の に は を た が で て と し れ さ ある いる "
        "も する から な こと として い や など なっ ない この ため その "
        "港 フェリー 橋 市長 学校 病院 選挙 裁判所 市場 地域 今週 政府 警察 住民 修理 再開"
    ),
}
"""The commonest words of some languages, and what newspapers write of."""

_ENDS = {"hi": "।", "zh": "。", "ja": "。"}
_NO_BLANKS = frozenset({"zh", "ja"})
_MENU_LINE = (
    "Home|News|Sport|Business|Opinion|Weather|Video|Live|World|Politics|Culture|Travel|Health|Science|Podcasts|Jobs|"
    "Puzzles|Archive|Contact us|Newsletters|Sign in|Subscribe|Search|Menu|Skip to content|Most read|Latest|In pictures|"
    "About us|Advertise with us|Terms of use|Privacy policy|Cookie settings|Accessibility|Help|Sitemap"
)
_MENU = _MENU_LINE.split("|")
_LABELS = ("Advertisement", "Google Ads | Google Ads | Google Ads", "Share", "Read more", "ADVERTISEMENT", "Loading…")
_CODES = ('[gallery ids="12,34"]', "[embed]https://tern.example/v/1[/embed]", "[vc_row][vc_column]", "[sociallocker]")


class _Writer:
    """Writes in one language, by its own dice."""

    def __init__(self, dice: random.Random, language: str) -> None:
        self.dice, self.language = dice, language
        self.words = WORDS[language].split()
        self.blank = "" if language in _NO_BLANKS else " "

    def phrase(self, shortest: int, longest: int) -> str:
        """Some words, the first with a capital."""
        words = self.dice.choices(self.words, k=self.dice.randint(shortest, longest))
        if self.dice.random() < 0.3:
            words[self.dice.randrange(len(words))] = str(self.dice.randrange(2, 2030))
        line = self.blank.join(words)
        return line[:1].upper() + line[1:]

    def sentence(self) -> str:
        """A sentence; now and then somebody says it, or a comma and an apostrophe stand in it."""
        line = self.phrase(8, 24)
        if self.language == "en" and self.dice.random() < 0.35:
            line = self.dice.choice(
                (f"“{line},” said Ada Lindqvist", f"{line}, and it’s the town’s", f"{line} — or so")
            )
        return line + _ENDS.get(self.language, ".")

    def paragraph(self) -> str:
        """A few sentences."""
        return self.blank.join(self.sentence() for _ in range(self.dice.randint(1, 4)))


def _dice(kind: str, number: int) -> random.Random:
    return random.Random(f"{kind} {number}")


def clean(number: int) -> str:
    """A story as a good extractor gives it: headline and paragraphs, about 3.6 kB."""
    write = _Writer(_dice("clean", number), "en")
    parts = [write.phrase(6, 10), *(write.paragraph() for _ in range(write.dice.randint(8, 18)))]
    return "\n\n".join(parts)


def _page(write: _Writer) -> list[str]:
    """A page's every line, as a crude extractor gives it: menus, clock, labels, teasers and the story between them."""
    dice = write.dice
    title = write.phrase(6, 10)
    story = [write.paragraph() for _ in range(dice.randint(6, 16))]
    for line in dice.sample(_LABELS, 3):
        story.insert(dice.randrange(len(story)), line)
    if dice.random() < 0.12:
        story.insert(dice.randrange(len(story)), dice.choice(_CODES))
    teasers = [write.phrase(5, 11) for _ in range(dice.randint(20, 50))]
    hours = [f"{dice.randrange(1, 24)} hours ago" for _ in range(dice.randint(5, 15))]
    return [
        f"Tue, {dice.randrange(1, 29)}-Oct-2025",
        *dice.sample(_MENU, 22),
        title,
        title.upper(),
        f"By {dice.choice(('Ada Lindqvist', 'Jo Marsh', 'Tom Ferro'))}",
        f"Published: {dice.randrange(1, 29)} October 2025",
        "Share | Tweet | Print",
        *story,
        "Related stories",
        *(line for pair in zip(teasers, hours, strict=False) for line in pair),
        *teasers[len(hours) :],
        *dice.sample(_MENU, 12),
        f"© {dice.randrange(2010, 2026)} Lakeport Herald. All rights reserved.",
    ]


def noisy(number: int) -> str:
    """An English page with all that stands around its story, about 8 kB."""
    return "\n".join(_page(_Writer(_dice("noisy", number), "en")))


def multilingual(number: int) -> str:
    """Such a page in one of twelve languages; one in twenty was read in the wrong encoding or escaped."""
    dice = _dice("multilingual", number)
    text = "\n".join(_page(_Writer(dice, dice.choice(tuple(WORDS)))))
    return _spoilt(text, dice) if number % 20 == 0 else text


def _spoilt(text: str, dice: random.Random) -> str:
    way = dice.random()
    if way < 0.35:
        return text.encode().decode("latin-1")
    if way < 0.7:
        return text.encode().decode("cp1252", "ignore")
    for char, name in (("’", "&rsquo;"), ("“", "&ldquo;"), ("”", "&rdquo;"), ("é", "&eacute;"), ("ü", "&uuml;")):
        text = text.replace(char, name)
    return text.replace(". ", ".&nbsp;", 3)


KINDS: dict[str, Callable[[int], str]] = {
    "clean English": clean,
    "noisy pages": noisy,
    "many languages, 5 % broken": multilingual,
}
"""What is measured on: a name, and what makes the text of a number."""


def corpus(kind: str, size: int) -> list[str]:
    """So many texts of a kind."""
    return [KINDS[kind](number) for number in range(size)]


def real(folder: pathlib.Path) -> dict[str, list[str]]:
    """Your own texts: every `*.jsonl` of the folder, a JSON string a line, under the file's name."""
    files = sorted(folder.glob("*.jsonl"))
    return {path.stem: [json.loads(line) for line in path.open(encoding="utf-8")] for path in files}


def html_page(text: str) -> str:
    """The page as HTML with the weight that news sites give it: a script, boxes in boxes, classes.

    Lines with a full stop are paragraphs of the article, all others are links in lists.
    """
    lines = text.splitlines()
    is_prose = [line[-1:] in (".", "。", "।") and len(line) > 60 for line in lines]
    first = is_prose.index(True) if True in is_prose else 0
    last = len(lines) - is_prose[::-1].index(True) if True in is_prose else len(lines)
    story = "".join(f'<p class="article__p">{escape(line)}</p>\n' for line in lines[first:last])
    script = f"<script>window.page = {json.dumps({'ads': [f'slot-{n}' for n in range(120)]})};</script>"
    return (
        f"<!doctype html><html><head><title>{escape(lines[0])}</title>{script * 3}</head><body>"
        f"{_boxes(lines[:first])}<main><article class='article'>{story}</article></main>{_boxes(lines[last:])}"
        f"<footer>{script}</footer></body></html>"
    )


def _boxes(lines: Sequence[str]) -> str:
    link = '<li class="nav__item"><div class="box"><a class="nav__link" href="/s/{0}"><span>{1}</span></a></div></li>\n'
    return f"<nav><ul>{''.join(link.format(at, escape(line)) for at, line in enumerate(lines))}</ul></nav>"
