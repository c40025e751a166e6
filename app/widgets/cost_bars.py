"""Bars by name over one axis, each with its interval and the single figures that it is made of; one of them is in
hand."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.look.theme import BASE, CAPTION, Theme, current, mix
from app.widgets.own_keys import OwnKeys
from app.widgets.telling import Telling
from core.frozen import frozen

ROW, TALL, EDGE, GAP = 30, 52, 8, 10  # px at a text scale of 1: a bar's row, one with much room, the rim, between parts
LINE, SIGN = 20, 34  # px at a text scale of 1: of the key, and of a sign in it
NAMES, WORDS = 0.34, 0.34  # shares of the width that names and words may take
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@frozen
class CostBar:
    """`value` with its interval from `low` to `high`; `dots` are the figures that it is the middle of; `words` say it,
    `brief` where there is little room, `tip` all of it."""

    name: str
    value: float
    low: float
    high: float
    dots: tuple[float, ...]
    words: str
    brief: str
    tip: str


class CostBars(OwnKeys, Telling):
    """`chosen(name)` when a bar is pressed or reached by the arrow keys; stands in a scroll area."""

    own_keys = frozenset(STEPS)
    picture = True
    key: tuple[str, ...] = ()  # what a bar, a dot and an interval are; said below the bars where there is room

    chosen = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars: tuple[CostBar, ...] = ()
        self.in_hand = ""
        self._theme = current()
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_bars(self, bars: tuple[CostBar, ...], in_hand: str, theme: Theme) -> None:
        """From top to bottom."""
        if (bars, in_hand, theme) == (self.bars, self.in_hand, self._theme):
            return
        self.bars, self.in_hand, self._theme = bars, in_hand, theme
        said = "; ".join(f"{bar.name} {bar.words}" for bar in bars)
        self.setAccessibleDescription(said)
        self.setMinimumHeight(len(bars) * theme.px(ROW))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(240), len(self.bars) * self._theme.px(ROW))

    # Where what stands

    @property
    def _row(self) -> int:
        """px of a bar's row: they share the height, with the key in mind."""
        room = (self.height() - self._key_height) // max(1, len(self.bars))
        return min(max(room, self._theme.px(ROW)), self._theme.px(TALL))

    @property
    def _key_height(self) -> int:
        return self._theme.px(LINE) * len(self.key) + GAP if self.key else 0

    @property
    def tells_key(self) -> bool:
        """Whether the key has room below the bars."""
        metrics = QFontMetricsF(self._theme.font(CAPTION))
        wide = max(map(metrics.horizontalAdvance, self.key), default=0.0) + self._theme.px(SIGN) + 2 * EDGE + GAP
        low = len(self.bars) * self._row + self._key_height <= self.height()
        return bool(self.key and self.bars) and low and wide <= self.width()

    @property
    def area(self) -> tuple[float, float]:
        """Left and right of the axis, px: between the names and the words."""
        names = _widest(self._theme.font(BASE, bold=True), [bar.name for bar in self.bars])
        words = self._wide(brief=self.is_brief)
        left = EDGE + min(names, NAMES * self.width()) + GAP
        return left, max(left + 20.0, self.width() - EDGE - words - GAP)

    @property
    def is_brief(self) -> bool:
        """Whether the words at length would take too much of the width."""
        return self._wide(brief=False) > WORDS * self.width()

    def _wide(self, *, brief: bool) -> float:
        texts = [bar.brief if brief else bar.words for bar in self.bars]
        return _widest(self._theme.digits(BASE, bold=True), texts)

    @property
    def ends(self) -> tuple[float, float]:
        """The least and the largest value of the axis; 0 is always on it."""
        values = [
            value for bar in self.bars for value in (bar.value, bar.low, bar.high, *bar.dots) if math.isfinite(value)
        ]
        low, high = min([0.0, *values]), max([0.0, *values])
        return (low, high) if high > low else (0.0, 1.0)

    def x_of(self, value: float) -> float:
        """Where a value lies along the axis, px."""
        (left, right), (low, high) = self.area, self.ends
        return left + (value - low) / (high - low) * (right - left)

    def bar_at(self, place: QPointF) -> CostBar | None:
        number = int(place.y() // self._row)
        return self.bars[number] if 0 <= number < len(self.bars) else None

    def words_at(self, place: QPointF) -> str:
        bar = self.bar_at(place)
        return bar.tip if bar is not None else ""

    # The person

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and bar is not None:
            self.chosen.emit(bar.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(Qt.Key(event.key()))
        if step is None or not self.bars:
            super().keyPressEvent(event)
            return
        names = [bar.name for bar in self.bars]
        now = names.index(self.in_hand) if self.in_hand in names else 0
        self.chosen.emit(names[min(max(now + step, 0), len(names) - 1)])

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.bars:
            for number, bar in enumerate(self.bars):
                self._paint_row(painter, QRectF(0, number * self._row, self.width(), self._row), bar)
            zero = self.x_of(0.0)
            painter.setPen(QPen(QColor(self._theme.muted), 1))
            painter.drawLine(QPointF(zero, 2), QPointF(zero, len(self.bars) * self._row - 2))
            if self.tells_key:
                self._paint_key(painter, len(self.bars) * self._row + GAP)
        painter.end()

    def _paint_row(self, painter: QPainter, room: QRectF, bar: CostBar) -> None:
        theme, held = self._theme, bar.name == self.in_hand
        if held:
            painter.setPen(QPen(QColor(theme.accent), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.selected))
            painter.drawRoundedRect(room.adjusted(2, 1, -2, -1), 4, 4)
        left, right = self.area
        painter.setPen(QColor(theme.text))
        painter.setFont(theme.font(BASE, bold=held))
        names = QRectF(EDGE, room.top(), left - GAP - EDGE, room.height())
        name = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, int(names.width()))
        painter.drawText(names, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(theme.digits(BASE, bold=held))
        words = QRectF(right + GAP, room.top(), self.width() - EDGE - right - GAP, room.height())
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            bar.brief if self.is_brief else bar.words,
        )
        self._paint_bar(painter, room, bar)

    def _paint_key(self, painter: QPainter, top: float) -> None:
        """Below the bars: a bar, a dot, and an interval, with what each is."""
        theme, line = self._theme, self._theme.px(LINE)
        left, sign = self.area[0], theme.px(SIGN)
        metrics = QFontMetricsF(theme.font(CAPTION))
        widest = max(map(metrics.horizontalAdvance, self.key))
        left = max(float(EDGE), min(left, self.width() - widest - sign - GAP - EDGE))
        signs = (self._paint_block, self._paint_dot, self._paint_interval)
        for number, (words, paint) in enumerate(zip(self.key, signs, strict=True)):
            middle = top + (number + 0.5) * line
            paint(painter, left, left + sign, middle)
            painter.setPen(QColor(theme.muted))
            painter.setFont(theme.font(CAPTION))
            room = QRectF(left + sign + GAP, middle - line / 2, widest + 2, line)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_block(self, painter: QPainter, left: float, right: float, middle: float, half: float = 5) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(mix(self._theme.surface, self._theme.text, 0.3)))
        painter.drawRoundedRect(QRectF(left, middle - half, right - left, 2 * half), 2, 2)

    def _paint_dot(self, painter: QPainter, left: float, right: float, middle: float) -> None:
        theme = self._theme
        painter.setPen(QPen(QColor(theme.surface), 1))
        painter.setBrush(QColor(mix(theme.muted, theme.text, 0.3)))
        painter.drawEllipse(QPointF((left + right) / 2, middle), 2.6 * theme.scale, 2.6 * theme.scale)

    def _paint_interval(self, painter: QPainter, left: float, right: float, middle: float) -> None:
        arm = self._theme.px(3)
        painter.setPen(QPen(QColor(self._theme.text), 1.6 * self._theme.scale))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        for x in (left, right):
            painter.drawLine(QPointF(x, middle - arm), QPointF(x, middle + arm))

    def _paint_bar(self, painter: QPainter, room: QRectF, bar: CostBar) -> None:
        middle, high = room.center().y(), self._theme.px(ROW)
        zero, end = self.x_of(0.0), self.x_of(bar.value)
        self._paint_block(painter, min(zero, end), max(zero, end), middle, 0.26 * high)
        for dot in bar.dots:
            self._paint_dot(painter, self.x_of(dot), self.x_of(dot), middle)
        if math.isfinite(bar.low) and math.isfinite(bar.high):
            self._paint_interval(painter, self.x_of(bar.low), self.x_of(bar.high), middle + 0.34 * high)


def _widest(font: QFont, texts: list[str]) -> float:
    """px of the longest of them."""
    metrics = QFontMetricsF(font)
    return max((metrics.horizontalAdvance(text) + 1 for text in texts), default=0.0)
