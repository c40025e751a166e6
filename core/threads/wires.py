"""What a run's learning thread is given: what it is to train, and the wires to the others."""

from __future__ import annotations

import pathlib
from collections.abc import Callable

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frozen import frozen
from core.history.snapshot import Snapshot
from core.threads.news import News
from core.threads.outbox import Status
from core.threads.painter import Painter


@frozen(eq=False)
class Order:
    """What is to be trained: an experiment, from a snapshot where there is one, at once where it is `playing`. Samples
    that are known already need not be prepared; older parts of the history lie in a folder. `seconds` it has learned
    already."""

    experiment: Experiment
    snapshot: Snapshot | None = None
    playing: bool = False
    prepared: Prepared | None = None
    folder: pathlib.Path | None = None
    seconds: float = 0.0


@frozen(eq=False)
class Wires:
    """News and the status go out by calls; `painter` is handed Stills. Last comes `over`, with the sentence that says
    why the run has failed, "" where it has not."""

    run: int
    tell: Callable[[News], None]
    tell_status: Callable[[Status], None]
    over: Callable[[str], None]
    painter: Painter


@frozen(eq=False)
class Begin:
    """Another run is to learn on the thread."""

    order: Order
    wires: Wires
