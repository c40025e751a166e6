"""Snapshot: everything a run is at one moment, as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from core.experiment import Experiment
from core.frozen import frozen
from core.history.journal import Journal
from core.history.state import Numbers, State
from core.history.still import Path

if TYPE_CHECKING:
    from core.history.kept_states import KeptState


@frozen(eq=False)
class Snapshot:
    """A session can be restored from it anywhere and goes on as if never interrupted.

    `points` are kept vectors by name; `path` and `points` are None in the files of older versions. `kept` are states on
    the way there, for a branch that shares its parent's past and for the shelf; no file of a network holds them.
    """

    state: State
    numbers: Numbers
    journal: Journal
    path: Path | None = None
    points: Mapping[str, np.ndarray] | None = None
    kept: tuple[KeptState, ...] = ()

    @property
    def experiment(self) -> Experiment:
        return self.state.experiment

    @property
    def updates(self) -> int:
        return self.state.updates

    @property
    def parameters(self) -> np.ndarray:
        """(P,) in the order of the flat vector."""
        return self.numbers.parameters
