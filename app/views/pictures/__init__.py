"""What a network makes of pictures: feature maps, kernels, a pad to draw on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face, Fit, Seat

if TYPE_CHECKING:
    from core.experiment import Experiment


class PicturesFace(Face):
    """Stands where the input space does when pictures are the data."""

    name = "pictures"
    title = "Pictures"
    tip = "What the layers make of a picture: feature maps, kernels, and a pad to draw on."
    about = About.MADE
    choices = {
        "pictures.part": "test or training pictures",
        "pictures.order": "the order of the pictures",
        "pictures.pair": "only pictures of one pair of truth and answer",
    }
    menu_order = 8
    seat = Seat.RIGHT

    @classmethod
    def fit(cls, experiment: Experiment) -> Fit:
        return Fit.SAMPLES if experiment.data.geometry == "images" else Fit.NONE
