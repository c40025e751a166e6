"""From nothing to a window on the screen, against the barest window; and to the first update. Each in a process of its
own."""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import time

from app.bench.rows import Found, Row, median_of_pairs
from app.command_line.waiting import without_screen
from core.machine import processes

BARE = """
import pyqtgraph
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
while not window.windowHandle().isExposed(): app.processEvents()
app.processEvents()
print("there", flush=True)
"""
OURS = """
from core.machine.preload import starting
with starting():
    from app import application
    window = application.open_window()
app = application.prepare()
while not window.windowHandle().isExposed(): app.processEvents()
app.processEvents()
print("there", flush=True)
from app.command_line.waiting import wait
lab, views = window.network.lab, window.network.views.there
def drawn():
    return all(views[name].empty.isHidden() for name in ("network", "boundary", "loss"))
wait(lambda: lab.run.last is not None and lab.run.last.updates >= 1 and drawn(), 60.0)
app.processEvents()
print("learning", flush=True)
window.close_and_forget()
"""
REFUSED = "import sys; sys.modules['torch'] = None\n"  # so that nobody waits for it unseen
WINDOW, PICTURES = 1.8, 2.5
BAR = "{:g} × a bare script with PySide6.QtWidgets and pyqtgraph"


def measure() -> Found:
    """As at the second start and later, when Python has put its compiled files beside the sources."""
    without_screen()
    _seconds(OURS)
    found: list[tuple[dict[str, float], float]] = []

    def pair() -> tuple[float, float]:
        found.append((_seconds(REFUSED + OURS), _seconds(BARE)["there"]))
        return found[-1][0]["there"], found[-1][1]

    ours, bare, ratio = median_of_pairs(pair)
    first = statistics.median(each["learning"] for each, _ in found)
    times = statistics.median(each["learning"] / other for each, other in found)
    work = (
        "first update, and first input space, neuron maps and loss on the screen; the kernel on the disk, torch refused"
    )
    return [
        Row(
            "start-up", "window on the screen", BAR.format(WINDOW), ratio, "×", ratio <= WINDOW, f"{ours:.2f} s against {bare:.2f} s"
        ),
        Row("start-up", work, BAR.format(PICTURES), times, "×", times <= PICTURES, f"{first:.2f} s"),
    ]  # fmt: skip


def _seconds(code: str) -> dict[str, float]:
    """Seconds from the start of a process to each word that it says."""
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as home:
        environment = processes.environment() | {"DESCENT_LAB_HOME": home}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        start = time.perf_counter()
        process = subprocess.Popen(
            processes.python("-c", code), stdout=subprocess.PIPE, text=True, env=environment, cwd=processes.ROOT
        )
        assert process.stdout is not None
        for line in process.stdout:
            found[line.strip()] = time.perf_counter() - start
        process.wait(timeout=60)
    return found
