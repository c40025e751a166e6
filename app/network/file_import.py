"""FileImport: a file of a person's own is read on a thread, and taken only where it can be learned from."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.shell.worker import Worker


class FileImport(QObject):
    """`failed(sentence)` where a file is of no use: then nothing has changed. A subclass starts reading with `_read`,
    and takes what was found in `_take`."""

    failed = Signal(str)
    said = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._worker = Worker(self)
        self._worker.done.connect(self._take)
        self._worker.failed.connect(self._refuse)
        self._name = ""

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._worker.busy

    def forget(self) -> None:
        """Another document was opened: what was read for the one before is of no use to it."""
        if self._worker.busy:
            self._worker.forget()
            self.said.emit(f"Nothing was imported from {self._name}: another experiment was opened meanwhile.")

    def _read(self, path: pathlib.Path, words: str, job: Callable[[], Any]) -> None:
        """Do the job on a thread; its `BadInput` becomes `failed`."""
        self._name = path.name
        self.said.emit(f"Reading {words} …")
        self._worker.start(job)

    def _refuse(self, sentence: str) -> None:
        self.failed.emit(sentence)
        self.said.emit(f"Nothing was imported from {self._name}: the data are as they were.")

    def _take(self, found: Any) -> None:
        """What the job has found."""
        raise NotImplementedError
