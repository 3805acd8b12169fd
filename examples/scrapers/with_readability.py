"""readability-lxml: the part of the page that it keeps, paragraph by paragraph."""

import pathlib

from lxml import html as lxml_html
from readability import Document

from newsnorm import Article, normalize


def article(html: str, url: str) -> Article:
    """The article of one page."""
    found = Document(html, url=url)
    kept = lxml_html.fromstring(found.summary(html_partial=True))
    text = "\n".join(one.text_content() for one in kept.iter("h1", "h2", "h3", "p", "li"))
    return normalize(text, headline=found.title(), url=url)


if __name__ == "__main__":
    page = pathlib.Path(__file__).with_name("harbour.html").read_text(encoding="utf-8")
    print(article(page, "https://www.coast-herald.example/harbour").explain())
