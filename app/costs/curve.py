"""The time of an update over the size of the network or of its batches: a line for each way, over powers of ten."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from app.look.run_colours import DARK, LIGHT
from app.look.theme import Theme
from app.views.drawing.plot import Plot, pen
from core.costs.work import BATCH, WIDTH, Point

UP = "ms an update"
ALONG = {WIDTH: "units or channels of each hidden layer", BATCH: "batch size"}
RIM = 0.06  # of the picture that stays free beside what is drawn


def colours(theme: Theme) -> tuple[tuple[str, Qt.PenStyle], ...]:
    """How the line of each way is drawn, by its place: in the colours of runs, which are those of no class, and from
    the fifth on with dashes."""
    inks = DARK if theme.dark else LIGHT
    return tuple((ink, style) for style in (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine) for ink in inks)


class CostCurve(Plot):
    """`show_points(…)` draws all anew."""

    def __init__(self) -> None:
        super().__init__("Time of an update by size")
        self._drawn: list[pg.PlotDataItem | pg.PlotCurveItem | pg.ScatterPlotItem] = []
        self.set_log(along=True, up=True)

    def show_points(self, points: tuple[Point, ...], places: dict[str, int], axis: str, theme: Theme) -> None:
        """`places` of the ways by their keys."""
        self.dress(theme)
        self.name_axes(ALONG[axis], UP, theme)
        for item in self._drawn:
            self.removeItem(item)
        self._drawn = []
        known = [point for point in points if point.timed.seconds > 0]
        if not known:
            self.frame_to(0, 3, -3, 2)
            return
        for key, place in places.items():
            own = [(point.size, 1e3 * point.timed.seconds) for point in known if point.timed.way.key == key]
            if own:
                self._draw_line(np.log10(np.array(own)), *colours(theme)[place % 8], theme)
        sizes, times = (
            np.log10(np.array(each))
            for each in zip(*[(point.size, 1e3 * point.timed.seconds) for point in known], strict=True)
        )
        self.frame_to(*_framed(sizes), *_framed(times))

    def _draw_line(self, spots: np.ndarray, colour: str, style: Qt.PenStyle, theme: Theme) -> None:
        line = pg.PlotCurveItem(spots[:, 0], spots[:, 1], pen=pen(colour, 2.2 * theme.scale, style), antialias=True)
        dots = pg.ScatterPlotItem(
            spots[:, 0],
            spots[:, 1],
            size=7 * theme.scale,
            pxMode=True,
            brush=pg.mkBrush(QColor(colour)),
            pen=pen(theme.surface, 1),
        )
        for item in (line, dots):
            self.addItem(item)
            self._drawn.append(item)


def _framed(values: np.ndarray) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    if high - low < 0.3:
        low, high = low - 0.3, high + 0.3
    rim = RIM * (high - low)
    return low - rim, high + rim
