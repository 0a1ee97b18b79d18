"""The layers of the package, read from its import statements, and the rules of the house that a machine can check.

The layers are drawn in CONTRIBUTING.md, "Layers".
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
PACKAGE = CHECKOUT / "src" / "tonekit"
TESTS = CHECKOUT / "tests"

FACE = "(face)"
"""The part that `tonekit/__init__.py` makes up."""
VOCABULARY = (
    "errors",
    "argument_errors",
    "language_names",
    "surrogates",
    "meant_values",
    "plain_problems",
    "frozen_model",
    "shown_model",
    "given_fields",
    "deferred",
    "aside",
    "message",
    "stated_facts",
    "analysis",
    "profile",
    "shown_evidence",
    "turning_point",
    "explanation",
    "placeholders",
    "answer",
    "fencing",
    "finding",
    "repairing",
    "material",
    "prompt",
    "result",
)
"""Modules that import nothing of ours but those named before them."""
FLOORS = (
    {"errors", "argument_errors", "fork_safe_lock", "garbage_collection"},
    {
        "message",
        "frozen_model",
        "shown_model",
        "given_fields",
        "options",
        "analysis",
        "stated_facts",
        "prompt",
        "profile",
        "shown_evidence",
        "turning_point",
        "explanation",
        "deferred",
        "aside",
        "once",
        "sharing",
        "fencing",
        "finding",
        "repairing",
        "material",
        "pasted_data",
        "placeholders",
        "answer",
        "mojibake",
        "result",
        "settings",
        "settings_file",
        "plain_problems",
        "meant_values",
        "conditions",
        "files",
        "names",
        "fingerprint",
        "incoming",
        "language_names",
        "subject_line",
        "surrogates",
        "reloading",
    },
    {"languages", "report"},
    {"reading", "profiles", "rendering", "guard", "evaluation", "batch", "mails", "audit", "selftest"},
    {
        "template_set",
        "conversation",
        "personalizing",
        "warming",
        "toolkit_options",
        "kept_templates",
        "toolkit",
        "default",
        "eml",
        FACE,
    },
    {"cli", "integrations", "testing", "__main__"},
)
"""The parts of the package, lowest floor first. An import leads down or stays on its floor."""
NEIGHBOURS: dict[str, set[str]] = {
    "reading": set(),
    "profiles": set(),
    "rendering": set(),
    "batch": {"mails", "reading"},  # files of raw mails as rows
    "selftest": set(),
    "mails": {"reading"},  # which parts of a mail's source are text
    "guard": {"reading", "rendering"},  # amounts, words and HTML of drafts and answers; what makes text inert
    "evaluation": {"reading", "mails"},  # fits the heads; guesses which column holds the message
    "audit": {"mails", "guard", "evaluation"},  # guard: redaction; evaluation: intervals
}
"""For each part of the floor of the steps, the neighbours on that floor that it may import."""
CHECK_FLOORS = (
    {"identifiers"},
    {"wording"},
    {"days", "claims"},
    {"facts"},
    {"draft"},
    {"told"},
    {"harmless"},
    {"checks"},
    {"checking"},
)
"""Folders and modules of `guard` that check drafts, in the order of docs/guard-check.md, "Where it stands"."""
HOMES = {
    "pyspark": r"integrations\.spark(_types)?",
    "pandas": r"integrations\.spark",
    "pyarrow": r"batch\.row_files",
    "vaderSentiment": r"reading\.valence\.lexicon",
    "jinja2": r"rendering(\.\w+)*",
    "babel": r"rendering\.(figures|currencies)",
}
"""The only modules that may name a library."""
HEAVY = {"babel", "jinja2", "numpy", "pandas", "pyarrow", "pydantic", "pyspark", "vaderSentiment"}
EMPTY_NAMES = {"common", "core", "helper", "helpers", "misc", "util", "utils"}
LONGEST_FUNCTION = 30
LONGEST_MODULE = 250
FULLEST_FOLDER = 24
"""Modules of a folder: what one looks through to find the one that is meant."""
FULL_FOLDERS = {"."}
"""The vocabulary, which users import by name."""
IMPORTING_CALLS = {"__import__", "files", "find_spec", "import_module"}


@dataclass(frozen=True)
class Module:
    """One file of the package; `name` is dotted and starts after `tonekit`, so the face has none."""

    name: str
    path: Path
    tree: ast.Module

    @property
    def part(self) -> str:
        return self.name.partition(".")[0] or FACE

    @property
    def package(self) -> list[str]:
        """The dotted name of the package that relative imports start from, in pieces."""
        pieces = ["tonekit", *filter(None, self.name.split("."))]
        return pieces if self.path.name == "__init__.py" else pieces[:-1]


@cache
def modules() -> dict[str, Module]:
    """Return all modules of the package by name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        pieces = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(pieces[:-1] if pieces[-1] == "__init__" else pieces)
        found[name] = Module(name, path, ast.parse(path.read_text(encoding="utf-8"), filename=str(path)))
    return found


