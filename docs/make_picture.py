"""Draw `docs/img/before-after.svg` from what newsnorm really does with `examples/harbour.txt`.

python docs/make_picture.py
"""

import pathlib
import textwrap
from collections.abc import Iterator
from html import escape

import newsnorm

ROOT = pathlib.Path(__file__).parent.parent
COLUMN, LINE, TOP = 66, 17, 64
WIDTH = 1180
LEFT, RIGHT = 24, 640


def before(article: newsnorm.Article) -> Iterator[tuple[str, str, str]]:
    """Lines of the raw page: (style, words, note); the note says which rule took them out."""
    gone = {removal.start: removal for removal in article.removed}
    start = 0
    for line in article.source.split("\n"):
        removal = gone.get(start)
        style = "gone" if removal else "kept"
        wrapped = textwrap.wrap(line, COLUMN - 6)
        for number, words in enumerate(wrapped[:2]):
            short = words if number == 0 or len(wrapped) < 3 else f"{words} …"
            yield style, short, removal.kind if removal and number == 0 else ""
        start += len(line) + 1


def after(article: newsnorm.Article) -> Iterator[tuple[str, str]]:
    """Lines of the article: (style, words)."""
    assert article.headline is not None
    assert article.dateline is not None
    place = article.dateline.places[0]
    rows = [
        ("headline", article.headline),
        ("dateline", f"{article.dateline.raw}  →  {place.name}, {place.country}"),
        ("page_date", str(article.page_date)),
        ("published", str(article.published)),
        ("embeds", f"{article.embeds[0].name} {dict(article.embeds[0].attrs)}"),
        ("contributors", ", ".join(article.contributors)),
        ("repairs", f"{article.repairs[0].raw}  →  {article.repairs[0].text}"),
        ("removed", f"{len(article.removed)} spans, each with kind, rule and offsets"),
    ]
    for name, value in rows:
        for number, words in enumerate(textwrap.wrap(value, COLUMN - 14)):
            yield "field", f"{name if number == 0 else '':<13} {words}"
    for paragraph in article.paragraphs:
        yield "gap", ""
        for words in textwrap.wrap(paragraph, COLUMN):
            yield "kept", words


def text(x: int, y: int, style: str, words: str) -> str:
    """One line of the picture."""
    return f'<text x="{x}" y="{y}" class="{style}" xml:space="preserve">{escape(words)}</text>'


def label(right: int, y: int, words: str) -> str:
    """A small flag that ends at `right`."""
    wide = 7 * len(words) + 14
    flag = f'<rect x="{right - wide}" y="{y - 11}" width="{wide}" height="15" rx="3" class="flag"/>'
    return f'{flag}<text x="{right - wide / 2:g}" y="{y}" class="note" text-anchor="middle">{escape(words)}</text>'


def draw(article: newsnorm.Article) -> str:
    """The picture, as SVG that needs nothing from outside."""
    out = [text(LEFT, 34, "title", "what the scraper gives"), text(RIGHT, 34, "title", "what newsnorm makes of it")]
    y = TOP
    for style, words, note in before(article):
        out.append(text(LEFT, y, style, words))
        if note:
            out.append(label(RIGHT - 34, y, note))
        y += LINE
    low, y = y, TOP
    for style, words in after(article):
        out.append(text(RIGHT, y, style, words))
        y += LINE if style != "gap" else LINE // 2
    height = max(low, y) + 16
    style = (
        "text{font:12.5px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#1b1f24}"
        ".title{font:600 15px system-ui,sans-serif;fill:#57606a}.gone{fill:#b3423a;text-decoration:line-through}"
        ".field{fill:#1b4f9c}.flag{fill:#b3423a}.note{font:600 11px system-ui,sans-serif;fill:#fff}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        ' aria-label="A scraped page, and the article that newsnorm makes of it">'
        f'<style>{style}</style><rect width="{WIDTH}" height="{height}" rx="8" fill="#fff" stroke="#d6dae0"/>'
        f'<path d="M{RIGHT - 22} 16V{height - 16}" stroke="#d6dae0"/>{"".join(out)}</svg>\n'
    )


def picture() -> str:
    """The picture of the sample page."""
    page = (ROOT / "examples" / "harbour.txt").read_text(encoding="utf-8")
    return draw(newsnorm.normalize(page))


if __name__ == "__main__":
    (ROOT / "docs" / "img" / "before-after.svg").write_text(picture(), encoding="utf-8")
