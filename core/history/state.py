"""What a run is after an update: its `State`, small and whole, and its `Numbers`, the large part.

A field stands here and nowhere else: snapshots, stills, kept states and the weights file are made of these two.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple, cast

import numpy as np

from core.data.batches import Cursor
from core.experiment import Experiment
from core.frozen import frozen

# an optimizer's memory: nested dictionaries, by the parameters' numbers and torch's names, of numpy arrays and numbers
Slots = dict[str | int, Any]


@frozen
class StopState:
    """What stop rules, plateau and the states in plain words remember of past evaluations."""

    best_loss: float = float("inf")
    best_update: int = 0
    best_parameters: np.ndarray | None = None
    best_buffers: dict[str, np.ndarray] | None = None
    bad: int = 0
    plateau: dict[str, Any] | None = None
    recent: tuple[float, ...] = ()
    first_loss: float = float("nan")
    lowest_loss: float = float("inf")
    highest_rate: float = 0.0
    above: int = 0
    goal_update: int = -1
    goal_missed: bool = False  # whether an evaluation has not been at the goal
    goal_lowest: float = float("inf")  # the lowest figure of the goal among those
    set_aside: int = 0  # the update before which the samples of the validation part were learned from; 0: never

    def looking_anew(self) -> StopState:
        """After a jump: what was seen just before says nothing any more."""
        return replace(self, above=0, recent=())


class State(NamedTuple):
    """A run after `updates` updates.

    `base_samples` and `base_epochs` are what the epochs of the present samples are counted from. `ended` is "" while
    the run may go on, else why it ended: "finished", "diverged", "stopped"; `lifted`: the person went on beyond the
    end, so stop rules are silent. `engine` names the one that has made it; `settled`: begun without the kernel, since
    it was not there, it goes on so.
    """

    experiment: Experiment
    updates: int = 0
    samples: int = 0
    base_samples: int = 0
    base_epochs: float = 0.0
    cursor: Cursor = Cursor()
    ended: str = ""
    lifted: bool = False
    engine: str = ""
    settled: bool = False

    def epochs(self, train_size: int) -> float:
        """Samples seen ÷ training samples, fractional."""
        return self.base_epochs + (self.samples - self.base_samples) / train_size


class Numbers(NamedTuple):
    """The large part of a state, in numpy arrays of its own: what may go to the disk.

    `parameters` (P,) in the run's precision; `buffers` are running statistics by name, `dead` (P,) the links that a
    penalty has cut, None where there are none; `slots` is the optimizer's memory, None where it was not asked for.
    """

    parameters: np.ndarray
    slots: Slots | None
    buffers: dict[str, np.ndarray]
    dead: np.ndarray | None
    watch: StopState

    @property
    def nbytes(self) -> int:
        """What all arrays take together."""
        best = self.watch.best_parameters
        parts = (self.parameters, self.slots, self.buffers, best)
        return sum(map(_bytes_of, parts))


def _bytes_of(value: object) -> int:
    """The bytes of all arrays in a structure of dictionaries and lists."""
    if isinstance(value, np.ndarray):
        return value.nbytes
    if isinstance(value, dict):
        return sum(map(_bytes_of, cast("dict[object, object]", value).values()))
    return sum(map(_bytes_of, cast("Iterable[object]", value))) if isinstance(value, (list, tuple)) else 0
