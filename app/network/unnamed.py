"""An experiment whose file leaves open what its data are for: it is guessed as the import does, and that is said."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Callable

from PySide6.QtCore import QObject

from app.documents.experiment_store import Store
from app.shell.notices import Notice
from app.shell.worker import Worker
from core.data.unnamed import Named, named


class Unnamed(QObject):
    """Looks at each experiment that is opened; the file is read on a thread. Whoever takes a guess back keeps what the
    file says; where the data cannot be read, the run says why. `choose` lets a person choose, given the data's path."""

    def __init__(self, store: Store, notice: Notice, choose: Callable[[pathlib.Path], object], parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._notice, self._choose = store, notice, choose
        self._asked = store.experiment.data
        self._worker = Worker(self)
        self._worker.done.connect(self._take)
        store.opened.connect(self.look)

    @property
    def busy(self) -> bool:
        """Whether the data are being looked at."""
        return self._worker.busy

    def look(self) -> None:
        """Another experiment is there."""
        self._worker.forget()
        self._asked = self._store.experiment.data
        if self._asked.unnamed:
            self._worker.start(functools.partial(named, self._store.experiment))

    def _take(self, guess: Named) -> None:
        if self._store.experiment.data != self._asked:  # a person has chosen meanwhile
            return
        self._store.adapt(guess.edits, "The guess of the columns")
        if not self._store.experiment.data.unnamed:
            path = pathlib.Path(self._asked.source)
            sentence = f"{guess.words[0].upper()}{guess.words[1:]}."
            self._notice.say(sentence, "Choose …", functools.partial(self._choose, path))
