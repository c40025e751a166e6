"""The plot of the curves and all that is drawn on it; what it shows is told by the view."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg

from app.views.curves.axes import Spans, band_spans, passing, spans
from app.views.curves.head import FLAG
from app.views.curves.layers import Curves, Layers
from app.views.drawing.strokes import Curve

ALONG_THE_LINE = (1.0, 0.0, *(share / 8 for share in range(7, 0, -1)))  # where its words may begin, of the room there
FLAG_ABOVE = 0.55  # of a flag, above the place that it marks
RIM = 2.0  # px that curves keep away from words

Points = tuple[np.ndarray, np.ndarray]  # x and y, (points,) each


class CurvePlot(Layers):
    """Puts on the plot what it is told."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._dotted = math.nan  # the height of the dotted line
        self._words: tuple[str, ...] = ()  # that stand at it
        self._flagged = np.zeros(0)  # places along the picture
        self.beside: list[pg.PlotCurveItem] = []  # the curves of several runs
        self.box.sigResized.connect(self._place_signs)

    def show_curves(self, curves: Mapping[str, Points], ghosts: Mapping[str, Points]) -> None:
        """The curves of the run and of the one before, by the part whose pen they take."""
        _set(self.lines, curves)
        if self.has("ghosts") or _any(ghosts):
            _set(self.ghosts, ghosts)

    @property
    def before(self) -> tuple[pg.PlotCurveItem, ...]:
        """The curves of the run before, as far as there are any."""
        return tuple(self.ghosts.values()) if self.has("ghosts") else ()

    def show_beside(self, count: int) -> None:
        """So many curves beside the run's own."""
        for item in self.beside:
            self.removeItem(item)
        self.beside = [Curve() for _ in range(count)]
        for item in self.beside:
            item.setZValue(1)
            self.addItem(item)

    def show_bands(self, bands: Mapping[str, Points]) -> None:
        """The ring behind each smooth curve."""
        if self.has("bands") or _any(bands):
            _set(self.bands, bands)

    def show_rate(self, xs: np.ndarray, rate: np.ndarray) -> None:
        """The learning rate on a scale of its own: its largest value at nine tenths of the height; no points: none."""
        if not (len(xs) or self.has("rate")):
            return
        _, (y0, y1) = self.box.viewRange()
        most = float(np.nanmax(rate, initial=0.0)) or 1.0
        self.rate.setData(xs, y0 + 0.9 * (y1 - y0) * rate / most)

    def show_guess(self, value: float, words: tuple[str, ...], other: float = math.nan) -> None:
        """A dotted line at a height, with the first of the words that have a place where no curve passes, or none; nan
        or outside: no line. A second one that the words tell of too is at `other`."""
        _, (y0, y1) = self.box.viewRange()
        also = bool(math.isfinite(other) and y0 < other < y1)
        if also or self.has("other_guess"):
            self.other_guess.setVisible(also)
        if also:
            self.other_guess.setValue(other)
        shown = bool(math.isfinite(value) and y0 < value < y1)
        if shown or self.has("guess"):
            self.guess.setVisible(shown)
        if shown:
            self.guess.setValue(value)
        self._dotted, self._words = value, words if shown else ()
        self._place_words()

    def _place_words(self) -> None:
        if self._words or self.has("guess_words"):
            self.guess_words.setVisible(bool(self._words) and self._have_place(self._words, self._dotted))

    def _place_signs(self) -> None:
        """The picture has another size: words and flags, which have their own, find their places in it."""
        self._place_words()
        self.show_flags(self._flagged)

    def _have_place(self, words: tuple[str, ...], value: float) -> bool:
        """Put one of the words where neither a curve, nor the flag's words, nor a band is, or at least none of the
        former; False where none has such a place."""
        curves = [*map(spans, (*self.lines.values(), *self.before, *self.beside)), *self._flags_words()]
        bands = [band_spans(item) for item in self.bands.values()] if self.has("bands") else []
        return any(self._has_place(form, value, taken) for form in words for taken in ([*curves, *bands], curves))

    def _flags_words(self) -> list[Spans]:
        """What the words at the flag of early stopping take, where they are shown."""
        if not (self.has("best_words") and self.best_words.isVisible()):
            return []
        room, (unit_x, unit_y) = self.best_words.boundingRect(), self.box.viewPixelSize()
        left = self.best_words.pos().x() - self.best_words.anchor.x() * room.width() * unit_x
        low = np.full(2, self.best_words.pos().y())
        return [(np.array([left, left + room.width() * unit_x]), low, low + room.height() * unit_y)]

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
        self._flagged = xs
        if not (len(xs) or self.has("flags")):
            return
        (_, (y0, y1)), (_, unit) = self.box.viewRange(), self.px_size() or (0.0, 0.0)
        top = np.full(len(xs), y1 - FLAG_ABOVE * self._worn.px(FLAG) * unit)
        self.flags.setData(x=xs, y=top)
        self.poles.setData(np.repeat(xs, 2), np.tile([y0, y1], len(xs)))

    def show_best(self, x: float | None, words: str) -> None:
        """Words at the foot of the flag that early stopping has put; None: none."""
        if x is None:
            if self.has("best_words"):
                self.best_words.hide()
            return
        (x0, x1), (y0, _) = self.box.viewRange()
        self.best_words.setText(words)
        self.best_words.setAnchor((0, 1) if x < (x0 + x1) / 2 else (1, 1))
        self.best_words.setPos(x, y0)
        self.best_words.setVisible(True)  # not `show`: what was hidden while the picture moved takes its scale

    def show_past(self, x: float | None) -> None:
        """Where along the picture the update lies that is shown: what comes after it is pale. None: the present."""
        if x is not None:
            (_, x1), _ = self.box.viewRange()
            self.veil.setRegion((x, max(x, x1)))
        if x is not None or self.has("veil"):
            self.veil.setVisible(x is not None)

    def show_cross(self, x: float | None, words: str = "") -> None:
        """A line across the picture with words at its foot; None: none."""
        if x is None:
            if self.has("cross"):
                self.cross.hide()
                self.cross_words.hide()
            return
        self.cross.show()
        self.cross_words.setVisible(True)  # not `show`: see the flag
        (x0, x1), (y0, _) = self.box.viewRange()
        self.cross.setValue(x)
        self.cross_words.setText(words)
        self.cross_words.setAnchor((0, 1) if x < (x0 + x1) / 2 else (1, 1))
        self.cross_words.setPos(x, y0)


def _any(curves: Mapping[str, Points]) -> bool:
    """Whether there is anything to draw."""
    return any(len(xs) for xs, _ in curves.values())


def _set(items: Curves, curves: Mapping[str, Points]) -> None:
    for part, item in items.items():
        item.setData(*curves.get(part, ([], [])))
