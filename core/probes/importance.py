"""Which column helps: what it costs when one column of the test part is shuffled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.importance.columns import columns_of, reason_against
from core.importance.shuffling import SHUFFLES, Cost, Shuffling, cost_of
from core.params import hidden, integer
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MOST_ROWS, FEWEST_ROWS = 2000, 200
NUMBERS = 400_000_000  # that a picture shuffles in all: of tables with many columns fewer rows are looked at


class Importance(Probe):
    """How much worse the network answers when one column of its test part is shuffled, column by column; of the
    training part where there is no other.

    All ticks of one choice move together. It says what this network uses, not what causes anything: columns that tell
    the same hide each other's cost.
    """

    label = "Which column helps"
    kind: Literal["importance"] = "importance"
    shuffles: int = integer(
        SHUFFLES, 2, 50, minimum=1, maximum=1000, label="Shuffles", help="How often each column is shuffled."
    )
    most: int = hidden(MOST_ROWS, help="How many rows at most; 0: all of them.")

    def compute(self, moment: Moment) -> Answer:
        *_, last = (answer for answer in self.stages(moment) if answer is not None)
        return last

    def _rows(self, moment: Moment) -> int:
        """How many at most; 0: all."""
        return min(self.most, affordable(len(moment.prepared.table.columns), self.shuffles))

    def stages(self, moment: Moment) -> Iterator[Answer | None]:
        """ "drops" and "rises" (columns, shuffles) of score and loss, "error" (columns,), in the order of the table;
        what is asked of a column is as good as its row."""
        if problem := reason_against(moment.experiment):
            yield {}, {"problem": problem}
            return
        shuffling = Shuffling(moment, most=self._rows(moment))
        if problem := shuffling.problem or shuffling.ignorance:
            yield {}, {"problem": problem}
            return
        found: list[Cost] = []
        for column in columns_of(moment.prepared):
            shuffled: list[tuple[np.ndarray, np.ndarray]] = []
            for number in range(self.shuffles):
                shuffled.append(shuffling.once(column, number))
                yield None
            found.append(cost_of(column, shuffled))
        yield _arrays(found), _words(moment, shuffling, found)


def affordable(columns: int, shuffles: int) -> int:
    """Of so many columns that are shuffled so often: how many rows a picture looks at."""
    return max(FEWEST_ROWS, min(MOST_ROWS, NUMBERS // (columns * columns * shuffles)))


def _arrays(found: list[Cost]) -> dict[str, np.ndarray]:
    return {
        "drops": np.array([cost.drops for cost in found]),
        "rises": np.array([cost.rises for cost in found]),
        "error": np.array([cost.error for cost in found]),
    }


def _words(moment: Moment, shuffling: Shuffling, found: list[Cost]) -> dict[str, Any]:
    task = moment.task
    return {
        "columns": tuple(cost.column.name for cost in found),
        "ticks": tuple(len(cost.column.places) for cost in found),
        "part": shuffling.part,
        "rows": len(shuffling.rows),
        "score": shuffling.score,
        "label": task.watched(task.score).label,
        "percent": task.watched(task.score).percent,
        "target": moment.prepared.table.target,
    }
