"""trafilatura: its text alone."""

import pathlib

import trafilatura

from newsnorm import Article, normalize


def article(html: str, url: str) -> Article:
    """The article of one page."""
    return normalize(trafilatura.extract(html) or "", url=url)


if __name__ == "__main__":
    page = pathlib.Path(__file__).with_name("harbour.html").read_text(encoding="utf-8")
    print(article(page, "https://www.coast-herald.example/harbour").explain())
