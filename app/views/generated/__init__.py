"""What a player draws out of random numbers, beside the nearest real pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face, Fit, Seat

if TYPE_CHECKING:
    from core.experiment import Experiment


class GeneratedFace(Face):
    """Stands where the input space does when a player draws whole pictures."""

    name = "generated"
    title = "Generated pictures"
    tip = "What a player draws out of random numbers, beside the nearest real pictures."
    about = About.MADE
    choices = {
        "generated.page": "samples or walk",
        "generated.axes": "the noise numbers of the walk",
        "generated.chosen": "which generated picture is looked at",
    }
    menu_order = 13
    seat = Seat.RIGHT

    @classmethod
    def fit(cls, experiment: Experiment) -> Fit:
        return Fit.TASK if experiment.task.imitates and experiment.data.geometry == "images" else Fit.NONE
