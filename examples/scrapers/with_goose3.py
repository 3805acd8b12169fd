"""goose3: its text, and what its metadata say."""

import pathlib

from goose3 import Goose

from newsnorm import Article, normalize
from newsnorm.contrib.known import known


def article(html: str, url: str) -> Article:
    """The article of one page."""
    with Goose() as goose:
        return normalize(**known(goose.extract(url=url, raw_html=html)))


if __name__ == "__main__":
    page = pathlib.Path(__file__).with_name("harbour.html").read_text(encoding="utf-8")
    print(article(page, "https://www.coast-herald.example/harbour").explain())
