"""Plan: the runs of a study, each with its key and by what it is made, before the first is begun."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import numpy as np

from core.data.preparation import Prepared, prepare
from core.experiment import Experiment
from core.frozen import frozen
from core.messages import BadInput
from core.runs.key import key_of
from core.runs.making import BY_KERNEL, Making
from core.studies.study import Cell, Study, Trial
from core.training.live_changes import samples_of


@frozen
class Planned:
    """A run that is to be made, with the edits of its cell. Two of the same key need not both be."""

    trial: Trial
    edits: tuple[tuple[str, object], ...]
    key: str
    making: Making

    @property
    def by_kernel(self) -> bool:
        """Whether the kernel makes it, which needs no process of its own."""
        return self.making.engine == BY_KERNEL


def plan(study: Study) -> tuple[Planned, ...]:
    """All runs of a study in their order; `BadInput`, which names the cell, where one cannot be."""
    study.check()
    manners = list(_manners(study))
    return tuple(_planned(trial, study.cells[trial.cell], *manners[trial.cell]) for trial in study.trials())


def _planned(trial: Trial, cell: Cell, making: Making, content: str) -> Planned:
    key = key_of(trial.experiment, trial.experiment.stop.updates, making, content)
    return Planned(trial, cell.edits, key, making)


def _manners(study: Study) -> Iterator[tuple[Making, str]]:
    """By what the runs of each cell are made, and what their data say where those lie in a file."""
    last: tuple[Experiment, Prepared] | None = None
    for cell in study.cells:
        try:
            prepared = samples_of(cell.experiment, last[1], last[0]) if last else prepare(cell.experiment)
            last = cell.experiment, prepared
            yield Making.planned(cell.experiment, prepared), _content(cell.experiment, prepared)
        except BadInput as error:
            raise _named(study, cell, error) from error


def _content(experiment: Experiment, prepared: Prepared) -> str:
    """What stands for the samples of a file, which may be changed between two studies; "" of those that follow from
    the experiment."""
    if not experiment.data.source:
        return ""
    digest = hashlib.sha256()
    for array in (prepared.table.x, prepared.table.y):
        digest.update(np.asarray(array, order="C").tobytes())
    return digest.hexdigest()


def _named(study: Study, cell: Cell, error: BadInput) -> BadInput:
    """The refusal of a cell's experiment, with what is varied in it."""
    return BadInput(study.where, cell.words, error.reason) if cell.edits else error
