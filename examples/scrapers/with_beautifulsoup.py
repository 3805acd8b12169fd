"""BeautifulSoup: a loop of your own."""

import pathlib

from bs4 import BeautifulSoup

from newsnorm import Article, normalize


def article(html: str, url: str) -> Article:
    """The article of one page."""
    soup = BeautifulSoup(html, "html.parser")
    text = "\n".join(one.get_text(" ", strip=True) for one in soup.select("h1, h2, h3, article p"))
    return normalize(text, headline=soup.title and soup.title.get_text(), url=url)


if __name__ == "__main__":
    page = pathlib.Path(__file__).with_name("harbour.html").read_text(encoding="utf-8")
    print(article(page, "https://www.coast-herald.example/harbour").explain())
