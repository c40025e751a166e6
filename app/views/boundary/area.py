"""Where the parts of the boundary view stand: the plot, its key, and the line that reads the value under the cursor."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.look.theme import CAPTION, Theme
from app.views.boundary.key import BoundaryKey
from app.views.drawing.plot import Plot

MARGIN = 8
LARGER = 1.25  # times as large a map as beside its key is worth a place above it


class Area(QWidget):
    """Places the plot, so that a plane is square, its key beside it or below, and the line that reads the value
    under the cursor. `resized()`: there is more room or less."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.plot = Plot("Input space")
        self.plot.setParent(self)
        self.key = BoundaryKey(self)
        self.readout = QLabel(self)
        self.readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.readout.hide()
        self.square = True
        self._theme: Theme | None = None
        self._placed: tuple | None = None

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.readout.setStyleSheet(
            f"background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.border}; border-radius: 4px;"
            f" padding: 2px 8px; font-size: {theme.px(CAPTION + 2)}px;"
        )
        self.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()
        self.resized.emit()

    def place(self) -> None:
        theme = self._theme
        beside = self.key.sizeHint().width()
        key = (self.size(), self.square, theme, beside, self.key.needed())
        if theme is None or key == self._placed:
            return
        self._placed = key
        left, below = Plot.left_room(theme), Plot.bottom_room(theme)
        wide = self.width() - beside - 3 * MARGIN - left
        high = self.height() - 2 * MARGIN - below
        self.key.lie(flat=self.square)
        above = self._side_above(left, below)
        if self.square and above > LARGER * min(wide, high):
            self._place_above(left, below, beside)
            return
        self.key.lie(flat=False)
        if self.square:
            wide = high = min(wide, high)
        x = max(0, (self.width() - left - wide - beside - MARGIN) // 2)
        y = MARGIN + max(0, (self.height() - 2 * MARGIN - below - high) // 2)
        self.plot.setGeometry(x, y, left + wide, high + below)
        tall = max(high, min(self.key.needed() + MARGIN, self.height() - y))  # beside the map alone where it can be
        self.key.setGeometry(x + left + wide + MARGIN, y, beside, tall)

    def _side_above(self, left: int, below: int) -> int:
        """How wide a map is that stands above its key."""
        needed = self.key.needed() + MARGIN
        return min(self.width() - left - 2 * MARGIN, self.height() - below - needed - 3 * MARGIN)

    def _place_above(self, left: int, below: int, beside: int) -> None:
        """In a tall room the key stands below the map, which is larger so."""
        side = self._side_above(left, below)
        x = max(0, (self.width() - left - side - MARGIN) // 2)
        foot = MARGIN + side + below
        self.plot.setGeometry(x, MARGIN, left + side, side + below)
        wide = side if self.key.is_flat else beside
        self.key.setGeometry(x + left, foot + MARGIN, wide, self.height() - foot - 2 * MARGIN)

    def show_readout(self, text: str, cursor: QPointF) -> None:
        """The sentence in the corner of the map that the cursor is not in, in as many lines as keep it within the
        map."""
        room, theme = self.plot.geometry(), self._theme
        if theme is None:
            return
        left, below = Plot.left_room(theme), Plot.bottom_room(theme)
        most = max(60, room.width() - left - 12)
        label = self.readout
        label.setText(text)
        label.setWordWrap(False)
        wide = label.sizeHint().width()
        label.setWordWrap(wide > most)
        label.resize(min(wide, most), label.heightForWidth(most) if wide > most else label.sizeHint().height())
        low = cursor.y() < room.height() / 4
        label.move(room.left() + left + 6, room.bottom() - below - label.height() - 6 if low else room.top() + 6)
        label.show()
