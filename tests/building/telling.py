"""A run that tells views what is new, as a window does."""

from __future__ import annotations

from collections.abc import Callable

from app.views.base import View
from core.experiment import Experiment
from core.frames import Update
from core.history.metrics import Metrics, ghost_of


def telling(*views: View) -> Callable[[Update], None]:
    """A function that tells the views an update: the run takes in what it measured, the views hear. An update of
    another number begins a run of what the first view shows, an older one comes too late to be taken in."""
    runs: list[Metrics] = []
    before: list[Metrics | None] = [None]

    def tell(update: Update) -> None:
        if not runs or update.run > runs[-1].run:
            experiment = views[0].experiment or Experiment()
            before.append(ghost_of(runs[-1], before[-1], experiment) if runs else None)
            runs.append(Metrics(update.run, experiment))
            for view in views:
                view.show_run(runs[-1], before[-1])
        if update.run == runs[-1].run:
            runs[-1].take(update)
        for view in views:
            view.show_update(update)

    return tell
