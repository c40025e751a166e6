"""Clipboard: a document as text, and what a pasted text is: a document of any kind, or rows of numbers."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.network.files import NetworkFiles
from app.shell.room import NETWORK
from app.window.files import Files
from app.window.rooms import Rooms
from core import document
from core.messages import BadInput


class Clipboard(QObject):
    """Copies from the room in front; pastes into the room that the text belongs to."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, rooms: Rooms, files: Files, samples: NetworkFiles, parent: QObject) -> None:
        super().__init__(parent)
        self._rooms, self._files, self._samples = rooms, files, samples

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._rooms.front.store.to_keep.dumps())
        self.said.emit("The experiment is on the clipboard as text.")

    def paste(self) -> None:
        """A document's text opens in its room; rows of numbers become own points of the network room."""
        text = QGuiApplication.clipboard().text()
        try:
            if "kind" in text and "=" in text:
                self._files.take(document.loads(text, "clipboard"))
                return
            from core.files.pasted_points import parse_points

            points = parse_points(text)
            self._rooms.enter(NETWORK)
            self._samples.paste_points(points)
        except BadInput as error:
            self.failed.emit(str(error))
