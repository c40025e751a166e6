"""The plot of the curves and all that is drawn on it; what it shows is told by the view."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QBrush, QColor

from app.look import theme as look
from app.look.theme import Theme, mix
from app.views.curves.axes import Spans, band_spans, flag, passing, spans
from app.views.curves.head import FLAG, band_colour, ghost_pen, line_pen
from app.views.drawing.plot import Plot

DASHES = {"train": (), "test": (4.0, 2.2), "validation": (1.0, 1.4)}
ALONG_THE_LINE = (1.0, 0.0, *(share / 8 for share in range(7, 0, -1)))  # where its words may begin, of the room there
FLAG_ABOVE = 0.55  # of a flag, above the place that it marks
RIM = 2.0  # px that curves keep away from words
SEEN_THROUGH = 185  # of 255: how thick the background of the words on the dotted line is

Points = tuple[np.ndarray, np.ndarray]  # x and y, (points,) each


class CurvePlot(Plot):
    """Curves, their ghosts and bands, the learning rate, a yardstick, flags, and the line under the cursor."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.lines = {part: pg.PlotCurveItem(connect="finite", antialias=True) for part in DASHES}
        self.ghosts = {part: pg.PlotCurveItem(connect="finite", antialias=True) for part in DASHES}
        self.bands = {part: pg.PlotCurveItem(connect="finite", fillLevel="enclosed") for part in DASHES}
        self.rate = pg.PlotCurveItem(connect="finite")
        self.guess, self.other_guess = pg.InfiniteLine(angle=0), pg.InfiniteLine(angle=0)
        self.guess_words = pg.TextItem(anchor=(1, 1))
        self.flags = pg.ScatterPlotItem(pxMode=True, symbol=flag())
        self.poles = pg.PlotCurveItem(connect="pairs")
        self.cross = pg.InfiniteLine(angle=90)
        self.cross_words = pg.TextItem(anchor=(0, 0))
        layers = (
            (-5, (self.guess, self.other_guess)),
            (4, (self.guess_words,)),
            (-4, self.bands.values()),
            (-3, self.ghosts.values()),
            (-2, (self.rate, self.poles, self.flags)),
        )
        for depth, items in (*layers, (1, self.lines.values()), (5, (self.cross, self.cross_words))):
            for item in items:
                item.setZValue(depth)
                self.addItem(item)
        self.veil = pg.LinearRegionItem(movable=False)  # over what comes after the update that is shown
        self.veil.setZValue(3)
        self.addItem(self.veil)
        for item in (self.cross, self.cross_words, self.veil):
            item.hide()
        self._dotted = math.nan  # the height of the dotted line
        self._words: tuple[str, ...] = ()  # that stand at it
        self._flagged = np.zeros(0)  # places along the picture
        self.beside: list[pg.PlotCurveItem] = []  # the curves of several runs
        self.box.sigResized.connect(self._place_signs)

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._dress_curves(theme)
        for guess in (self.guess, self.other_guess):
            guess.setPen(line_pen(theme, (1.0, 3.0), theme.muted, 1.4))
        self.poles.setPen(line_pen(theme, (), theme.border, 1.0))
        self.flags.setPen(None)
        self.flags.setBrush(QBrush(QColor(theme.muted)))
        self.flags.setSize(theme.px(FLAG))
        self.cross.setPen(line_pen(theme, (), theme.muted, 1.0))
        self.veil.setBrush(QBrush(_pale(theme.surface)))
        for edge, shown in zip(self.veil.lines, (line_pen(theme, (), theme.text, 1.6), pg.mkPen(None)), strict=True):
            edge.setPen(shown)
        for words in (self.guess_words, self.cross_words):
            words.setFont(theme.digits(look.CAPTION))
            words.setColor(QColor(theme.muted))
        self.guess_words.fill = QBrush(_pale(theme.surface))
        self.cross_words.fill = QBrush(QColor(theme.raised))
        self.cross_words.border = pg.mkPen(theme.border)

    def _dress_curves(self, theme: Theme) -> None:
        for part, dashes in DASHES.items():
            self.lines[part].setPen(line_pen(theme, dashes))
            self.ghosts[part].setPen(ghost_pen(theme, dashes))
            self.bands[part].setPen(None)
            self.bands[part].setBrush(QBrush(band_colour(theme)))
        self.rate.setPen(line_pen(theme, (), mix(theme.surface, theme.muted, 0.8), 1.2))

    def show_curves(self, curves: Mapping[str, Points], ghosts: Mapping[str, Points]) -> None:
        """The curves of the run and of the one before, by the part whose pen they take."""
        for points, items in ((curves, self.lines), (ghosts, self.ghosts)):
            for part, item in items.items():
                item.setData(*points.get(part, ([], [])))

    def show_beside(self, count: int) -> None:
        """So many curves beside the run's own."""
        for item in self.beside:
            self.removeItem(item)
        self.beside = [pg.PlotCurveItem(connect="finite", antialias=True) for _ in range(count)]
        for item in self.beside:
            item.setZValue(1)
            self.addItem(item)

    def show_bands(self, bands: Mapping[str, Points]) -> None:
        """The ring behind each smooth curve."""
        for part, item in self.bands.items():
            item.setData(*bands.get(part, ([], [])))

    def show_rate(self, xs: np.ndarray, rate: np.ndarray) -> None:
        """The learning rate on a scale of its own: its largest value at nine tenths of the height; no points: none."""
        _, (y0, y1) = self.box.viewRange()
        most = float(np.nanmax(rate, initial=0.0)) or 1.0
        self.rate.setData(xs, y0 + 0.9 * (y1 - y0) * rate / most)

    def show_guess(self, value: float, words: tuple[str, ...], other: float = math.nan) -> None:
        """A dotted line at a height, with the first of the words that have a place where no curve passes, or none; nan
        or outside: no line. A second one that the words tell of too is at `other`."""
        _, (y0, y1) = self.box.viewRange()
        also = bool(math.isfinite(other) and y0 < other < y1)
        self.other_guess.setVisible(also)
        if also:
            self.other_guess.setValue(other)
        shown = bool(math.isfinite(value) and y0 < value < y1)
        self.guess.setVisible(shown)
        if shown:
            self.guess.setValue(value)
        self._dotted, self._words = value, words if shown else ()
        self._place_words()

    def _place_words(self) -> None:
        self.guess_words.setVisible(bool(self._words) and self._have_place(self._words, self._dotted))

    def _place_signs(self) -> None:
        """The picture has another size: words and flags, which have their own, find their places in it."""
        self._place_words()
        self.show_flags(self._flagged)

    def _have_place(self, words: tuple[str, ...], value: float) -> bool:
        """Put one of the words where neither a curve nor a band is, or at least no curve; False where none has such a
        place."""
        curves = [spans(item) for item in (*self.lines.values(), *self.ghosts.values(), *self.beside)]
        bands = [band_spans(item) for item in self.bands.values()]
        return any(self._has_place(form, value, taken) for form in words for taken in ([*curves, *bands], curves))

    def _has_place(self, words: str, value: float, taken: list[Spans]) -> bool:
        """Put the words above or below the dotted line, at the foot or at the top of the picture, best at one of its
        ends, where nothing is taken; False where there is no such place."""
        self.guess_words.setText(words)
        (x0, x1), (y0, y1) = self.box.viewRange()
        unit_x, unit_y = self.box.viewPixelSize()
        room, rim = self.guess_words.boundingRect(), RIM * unit_y
        wide, high = room.width() * unit_x, room.height() * unit_y

        def is_free(left: float, low: float) -> bool:
            inside = y0 <= low and low + high <= y1 and wide <= x1 - x0
            return inside and not passing(taken, (left, left + wide), (low - rim, low + high + rim))

        heights = (value, value - high, y0, y1 - high)
        places = ((x0 + share * (x1 - wide - x0), low) for low in heights for share in ALONG_THE_LINE)
        place = next((place for place in places if is_free(*place)), None)
        self.guess_words.setAnchor((0, 1))
        if place is not None:
            self.guess_words.setPos(*place)
        return place is not None

    def show_flags(self, xs: np.ndarray) -> None:
        """A pole with a whole flag at every place along the picture."""
        (_, (y0, y1)), (_, unit) = self.box.viewRange(), self.px_size() or (0.0, 0.0)
        self._flagged = xs
        top = np.full(len(xs), y1 - FLAG_ABOVE * self._worn.px(FLAG) * unit)
        self.flags.setData(x=xs, y=top)
        self.poles.setData(np.repeat(xs, 2), np.tile([y0, y1], len(xs)))

    def show_past(self, x: float | None) -> None:
        """Where along the picture the update lies that is shown: what comes after it is pale. None: the present."""
        self.veil.setVisible(x is not None)
        if x is not None:
            (_, x1), _ = self.box.viewRange()
            self.veil.setRegion((x, max(x, x1)))

    def show_cross(self, x: float | None, words: str = "") -> None:
        """A line across the picture with words at its foot; None: none."""
        self.cross.setVisible(x is not None)
        self.cross_words.setVisible(x is not None)
        if x is None:
            return
        (x0, x1), (y0, _) = self.box.viewRange()
        self.cross.setValue(x)
        self.cross_words.setText(words)
        self.cross_words.setAnchor((0, 1) if x < (x0 + x1) / 2 else (1, 1))
        self.cross_words.setPos(x, y0)


def _pale(colour: str) -> QColor:
    """A background for words through which a curve is still seen."""
    background = QColor(colour)
    background.setAlpha(SEEN_THROUGH)
    return background