def imported_names(module: Module) -> Iterator[str]:
    """Yield the absolute name of everything that a module imports, wherever in the file it does so."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = module.package[: len(module.package) - node.level + 1] if node.level else []
            base = ".".join([*above, *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in IMPORTING_CALLS:
                yield str(node.args[0].value)


def own_modules(module: Module) -> set[str]:
    """Return the names of our modules that a module imports."""
    targets = set()
    for name in imported_names(module):
        root, _, inner = name.partition(".")
        if root == "tonekit":
            # What is no module is a name inside one: `analysis.Verdict` stands for `analysis`.
            targets.add(inner if inner in modules() else inner.rpartition(".")[0])
    return targets - {module.name}


def own_parts(module: Module) -> set[str]:
    """Return the parts of the package that a module imports from, its own left out."""
    return {name.partition(".")[0] or FACE for name in own_modules(module)} - {module.part}


def floor(part: str) -> int:
    """Return the number of the floor that a part stands on; the lowest where FLOORS does not name the part yet."""
    return next((number for number, parts in enumerate(FLOORS) if part in parts), 0)


@pytest.mark.parametrize(
    ("name", "file", "source", "expected"),
    [
        pytest.param("a.b", "b.py", "import numpy.linalg as t, os", ["numpy.linalg", "os"], id="absolute"),
        pytest.param("a.b", "b.py", "from .c import d", ["tonekit.a.c.d"], id="sibling"),
        pytest.param("a.b", "b.py", "from ..c import d, e", ["tonekit.c.d", "tonekit.c.e"], id="one-package-up"),
        pytest.param("a.b", "b.py", "from .. import c", ["tonekit.c"], id="module-by-name"),
        pytest.param("a", "__init__.py", "from .b import c", ["tonekit.a.b.c"], id="from-a-package"),
        pytest.param("", "__init__.py", "from .b import c", ["tonekit.b.c"], id="from-the-face"),
        pytest.param("a.b", "b.py", "def f():\n    import jinja2", ["jinja2"], id="inside-a-function"),
        pytest.param("a.b", "b.py", "import_module('x')", ["x"], id="by-call"),
        pytest.param("a.b", "b.py", "resources.files('x')", ["x"], id="by-method-call"),
        pytest.param("a.b", "b.py", "print('x')", [], id="no-import"),
    ],
)
def test_imports_are_read(name: str, file: str, source: str, expected: list[str]) -> None:
    """Every way of importing is seen by the tests below, with the absolute name it leads to."""
    module = Module(name, Path(file), ast.parse(source))

    assert list(imported_names(module)) == expected


def test_every_part_has_a_floor() -> None:
    """A new top-level module or folder says in FLOORS where it belongs."""
    parts = {module.part for module in modules().values()}

    assert sorted(parts - set().union(*FLOORS)) == []


def test_no_rule_is_about_what_is_gone() -> None:
    """A part that was renamed or deleted leaves no rule behind that holds of nothing."""
    parts = {module.part for module in modules().values()}
    named = set().union(*FLOORS, *NEIGHBOURS.values()) | NEIGHBOURS.keys() | set(VOCABULARY)

    assert sorted(named - parts) == []


def test_every_folder_is_drawn() -> None:
    """The picture of the layers in CONTRIBUTING.md shows the folders that there are, and no others."""
    picture = (CHECKOUT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Layers")[1].split("```")[1]
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}

    assert set(re.findall(r"(\w+)/", picture)) == folders


def table_of_parts() -> list[tuple[set[str], set[str]]]:
    """Return the parts that each row of the table in docs/architecture.md names, and what its last column names."""
    page = (CHECKOUT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = [re.split(r"\s*\|\s*", line)[1:-1] for line in page.splitlines() if line.startswith("| `")]
    return [(named_parts(first), named_parts(last)) for first, *_, last in rows]


def named_parts(cell: str) -> set[str]:
    """Return the parts that a cell names as `folder/` or `module.py`; `__init__.py` is the face."""
    return {FACE if name == "__init__" else name for name in re.findall(r"`(\w+)(?:/|\.py)`", cell)}


def test_every_part_stands_in_the_architecture() -> None:
    """The table in docs/architecture.md names every folder and every top-level module, each once."""
    named = [part for parts, _ in table_of_parts() for part in parts]

    assert sorted(named) == sorted({module.part for module in modules().values()})


def test_imports_in_the_architecture_are_those_of_the_code() -> None:
    """The last column names what a row imports: folders from `languages` on upwards, and modules above the folders."""
    folders = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    shown = {name for name in folders if floor(name) >= floor("languages")}.union(*FLOORS[floor("toolkit") :])
    wrong = {}
    for parts, claimed in table_of_parts():
        imported = {other for module in modules().values() if module.part in parts for other in own_parts(module)}
        if (found := imported & shown - parts) != claimed:
            wrong[", ".join(sorted(parts))] = sorted(found)

    assert wrong == {}


def test_no_import_leads_up() -> None:
    """Nothing imports from a floor above its own."""
    up = [
        f"{module.name or FACE} imports {part}"
        for module in modules().values()
        for part in own_parts(module)
        if floor(part) > floor(module.part)
    ]

    assert up == []


@pytest.mark.parametrize("name", VOCABULARY)
def test_vocabulary_stands_alone(name: str) -> None:
    """A vocabulary module imports nothing of ours but the vocabulary before it."""
    before = set(VOCABULARY[: VOCABULARY.index(name)])

    assert sorted(own_parts(modules()[name]) - before) == []


def test_every_step_says_which_neighbours_it_knows() -> None:
    """NEIGHBOURS has an entry for each part of the floor on which reading stands, and for no other."""
    assert NEIGHBOURS.keys() == FLOORS[floor("reading")]


@pytest.mark.parametrize("part", NEIGHBOURS)
def test_steps_import_the_neighbours_they_name(part: str) -> None:
    """Each step imports those neighbours that NEIGHBOURS allows it, all of them and no others.

    Reading, choosing a profile and rendering import none: the toolkit and the guard bring them together.
    """
    imported = {other for module in modules().values() if module.part == part for other in own_parts(module)}

    assert imported & NEIGHBOURS.keys() == NEIGHBOURS[part]


@pytest.mark.parametrize("part", ["toolkit", "cli"])
def test_only_the_outside_imports_toolkit_and_cli(part: str) -> None:
    """The toolkit is imported by the face and the outermost floor, the command line by `__main__` alone."""
    allowed = {"toolkit": {FACE, "default", *FLOORS[-1]}, "cli": {"__main__"}}[part]
    importers = {module.part for module in modules().values() if part in own_parts(module)}

    assert part in {module.part for module in modules().values()}
    assert sorted(importers - allowed) == []


def test_no_import_circles() -> None:
    """There is an order in which the modules could be read one after the other."""
    graph = {name: own_modules(module) for name, module in modules().items()}

    assert set(TopologicalSorter(graph).static_order()) >= set(modules())  # raises CycleError, which names the circle


@pytest.mark.parametrize("library", HOMES)
def test_library_has_one_home(library: str) -> None:
    """A library that could be replaced is named in one place, so that replacing it changes one place."""
    users = {
        module.name or FACE
        for module in modules().values()
        if library in {name.partition(".")[0] for name in imported_names(module)}
    }

    assert users, f"nothing imports {library}; is it still needed?"
    assert sorted(user for user in users if not re.fullmatch(HOMES[library], user)) == []


def test_every_imported_library_is_declared() -> None:
    """What the package imports stands in its dependencies or extras and does not come along by luck."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    lines = [*project["dependencies"], *extras["parquet"], *extras["spark"]]
    declared = {normalised(re.split(r"[<>=!~;\[ ]", line)[0]) for line in lines}
    roots = {name.partition(".")[0] for module in modules().values() for name in imported_names(module)}
    foreign = roots - set(sys.stdlib_module_names) - {"tonekit", ""}
    distributions = packages_distributions()

    undeclared = [root for root in foreign if not declared & {normalised(d) for d in distributions.get(root, [root])}]

    assert sorted(undeclared) == []


