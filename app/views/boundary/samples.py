"""The samples on a plot: class by colour and marker shape, training filled, test with a pale heart, the chosen one
ringed."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor

from app.look.theme import LIGHT, Theme, class_colours, class_symbols, diverging, mix
from app.views.drawing.plot import Plot
from core.frames import Frame
from core.probes.boundary import UNNUMBERED

INK = LIGHT.text  # maps are light in both themes: so is what is drawn on them dark
SHADES = 12  # colours that values are sorted into
MARKER, RING = 8.5, 18.0  # px at a text scale of 1
BEHIND = 0.7  # size of the real samples beside generated ones


class Samples:
    """Keeps one scatter item for each look; items change only when the samples do."""

    def __init__(self, plot: Plot) -> None:
        self._plot = plot
        self.items: list[pg.ScatterPlotItem] = []
        self._halo, self.ring = (pg.ScatterPlotItem(pxMode=True) for _ in range(2))
        for item, depth in ((self._halo, 20), (self.ring, 21)):
            item.setZValue(depth)
            plot.addItem(item)
        self._shown: tuple | None = None
        self._chosen: tuple | None = None
        self._side = 0
        self.points, self.index = np.zeros((0, 2)), np.zeros(0, dtype=np.int64)

    def show(self, frame: Frame, test: bool, theme: Theme) -> None:
        """Draw the samples of a boundary frame; `test` with those of the test part."""
        self._side = min(self._plot.width(), self._plot.height())
        arrays = frame.arrays
        key = (
            theme,
            test,
            self._side,
            frame.info.get("classes", ()),
            frame.info["range"],
            places(frame),
            arrays["y"],
            arrays["part"],
        )
        if self._shown is not None and _same(self._shown, key):
            return
        self._shown = key
        self._clear()
        shown = np.ones(len(arrays["y"]), dtype=bool) if test else arrays["part"] != 2
        points = places(frame)
        self.points, self.index = points[shown], arrays["index"][shown]
        groups, made = _groups(frame, theme), arrays["index"] == UNNUMBERED
        for group, colour, symbol in (
            reversed(groups) if made.any() else groups
        ):  # what is generated must not hide behind what is real
            for part in (2, 1, 0):
                size = BEHIND if made.any() and not made[group].any() else 1.0
                self._add(points[group & shown & (arrays["part"] == part)], colour, symbol, part, theme, size)

    def nearest(self, spot: QPointF, reach: float) -> int | None:
        """The number of the sample closest to a point of the viewport, within `reach` px. One that was made has
        none."""
        if not len(self.points):
            return None
        away = self._plot.px_away(self.points, spot)
        best = int(np.argmin(away))
        return int(self.index[best]) if away[best] <= reach and self.index[best] >= 0 else None

    def within(self, spot: QPointF, reach: float) -> tuple[int, ...]:
        """The numbers of all samples within `reach` px of a point of the viewport; those that were made have none."""
        away = self._plot.px_away(self.points, spot)
        return tuple(int(number) for number in self.index[(away <= reach) & (self.index >= 0)])

    def choose(self, sample: int, theme: Theme, typed: np.ndarray) -> None:
        """Ring one sample; −1: none, but the place of a row that was typed, (1, 2), or (0, 2) where there is none."""
        spot = typed if len(typed) else self.points[self.index == sample][:1]
        key = (spot.tolist(), theme)
        if key == self._chosen:
            return
        self._chosen = key
        size = theme.px(RING)
        for item, colour, width in ((self._halo, "#FFFFFF", 5.0), (self.ring, INK, 2.5)):
            item.setData(
                x=spot[:, 0], y=spot[:, 1], size=size, brush=None, pen=pg.mkPen(colour, width=width * theme.scale)
            )
            item.setVisible(len(spot) > 0)  # else it would be asked to paint nothing

    def _add(self, points: np.ndarray, colour: str, symbol: str, part: int, theme: Theme, smaller: float = 1.0) -> None:
        if not len(points):
            return
        item = pg.ScatterPlotItem(pxMode=True)
        item.setZValue(12 - part)
        heart = "#FFFFFF" if part == 2 else colour
        line = (
            pg.mkPen(mix(colour, INK, 0.35), width=1.8 * theme.scale)
            if part == 2
            else pg.mkPen(INK, width=1.0 * theme.scale)
        )
        size = marker_size(theme, len(self.points), self._side) * (0.85 if part == 2 else smaller)
        item.setData(x=points[:, 0], y=points[:, 1], symbol=symbol, size=size, brush=QBrush(QColor(heart)), pen=line)
        self._plot.addItem(item)
        self.items.append(item)

    def _clear(self) -> None:
        for item in self.items:
            self._plot.removeItem(item)
        self.items = []


def places(frame: Frame) -> np.ndarray:
    """Where the samples are drawn, (n, 2): those at the same place are spread."""
    shift = frame.arrays.get("shift")
    return frame.arrays["points"] if shift is None else frame.arrays["points"] + shift


def marker_size(theme: Theme, count: int, side: float) -> float:
    """Large markers for a few samples, smaller ones where they would cover a picture of `side` px."""
    crowd = 1.4 if count <= 60 else 1.0 if count <= 400 else 0.75
    return MARKER * theme.scale * crowd * min(max(side / theme.px(400), 0.65), 1.2)


def _groups(frame: Frame, theme: Theme) -> list[tuple[np.ndarray, str, str]]:
    """(which samples, colour, marker) of every class, or of every shade of values."""
    y, info = frame.arrays["y"], frame.info
    classes = info.get("classes", ())
    if classes:
        looks = zip(class_colours(len(classes), theme), class_symbols(len(classes)), strict=True)
        return [(y == number, colour, symbol) for number, (colour, symbol) in enumerate(looks)]
    if frame.arrays["answers"].ndim == 2:
        return [(np.ones(len(y), dtype=bool), theme.muted, "o")]
    low, high = info["range"]
    shade = np.clip(np.floor((y - low) / ((high - low) or 1.0) * SHADES), 0, SHADES - 1).astype(int)
    colours = diverging((np.arange(SHADES) + 0.5) / SHADES, 0, 1, theme)
    return [(shade == number, QColor(*map(int, colours[number])).name(), "o") for number in range(SHADES)]


def _same(one: tuple, other: tuple) -> bool:
    return all(
        np.array_equal(a, b, equal_nan=a.dtype.kind == "f") if isinstance(a, np.ndarray) else a == b
        for a, b in zip(one, other, strict=True)
    )
