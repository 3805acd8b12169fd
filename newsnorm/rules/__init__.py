"""Heuristics as data: rule files read, their phrases and forms compiled, the lines of a page asked."""
