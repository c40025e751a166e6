"""Data of a person's own: a table, a text, pictures or a folder of them, asked for or dropped, in the place of the
data."""

from __future__ import annotations

import functools
import pathlib
from typing import TYPE_CHECKING, Any, Literal, assert_never

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.documents.path_words import touches
from app.network.lab import Lab
from core import registry
from core.documents.edits import replace_all
from core.experiment.first_networks import beginning
from core.experiment.plain import Extra, extras, told
from core.families import Dataset
from core.messages import BadInput

if TYPE_CHECKING:
    from app.network.file_import import FileImport
    from app.network.image_import import PictureImport
    from app.network.text_import import TextImport
    from core.datasets.running_text import PlainText

Pairs = tuple[tuple[str, Any], ...]


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

        made = PictureImport(self._window, self._extras)
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
            dialog = CsvImportDialog(path, self._extras(), self._window)
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

    def _extras(self) -> tuple[Extra, ...]:
        """What was set for other data and could be left behind: all that is not locked."""
        return self._free(extras(self._lab.store.experiment))

    def _free(self, found: tuple[Extra, ...]) -> tuple[Extra, ...]:
        locked = self._lab.store.view.limits.locked
        return tuple(extra for extra in found if not any(touches(extra.path, path) for path in locked))

    def _take_pictures(self, pairs: Pairs, plain: bool) -> None:
        """Pictures of one's own, with a network that can read them, as a data tile brings it along."""
        data = registry.read(Dataset, dict(pairs)["data"])
        self._take((*pairs, *beginning(self._lab.store.experiment, data)), plain)

    def _take_text(self, data: PlainText, sentence: str) -> None:
        """Nothing is asked: what was set stays, and is said."""
        self._take((("data", data.model_dump()), *beginning(self._lab.store.experiment, data)), plain=False)
        kept = told(extras(self._lab.store.experiment))
        self.said.emit(f"{sentence} Kept from before: {kept}." if kept else sentence)

    def _take(self, pairs: Pairs, plain: bool) -> None:
        """In one step of undo, `plain` or with what was set for other data."""
        self.taken.emit()
        self._lab.edits((*pairs, *(self._plainly(pairs) if plain else ())))

    def _plainly(self, pairs: Pairs) -> Pairs:
        """What else changes for a plain beginning; it concerns the layers that outlive the other data."""
        try:
            after = replace_all(self._lab.store.experiment, pairs)
        except BadInput:  # the store says why they are not taken
            return ()
        return tuple((extra.path, extra.plain) for extra in self._free(extras(after)))
