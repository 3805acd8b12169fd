"""Write a page for every rule file: each rule with its story, what it looks for, hits and misses.

The documentation's build calls `write`; `python docs/rule_pages.py FOLDER` does the same by hand.
"""

import pathlib
import re
import sys
from collections.abc import Iterator
from importlib.resources import files

from newsnorm import Rule, RuleSet, pack

FOLDERS = {"lang": "Languages", "cms": "Content management systems", "embed": "Embeds"}
PHRASES = 60
"""So many phrases of a rule are shown; the file has them all."""


def write(folder: pathlib.Path) -> list[str]:
    """Write all pages; gives their names. What has not changed stays as it is, for the build looks at its age."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {}
    for part, title in FOLDERS.items():
        names = sorted(
            file.name for file in (files("newsnorm") / "data" / part).iterdir() if file.name.endswith(".toml")
        )
        packs = {f"{part}-{name.removesuffix('.toml')}": (f"{part}/{name}", pack(f"{part}/{name}")) for name in names}
        pages |= {page: "\n".join(_page(path, rules)) for page, (path, rules) in packs.items()}
        pages[part] = "\n".join(_index(title, packs))
    for name, text in pages.items():
        path = folder / f"{name}.md"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    return sorted(pages)


def _index(title: str, packs: dict[str, tuple[str, RuleSet]]) -> Iterator[str]:
    count = sum(len(rules) for _, rules in packs.values())
    yield from (f"# {title}", "", f"{count} rules in {len(packs)} files.", "", "```{toctree}", ":maxdepth: 1", "")
    yield from packs
    yield "```"


def _page(path: str, rules: RuleSet) -> Iterator[str]:
    about = next(iter(rules.tables.get("about", ())), {})
    yield from (f"# {about.get('name', path)}", "", f"`newsnorm/data/{path}`: {len(rules)} rules.", "")
    for rule in rules:
        yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield from (f"## {_plain(rule.name)}", "", f"{_code(rule.kind)} {_code(rule.id)}", "", _plain(rule.why), "")
    for title, ways in (("says", rule.says), ("form", rule.form), ("regex", (rule.regex,) if rule.regex else ())):
        if ways:
            more = f" and {len(ways) - PHRASES} more" if len(ways) > PHRASES else ""
            yield from (f"{title}: " + " · ".join(map(_code, ways[:PHRASES])) + more, "")
    for title, value in (rule.extra or {}).items():
        listed = [str(one) for one in value] if isinstance(value, list) else [str(value)]
        more = f" and {len(listed) - PHRASES} more" if len(listed) > PHRASES else ""
        yield from (f"{_plain(title)}: " + " · ".join(map(_code, listed[:PHRASES])) + more, "")
    for title, examples in (("Hits", rule.hit), ("Misses", rule.miss), ("Not yet", rule.todo)):
        if examples:
            yield from (f"{title}:", "", *(f"* {_code(_text(one))}" for one in examples), "")


def _text(example: object) -> str:
    return str(example["text"]) if isinstance(example, dict) else str(example)


def _plain(words: str) -> str:
    """Words as Markdown text."""
    return re.sub(r"[\\`*_\[\]<>{}|&~#$]", r"\\\g<0>", " ".join(words.split()))


def _code(words: str) -> str:
    """Words as code, whatever backticks they hold, line ends shown."""
    words = " ".join(words.replace("\n", " ⏎ ").split())
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    pad = " " if "`" in words else ""
    return f"{fence}{pad}{words}{pad}{fence}"


if __name__ == "__main__":
    sys.stdout.write("\n".join(write(pathlib.Path(sys.argv[1]))) + "\n")
