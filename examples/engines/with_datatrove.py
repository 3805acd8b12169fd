"""datatrove: a step of its own; the text becomes the clean page, the article stands as JSON in the metadata."""

import sys

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import ParquetReader
from datatrove.pipeline.writers import ParquetWriter

from newsnorm.contrib.datatrove import Newsnorm

if __name__ == "__main__":
    source, out = sys.argv[1:]
    folder, _, name = source.rpartition("/")
    steps = [ParquetReader(folder, glob_pattern=name), Newsnorm(), ParquetWriter(out)]
    LocalPipelineExecutor(pipeline=steps, tasks=2, workers=2, logging_dir=f"{out}.log").run()
