"""The order in which libraries have to be loaded."""

from __future__ import annotations

import importlib
import sys


def before_qt() -> None:
    """Call it before Qt is imported. On Windows torch fails to load its libraries after Qt (pytorch issue 166628), so it
    comes first there; elsewhere the window comes first and torch later, in the background."""
    if sys.platform == "win32":
        importlib.import_module("torch")
