"""The envelope is opened: what a run comes to on the samples that were sealed, looked at once, when all is chosen."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from core.data.envelope import Opened
from core.data.preparation import prepare
from core.experiment import Experiment
from core.messages import BadInput
from core.training.session import Session

NOTHING = "nothing is sealed: give a share of the test part, such as data.sealed_share=0.5"
LOSS = "loss"


def open_envelope(
    experiment: Experiment, updates: int, vector: np.ndarray, buffers: Mapping[str, np.ndarray]
) -> Opened:
    """What a network with these parameters (P,) comes to; `BadInput` where nothing is sealed."""
    if not experiment.data.sealed_share:
        raise BadInput("data", "sealed_share", NOTHING)
    test, tested = _figures(experiment, vector, buffers, opened=False)
    sealed, counted = _figures(experiment, vector, buffers, opened=True)
    watched = experiment.task.watched().name
    return Opened(updates, watched if watched in sealed else LOSS, test, sealed, tested, counted)


def _figures(
    experiment: Experiment, vector: np.ndarray, buffers: Mapping[str, np.ndarray], *, opened: bool
) -> tuple[dict[str, float], int]:
    """The figures of the test part, or of the sealed one in its place, and of how many samples."""
    prepared = prepare(experiment, opened=opened)
    session = Session(experiment, prepared)
    session.learner.load_weights(vector, dict(buffers))
    found = session.evaluate()
    figures = {name.partition(".")[2]: number for name, number in found.items() if name.startswith("test.")}
    return figures, len(prepared.test)
