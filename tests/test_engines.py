"""Every engine's recipe gives the plain loop's articles; Spark and Dask do so while a worker dies.

Minutes long: `pytest -m long tests/test_engines.py`, with `pip install newsnorm[engines]`.
NEWSNORM_ROWS says how many rows go through Spark and Dask (200,000).
"""

import json
import os
import pathlib
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from newsnorm import Article, normalize

pytestmark = [pytest.mark.long, pytest.mark.filterwarnings("default")]

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed")
parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")

ROOT = pathlib.Path(__file__).parent.parent
RECIPES = {path.stem.removeprefix("with_"): path for path in (ROOT / "examples/engines").glob("with_*.py")}
PACKAGES = {"spark": "pyspark", "dask": "distributed"}
ROWS = int(os.environ.get("NEWSNORM_ROWS", "200000"))
TEXTS = (
    "Ferry {0} returns after repairs\nMOMBASA: It is back.",
    "It rained on quay {0} all night.",
    "Advertisement\nFerry {0} returns\nMOMBASA, Oct 21 (CN): It said so.\n[embed id={0}]",
    "By Ada Lindqvist, Staff Writer\n\nRain at quay {0}.",
)


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers import what this process does."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def text(number: int) -> str | None:
    """A short page; now and then none."""
    return None if number % 40 == 39 else TEXTS[number % 4].format(number)


def pages(path: pathlib.Path, count: int) -> pathlib.Path:
    """A Parquet file in sixteen groups of rows."""
    table = pa.table({"id": [f"p{number}" for number in range(count)], "text": [text(n) for n in range(count)]})
    parquet.write_table(table, path, row_group_size=max(count // 16, 1))
    return path


def compare(out: pathlib.Path, count: int) -> None:
    """Every row once, with the article that the plain loop gives for its text."""
    from newsnorm.contrib.arrow import to_article

    seen = set()
    for path in sorted(out.rglob("*.parquet")) if out.is_dir() else [out]:
        for batch in parquet.ParquetFile(path).iter_batches(5000):
            for row in batch.to_pylist():
                number = int(row["id"][1:])
                assert number not in seen, f"row {number} twice"
                seen.add(number)
                given = to_article(row["article"]) if "article" in row else _of_datatrove(row)
                words = text(number)
                assert given == (None if words is None else normalize(words)), number
    assert len(seen) == count


def _of_datatrove(row: dict[str, Any]) -> Article:
    assert row["metadata"]["newsnorm_error"] == ""
    return Article.from_dict(json.loads(row["metadata"]["newsnorm"]))


@pytest.mark.parametrize("name", sorted(RECIPES))
def test_recipe(name: str, tmp_path: pathlib.Path) -> None:
    """As a user runs it."""
    package = PACKAGES.get(name, name)
    pytest.importorskip(package, reason=f"{package} is not installed")
    if name == "spark":
        needs_java()
    count = 2000
    source, out = pages(tmp_path / "pages.parquet", count), tmp_path / "out.parquet"
    done = subprocess.run(
        [sys.executable, str(RECIPES[name]), str(source), str(out)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    # datatrove's readers pass over rows without text
    compare(out, sum(text(n) is not None for n in range(count)) if name == "datatrove" else count)


def needs_java() -> None:
    """Skip where Spark cannot run."""
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("Spark needs Java, and it is not here")


def dies_once(flag: str, marked: str, ids: Any) -> None:
    """Kill this process, at the first sight of this row."""
    if marked in ids.to_pylist() and not os.path.exists(flag):
        pathlib.Path(flag).touch()
        os.kill(os.getpid(), signal.SIGKILL)


def test_spark_with_a_worker_killed(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No row is lost, none is there twice."""
    needs_java()
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed")
    from pyspark import cloudpickle
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

    from newsnorm.contrib.arrow import normalize_batch, schema

    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    source, out, flag = pages(tmp_path / "pages.parquet", ROWS), tmp_path / "out", str(tmp_path / "killed")
    marked = f"p{ROWS // 2 + 7}"

    def articles(batches: Iterable[Any]) -> Iterator[Any]:
        for batch in batches:
            dies_once(flag, marked, batch.column("id"))
            yield normalize_batch(batch)

    spark = sql.SparkSession.builder.master("local[2,4]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        spark.conf.set("spark.sql.files.maxPartitionBytes", str(source.stat().st_size // 8))
        table = spark.read.parquet(str(source))
        after = from_arrow_schema(schema(to_arrow_schema(table.schema)))
        started = time.monotonic()
        table.mapInArrow(articles, after).write.parquet(str(out))
        _say(f"spark: {ROWS} rows in {time.monotonic() - started:.0f} s, a worker killed")
    finally:
        spark.stop()
    assert os.path.exists(flag)
    compare(out, ROWS)


def test_dask_with_a_worker_killed(tmp_path: pathlib.Path) -> None:
    """No row is lost, none is there twice."""
    distributed = pytest.importorskip("distributed", reason="dask is not installed")
    import cloudpickle
    import dask.dataframe as dd
    import pandas as pd

    from newsnorm.contrib.arrow import normalize_batch, schema

    cloudpickle.register_pickle_by_value(sys.modules[__name__])
    source, out, flag = pages(tmp_path / "pages.parquet", ROWS), tmp_path / "out", str(tmp_path / "killed")
    marked = f"p{ROWS // 2 + 7}"

    def articles(frame: Any) -> Any:
        table = pa.Table.from_pandas(frame, preserve_index=False)
        dies_once(flag, marked, table.column("id"))
        return normalize_batch(table).to_pandas(types_mapper=pd.ArrowDtype)

    with distributed.Client(n_workers=2, threads_per_worker=1, dashboard_address=None):
        frame = dd.read_parquet(str(source), dtype_backend="pyarrow", split_row_groups=True)
        before = pa.Schema.from_pandas(frame._meta, preserve_index=False)
        started = time.monotonic()
        frame.map_partitions(articles, meta=articles(frame._meta)).to_parquet(
            str(out), schema=schema(before), write_index=False
        )
        _say(f"dask: {ROWS} rows in {time.monotonic() - started:.0f} s, a worker killed")
    assert os.path.exists(flag)
    compare(out, ROWS)


def test_arrow_costs_little() -> None:
    """At most 15 % more than the plain loop on one core: the median of interleaved runs, in CPU time."""
    from newsnorm.contrib.arrow import normalize_batch

    page = (ROOT / "examples/harbour.txt").read_text(encoding="utf-8")
    for texts in ([page] * 100, [text(number) or "" for number in range(800)]):
        table = pa.table({"text": texts})
        ratios = []
        for _ in range(9):
            started = time.process_time()
            for one in texts:
                normalize(one)
            middle = time.process_time()
            normalize_batch(table)
            ratios.append((time.process_time() - middle) / (middle - started))
        _say(f"arrow path: {statistics.median(ratios):.2f} times the plain loop, {len(texts[0])} characters a page")
        assert statistics.median(ratios) < 1.15


def _say(words: str) -> None:
    sys.__stderr__.write(f"\n{words}\n")  # type: ignore[union-attr]
