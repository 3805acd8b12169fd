"""What fundus needs to know of a paper that it does not know: where the page keeps what."""
# mypy: disable-error-code="misc, untyped-decorator"

from typing import Any

from fundus.parser import BaseParser, attribute
from fundus.parser.utility import extract_article_body_with_selector, generic_date_parsing
from lxml.etree import XPath


class Herald(BaseParser):
    """The Coast Herald, of harbour.html."""

    @attribute
    def body(self) -> Any:
        """The story."""
        return extract_article_body_with_selector(self.precomputed.doc, XPath("//div[@class='story']/p"))

    @attribute
    def title(self) -> Any:
        """The headline."""
        return self.precomputed.meta.get("og:title")

    @attribute
    def publishing_date(self) -> Any:
        """The moment of publication."""
        return generic_date_parsing(self.precomputed.meta.get("article:published_time"))
