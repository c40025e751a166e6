"""Before and after: what an autoencoder sees, and what it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face, Fit, Seat

if TYPE_CHECKING:
    from core.experiment import Experiment


class RedrawingFace(Face):
    """Stands on the right for an autoencoder, or ready beside its map."""

    name = "redrawing"
    title = "Before and after"
    tip = "What an autoencoder sees, and what it draws."
    about = About.MADE
    choices = {
        "redrawing.part": "the part that is redrawn",
        "redrawing.first": "which pictures are redrawn",
    }
    menu_order = 11
    seat = Seat.RIGHT

    @classmethod
    def fit(cls, experiment: Experiment) -> Fit:
        return Fit.TASK if experiment.task.kind == "autoencoder" else Fit.NONE

    @classmethod
    def is_companion(cls, experiment: Experiment) -> bool:
        return experiment.task.kind == "autoencoder"
