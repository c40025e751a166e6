"""Works out the phases of one update beside the window: for some optimizers torch itself has to make all updates before
it."""

from __future__ import annotations

import functools
import logging

from PySide6.QtCore import QObject, Signal

from app.shell.worker import Worker
from core.race import Race
from core.race.phases import Phase, phases

log = logging.getLogger(__name__)


class Narrator(QObject):
    """`ready(name, update, phases)` for the last question only."""

    ready = Signal(str, int, tuple)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker(self, name="race-phases")
        self._worker.done.connect(self._tell)

    def ask(self, race: Race, name: str, update: int) -> None:
        """The parts of update number `update` (from 1) of the racer of that name."""
        self._worker.start(functools.partial(_answer, race, name, update))

    def close(self, patience: float) -> bool:
        """Wait for the question under way; False where it takes longer than `patience` seconds."""
        return self._worker.close(patience)

    def _tell(self, answer: tuple[str, int, tuple[Phase, ...]]) -> None:
        self.ready.emit(*answer)


def _answer(race: Race, name: str, update: int) -> tuple[str, int, tuple[Phase, ...]]:
    """The question with its phases; none where working them out fails, which must not end the program."""
    try:
        return name, update, phases(race, name, update)
    except Exception:
        log.exception("the phases of an update failed")
        return name, update, ()
