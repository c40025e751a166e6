"""Playhead: which update of the race is shown. Playing moves it along paths that are there already; nothing is computed
for it."""

from __future__ import annotations

import math

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

FRAME = 16  # ms between two pictures
LONGEST = 0.1  # seconds that one picture may stand for: after a pause of the window the balls do not jump


class Playhead(QObject):
    """`place` runs from 0, the start, to `last`; between two updates the balls are on their way."""

    moved = Signal(float)
    playing_changed = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.place, self.last = 0.0, 0
        self.speed = 10.0  # updates a second
        self.playing = False
        self.direction = 1  # −1 where time goes back
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=FRAME)
        self._timer.timeout.connect(self._advance)

    def set_last(self, last: int) -> None:
        """The race has this many updates now; a place beyond the end moves to it."""
        self.last = last
        if self.place > last:
            self.seek(last)

    def play(self, direction: int = 1) -> None:
        """Go on, or back (−1); from the other end where that one is reached."""
        self.direction = direction
        if direction > 0 and self.place >= self.last:
            self._move(0.0)
        elif direction < 0 and self.place <= 0:
            self._move(float(self.last))
        self._clock.start()
        self._timer.start()
        self._set_playing(True)

    def pause(self) -> None:
        self._timer.stop()
        self._set_playing(False)

    def hold(self) -> None:
        """The room has left the front: no time passes, and whether it plays is kept."""
        self._timer.stop()

    def go_on(self) -> None:
        """The room is in front again."""
        if self.playing:
            self._clock.start()
            self._timer.start()

    def seek(self, place: float) -> None:
        """Go to a place."""
        self._move(min(max(place, 0.0), float(self.last)))

    def step(self, direction: int) -> None:
        """Pause, and go to the next whole update (1) or the one before (−1)."""
        self.pause()
        self.seek(math.floor(self.place + 1e-9) + 1 if direction > 0 else math.ceil(self.place - 1e-9) - 1)

    def advance(self, seconds: float) -> None:
        """Play for so long."""
        self.seek(self.place + self.direction * self.speed * seconds)
        if self.place == (self.last if self.direction > 0 else 0):
            self.pause()

    def _advance(self) -> None:
        self.advance(min(self._clock.restart() / 1000, LONGEST))

    def _move(self, place: float) -> None:
        if place != self.place:
            self.place = place
            self.moved.emit(place)

    def _set_playing(self, playing: bool) -> None:
        if playing != self.playing:
            self.playing = playing
            self.playing_changed.emit(playing)
