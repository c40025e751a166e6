"""A table of figures: the first column names, the others are numbers; what is not there is pale, with its reason."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.look.theme import BASE, CAPTION, Theme, current
from app.widgets.telling import Telling
from core.frozen import frozen

ROW, HEAD, GAP, EDGE, SWATCH = 22, 20, 14, 4, 16  # px at a text scale of 1
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@frozen
class CostRow:
    """`cells` have a text for each column, or the name alone where `reason` says why there is no more; `strong` is what
    all others add up to; `swatch` the colour of its line in a picture, and whether that is dashed."""

    cells: tuple[str, ...]
    reason: str = ""
    strong: bool = False
    swatch: str = ""
    dashed: bool = False


class CostTable(Telling):
    """As high as its rows."""

    def __init__(self, label: str, head: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head, self.rows = head, tuple[CostRow, ...]()
        self._theme = current()
        self.setAccessibleName(label)

    def show_rows(self, rows: tuple[CostRow, ...], theme: Theme) -> None:
        if (rows, theme) != (self.rows, self._theme):
            self.rows, self._theme = rows, theme
            self.setAccessibleDescription("; ".join(f"{' '.join(row.cells)} {row.reason}".strip() for row in rows))
            self.setMinimumHeight(self.sizeHint().height())
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        theme = self._theme
        return QSize(theme.px(300), theme.px(HEAD) + len(self.rows) * theme.px(ROW) + 4)

    def words_at(self, place: QPointF) -> str:
        number = int((place.y() - self._theme.px(HEAD)) // self._theme.px(ROW))
        if place.y() < self._theme.px(HEAD) or not 0 <= number < len(self.rows):
            return ""
        row = self.rows[number]
        return f"{row.cells[0]}: {row.reason}" if row.reason else "  ".join(filter(None, row.cells))

    def widths(self) -> list[float]:
        """px of each column of numbers."""
        found = []
        for column in range(1, len(self.head)):
            texts = [row.cells[column] for row in self.rows if len(row.cells) > column]
            digits = _widest(self._theme.digits(BASE, bold=True), texts)
            found.append(max(digits, _widest(self._theme.font(CAPTION), [self.head[column]])))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, widths = self._theme, self.widths()
        painter.setFont(theme.font(CAPTION))
        self._paint_cells(painter, QRectF(0, 0, self.width(), theme.px(HEAD)), self.head, widths, theme.muted)
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(QPointF(EDGE, theme.px(HEAD)), QPointF(self.width() - EDGE, theme.px(HEAD)))
        for number, row in enumerate(self.rows):
            room = QRectF(0, theme.px(HEAD) + number * theme.px(ROW), self.width(), theme.px(ROW))
            self._paint_row(painter, room, row, widths)
        painter.end()

    def _paint_row(self, painter: QPainter, room: QRectF, row: CostRow, widths: list[float]) -> None:
        theme = self._theme
        left = theme.px(SWATCH) + 8.0 if any(each.swatch for each in self.rows) else 0.0
        if row.swatch:
            style = Qt.PenStyle.DashLine if row.dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(row.swatch), 2.4 * theme.scale, style))
            painter.drawLine(QPointF(EDGE, room.center().y()), QPointF(EDGE + left - 8, room.center().y()))
        if row.strong:
            painter.setPen(QPen(QColor(theme.border), 1))
            painter.drawLine(QPointF(EDGE, room.top()), QPointF(self.width() - EDGE, room.top()))
        painter.setFont(theme.digits(BASE, bold=row.strong))
        room = room.adjusted(left, 0, 0, 0)
        if not row.reason:
            self._paint_cells(painter, room, row.cells, widths, theme.text)
            return
        painter.setPen(QColor(theme.disabled))
        inner = room.adjusted(EDGE, 0, -EDGE, 0)
        name = painter.fontMetrics().horizontalAdvance(row.cells[0]) + GAP
        painter.drawText(inner, LEFT, row.cells[0])
        painter.setPen(QColor(theme.muted))
        painter.setFont(theme.font(CAPTION))
        rest = inner.adjusted(name, 0, 0, 0)
        said = painter.fontMetrics().elidedText(row.reason, Qt.TextElideMode.ElideRight, int(rest.width()))
        painter.drawText(rest, RIGHT, said)

    def _paint_cells(
        self, painter: QPainter, room: QRectF, cells: tuple[str, ...], widths: list[float], colour: str
    ) -> None:
        """The name at the left, the numbers at the right of their columns."""
        painter.setPen(QColor(colour))
        right = room.right() - EDGE
        for text, width in zip(reversed(cells[1:]), reversed(widths), strict=True):
            painter.drawText(QRectF(right - width, room.top(), width, room.height()), RIGHT, text)
            right -= width + GAP
        name = QRectF(room.left() + EDGE, room.top(), right - room.left() - EDGE, room.height())
        said = painter.fontMetrics().elidedText(cells[0], Qt.TextElideMode.ElideRight, int(name.width()))
        painter.drawText(name, LEFT, said)


def _widest(font: QFont, texts: list[str]) -> float:
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(text) for text in texts), default=0.0) + 1
