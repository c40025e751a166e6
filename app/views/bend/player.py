"""Time for the morph: act after act by itself, each a little while in its place."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

TICK = 33  # ms: 30 pictures a second
MOVING, RESTING = 40, 14  # ticks from act to act, and at the end of each
STILL = 1400  # ms that each act is seen, for people whom moving things disturb


class Player(QObject):
    """`at(where)` while it plays, in acts; `rested()` at the end of each, `ended()` when it has come to the last one's
    or was stopped."""

    at = Signal(float)
    rested = Signal()
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.tick)
        self.still = False
        self._at, self._last, self._rest = 0.0, 0, 0

    @property
    def plays(self) -> bool:
        return self.timer.isActive()

    def play(self, at: float, last: int) -> None:
        """From there to the last act; from the beginning where it is there already."""
        self._at, self._last, self._rest = 0.0 if at >= last else at, last, 0
        self.timer.start(STILL if self.still else TICK)
        self.at.emit(self._at)

    def stop(self) -> None:
        if self.plays:
            self.timer.stop()
            self.ended.emit()

    def set_still(self, still: bool) -> None:
        """From act to act without what lies between."""
        self.still = still
        if self.plays:
            self.timer.start(STILL if still else TICK)

    def tick(self) -> None:
        """A moment later."""
        if self._at >= self._last:
            self.stop()
        elif self._rest:
            self._rest -= 1
        else:
            self._move()

    def _move(self) -> None:
        before = int(self._at)
        self._at = before + 1.0 if self.still else round(self._at * MOVING + 1) / MOVING
        self.at.emit(self._at)
        if int(self._at) > before:
            self._rest = 0 if self.still else RESTING
            self.rested.emit()
