"""How much memory a long run takes while every picture of it is on the screen."""

from __future__ import annotations

import pathlib
import sys
import tempfile

from app.bench.rates import preset
from app.bench.rows import Found, Row
from core.documents.edits import replace_all

FIRST, UPDATES, MOST = 10_000, 1_000_000, 50.0  # MB
PATIENCE = 900.0  # seconds


def measure() -> Found:
    """The row of a long run."""
    work = f"{UPDATES:,} updates of `playground` with every view on the screen, after the first {FIRST:,}"
    if memory() is None:
        return [
            Row(
                "memory of a long run",
                work,
                f"under {MOST:g} MB more",
                None,
                "MB",
                None,
                "this system does not tell what a process takes now",
            )
        ]
    more, made = _grown()
    return [
        Row(
            "memory of a long run",
            work,
            f"under {MOST:g} MB more",
            more,
            "MB",
            made >= UPDATES and more < MOST,
            f"{made:,} updates",
        )
    ]


def memory() -> float | None:
    """What this process holds in memory now, in MB."""
    if not sys.platform.startswith("linux"):
        return None
    pages = int(pathlib.Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20


def _grown() -> tuple[float, int]:
    """MB more at the end than after the first updates, and how many updates there were."""
    from app import application
    from app.command_line.waiting import wait, without_screen
    from app.shell.settings import Settings

    without_screen()
    application.prepare()
    experiment = replace_all(preset("playground"), (("speed", "max"), ("engine", "fused")))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = pathlib.Path(folder) / "bench.toml"
        experiment.save(path)
        window = application.open_window(path, Settings(pathlib.Path(folder) / "window.ini"))
        for dock in window.network.docks.values():
            dock.show()
            if dock.features():
                dock.setFloating(True)  # docks that share a place would hide one another
        lab = window.network.lab
        wait(lambda: lab.runs.ready, 120.0)
        lab.play()
        wait(lambda: lab.run.last is not None and lab.run.last.updates >= FIRST, PATIENCE)
        before = memory() or 0.0
        wait(lambda: lab.run.last is not None and lab.run.last.updates >= UPDATES, PATIENCE, every=200)
        after, made = memory() or 0.0, lab.run.last.updates if lab.run.last is not None else 0
        window.close_and_forget()
    return after - before, made
