"""Why the step gave way to the sigmoid: both losses of one neuron side by side, staircase and hillside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face, Fit
from core.probes.steepness import is_shown

if TYPE_CHECKING:
    from core.experiment import Experiment


class SteepnessFace(Face):
    """J(w, b) with a step and with a sigmoid, and a slider between them."""

    name = "steepness"
    title = "Step and sigmoid"
    tip = "The loss of one neuron with a step and with a sigmoid, side by side."
    about = About.NEURON
    choices = {"steepness.k": "how steep the sigmoid is beside the step"}
    menu_order = 15

    @classmethod
    def fit(cls, experiment: Experiment) -> Fit:
        return Fit.CARD if is_shown(experiment) else Fit.NONE
