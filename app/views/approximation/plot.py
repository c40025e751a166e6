"""The plot of a curve that is taken apart: samples, the learned and the constructed curve, and the units' shares."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF

from app.look import theme as look
from app.look.theme import Theme, mix
from app.views.drawing.plot import Plot, pen
from core.frames import Frame

AIR, SPARE = 0.05, 10  # of what is drawn; px around a number at the end of a line
CLOSE = 0.75  # of a line's height that its digits take
LABELLED = 12  # units that have their number at the end of their line


def apart(ends: np.ndarray, high: float) -> np.ndarray:
    """The places (n,) nearest to `ends` by least squares that keep their order and are `high` from each other:
    isotonic regression of what is left of each without its neighbours below, by pooling those that are out of order."""
    order = np.argsort(ends, kind="stable")
    below = high * np.arange(len(ends))
    pools: list[tuple[float, int]] = []  # mean and number
    for wanted in (ends[order] - below).tolist():
        pools.append((wanted, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (low, some), (up, more) = pools[-2:]
            pools[-2:] = [((low * some + up * more) / (some + more), some + more)]
    placed = np.empty(len(ends))
    placed[order] = np.repeat([mean for mean, _ in pools], [count for _, count in pools]) + below
    return placed


def drawn_shares(frame: Frame, *, added: bool) -> np.ndarray:
    """(units, points): each unit's share, or all up to it added to what is there without units, the widest last."""
    shares, constant = frame.arrays["shares"], float(frame.arrays["constant"][0])
    return constant + np.cumsum(shares[order_of(frame)], axis=0) if added else shares


def order_of(frame: Frame) -> np.ndarray:
    """The units from the one whose share changes least along the curve to the one whose share changes most."""
    return np.argsort(np.nan_to_num(np.ptp(frame.arrays["shares"], axis=1)), kind="stable")


class SharesPlot(Plot):
    """Everything in the data's own unit, on one pair of axes."""

    def __init__(self) -> None:
        super().__init__("Shares of the units")
        self.samples = pg.ScatterPlotItem(pxMode=True)
        self.negative, self.positive = (pg.PlotCurveItem(connect="finite", antialias=True) for _ in range(2))
        self.built = pg.PlotCurveItem(antialias=True, connect="finite")
        self.answer = pg.PlotCurveItem(antialias=True, connect="finite")
        for depth, item in enumerate((self.samples, self.negative, self.positive, self.built, self.answer), start=1):
            item.setZValue(depth)
            self.addItem(item)
        self._numbers: list[pg.TextItem] = []

    def show_frame(self, frame: Frame, theme: Theme, *, added: bool) -> None:
        arrays, shares = frame.arrays, drawn_shares(frame, added=added)
        x, y = frame.info["names"]
        self.name_axes(x, y, theme)
        training = arrays["points"][arrays["part"] == 0]
        rim = pg.mkPen(theme.surface)
        self.samples.setData(
            training[:, 0], training[:, 1], size=5 * theme.scale, pen=rim, brush=pg.mkBrush(mix(theme.surface, theme.muted, 0.6))
        )  # fmt: skip
        positive = (arrays["weights"][order_of(frame)] if added else arrays["weights"]) >= 0  # as the edges are
        for item, mine, colour in (
            (self.negative, ~positive, theme.negative),
            (self.positive, positive, theme.positive),
        ):
            item.setData(*_joined(arrays["x"], shares[mine]), pen=pen(colour, 1.4 * theme.scale))
        self.built.setData(
            arrays["x"], arrays["constructed"], pen=pen(theme.text, 1.6 * theme.scale, Qt.PenStyle.DashLine)
        )
        self.answer.setData(arrays["x"], arrays["answer"], pen=pen(theme.text, 3.0 * theme.scale))
        self._frame_all(frame, shares, theme)
        self._label(frame, shares, theme, added=added)

    def _frame_all(self, frame: Frame, shares: np.ndarray, theme: Theme) -> None:
        low, high = frame.info["range"] or (0.0, 1.0)
        both = np.concatenate([shares.ravel(), frame.arrays["points"][:, 1]])
        known = both[np.isfinite(both)]
        low, high = min(low, float(known.min(initial=low))), max(high, float(known.max(initial=high)))
        x, air = frame.arrays["x"], AIR * (high - low)
        digits = QFontMetricsF(theme.digits(look.CAPTION)).horizontalAdvance(str(len(shares))) + SPARE
        beside = max(AIR, digits / max(1.0, self.box.width() - digits))
        self.frame_to(float(x[0]), float(x[-1]) + beside * float(x[-1] - x[0]), low - air, high + air)

    def _label(self, frame: Frame, shares: np.ndarray, theme: Theme, *, added: bool) -> None:
        """The number of each unit at the end of its line, where they are few."""
        numbers = order_of(frame) if added else np.arange(len(shares))
        count = len(shares) if len(shares) <= LABELLED and np.isfinite(shares[:, -1]).all() else 0
        while len(self._numbers) < count:
            label = pg.TextItem(anchor=(0, 0.5))
            label.setZValue(6)
            self.addItem(label)
            self._numbers.append(label)
        for place, label in enumerate(self._numbers):
            label.setVisible(place < count)
            if place < count:
                label.setText(str(int(numbers[place]) + 1))
                label.setColor(QColor(theme.muted))
                label.setFont(theme.digits(look.CAPTION))
        self._stand_apart(float(frame.arrays["x"][-1]), shares[:count, -1])

    def _stand_apart(self, x: float, ends: np.ndarray) -> None:
        """Numbers whose lines end close to each other are moved up and down, as far as they would lie on another."""
        line = QFontMetricsF(self._numbers[0].textItem.font()).height() if len(ends) else 0.0
        high = CLOSE * line * abs(self.box.viewPixelSize()[1])
        for label, y in zip(self._numbers, apart(ends, high), strict=False):
            label.setPos(x, float(y))

    @property
    def labels(self) -> list[str]:
        """The numbers that are there."""
        return [label.toPlainText() for label in self._numbers if label.isVisible()]


def _joined(x: np.ndarray, lines: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Lines (n, points) over x as one, with a gap behind each."""
    gaps = np.full((len(lines), 1), np.nan)
    return np.tile(np.append(x, np.nan), len(lines)), np.hstack([lines, gaps]).ravel()
