"""Letters: each run has one from its first update on, and no run of another window has the same."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.network.runs import Runs, letters_of
from app.network.shelf import Shelf


class Letters(QObject):
    """A run has a letter at once, as far as this window knows which are free. Where runs are kept it is taken there,
    too; if another window had taken it a moment before, the run has another one."""

    def __init__(self, runs: Runs, shelf: Shelf, parent: QObject) -> None:
        super().__init__(parent)
        self._runs, self._shelf = runs, shelf
        runs.lettered.connect(self._take)

    def _take(self, number: int) -> None:
        run = self._runs.held[number].run
        assert run is not None, "it has a letter"
        known = letters_of(self._runs)

        def hear(letter: str) -> None:
            if letter != run.letter:
                self._become(number, run.letter, letter)

        self._shelf.ask(f"letter {run.id}", lambda store: store.take_letter(run.id, run.letter, known), hear)

    def _become(self, number: int, before: str, letter: str) -> None:
        """A run has another letter, and none here has the one before."""
        runs = self._runs
        runs.letters = (runs.letters or frozenset()) | {before}
        held = runs.held.get(number)
        if held is None or held.letter != before:
            return
        runs.held[number] = held.lettered(letter)
        runs.metrics[number].letter = letter
        runs.relettered.emit()
        if (now := runs.standing.now()) is not None:
            runs.updated.emit(now)
