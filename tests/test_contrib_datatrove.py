"""The datatrove step: every document once, through a real pipeline with files."""

import gzip
import json
import pathlib
from typing import Any

import pytest

from newsnorm import Article, normalize

pytest.importorskip("datatrove", reason="datatrove is not installed")

from newsnorm.contrib.datatrove import Newsnorm

PAGES = [f"Advertisement\nFerry {at} returns\nMOMBASA: The ferry’s captain said so on Monday." for at in range(20)]


def documents(rows: list[dict[str, Any]]) -> list[Any]:
    """As a reader makes them."""
    from datatrove.data import Document

    return [Document(row["text"], str(at), metadata=row.get("metadata", {})) for at, row in enumerate(rows)]


def test_clean_text_and_the_whole_article() -> None:
    """What the metadata say of the page helps."""
    [done] = Newsnorm()(documents([{"text": PAGES[0], "metadata": {"language": "en_KE", "id": 7}}]))
    article = Article.from_dict(json.loads(done.metadata["newsnorm"]))
    assert article == normalize(PAGES[0], language="en-KE")
    assert done.text == article.to_text()
    assert (done.metadata["id"], done.metadata["newsnorm_error"]) == (7, "")


def test_as_asked() -> None:
    """The text alone, or left alone; a wrong option raises at once."""
    [done] = Newsnorm(hints=False, replace_text=False)(
        documents([{"text": PAGES[0], "metadata": {"headline": "Another story altogether"}}])
    )
    assert done.text == PAGES[0]
    assert Article.from_dict(json.loads(done.metadata["newsnorm"])) == normalize(PAGES[0])
    with pytest.raises(ValueError, match="BCP 47"):
        Newsnorm(language="../")


def test_a_bad_document_goes_on_as_it_was() -> None:
    """With the reason."""
    bad, good = Newsnorm()(documents([{"text": None, "metadata": {"id": 7}}, {"text": PAGES[0]}]))
    assert (bad.text, bad.metadata["id"]) == (None, 7)
    assert bad.metadata["newsnorm_error"].startswith("ValueError: no text")
    assert good.metadata["newsnorm_error"] == ""


@pytest.mark.long
@pytest.mark.filterwarnings("default")
def test_a_pipeline_with_files(tmp_path: pathlib.Path) -> None:
    """Over two processes."""
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    (tmp_path / "in").mkdir()
    for part in range(2):
        lines = [json.dumps({"text": PAGES[at], "id": str(at)}) for at in range(part, 20, 2)]
        (tmp_path / "in" / f"{part}.jsonl").write_text("\n".join(lines))
    steps = [JsonlReader(str(tmp_path / "in")), Newsnorm(), JsonlWriter(str(tmp_path / "out"))]
    LocalPipelineExecutor(pipeline=steps, tasks=2, workers=2, logging_dir=str(tmp_path / "log")).run()
    rows = [
        json.loads(line)
        for path in (tmp_path / "out").iterdir()
        for line in gzip.decompress(path.read_bytes()).splitlines()
    ]
    assert {int(row["id"]): row["text"] for row in rows} == {
        at: normalize(page).to_text() for at, page in enumerate(PAGES)
    }
    assert len(rows) == 20
