"""The run that is shown, asked for all that it is, or was where one looks back: its answer comes a moment later, when
another one may be there."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.documents.experiment_store import Store
from app.network.runs import Runs
from core.documents.edits import only_live

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot


def take_weights(
    runs: Runs,
    store: Store,
    taker: Callable[[Snapshot], object],
    too_late: Callable[[], object] = lambda: None,
    *,
    shown: bool = False,
) -> None:
    """Call `taker(snapshot)` as soon as the run has told it; `too_late()` where by then it is no run of the document as
    it is, or where it has ended. `shown`: of the update that the pictures show, unless it is another one by then."""
    asked, looking = runs.shown_run, runs.standing.looking
    if runs.runner is None or not runs.runner.alive:
        too_late()
        return

    def take(snapshot: Snapshot) -> None:
        there = asked == runs.shown_run and (not shown or looking == runs.standing.looking)
        present = there and only_live(snapshot.experiment, store.experiment)
        (functools.partial(taker, snapshot) if present else too_late)()

    runs.request_snapshot(take, shown=shown)
