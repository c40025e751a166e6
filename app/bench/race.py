"""A race of optimizers: all its paths again while a value is dragged."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.bench.rows import Found, Row
from core.race import Race

KINDS = ("sgd", "adagrad", "rmsprop", "adam", "nadam")
UPDATES, DRAGS = 150, 40
MOST = 30.0  # ms from the dragged value to its paths


def measure() -> Found:
    """The rows of a race, computed and drawn."""
    return [_computed(), _drawn()]


def _race(rate: float) -> Race:
    racers = [
        {"name": kind, "colour": place, "optimizer": {"kind": kind, "lr": rate}} for place, kind in enumerate(KINDS)
    ]
    return Race.parse({"kind": "race", "terrain": {"kind": "rosenbrock"}, "updates": UPDATES, "racers": racers})


def _computed() -> Row:
    from core.race.tracks import tracks

    times = []
    for drag in range(DRAGS):
        race = _race(0.001 + 0.0001 * drag)
        start = time.perf_counter()
        tracks(race)
        times.append(1000 * (time.perf_counter() - start))
    figure = statistics.median(times)
    work = f"five paths of {UPDATES} updates on Rosenbrock's valley ({', '.join(KINDS)})"
    return Row("a race, computed", work, f"{MOST:g} ms", figure, "ms", figure <= MOST)


class Painted(QObject):
    """Tells whether a picture has been painted since the paths were last told; all others are painted with it."""

    def __init__(self, lab: Any, picture: QWidget) -> None:
        super().__init__(picture)
        self.newest = False
        lab.paths.runs_changed.connect(self._told)
        picture.installEventFilter(self)

    def _told(self) -> None:
        self.newest = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.newest |= event.type() == QEvent.Type.Paint
        return False


def _drawn() -> Row:
    """From a change of the learning rate to the picture that shows its paths, in the real window."""
    from app.command_line.waiting import wait, without_screen
    from app.race.room import RaceRoom
    from app.shell.room import RACE
    from app.shell.settings import Settings

    without_screen()
    from app import application

    application.prepare()
    times = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "race.toml"
        _race(0.001).save(path)
        window = application.open_window(path, Settings(Path(folder) / "window.ini"))
        room = window.rooms.of(RACE)
        assert isinstance(room, RaceRoom)
        wait(lambda: window.room is room and room.lab.paths.complete, 60.0)
        wait(
            lambda: window.network.lab.runs.ready, 60.0
        )  # torch, which the other room loads meanwhile, is not what is measured
        painted = Painted(room.lab, room.stage.pictures.map)
        for drag in range(DRAGS):
            start = time.perf_counter()
            room.store.edit(f"racers.{1 + KINDS.index('adam')}.optimizer.lr", 0.002 + 0.0001 * drag)
            wait(lambda: room.lab.paths.complete and painted.newest, 5.0, every=0)
            times.append(1000 * (time.perf_counter() - start))
        window.close_and_forget()
    figure = statistics.median(times)
    return Row(
        "a race, drawn",
        "the same in the window, from the dragged value to the picture",
        f"{MOST:g} ms",
        figure,
        "ms",
        figure <= MOST,
    )
