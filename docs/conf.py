"""How the documentation is built: `sphinx-build -W docs docs/_build`."""

from importlib.metadata import version as installed

project = "newsnorm"
author = "The newsnorm developers"
copyright = "2026, The newsnorm developers"
release = version = installed("newsnorm")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.viewcode"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "newsnorm"
html_static_path = ["img"]
myst_heading_anchors = 3
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
nitpicky = False
