"""The picture of the pulls: a histogram of the weights over one axis with arrows, a row a weight."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.look.numbers import written
from app.look.theme import CAPTION, Theme, current
from app.widgets.telling import Telling
from core.frozen import frozen

ROW, TOP, FOOT, KEY = 18, 40, 16, 20  # px at a text scale of 1: a weight, the histogram, its axis, the key
NAMES, RIGHT, BINS, MOST = 116, 10, 40, 60
NAMES_SHARE, LEAST = 0.4, 60  # of the width, at most, for the names of the weights; px that they have anyway
DOT, AWAY = 3.2, 5.2  # px at a text scale of 1: a weight's dot, and how far from its middle the arrows run
REACH = 0.3  # of the axis that the longest arrow takes
KEYS = (("pull of the loss, −∂J/∂w", "pull of the penalty"), ("loss", "penalty"))  # in full, and in brief


def round_above(value: float) -> float:
    """1, 2 or 5 times a power of ten, at or above a number: an axis that ends there rarely moves."""
    if not (math.isfinite(value) and value > 0):
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value * (1 - 1e-12))


@frozen(eq=False)
class Pulled:
    """Of each weight (n,): its value, both pulls, whether it is cut; and by its number what it is called, and what is
    said of it."""

    weight: np.ndarray
    loss: np.ndarray
    penalty: np.ndarray
    cut: np.ndarray
    name: Callable[[int], str]
    tip: Callable[[int], str]


NONE = Pulled(np.zeros(0), np.zeros(0), np.zeros(0), np.zeros(0, bool), str, str)


@frozen(eq=False)
class Scale:
    """How weights lie along, from `left` to `right` px, and how long arrows are: both end at round numbers."""

    left: float
    right: float
    reach: float  # the weight at either end
    longest: float  # the pull whose arrow is as long as an arrow may be

    @classmethod
    def of(cls, pulled: Pulled, rows: np.ndarray, left: float, right: float) -> Scale:
        both = np.concatenate([pulled.loss[rows], pulled.penalty[rows]])
        return cls(left, max(right, left + 40), round_above(_largest(pulled.weight)), round_above(_largest(both)))

    def x_of(self, weight: float) -> float:
        return self.left + (weight / self.reach + 1) / 2 * (self.right - self.left)

    def arrow(self, pull: float) -> float:
        """How long an arrow is, px; to the right where it pulls upwards."""
        return pull / self.longest * REACH * (self.right - self.left)


def _largest(numbers: np.ndarray) -> float:
    return float(np.abs(numbers[np.isfinite(numbers)]).max(initial=0.0))


class PullPlot(QWidget):
    """The spread of all weights above, and below it a row a weight: at most sixty, evenly chosen, always the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spread, self.rows = Spread(), Rows()
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.area.setWidget(self.rows)
        self.area.setMinimumHeight(24)
        self.area.viewport().setAutoFillBackground(False)
        self.rows.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.spread)
        column.addWidget(self.area, 1)
        self._pulled, self._theme = NONE, current()

    def show_pulled(self, pulled: Pulled, theme: Theme) -> None:
        self._pulled, self._theme = pulled, theme
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        theme, count = self._theme, len(self._pulled.weight)
        chosen = np.unique(np.linspace(0, count - 1, min(count, MOST)).round().astype(int))
        right = self.area.viewport().width() - theme.px(RIGHT)
        scale = Scale.of(self._pulled, chosen, self._names(chosen), float(right))
        self.spread.setFixedHeight(theme.px(TOP + FOOT + KEY))
        self.rows.setMinimumHeight(theme.px(ROW) * len(chosen))
        for part in (self.spread, self.rows):
            part.show_numbers(self._pulled, chosen, scale, theme)

    def _names(self, chosen: np.ndarray) -> float:
        """The room of the names, px: whole where it is a small share of the picture."""
        metrics = QFontMetrics(self._theme.font(CAPTION))
        widest = max((metrics.horizontalAdvance(self._pulled.name(row)) for row in chosen.tolist()), default=0)
        share = NAMES_SHARE * self.width()
        return float(min(max(self._theme.px(NAMES), min(widest + 28, share)), max(share, LEAST)))


