"""RaceTrying: the line over the pictures of a race that says what is worth trying, and makes its change."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.bars.try_line import TryLine
from app.documents.limits import Limits
from app.race.lab import RaceLab
from app.widgets.limited import limited
from app.widgets.outline import outline
from core.race import Race

NAME = "what_to_try"


class RaceTrying:
    """`place` holds the line; it is gone in a lecture, and where nothing is said."""

    def __init__(self, lab: RaceLab, room: QWidget) -> None:
        self._lab, self._room, self._lecture = lab, room, False
        self.line = TryLine()
        self.place = limited(self.line, NAME)
        self.line.chosen.connect(self._do)
        self.line.wanted_changed.connect(self._settle)
        lab.store.opened.connect(self.line.leave_place)

    def show_race(self, race: Race, lecture: bool) -> None:
        """What is worth trying with it."""
        self._lecture = lecture
        self.line.show_document(race)

    def restrict(self, limits: Limits) -> None:
        """Obey what a file hides and locks."""
        self.place.restrict(limits)

    def _settle(self) -> None:
        self.place.want(self.line.wanted and not self._lecture)

    def _do(self, change: tuple[tuple[str, object], ...]) -> None:
        """What the sentence speaks of is done, and its controls are outlined."""
        self._lab.finish()
        self._lab.edits(change)
        if not self._lab.store.rejected:
            outline(self._room, (path for path, _ in change if path != NAME))
