"""How the answers go along one column, all others being as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from core.families import Table
from core.importance.columns import columns_of, reason_against
from core.importance.dependence import along
from core.importance.shuffling import DIVERGED, PART
from core.params import hidden
from core.probes.importance import MOST_ROWS
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

RUG = 300  # values of rows that are shown at most


class Dependence(Probe):
    """What the network says on average when a column has the same value in every row of the test part.

    Where no row lies the curve is a guess, and rows that cannot be are asked, too.
    """

    label = "Along a column"
    kind: Literal["dependence"] = "dependence"
    column: str = hidden("", help="The column's name; the first one where none is named.")
    most: int = hidden(MOST_ROWS, help="How many rows are asked at most.")

    def compute(self, moment: Moment) -> Answer:
        """ "values" (n,), "mean", "low", "high" (n, outputs), "seen" (rows,)."""
        if problem := reason_against(moment.experiment):
            return {}, {"problem": problem}
        prepared, columns = moment.prepared, columns_of(moment.prepared)
        column = next((each for each in columns if each.name == self.column), columns[0])
        part = PART if len(prepared.part(PART)) else "train"
        found = along(moment, column, prepared.some(part, self.most))
        if not np.isfinite(found.mean).all():
            return {}, {"problem": DIVERGED}
        step = max(1, -(-len(found.seen) // RUG))
        arrays = {
            "values": found.values, "mean": found.mean, "low": found.low, "high": found.high,
            "seen": np.sort(found.seen)[::step],
        }  # fmt: skip
        words = {
            "column": column.name,
            "words": found.words,
            "target": prepared.table.target,
            "outputs": _outputs(prepared.table, found.mean.shape[1]),
            "tells": bool(prepared.table.classes),
            "probability": moment.loss.link == "logistic",
            "part": part,
        }
        return arrays, words


def _outputs(table: Table, count: int) -> tuple[str, ...]:
    """What each number that is said speaks of: classes, of two classes the second, or the target."""
    return table.classes[-count:] if table.classes else (table.target,)
