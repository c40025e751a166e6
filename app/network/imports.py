"""Data of a person's own: a table, a text, pictures or a folder of them, asked for or dropped, in the place of the
data."""

from __future__ import annotations

import functools
import pathlib
from typing import TYPE_CHECKING, Any, Literal, assert_never

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.network.lab import Lab
from core import registry
from core.experiment.first_networks import beginning
from core.families import Dataset

if TYPE_CHECKING:
    from app.network.file_import import FileImport
    from app.network.image_import import PictureImport
    from app.network.text_import import TextImport
    from core.datasets.running_text import PlainText


class Imports(QObject):
    """`failed(sentence)` where a file is of no use: then nothing has changed."""

    failed = Signal(str)
    taken = Signal()  # a file is about to take the place of the data
    said = Signal(str)

    def __init__(self, window: QWidget, lab: Lab) -> None:
        super().__init__(window)
        self._window, self._lab = window, lab
        self._made: list[FileImport] = []
        lab.store.opened.connect(self._forget)

    @functools.cached_property
    def of_pictures(self) -> PictureImport:
        """Made when the first picture comes, as the other kinds are with their first file."""
        from app.network.image_import import PictureImport

        made = PictureImport(self._window)
        made.edits.connect(self._take_pictures)
        self._listen(made)
        return made

    @functools.cached_property
    def of_text(self) -> TextImport:
        """Made when the first text comes."""
        from app.network.text_import import TextImport

        made = TextImport(self._window)
        made.read.connect(self._take_text)
        self._listen(made)
        return made

    def _forget(self) -> None:
        """Files that are being read were meant for the document before."""
        for part in self._made:
            part.forget()

    def _listen(self, part: FileImport) -> None:
        self._made.append(part)
        part.failed.connect(self.failed)
        part.said.connect(self.said)

    def ask(self, what: Literal["table", "text", "pictures", "folder"]) -> None:
        """Ask for the file."""
        match what:
            case "table":
                self.table()
            case "text":
                self.text()
            case "pictures":
                self.pictures()
            case "folder":
                self.folder()
            case _:
                assert_never(what)

    def table(self, path: pathlib.Path | None = None) -> None:
        """The import dialog for a table; asks for the file where none is named."""
        from app.panels.csv_import import CsvImportDialog

        path = path or self._ask_table()
        if path is not None:
            dialog = CsvImportDialog(path, self._lab.store.experiment, self._window)
            dialog.edits.connect(self._take)
            dialog.pictures.connect(self.pictures)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def _ask_table(self) -> pathlib.Path | None:
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Import table", "", "Tables (*.csv *.tsv *.txt *.data *.dat *.arff *.xlsx);;All files (*)"
        )
        return pathlib.Path(name) if name else None

    def pictures(self, path: pathlib.Path | None = None) -> None:
        """A file of pictures, or any one of a folder of class folders."""
        if path is None:
            self.of_pictures.ask(folder=False)
        else:
            self.of_pictures.begin(path)

    def folder(self) -> None:
        """A folder with one folder of pictures a class."""
        self.of_pictures.ask(folder=True)

    def text(self, path: pathlib.Path | None = None) -> None:
        """A plain text."""
        if path is None:
            self.of_text.ask()
        else:
            self.of_text.begin(path)

    def _take_pictures(self, pairs: tuple[tuple[str, Any], ...]) -> None:
        """Pictures of one's own, with a network that can read them, as a data tile brings it along."""
        data = registry.read(Dataset, dict(pairs)["data"])
        self._take((*pairs, *beginning(self._lab.store.experiment, data)))

    def _take_text(self, data: PlainText) -> None:
        self._take((("data", data.model_dump()), *beginning(self._lab.store.experiment, data)))

    def _take(self, pairs: tuple[tuple[str, Any], ...]) -> None:
        self.taken.emit()
        self._lab.edits(pairs)
