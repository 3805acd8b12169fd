"""The Scrapy pipeline: whatever comes in goes out, with its article or with the reason why it has none."""

import dataclasses
import json
import os
import pathlib
import subprocess
import sys
from typing import Any

import pytest

from newsnorm import Article, normalize

scrapy = pytest.importorskip("scrapy", reason="scrapy is not installed")
zyte = pytest.importorskip("zyte_common_items", reason="zyte-common-items is not installed")

import attrs  # noqa: E402
from itemadapter import ItemAdapter  # noqa: E402

from newsnorm.contrib.scrapy import NewsnormPipeline  # noqa: E402

ROOT = pathlib.Path(__file__).parent.parent
TEXT = "Advertisement\nFerry returns after repairs\nMOMBASA: The ferry’s captain said so on Monday."


@dataclasses.dataclass
class Plain:
    """No room for an article."""

    text: Any


@dataclasses.dataclass(frozen=True)
class Frozen:
    """Nor that."""

    text: Any

    def __post_init__(self) -> None:
        """Once for an item."""
        MADE.append(self.text)


@dataclasses.dataclass(slots=True)
class Roomy:
    """Room for both."""

    text: Any
    newsnorm: Any = None
    newsnorm_error: str | None = None


NAMES = ("newsnorm", "newsnorm_error")
RoomyArticle: Any = attrs.make_class(
    "RoomyArticle", {name: attrs.field(default=None, kw_only=True) for name in NAMES}, (zyte.Article,)
)
Classic: Any = type(scrapy.Item)("Classic", (scrapy.Item,), {"text": scrapy.Field()})
MADE: list[Any] = []
URL = "https://herald.example/ferry"
ITEMS = [
    lambda text: {"text": text},
    Plain,
    Frozen,
    Roomy,
    lambda text: Classic(text=text),
    lambda text: zyte.Article(url=URL, articleBody=text),
    lambda text: RoomyArticle(url=URL, articleBody=text),
]


@pytest.mark.parametrize("make", ITEMS)
def test_every_kind_of_item(make: Any) -> None:
    """Is what it was, and has its article."""
    item = make(TEXT)
    before = {name: value for name, value in ItemAdapter(item).items() if value is not None}
    MADE.clear()
    done = NewsnormPipeline().process_item(item)
    assert isinstance(done, type(item))
    after = ItemAdapter(done)
    assert {name: after[name] for name in before} == before
    expected = normalize(TEXT, url=before.get("url"))
    assert Article.from_dict({**after["newsnorm"], "source": TEXT}) == expected
    assert after.get("newsnorm_error") is None
    assert MADE == []


@pytest.mark.parametrize("make", ITEMS)
@pytest.mark.parametrize("text", [None, b"bytes", 7, ""])
def test_a_bad_item_keeps_its_data(make: Any, text: Any) -> None:
    """And says why."""
    item = make(text)
    done = ItemAdapter(NewsnormPipeline().process_item(item))
    assert done.get("text", done.get("articleBody")) == text
    assert done["newsnorm_error"].startswith("ValueError: no text in ")
    assert done.get("newsnorm") is None


def test_unknown_fields_of_zyte_s_items_stay() -> None:
    """They stand beside the fields."""
    done = NewsnormPipeline().process_item(zyte.Article.from_dict({"url": URL, "articleBody": TEXT, "extra": 1}))
    assert done._unknown_fields_dict == {"extra": 1}


def test_settings() -> None:
    """Each does what it says."""
    rain = {"page": TEXT, "title": "Ferry comes back after weeks of repairs", "text": "not this"}
    pipeline = NewsnormPipeline(
        {
            "NEWSNORM_FIELD": "clean",
            "NEWSNORM_TEXT": "page",
            "NEWSNORM_HINTS": "False",
            "NEWSNORM_LANGUAGE": "en",
            "NEWSNORM_WITHOUT": [],
        }
    )
    assert Article.from_dict(pipeline.process_item(dict(rain))["clean"]) == normalize(TEXT, language="en")
    assert pipeline.process_item({"text": TEXT})["clean_error"] == "ValueError: no text in page"
    hinted = NewsnormPipeline({"NEWSNORM_TEXT": "page"}).process_item(dict(rain))["newsnorm"]
    assert hinted["conflicts"][0]["given"] == rain["title"]


@pytest.mark.parametrize(
    "settings", [{"NEWSNORM_LANGUAGE": "../"}, {"NEWSNORM_DATE_ORDER": "DDD"}, {"NEWSNORM_WITHOUT": ["sauce"]}]
)
def test_a_wrong_setting_raises_at_the_start(settings: dict[str, Any]) -> None:
    """And not once an item."""
    with pytest.raises(ValueError, match=r"BCP 47|DMY|sauce"):
        NewsnormPipeline(settings)


def test_a_hundred_pages_in_a_hundred_items_out(tmp_path: pathlib.Path) -> None:
    """Of a real crawl with three poisoned pages: none is lost, each of the three says why, Scrapy counts them."""
    out = tmp_path / "items.jsonl"
    done = subprocess.run(
        [sys.executable, str(pathlib.Path(__file__).with_name("crawl.py")), str(out)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    items = {int(item["url"].rsplit("/", 1)[1]): item for item in map(json.loads, out.read_text().splitlines())}
    stats = json.loads(done.stdout)
    assert sorted(items) == list(range(100))
    bad = {number: item["newsnorm_error"] for number, item in items.items() if item.get("newsnorm_error")}
    assert bad.keys() == {17, 44, 81}
    assert all(reason.startswith("ValueError: no text in ") for reason in bad.values())
    assert (items[17]["articleBody"], items[44]["articleBody"][1], items[81]["text"]) == (None, "Advertisement", 81)
    assert stats["item_scraped_count"] == 100
    assert (stats["newsnorm/articles"], stats["newsnorm/errors"], stats["newsnorm/removed/ad_label"]) == (97, 3, 97)
    for number, item in items.items():
        if number not in bad:
            assert item["newsnorm"]["headline"] == f"Ferry number {number} returns after repairs"
            assert item["newsnorm"]["published"].startswith("2025-10-")
            assert item["newsnorm"]["paragraphs"] == [f"Ferry {number} is back, they said."]
