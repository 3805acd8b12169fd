"""Polars: a lazy frame goes through in batches."""

import sys

import polars as pl

from newsnorm.contrib.arrow import normalize_batch, schema


def articles(pages: pl.DataFrame) -> pl.DataFrame:
    """A frame with the two columns more."""
    return pl.DataFrame(normalize_batch(pages.to_arrow()))


source, out = sys.argv[1:]
pages = pl.scan_parquet(source)
after = pl.DataFrame(schema(pages.limit(0).collect().to_arrow().schema).empty_table()).schema
pages.map_batches(articles, schema=after, streamable=True).sink_parquet(out)
