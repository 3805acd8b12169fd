"""A step for datatrove's pipelines. Needs `pip install newsnorm[datatrove]`.

pipeline = [JsonlReader("pages/"), Newsnorm(language="en"), JsonlWriter("clean/")]
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any

from newsnorm import RuleSet, normalize, pack
from newsnorm.contrib.known import known

if TYPE_CHECKING:  # datatrove's own class tells a type checker nothing

    class PipelineStep:
        """What is used of it."""

        def stat_update(self, *labels: str, value: int = 1) -> None: ...
        def track_time(self) -> AbstractContextManager[None]: ...
        def __call__(self, data: Any = None, rank: int = 0, world_size: int = 1) -> Any: ...
else:
    from datatrove.pipeline.base import PipelineStep

__all__ = ["Newsnorm"]


class Newsnorm(PipelineStep):
    r"""Each document's text becomes the clean page; the whole article stands as JSON in `metadata["newsnorm"]`.

    It is JSON in one string because datatrove's Parquet writer takes its columns from the first document alone;
    `Article.from_dict(json.loads(…))` reads it. Nothing is lost: the raw text is in there. A document that cannot be
    read goes on as it was, with the reason in `metadata["newsnorm_error"]`, which else is "".

    `replace_text=False` leaves the text alone. `hints=False` makes no use of what the metadata say of headline,
    address, date and language. `options` go to `normalize` as they are. Raises what `normalize` raises for options.

    >>> from datatrove.data import Document
    >>> [document] = Newsnorm()([Document("Advertisement\nIt rained all night.", "7")])
    >>> document.text, document.metadata["newsnorm_error"]
    ('It rained all night.', '')
    """

    name: str = "newsnorm"
    type: str = "✂️ - FORMAT"

    def __init__(self, *, replace_text: bool = True, hints: bool = True, **options: Any) -> None:
        super().__init__()
        self.replace_text: bool = replace_text
        self.hints: bool = hints
        packs = options.pop("extra_packs", ())
        self.options: dict[str, Any] = {
            **options,
            "extra_packs": tuple(p if isinstance(p, RuleSet) else pack(p) for p in packs),
        }
        normalize("", **self.options)

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Any]:
        """Every document once, in its order."""
        for document in data or ():
            self.stat_update("total")
            with self.track_time():
                self._mend(document)
            yield document

    def _mend(self, document: Any) -> None:
        metadata = document.metadata if self.hints else {}
        try:
            article = normalize(**{**known({**metadata, "text": document.text}, "text"), **self.options})
        except Exception as error:
            self.stat_update("newsnorm_errors")
            document.metadata.update(newsnorm="", newsnorm_error=f"{type(error).__name__}: {error}")
            return
        self.stat_update("newsnorm_removed", value=len(article.removed))
        document.metadata.update(newsnorm=article.to_json(), newsnorm_error="")
        if self.replace_text:
            document.text = article.to_text()
