"""What a table of sequences says of itself: the names of a step's features, and a sample step by step."""

from __future__ import annotations

import numpy as np

from core.families import Table


def feature_names(table: Table) -> tuple[str, ...]:
    """The names of the features of one step; ("",) for plain numbers."""
    return tuple(name.removeprefix("step 1").strip() for name in table.columns[: table.shape[1]])


def steps_of(table: Table, sample: int) -> np.ndarray:
    """One sample, (steps, features), in the data's own units."""
    return table.x[sample].reshape(table.shape)


def symbols_of(steps: np.ndarray, names: tuple[str, ...]) -> tuple[str, ...]:
    """The symbol of each step where exactly one feature a step is 1; else ()."""
    if steps.shape[1] < 2 or not (np.isin(steps, (0.0, 1.0)).all() and (steps.sum(axis=1) == 1).all()):
        return ()
    return tuple(names[place] for place in steps.argmax(axis=1))


def is_sequence(table: Table) -> bool:
    """Whether the samples of a table are sequences, (steps, features) each."""
    return table.geometry == "sequence" and len(table.shape) == 2
