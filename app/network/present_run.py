"""The run that is shown, asked for all that it is: its answer comes a moment later, when another one may be there."""

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
    runs: Runs, store: Store, taker: Callable[[Snapshot], object], too_late: Callable[[], object] = lambda: None
) -> None:
    """Call `taker(snapshot)` as soon as the run has told it; `too_late()` where by then it is no run of the document as
    it is, or where it has ended."""
    asked = runs.shown_run
    if runs.runner is None or not runs.runner.alive:
        too_late()
        return

    def take(snapshot: Snapshot) -> None:
        present = asked == runs.shown_run and only_live(snapshot.experiment, store.experiment)
        (functools.partial(taker, snapshot) if present else too_late)()

    runs.request_snapshot(take)
