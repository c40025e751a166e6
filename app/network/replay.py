"""Replay: time that passes by itself while one looks back, in either direction: through what was to now, where the run
goes on, or to its start."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from app.documents.experiment_store import Store
from app.network.branching import Branching
from app.network.looking_back import START, LookingBack
from app.network.runs import Runs
from core.threads import commands
from core.threads.commands import Size

FRAME = 33  # ms between two pictures
LONGEST = 0.2  # seconds that one picture may stand for
WHOLE = 4.0  # seconds for the whole run where it is as fast as possible
LEAST = 1000.0  # updates a second there


class Replay(QObject):
    """`arrived()`: the present is reached, and the run can go on."""

    arrived = Signal()

    def __init__(self, store: Store, time: LookingBack, runs: Runs, branching: Branching, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._time, self._runs, self._branching = store, time, runs, branching
        self._place = 0.0
        self._direction = 1
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._advance)

    @property
    def goes_back(self) -> bool:
        """Whether time goes back."""
        return self._timer.isActive() and self._direction < 0 and self._runs.standing.playing

    def play(self) -> None:
        """Go on in time, at so many updates a second, or begin the branch that waits."""
        if self._branching.pending:
            self._branching.begin(commands.Resume())
        else:
            self._go(1)

    def play_back(self) -> None:
        """Go back in time, at so many updates a second, or stand still where it goes back already. What waits in the
        past is let go of, as by any look elsewhere."""
        if self.goes_back:
            self._runs.become(self._runs.standing.wanted(False))
        elif self._time.place <= self._time.first:
            self._time.say(START)
        else:
            self._go(-1)
            self._time.look_at(self._time.place - 1, playing=True)

    def _go(self, direction: int) -> None:
        self._direction, self._place = direction, float(self._time.place)
        self._runs.become(self._runs.standing.wanted(True))
        self._clock.start()
        self._timer.start()

    @property
    def _rate(self) -> float:
        """Updates a second."""
        speed = self._store.experiment.speed
        return max(LEAST, self._time.made / WHOLE) if speed == "max" else float(speed)

    def step(self, size: Size) -> None:
        """One "update" or "epoch" on in time. The turn of a "player" is shown by a run that makes the update: what came
        after is made anew beside it."""
        if size == "player" and not self._branching.pending:
            self._time.part()
        if self._branching.pending:
            self._branching.begin(commands.Step(size))
        else:
            self._time.move(self._time.epoch if size == "epoch" else 1)

    def _advance(self) -> None:
        time = self._time
        if not (time.is_on and self._runs.standing.playing):
            self._timer.stop()
            return
        self._place += self._direction * self._rate * min(self._clock.restart() / 1000, LONGEST)
        if time.first < self._place < time.made:
            time.look_at(int(self._place), playing=True)
        else:
            self._timer.stop()
            self._arrive()

    def _arrive(self) -> None:
        """At the end of the way."""
        if self._direction < 0:
            self._time.look_at(self._time.first, playing=True)
            self._runs.become(self._runs.standing.wanted(False))
            self._time.say(START)
            return
        self._time.now()
        if not self._runs.standing.state.over:
            self.arrived.emit()
