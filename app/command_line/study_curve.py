"""A figure over what a study varies: the median as a line, the middle 80 % as a band."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QBrush, QColor

from app.look.theme import Theme, class_colours
from app.views.drawing.plot import Plot, pen
from core.frozen import frozen
from core.studies.report import Report
from core.studies.result import falls

FAR = 30.0  # the largest median is so many times the smallest: they are drawn over powers of ten
RIM = 0.05  # of the picture that stays free beside what is drawn
PALE = 0.22  # of the colour of a line, in its band
SHARE = "share of the starts"


@frozen(eq=False)
class Line:
    """A figure at the places `x` (n,), as it is drawn: its median, and the band, `low` and `high`; infinite where no
    number is that bad."""

    name: str
    x: np.ndarray
    median: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def drawn(self, *, up: bool) -> Line:
        """Over powers of ten, or as it is."""
        if not up:
            return self
        with np.errstate(divide="ignore", invalid="ignore"):
            return Line(self.name, self.x, *map(np.log10, (self.median, self.low, self.high)))


def curve(report: Report, look: Theme) -> Plot:
    """The plot of a study over one setting; over none, of its starts in the order of what they reached."""
    lines = [_over_the_axis(report, name) if report.study.axes else _sorted(report, name) for name in report.names]
    up, along = all(map(_is_far, lines)), bool(report.study.axes) and report.study.axes[0].log
    lines = [line.drawn(up=up) for line in lines]
    plot = Plot("Study")
    plot.dress(look)
    plot.set_log(along, up)
    plot.name_axes(report.study.axes[0].path if report.study.axes else SHARE, ", ".join(report.names), look)
    bounds = _framed(plot, lines)
    for line, (_, colour) in zip(lines, colours(report.names), strict=True):
        _draw(plot, line, colour, look, bounds)
    if report.study.axes and not report.study.axes[0].numeric:
        plot.bottom.setTicks([list(enumerate(report.study.axes[0].names))])
    return plot


def _over_the_axis(report: Report, name: str) -> Line:
    """Every value of the axis; names lie one beside the other."""
    axis = report.study.axes[0]
    numbers = [value for value in axis.values if isinstance(value, (int, float))] if axis.numeric else []
    x = np.array(numbers or range(len(axis.values)), float)
    if axis.log:
        x = np.log10(x)
    spreads = [each.figures[name] for each in report.cells]
    order = np.argsort(x, kind="stable")
    columns = zip(*((each.median, *each.band) for each in spreads), strict=True)
    return Line(name, x[order], *(np.array(column, float)[order] for column in columns))


def _sorted(report: Report, name: str) -> Line:
    """What each start has reached, from the least to the most."""
    found = [each.figures.get(name, math.nan) for each in report.results.values()]
    values = np.sort(np.where(np.isnan(found), math.inf, found))
    return Line(name, (np.arange(len(values)) + 0.5) / len(values), values, values, values)


def _is_far(line: Line) -> bool:
    """Whether the values need powers of ten: those of a figure that falls alone can."""
    known = line.median[np.isfinite(line.median)]
    return falls(line.name) and bool(len(known)) and known.min() > 0 and known.max() > FAR * known.min()


def _framed(plot: Plot, lines: list[Line]) -> tuple[float, float]:
    """Show all finite numbers; from where to where up."""
    x = np.concatenate([line.x for line in lines])
    y = np.concatenate([part for line in lines for part in (line.median, line.low, line.high)])
    (x0, x1), (y0, y1) = _span(x), _span(y[np.isfinite(y)])
    plot.frame_to(x0, x1, y0, y1)
    return y0, y1


def _span(values: np.ndarray) -> tuple[float, float]:
    low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
    rim = RIM * (high - low) or RIM * abs(high) or 1.0
    return low - rim, high + rim


def _draw(plot: Plot, line: Line, colour: str, look: Theme, bounds: tuple[float, float]) -> None:
    """Band, line and points."""
    low, high = (np.clip(np.nan_to_num(part, nan=0.0), *bounds) for part in (line.low, line.high))
    band = pg.PlotCurveItem(np.r_[line.x, line.x[::-1]], np.r_[low, high[::-1]], fillLevel="enclosed")
    band.setPen(None)
    pale = QColor(colour)
    pale.setAlphaF(PALE)
    band.setBrush(QBrush(pale))
    median = np.where(np.isfinite(line.median), line.median, np.nan)
    path = pg.PlotCurveItem(line.x, median, connect="finite", antialias=True, pen=pen(colour, 2.0))
    points = pg.ScatterPlotItem(line.x, median, size=7, pen=pen(look.surface), brush=QBrush(QColor(colour)))
    for depth, item in ((-4, band), (-2, path), (-1, points)):
        item.setZValue(depth)
        plot.addItem(item)


def colours(names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Each figure with the colour that it is drawn in."""
    return tuple(zip(names, class_colours(max(len(names), 2))[-len(names) :], strict=True))
