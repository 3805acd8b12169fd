"""The steps of the pipeline, one kind of finding a file: each takes a document and yields marks."""
