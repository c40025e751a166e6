"""Many pieces of a line, and many copies of a marker, in one call to Qt: each alone takes an interpreter's time, and
as a whole a dashed line that goes up and down a lot takes Qt some fifteen times as long as its dashes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyqtgraph as pg
from pyqtgraph.Qt.internals import PrimitiveArray
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QTransform


def draw_pieces(painter: QPainter, pieces: np.ndarray) -> None:
    """Straight pieces (n, 4): x and y of where each begins and of where it ends."""
    if len(pieces):
        array: Any = PrimitiveArray(QLineF, 4)  # pyqtgraph does not say what its arguments for Qt are
        array.resize(len(pieces))
        array.ndarray()[:] = pieces
        painter.drawLines(*array.drawargs())


def stamp(painter: QPainter, spots: np.ndarray, marker: QPixmap) -> None:
    """A marker, its middle at each of the spots (n, 2)."""
    if not len(spots):
        return
    array: Any = PrimitiveArray(QPainter.PixmapFragment, 10)
    density = marker.devicePixelRatio()
    array.resize(len(spots))
    fragments = array.ndarray()
    fragments[:] = 0.0, 0.0, 0.0, 0.0, marker.width(), marker.height(), 1 / density, 1 / density, 0.0, 1.0
    fragments[:, :2] = spots
    painter.drawPixmapFragments(*array.drawargs(), marker)  # type: ignore[call-arg]


def dashed(xs: np.ndarray, ys: np.ndarray, pattern: list[float], unit: tuple[float, float]) -> np.ndarray:
    """A line (n,) as the pieces (m, 4) that are drawn of it, and those that are left out between them as long as the
    `pattern` says, in px; a px is so many of the line's units along and up."""
    steps = np.hypot(np.diff(xs) / unit[0], np.diff(ys) / unit[1])
    way = np.concatenate([[0.0], np.cumsum(steps)])
    ends = np.cumsum(pattern)
    turns = (np.arange(int(way[-1] / ends[-1]) + 1)[:, None] * ends[-1] + ends).ravel()
    cuts = np.sort(np.concatenate([way, turns[turns < way[-1]]]))
    here = (cuts[1:] + cuts[:-1]) / 2 % ends[-1]
    drawn = np.searchsorted(ends, here, side="right") % 2 == 0
    x, y = np.interp(cuts, way, xs), np.interp(cuts, way, ys)
    return np.column_stack([x[:-1], y[:-1], x[1:], y[1:]])[drawn & (np.diff(cuts) > 0)]


class Curve(pg.PlotCurveItem):
    """A line, solid or dashed, that is drawn piece by piece; what is no number parts it."""

    def __init__(self) -> None:
        super().__init__([], [], connect="finite", antialias=True)
        self.setSegmentedLineMode("on")

    def paint(self, painter: QPainter, *args: object) -> None:
        pen: QPen = self.opts["pen"]
        if pen.style() is not Qt.PenStyle.CustomDashLine:
            super().paint(painter, *args)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        solid = QPen(pen)
        solid.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(solid)
        for pieces in self.pieces(pen, painter.transform()):
            draw_pieces(painter, pieces)

    def pieces(self, pen: QPen, place: QTransform) -> list[np.ndarray]:
        """The dashes of each stretch of numbers; what lies far beyond the picture is drawn to just beyond it."""
        xs, ys = self.getData()
        box = self.getViewBox()
        if xs is None or ys is None or box is None or not place.isInvertible():
            return []
        low, high = box.viewRange()[1]
        ys = np.clip(ys, 2 * low - high, 2 * high - low)
        unit = 1 / abs(place.m11()), 1 / abs(place.m22())
        pattern = [length * pen.widthF() for length in pen.dashPattern()]
        known = np.flatnonzero(np.isfinite(xs) & np.isfinite(ys))
        stretches = np.split(known, np.flatnonzero(np.diff(known) > 1) + 1)
        return [dashed(xs[at], ys[at], pattern, unit) for at in stretches if len(at) > 1]
