"""With what each unit goes together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face, Seat

if TYPE_CHECKING:
    from core.experiment import Experiment


class TogetherFace(Face):
    """Ready as a tab where the data have questions between their columns and the answer."""

    name = "together"
    title = "Goes together with"
    tip = "The correlation of each unit with the columns, now and before the first update."
    about = About.LAYERS
    choices = {
        "together.layer": "the layer whose units are compared",
    }
    menu_order = 17
    seat = Seat.RIGHT

    @classmethod
    def is_companion(cls, experiment: Experiment) -> bool:
        return bool(experiment.data.between) and bool(experiment.layers)
