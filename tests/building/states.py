"""States of a run that were not learned: numbers typed by hand, snapshots of another experiment."""

from __future__ import annotations

import dataclasses

from core.experiment import Experiment
from core.history.snapshot import Snapshot
from core.training.hand_edits import one_number
from core.training.session import Session


def set_number(session: Session, name: str, index: tuple[int, ...], value: float) -> None:
    """Type one number of one parameter by hand."""
    session.load_parameters({name: one_number(session.parameters(), name, index, value)})


def with_experiment(snapshot: Snapshot, experiment: Experiment) -> Snapshot:
    """A snapshot as if it had been taken of a run of another experiment."""
    return dataclasses.replace(snapshot, state=snapshot.state._replace(experiment=experiment))
