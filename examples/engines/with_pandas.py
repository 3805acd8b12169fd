"""pandas: a frame with Arrow's own columns, which hold nested articles."""

import sys

import pandas as pd
import pyarrow as pa

from newsnorm.contrib.arrow import normalize_batch

source, out = sys.argv[1:]
pages = pd.read_parquet(source, dtype_backend="pyarrow")
articles = normalize_batch(pa.Table.from_pandas(pages)).to_pandas(types_mapper=pd.ArrowDtype)
articles.to_parquet(out)
