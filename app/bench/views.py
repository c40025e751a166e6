"""A convolutional net that learns while all its views are on the screen: does the window stay smooth, does the learning
go on?"""

from __future__ import annotations

import itertools
import pathlib
import statistics
import tempfile
import time
from typing import Any
from unittest import mock

from PySide6.QtWidgets import QPushButton

from app.bench.lateness import Lateness
from app.bench.rates import preset
from app.bench.rows import Found, Row
from app.command_line.waiting import wait, without_screen
from core.documents.edits import replace_all
from core.frozen import frozen
from core.threads.pacing import SLICE

SECONDS = 12.0  # of learning while it is measured
PATIENCE = 60.0  # s until each picture has been on the screen once
PRESET = "mnist-cnn"
VIEWS = ("network", "loss", "score", "surface", "layers", "results", "pictures", "codes")
WORK = f"`{PRESET}` at speed *Max*, on the screen pictures, feature maps, excitement, codes, weight space, layers, results with the confusion matrix, and curves"


@frozen
class Slices:
    """When each slice of updates began and ended, s, and how many updates it made."""

    stamps: list[tuple[float, float, int]]

    def gaps(self) -> list[float]:
        """ms from the end of a slice to the beginning of the next."""
        return [1000 * (after[0] - before[1]) for before, after in itertools.pairwise(self.stamps)]

    def lengths(self) -> list[float]:
        """ms of each slice."""
        return [1000 * (end - start) for start, end, _ in self.stamps]


def measure() -> Found:
    """The rows of the window with every view on the screen."""
    without_screen()
    from app import application
    from app.shell.settings import Settings

    application.prepare()
    experiment = replace_all(preset(PRESET), (("speed", "max"), ("schedule", {"kind": "constant"})))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = pathlib.Path(folder) / "bench.toml"
        experiment.save(path)
        window = application.open_window(path, Settings(pathlib.Path(folder) / "window.ini"))
        wait(lambda: window.network.lab.runs.ready, 120.0)
        _show_all(window)
        slices, late, pictures = _seen(window)
        window.close_and_forget()
    return _rows(slices, late, pictures)


def _show_all(window: Any) -> None:
    """Every view in a window of its own: in one place they would hide one another."""
    room = window.network
    for name in VIEWS:
        room.docks[name].show()
        room.docks[name].setFloating(True)
    stack = room.views["network"].stack
    wait(lambda: len(stack.canvas.columns) > 1, 20.0)
    stack.open_card(1, 0)
    guess = next(button for button in stack.card.findChildren(QPushButton) if button.property("guess"))
    guess.click()  # from then on what excites the unit is wanted


def _seen(window: Any) -> tuple[Slices, float, dict[str, int]]:
    """The slices of the learning thread, how late a timer comes (95th percentile, ms), and how many frames of each name
    were shown."""
    from core.training.session import Session

    lab, late, pictures = window.network.lab, Lateness(), {}
    slices = Slices([])
    advance = Session.advance

    def stamped(session: Session, *arguments: Any, **options: Any) -> int:
        start = time.perf_counter()
        made = advance(session, *arguments, **options)
        slices.stamps.append((start, time.perf_counter(), made))
        return made

    def count(update: Any) -> None:
        for name in update.frames:
            pictures[name] = pictures.get(name, 0) + 1

    lab.runs.updated.connect(count)
    with mock.patch.object(Session, "advance", stamped):
        lab.play()
        wait(lambda: bool(lab.runs.shown) and set(lab.runs.shown) <= set(pictures), PATIENCE)
        slices.stamps.clear()
        pictures.clear()
        late.begin()
        end = time.monotonic() + SECONDS
        wait(lambda: time.monotonic() > end, 2 * SECONDS)
        found = late.end()
    lab.runs.updated.disconnect(count)
    return slices, found, pictures


def _rows(slices: Slices, late: float, pictures: dict[str, int]) -> Found:
    gaps, lengths = slices.gaps(), slices.lengths()
    longest, slice_ = max(gaps), max(1000 * SLICE, statistics.median(lengths))
    shown = ", ".join(f"{name} {count / SECONDS:.2g}" for name, count in sorted(pictures.items()))
    rate = sum(made for *_, made in slices.stamps) / SECONDS
    note = f"{statistics.quantiles(gaps, n=100, method='inclusive')[-1]:.3g} ms in 99 of 100; a slice takes {slice_:.3g} ms; {rate:.3g} updates/s"
    return [
        Row(
            "smoothness, a convolutional net with every view on",
            WORK,
            "lateness of a 16 ms timer: 95th percentile under 50 ms",
            late,
            "ms",
            late < 50.0,
            f"pictures a second: {shown}",
        ),
        Row(
            "the longest gap between two slices of its learning",
            "the same",
            "no longer than a slice",
            longest,
            "ms",
            longest <= slice_,
            note,
        ),
    ]
