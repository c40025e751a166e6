"""What a run in the window begins with, and what it goes by."""

from __future__ import annotations

from app.network.standing import Standing
from core.frozen import frozen
from core.history.metrics import Curves, Metrics
from core.runs.run import Run


@frozen(eq=False)
class Origin:
    """`run` is what it is when it comes to the window, without an id where it begins there. `words` say what it differs
    in, "" where a look at the run that it came from tells; `curves` are what it has measured already."""

    run: Run
    words: str = ""
    curves: Curves | None = None


def metrics_of(origin: Origin) -> Metrics:
    """What a run that is begun, or goes on, has measured until now."""
    run, curves = origin.run, origin.curves
    return Metrics.of(curves, run.experiment, run.marks) if curves is not None else Metrics(0, run.experiment)


def origin_of(standing: Standing, metrics: Metrics) -> Origin:
    """What a run has come to, for when it comes back."""
    assert standing.run is not None, "it was begun"
    return Origin(standing.run, standing.words, metrics.history.at_rest())
