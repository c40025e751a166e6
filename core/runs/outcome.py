"""What is left of a run that nobody watched."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np

from core.experiment import Experiment
from core.frozen import frozen
from core.history.columns import Columns


@frozen(eq=False)
class Outcome:
    """Where a run has come to after `updates` updates, and its evaluations on the way.

    `ended` is "" where it may go on, else why it ended: "finished", "diverged", "stopped". `curves` are columns by
    figure, (evaluations,) float64: those that `evaluate_every` sets, the start among them, and one of where it stands.
    `vector` are its parameters (P,) in the run's precision, `buffers` its running statistics by name. `seconds` is what
    it took, beside others maybe.
    """

    experiment: Experiment
    updates: int
    ended: str
    curves: Columns
    vector: np.ndarray
    seconds: float = 0.0
    buffers: Mapping[str, np.ndarray] = dataclasses.field(default_factory=dict[str, np.ndarray])

    @property
    def figures(self) -> dict[str, float]:
        """The newest evaluation."""
        return {name: float(column[-1]) for name, column in self.curves.items()}
