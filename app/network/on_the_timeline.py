"""What stands on the timeline of the run that is shown."""

from __future__ import annotations

from app.bars.run_badge import Named
from app.bars.timeline import Told, shown_marks
from app.bars.timeline_marks import BEST
from app.network.branching import Branching
from app.network.runs import Runs
from app.network.standing import Standing
from core.frames import Mark
from core.history.lowest import Low
from core.history.metrics import Metrics

BY = {"validation.loss": "lowest validation loss", "test.loss": "lowest test loss, seen afterwards",
      "train.loss": "lowest training loss"}  # fmt: skip


def low_words(low: Low) -> str:
    """Of which part it is, and how low."""
    return f"{BY[low.metric]}: {low.value:.4g}"


def told(runs: Runs, branching: Branching, title: str) -> Told:
    """`title`: what a run is called that came from none."""
    run, metrics = runs.standing, runs.metrics.get(runs.shown_run)
    made = run.last.updates if run.last is not None else 0
    named = {number: _named(held, title) for number, held in runs.held.items()}
    own = named.pop(runs.shown_run, Named())
    return Told(
        made,
        run.looking,
        _marks(run, metrics, made) if metrics is not None else (),
        run.last.first if run.last is not None else 0,
        own,
        tuple(named.values()),
        branching.words if branching.pending else "",
        run.recalled and run.recalled.updates,
        run.recalled.left if run.recalled is not None else 0.0,
    )


def _marks(run: Standing, metrics: Metrics, made: int) -> tuple[Mark, ...]:
    """What happened to it, the points that are kept and where its loss was lowest."""
    low = metrics.lowest
    best = (Mark(low.update, BEST, low_words(low)),) if low is not None else ()
    return shown_marks((*metrics.marks, *best), made, run.points)


def _named(run: Standing, title: str) -> Named:
    made = run.last.updates if run.last is not None else 0
    source = run.told.data.source if run.told is not None else ""
    return Named(run.number, run.letter, run.name or title, made, source)
