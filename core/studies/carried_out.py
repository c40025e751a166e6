"""How a study is carried out: what is known already is not made again, the kernel's runs are made many at once, the
others in processes of their own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence

from core.machine import device
from core.runs.many import many
from core.runs.outcome import Outcome
from core.studies.plan import Planned
from core.studies.processes import in_processes
from core.studies.result import Result

AT_ONCE = 1000  # runs of which curves and vectors are held


def make(
    planned: Sequence[Planned],
    keep: Callable[[Result], None],
    *,
    workers: int = 0,
    halt: Callable[[], bool] = lambda: False,
    where: str = "experiment",
) -> None:
    """Make these runs and have each result kept, on the thread that made it. `workers`: threads and processes, as many
    as there are cores where it is 0, and one on a GPU. The first error of a run ends all and is raised."""
    count = workers or os.cpu_count() or 1
    by_kernel = [each for each in planned if each.by_kernel]
    _in_threads(by_kernel, count, keep, halt)
    others = [each for each in planned if not each.by_kernel]
    if others and not workers and device.choose(others[0].trial.experiment.device) != "cpu":
        count = 1
    if count == 1 or len(others) < 2:
        _in_threads(others, 1, keep, halt)
    else:
        in_processes(others, count, keep, halt, where)


def _in_threads(
    planned: Sequence[Planned], workers: int, keep: Callable[[Result], None], halt: Callable[[], bool]
) -> None:
    """In this process."""
    for first in range(0, len(planned), AT_ONCE):
        some = planned[first : first + AT_ONCE]

        def done(place: int, outcome: Outcome, some: Sequence[Planned] = some) -> None:
            keep(Result.of(some[place].key, outcome))

        many([each.trial.experiment for each in some], sys.maxsize, workers=workers, halt=halt, done=done)
