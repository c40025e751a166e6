"""A run that goes on from a stored network as if it had never been interrupted."""

from __future__ import annotations

import dataclasses

from core.documents.edits import differences, is_live
from core.experiment import Experiment
from core.files import weights
from core.history.snapshot import Snapshot
from core.messages import BadInput
from core.training.session import Session


def stored(path: str, experiment: Experiment) -> Snapshot:
    """The snapshot in a file, ready to go on with the settings of an experiment; `BadInput` where it is none, or was
    made with settings that cannot change in mid-run."""
    snapshot = weights.load(path)
    other = [
        name
        for name in differences(snapshot.experiment, experiment)
        if name not in Experiment.WORDS and not is_live(experiment, name)
    ]
    if other:
        raise BadInput("--resume", path, f"was trained with another {', '.join(other)}: give the same as then")
    if snapshot.state.ended == "diverged":
        raise BadInput("--resume", path, "has diverged: from there no run goes on")
    return dataclasses.replace(snapshot, state=snapshot.state._replace(ended="", lifted=False))


def resumed(snapshot: Snapshot, experiment: Experiment) -> Session:
    """A session that goes on from there, with the settings of the experiment."""
    session = Session.of(snapshot)
    if not session.apply(experiment):
        raise BadInput("--resume", "", "was trained with other samples: give the same as then")
    return session
