"""Which column helps: what it costs the network when one column is shuffled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.views.face import About, Face

if TYPE_CHECKING:
    from core.experiment import Experiment


class ImportanceFace(Face):
    """Columns by what shuffling them costs, and how the answers go along one of them."""

    name = "importance"
    title = "Which column helps"
    about = About.ANSWERS
    tip = "How much worse the network answers when one column is shuffled, on the test part where there is one."
    shortcut = "W"
    menu_order = 15
    choices = {
        "importance.column": "the column along which the answers are drawn",
    }

    @classmethod
    def is_companion(cls, experiment: Experiment) -> bool:
        return experiment.data.geometry == "table" and experiment.task.by_sample
