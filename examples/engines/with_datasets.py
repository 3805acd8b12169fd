"""Hugging Face datasets: over two processes, each batch an Arrow table."""

import sys

from datasets import Dataset, Features

from newsnorm.contrib.arrow import normalize_batch, schema

if __name__ == "__main__":
    source, out = sys.argv[1:]
    pages = Dataset.from_parquet(source, cache_dir=f"{out}.cache")
    features = Features.from_arrow_schema(schema(pages.features.arrow_schema))
    articles = pages.with_format("arrow").map(normalize_batch, batched=True, features=features, num_proc=2)
    articles.to_parquet(out)
