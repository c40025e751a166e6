"""The first start with the kernel at hand: nobody waits for what the ring does not need."""

from __future__ import annotations

import os
import pathlib
import subprocess

import pytest

from app.bench.start import OURS, REFUSED
from core.machine import processes

HEAVY = ("torch", "numba", "pyqtgraph.opengl", "OpenGL", "PIL")
LATER = ("core.training.session", "core.engines.learner", "sqlite3")  # what makes updates and keeps them


@pytest.mark.usefixtures("kernel")
def test_the_ring_learns_and_is_seen_without_torch(tmp_path):
    code = f"{OURS}\nprint([name for name in {HEAVY!r} if sys.modules.get(name) is not None])"
    done = _child(code, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:3] == ["there", "learning", "[]"]


BUILT = f"""
from app import application
window = application.open_window()
print([name for name in {LATER!r} if name in sys.modules])
window.close_and_forget()
"""


def test_the_window_is_built_without_what_learns(tmp_path):
    done = _child(BUILT, tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


SPARING = """
import app
import pyqtgraph as pg
from PySide6 import QtWidgets
print("QWizard" in vars(QtWidgets), "QWizard" in dir(QtWidgets), pg.QtWidgets.QWizard is QtWidgets.QWizard)
"""


def test_no_class_of_qt_is_made_before_somebody_asks_for_it(tmp_path):
    done = _child(SPARING, tmp_path)
    assert done.stdout.split() == ["False", "True", "True"], done.stderr


AHEAD = """
import threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app import application

def window():
    return next(widget for widget in QApplication.topLevelWidgets() if widget.objectName() == "window")

def look():
    there = "torch" in {thread.name for thread in threading.enumerate()} or sys.modules.get("torch._dynamo") is not None
    print(window().gallery.isVisible(), there, flush=True)

def open_gallery():
    look()
    window().gallery.filled.connect(look)
    window().gallery.filled.connect(window().close_and_forget)
    window().open_gallery()

QTimer.singleShot(1000, application.prepare(), open_gallery)
status = application.run()
"""


@pytest.mark.usefixtures("kernel")
@pytest.mark.slow
def test_torch_is_loaded_ahead_when_the_gallery_is_read_and_not_before(tmp_path):
    """A torch of three lines: the real one would take seconds."""
    (tmp_path / "torch").mkdir()
    for name, lines in {"__init__": "", "version": "cuda = None", "_dynamo": ""}.items():
        (tmp_path / "torch" / f"{name}.py").write_text(lines)
    done = _child(f"del sys.modules['torch']\nsys.path.insert(0, {str(tmp_path)!r})\n{AHEAD}", tmp_path)
    assert done.stdout.split() == ["False", "False", "True", "True"], done.stderr


def _child(code: str, home: pathlib.Path) -> subprocess.CompletedProcess[str]:
    """A process in which torch cannot be imported, unless it says otherwise."""
    environment = os.environ | processes.environment() | {"DESCENT_LAB_HOME": str(home)}
    return subprocess.run(
        processes.python("-c", REFUSED + code), capture_output=True, text=True, env=environment, cwd=processes.ROOT, timeout=100, check=False
    )  # fmt: skip
