"""Replay: what time does while one looks back. It leads through what was, to now, and from there the run goes on."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.network.branching import Branching
from app.network.looking_back import LookingBack
from app.network.runs import Runs
from core.threads import commands
from core.threads.commands import Size

FRAME = 33  # ms between two pictures
LONGEST = 0.2  # seconds that one picture may stand for
WHOLE = 4.0  # seconds for the whole run where it is as fast as possible


class Replay(QObject):
    """`arrived()`: the present is reached, and the run can go on."""

    arrived = Signal()

    def __init__(self, time: LookingBack, runs: Runs, branching: Branching, parent: QObject) -> None:
        super().__init__(parent)
        self._time, self._runs, self._branching = time, runs, branching
        self._place = 0.0
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._advance)

    def play(self, speed: float | str) -> None:
        """Go on in time, at so many updates a second, or begin the branch that waits."""
        if self._branching.pending:
            self._branching.begin(commands.Resume())
            return
        self._rate = max(1000.0, self._time.made / WHOLE) if speed == "max" else float(speed)
        self._place = float(self._time.place)
        self._runs.become(self._runs.standing.wanted(True))
        self._clock.start()
        self._timer.start()

    def step(self, size: Size) -> None:
        """One "update" or "epoch" on in time. A "sample" is shown by a run that makes the update: what came after is
        made anew beside it."""
        if size == "sample" and not self._branching.pending:
            self._time.part()
        if self._branching.pending:
            self._branching.begin(commands.Step(size))
        else:
            self._time.move(self._time.epoch if size == "epoch" else 1)

    def _advance(self) -> None:
        if not (self._time.is_on and self._runs.standing.playing):
            self._timer.stop()
            return
        self._place += self._rate * min(self._clock.restart() / 1000, LONGEST)
        if self._place < self._time.made:
            self._time.look_at(int(self._place), playing=True)
            return
        self._timer.stop()
        self._time.now()
        if not self._runs.standing.state.over:
            self.arrived.emit()
