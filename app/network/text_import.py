"""A plain text of a person's own: chosen or dropped, read on a thread, then put in the place of the data."""

from __future__ import annotations

import functools
import pathlib
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from app.network.file_import import FileImport

if TYPE_CHECKING:
    from core.datasets.running_text import PlainText

FILES = "Plain texts (*.txt *.text *.md);;All files (*)"


class TextImport(FileImport):
    """`read(data, sentence)` when the text is known to be learnable, with what was found."""

    read = Signal(object, str)

    def ask(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, "Import a plain text", "", FILES)
        if name:
            self.begin(pathlib.Path(name))

    def begin(self, path: pathlib.Path) -> None:
        """Read it on a thread."""
        self._read(path, path.name, functools.partial(examine, path))

    def _take(self, found: tuple[PlainText, str]) -> None:
        self.read.emit(*found)


def examine(path: pathlib.Path) -> tuple[PlainText, str]:
    """The data's settings, and what was found in words; `BadInput` where there is nothing to learn. Runs on the
    worker."""
    from core.datasets.running_text import PlainText

    data = PlainText(path=str(path.resolve()))
    table, text = data.table(1), data.whole()
    few = "" if len(text.content) > 2000 else " That is little to learn from: a few pages are better."
    return data, " ".join([f"{len(text.content):,} characters, {len(table.classes)} different ones.{few}", *text.notes])
