"""Which language a text is in, told from its commonest words and its script; in doubt it is not told."""

import pytest

from newsnorm import Article, normalize
from newsnorm.languages import about, languages, tell_language

TEXTS = {
    "en": "The ferry is back at the pier, and it will sail on Monday with all that was left of the cargo, as "
    "the mayor said in a statement. Those who have been on board were not hurt.",
    "de": "Die Fähre ist wieder im Hafen, und sie wird am Montag mit allem auslaufen, was von der Ladung blieb, "
    "sagte die Bürgermeisterin. Es ist nicht das erste Mal, dass ein Schiff sich auf den Weg zu den "
    "Inseln macht.",
    "es": "El barco está en el puerto y los vecinos dicen que no se irá hasta el lunes, según la alcaldesa, que "
    "habló con la prensa sobre el caso. Por lo demás, una parte de la carga ha sido para las islas.",
    "pt": "O barco está no porto e os moradores dizem que não sai até segunda-feira, mas a prefeita falou com a "
    "imprensa sobre o caso. Uma parte da carga foi para as ilhas, como se diz, e também por isso ao todo "
    "são mais de dez.",
    "no": "Fergen er tilbake i havnen og blir liggende til mandag, ifølge ordføreren, som ikke ville si noe om "
    "saken etter møtet. Det er ikke første gang at de har vært på vei mot øyene med en skadet båt fra "
    "verftet, men nå kan det ta tid.",
    "ru": "Паром снова в порту, и он не выйдет до понедельника, как сказал мэр. Это не первый раз, когда суда "
    "стоят у причала из-за ветра, но все пассажиры уже на берегу, так что ждать им осталось по два или "
    "три часа за год.",
    "hi": "नाव फिर से बंदरगाह में है और सोमवार को चलेगी। मेयर ने "
    "कहा कि यह पहली बार नहीं है, और इस के बाद भी लोगों को एक "
    "दिन के लिए रुकना पड़ा था, पर वह काम हो गया।",
    "ja": "港のフェリーは月曜日に再開すると市長が述べた。雨で二日間止まっていたが、けが人はいなかったという。修"
    "理は終わり、積み荷も無事だった。町の人たちはほっとしたようすで船を見送っていた。",
    "zh": "轮渡将于星期一恢复航行，市长在码头对记者说。两天的大雨使港口关闭，没有人受伤，货物也完好无损。修理工"
    "作已经完成，居民表示欢迎这一消息，并希望今后不再停航。",
    "el": "Το πλοίο επέστρεψε στο λιμάνι και θα φύγει ξανά τη Δευτέρα, δήλωσε ο δήμαρχος στους δημοσιογράφους.",
}  # fmt: skip


@pytest.mark.parametrize("language", TEXTS)
def test_a_text_tells_its_language(language: str) -> None:
    """A few sentences suffice."""
    assert tell_language(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Rain", "Sport\n" * 500, "12 34 " * 500, "Kanda ya Ziwa imefungwa. " * 100])
def test_in_doubt_it_is_not_told(text: str) -> None:
    """Too short, no sentences, or a language that newsnorm has no file for."""
    assert tell_language(text) == "und"


def test_two_languages_are_none() -> None:
    """Where two languages have as many words, nobody knows whose page it is."""
    assert tell_language(TEXTS["en"] + " " + TEXTS["de"]) == "und"


@pytest.mark.parametrize("language", languages())
def test_every_file_says_how_its_language_is_told(language: str) -> None:
    """By its commonest words, each once and case folded, without quotes and dashes; or by a script of its own."""
    words = about(language).get("common", "").split()
    assert not set("’“”‘–—…").intersection("".join(words))
    assert about(language)["language"] == language
    assert words == list(dict.fromkeys(word.casefold() for word in words))
    assert words or about(language)["script"] not in ("Latn", "Cyrl", "Arab", "Deva")


def test_the_article_says_its_language() -> None:
    """As told, or as the caller says."""
    page = f"Ferry back at the pier\n\n{TEXTS['en']}"
    assert normalize(page).language == "en"
    assert normalize(page, language="en-IE").language == "en-IE"
    assert isinstance(normalize("Rain"), Article)
    assert normalize("Rain").language == "und"
