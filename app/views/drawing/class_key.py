"""The key of classes beside a swarm: each marker as the plot paints it, with its name."""

from __future__ import annotations

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import theme as look
from app.look.theme import CAPTION, Theme
from core.frozen import frozen

SIDE, NEAR, APART, LINE = 9, 4, 9, 17  # px at a text scale of 1: of a marker, to its name, to the next, of a line


@frozen
class Look:
    """How the samples of one class look."""

    name: str
    colour: str
    symbol: str
    rim: str
    width: float = 0.8  # of the rim, px


class ClassKey(QWidget):
    """As many lines of classes as its width needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks: tuple[Look, ...] = ()
        self.theme = look.current()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("Classes")

    def show_looks(self, looks: tuple[Look, ...], theme: Theme) -> None:
        if (looks, theme) != (self.looks, self.theme):
            self.looks, self.theme = looks, theme
            self.setAccessibleDescription(", ".join(each.name for each in looks))
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.theme.px(60), self.heightForWidth(max(self.width(), 1)))

    def heightForWidth(self, width: int) -> int:
        spots = self.spots(width)
        return round(spots[-1].y()) + self.theme.px(LINE) if spots else 0

    def spots(self, width: int) -> list[QPointF]:
        """Where each class begins in a key of this width."""
        metrics, x, y = QFontMetrics(self.theme.font(CAPTION)), 0.0, 0.0
        found = []
        for each in self.looks:
            wide = self.theme.px(SIDE + NEAR) + metrics.horizontalAdvance(each.name)
            if x and x + wide > width:
                x, y = 0.0, y + self.theme.px(LINE)
            found.append(QPointF(x, y))
            x += wide + self.theme.px(APART)
        return found

    def marker(self, spot: QPointF) -> QRectF:
        """The room of the marker of a class that begins here."""
        side = self.theme.px(SIDE)
        return QRectF(spot.x(), spot.y() + (self.theme.px(LINE) - side) / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.theme.font(CAPTION))
        for each, spot in zip(self.looks, self.spots(self.width()), strict=True):
            painter.setPen(QPen(QColor(each.rim), each.width))
            painter.setBrush(QColor(each.colour))
            painter.drawPath(marker_path(each.symbol, self.marker(spot)))
            left = spot.x() + self.theme.px(SIDE + NEAR)
            words = QRectF(left, spot.y(), max(self.width() - left, 0), self.theme.px(LINE))
            painter.setPen(QColor(self.theme.text))
            name = painter.fontMetrics().elidedText(each.name, Qt.TextElideMode.ElideRight, int(words.width()))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        painter.end()


def marker_path(symbol: str, room: QRectF) -> QPainterPath:
    """A marker's outline, fitted into a room: for keys outside the plot."""
    path = QPainterPath(Symbols[symbol])
    path.translate(-path.boundingRect().center())
    return QTransform().translate(room.center().x(), room.center().y()).scale(room.width(), room.height()).map(path)
