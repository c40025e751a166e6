"""The input space: what the network answers where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face, Fit, Seat

if TYPE_CHECKING:
    from core.experiment import Experiment


class BoundaryFace(Face):
    """Stands on the right for any experiment that has no picture made for it."""

    name = "boundary"
    title = "Input space"
    about = About.ANSWERS
    choices = {
        "plane": "the plane through wide data",
        "answer": "which of several yes-or-no answers is shown",
        "boundary.test": "test samples in the input space",
        "boundary.hard": "the yes/no map",
        "boundary.line": "the line between the decisions",
        "boundary.thinned": "networks thinned by switching units off at random (dropout)",
        "players.grid": "the warped grid",
        "players.push": "the arrows of the push",
    }
    tip = "The input space: what the network answers where."
    icon = "boundary"
    shortcut = "2"
    menu_order = 2
    seat = Seat.RIGHT
    at_once = True

    @classmethod
    def fit(cls, experiment: Experiment) -> Fit:
        return Fit.ANY
