"""Datelines: where, when and by which agency a story was filed, read from the head of its first paragraph."""

from newsnorm.datelines.parse import parse_dateline

__all__ = ["parse_dateline"]
