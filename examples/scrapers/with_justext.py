"""jusText: the paragraphs that it does not call boilerplate."""

import pathlib

import justext

from newsnorm import Article, normalize


def article(html: str, url: str) -> Article:
    """The article of one page."""
    paragraphs = justext.justext(html.encode(), justext.get_stoplist("English"))
    return normalize("\n".join(one.text for one in paragraphs if not one.is_boilerplate), url=url)


if __name__ == "__main__":
    page = pathlib.Path(__file__).with_name("harbour.html").read_text(encoding="utf-8")
    print(article(page, "https://www.coast-herald.example/harbour").explain())
