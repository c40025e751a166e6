"""Eyes: which runs are seen in the curves beside the one that is shown, those of the shelf too."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.network.looking_back import GONE
from app.network.runs import Runs, known
from app.network.shelf import Shelf
from core.history.metrics import Curves, Metrics
from core.runs.run import Run

MOST = 8  # lines in one picture, that of the run that is shown among them
FULL = "Eight curves are seen: that is the most. Hide one first."


class Eyes(QObject):
    """`open` are the runs by their ids; `say` tells a sentence."""

    changed = Signal()

    def __init__(self, runs: Runs, shelf: Shelf, say: Callable[[str], object], parent: QObject) -> None:
        super().__init__(parent)
        self._runs, self._shelf, self._say = runs, shelf, say
        self.open: tuple[str, ...] = ()
        self._kept: dict[str, Metrics] = {}  # of those that the window does not hold
        runs.began.connect(self._on_began)

    def turn(self, run: str, *, on: bool) -> None:
        """See a run's curve, or no longer."""
        if not on:
            self._close(run)
        elif len(self.open) >= MOST - 1:
            self._say(FULL)
        elif known(self._runs.held.values(), run) is not None or run in self._kept:
            self._open(run)
        elif self._shelf.entry(run) is not None:
            self._shelf.read_curves(run, functools.partial(self._take, run))
        else:
            self._say(GONE)

    @property
    def metrics(self) -> tuple[Metrics, ...]:
        """What they have measured; nothing of the run that is shown, whose line is there anyway."""
        found = (self._metrics_of(run) for run in self.open)
        return tuple(each for each in found if each is not None and each.run != self._runs.shown_run)

    def _metrics_of(self, run: str) -> Metrics | None:
        held = known(self._runs.held.values(), run)
        return self._kept.get(run) if held is None else self._runs.metrics[held.number]

    def _take(self, id: str, run: Run, curves: Curves) -> None:
        metrics = Metrics.of(curves, run.experiment, run.marks)
        metrics.letter = run.letter
        self._kept[id] = metrics
        self._open(id)

    def _open(self, run: str) -> None:
        if run not in self.open and len(self.open) < MOST - 1:
            self.open += (run,)
            self.changed.emit()

    def _close(self, run: str) -> None:
        self.open = tuple(each for each in self.open if each != run)
        self._kept.pop(run, None)
        self.changed.emit()

    def _on_began(self, _number: int) -> None:
        if self.open:
            self.changed.emit()
