"""Guess: “Who wins?”: whether what lies ahead of the balls is hidden, which it is until they have come to the end."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.race.lab import RaceLab

GUESS = "race.guess"  # the view's option that hides what lies ahead


class Guess(QObject):
    """`asked` is the person's choice, `on` whether anything is hidden now."""

    asked_changed = Signal(bool)
    on_changed = Signal(bool)

    def __init__(self, lab: RaceLab, parent: QObject) -> None:
        super().__init__(parent)
        self._lab = lab
        self._was_asked = self._was_on = False
        lab.store.view_changed.connect(self._look)
        lab.playhead.moved.connect(self._look)

    @property
    def asked(self) -> bool:
        return bool(self._lab.store.view.options.get(GUESS))

    @property
    def on(self) -> bool:
        return self.asked and self._lab.playhead.place < self._lab.playhead.last

    def choose(self, asked: bool) -> None:
        """Hide what lies ahead, or show all again."""
        store = self._lab.store
        store.change_view(options=store.view.options | {GUESS: asked})

    def _look(self, *_: object) -> None:
        if self._was_asked != self.asked:
            self._was_asked = self.asked
            self.asked_changed.emit(self.asked)
        if self._was_on != self.on:
            self._was_on = self.on
            self.on_changed.emit(self.on)
