"""A row a unit, a column a question or a column of the data: correlations as bars from the middle of their cell."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.look.numbers import written
from app.look.theme import CAPTION, Theme, current, mix
from app.widgets.telling import Telling
from core.frozen import frozen

ROW, HEAD, NAMES, FOOT = 36, 34, 52, 15  # px at a text scale of 1: a unit, the columns' names, the units', the number
NARROW, NUMBERS = 0.2, 20  # share of the width from which the units' names are numbers; px of those
COLUMN = 56  # px that the name of a column takes at least
MOST = 24  # units that are shown
STRONG = 0.5  # from where on a number is no longer pale


@frozen(eq=False)
class Compared:
    """Correlations (units, columns), now and at the start; the first `between` columns are questions."""

    units: tuple[str, ...]
    columns: tuple[str, ...]
    between: int
    now: np.ndarray
    start: np.ndarray


NOTHING = Compared((), (), 0, np.zeros((0, 0)), np.zeros((0, 0)))


class Correlations(Telling):
    """A bar to the left is orange and below 0, one to the right blue; a tick says where the untrained unit stood."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.compared = current(), NOTHING
        self.setAccessibleName("Correlation of units with columns")

    def show_compared(self, compared: Compared, theme: Theme) -> None:
        self.compared, self.theme = compared, theme
        self.setMinimumHeight(theme.px(HEAD + ROW * len(compared.units)) + 4)
        self.update()

    @property
    def _brief(self) -> bool:
        """Whether units have just their numbers."""
        return self.theme.px(NAMES) > NARROW * self.width()

    @property
    def _names(self) -> int:
        """The room of the units' names, px."""
        return self.theme.px(NUMBERS if self._brief else NAMES)

    @property
    def shown(self) -> int:
        """Columns that have room for their names, the questions first; the questions have it anyway."""
        room = int((self.width() - self._names - 12) // self.theme.px(COLUMN))
        return max(self.compared.between, min(room, len(self.compared.columns)), 1 if self.compared.columns else 0)

    def cell(self, row: int, column: int) -> QRectF:
        """Where a correlation stands."""
        theme = self.theme
        wide = (self.width() - self._names - 12) / max(1, self.shown)
        return QRectF(self._names + column * wide, theme.px(HEAD + row * ROW), wide, theme.px(ROW))

    def field(self, row: int, column: int) -> QRectF:
        """The part of a cell in which bars are; the number stands below it."""
        return self.cell(row, column).adjusted(3, 3, -3, -self.theme.px(FOOT))

    def bar(self, row: int, column: int, r: float) -> QRectF:
        """From the middle of a cell to where a correlation of ±1 is its end."""
        room = self.field(row, column)
        middle, long = room.center().x(), r * room.width() / 2
        return QRectF(min(middle, middle + long), room.top(), abs(long), room.height())

    def words_at(self, place: QPointF) -> str:
        compared = self.compared
        for row, column in np.ndindex(len(compared.units), self.shown):
            if self.cell(row, column).contains(place):
                now, start = (float(each[row, column]) for each in (compared.now, compared.start))
                told = (
                    f"{compared.units[row]} and {compared.columns[column]}: r = {_told(now)}, untrained {_told(start)}"
                )
                return f"{told}\na question that nobody tells the network" if column < compared.between else told
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        compared, theme = self.compared, self.theme
        for column, name in enumerate(compared.columns[: self.shown]):
            self._paint_head(painter, column, name)
        for row, name in enumerate(compared.units):
            painter.setFont(theme.font(CAPTION + 1))
            painter.setPen(QColor(theme.text))
            field = self.field(row, 0)
            room = QRectF(8, field.center().y() - theme.px(ROW) / 2, self._names - 10, theme.px(ROW))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name.rpartition(" ")[2] if self._brief else name)
            for column in range(self.shown):
                self._paint_cell(painter, row, column)
        painter.end()

    def _paint_head(self, painter: QPainter, column: int, name: str) -> None:
        """A question's name is bold: it is no column of the table."""
        theme, room = self.theme, self.cell(0, column)
        question = column < self.compared.between
        painter.setPen(QColor(theme.text if question else theme.muted))
        high = theme.px(HEAD)
        head = QRectF(room.left(), room.top() - high, room.width(), high - 2)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        words = name.partition(" (")[0]
        longest = max(words.split(), key=len, default="")
        for bold in (question, False):
            painter.setFont(theme.font(CAPTION, bold=bold))
            metrics = painter.fontMetrics()
            there = metrics.boundingRect(head.toRect(), flags, words).height() <= head.height() + 2
            if there and metrics.horizontalAdvance(longest) <= head.width():
                break
        else:
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(head.width()))
        painter.drawText(head, flags, words)

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        theme, compared = self.theme, self.compared
        now, start = float(compared.now[row, column]), float(compared.start[row, column])
        field = self.field(row, column)
        painter.fillRect(field, QColor(theme.grid))
        if math.isfinite(now):
            colour = theme.negative if now < 0 else theme.positive
            painter.fillRect(self.bar(row, column, now), QColor(mix(theme.surface, colour, 0.75)))
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLine(QPointF(field.center().x(), field.top()), QPointF(field.center().x(), field.bottom()))
        if math.isfinite(start):
            x = field.center().x() + start * field.width() / 2
            painter.setPen(QPen(QColor(theme.text), 2 * theme.scale))
            painter.drawLine(QPointF(x, field.top() - 2), QPointF(x, field.top() + field.height() * 0.4))
        painter.setFont(theme.digits(CAPTION))
        painter.setPen(QColor(theme.text if abs(now) >= STRONG else theme.muted))
        below = QRectF(field.left(), field.bottom(), field.width(), theme.px(FOOT))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, _told(now))


def _told(r: float) -> str:
    return written(f"{round(r, 2) + 0.0:.2f}") if math.isfinite(r) else "none"
