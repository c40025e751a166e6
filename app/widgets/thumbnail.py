"""Data sets as small pictures to press."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QWidget

from app import theme as look

SIDE = 60  # px at a text scale of 1


class Thumbnail(QAbstractButton):
    """A picture of points, or of a curve, that can be chosen."""

    def __init__(self, key: str, label: str, summary: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._points = np.zeros((0, 2))
        self._values = np.zeros(0)
        self._classes = 0
        self._curve = False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(label)
        self.setAccessibleName(label)
        self.setAccessibleDescription(summary)
        self.setToolTip(f"<b>{label}</b><br>{summary}" if summary else label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_classes(self, points: np.ndarray, classes: np.ndarray, count: int) -> None:
        """Points (n, 2) with class numbers (n,) out of `count`."""
        self._set(points, classes, count, False)

    def set_values(self, points: np.ndarray, values: np.ndarray) -> None:
        """Points (n, 2) with values (n,) between -1 and 1."""
        self._set(points, values, 0, False)

    def set_curve(self, points: np.ndarray) -> None:
        """A curve through points (n, 2), ascending in x."""
        self._set(points, np.zeros(len(points)), 0, True)

    def sizeHint(self) -> QSize:
        side = look.current().px(SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_frame(painter, theme)
        if not len(self._points):
            painter.setPen(QColor(theme.muted))
            painter.setFont(theme.font(look.CAPTION))
            painter.drawText(self.rect().adjusted(4, 4, -4, -4), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.text())
        elif self._curve:
            self._draw_curve(painter, theme)
        else:
            self._draw_points(painter, theme)
        painter.end()

    def _set(self, points: np.ndarray, values: np.ndarray, classes: int, curve: bool) -> None:
        self._points, self._values, self._classes, self._curve = _in_unit_square(points), np.asarray(values), classes, curve
        self.update()

    def _draw_frame(self, painter: QPainter, theme: look.Theme) -> None:
        over = self.underMouse() and self.isEnabled()
        ground = theme.selected if self.isChecked() else theme.hover if over else theme.field
        chosen = self.isChecked() or self.hasFocus()
        width = 2.0 if chosen else 1.0
        painter.setPen(QPen(QColor(theme.accent if chosen else theme.border), width))
        painter.setBrush(QColor(ground))
        edge = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 6, 6)
        if self.hasFocus():  # chosen or not, the focus has a ring of its own
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.accent), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.5, 3.5, -3.5, -3.5), 4, 4)

    def _places(self) -> np.ndarray:
        margin = 8 * look.current().scale
        size = np.array([self.width(), self.height()]) - 2 * margin
        return margin + self._points * size

    def _draw_points(self, painter: QPainter, theme: look.Theme) -> None:
        radius = (1.5 if len(self._points) > 40 else 3.0) * theme.scale
        if self._classes:
            lut = look.class_lut(self._classes, theme)
            colours = lut[self._values.astype(int)]
        else:
            colours = look.diverging(self._values, -1, 1, theme)
        painter.setOpacity(1.0 if self.isEnabled() else 0.35)
        painter.setPen(Qt.PenStyle.NoPen)
        for (x, y), (red, green, blue, _) in zip(self._places().tolist(), colours.tolist(), strict=True):
            painter.setBrush(QColor(red, green, blue))
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def _draw_curve(self, painter: QPainter, theme: look.Theme) -> None:
        painter.setPen(QPen(QColor(theme.text if self.isEnabled() else theme.disabled), 2 * theme.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in self._places().tolist()]))


def _in_unit_square(points: np.ndarray) -> np.ndarray:
    """Points (n, 2) scaled to 0 … 1 with y downwards, as a screen has it."""
    points = np.asarray(points, dtype=float)
    if not len(points):
        return points.reshape(0, 2)
    low, span = points.min(axis=0), np.ptp(points, axis=0)
    unit = (points - low) / np.where(span > 0, span, 1)
    unit[:, 1] = 1 - unit[:, 1]
    return unit


class ThumbnailGrid(QWidget):
    """Thumbnails in rows of three, of which one is chosen: `chosen(key)` when a person presses one; arrow keys walk."""

    chosen = Signal(str)

    def __init__(self, label: str, columns: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(label)
        self._group.buttonClicked.connect(self._clicked)

    def add(self, thumbnail: Thumbnail) -> Thumbnail:
        count = len(self._group.buttons())
        self._group.addButton(thumbnail)
        self._grid.addWidget(thumbnail, count // self._columns, count % self._columns)
        return thumbnail

    def thumbnails(self) -> tuple[Thumbnail, ...]:
        return tuple(button for button in self._group.buttons() if isinstance(button, Thumbnail))

    def set_value(self, key: str) -> None:
        """Show which one is chosen, none for a key that is not among them. Emits nothing."""
        self._group.setExclusive(False)
        for thumbnail in self.thumbnails():
            thumbnail.setAutoExclusive(False)
            thumbnail.setChecked(thumbnail.key == key)
            thumbnail.setAutoExclusive(True)
        self._group.setExclusive(True)

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, Thumbnail):
            self.chosen.emit(button.key)
