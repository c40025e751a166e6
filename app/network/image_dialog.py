"""The import dialog for pictures: how they are read, with some of them as the network will see them."""

from __future__ import annotations

import functools
import pathlib
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from app.look.theme import current
from app.panels.begin_plain import BeginPlain
from app.panels.words import Words
from app.shell.worker import Worker
from app.views.drawing.images import paint_image, picture_image
from app.widgets.combo import Combo, Option
from app.widgets.dialog import Dialog
from core.frozen import frozen

if TYPE_CHECKING:
    from core.datasets.own_pictures import OwnImages
    from core.experiment.plain import Extra
    from core.families import Table
    from core.files.image_look import Look

SMALLEST, LARGEST, USUAL = 8, 64, 28  # pixels: the side that squares of a file keep; of others the usual one
SHOWN, SIDE, GAP = 8, 72, 8  # pictures of the preview; px at a text scale of 1
COLOURS = (Option("grey", "Grey"), Option("colour", "In colour"))


@frozen
class Found:
    """Pictures of a path as they would become the data: their settings, what they were like before, the table they
    give."""

    data: OwnImages
    look: Look
    table: Table

    @property
    def sentence(self) -> str:
        names = self.table.classes
        classes = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
        found = f"{len(self.table.y):,} pictures of {self.data.size} × {self.data.size} pixels in {len(names)} classes: {classes}."
        return " ".join([found, *self.table.notes])

    @property
    def before(self) -> str:
        """What is done to them, in words."""
        look, size = self.look, self.data.size
        colours = "in colour" if look.coloured else "grey"
        folder = pathlib.Path(self.data.path).is_dir()
        if (look.height, look.width) == (size, size) and not folder:
            return f"They are {look.width} × {look.height} pixels, {colours}: they keep their size."
        square = (
            ""
            if look.height == look.width
            else "The longer side is cut, then they are scaled."
            if folder
            else "They are squeezed."
        )
        are = "The first is" if folder else "They are"  # those of a folder need not be alike
        return f"{are} {look.width} × {look.height} pixels, {colours}. {square or 'All are scaled to one size.'}"

    @property
    def samples(self) -> np.ndarray:
        """Some pictures, the classes in turn, (n, channels, height, width)."""
        y = self.table.y
        turns = [np.flatnonzero(y == number) for number in range(len(self.table.classes))]
        places = [members[turn] for turn in range(SHOWN) for members in turns if turn < len(members)][:SHOWN]
        return self.table.x[places].reshape(-1, *self.table.shape)


def examine(path: pathlib.Path, size: int | None = None, colours: str | None = None) -> Found:
    """The pictures of a path at a size and with colours, or as suits them; `BadInput` where they cannot be read. Runs
    on a worker."""
    from core.datasets.own_pictures import OwnImages
    from core.files.image_look import look

    seen = look(path)
    if size is None:
        keeps = not path.is_dir() and seen.height == seen.width and SMALLEST <= seen.height <= LARGEST
        size = seen.height if keeps else USUAL
    wanted = colours or ("colour" if seen.coloured else "grey")
    data = OwnImages(path=str(path.resolve()), size=size, colours="colour" if wanted == "colour" else "grey")
    return Found(data, seen, data.table(1))


class Preview(QWidget):
    """A row of pictures."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Some of the pictures, as the network will see them")
        self._images: list[QImage] = []

    def show_pictures(self, pictures: np.ndarray) -> None:
        self._images = [picture_image(picture, current()) for picture in pictures]
        self.update()

    def sizeHint(self) -> QSize:
        side, gap = current().px(SIDE), current().px(GAP)
        return QSize(SHOWN * (side + gap) - gap, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, side, gap = QPainter(self), current().px(SIDE), current().px(GAP)
        for place, image in enumerate(self._images):
            paint_image(painter, QRectF(place * (side + gap), 0, side, side), image)
        painter.end()


class PictureDialog(Dialog):
    """Asks for size and colours, and whether to begin without what was set `before`; `chosen(Found)` when it is
    accepted."""

    chosen = Signal(object)

    def __init__(self, found: Found, before: tuple[Extra, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found, self.plain = found, BeginPlain(before)
        self.path = pathlib.Path(found.data.path)
        self.setWindowTitle(f"Import {self.path.name}")
        self._worker = Worker(self)
        self._worker.done.connect(self._show)
        self._worker.failed.connect(self._refuse)
        self.size_box = QSpinBox(minimum=SMALLEST, maximum=LARGEST, value=found.data.size, suffix=" pixels")
        self.size_box.setAccessibleName("Size")
        self.size_box.setKeyboardTracking(False)
        self.colours = Combo("Colours", COLOURS)
        self.colours.set_value(found.data.colours)
        self.before, self.outcome, self.preview = Words("", "caption"), Words("", "sentence"), Preview()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._arrange()
        self.size_box.valueChanged.connect(self._read_again)
        self.colours.changed.connect(self._read_again)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._show(found)

    def _arrange(self) -> None:
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        self.ok.setText("Use these pictures")
        self.ok.setProperty("primary", True)
        fields = QFormLayout()
        fields.addRow("Every picture becomes a square of", self.size_box)
        fields.addRow("Colours", self.colours)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(8)
        rows.addLayout(fields)
        rows.addWidget(self.before)
        rows.addSpacing(8)
        rows.addWidget(self.preview)
        rows.addWidget(self.outcome)
        rows.addWidget(self.plain)
        rows.addSpacing(8)
        rows.addWidget(self.buttons)

    def _read_again(self, _value: object = None) -> None:
        self.ok.setEnabled(False)
        self.outcome.setText("Reading …")
        self._worker.start(functools.partial(examine, self.path, self.size_box.value(), str(self.colours.value())))

    def _show(self, found: Found) -> None:
        self.found = found
        self.before.setText(found.before)
        self.outcome.setText(found.sentence)
        self.preview.show_pictures(found.samples)
        self.ok.setEnabled(True)

    def _refuse(self, sentence: str) -> None:
        self.outcome.setText(sentence)

    def accept(self) -> None:
        if self.ok.isEnabled():
            self.chosen.emit(self.found)
            super().accept()

    def done(self, result: int) -> None:
        self._worker.forget()
        super().done(result)
