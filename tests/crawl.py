"""A real crawl, of pages served on this machine: `python tests/crawl.py OUT`; writes the items, prints the statistics.

In a process of its own, for Twisted's reactor cannot be started twice.
"""

import dataclasses
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import scrapy
from scrapy.crawler import CrawlerProcess
from zyte_common_items import Article

PAGES = 100
POISONED = (17, 44, 81)


@dataclasses.dataclass
class Story:
    """An item that knows nothing of newsnorm."""

    number: int
    url: str
    text: Any
    title: str | None = None
    published: str | None = None


class Server(BaseHTTPRequestHandler):
    """A front page with links, and the stories; three of them are not as they should be."""

    def do_GET(self) -> None:
        """One page."""
        number = self.path.rsplit("/", 1)[1]
        page = _story(int(number)) if number else "".join(f'<a href="/{at}">{at}</a>' for at in range(PAGES))
        body = f"<!DOCTYPE html><meta charset=utf-8>{page}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


def _story(number: int) -> str:
    if number == POISONED[0]:
        return "<h1>A page without a story</h1>"
    when = f"2025-10-{number % 28 + 1:02}T09:30:00+03:00"
    words = [
        f"Ferry number {number} returns after repairs",
        "Advertisement",
        f"MOMBASA: Ferry {number} is back, they said.",
    ]
    return f"<h1>{words[0]}</h1><time>{when}</time>" + "".join(f"<p>{line}</p>" for line in words)


class Stories(scrapy.Spider):  # type: ignore[misc]
    """Follows every link; items of three kinds by turns."""

    name = "stories"

    def parse(self, response: Any) -> Any:
        """The front page, or a story."""
        links = response.css("a::attr(href)").getall()
        yield from response.follow_all(links) if links else [_item(response)]


def _item(response: Any) -> Any:
    number = int(response.url.rsplit("/", 1)[1])
    text: Any = "\n".join(response.css("p::text").getall()) or None
    if number == POISONED[1]:  # a spider's usual slips: the lines unjoined, something else altogether
        text = response.css("p::text").getall()
    elif number == POISONED[2]:
        text = number
    title, when = response.css("h1::text").get(), response.css("time::text").get()
    if number % 3 == 0:
        return Story(number, response.url, text, title, when)
    if number % 3 == 1:
        return {"number": number, "url": response.url, "text": text, "title": title, "published": when}
    return Article(url=response.url, headline=title, articleBody=text, datePublished=when)


def main(out: str) -> None:
    """Serve, crawl, count."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    process = CrawlerProcess(
        {
            "ITEM_PIPELINES": {"newsnorm.contrib.scrapy.NewsnormPipeline": 300},
            "FEEDS": {out: {"format": "jsonlines"}},
            "LOG_LEVEL": "ERROR",
            "TELNETCONSOLE_ENABLED": False,
        }
    )
    crawler = process.create_crawler(Stories)
    process.crawl(crawler, start_urls=[f"http://127.0.0.1:{server.server_port}/"])
    process.start()
    server.shutdown()
    assert crawler.stats is not None
    sys.stdout.write(json.dumps({k: value for k, value in crawler.stats.get_stats().items() if isinstance(value, int)}))


if __name__ == "__main__":
    main(sys.argv[1])
