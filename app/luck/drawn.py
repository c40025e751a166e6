"""What the tile of a start shows: the picture that the films of the gallery show of such a network."""

from __future__ import annotations

import logging
import threading

import numpy as np
from PySide6.QtGui import QImage

from app.look.theme import DARK, LIGHT, Theme
from app.strips import strip
from core.data.preparation import Prepared, prepare
from core.experiment import Experiment
from core.runs.outcome import Outcome
from core.studies.drawn import Picture
from core.training.live_changes import samples_of

log = logging.getLogger(__name__)


class Drawing:
    """Draws starts of one question, on whichever thread has made them; their samples are prepared once."""

    def __init__(self, known: tuple[Experiment, Prepared] | None = None) -> None:
        """`known` are samples, and of which experiment they are."""
        self._lock = threading.Lock()
        self._last = known

    def __call__(self, outcome: Outcome) -> Picture | None:
        """None where there is nothing to draw: the tile then shows the curve."""
        from core.training.session import Session

        try:
            session = Session(outcome.experiment, self._samples(outcome.experiment))
            session.learner.load_weights(outcome.vector, dict(outcome.buffers))
            return Picture(*(np.asarray(strip.now(session, look)) for look in (LIGHT, DARK)))
        except (ValueError, ArithmeticError, RuntimeError):  # numbers that have grown beyond all bounds
            log.warning("no picture of a start", exc_info=True)
            return None

    def _samples(self, experiment: Experiment) -> Prepared:
        with self._lock:
            known = self._last
            prepared = samples_of(experiment, known[1], known[0]) if known else prepare(experiment)
            self._last = experiment, prepared
            return prepared


def image_of(picture: Picture, theme: Theme) -> QImage:
    """A picture as it is shown in a theme."""
    pixels = np.ascontiguousarray(picture.dark if theme.dark else picture.light)
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
