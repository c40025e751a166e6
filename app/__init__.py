"""The window: Qt and pyqtgraph. May import core, never torch."""

import builtins
import importlib

from core.machine.preload import before_qt


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


_load_qt()
