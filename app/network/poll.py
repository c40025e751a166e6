"""Poll: the one timer that asks the runs what is new, no sooner than the window has drawn what came last."""

from __future__ import annotations

import enum
import time

from PySide6.QtCore import QObject, QTimer

from app.network.refresh import Refresh
from app.network.runs import Runs


class Phase(enum.Enum):
    """Between one question and the next."""

    RESTING = "resting"  # not begun, or at an end
    WAITING = "waiting"  # for the time of the next question
    PAINTING = "painting"  # the window paints what came
    HELD = "held"  # views are still to draw what came, one in each turn


class Poll(QObject):
    """Paced by what drawing costs; `drawn` tells whether the views have caught up."""

    def __init__(self, runs: Runs, parent: QObject) -> None:
        super().__init__(parent)
        self._runs = runs
        self._refresh = Refresh()
        self._phase = Phase.RESTING
        self._asked_at = 0.0, 0.0  # in the time that this thread worked, and by the clock
        self._waiting = 0  # views that still have to draw what came last
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self._after = QTimer(self, singleShot=True, interval=0)
        self._after.timeout.connect(self._painted)

    def start(self) -> None:
        """Ask at once."""
        self._wait(0)

    def stop(self) -> None:
        """Ask no more."""
        self._phase = Phase.RESTING
        self._timer.stop()
        self._after.stop()

    def draw_on(self, waiting: int) -> None:
        """So many views have still to draw what came last: nothing newer is asked for before they have."""
        self._waiting = waiting
        if self._phase is Phase.HELD and not waiting:
            self._paint()

    @property
    def drawn(self) -> bool:
        """Whether the views have drawn what came last."""
        return not self._waiting

    def _wait(self, milliseconds: int) -> None:
        self._phase = Phase.WAITING
        self._timer.start(milliseconds)

    def _paint(self) -> None:
        self._phase = Phase.PAINTING
        self._after.start()

    def _ask(self) -> None:
        self._asked_at = time.thread_time(), time.perf_counter()
        self._runs.poll()
        self._paint()

    def _painted(self) -> None:
        """The event queue is empty again: the pictures of this poll are on the screen, or one more of them."""
        if self._waiting:
            self._phase = Phase.HELD
            return
        self._refresh.learns_apart(bool(self._runs.free))
        worked, passed = self._asked_at
        self._refresh.spent(time.thread_time() - worked, time.perf_counter() - passed)
        self._refresh.hurried = self._runs.standing.hurried
        self._wait(self._refresh.interval)
