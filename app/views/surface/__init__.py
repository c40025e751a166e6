"""Weight space: the loss over a plane through the parameters, flat, as a relief or as slices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import Face, Fit

if TYPE_CHECKING:
    from core.experiment import Experiment


class SurfaceFace(Face):
    """Where the run stands among all that it could have become."""

    name = "surface"
    title = "Weight space"
    choices = {
        "surface.plane": "the plane through weight space",
        "surface.mode": "2-D, 3-D or slices",
        "surface.player": "whose weight space is shown",
        "surface.centre": "Re-centre",
        "surface.more": "the card with more choices",
        "surface.at": "the weights along and up",
        "surface.points": "the kept points that span the plane",
        "surface.keep": "the buttons that keep the network as A, B or C",
        "surface.log": "the logarithmic height",
        "surface.sight": "Re-centre by itself",
        "surface.metric": "loss or score as height",
        "surface.part": "training or test samples",
        "surface.most": "how many samples",
        "surface.span": "how far the sheet reaches",
        "surface.resolution": "how fine the sheet is",
        "surface.follow": "whether the sheet follows the network",
        "surface.normalize": "whether directions are scaled like the weights",
        "surface.small": "how small weights count",
        "surface.penalty": "whether the penalty is part of the height",
        "surface.seed": "the random directions",
        "surface.noise": "the noise of generated samples",
    }
    tip = "The loss over a plane of the weights, and where the run stands in it."
    icon = "surface"
    shortcut = "4"
    menu_order = 4

    @classmethod
    def fit(cls, experiment: Experiment) -> Fit:
        """Two weights are a plane: the picture is of the whole space, and what such an experiment is about."""
        return Fit.NETWORK if experiment.data.lone_column and not experiment.layers else Fit.NONE
