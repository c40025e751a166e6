"""What a run's learning thread is given: what it is to train, and the wires to the others."""

from __future__ import annotations

import pathlib
import queue
from collections.abc import Callable

import numpy as np

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.frozen import frozen
from core.history.snapshot import Snapshot
from core.threads.commands import Command
from core.threads.news import News
from core.threads.outbox import Status
from core.threads.painter import Painter


@frozen(eq=False)
class Order:
    """What is to be trained: an experiment, from a snapshot where there is one, at once where it is `playing`. Samples
    that are known already need not be prepared; older parts of the history lie in a folder."""

    experiment: Experiment
    snapshot: Snapshot | None = None
    playing: bool = False
    prepared: Prepared | None = None
    folder: pathlib.Path | None = None


@frozen(eq=False)
class Wires:
    """Commands come in by a queue, and `halted[0]` is set while one waits: it is looked at after every update, by the
    kernel too. News and the status go out by calls; `painter` is handed Stills."""

    run: int
    commands: queue.SimpleQueue[Command]
    halted: np.ndarray
    tell: Callable[[News], None]
    tell_status: Callable[[Status], None]
    painter: Painter
