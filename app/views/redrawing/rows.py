"""Pictures before and after an autoencoder, in three rows."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.look.theme import CAPTION, Theme, current
from app.views.drawing.images import paint_image, picture_image
from app.views.drawing.plot import say
from app.widgets.telling import Telling
from core.frames import Frame

LABELS, GAP, FOOT = 64, 6, 18  # px at a text scale of 1
ROWS = {
    "none": (("clean", "picture"), ("drawn", "drawn again")),
    "noise": (("clean", "picture"), ("seen", "with noise"), ("drawn", "cleaned")),
    "watermark": (("clean", "picture"), ("seen", "marked"), ("drawn", "mended")),
    "colour": (("clean", "picture"), ("seen", "grey"), ("drawn", "coloured")),
}


class RedrawingRows(Telling):
    """A column a picture; below each the mean squared error of a pixel. `chosen(sample)` by a click."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Pictures before and after")
        self.frame: Frame | None = None
        self.theme = current()
        self.sample = -1
        self.setMinimumSize(200, 100)

    def show_frame(self, frame: Frame, sample: int, theme: Theme) -> None:
        self.frame, self.sample, self.theme = frame, sample, theme
        self.setAccessibleDescription(
            f"{len(frame.arrays['error'])} pictures; mean squared error of a pixel {say(float(frame.arrays['error'].mean()), 4)}"
        )
        self.update()

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        return ROWS[self.frame.info["damage"]] if self.frame is not None else ()

    @property
    def count(self) -> int:
        return 0 if self.frame is None else len(self.frame.arrays["index"])

    def _sizes(self, bands: int) -> tuple[float, float, float]:
        """Width of a column, height of a band, side of a picture, where the pictures stand in so many bands one above
        the other."""
        theme = self.theme
        width = (self.width() - theme.px(LABELS + 8)) / max(math.ceil(self.count / bands), 1)
        height = self.height() / bands
        return width, height, max(4.0, min(width, (height - theme.px(FOOT)) / max(len(self.rows), 1)) - theme.px(GAP))

    @property
    def bands(self) -> int:
        """As many as make the pictures largest."""
        return max((1, 2, 4), key=lambda bands: self._sizes(bands)[2])

    def cell(self, row: int, column: int) -> QRectF:
        """Where a picture is drawn."""
        bands = self.bands
        width, height, side = self._sizes(bands)
        band, place = divmod(column, math.ceil(self.count / bands))
        gap = self.theme.px(GAP)
        top = band * height + max(0.0, (height - self.theme.px(FOOT) - len(self.rows) * (side + gap)) / 2)
        return QRectF(self.theme.px(LABELS) + place * width + (width - side) / 2, top + row * (side + gap), side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.frame is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arrays, theme = self.frame.arrays, self.theme
        for row, (name, words) in enumerate(self.rows):
            painter.setFont(theme.font(CAPTION))
            painter.setPen(QColor(theme.muted))
            for first in (self.cell(row, column) for column in self._firsts()):
                room = QRectF(0, first.top(), theme.px(LABELS) - 4, first.height())
                painter.drawText(
                    room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, words
                )
            for column in range(self.count):
                room = self.cell(row, column)
                paint_image(painter, room, picture_image(np.moveaxis(arrays[name][column], -1, 0), theme))
                chosen = int(arrays["index"][column]) == self.sample
                painter.setPen(QPen(QColor(theme.accent if chosen else theme.border), 2 if chosen else 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(room)
        self._paint_errors(painter)
        painter.end()

    def _firsts(self) -> range:
        """The first picture of each band."""
        return range(0, self.count, math.ceil(self.count / self.bands))

    def _paint_errors(self, painter: QPainter) -> None:
        assert self.frame is not None
        painter.setFont(self.theme.digits(CAPTION))
        painter.setPen(QColor(self.theme.text))
        for column in range(self.count):
            room = self.cell(len(self.rows) - 1, column)
            place = QRectF(
                room.center().x() - self.theme.px(30), room.bottom() + 2, self.theme.px(60), self.theme.px(FOOT)
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignHCenter, say(float(self.frame.arrays["error"][column]), 3))
        painter.setPen(QColor(self.theme.muted))
        for column in self._firsts():
            bottom = self.cell(len(self.rows) - 1, column).bottom()
            painter.drawText(
                QRectF(0, bottom + 2, self.theme.px(LABELS) - 4, self.theme.px(FOOT)),
                Qt.AlignmentFlag.AlignRight,
                "error",
            )

    def column_at(self, place: QPointF) -> int | None:
        """Which picture lies under a point."""
        for column in range(self.count):
            room = self.cell(0, column).united(self.cell(len(self.rows) - 1, column))
            if room.contains(place):
                return column
        return None

    def words_at(self, place: QPointF) -> str:
        column = self.column_at(place)
        if self.frame is None or column is None:
            return ""
        arrays, classes = self.frame.arrays, self.frame.info["classes"]
        name = f", {classes[int(arrays['y'][column])]}" if classes else ""
        before = float(arrays["seen_error"][column])
        damage = (
            f"; as it was seen {say(before, 4)}"
            if self.frame.info["damage"] != "none" and not math.isnan(before)
            else ""
        )
        return f"Sample {int(arrays['index'][column]) + 1}{name}: mean squared error of a pixel {say(float(arrays['error'][column]), 4)}{damage}"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self.column_at(event.position())
        if self.frame is not None and column is not None and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(int(self.frame.arrays["index"][column]))
