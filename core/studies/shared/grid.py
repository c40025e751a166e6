"""A grid that several computers work on: enqueued once by whoever makes it, its results read by whoever asks."""

from __future__ import annotations

import datetime
import json
import threading
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import optuna
from optuna.distributions import BaseDistribution, CategoricalDistribution, FloatDistribution, IntDistribution
from optuna.trial import FrozenTrial, TrialState

from core.frozen import frozen
from core.messages import BadInput
from core.studies.plan import Planned, plan
from core.studies.result import Result, falls
from core.studies.shared import written
from core.studies.shared.place import Place
from core.studies.study import Study

if TYPE_CHECKING:
    from optuna.storages import BaseStorage

STUDY, MAKINGS, DIGEST, FIGURE = "descent-lab study", "made by", "keys", "figure"  # attributes of a study
WHOLE = "enqueued"  # once all its runs are
NUMBER, RESULT = "number", "result"  # of a trial: which run of the plan it is, and what came of it
START = "start"
STALLED, PAUSE = 10.0, 0.5  # seconds without a new run until it is enqueued by another, between two looks


@frozen(eq=False)
class Grid:
    """A study in a shared storage, with its plan as this computer would make it."""

    place: Place
    optuna: optuna.Study
    study: Study
    planned: tuple[Planned, ...]
    figure: str

    def trials(self, *states: TrialState) -> list[FrozenTrial]:
        """The runs that are in such a state, those that belong to the plan."""
        found = self.optuna.get_trials(deepcopy=False, states=states or None)
        return [trial for trial in found if NUMBER in trial.user_attrs]

    @property
    def whole(self) -> bool:
        """Whether all runs of the plan have been enqueued."""
        return WHOLE in self.optuna.user_attrs

    def is_over(self, trial: int) -> bool:
        """Whether the trial of a number has ended."""
        return self.optuna.get_trials(deepcopy=False)[trial].state.is_finished()

    @property
    def running(self) -> int:
        """How many runs are being made, as far as anybody knows."""
        return len(self.trials(TrialState.RUNNING))

    def enqueue(self) -> None:
        """Enqueue the runs that are not there yet."""
        there = {trial.user_attrs[NUMBER] for trial in self.trials()}
        for number in range(len(self.planned)):
            if number not in there:
                self.give_back(number)
        self.optuna.set_user_attr(WHOLE, True)  # noqa: FBT003

    def give_back(self, number: int) -> None:
        """Enqueue a run, which may have been broken off."""
        parameters = _parameters(self.study, self.planned[number])
        self.optuna.add_trial(_waiting(parameters, _distributions(self.study), number))

    def see_whole(self) -> None:
        """Wait for whoever is enqueuing; where nothing has come for a while, he was ended: then it is done here."""
        count, since = -1, time.monotonic()
        while not self.whole:
            if (now := len(self.trials())) != count:
                count, since = now, time.monotonic()
            elif time.monotonic() - since > STALLED:
                self.enqueue()
            else:
                threading.Event().wait(PAUSE)

    def results(self) -> tuple[dict[str, Result], list[str]]:
        """What has been made, by key, each counted once, and the keys of which two results differ."""
        found: dict[str, Result] = {}
        odd: list[str] = []
        for trial in self.trials(TrialState.COMPLETE):
            try:
                result = Result.loads(trial.user_attrs[RESULT])
            except (KeyError, ValueError) as error:
                raise BadInput(self.place.words, f"trial {trial.number}", "is damaged: it has no result") from error
            first = found.setdefault(result.key, result)
            if not first.same(result):
                odd.append(result.key)
        return found, odd

    def retake(self, seconds: float) -> int:
        """Enqueue again what has been running for longer and nobody else has made or will make; how many."""
        before = datetime.datetime.now() - datetime.timedelta(seconds=seconds)
        all_of_them = self.trials()
        settled = {
            trial.user_attrs[NUMBER]
            for trial in all_of_them
            if trial.state in (TrialState.WAITING, TrialState.COMPLETE)
            or (trial.state == TrialState.RUNNING and trial.datetime_start and trial.datetime_start > before)
        }
        lost = {
            trial.user_attrs[NUMBER]: trial
            for trial in all_of_them
            if trial.state in (TrialState.RUNNING, TrialState.FAIL)
        }
        again = [trial for number, trial in lost.items() if number not in settled]
        for trial in again:
            self.give_back(trial.user_attrs[NUMBER])
        return len(again)


def begun(study: Study, storage: BaseStorage, place: Place, figure: str) -> Grid:
    """The grid of a study in a storage: made and enqueued where it is not there yet. `figure` is what its value is."""
    planned, name = plan(study), written.name_of(study, "grid")
    try:
        made = optuna.create_study(storage=storage, study_name=name, direction=direction(figure))
        created = True
    except optuna.exceptions.DuplicatedStudyError:
        made, created = optuna.load_study(study_name=name, storage=storage), False
    attributes = {
        MAKINGS: json.dumps(written.makings_of(planned)), DIGEST: written.digest_of(planned), FIGURE: figure,
        STUDY: written.dumps(study),
    }  # fmt: skip
    for attribute, value in attributes.items():
        if attribute not in made.user_attrs:
            made.set_user_attr(attribute, value)
    grid = Grid(place, made, study, planned, figure)
    _check(grid)
    if created:
        grid.enqueue()
    else:
        grid.see_whole()
    return grid


def joined(name: str, storage: BaseStorage, place: Place) -> Grid:
    """The grid of a name; `BadInput` where this computer would make other numbers than the one that began it."""
    found = optuna.load_study(study_name=name, storage=storage)
    study = written.loads(found.user_attrs[STUDY], place.words)
    grid = Grid(place, found, study, plan(study), found.user_attrs[FIGURE])
    _check(grid)
    return grid


def _check(grid: Grid) -> None:
    """Refuse a computer whose runs would have other keys."""
    attributes = grid.optuna.user_attrs
    if attributes[DIGEST] == written.digest_of(grid.planned):
        return
    there, here = json.loads(attributes[MAKINGS]), written.makings_of(grid.planned)
    raise BadInput(grid.place.words, grid.optuna.study_name, written.other_words(there, here))


def direction(figure: str) -> Literal["minimize", "maximize"]:
    """Whether a figure is to be made small."""
    return "minimize" if falls(figure) else "maximize"


def _waiting(params: Mapping[str, object], distributions: Mapping[str, BaseDistribution], number: int) -> FrozenTrial:
    """A run that is to be made."""
    return optuna.create_trial(
        state=TrialState.WAITING, params=dict(params), distributions=dict(distributions), user_attrs={NUMBER: number}
    )


def _parameters(study: Study, planned: Planned) -> dict[str, object]:
    """Numbers and short names, as a dashboard shows them."""
    cell = study.cells[planned.trial.cell]
    found: dict[str, object] = {
        axis.path: float(value) if axis.numeric and isinstance(value, (int, float)) else axis.short[at]
        for axis, at, (_, value) in zip(study.axes, cell.place, cell.edits, strict=True)
    }
    found[START] = planned.trial.start
    return found


def _distributions(study: Study) -> dict[str, BaseDistribution]:
    found: dict[str, BaseDistribution] = {}
    for axis in study.axes:
        if axis.numeric:
            numbers = [float(value) for value in axis.values if isinstance(value, (int, float))]
            found[axis.path] = FloatDistribution(min(numbers), max(numbers), log=axis.log)
        else:
            found[axis.path] = CategoricalDistribution(axis.short)
    return found | {START: IntDistribution(0, study.starts - 1)}
