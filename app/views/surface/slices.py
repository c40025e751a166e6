"""Slices: the loss along each axis through the ball, or along the line between two points."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.look.theme import Theme
from app.views.drawing.plot import Plot, pen
from app.views.surface.choice import answered
from app.views.surface.paint import RIM, WARM
from app.views.surface.sheet import Scale, offset_of
from core.frames import Frame

AIR = 0.14  # of the height above and below the range
GROWS = 1.25  # by how much a slice has to outgrow the picture before its range becomes larger


class SlicePanel(Plot):
    """One slice: the loss over one coordinate, the ball on it, and what is no number as a grey cliff at the top."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.axis = 0
        self.ball: np.ndarray | None = None  # (1,) or (2,), as read at the axes
        self.ball_height = math.nan
        self.curve = pg.PlotCurveItem(antialias=True, connect="finite")
        self.cliff = pg.PlotCurveItem(antialias=False, connect="finite")
        self.stems = pg.PlotCurveItem(antialias=True, connect="pairs")
        self.path = pg.ScatterPlotItem(pxMode=True)
        self.spot = pg.ScatterPlotItem(pxMode=True)
        for item in (self.cliff, self.stems, self.curve, self.path, self.spot):
            self.addItem(item)
        self.spot.setZValue(10)

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self.curve.setPen(pen(theme.text, 2.2 * theme.scale))
        self.cliff.setPen(pen(theme.missing, 7.0 * theme.scale))
        self.stems.setPen(pen(theme.muted, 1.2))
        self.path.setSize(theme.px(4))
        self.path.setBrush(QBrush(QColor(theme.muted)))
        self.path.setPen(None)
        self.spot.setSize(theme.px(14))
        self.spot.setBrush(QBrush(QColor(WARM)))
        self.spot.setPen(pen(RIM, 1.6 * theme.scale))

    def show_slice(
        self, x: np.ndarray, losses: np.ndarray, scale: Scale, ball: np.ndarray | None, ball_loss: float
    ) -> None:
        """Losses (n,) over x (n,) within the pinned range."""
        low, high = _ends(scale)
        drawn = self._drawn(losses, scale)
        self.curve.setData(x, drawn)
        self.cliff.setData(x, np.where(np.isfinite(losses), np.nan, high))
        self.set_log(False, scale.log)
        self.frame_to(float(x[0]), float(x[-1]), low, high)
        self.ball = ball
        at = math.nan if ball is None else float(ball[self.axis])
        self.ball_height = float(self._drawn(np.array([ball_loss]), scale)[0]) if ball is not None else math.nan
        known = math.isfinite(at) and math.isfinite(self.ball_height)
        self.spot.setData([at] if known else [], [self.ball_height] if known else [])

    def show_path(self, x: np.ndarray, truth: np.ndarray, under: np.ndarray, scale: Scale) -> None:
        """The run's path (m,) at its true losses, with stems to the line under it."""
        known = np.isfinite(truth)
        heights = self._drawn(truth[known], scale)
        self.path.setData(x[known], heights)
        stems = np.column_stack([heights, self._drawn(under[known], scale)]).ravel()
        self.stems.setData(np.repeat(x[known], 2), stems)

    @staticmethod
    def _drawn(losses: np.ndarray, scale: Scale) -> np.ndarray:
        """As it is drawn: a logarithm where the scale is one, kept within reach of the picture."""
        low, high = _ends(scale)
        with np.errstate(divide="ignore", invalid="ignore"):
            found = np.log10(np.maximum(losses, 1e-300)) if scale.log else np.asarray(losses, dtype=float)
        return np.clip(found, low - (high - low), high + (high - low))

    def place_at(self, spot: QPointF) -> tuple[float, float] | None:
        """The place of the plane: the other coordinate is the ball's."""
        x, _ = self.data_at(spot)
        (x0, x1), _ = self.box.viewRange()
        if self.ball is None or not x0 <= x <= x1:
            return None
        place = np.append(self.ball, 0.0)[:2].astype(float)
        place[self.axis] = x
        return float(place[0]), float(place[1])

    def ball_spot(self) -> QPointF | None:
        if self.ball is None or not math.isfinite(self.ball_height):
            return None
        return self.px_of(float(self.ball[self.axis]), self.ball_height)


class SurfaceSlices(QWidget):
    """Two panels side by side, or one for a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: object = None
        self._top = -math.inf
        self.panels = (SlicePanel("Slice along the first axis"), SlicePanel("Slice along the second axis"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 8, 0)
        row.setSpacing(4)
        for number, panel in enumerate(self.panels):
            panel.axis = number
            row.addWidget(panel, 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    def show_theme(self, theme: Theme) -> None:
        for panel in self.panels:
            panel.dress(theme)

    def _scale(self, frame: Frame, log: bool, heights: tuple[float, float] | None) -> Scale:
        """From the sheet's lowest colour to the highest loss of the slices so far: it grows rarely, and stays as long
        as the question does."""
        arrays = frame.arrays
        whole = Scale.of_frame(frame, log)
        if heights is not None and answered(frame).metric != "score":
            return Scale.of(np.array(heights), log)
        found = np.concatenate(
            [arrays[name] for name in (("loss",) if arrays["loss"].ndim == 1 else ("slice_alpha", "slice_beta"))]
        )
        highest = float(np.max(found[np.isfinite(found)], initial=whole.low))
        if whole.percent or answered(frame).metric == "score":
            return whole
        if frame.request != self._asked:
            self._asked, self._top = frame.request, -math.inf
        if highest > self._top:
            self._top = GROWS * highest - (GROWS - 1) * whole.low
        top = min(self._top, whole.high)
        return dataclasses.replace(whole, high=top) if top > whole.low + 1e-6 * (whole.high - whole.low) else whole

    def show_frame(
        self,
        frame: Frame,
        log: bool,
        hand: tuple[float, float] | None,
        theme: Theme,
        heights: tuple[float, float] | None = None,
    ) -> None:
        """Draw what a frame knows; what is still being computed is left out. `heights`: the losses between which other
        pictures are drawn, too."""
        arrays, info = frame.arrays, frame.info
        scale, offset = self._scale(frame, log, heights), offset_of(frame)
        ball = np.asarray(arrays.get("ball", ()), dtype=float).ravel()
        line = arrays["loss"].ndim == 1
        ball = np.array(hand)[: len(ball)] if hand is not None else ball + offset[: len(ball)]
        loss = float(np.asarray(arrays.get("ball_loss", np.nan)).ravel()[0])
        self.panels[1].setVisible(not line)
        for number, (panel, axis, name) in enumerate(zip(self.panels, ("alpha", "beta"), ("x", "y"), strict=True)):
            if axis not in arrays or (line and number):
                continue
            losses = arrays["loss"] if line else arrays[f"slice_{axis}"]
            panel.name_axes(info[name], str(info["metric"]).partition(" (")[0] if not number else "", theme)
            panel.show_slice(arrays[axis] + offset[number], losses, scale, ball if len(ball) else None, loss)
            if line:
                panel.show_path(
                    np.asarray(arrays["path"], dtype=float).reshape(-1),
                    arrays["path_loss"],
                    arrays["path_sheet"],
                    scale,
                )
            else:
                panel.show_path(np.zeros(0), np.zeros(0), np.zeros(0), scale)


def _ends(scale: Scale) -> tuple[float, float]:
    """The range of the picture, with a little air."""
    low, high = (math.log10(scale.low), math.log10(scale.high)) if scale.log else (scale.low, scale.high)
    air = AIR * (high - low)
    return low - air, high + air
