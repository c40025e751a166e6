"""The house's promises: who may import whom, what the window may wait for, where chance comes from."""

from __future__ import annotations

import ast
import pathlib
import re
import subprocess
import sys

import pytest

from tests.building.places import ROOT
from tests.building.sources import SOURCES, TESTS, trees

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
MAY_IMPORT_TORCH = {"core/networks/lent.py", "core/networks/network.py", "core/machine/device.py"}
CHANCE_OF_THE_PROCESS = {
    "torch": {"manual_seed", "seed", "rand", "randn", "randint", "randperm", "bernoulli", "normal", "set_default_dtype", "set_default_device"},
    "np.random": None,
    "numpy.random": None,
    "random": {"seed", "random", "randint", "shuffle", "choice", "choices", "sample", "uniform", "gauss"},
}  # fmt: skip

IMPORT_ALL = """
import importlib, pkgutil, sys
def load(name):
    package = importlib.import_module(name)
    for entry in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(entry.name)
{load}
found = sorted(name for name in {forbidden} if name in sys.modules)
assert not found, f"loaded: {{found}}"
"""


def _name(path: pathlib.Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _run(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, timeout=100)
    assert done.returncode == 0, done.stderr


def test_the_window_its_runs_and_every_family_come_without_torch_and_numba():
    """The window's own thread loads all of these: torch, on it, would hold the first pictures up by seconds."""
    load = "load('app')\nimport core.threads.runner, core.race.runner\nfrom core import registry\nfor name in registry.FAMILIES: registry.family(name)"
    _run(IMPORT_ALL.format(load=load, forbidden=["torch", "numba"]))


def test_the_core_comes_without_qt():
    _run(IMPORT_ALL.format(load="load('core')", forbidden=["PySide6", "shiboken6", "pyqtgraph", "app"]))


def test_import_rules():
    command = [str(pathlib.Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=100)
    assert done.returncode == 0, done.stdout + done.stderr


def test_torch_and_numba_stay_out_of_module_level():
    named = trees(re.compile(r"\b(torch|numba)\b").search)
    assert not [_name(path) for path, tree in named if not _may_import_torch(_name(path)) and _loads_torch(tree)]


def _may_import_torch(name: str) -> bool:
    return name in MAY_IMPORT_TORCH or name.startswith("core/engines/") or name.endswith(("_module.py", "_torch.py"))


def _loads_torch(tree: ast.Module) -> bool:
    loaded = {top for node in _at_module_level(tree) for top in _imported(node)}
    return bool(loaded & {"torch", "numba"})


def _at_module_level(tree: ast.AST):
    """Import statements that run when the module is imported: not those in functions, nor those for the type
    checker."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield node
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) and not _is_type_checking(node):
            yield from _at_module_level(node)


def _is_type_checking(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
    return [name.partition(".")[0] for name in names]


def test_no_chance_that_belongs_to_the_whole_process():
    owners = trees(re.compile(r"\b(torch|random)\b").search)
    assert not {_name(path): calls for path, tree in owners if (calls := _process_wide_calls(tree))}


def _process_wide_calls(tree: ast.Module) -> list[str]:
    own_random = any(
        isinstance(node, ast.ImportFrom) and node.module == "core" and "random" in {alias.name for alias in node.names}
        for node in ast.walk(tree)
    )
    calls = [ast.unparse(node) for node in _called(tree) if isinstance(node, ast.Attribute)]
    return [call for call in calls if _is_process_wide(call, own_random)]


def _called(tree: ast.Module) -> list[ast.expr]:
    return [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _is_process_wide(call: str, own_random: bool) -> bool:
    owner, _, name = call.rpartition(".")
    if owner not in CHANCE_OF_THE_PROCESS or (owner == "random" and own_random):
        return False
    names = CHANCE_OF_THE_PROCESS[owner]
    return names is None or name in names


LOOSE = {  # everybody's words, and what all views share; everything else lies in a room
    "core": {"document", "frames", "frozen", "messages", "params", "random", "registry"},
    "app": {"application"},
    "app/views": {"base", "face", "frame_view", "registry", "saving"},
}
MOST_LINES, MOST_OF_A_TEST, MOST_OF_A_FUNCTION, MOST_METHODS = 400, 700, 50, 25


@pytest.mark.parametrize("folder", LOOSE)
def test_no_module_lies_loose(folder):
    assert {path.stem for path in (ROOT / folder).glob("*.py")} == LOOSE[folder] | {"__init__"}


def test_files_stay_small():
    lengths = {_name(path): len(path.read_text("utf-8").splitlines()) for path in [*SOURCES, *TESTS]}
    most = {name: MOST_OF_A_TEST if name.startswith("tests/") else MOST_LINES for name in lengths}
    assert not {name: length for name, length in lengths.items() if length > most[name]}


def test_functions_stay_small():
    assert not [
        f"{_name(path)}:{node.name}"
        for path, tree in trees(lambda text: text.count("\n") >= MOST_OF_A_FUNCTION)
        for node in ast.walk(tree)
        if isinstance(node, FUNCTIONS) and (node.end_lineno or 0) - node.lineno >= MOST_OF_A_FUNCTION
    ]


def test_classes_stay_small():
    assert not [
        f"{_name(path)}:{node.name}"
        for path, tree in trees(lambda text: text.count("def ") > MOST_METHODS)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and sum(isinstance(each, FUNCTIONS) for each in node.body) > MOST_METHODS
    ]


HOLDS_THE_PAINT = {"event", "viewportEvent", "sceneEvent", "notify"}


def test_no_widget_holds_the_interpreter_while_qt_paints():
    """Qt paints and flushes a whole window in the handler of all events: where Python has one of its own, learning
    waits meanwhile. The handler of one kind of event does, or a filter on the one widget."""
    assert not [
        f"{_name(path)}:{node.name}.{each.name}"
        for path, tree in trees(re.compile(rf"\bdef\s+({'|'.join(HOLDS_THE_PAINT)})\b").search)
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for each in node.body
        if isinstance(each, FUNCTIONS) and each.name in HOLDS_THE_PAINT
    ]


def test_nobody_asks_for_a_part_of_torch_before_the_whole_is_there():
    """A thread that begins with a part and one that begins with torch itself would meet it half loaded."""
    assert not [
        f"{_name(path)}:{node.lineno}"
        for path, tree in trees(re.compile(r"(from|import) torch\.").search)
        for node in _torch_in_parts(tree)
    ]


def _torch_in_parts(tree: ast.Module) -> list[ast.stmt]:
    """Imports of parts that no import of the whole comes before, when the module itself is loaded."""
    named = [(node, _imported(node)) for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))]
    whole = min((node.lineno for node, names in named if node in tree.body and "torch" in names), default=sys.maxsize)
    return [node for node, names in named if node.lineno < whole and any(name.startswith("torch.") for name in names)]


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names]


def test_nobody_listens_to_the_events_of_the_whole_program():
    filtering = trees(re.compile("installEventFilter").search)
    assert not {_name(path): wide for path, tree in filtering if (wide := _program_wide_filters(tree))}


def _program_wide_filters(tree: ast.Module) -> list[str]:
    """Who is given a filter and is, or was once given, the application."""
    programs = {
        ast.unparse(target)
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and _is_the_program(ast.unparse(node.value))
        for target in node.targets
    }
    given = [
        ast.unparse(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr == "installEventFilter"
    ]
    return [receiver for receiver in given if receiver in programs or _is_the_program(receiver)]


def _is_the_program(expression: str) -> bool:
    return bool(re.search(r"Application\b.*\(|\bqApp\b|\bprepare\(\)", expression))


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (
            "app = QApplication.instance()\nif app:\n    (app.installEventFilter if on else app.removeEventFilter)(self)",
            1,
        ),
        ("QtCore.QCoreApplication.instance().installEventFilter(self)", 1),
        ("qApp.installEventFilter(self)", 1),
        ("self.app = prepare()\nself.app.installEventFilter(self)", 1),
        ("app = QApplication.instance()\nwindow.installEventFilter(self)", 0),
    ],
)
def test_a_filter_on_the_program_is_seen(code, found):
    assert len(_program_wide_filters(ast.parse(code))) == found


OF_THE_GAN = re.compile(r"\bGANs?\b|\bgan\b|[Dd]iscriminator|(?<!number )\bgenerator")
NAMES_THE_GAN = {"core/tasks/gan.py", "core/experiment/ready_gan.py", "core/experiment/ready_networks.py"}


def test_only_the_gan_speaks_of_its_players():
    """All others ask a task for its players, and these for their names."""
    named = {_name(path) for path in SOURCES if OF_THE_GAN.search(path.read_text("utf-8"))}
    assert named == NAMES_THE_GAN


def test_tests_share_what_lies_in_building_and_nothing_else():
    importing = trees(re.compile(r"\b(from|import)\b.*(\s\.|\btests\b(?!\.building\b))").search, TESTS)
    assert not {_name(path): modules for path, tree in importing if (modules := _tests_imported(tree))}


def _tests_imported(tree: ast.Module) -> set[str]:
    """The modules of tests that a test imports, without those that are there to be imported."""
    return {
        module
        for node in ast.walk(tree)
        for module in _modules(node)
        if re.match(r"tests\b|\.", module) and not re.match(r"tests\.building\b", module)
    }


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return ["." * node.level + (node.module or "")]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
