"""`python -m newsnorm rules`: the workshop of a rule's author."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsnorm.datelines import parse_dateline
from newsnorm.errors import RuleError
from newsnorm.packs import pack
from newsnorm.pipeline import normalize
from newsnorm.rules.linekeys import line_key
from newsnorm.rules.rule import SECTIONS, Rule
from newsnorm.rules.sets import RuleSet, rules_for
from newsnorm.workshop import check, nearest, taken

__all__ = ["main"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m newsnorm rules", description="Write a rule, and see what it does.")
    jobs = parser.add_subparsers(required=True, metavar="list | show | test | try")
    language = argparse.ArgumentParser(add_help=False)
    language.add_argument("--language", metavar="TAG", help="only the rules for this language: en, pt-BR")
    language.add_argument("--rules", action="append", default=[], metavar="TOML", help="a rule file of your own")

    job = jobs.add_parser("list", parents=[language], help="the rules, one a line")
    job.add_argument("--kind", choices=sorted(SECTIONS), help="only the rules that find this")
    job.set_defaults(run=_list)
    job = jobs.add_parser("show", parents=[language], help="one rule: its story, what it looks for, hits and misses")
    job.add_argument("id", help="lang/en:advertisement, or a part of it")
    job.set_defaults(run=_show)
    job = jobs.add_parser("test", parents=[language], help="do the examples of a rule file come out as it says?")
    job.add_argument("files", nargs="+", metavar="FILE")
    job.set_defaults(run=_test)
    job = jobs.add_parser("try", parents=[language], help="which rule takes a line, and if none, why not")
    job.add_argument("line", metavar="LINE")
    job.set_defaults(run=_try)
    return parser


def main(argv: Sequence[str]) -> int:
    """Run the workshop. Exit status: 0; 1 when nothing is found or an example fails; 2 for a file that is broken."""
    options = _parser().parse_args(argv)
    try:
        lines, status = options.run(options)
    except (RuleError, ValueError) as error:
        print(f"newsnorm: {error}", file=sys.stderr)
        return 2
    print("\n".join(lines))
    return int(status)


def _rules(options: argparse.Namespace) -> RuleSet:
    normalize("", language=options.language)  # raises for a tag that is none
    return rules_for(options.language or "und", tuple(pack(path) for path in options.rules))


def _list(options: argparse.Namespace) -> tuple[list[str], bool]:
    listed = [rule for rule in _rules(options) if options.kind in (None, rule.kind)]
    lines = [f"{rule.id:<34} {rule.kind:<12} {_looks_for(rule)}" for rule in listed]
    return [*lines, f"{len(lines)} rules"], not lines


def _looks_for(rule: Rule) -> str:
    words = " | ".join(rule.says) or " | ".join(rule.form) or rule.regex or str(rule.hit[0])
    words = " ".join(words.split())
    return words if len(words) <= 70 else f"{words[:69]}…"


def _show(options: argparse.Namespace) -> tuple[list[str], bool]:
    rules = _rules(options)
    exact = [rule for rule in rules if rule.id == options.id]
    found = exact or [rule for rule in rules if options.id in rule.id]
    if len(found) > 1:
        return [f"{len(found)} rules have {options.id!r} in their id:", *(f"  {rule.id}" for rule in found)], True
    return (list(_told(found[0])), False) if found else ([f"no rule has {options.id!r} in its id"], True)


def _told(rule: Rule) -> Iterator[str]:
    yield f"{rule.id}  ({rule.kind})"
    yield f"why    {rule.why}"
    for name in ("says", "form", "has", "hit", "miss", "todo", "seen"):
        for one in getattr(rule, name):
            yield f"{name:<6} {one.get('text', one) if isinstance(one, dict) else one}"
    if rule.regex is not None:
        yield f"regex  {rule.regex}"
    for name, value in (rule.extra or {}).items():
        yield f"{name:<6} {value}"


def _test(options: argparse.Namespace) -> tuple[list[str], bool]:
    lines, failed, count = [], 0, 0
    for path in options.files:
        checks = check(pack(path), options.language)
        lines.append(f"{path}: {len(checks)} examples")
        for rule, tried in groupby(checks, key=lambda one: one.rule):
            results = list(tried)
            wrong = [one for one in results if not one.passed]
            lines.append(f"  {'FAIL' if wrong else 'ok':<5}{rule.name:<28} {_counted(results)}")
            lines += [f"       {one.way} {one.text!r}: {one.why}" for one in wrong]
            failed += len(wrong)
        count += len(checks)
    return [*lines, f"{failed} of {count} examples fail" if failed else f"all {count} examples pass"], failed > 0


def _counted(results: Sequence[object]) -> str:
    ways = [getattr(one, "way", "") for one in results]
    return ", ".join(f"{ways.count(way)} {way}" for way in ("hit", "miss", "todo") if way in ways)


def _try(options: argparse.Namespace) -> tuple[list[str], bool]:
    rules, line = _rules(options), options.line.strip()
    found, dateline = rules.find(line), parse_dateline(line)
    places = taken(line, options.language, [pack(path) for path in options.rules])
    lines = [
        f"read as            {line_key(line)}",
        f"line rule          {f'{found[0].id} ({found[0].kind})' if found else 'none takes it'}",
        *(f"{one.place:<18} {f'{one.kind}, says {one.rule}' if one.rule else 'it stays'}" for one in places),
    ]
    if dateline is not None:
        lines.append(f"first paragraph    its dateline is {dateline.raw!r}")
    if any(one.rule for one in places) or found or dateline:
        return lines, False
    return [*lines, *_why_not(line, rules, options.language)], True


def _why_not(line: str, rules: RuleSet, language: str | None) -> Iterator[str]:
    other = rules_for().find(line) if language else None
    if other is not None:
        yield f"another language   {other[0].id} ({other[0].kind}) would take it; it is not asked for {language!r}"
    for near in nearest(line, rules):
        yield f"near               {near.rule.id} ({near.rule.kind}): {near.phrase!r}"
        yield f"                   {near.why}"
