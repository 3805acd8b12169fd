"""trafilatura: its text, and what its metadata say."""

import pathlib

import trafilatura

from newsnorm import Article, normalize
from newsnorm.contrib.known import known


def article(html: str, url: str) -> Article:
    """The article of one page."""
    return normalize(**known(trafilatura.bare_extraction(html, url=url, with_metadata=True)))


if __name__ == "__main__":
    page = pathlib.Path(__file__).with_name("harbour.html").read_text(encoding="utf-8")
    print(article(page, "https://www.coast-herald.example/harbour").explain())
