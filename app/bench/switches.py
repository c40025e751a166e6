"""A window with every dock open changes its theme, its text size, its layout: how long is its own thread busy until all
is painted? And with each dock that is opened for the first time?"""

from __future__ import annotations

import pathlib
import tempfile
import time
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.bench.rates import preset
from app.bench.rows import Found, Row
from app.command_line.waiting import wait, without_screen
from core.frozen import frozen

if TYPE_CHECKING:
    from app.window.window import MainWindow

PRESET = "playground"
TIMES = 5  # there and back
TURNS = 6  # of the loop: what is put off to the next one is done, and painted
DRESS, DOCK = 300.0, 100.0  # ms
PATIENCE = 120.0  # seconds


@frozen
class Cost:
    """Milliseconds until all is painted: of the window's own thread, and by the clock."""

    own: float
    clock: float


def measure() -> Found:
    """One window, its run at rest."""
    without_screen()
    from app import application
    from app.shell.settings import Settings

    application.prepare()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = pathlib.Path(name)
        preset(PRESET).save(folder / "bench.toml")
        window = application.open_window(folder / "bench.toml", Settings(folder / "window.ini"))
        wait(lambda: window.network.lab.runs.ready, PATIENCE)
        docks = opened(window)
        found: Found = [row_of_docks(docks), *(_row(window, *switch) for switch in switches(window))]
        window.close_and_forget()
    return found


def opened(window: MainWindow) -> dict[str, Cost]:
    """Every dock that is not seen, opened as from the menu; what each took, by its title."""
    found = dict[str, Cost]()
    for name, dock in window.network.docks.items():
        if not dock.seen:
            found[dock.windowTitle()] = _cost(lambda name=name: window.network.layouts.open_or_shut(name))
            dock.show()
    return found


def switches(window: MainWindow) -> tuple[tuple[str, str, float, Callable[[], object], Callable[[], object]], ...]:
    """What is measured: name, work, bar in ms, there, back."""
    store, looks = window.network.store, window.appearance

    def at(**value: object) -> Callable[[], object]:
        return lambda: store.change_view(**value)

    return (
        ("theme", "light to dark, and back", DRESS, lambda: looks.choose("dark"), lambda: looks.choose("light")),
        ("text size", "100 % to 150 %, and back", DRESS, at(text_scale=1.5), at(text_scale=1.0)),
        ("layout", "Explore to Lecture, and back", DRESS, at(layout="Lecture"), at(layout="Explore")),
    )


def _row(window: MainWindow, name: str, work: str, bar: float, there: Callable, back: Callable) -> Row:
    """The first change there and back is left out: it draws what is kept afterwards."""
    found = [_cost(change) for _ in range(1 + TIMES) for change in (there, back)][2:]
    own, clock = median(cost.own for cost in found), median(cost.clock for cost in found)
    widgets = [widget for widget in QApplication.allWidgets() if widget.window() is window]
    seen = sum(map(QWidget.isVisible, widgets))
    note = f"{clock:,.0f} ms by the clock; {len(widgets):,} widgets, of which {seen:,} are seen"
    told = f"the same window, {work}, until all is painted"
    return Row(f"another {name}", told, _bar(bar), own, "ms", own <= bar, note)


def row_of_docks(docks: dict[str, Cost]) -> Row:
    """The dearest of them."""
    title = max(docks, key=lambda title: docks[title].own)
    most, usual = docks[title].own, median(cost.own for cost in docks.values())
    note = f"{title}; {usual:.0f} ms is the median of {len(docks)}"
    work = f"`{PRESET}` at rest, each dock of the *View* menu for the first time, until it is painted"
    return Row("a dock opened", work, _bar(DOCK), most, "ms", most <= DOCK, note)


def _bar(most: float) -> str:
    return f"{most:g} ms of the window's own thread"


def _cost(change: Callable[[], object]) -> Cost:
    begun = time.thread_time(), time.perf_counter()
    change()
    for _ in range(TURNS):
        QApplication.processEvents()
    return Cost(1000 * (time.thread_time() - begun[0]), 1000 * (time.perf_counter() - begun[1]))
