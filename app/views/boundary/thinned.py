"""Ghosts of thinned networks behind the whole one's boundary: what dropout trains."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from app.look.theme import Theme, mix
from app.views.boundary.plane_bar import PlaneChoice
from app.views.boundary.samples import INK
from app.views.drawing import answer_colours
from app.views.drawing.plot import Plot, pen
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frames import Frame
from core.networks import masks
from core.probing.probe import Probe
from core.registry import read

GHOSTS = "boundary.thinned"
FAINT = 110  # of 255: a dozen lines behind one
TIP = (
    "Thin lines: {count} thinned networks, each with other units switched off at random. The whole network stands for "
    "their average."
)


class Ghosts:
    """The lines of thinned networks, `count` of them; nothing of them is asked where no unit is switched off."""

    def __init__(self, plot: Plot) -> None:
        self.lines = pg.PlotCurveItem(connect="pairs", antialias=True)
        self.lines.setZValue(4)
        self.curves = pg.PlotCurveItem(connect="finite", antialias=True)
        self.curves.setZValue(14)
        for item in (self.lines, self.curves):
            plot.addItem(item)
        self.count = 0

    def requests(
        self, experiment: Experiment | None, prepared: Prepared | None, choice: PlaneChoice, *, shown: bool
    ) -> dict[str, Probe]:
        """Nothing where no unit is switched off at random, or nobody wants to see it."""
        if not shown or not can_be_thinned(experiment, prepared):
            return {}
        plane = {"plane": choice.plane, "x": choice.x, "y": choice.y, "fixed": choice.held}
        return {"thinned": read(Probe, {"kind": "thinned", **plane})}

    def draw(self, frame: Frame | None, whole: Frame | None, theme: Theme) -> None:
        """Draw a frame of `core.probes.thinned` behind the whole network's."""
        lines = curves = NOTHING
        if frame is not None and whole is not None and _fits(frame, whole):
            flat = frame.arrays["answers"].ndim == 4
            lines, curves = (_lines(frame, whole), NOTHING) if flat else (NOTHING, _curves(frame))
        if lines is NOTHING and curves is NOTHING and not self.count:
            return  # nothing was drawn, nothing is
        ink = QColor(INK)
        ink.setAlpha(FAINT)
        self.lines.setData(*lines, pen=pen(ink.name(QColor.NameFormat.HexArgb), 1.0 * theme.scale))
        self.curves.setData(*curves, pen=pen(mix(theme.surface, theme.muted, 0.6), 1.0 * theme.scale))
        drawn = frame is not None and (len(lines[0]) or len(curves[0]))
        self.count = len(frame.arrays["answers"]) if frame is not None and drawn else 0

    @property
    def told(self) -> str:
        """What is said of them; "" where there is nothing to be seen."""
        return TIP.format(count=self.count) if self.count else ""


NOTHING = (np.zeros(0), np.zeros(0))


def can_be_thinned(experiment: Experiment | None, prepared: Prepared | None) -> bool:
    """Whether units are switched off at random, and the answer has a boundary or a curve."""
    if experiment is None or prepared is None or not masks.own_shares_of(experiment, prepared):
        return False
    return experiment.task.aim == "classes" or len(prepared.table.columns) == 1


def _fits(frame: Frame, whole: Frame) -> bool:
    """Whether both frames are over the same picture."""
    answers = frame.arrays.get("answers")
    same = frame.info.get("x") == whole.info["x"] and frame.info.get("y") == whole.info["y"]
    return (
        answers is not None
        and same
        and answers.ndim == whole.arrays["answers"].ndim + 1
        and answers.shape[-1] == whole.arrays["answers"].shape[-1]
        and np.array_equal(frame.arrays["extent"], whole.arrays["extent"])
    )


def _lines(frame: Frame, whole: Frame) -> tuple[np.ndarray, np.ndarray]:
    """The line pieces of all nets."""
    pieces = [answer_colours.lines_between(answers, whole) for answers in frame.arrays["answers"]]
    return np.concatenate([x for x, _ in pieces]), np.concatenate([y for _, y in pieces])


def _curves(frame: Frame) -> tuple[np.ndarray, np.ndarray]:
    """The curves of all nets in one, with a gap behind each."""
    answers = frame.arrays["answers"][..., -1].astype(float)
    low, high = frame.arrays["extent"][:2]
    xs = np.append(np.linspace(low, high, answers.shape[1]), np.nan)
    gaps = np.full((len(answers), 1), np.nan)
    return np.tile(xs, len(answers)), np.hstack([answers, gaps]).ravel()
