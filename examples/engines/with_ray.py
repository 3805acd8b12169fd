"""Ray Data: blocks over the cluster's workers; a worker that dies is replaced."""

import sys

import ray

from newsnorm.contrib.arrow import normalize_batch

source, out = sys.argv[1:]
ray.init(log_to_driver=False)
pages = ray.data.read_parquet(source).repartition(8)
pages.map_batches(normalize_batch, batch_format="pyarrow").write_parquet(out)
