"""Pictures of a person's own: chosen or dropped, read on a thread, shown in a dialog, then put in the place of the
data."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.network.file_import import FileImport
from core.files.picture_folders import ENDINGS as SINGLE
from core.files.picture_folders import source

if TYPE_CHECKING:
    from app.network.image_dialog import Found
    from core.experiment.plain import Extra

ENDINGS = (".npz", ".npy", ".gz", ".idx", "ubyte")
FILES = "Pictures ({});;All files (*)".format(" ".join(f"*{ending}" for ending in (*ENDINGS, *SINGLE)))
ASKED = "Import pictures: a file of many, or any one of a folder with one folder for each class"


def is_pictures(path: pathlib.Path) -> bool:
    """Whether a dropped file or folder is taken for pictures."""
    return path.is_dir() or path.name.casefold().endswith((*ENDINGS, *SINGLE))


class PictureImport(FileImport):
    """A dialog when the pictures are known to be readable, `edits(pairs, plain)` when it is accepted: whether they
    begin without what was set `before`."""

    edits = Signal(object, bool)

    def __init__(self, window: QWidget, before: Callable[[], tuple[Extra, ...]]) -> None:
        super().__init__(window)
        self._before = before

    def ask(self, folder: bool) -> None:
        """Ask for a file, or for a folder with one folder of pictures for each class."""
        if folder:
            name = QFileDialog.getExistingDirectory(self._window, "Folder with one folder of pictures for each class")
        else:
            name, _ = QFileDialog.getOpenFileName(self._window, ASKED, "", FILES)
        if name:
            self.begin(pathlib.Path(name))

    def begin(self, path: pathlib.Path) -> None:
        """Read them on a thread; a single picture stands for the folder of class folders that it lies in."""
        from app.network.image_dialog import examine

        path = source(path)
        self._read(path, f"the pictures of {path.name}", functools.partial(examine, path))

    def _take(self, found: Found) -> None:
        from app.network.image_dialog import PictureDialog

        self.dialog = PictureDialog(found, self._before(), self._window)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog.chosen.connect(self._accept)
        self.dialog.open()

    def _accept(self, found: Found) -> None:
        self.edits.emit((("data", found.data.model_dump()),), self.dialog.plain.wanted)
        self.said.emit(found.sentence)
