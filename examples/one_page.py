"""Read one scraped page and say what became of it: `python examples/one_page.py`."""

import pathlib

from newsnorm import normalize

page = (pathlib.Path(__file__).parent / "harbour.txt").read_text(encoding="utf-8")
article = normalize(page)

print(article.headline)
print(article.dateline)
for paragraph in article.paragraphs:
    print("-", paragraph)
print()
print(article.explain())
