"""Datelines of odd forms, and what looks like one and is none."""

import pytest

from newsnorm.datelines import parse_dateline
from newsnorm.records import PartialDate

DATELINES = {
    "Toronto, Ontario--(Newsfile Corp. - June 3, 2022) - A mine": "Toronto, Ontario--(Newsfile Corp. - June 3, 2022) -",
    "SINGAPORE - Media OutReach Newswire - 5 March 2024 - A": "SINGAPORE - Media OutReach Newswire - 5 March 2024 -",
    "Akihabara News (Tokyo) — A robot": "Akihabara News (Tokyo) —",
    "Johns Creek, GeorgiaCNN — A storm": "Johns Creek, GeorgiaCNN —",
    "SACRAMENTO, CaliforniaA storm came": "SACRAMENTO, California",
    "KYIV, Ukraine A storm came": "KYIV, Ukraine",
    "PTI Lucknow/Ranchi, June 12 Rain fell": "PTI Lucknow/Ranchi, June 12",
    "Kampala, Uganda | AFP | Rain fell": "Kampala, Uganda | AFP |",
    "OWINGS MILLS Md. (AP) -- Rain fell": "OWINGS MILLS Md. (AP) --",
    "GRONINGEN, the Netherlands (AP) — Rain fell": "GRONINGEN, the Netherlands (AP) —",
    "ILOILO CITY — Rain fell all night": "ILOILO CITY —",
    "New york, March 2 - Rain fell": "New york, March 2 -",
    "MANAUS, BELÉM E SÃO PAULO - A chuva caiu": "MANAUS, BELÉM E SÃO PAULO -",
    "Ростовская область, 3 декабря 2022. DON24.RU. Дождь": "Ростовская область, 3 декабря 2022. DON24.RU.",
    "МОСКВА, 3 марта 2022, 12:34 — REGNUM Дождь": "МОСКВА, 3 марта 2022, 12:34 — REGNUM",
    "ПЕКИН, 3 марта. /Корр. ТАСС Иван Петров/. Дождь": "ПЕКИН, 3 марта. /Корр. ТАСС Иван Петров/.",
    "СИМФЕРОПОЛЬ, 3 мар — РИА Новости Крым. Дождь": "СИМФЕРОПОЛЬ, 3 мар — РИА Новости Крым.",
    "Liputan6.com, Jakarta Hujan turun": "Liputan6.com, Jakarta",
    "QWERTZIA (Harbour Wire) - Rain fell all night": "QWERTZIA (Harbour Wire) -",
    "Provo, UT (OPENPRESS) January 16, 2012 - Rain fell": "Provo, UT (OPENPRESS) January 16, 2012 -",
    "(Harbour News) - Rain fell all night": "(Harbour News) -",
    "जयपुर (हार्बर पत्रिका)। वर्षा हुई": "जयपुर (हार्बर पत्रिका)।",
    "3 марта, AEX.RU - Дождь шёл всю ночь": "3 марта, AEX.RU -",
    "Accra, July 3, GNA - Rain fell all night": "Accra, July 3, GNA -",
    "LAGOS (AP) - iPhones are wet": "LAGOS (AP) -",
    "LAGOS, March 3 - rain fell all night": "LAGOS, March 3 -",
    "GENEVA - rain fell all night": "GENEVA -",
    "BERLIN taz | Es regnete die ganze Nacht": "BERLIN taz |",
    "LAGOS/NAIROBI: Rain fell all night.": "LAGOS/NAIROBI:",
    "Cortina d'Ampezzo – Es regnete die ganze Nacht": "Cortina d'Ampezzo –",
    "MOSCOW, December 1. /TASS/. Rain fell": "MOSCOW, December 1. /TASS/.",
    "海都晚报讯 下雨了": "海都晚报讯",
    "新京报讯（记者 王某）下雨了": "新京报讯（记者 王某）",
    "（北京晚报）下雨了": "（北京晚报）",
    "記者林小美／高雄報導 下雨了": "記者林小美／高雄報導",
    "Toronto/IBNS: Rain fell": "Toronto/IBNS:",
    "अनुराग अग्रवाल, चंडीगढ़। वर्षा हुई": "अनुराग अग्रवाल, चंडीगढ़।",
    "लखनऊ (एजेंसी)। वर्षा हुई": "लखनऊ (एजेंसी)।",
    "Bad Ischl/Wien – Es regnete die ganze Nacht": "Bad Ischl/Wien –",
    "(CNN) Jane Doe -- the mayor -- spoke.": "(CNN)",
    "(CNN) Florida -- a swing state -- is wet.": "(CNN)",
    "(CNN) PARIS -- Rain fell": "(CNN) PARIS --",
    "(PTI) LAGOS, Nigeria, March 4 - Rain fell": "(PTI) LAGOS, Nigeria, March 4 -",
    "(MENAFN- Harbour Times) Toronto, March 3 - Rain fell": "(MENAFN- Harbour Times) Toronto, March 3 -",
    "SALEM, Oregon and BOISE, Idaho, May 4, 2020 (AP) -- Rain": "SALEM, Oregon and BOISE, Idaho, May 4, 2020 (AP) --",
    "BOISE, Idaho, May 04, 2020, May 04, 2020 (AP) -- Rain": "BOISE, Idaho, May 04, 2020, May 04, 2020 (AP) --",
    "Zug, Switzerland, May 4th, 2020, Chainwire Rain fell": "Zug, Switzerland, May 4th, 2020, Chainwire",
    "Zug, Switzerland, May 4th, 2020, Chainwire\nRain fell": "Zug, Switzerland, May 4th, 2020, Chainwire",
    "BAKU, Azerbaijan, May 14. Rain fell": "BAKU, Azerbaijan, May 14.",
    "Kumasi (Ash), May 4, GNA – Rain fell": "Kumasi (Ash), May 4, GNA –",
    "LAHORE (UrduPoint / Pakistan Point News - 4th May, 2020 ) A": (
        "LAHORE (UrduPoint / Pakistan Point News - 4th May, 2020 )"
    ),
    "8/24/2004 -- Rain fell all night": "8/24/2004 --",
    "  LONDON (AP) — Rain fell": "LONDON (AP) —",
}


