"""What the network answers to a row that a person types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face

if TYPE_CHECKING:
    from core.experiment import Experiment


class PredictFace(Face):
    """The answer, the fields of the row, and its way through the network in numbers."""

    name = "predict"
    title = "Predict"
    tip = "What the network answers to a row that is typed, and how it comes to that."
    about = About.ANSWERS
    menu_order = 7

    @classmethod
    def is_companion(cls, experiment: Experiment) -> bool:
        return takes_rows(experiment) and experiment.data.geometry == "table"


def takes_rows(experiment: Experiment) -> bool:
    """Whether a row can be typed: the data have columns, and the network answers with one class or number."""
    task = experiment.task
    return experiment.data.geometry in ("plane", "curve", "table") and task.single and not task.imitates
