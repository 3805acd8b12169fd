"""Nothing of a page is ever markup: tried in a real browser where there is one."""

import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from newsnorm import Article, Document, Removals, annotate, normalize, report
from newsnorm.text.mending import mend
from xss import PAYLOADS

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--virtual-time-budget=3000", "--dump-dom",
)  # fmt: skip


def page_of(payload: str) -> str:
    """A page that brings a payload into every field it can."""
    return (
        f"{payload}\nFerry returns {payload}\nBy Ada {payload}\nPublished: 12 February 2024 {payload}\n"
        f"LAKEPORT, Feb 12 (Reuters) - The harbour was closed {payload} on Monday, after two days of rain.\n"
        f"[gallery ids=”{payload}″]\n[caption id=”1″]{payload}[/caption]\n[x {payload}]\nPhoto: {payload}\n"
        f"Tags: {payload}, rain\nShare {payload}\n© 2024 {payload}\n(Reporting by {payload})"
    )


def looks(payload: str) -> list[str]:
    """Everything of ours that is HTML, for such a page, and for an article that somebody else filled."""
    page = page_of(payload)
    article = normalize(page, headline=payload, url=f"javascript:hit()//{payload}", published=payload)
    doc = annotate(Document(mend(page)[0]))
    said = ("headline", "kicker", "byline", "published_raw", "language", "section", "copyright_notice", "url", "source")
    own = Article.from_dict(
        {
            **dict.fromkeys(said, payload),
            "keywords": [payload],
            "embeds": [{"kind": payload, "name": payload, "url": payload, "attrs": {payload: payload}}],
            "removed": [{"start": 0, "end": 9, "kind": payload, "rule": payload, "text": payload}],
        }
    )
    shown = [fragment for one in (article, own) for fragment in (one._repr_html_(), report(one))]
    tables = [Removals(one.removed)._repr_html_() for one in (article, own)]
    return [*shown, *tables, doc._repr_html_()]


class _Tags(HTMLParser):
    """The elements of a page and the names of their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found |= {(tag, ""), *((tag, name) for name, _ in attrs)}


def tags(html: str) -> set[tuple[str, str]]:
    """Elements and attributes of a page."""
    parser = _Tags()
    parser.feed(html)
    return parser.found


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_adds_no_element(payload: str) -> None:
    """Whatever the text, the HTML has the elements and attributes that a harmless text gives it, and no others."""
    harmless = set().union(*map(tags, looks("Harmless words, nothing else.")), *map(tags, looks("<b>")))
    for html in looks(payload):
        assert tags(html) <= harmless


@pytest.mark.skipif(BROWSER is None, reason="no Chromium here: the payloads are only parsed, not run")
def test_no_payload_runs_in_a_browser(tmp_path: Path) -> None:
    """All in one page without the report's policy against scripts; one planted behind them proves that it could run."""
    hit = "<!DOCTYPE html><meta charset=utf-8><script>function hit(){document.title='HIT'}</script>"
    everything = "".join(html.replace("Content-Security-Policy", "x") for p in PAYLOADS for html in looks(p))
    shown = _rendered(tmp_path / "all.html", f"{hit}{everything}<p id=end>end</p>")
    assert "<title>HIT</title>" not in shown
    assert 'id="end"' in shown
    planted = _rendered(tmp_path / "planted.html", f"{hit}{everything}<img src=x onerror=hit()>")
    assert "<title>HIT</title>" in planted, "the browser runs no script at all"


def _rendered(path: Path, html: str) -> str:
    """What the browser makes of a page, scripts run."""
    path.write_text(html, encoding="utf-8", errors="replace")
    command = [str(BROWSER), *FLAGS, f"--user-data-dir={path.parent / 'profile'}", path.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=240, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout
