"""newspaper4k: its article, parsed from HTML at hand."""

import pathlib

import newspaper

from newsnorm import Article, normalize
from newsnorm.contrib.known import known


def article(html: str, url: str) -> Article:
    """The article of one page."""
    return normalize(**known(newspaper.article(url, input_html=html)))


if __name__ == "__main__":
    page = pathlib.Path(__file__).with_name("harbour.html").read_text(encoding="utf-8")
    print(article(page, "https://www.coast-herald.example/harbour").explain())
