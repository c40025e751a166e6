"""Works out the phases of one update beside the window: for some optimizers torch itself has to make all updates before
it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from core.race import Race
from core.race.phases import phases

log = logging.getLogger(__name__)


class Narrator(QObject):
    """`ready(name, update, phases)` for the last question only."""

    ready = Signal(str, int, tuple)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ticket = 0
        self._answers = _Answers()
        self._answers.found.connect(self._take)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def ask(self, race: Race, name: str, update: int) -> None:
        """The parts of update number `update` (from 1) of the racer of that name."""
        self._ticket += 1
        self._pool.start(_Question(self._answers, self._ticket, race, name, update))

    def close(self, patience: float) -> bool:
        """Wait for the question under way; False where it takes longer than `patience` seconds."""
        self._ticket += 1
        return self._pool.waitForDone(int(1000 * patience))

    def _take(self, ticket: int, name: str, update: int, found: tuple) -> None:
        if ticket == self._ticket:
            self.ready.emit(name, update, found)


class _Answers(QObject):
    found = Signal(int, str, int, tuple)


class _Question(QRunnable):
    def __init__(self, answers: _Answers, ticket: int, race: Race, name: str, update: int) -> None:
        super().__init__()
        self._answers, self._ticket, self._race, self._name, self._update = answers, ticket, race, name, update

    def run(self) -> None:
        try:
            found = phases(self._race, self._name, self._update)
        except Exception:  # a question that fails must not end the program; nothing is told then
            log.exception("the phases of an update failed")
            found = ()
        self._answers.found.emit(self._ticket, self._name, self._update, found)
