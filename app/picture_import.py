"""Pictures of a person's own: chosen or dropped, read on a thread, then put in the place of the data."""

from __future__ import annotations

import pathlib

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.panels.csv_reading import Worker

FILES = "Pictures (*.npz *.npy *.gz *.idx *ubyte);;All files (*)"
ENDINGS = (".npz", ".npy", ".gz", ".idx", "ubyte")
SMALLEST, LARGEST, USUAL = 8, 64, 28  # pixels: the side that squares of a file keep; of others the usual one


def is_pictures(path: pathlib.Path) -> bool:
    """Whether a dropped file or folder is taken for pictures."""
    return path.is_dir() or path.name.casefold().endswith(ENDINGS)


class PictureImport(QObject):
    """`edits(pairs)` when the pictures are known to be readable, `failed(sentence)` when they are not: then nothing has changed."""

    edits = Signal(object)
    failed = Signal(str)
    said = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._worker = Worker(self)
        self._worker.done.connect(self._take)
        self._worker.failed.connect(self.failed)

    def ask(self, folder: bool) -> None:
        """Ask for a file, or for a folder with one folder of pictures for each class."""
        if folder:
            name = QFileDialog.getExistingDirectory(self._window, "Folder with one folder of pictures for each class")
        else:
            name, _ = QFileDialog.getOpenFileName(self._window, "Import pictures", "", FILES)
        if name:
            self.begin(pathlib.Path(name))

    def begin(self, path: pathlib.Path) -> None:
        """Read them on a thread."""
        self.said.emit(f"Reading the pictures of {path.name} …")
        self._worker.start(lambda: examine(path))

    def _take(self, found: tuple[dict, str]) -> None:
        values, sentence = found
        self.edits.emit((("data", values),))
        self.said.emit(sentence)


def examine(path: pathlib.Path) -> tuple[dict, str]:
    """The data's settings, and what was found in words; `BadInput` where the pictures cannot be read. Runs on the worker."""
    from core.datasets.own_pictures import OwnPictures
    from core.picture_files import read

    side = USUAL
    if not path.is_dir():
        height, width = read(path, None, 0, False).pixels.shape[2:]
        side = height if height == width and SMALLEST <= height <= LARGEST else USUAL
    data = OwnPictures(path=str(path.resolve()), size=side)
    table = data.table(1)
    classes = ", ".join(table.classes[:5]) + (" …" if len(table.classes) > 5 else "")
    return data.model_dump(), f"{len(table.y):,} pictures of {side} × {side} pixels in {len(table.classes)} classes: {classes}."