class _Part(Telling):
    """What both parts of the picture know."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.pulled, self.chosen, self.theme = NONE, np.zeros(0, int), current()
        self.scale = Scale(0, 1, 1, 1)

    def show_numbers(self, pulled: Pulled, chosen: np.ndarray, scale: Scale, theme: Theme) -> None:
        self.pulled, self.chosen, self.scale, self.theme = pulled, chosen, scale, theme
        self.update()

    def words_at(self, place: QPointF) -> str:
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if len(self.pulled.weight):
            self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        raise NotImplementedError


class Spread(_Part):
    """How all weights are spread, over the axis on which the arrows stand, and the key of the arrows."""

    def __init__(self) -> None:
        super().__init__("Spread of the penalized weights")

    def counts(self) -> np.ndarray:
        """How many weights lie in each of the bins from one end of the axis to the other."""
        known = self.pulled.weight[np.isfinite(self.pulled.weight)]
        return np.histogram(known, BINS, (-self.scale.reach, self.scale.reach))[0]

    def paint(self, painter: QPainter) -> None:
        scale, theme, counts, bottom = self.scale, self.theme, self.counts(), float(self.theme.px(TOP))
        wide, tallest = (scale.right - scale.left) / BINS, max(1, int(counts.max()))
        painter.setPen(Qt.PenStyle.NoPen)
        for number in np.flatnonzero(counts).tolist():
            high = max(1.5, counts[number] / tallest * (bottom - 4))
            painter.setBrush(QColor(theme.negative if number < BINS / 2 else theme.positive))
            painter.drawRect(QRectF(scale.left + number * wide, bottom - high, max(1.0, wide - 1), high))
        painter.setFont(theme.font(CAPTION))
        painter.setPen(QColor(theme.muted))
        count, shown = len(self.pulled.weight), len(self.chosen)
        told = f"{count:,} weights" if shown == count else f"{count:,} weights,\n{shown} have a row"
        painter.drawText(QRectF(8, 0, scale.left - 12, bottom), Qt.AlignmentFlag.AlignVCenter, told)
        painter.setPen(QColor(theme.border))
        painter.drawLine(QPointF(scale.left, bottom), QPointF(scale.right, bottom))
        self._paint_axis(painter, bottom)
        self._paint_keys(painter, bottom + theme.px(FOOT) + theme.px(KEY) / 2)

    @property
    def measure(self) -> str:
        """What an arrow as long as the line at the right is."""
        return f"pull of {written(f'{self.scale.longest:g}')}"

    def keys(self) -> tuple[str, str]:
        """The words of both arrows, in brief where there is no room for all beside the scale."""
        metrics, theme = QFontMetrics(self.theme.font(CAPTION)), self.theme
        scale = self.scale.arrow(self.scale.longest) + metrics.horizontalAdvance(self.measure) + 12
        room = self.scale.right - self.scale.left - 2 * theme.px(39) - scale
        return KEYS[sum(map(metrics.horizontalAdvance, KEYS[0])) > room]

    def _paint_axis(self, painter: QPainter, top: float) -> None:
        scale, theme = self.scale, self.theme
        painter.setPen(QColor(theme.muted))
        painter.setFont(theme.digits(CAPTION))
        room = QRectF(scale.left, top, scale.right - scale.left, theme.px(FOOT))
        end = written(f"{scale.reach:g}")
        middle = "w = 0" if painter.fontMetrics().horizontalAdvance(f"−{end}  w = 0  {end}") <= room.width() else "0"
        for words, flag in ((f"−{end}", Qt.AlignmentFlag.AlignLeft), (middle, Qt.AlignmentFlag.AlignHCenter), (end, Qt.AlignmentFlag.AlignRight)):  # fmt: skip
            painter.drawText(room, flag, words)

    def _paint_keys(self, painter: QPainter, middle: float) -> None:
        """What each arrow is, and how long one of a round number is."""
        scale, theme = self.scale, self.theme
        painter.setFont(theme.font(CAPTION))
        both = sum(map(painter.fontMetrics().horizontalAdvance, self.keys())) + 2 * theme.px(39)
        x = max(8.0, min(scale.left, scale.right - both))
        for words, penalty in zip(self.keys(), (False, True), strict=True):
            paint_arrow(painter, QPointF(x, middle), theme.px(22), theme, penalty=penalty)
            wide = painter.fontMetrics().horizontalAdvance(words) + 2
            painter.setPen(QColor(theme.muted))
            room = QRectF(x + theme.px(27), middle - theme.px(10), wide, theme.px(20))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
            x += theme.px(39) + wide
        words, long = self.measure, scale.arrow(scale.longest)
        wide = painter.fontMetrics().horizontalAdvance(words) + 8
        if x + wide + long < scale.right:
            painter.setPen(QPen(QColor(theme.muted), 1))
            start = scale.right - long
            for end in (start, scale.right):
                painter.drawLine(QPointF(end, middle - 4), QPointF(end, middle + 4))
            painter.drawLine(QPointF(start, middle), QPointF(scale.right, middle))
            room = QRectF(start - wide, middle - theme.px(10), wide, theme.px(20))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)


class Rows(_Part):
    """A row a weight: its name, a dot at its value, and two arrows from there."""

    def __init__(self) -> None:
        super().__init__("Pull on each weight")

    def y_of(self, row: int) -> float:
        """The middle of a row, px."""
        return (row + 0.5) * self.theme.px(ROW)

    def words_at(self, place: QPointF) -> str:
        row = int(place.y() // self.theme.px(ROW))
        return self.pulled.tip(int(self.chosen[row])) if 0 <= row < len(self.chosen) else ""

    def paint(self, painter: QPainter) -> None:
        zero = self.scale.x_of(0)
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.drawLine(QPointF(zero, 0), QPointF(zero, self.y_of(len(self.chosen) - 1) + self.theme.px(ROW) / 2))
        for row, number in enumerate(self.chosen.tolist()):
            self._paint_row(painter, self.y_of(row), number)

    def _paint_row(self, painter: QPainter, middle: float, number: int) -> None:
        theme, pulled, scale = self.theme, self.pulled, self.scale
        weight = float(pulled.weight[number])
        room = QRectF(8, middle - theme.px(ROW) / 2, scale.left - 18, theme.px(ROW))
        painter.setFont(theme.font(CAPTION))
        painter.setPen(QColor(theme.muted))
        name = painter.fontMetrics().elidedText(pulled.name(number), Qt.TextElideMode.ElideMiddle, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, name)
        painter.setPen(QPen(QColor(theme.grid), 1))
        painter.drawLine(QPointF(scale.left, middle), QPointF(scale.right, middle))
        if not math.isfinite(weight):
            return
        spot = QPointF(scale.x_of(weight), middle)
        if pulled.cut[number]:
            self._paint_cut(painter, spot)
            return
        away = QPointF(0, AWAY * theme.scale)
        paint_arrow(painter, spot - away, scale.arrow(float(pulled.loss[number])), theme, penalty=False)
        paint_arrow(painter, spot + away, scale.arrow(float(pulled.penalty[number])), theme, penalty=True)
        painter.setPen(QPen(QColor(theme.surface), 1))
        painter.setBrush(QColor(theme.negative if weight < 0 else theme.positive))
        painter.drawEllipse(spot, DOT * theme.scale, DOT * theme.scale)

    def _paint_cut(self, painter: QPainter, spot: QPointF) -> None:
        painter.setPen(QPen(QColor(self.theme.missing), 1.8 * self.theme.scale))
        arm = 4 * self.theme.scale
        painter.drawLine(spot + QPointF(-arm, -arm), spot + QPointF(arm, arm))
        painter.drawLine(spot + QPointF(-arm, arm), spot + QPointF(arm, -arm))


def paint_arrow(painter: QPainter, start: QPointF, long: float, theme: Theme, *, penalty: bool) -> None:
    """A full head for the loss's, an open one for the penalty's; `long` px, to the left where it is negative, and no
    more than half of it head."""
    if not math.isfinite(long) or abs(long) < 0.5:
        return
    colour = QColor(theme.warning if penalty else theme.text)
    tip, side = start + QPointF(long, 0), math.copysign(min(5.0 * theme.scale, abs(long) / 2), long)
    painter.setPen(QPen(colour, 2.0 * theme.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(start, tip if penalty else tip - QPointF(side, 0))
    half = min(3.0 * theme.scale, 0.8 * abs(side))
    ends = [tip + QPointF(-side, -half), tip, tip + QPointF(-side, half)]
    if penalty:
        painter.setPen(QPen(colour, 1.4 * theme.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(ends))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF(ends))
