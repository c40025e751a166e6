"""Right and wrong answers, sample by sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face

if TYPE_CHECKING:
    from app.documents.view_state import ViewState
    from core.experiment import Experiment


class ResultsFace(Face):
    """Answers are counted in a confusion matrix, or stand as residuals."""

    name = "results"
    title = "Results"
    tip = "Right and wrong answers, or by how much they are off."
    about = About.ANSWERS
    choices = {
        "results.part": "the part that the results tell of",
    }
    menu_order = 7

    @classmethod
    def is_companion(cls, experiment: Experiment) -> bool:
        return _tells_classes(experiment) and experiment.data.geometry == "images"

    @classmethod
    def title_for(cls, experiment: Experiment, state: ViewState) -> str:
        return "Confusion matrix" if _tells_classes(experiment) else cls.title


def _tells_classes(experiment: Experiment) -> bool:
    """Whether the answers are the classes of samples: two players have none of their own."""
    task = experiment.task
    return task.aim == "classes" and task.single and not task.imitates