def normalised(distribution: str) -> str:
    """Return the name of a distribution as package indexes compare it."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_import_is_light() -> None:
    """`import tonekit` loads none of the heavy libraries: they come with the first message."""
    code = "import sys, tonekit; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "tonekit" in loaded
    assert sorted(HEAVY & set(loaded)) == []


def test_an_answer_loads_no_check_of_drafts() -> None:
    """Who only reads and answers messages does not wait for what checks drafts: it comes with the first draft."""
    code = "import sys, tonekit; tonekit.personalize('Hello'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    checks = [name for name in loaded if name.startswith("tonekit.guard.") and name.endswith(("_check", ".draft"))]
    assert checks == []


def test_drafts_are_checked_in_layers() -> None:
    """What checks drafts is read from the words upwards: none of it imports from a later one of CHECK_FLOORS."""
    wrong = [
        f"{module.name} imports {name}"
        for module in modules().values()
        for name in own_modules(module)
        if (own := check_floor(module.name)) is not None and (other := check_floor(name)) is not None and other > own
    ]

    assert wrong == []
    assert {check_floor(name) for name in modules()} == {None, *range(len(CHECK_FLOORS))}


def check_floor(name: str) -> int | None:
    """Return which of CHECK_FLOORS a module stands on, or None where it has nothing to do with drafts."""
    part = name.removeprefix("guard.").partition(".")[0] if name.startswith("guard.") else ""
    return next((number for number, parts in enumerate(CHECK_FLOORS) if part in parts), None)


def test_no_module_has_an_empty_name() -> None:
    """A module is named after the one thing it does."""
    assert [name for name in modules() if EMPTY_NAMES & set(name.split("."))] == []


def test_every_module_has_a_docstring() -> None:
    """The first line of a file says what it is for."""
    assert [name or FACE for name, module in modules().items() if not ast.get_docstring(module.tree)] == []


def test_no_module_is_long() -> None:
    """A module has 250 lines at most: what takes more does two things."""
    long = {
        str(module.path.relative_to(PACKAGE)): lines
        for module in modules().values()
        if (lines := len(module.path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    }

    assert long == {}


def test_no_folder_is_crowded() -> None:
    """A folder has two dozen modules at most: what takes more has parts that deserve a name."""
    modules_of = Counter(path.parent.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("[!_]*.py"))

    assert {name: count for name, count in modules_of.items() if count > FULLEST_FOLDER}.keys() == FULL_FOLDERS


def test_no_function_is_long() -> None:
    """What a function does takes thirty lines at most; its parameters and its docstring are not counted."""
    long = [
        f"{module.path.relative_to(PACKAGE)}:{node.lineno} {node.name}"
        for module in modules().values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and lines_of(node) > LONGEST_FUNCTION
    ]

    assert long == []


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return how many lines the statements of a function take."""
    statements = function.body[1:] if ast.get_docstring(function) else function.body
    return (statements[-1].end_lineno or 0) - statements[0].lineno + 1 if statements else 0


def test_every_exception_has_its_reason() -> None:
    """Who switches a rule off for a line says behind it why: `noqa: S301 - from the process that started this one`."""
    bare = [
        f"{path.relative_to(CHECKOUT)}:{number}"
        for folder in ("src", "tests", "benchmarks")
        for path in sorted((CHECKOUT / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(r"#\s*noqa", line) and not re.search(r"#\s*noqa: [A-Z]+\d+(, [A-Z]+\d+)* - \S", line)
    ]

    assert bare == []


def test_every_test_says_what_is_promised() -> None:
    """Each test function has a docstring: the promise that it keeps."""
    silent = [
        f"{path.relative_to(TESTS)}:{node.lineno} {node.name}"
        for path in sorted(TESTS.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_")
        if not ast.get_docstring(node)
    ]

    assert silent == []
