"""With which columns, and which questions behind them, each unit goes together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from core.families import Shape
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MOST_SAMPLES, MOST_COLUMNS = 2000, 12
FEWEST = 3  # samples: through two any two numbers go together
FEW = "Which unit goes together with which column takes three training samples at least."
ROW = 1  # axes of a row of units


class Together(Probe):
    """The correlation of each unit's value with every column of the data, over the training part; now, and as the
    network started.

    Where the data have questions between their columns and the answer, these are columns, too: nobody tells them to the
    network.
    """

    label = "Goes together with"
    learns: ClassVar[bool] = False
    kind: Literal["together"] = "together"

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        """For each layer NAME that is a row of units "NAME.now" and "NAME.start", (units, columns) correlations, nan
        where either does not vary; `info["columns"]` names them, the first `info["between"]` of which are questions."""
        problem = refused(moment)
        if problem:
            return {}, {"problem": problem}
        prepared, data = moment.prepared, moment.experiment.data
        samples = prepared.train[:MOST_SAMPLES]
        if len(samples) < FEWEST:
            return {}, {"problem": FEW}
        raw = prepared.complete(prepared.table.x[samples])
        asked = data.answers_between(raw).astype(np.float64)
        columns = np.column_stack([asked, raw[:, :MOST_COLUMNS]])
        layers = tuple(placed.name for placed in moment.blueprint.own if len(placed.outputs) == ROW)
        arrays: dict[str, np.ndarray] = {}
        for when, each in (("start", moment.at_start()), ("now", moment)):
            trace = each.answers.trace(prepared.x[samples])
            arrays |= {f"{name}.{when}": correlations(trace[name][1], columns) for name in layers}
        return arrays, {
            "layers": layers,
            "columns": (*data.between, *prepared.table.columns[:MOST_COLUMNS]),
            "between": len(data.between),
            "samples": len(samples),
            "updates": moment.updates,
        }


def refused(moment: Moment) -> str:
    """Why nothing can be compared; "" where it can."""
    shape: Shape = moment.prepared.sample_shape
    if len(moment.players) > 1 or len(shape) > ROW:
        return "Units are compared with the columns of a table; pixels and steps are none."
    return ""


def correlations(values: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Pearson's r of values (n, units) with columns (n, columns): (units, columns), nan where either is constant."""
    a, b = (_centred(each) for each in (values, columns))
    with np.errstate(all="ignore"):
        return (a / _length(a)).T @ (b / _length(b))


def _centred(numbers: np.ndarray) -> np.ndarray:
    numbers = numbers.astype(np.float64)
    return numbers - numbers.mean(axis=0)


def _length(numbers: np.ndarray) -> np.ndarray:
    """Of each column; nan where it is as good as constant."""
    length = np.linalg.norm(numbers, axis=0)
    return np.where(length > 1e-9, length, np.nan)
