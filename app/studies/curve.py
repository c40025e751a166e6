"""A figure over what a study varies: the median as a line, the middle 80 % as a band."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.look.theme import Theme
from app.views.drawing.plot import Plot, pen
from core.documents.labels import label_of
from core.experiment import Experiment
from core.frozen import frozen
from core.luck.found import figure_words
from core.studies.report import Report
from core.studies.result import falls
from core.studies.stable import Stable, stable

FAR = 30.0  # the largest median is so many times the smallest: they are drawn over powers of ten
RIM = 0.05  # of the picture that stays free beside what is drawn
PALE = 0.16  # of the colour of a line, in its band
SHARE = "share of the starts"
STYLES = {
    "train": (Qt.PenStyle.SolidLine, "━"),
    "test": (Qt.PenStyle.DashLine, "╍"),
    "validation": (Qt.PenStyle.DotLine, "┈"),
}
PLAIN = (Qt.PenStyle.SolidLine, "━")


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


class Curve(Plot):
    """The plot of a study over one setting; over none, of its starts in the order of what they reached. `pressed` hears
    of the cell beside a press; `chosen` is the one that is looked at."""

    def __init__(
        self,
        report: Report,
        look: Theme,
        *,
        constant: float = math.nan,
        chosen: int | None = None,
        pressed: Callable[[int], object] = lambda _cell: None,
    ) -> None:
        super().__init__("Study")
        self._report, self._pressed = report, pressed
        axes, base = report.study.axes, report.study.base
        lines = [_over_the_axis(report, name) if axes else _sorted(report, name) for name in report.names]
        up = all(map(_is_far, lines))
        self._lines = [line.drawn(up=up) for line in lines]
        self.dress(look)
        self.set_log(bool(axes) and axes[0].log, up)
        self.name_axes(label_of(base, axes[0].path) if axes else SHARE, _upwards(base, report.names), look)
        bounds = _framed(self, self._lines)
        for line in self._lines:
            _draw(self, line, look, bounds)
        if axes and not axes[0].numeric:
            self.bottom.setTicks([list(enumerate(axes[0].names))])
        self.range = stable(report, constant)
        if self.range is not None:
            self._mark(self.range, look, log=axes[0].log, up=up)
        if chosen is not None:
            self.addItem(_upright(float(_places(report)[chosen]), look.accent))

    def _mark(self, found: Stable, look: Theme, *, log: bool, up: bool) -> None:
        """Where the stable range ends, and the best constant answer."""
        low, high = (math.log10(rate) if log else rate for rate in (found.low, found.high))
        region = pg.LinearRegionItem((low, high), movable=False, brush=QBrush(QColor(look.hover)), pen=pen(look.line))
        region.setZValue(-6)
        limit = math.log10(found.limit) if up else found.limit
        level = pg.InfiniteLine(limit, angle=0, pen=pen(look.muted, 1.0, Qt.PenStyle.DashDotLine))
        for item in (region, level):
            self.addItem(item)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._report.study.axes and event.button() is Qt.MouseButton.LeftButton:
            along, _ = self.data_at(event.position())
            self._pressed(int(np.argmin(np.abs(_places(self._report) - along))))


def curves(
    report: Report,
    look: Theme,
    *,
    constant: float = math.nan,
    chosen: int | None = None,
    pressed: Callable[[int], object] = lambda _cell: None,
) -> QWidget:
    """A curve for each measure, one below the other: figures of one measure share theirs."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    for names in by_measure(report.names):
        column.addWidget(Curve(report.about(names), look, constant=constant, chosen=chosen, pressed=pressed), 1)
    return page


def by_measure(names: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Figures that share a scale: "train.loss" and "test.loss"."""
    measures = dict.fromkeys(_measure(name) for name in names)
    return [tuple(name for name in names if _measure(name) == measure) for measure in measures]


def _measure(name: str) -> str:
    part, _, measure = name.partition(".")
    return measure if part in STYLES else name


def key(labels: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """What figures are called, each beside the stroke that it is drawn in."""
    strokes = [STYLES.get(name.partition(".")[0], PLAIN)[1] for name in names]
    return tuple(f"{stroke} {label}" for stroke, label in zip(strokes, labels, strict=True))


def _upwards(base: Experiment, names: tuple[str, ...]) -> str:
    """What runs up: "Loss", or the one figure that there is."""
    label = figure_words(base, names[0])
    label = label.partition(" ")[2] if len(names) > 1 else label
    return f"{label[:1].upper()}{label[1:]}"


def _places(report: Report) -> np.ndarray:
    """Where the values of the axis lie along, in their order; names lie one beside the other."""
    axis = report.study.axes[0]
    numbers = [value for value in axis.values if isinstance(value, (int, float))] if axis.numeric else []
    x = np.array(numbers or range(len(axis.values)), float)
    return np.log10(x) if axis.log else x


def _over_the_axis(report: Report, name: str) -> Line:
    """Every value of the axis."""
    x = _places(report)
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


def _upright(place: float, colour: str) -> pg.InfiniteLine:
    return pg.InfiniteLine(place, angle=90, pen=pen(colour, 1.5))


def _draw(plot: Plot, line: Line, look: Theme, bounds: tuple[float, float]) -> None:
    """Band, line and points, in ink; filled points of the training part, hollow ones of others."""
    style, _ = STYLES.get(line.name.partition(".")[0], PLAIN)
    for band in _bands(line, look, bounds):
        band.setZValue(-4)
        plot.addItem(band)
    median = np.where(np.isfinite(line.median), line.median, np.nan)
    if not np.isfinite(median).any():
        return
    path = pg.PlotCurveItem(line.x, median, connect="finite", antialias=True, pen=pen(look.text, 2.0, style))
    inside = look.text if style is Qt.PenStyle.SolidLine else look.surface
    points = pg.ScatterPlotItem(line.x, median, size=7, pen=pen(look.text, 1.5), brush=QBrush(QColor(inside)))
    for depth, item in ((-2, path), (-1, points)):
        item.setZValue(depth)
        plot.addItem(item)


def _bands(line: Line, look: Theme, bounds: tuple[float, float]) -> list[pg.PlotCurveItem]:
    """The band over each stretch of values of which there is something yet."""
    pale = QColor(look.text)
    pale.setAlphaF(PALE)
    bands = []
    for stretch in stretches(~(np.isnan(line.low) | np.isnan(line.high))):
        x, low, high = line.x[stretch], *(np.clip(part[stretch], *bounds) for part in (line.low, line.high))
        band = pg.PlotCurveItem(np.r_[x, x[::-1]], np.r_[low, high[::-1]], fillLevel="enclosed")
        band.setPen(None)
        band.setBrush(QBrush(pale))
        bands.append(band)
    return bands


def stretches(known: np.ndarray) -> list[slice]:
    """Where several stand side by side that are known (n,)."""
    edges = np.flatnonzero(np.diff(np.r_[False, known, False].astype(int)))
    return [slice(int(first), int(end)) for first, end in edges.reshape(-1, 2)]
