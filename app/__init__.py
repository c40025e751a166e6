"""The window: Qt and pyqtgraph. May import core, never torch."""

import builtins
import contextlib
import importlib
import sys
import types
from collections.abc import Iterator

from core.machine.preload import before_qt

COPIED = ("QtCore", "QtGui", "QtWidgets")  # of which pyqtgraph has modules of its own


def _load_qt() -> None:
    """Load Qt, and then let Python import as before.

    PySide puts an import of its own in the place of Python's, which reads the source of each module that comes after
    it, to learn whether that calls Qt by other names (PySide's `__feature__`). Nobody does here, and it would cost a
    tenth of the start.
    """
    before_qt()
    own = builtins.__import__
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = own


def _load_pyqtgraph() -> None:
    """Load pyqtgraph, and no more of Qt than it uses.

    PySide makes a class of Qt when somebody asks for it. pyqtgraph asks for all of them, to copy their names into
    modules of its own, and that would cost a seventh of the start. So it is given modules that ask when they are
    asked, and finds nothing to copy.
    """
    with contextlib.ExitStack() as unlisted:
        for name in COPIED:
            qt = importlib.import_module(f"PySide6.{name}")
            sys.modules[f"pyqtgraph.Qt.{name}"] = _asking(qt, f"pyqtgraph.Qt.{name}")
            unlisted.enter_context(_unlisted(qt))
        importlib.import_module("pyqtgraph")


def _asking(source: types.ModuleType, name: str) -> types.ModuleType:
    """A module with the names of another one, each looked up there when it is first asked for."""
    made = types.ModuleType(name)

    def ask(word: str) -> object:
        found = getattr(source, word)
        setattr(made, word, found)
        return found

    vars(made)["__getattr__"] = ask
    return made


@contextlib.contextmanager
def _unlisted(module: types.ModuleType) -> Iterator[None]:
    """Meanwhile `dir(module)` is empty."""
    names = vars(module)
    before = names["__dir__"]
    names["__dir__"] = list
    try:
        yield
    finally:
        names["__dir__"] = before


_load_qt()
_load_pyqtgraph()
