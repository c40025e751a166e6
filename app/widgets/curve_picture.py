"""A small drawing of curves over one axis: an activation and its derivative, a schedule."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look import theme as look
from app.widgets import number_text
from core.frozen import frozen

DOT = 3.0  # px
EDGE = 4  # px between the last number along and the frame
LARGE = 1_000_000  # from which a number is written with a power of ten


@frozen
class Curve:
    """One line: y over the picture's x, both (n,); the first curve is solid, `dashed` ones accompany it."""

    y: np.ndarray
    label: str
    dashed: bool = False


class CurvePicture(QWidget):
    """Curves with labelled ticks; breaks where a value is not finite or jumps."""

    def __init__(self, label: str, along: str = "", parent: QWidget | None = None) -> None:
        """`along`: what runs along, where the curves' own names do not tell."""
        super().__init__(parent)
        self._along = along
        self._x = np.zeros(0)
        self.curves: tuple[Curve, ...] = ()
        self.dots: tuple[np.ndarray, ...] = ()
        self._range = (0.0, 1.0)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_curves(self, x: np.ndarray, curves: Sequence[Curve]) -> None:
        """Show these curves over x (n,), ascending."""
        self._x = np.asarray(x, dtype=float)
        self.curves = tuple(curves)
        self._range = _value_range([curve.y for curve in curves])
        self.setAccessibleDescription(", ".join(curve.label for curve in curves))
        self.update()

    def set_dots(self, dots: Sequence[np.ndarray]) -> None:
        """Places (n, 2) on each curve that are marked."""
        self.dots = tuple(dots)
        self.update()

    def sizeHint(self) -> QSize:
        scale = look.current().scale
        return QSize(round(200 * scale), round(112 * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = look.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.digits(look.CAPTION))
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.setBrush(QColor(theme.field))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if len(self._x) > 1 and self.curves:
            area = self._area(painter.fontMetrics())
            self._draw_axes(painter, area, theme)
            self._draw_curves(painter, area, theme)
            self._draw_dots(painter, area, theme)
            self._draw_key(painter, theme)
        painter.end()

    def _area(self, metrics: QFontMetrics) -> QRectF:
        left = 10 + max(metrics.horizontalAdvance(_say(tick)) for tick in self._ticks_y())
        rows = 3 if self._along else 2
        return QRectF(
            left, metrics.height() + 8, self.width() - left - 12, self.height() - rows * metrics.height() - 16
        )

    def _ticks_y(self) -> list[float]:
        return _ticks(*self._range, count=3)

    def _ticks_x(self) -> list[float]:
        return _ticks(self._x[0], self._x[-1], count=4)

    def numbers_along(self) -> dict[str, tuple[float, float]]:
        """The numbers below, with their left and right ends, px; the last one stays within the frame."""
        metrics = QFontMetrics(look.current().digits(look.CAPTION))
        area, found = self._area(metrics), {}
        for tick in self._ticks_x():
            wide = metrics.horizontalAdvance(_say(tick))
            left = min(self._place(area, tick, self._range[0]).x() - wide / 2, self.width() - EDGE - wide)
            found[_say(tick)] = (left, left + wide)
        return found

    def _place(self, area: QRectF, x: float, y: float) -> QPointF:
        low, high = self._range
        start, end = self._x[0], self._x[-1]
        return QPointF(
            area.left() + (x - start) / (end - start) * area.width(),
            area.bottom() - (y - low) / (high - low) * area.height(),
        )

    def _draw_axes(self, painter: QPainter, area: QRectF, theme: look.Theme) -> None:
        metrics = painter.fontMetrics()
        for tick in self._ticks_y():
            height = self._place(area, self._x[0], tick).y()
            painter.setPen(QPen(QColor(theme.disabled if tick == 0 else theme.grid), 1))
            painter.drawLine(QPointF(area.left(), height), QPointF(area.right(), height))
            painter.setPen(QColor(theme.muted))
            painter.drawText(
                QRectF(0, height - metrics.height() / 2, area.left() - 5, metrics.height()),
                Qt.AlignmentFlag.AlignRight,
                _say(tick),
            )
        for tick in self._ticks_x():
            place = self._place(area, tick, self._range[0]).x()
            painter.setPen(QPen(QColor(theme.disabled if tick == 0 else theme.grid), 1))
            painter.drawLine(QPointF(place, area.top()), QPointF(place, area.bottom()))
        painter.setPen(QColor(theme.muted))
        for words, (left, right) in self.numbers_along().items():
            painter.drawText(QRectF(left, area.bottom() + 3, right - left + 1, metrics.height()), words)
        if self._along:
            painter.setPen(QColor(theme.text))
            below = QRectF(area.left(), area.bottom() + 3 + metrics.height(), area.width(), metrics.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self._along)

    def _draw_curves(self, painter: QPainter, area: QRectF, theme: look.Theme) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for curve in reversed(self.curves):
            painter.setPen(_pen(curve, theme))
            for first, last in _pieces(np.asarray(curve.y, dtype=float), self._range):
                points = [
                    self._place(area, x, y) for x, y in zip(self._x[first:last], curve.y[first:last], strict=True)
                ]
                painter.drawPolyline(QPolygonF(points))

    def _draw_dots(self, painter: QPainter, area: QRectF, theme: look.Theme) -> None:
        painter.setPen(QPen(QColor(theme.surface), 1))
        size = DOT * theme.scale
        for curve, dots in zip(self.curves, self.dots, strict=False):
            painter.setBrush(QColor(theme.muted if curve.dashed else theme.accent))
            inside = dots[(dots[:, 0] >= self._x[0]) & (dots[:, 0] <= self._x[-1]) & np.isfinite(dots).all(axis=1)]
            for x, y in inside.tolist():
                painter.drawEllipse(self._place(area, x, y), size, size)

    def _draw_key(self, painter: QPainter, theme: look.Theme) -> None:
        metrics = painter.fontMetrics()
        middle = 4 + metrics.height() / 2
        right = float(self.width() - 10)
        for curve in reversed(self.curves):
            width = metrics.horizontalAdvance(curve.label)
            painter.setPen(QColor(theme.text if not curve.dashed else theme.muted))
            painter.drawText(
                QRectF(right - width, 4, width + 1, metrics.height()), Qt.AlignmentFlag.AlignLeft, curve.label
            )
            painter.setPen(_pen(curve, theme))
            painter.drawLine(QPointF(right - width - 22, middle), QPointF(right - width - 5, middle))
            right -= width + 34


def _pen(curve: Curve, theme: look.Theme) -> QPen:
    pen = QPen(QColor(theme.muted if curve.dashed else theme.text), (1.5 if curve.dashed else 2.0) * theme.scale)
    if curve.dashed:
        pen.setDashPattern([3.0, 2.5])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _say(tick: float) -> str:
    if 1000 <= abs(tick) < LARGE:
        return f"{tick:,.0f}".replace("-", "−")
    return number_text.show(tick, 3).replace("-", "−")


def _value_range(columns: Sequence[np.ndarray]) -> tuple[float, float]:
    """Everything finite with a little air, never empty."""
    values = np.concatenate([np.asarray(column, dtype=float) for column in columns]) if columns else np.zeros(0)
    values = values[np.isfinite(values)]
    if not len(values):
        return 0.0, 1.0
    low, high = float(values.min()), float(values.max())
    if low == high:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        low, high = -1.0, 1.0
    air = 0.06 * (high - low)
    return low - air, high + air


def _ticks(low: float, high: float, count: int) -> list[float]:
    """About `count` round numbers within a range."""
    rough = (high - low) / count
    power = 10.0 ** math.floor(math.log10(rough))
    step = min((base * power for base in (1, 2, 5, 10)), key=lambda candidate: abs(math.log(candidate / rough)))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [float(f"{number * step:.6g}") for number in range(first, last + 1)]


def _pieces(y: np.ndarray, limits: tuple[float, float]) -> list[tuple[int, int]]:
    """Stretches [first, last) that can be drawn in one stroke: finite, without a jump of over 40 % of the range."""
    broken = ~np.isfinite(y[:-1]) | ~np.isfinite(y[1:])
    with np.errstate(invalid="ignore"):
        broken |= np.abs(np.diff(y)) > 0.4 * (limits[1] - limits[0])
    ends = [0, *(np.flatnonzero(broken) + 1).tolist(), len(y)]
    return [
        (first, last)
        for first, last in itertools.pairwise(ends)
        if last - first > 1 and np.isfinite(y[first:last]).all()
    ]
