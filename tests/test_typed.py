"""Readers' comments that no label and no hour announces, known by how they are typed."""

from newsnorm import normalize

STORY = (
    "The harbour of Lakeport was closed on Monday after two days of rain, Ada Lindqvist, the mayor, said.",
    "The boats were breaking loose, and one had already hit the old pier below the fish market, she added.",
    "Ferries to the islands will run again from Thursday, the harbour master said, if the wind drops by then.",
    "The storm had torn the roof off the fish market, and nobody could say when the stalls would open again.",
)

TYPED = (
    "who cares ,it was closed the whole winter anyway and nobody in this town said one word about it.",
    "Same as every year!! And the town has still not bought a second pump , for all the taxes that we paid.",
    "@ada they will buy one when the mayor's own boat sinks :) and then they will raise the taxes,mark that.",
)

POLISH = (
    "Port został zamknięty w poniedziałek po dwóch dniach deszczu, powiedziała burmistrzyni Ada Marska dziennikarzom.",
    "Łodzie zrywały się z cum, a jedna uderzyła już w stare molo poniżej targu rybnego, dodała później burmistrzyni.",
    "Promy na wyspy popłyną znów od czwartku, jeżeli wiatr osłabnie, powiedział kapitan portu, i będą częściej pływać.",
    "Burza zerwała dach targu rybnego i nikt nie wiedział, kiedy sprzedawcy będą mogli wrócić na swoje stare miejsca.",
)

BARE = (
    (
        "A w naszym porcie to nic nie robia od lat i nikt sie tym nie przejmuje bo kazdy ma to gdzies i tyle, "
        "ale na festyn to zawsze sa pieniadze."
    ),
    (
        "Przeciez ten dach to byl stary i wiadomo ze sie zerwie, trzeba bylo go naprawic jak byly na to pieniadze, "
        "a nie teraz plakac ze nie ma gdzie ryb sprzedawac."
    ),
)

ENGLISH = (
    (
        "The harbour was closed on Monday after two days of rain, and the boats were breaking loose, the mayor said, "
        "and one of them had hit the old pier."
    ),
    (
        "The storm had torn the roof off the market, and nobody could say when the stalls would open, or what the "
        "new roof is going to cost the town."
    ),
)


def kept(*lines: str, language: str | None = None) -> tuple[str, ...]:
    return normalize("\n".join(lines), language=language).paragraphs


def test_what_readers_typed_is_no_story() -> None:
    assert kept(*STORY, *TYPED) == STORY
    assert kept(*STORY) == STORY


def test_a_language_with_marks_typed_without_any() -> None:
    assert kept(*POLISH, *BARE, language="pl") == POLISH
    assert kept(*POLISH, *ENGLISH, language="pl") == (*POLISH, *ENGLISH)  # the same story in English


def test_signs_that_tell_no_reader() -> None:
    """Of one kind, as a scraper leaves them; in quotation marks; among a story's lines; and from the first line on."""
    quoted = [f"One reader wrote: “{line}”, and another one agreed with that at once." for line in TYPED]
    told = [f"Pier {number}: {line}" for number, line in enumerate(STORY)]
    links = [f"{line[:-1]} , near Tern Bay." for line in told]
    for below in (links, quoted, [*TYPED[:2], *told]):
        assert kept(*STORY, *below) == (*STORY, *below)
    assert set(TYPED) <= set(kept(*(f"{line[:-1]} , near Tern Bay!!" for line in STORY), *TYPED))
