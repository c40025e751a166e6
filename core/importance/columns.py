"""The columns of a table as a person knows them: the ticks that a choice became belong together."""

from __future__ import annotations

import numpy as np

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Entry
from core.frozen import frozen

NO_COLUMNS = (
    "Where the inputs are columns, such as those of a table, it stands here what each of them is worth to the network."
)
NO_ANSWERS = "Where every sample has one right answer, it stands here what each column is worth to the network."


@frozen
class Column:
    """What a person calls one: `places` are those of the table's columns that tell it, all ticks of a choice."""

    entry: Entry
    places: tuple[int, ...]

    @property
    def name(self) -> str:
        return self.entry.name


def reason_against(experiment: Experiment) -> str:
    """Why no column of its samples can be shuffled, in one sentence; "" where they can."""
    if experiment.data.geometry in ("images", "sequence"):
        return NO_COLUMNS
    return "" if experiment.task.by_sample else NO_ANSWERS


def no_cause(experiment: Experiment, target: str) -> str:
    """What a cost does not tell: of data from the world alone, made-up points have no other reason."""
    return f", not what decides {target} in the world" if experiment.data.of_the_world else ""


def columns_of(prepared: Prepared) -> tuple[Column, ...]:
    """Those that the network is given, each whole, in the order of the table."""
    found, start = list[Column](), 0
    for entry in prepared.table.typed:
        places = tuple(range(start, start + len(entry.columns)))
        start += len(places)
        if prepared.used[list(places)].any():
            found.append(Column(entry, places))
    return tuple(found)


def moved(raw: np.ndarray, column: Column, order: np.ndarray) -> np.ndarray:
    """Rows (m, columns) of which one column has the values of other rows, in an order (m,) of them; gaps move along."""
    places = list(column.places)
    changed = raw.copy()
    changed[:, places] = raw[order][:, places]
    return changed
