"""Residuals: what the network answers against what is true."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

from app.look.theme import Theme
from app.views.drawing.plot import Plot, pen


class Residuals(Plot):
    """A dot a sample at (truth, answer); on the line every answer would be right."""

    def __init__(self) -> None:
        super().__init__("Answers against the truth")
        self.line = pg.PlotCurveItem()
        self.dots = pg.ScatterPlotItem(size=6, pxMode=True)
        self.addItem(self.line)
        self.addItem(self.dots)

    def show_answers(self, truth: np.ndarray, answer: np.ndarray, target: str, theme: Theme) -> None:
        """truth and answer are (samples,); what is not finite is left out."""
        known = np.isfinite(answer)
        truth, answer = truth[known], answer[known]
        low, high = (
            (float(min(truth.min(), answer.min())), float(max(truth.max(), answer.max()))) if truth.size else (0.0, 1.0)
        )
        margin = 0.05 * ((high - low) or 1.0)
        self.name_axes(f"true {target}", "answered", theme)
        self.line.setData([low, high], [low, high], pen=pen(theme.muted, 1.5))
        self.dots.setData(truth, answer, brush=pg.mkBrush(theme.positive), pen=pen(theme.surface, 1))
        self.frame_to(low - margin, high + margin, low - margin, high + margin)
