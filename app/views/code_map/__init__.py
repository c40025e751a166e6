"""The codes of all pictures as a map, and what the decoder draws where a person points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face, Fit, Seat

if TYPE_CHECKING:
    from core.experiment import Experiment


MAPPED = 2  # numbers that are a place in the plane


class CodeMapFace(Face):
    """Stands on the right where the codes are a map to walk in, else ready beside what the autoencoder draws."""

    name = "code_map"
    title = "Code map"
    tip = "The codes of pictures as a map, and what the decoder draws at each place."
    about = About.MADE
    choices = {
        "code_map.sheet": "the drawings all over the map",
    }
    menu_order = 12
    seat = Seat.RIGHT

    @classmethod
    def fit(cls, experiment: Experiment) -> Fit:
        return Fit.NETWORK if experiment.task.kind == "autoencoder" and _is_a_map(experiment) else Fit.NONE

    @classmethod
    def is_companion(cls, experiment: Experiment) -> bool:
        return experiment.task.kind == "autoencoder"


def _is_a_map(experiment: Experiment) -> bool:
    """Whether whole pictures are squeezed through one or two numbers."""
    return experiment.task.damages == "none" and any(
        layer.narrows_to is not None and layer.narrows_to <= MAPPED for layer in experiment.layers
    )
