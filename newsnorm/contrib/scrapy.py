"""A Scrapy item pipeline: every item gets its article. Needs `pip install newsnorm[scrapy]`.

ITEM_PIPELINES = {"newsnorm.contrib.scrapy.NewsnormPipeline": 300}
"""

import dataclasses
from collections import Counter
from collections.abc import Hashable, Mapping
from functools import cache
from typing import Any

import attrs
from itemadapter import ItemAdapter
from scrapy import Field, Item

from newsnorm import RuleSet, normalize, pack
from newsnorm.contrib.known import known

__all__ = ["NewsnormPipeline"]

_DEFAULTS: Mapping[str, Any] = {
    "NEWSNORM_FIELD": "newsnorm",
    "NEWSNORM_TEXT": None,
    "NEWSNORM_HINTS": True,
    "NEWSNORM_LANGUAGE": None,
    "NEWSNORM_DATE_ORDER": None,
    "NEWSNORM_RULES": [],
    "NEWSNORM_WITHOUT": ["source"],
}


class NewsnormPipeline:
    r"""Puts `Article.to_dict()` into the field `newsnorm` of each item; all else of the item stays as it is.

    Items are dicts, dataclasses, a `scrapy.Item`, or of an attrs class such as `zyte_common_items.Article`. An item
    whose class has no such field comes back as the same item in a class derived from its own, with the field in it.

    An item that cannot be read keeps its data, gets the reason in `newsnorm_error`, and goes on. Scrapy's statistics
    count `newsnorm/articles`, `newsnorm/errors`, `newsnorm/errors/<type>` and `newsnorm/removed/<kind>`.

    Settings, with their defaults: `NEWSNORM_FIELD` ("newsnorm"); `NEWSNORM_TEXT`, the field with the page's text (None:
    the first of the usual names that holds one, see `newsnorm.contrib.known`); `NEWSNORM_HINTS` (True: headline,
    address, date and language of the item help); `NEWSNORM_LANGUAGE` and `NEWSNORM_DATE_ORDER` (None), for the whole
    site; `NEWSNORM_RULES` ([]), rule files of your own; `NEWSNORM_WITHOUT` (["source"]), fields of the article to leave
    out. A wrong setting raises when the crawl starts: ValueError, or RuleError for a rule file.

    >>> NewsnormPipeline().process_item({"text": "Advertisement\nIt rained all night."})["newsnorm"]["paragraphs"]
    ['It rained all night.']
    >>> NewsnormPipeline().process_item({"text": None, "id": 7})["id"]
    7
    """

    def __init__(self, settings: Mapping[str, Any] = _DEFAULTS, stats: Any = None) -> None:
        self.stats: Any = stats
        given = {name: settings.get(name, default) for name, default in _DEFAULTS.items()}
        self.field: str = given["NEWSNORM_FIELD"]
        self.text: str | None = given["NEWSNORM_TEXT"]
        self.hints: bool = given["NEWSNORM_HINTS"] not in (False, "False", "false", "0", 0)
        self.without: frozenset[str] = frozenset(given["NEWSNORM_WITHOUT"])
        site = {"language": given["NEWSNORM_LANGUAGE"], "date_order": given["NEWSNORM_DATE_ORDER"]}
        self.site: dict[str, Any] = {name: value for name, value in site.items() if value}
        self.packs: tuple[RuleSet, ...] = tuple(pack(path) for path in given["NEWSNORM_RULES"])
        unknown = self.without - normalize("", **self.site, extra_packs=self.packs).to_dict().keys()
        if unknown:
            raise ValueError(f"NEWSNORM_WITHOUT: an article has no field {min(unknown)!r}")

    @classmethod
    def from_crawler(cls, crawler: Any) -> "NewsnormPipeline":
        """As Scrapy makes it."""
        return cls(crawler.settings, crawler.stats)

    def process_item(self, item: Any, spider: Any = None) -> Any:
        """The item with its article, or with the reason why it has none."""
        try:
            article, removed = self._article(ItemAdapter(item))
        except Exception as error:
            self._count({"errors": 1, f"errors/{type(error).__name__}": 1})
            return _with(item, f"{self.field}_error", f"{type(error).__name__}: {error}", self.field)
        self._count({"articles": 1, **{f"removed/{kind}": count for kind, count in removed.items()}})
        return _with(item, self.field, article, self.field)

    def _article(self, item: ItemAdapter) -> tuple[dict[str, Any], Mapping[str, int]]:
        arguments = known(item, self.text)
        if not self.hints:
            arguments = {"text": arguments["text"]}
        article = normalize(**{**arguments, **self.site}, extra_packs=self.packs)
        kept = {name: value for name, value in article.to_dict().items() if name not in self.without}
        return kept, Counter(removal.kind for removal in article.removed)

    def _count(self, counts: Mapping[str, int]) -> None:
        for name, count in counts.items() if self.stats is not None else ():
            self.stats.inc_value(f"newsnorm/{name}", count)


def _with(item: Any, field: str, value: Any, other: str) -> Any:
    """The item with this field; if its class has none, the same in a class that has this and the other one."""
    try:
        ItemAdapter(item)[field] = value
    except (KeyError, AttributeError):  # no such field; a frozen class
        wide = _widened(item.__class__, (other, f"{other}_error"))
        if wide is None:
            return {**ItemAdapter(item), field: value}
        return _moved(item, wide, {other: None, f"{other}_error": None, field: value})
    return item


@cache
def _widened(item: Hashable, fields: tuple[str, ...]) -> type | None:
    """A class derived from this one, with more fields; None for a kind of class that is not known."""
    cls: Any = item
    if issubclass(cls, Item):
        wide: type = type(cls)(cls.__name__, (cls,), {name: Field() for name in fields})
    elif attrs.has(cls):
        wide = attrs.make_class(
            cls.__name__, {name: attrs.field(default=None, kw_only=True) for name in fields}, (cls,)
        )
    elif hasattr(cls, "__dataclass_params__"):
        frozen = cls.__dataclass_params__.frozen
        more = [(name, Any, dataclasses.field(default=None, kw_only=True)) for name in fields]
        wide = dataclasses.make_dataclass(cls.__name__, more, bases=(cls,), frozen=frozen)
    else:
        return None
    wide.__module__, wide.__qualname__, wide.__doc__ = cls.__module__, cls.__qualname__, cls.__doc__
    return wide


def _moved(item: Any, wide: type, more: Mapping[str, Any]) -> Any:
    """The item's own values in an object of the wider class; nothing is computed or checked a second time."""
    new: Any = object.__new__(wide)
    slots = [name for cls in type(item).__mro__ for name in _slots(cls) if hasattr(item, name)]
    for name in (*slots, *getattr(item, "__dict__", ())):
        object.__setattr__(new, name, getattr(item, name))
    for name, value in more.items():
        if not isinstance(item, Item):
            object.__setattr__(new, name, value)
        elif value is not None:
            new[name] = value
    return new


def _slots(cls: type) -> list[str]:
    slots = vars(cls).get("__slots__", ())
    return [name for name in ([slots] if isinstance(slots, str) else slots) if name not in ("__weakref__", "__dict__")]
