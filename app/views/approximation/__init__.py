"""A fitted curve as the sum of its units' shares, beside a net that was constructed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face, Seat

if TYPE_CHECKING:
    from core.experiment import Experiment


class ApproximationFace(Face):
    """Ready as a tab where one hidden layer fits a curve."""

    name = "approximation"
    title = "Shares of the units"
    tip = "What each unit adds to a fitted curve, beside a net that was constructed."
    about = About.LAYERS
    choices = {
        "approximation.added": "shares, or shares added up",
        "approximation.bumps": "the net that is constructed",
    }
    menu_order = 16
    seat = Seat.RIGHT

    @classmethod
    def is_companion(cls, experiment: Experiment) -> bool:
        return takes_apart(experiment)


def takes_apart(experiment: Experiment) -> bool:
    """Whether a curve of one input is fitted by one hidden layer of units that see everything."""
    from core.datasets.points import Points

    data = experiment.data
    return (data.geometry == "curve" or (isinstance(data, Points) and data.mode == "curve")) and has_one_layer(
        experiment
    )


def has_one_layer(experiment: Experiment) -> bool:
    """Whether a value is answered by one hidden layer of units that see everything."""
    layers = experiment.layers
    return experiment.task.aim == "values" and len(layers) == 1 and layers[0].kind == "dense"
