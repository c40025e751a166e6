"""What a network makes of sequences: cells, gates, forecasts, text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face, Fit, Seat

if TYPE_CHECKING:
    from core.experiment import Experiment


class SequenceFace(Face):
    """Stands where the input space does when the samples are sequences."""

    name = "sequence"
    title = "Sequence"
    tip = "What the network makes of a sequence: its cells and gates, forecasts, text."
    about = About.MADE
    choices = {
        "sequence.temperature": "the temperature of the written text",
        "sequence.draw": "Write again",
    }
    menu_order = 10
    seat = Seat.RIGHT

    @classmethod
    def fit(cls, experiment: Experiment) -> Fit:
        return Fit.SAMPLES if experiment.data.geometry == "sequence" else Fit.NONE
