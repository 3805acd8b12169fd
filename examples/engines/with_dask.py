"""Dask: partitions over the workers; a worker that dies is replaced."""

import sys

import dask.dataframe as dd
import pandas as pd
import pyarrow as pa
from dask.distributed import Client

from newsnorm.contrib.arrow import normalize_batch, schema


def articles(pages: pd.DataFrame) -> pd.DataFrame:
    """A partition with the two columns more."""
    table = pa.Table.from_pandas(pages, preserve_index=False)
    return normalize_batch(table).to_pandas(types_mapper=pd.ArrowDtype)


if __name__ == "__main__":
    source, out = sys.argv[1:]
    with Client(n_workers=2, threads_per_worker=1, dashboard_address=None):
        pages = dd.read_parquet(source, dtype_backend="pyarrow", split_row_groups=True)
        before = pa.Schema.from_pandas(pages._meta, preserve_index=False)
        pages.map_partitions(articles, meta=articles(pages._meta)).to_parquet(out, schema=schema(before))
