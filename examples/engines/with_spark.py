"""Spark: record batches through `mapInArrow`; a task that fails is done again, up to four times."""

import os
import sys
from collections.abc import Iterable, Iterator

import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from newsnorm.contrib.arrow import normalize_batch, schema


def articles(pages: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Each batch with the two columns more."""
    return map(normalize_batch, pages)


source, out = sys.argv[1:]
os.environ["PYSPARK_PYTHON"] = sys.executable
spark = SparkSession.builder.master("local[2,4]").getOrCreate()
pages = spark.read.parquet(source)
after = from_arrow_schema(schema(to_arrow_schema(pages.schema)))
pages.mapInArrow(articles, after).write.parquet(out)
