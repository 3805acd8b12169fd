"""news-please: its article, from HTML at hand."""

import pathlib

from newsplease import NewsPlease

from newsnorm import Article, normalize
from newsnorm.contrib.known import known


def article(html: str, url: str) -> Article:
    """The article of one page."""
    return normalize(**known(NewsPlease.from_html(html, url=url)))


if __name__ == "__main__":
    page = pathlib.Path(__file__).with_name("harbour.html").read_text(encoding="utf-8")
    print(article(page, "https://www.coast-herald.example/harbour").explain())
