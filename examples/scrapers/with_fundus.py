"""fundus: its article; `normalize(**known(page))` is all where its crawler gives the pages."""

import datetime
import pathlib

import fundus
from fundus.scraping.html import HTML, SourceInfo
from herald import Herald

from newsnorm import Article, normalize
from newsnorm.contrib.known import known


def article(html: str, url: str) -> Article:
    """The article of one page."""
    fetched = HTML(url, url, html, datetime.datetime.now(), SourceInfo("Coast Herald"))
    page = fundus.Article(html=fetched, **Herald().parse(html))
    return normalize(**known(page), url=url)


if __name__ == "__main__":
    harbour = pathlib.Path(__file__).with_name("harbour.html").read_text(encoding="utf-8")
    print(article(harbour, "https://www.coast-herald.example/harbour").explain())
