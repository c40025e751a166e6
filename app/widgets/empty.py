"""Empty: what stands in a view's place while there is no picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class Empty(QLabel):
    """A sentence on what would fill it, below what has to happen first."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self._sentence, self._awaited = sentence, ""
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("role", "sentence")
        self.setMargin(24)

    def say(self, sentence: str) -> None:
        """What would fill it."""
        self._sentence = sentence
        self._write()

    def await_(self, what: str) -> None:
        """What has to happen before there can be a picture; "": nothing any more."""
        self._awaited = what
        self._write()

    def _write(self) -> None:
        words = "\n".join(filter(None, (self._awaited, self._sentence)))
        if self.text() != words:
            self.setText(words)
