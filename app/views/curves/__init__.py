"""Loss and accuracy in the course of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import Face, Seat

if TYPE_CHECKING:
    from app.documents.view_state import ViewState
    from core.experiment import Experiment


MEASURE = "curves.measure"  # the option that says what the score is
CHOICES = {
    "curves.x_axis": "what runs along the curves",
    "curves.log_y": "the logarithmic height of the curves",
    "curves.log_x": "the logarithmic axis along",
    "curves.smooth": "smooth curves",
    "curves.rate": "the learning rate among the curves",
    "curves.train": "the training part of several runs",
    "curves.measure": "which score the curves show",
}


class LossFace(Face):
    """What learning makes small."""

    name = "loss"
    title = "Loss"
    tip = "What learning makes small, update by update."
    icon = "chart"
    shortcut = "3"
    menu_order = 3
    choices = CHOICES
    seat = Seat.BELOW_LEFT
    at_once = True
    for_all = True


class ScoreFace(Face):
    """What a person wants large: accuracy for classes, R² for values, or another measure of the task."""

    name = "score"
    title = "Accuracy"
    tip = "The accuracy, R² or another score, update by update."
    shortcut = "5"
    menu_order = 5
    choices = CHOICES
    seat = Seat.BELOW_RIGHT
    at_once = True
    for_all = True

    @classmethod
    def title_for(cls, experiment: Experiment, state: ViewState) -> str:
        return experiment.task.watched(str(state.options.get(MEASURE, "")), experiment.data.answers).label