@pytest.mark.parametrize(("text", "raw"), DATELINES.items())
def test_odd_forms(text: str, raw: str) -> None:
    """Forms that are met once in a while."""
    found = parse_dateline(text)
    assert found is not None
    assert (found.raw, text[found.start : found.end]) == (raw, raw)


STAY = [
    *(
        "",
        " ",
        "A",
        "(",
        "-",
        "—",
        "(AP",
        "/AP/",
        "By",
        "By ",
        "1",
        "१",
        "【",
        "新华社",
        "(CNN)",
        "[ CNBC ]",
        "\ud800",
        "\x00A: b",
    ),
    "(File photo) - The port",
    "PEPA – Die Klinik hat das Mittel geprüft.",
    "Georgia — Polls close at 7.",
    "25 October 2017 – Wednesday",
    "3 May 2024 - 13:26 in the port",
    "12.05.2024 - Der Hafen öffnet wieder",
    "par Jean le 7 mai 2020 - 12:38",
    "MILAN, ITALY - SEPTEMBER 23: A model walks in the rain.",
    "Marino - Jane Doe",
    "China: Carmaker builds plant",
    "United States (English) - en",
    "Dr. Anderson: the port is open.",
    "BRUCE WEAVER / AFP - Getty Images",
    "MA Sullivan • 2 weeks ago in the port",
    "BBC - Home",
    "Abo- & Leserservice",
    "4/5/2022",
    "Recife, 05 de janeiro de 2018",
    "Bitcoin (BTC) - The coin fell.",
    "(AP\nThe port is open.",
    "(Update) - The port is open.",
    "(harbour) - The port is open.",
    "QWERTZIA (harbour) The port is open.",
    "हार्बर (पत्रिका)। वर्षा हुई",
    "LAGOS, March 3 & April 4 - rain",
    "LAGOS (AP), the wire, said so.",
    "【速報】雨",
    "（記者）下雨了",
    "LAGOS (AP) photo by Jane",
    "Trump, CNN: a quarrel",
    "Winchester, May 4, 2020, May 5 and 6 are for rain.",
    "Zug, Switzerland, is wet.",
    "Zug, May 4, 2020, a wet day",
    "Lagos, May 4. Rain fell all night.",
    "Vienna, Virginia's oldest town, is small.",
    "Chennai - the city of rain - is wet.",
    "LONDON, the capital",
    "March 3, the day of rain",
    "On February 10, 2022, rain fell.",
    "【スペイン vs ドイツ】試合",
    "[주요뉴스] 항구 소식",
    "本报通讯员的家乡下了雪。",
]


@pytest.mark.parametrize("text", STAY)
def test_no_dateline(text: str) -> None:
    """Sentences, labels, captions and scraps are left alone."""
    assert parse_dateline(text) is None


@pytest.mark.parametrize("day", ["29/DIC/2015", "29-DIC-2015", "29/12/2015"])
def test_a_day_between_strokes_in_brackets_is_no_agency(day: str) -> None:
    """Mexican papers print the month's name between strokes."""
    found = parse_dateline(f"GUADALAJARA, JALISCO ({day}).- La lluvia cayó toda la noche.", language="es")
    assert found is not None
    assert found.agencies == ()
    assert found.date == PartialDate(2015, 12, 29)
