"""DuckDB: a reader of record batches in, a reader out; only one batch is in memory."""

import sys

import duckdb
import pyarrow as pa

from newsnorm.contrib.arrow import normalize_batch, schema

source, out = sys.argv[1:]
pages = duckdb.connect().sql(f"from '{source}'").to_arrow_reader(10_000)
articles = pa.RecordBatchReader.from_batches(schema(pages.schema), map(normalize_batch, pages))
duckdb.sql(f"copy (from articles) to '{out}' (format parquet)")
