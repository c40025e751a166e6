"""Start: what is kept of a run that began with other luck."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.experiment import Experiment
from core.frozen import frozen
from core.runs.outcome import Outcome
from core.studies.result import usual

MOST = 200  # updates of which the course is kept


@frozen(eq=False)
class Start:
    """The `number`th, from 1. `at` (n,) updates and `values` (n,) are the course of the figure `name` that all is told
    of, thinned where there is more of it; `figures` its last evaluation."""

    number: int
    experiment: Experiment
    updates: int
    ended: str
    figures: Mapping[str, float]
    name: str
    at: np.ndarray
    values: np.ndarray

    @classmethod
    def of(cls, number: int, outcome: Outcome) -> Start:
        """Of a run that has come to its end."""
        figures, curves = outcome.figures, outcome.curves
        name = next(name for name in usual(outcome.experiment) if name in figures)
        at = curves["update"]
        places = np.unique(np.linspace(0, len(at) - 1, MOST).round().astype(int))
        return cls(
            number, outcome.experiment, outcome.updates, outcome.ended, figures, name, at[places], curves[name][places]
        )

    @property
    def figure(self) -> float:
        """What it came to; nan where that is no number."""
        return self.figures[self.name]

    @property
    def diverged(self) -> bool:
        return self.ended == "diverged"
