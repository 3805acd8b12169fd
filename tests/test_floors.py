"""The house: imports only go down, no circles; the door hands on what one list names."""

import ast
import pathlib
import re

import newsnorm

ROOT = pathlib.Path(newsnorm.__file__).parent
FILES = {
    ".".join(("newsnorm", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in ROOT.rglob("*.py")
    if "data" not in path.relative_to(ROOT).parts[:1]
}


def imports(path: pathlib.Path) -> set[str]:
    """The rooms of the house that a file imports at run time, wherever in the file it does so."""
    found: set[str] = set()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for block in [node for node in ast.walk(tree) if isinstance(node, ast.If)]:
        if ast.unparse(block.test) == "TYPE_CHECKING":
            block.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            rooms = {f"{node.module}.{alias.name}" for alias in node.names} & FILES.keys()
            found |= rooms if len(rooms) == len(node.names) else rooms | {node.module or ""}
    return found & FILES.keys()


GRAPH = {name: imports(path) for name, path in FILES.items()}


def floor(name: str, above: tuple[str, ...] = ()) -> int:
    """One more than the highest room that this one imports; fails on a circle."""
    assert name not in above, f"a circle: {' -> '.join((*above, name))}"
    # a package's door stands over its own rooms
    return 1 + max((floor(other, (*above, name)) for other in GRAPH[name] if other != name), default=0)


def test_no_circles() -> None:
    """Every room stands on a floor of its own height."""
    assert all(floor(name) >= 1 for name in GRAPH)


def room(name: str) -> str:
    """The folder, or the file beside the folders, where something is."""
    return (*name.split("."), "__init__")[1]


def test_rooms_lean_on_rooms_below() -> None:
    """The plan of the house in the docs names every room, and each room imports only from rows below its own."""
    page = pathlib.Path(__file__).parent.parent / "docs" / "design.md"
    plan = page.read_text(encoding="utf-8").partition("## The house")[2]
    rows = [re.findall(r"`(\w+)/?`", line.split("|")[1]) for line in plan.splitlines() if line.startswith("| `")]
    at = {name: row for row, names in enumerate(rows) for name in names}
    assert set(map(room, GRAPH)) == at.keys()
    wrong = {(name, other) for name in GRAPH for other in GRAPH[name] if at[room(name)] >= at[room(other)]}
    assert {pair for pair in wrong if room(pair[0]) != room(pair[1])} == set()


def test_nobody_imports_the_door() -> None:
    """Inside the house nobody goes through the front door; the command line and the guests' rooms do."""
    inside = {name for name, found in GRAPH.items() if "newsnorm" in found}
    assert all(name == "newsnorm.__main__" or name.startswith("newsnorm.contrib") for name in inside)


def test_steps_stand_above_their_tools_and_below_the_pipeline() -> None:
    """Steps import no step; nothing below the pipeline imports a step."""
    for name, found in GRAPH.items():
        steps = {other for other in found if other.startswith("newsnorm.steps.")}
        if name.startswith("newsnorm.steps."):
            assert not steps, name
        elif steps:
            assert floor(name) > max(map(floor, steps))
            assert name in {"newsnorm.pipeline", "newsnorm.functions"}


def test_the_door_defines_nothing() -> None:
    """Docstring, imports, one list of names; every name is there, the list is sorted and complete."""
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    kinds = [type(node) for node in tree.body]
    assert set(kinds) <= {ast.Expr, ast.ImportFrom, ast.Assign}
    assert kinds.count(ast.Assign) == 1
    handed_on = {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert set(newsnorm.__all__) == handed_on
    assert len(newsnorm.__all__) == len(set(newsnorm.__all__))


def test_files_are_short() -> None:
    """Under 300 lines each."""
    assert {name: n for name, path in FILES.items() if (n := len(path.read_text().splitlines())) > 300} == {}


def test_functions_are_short() -> None:
    """Under 40 lines each, docstring not counted."""
    long = []
    for name, path in FILES.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                start = node.body[1].lineno if ast.get_docstring(node) and len(node.body) > 1 else node.body[0].lineno
                if (node.end_lineno or 0) - start >= 40:
                    long.append(f"{name}.{node.name}")
    assert long == []
