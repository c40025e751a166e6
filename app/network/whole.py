"""A comparison as the window has it: its base with the words of the whole, and the runs beside it."""

from __future__ import annotations

from collections.abc import Callable

from core.comparison import Comparison
from core.documents.document import Document
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.messages import BadInput

NO_WORDS = {name: Experiment.model_fields[name].get_default() for name in Document.WORDS}


class Whole:
    """What is saved of the experiment that is open: with the runs beside it, as `comparison()` has them; None: it is
    alone, and so it is where what they have of their own does not fit it: those runs are about to be left. What was put
    together last is kept."""

    def __init__(self, comparison: Callable[[], Comparison | None]) -> None:
        self._comparison = comparison
        self._kept: tuple[Comparison, Experiment, Document] | None = None

    def __call__(self, experiment: Experiment) -> Document:
        found = self._comparison()
        if found is None:
            return experiment
        if self._kept is None or self._kept[0] is not found or self._kept[1] != experiment:
            self._kept = found, experiment, _fitting(found, experiment)
        return self._kept[2]


def _fitting(comparison: Comparison, experiment: Experiment) -> Document:
    """The whole, or the experiment alone where they make none."""
    try:
        return whole_of(comparison, experiment)
    except BadInput:
        return experiment


def base_of(comparison: Comparison) -> Experiment:
    """What the recipe shows: the base, called as the whole is."""
    words = {name: getattr(comparison, name) or getattr(comparison.base, name) for name in Document.WORDS}
    return comparison.base.model_copy(update=words)


def whole_of(comparison: Comparison, experiment: Experiment) -> Comparison:
    """What is saved: the experiment as base, and its words those of the whole."""
    words = tuple((name, getattr(experiment, name)) for name in sorted(Document.WORDS))
    return replace_all(comparison, (("base", experiment.model_copy(update=NO_WORDS)), *words))
