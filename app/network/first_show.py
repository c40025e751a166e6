"""FirstShow: the run that a person sees without having asked for anything. It plays to its goal, rests there, and what
to try is offered."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.bars.try_line import TryLine
from app.network.lab import Lab
from core.frames import Update

SPEED = 60.0  # updates a second: an update with each picture


class FirstShow(QObject):
    """Looks at the lab's present run alone. Another one ends it, and so does playing on beyond the goal."""

    def __init__(self, lab: Lab, line: TryLine) -> None:
        super().__init__(lab)
        self._lab, self._line, self._run = lab, line, lab.run.number
        self._heard = [lab.runs.updated.connect(self._look), lab.runs.began.connect(self._over)]

    def _look(self, update: Update) -> None:
        if update.run == self._run and any(mark.kind == "goal" for mark in update.marks):
            self.disconnect(self._heard.pop(0))
            self._lab.pause()
            self._line.begin_again()
            self._heard += [self._lab.playing_changed.connect(self._over), self._line.chosen.connect(self._go_on)]

    def _go_on(self, _change: object) -> None:
        """The first thing that is tried is to be seen: it plays again."""
        self._lab.play()

    def _over(self, _why: object) -> None:
        for connection in self._heard:
            self.disconnect(connection)
        self.deleteLater()
