"""What can be drawn on the plot of the curves. Each thing is made, put at its depth and dressed when it is first
needed: most pictures never show most of it."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import TypeVar

import pyqtgraph as pg
from PySide6.QtGui import QBrush, QColor, QPen

from app.look import theme as look
from app.look.theme import Theme, mix
from app.views.curves.axes import flag
from app.views.curves.head import FLAG, band_colour, ghost_pen, line_pen
from app.views.drawing.plot import Plot
from app.views.drawing.strokes import Curve

DASHES = {"train": (), "test": (4.0, 2.2), "validation": (1.0, 1.4)}
SEEN_THROUGH = 185  # of 255: how thick the background of the words on the dotted line is

Dashes = tuple[float, ...]
Curves = Mapping[str, pg.PlotCurveItem]  # by the part whose pen they take
Item = TypeVar("Item", bound=pg.GraphicsObject)


class Layers(Plot):
    """Curves, their ghosts and bands, the learning rate, a yardstick, flags, and the line under the cursor."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._dressing: list[Callable[[Theme], object]] = []  # of what has been made

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        for dress in self._dressing:
            dress(theme)

    def has(self, name: str) -> bool:
        """Whether the thing of that name has been made."""
        return name in self.__dict__

    # Curves

    @functools.cached_property
    def lines(self) -> Curves:
        return {part: self._line(line_pen, dashes, 1) for part, dashes in DASHES.items()}

    @functools.cached_property
    def ghosts(self) -> Curves:
        """Of the run before."""
        return {part: self._line(ghost_pen, dashes, -3) for part, dashes in DASHES.items()}

    @functools.cached_property
    def bands(self) -> Curves:
        """Rings around what lies behind a curve."""
        return {part: self._band() for part in DASHES}

    @functools.cached_property
    def rate(self) -> pg.PlotCurveItem:
        return self._curve(lambda theme: line_pen(theme, (), mix(theme.surface, theme.muted, 0.8), 1.2), -2)

    def _line(self, pen: Callable[[Theme, Dashes], QPen], dashes: Dashes, depth: float) -> Curve:
        curve = Curve()
        return self._put(curve, depth, lambda theme: curve.setPen(pen(theme, dashes)))

    def _curve(self, pen: Callable[[Theme], QPen], depth: float, connect: str = "finite") -> pg.PlotCurveItem:
        curve = pg.PlotCurveItem([], [], connect=connect)
        return self._put(curve, depth, lambda theme: curve.setPen(pen(theme)))

    def _band(self) -> pg.PlotCurveItem:
        band = pg.PlotCurveItem([], [], connect="finite", fillLevel="enclosed", pen=None)
        return self._put(band, -4, lambda theme: band.setBrush(QBrush(band_colour(theme))))

    # The dotted line

    @functools.cached_property
    def guess(self) -> pg.InfiniteLine:
        return self._dotted_line()

    @functools.cached_property
    def other_guess(self) -> pg.InfiniteLine:
        return self._dotted_line()

    @functools.cached_property
    def guess_words(self) -> pg.TextItem:
        words = pg.TextItem(anchor=(1, 1))

        def dress(theme: Theme) -> None:
            _write(words, theme)
            words.fill = QBrush(_pale(theme.surface))

        return self._put(words, 4, dress)

    def _dotted_line(self) -> pg.InfiniteLine:
        line = pg.InfiniteLine(angle=0)
        return self._put(line, -5, lambda theme: line.setPen(line_pen(theme, (1.0, 3.0), theme.muted, 1.4)))

    # Flags

    @functools.cached_property
    def poles(self) -> pg.PlotCurveItem:
        return self._curve(lambda theme: line_pen(theme, (), theme.border, 1.0), -2, "pairs")

    @functools.cached_property
    def flags(self) -> pg.ScatterPlotItem:
        flags = pg.ScatterPlotItem(pxMode=True, symbol=flag(), pen=None)

        def dress(theme: Theme) -> None:
            flags.setBrush(QBrush(QColor(theme.muted)))
            flags.setSize(theme.px(FLAG))

        return self._put(flags, -2, dress)

    @functools.cached_property
    def best_words(self) -> pg.TextItem:
        words = pg.TextItem()

        def dress(theme: Theme) -> None:
            _write(words, theme)
            words.fill = QBrush(_pale(theme.surface))

        return self._put(words, 4, dress)

    # The cursor, and the past

    @functools.cached_property
    def cross(self) -> pg.InfiniteLine:
        line = pg.InfiniteLine(angle=90)
        line.hide()
        return self._put(line, 5, lambda theme: line.setPen(line_pen(theme, (), theme.muted, 1.0)))

    @functools.cached_property
    def cross_words(self) -> pg.TextItem:
        words = pg.TextItem(anchor=(0, 0))
        words.hide()

        def dress(theme: Theme) -> None:
            _write(words, theme)
            words.fill = QBrush(QColor(theme.raised))
            words.border = pg.mkPen(theme.border)

        return self._put(words, 5, dress)

    @functools.cached_property
    def veil(self) -> pg.LinearRegionItem:
        """Over what comes after the update that is shown."""
        veil = pg.LinearRegionItem(movable=False)
        veil.hide()

        def dress(theme: Theme) -> None:
            veil.setBrush(QBrush(_pale(theme.surface)))
            edge, end = veil.lines
            edge.setPen(line_pen(theme, (), theme.text, 1.6))
            end.setPen(pg.mkPen(None))

        return self._put(veil, 3, dress)

    def _put(self, item: Item, depth: float, dress: Callable[[Theme], object]) -> Item:
        item.setZValue(depth)
        self.addItem(item)
        self._dressing.append(dress)
        dress(self._worn)
        return item


def _write(words: pg.TextItem, theme: Theme) -> None:
    words.setFont(theme.digits(look.CAPTION))
    words.setColor(QColor(theme.muted))


def _pale(colour: str) -> QColor:
    """A background for words through which a curve is still seen."""
    background = QColor(colour)
    background.setAlpha(SEEN_THROUGH)
    return background
