"""Both losses along the bias, at the present weight: stairs, and a slope beside them."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt

from app.look.theme import Theme
from app.views.drawing.plot import Plot, pen
from core.frames import Frame

AIR = 0.06  # of the height above and below


class Cut(Plot):
    """The step's loss dashed, the sigmoid's solid; a line where the network is."""

    def __init__(self) -> None:
        super().__init__("Loss along the bias")
        self.stairs, self.hill, self.here = (pg.PlotCurveItem(antialias=True) for _ in range(3))
        for item in (self.here, self.stairs, self.hill):
            self.addItem(item)

    def show_frame(self, frame: Frame, theme: Theme) -> None:
        """J at the present weight."""
        arrays = frame.arrays
        low, high = (float(level) for level in arrays["levels"])
        air = AIR * (high - low or 1.0)
        along, ball = arrays["cut"], float(np.clip(arrays["ball"][1], arrays["cut"][0], arrays["cut"][-1]))
        self.name_axes(frame.info["names"][1], "J", theme)
        self.frame_to(float(along[0]), float(along[-1]), low - air, high + air)
        dashed = pen(theme.text, 2.0 * theme.scale)
        dashed.setStyle(Qt.PenStyle.DashLine)
        self.stairs.setData(along, arrays["cut_step"], pen=dashed)
        self.hill.setData(along, arrays["cut_steep"], pen=pen(theme.text, 2.5 * theme.scale))
        self.here.setData([ball, ball], [low - air, high + air], pen=pen(theme.muted, 1.5 * theme.scale))
