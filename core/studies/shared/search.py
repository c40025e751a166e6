"""Search: Optuna proposes settings, learns from what came of them, and gives up those that promise nothing."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

import optuna
from optuna.trial import FrozenTrial, TrialState

from core import random
from core.documents.edits import replace_all
from core.frozen import frozen
from core.history.columns import joined as joined_columns
from core.messages import BadInput
from core.runs.outcome import Outcome
from core.studies.axis import Axis
from core.studies.carried_out import make
from core.studies.plan import Planned, plan
from core.studies.result import Result, falls
from core.studies.shared import written
from core.studies.shared.grid import MAKINGS, direction
from core.studies.shared.joining import value_of
from core.studies.study import Study
from core.studies.summary import Spread
from core.training.session import Session

SEARCH, STUDY = "search", "descent-lab search"  # attributes of a study
EDITS, KEYS, REFUSED = "edits", "keys", "refused"  # of a trial
LOOKS = 20  # at a run on its way, where it may be given up
DONE = (TrialState.COMPLETE, TrialState.PRUNED)


class Results(Protocol):
    """Where results are kept by their keys."""

    def found(self, keys: Sequence[str]) -> dict[str, Result]: ...

    def put(self, results: Iterable[Result]) -> list[str]: ...


@frozen
class Search:
    """`count` trials over the axes of a study, each of all its starts, to make a `figure` good."""

    study: Study
    count: int
    figure: str
    sampler: str = "tpe"
    pruner: str = "none"

    @property
    def _alone(self) -> Study:
        """Its base, of which every computer must make the same runs."""
        return dataclasses.replace(self.study, axes=(), starts=1)

    def begun(self, storage: optuna.storages.BaseStorage | None) -> optuna.Study:
        """Its study in a storage, made where it is not there; None: in memory."""
        kind = json.dumps([self.figure, self.sampler, self.pruner])
        found = optuna.create_study(
            storage=storage, study_name=written.name_of(self.study, f"search {kind}"),
            direction=direction(self.figure), load_if_exists=True,
        )  # fmt: skip
        if STUDY not in found.user_attrs:
            found.set_user_attr(MAKINGS, json.dumps(written.makings_of(plan(self._alone))))
            found.set_user_attr(STUDY, written.dumps(self.study))
        found.set_user_attr(SEARCH, json.dumps([self.count, self.figure, self.sampler, self.pruner]))
        return found

    @classmethod
    def joined(cls, found: optuna.Study, where: str) -> Search:
        """What somebody else has begun; `BadInput` where this computer would make other numbers."""
        count, figure, sampler, pruner = json.loads(found.user_attrs[SEARCH])
        search = cls(written.loads(found.user_attrs[STUDY], where), count, figure, sampler, pruner)
        there, here = json.loads(found.user_attrs[MAKINGS]), written.makings_of(plan(search._alone))
        if there != here:
            raise BadInput(where, found.study_name, written.other_words(there, here))
        return search


class Halted(Exception):
    """A run was given up on its way, since somebody wants all to end."""


class Searching:
    """One that makes trials of a search until there are enough. `told` hears of each; `results` are kept, so that no
    run is made twice."""

    def __init__(self, search: Search, found: optuna.Study, results: Results | None, told: Callable[[], None]) -> None:
        self._search, self._results, self._told = search, results, told
        self.optuna = found
        self._halt: Callable[[], bool] = lambda: False
        made = len(found.get_trials(deepcopy=False))
        found.sampler = _sampler(search, random.key(search.study.seed or 0, "search", made) % 2**32)
        found.pruner = _pruner(search.pruner)

    def carry_out(self, halt: Callable[[], bool]) -> None:
        """Until all trials are made; the one that is under way when `halt()` says so is given up, and not counted."""
        self._halt = halt
        while not halt() and done(self.optuna) < self._search.count:
            self.optuna.optimize(self._objective, n_trials=1, catch=(Halted,))

    def _objective(self, trial: optuna.Trial) -> float:
        """The value of what is proposed; settings that cannot be are given up, with the reason."""
        study = self._search.study
        edits = tuple((axis.path, _proposed(trial, axis)) for axis in study.axes)
        trial.set_user_attr(EDITS, json.dumps(dict(edits)))
        try:
            base = replace_all(study.base, edits, where=study.where)
            planned = plan(dataclasses.replace(study, base=base, axes=()))
        except BadInput as error:
            trial.set_user_attr(REFUSED, str(error))
            raise optuna.TrialPruned from error
        trial.set_user_attr(KEYS, [each.key for each in planned])
        value = self._value(trial, planned)
        self._told()
        return value

    def _value(self, trial: optuna.Trial, planned: tuple[Planned, ...]) -> float:
        """The median over the starts; known ones are not made again."""
        known = self._results.found([each.key for each in planned]) if self._results else {}
        falling, values = falls(self._search.figure), []
        for number, each in enumerate(planned):
            result = known.get(each.key) or self._made(trial, each, alone=len(planned) == 1)
            values.append(value_of(result, self._search.figure))
            median = Spread.of(values, falling=falling).median
            if len(planned) > 1:
                _report(trial, median, number)
        return median

    def _made(self, trial: optuna.Trial, planned: Planned, *, alone: bool) -> Result:
        """A run; one that is alone may be given up on its way."""
        found: list[Result] = []
        if alone and self._search.pruner != "none":
            found.append(_watched(trial, planned, self._search.figure, self._halt))
        else:
            make((planned,), found.append, workers=1, halt=self._halt, where=self._search.study.where)
        if not found:
            raise Halted
        if self._results:
            self._results.put(found)
        return found[0]


def _watched(trial: optuna.Trial, planned: Planned, figure: str, halt: Callable[[], bool]) -> Result:
    """A run that is looked at on its way; `Halted` where `halt()` says so."""
    session = Session(planned.trial.experiment)
    stop = planned.trial.experiment.stop.updates
    every = max(1, (stop or LOOKS * planned.trial.experiment.evaluate_every) // LOOKS)
    parts = [session.course.evaluations.take()]
    while not session.ended and session.advance(every, halt):
        if halt():
            raise Halted
        parts.append(session.course.evaluations.take())
        _report(trial, session.evaluate().get(figure, math.nan), session.updates)
    session.measure_now()
    parts.append(session.course.evaluations.take())
    curves = joined_columns([part for part in parts if part])
    return Result.of(planned.key, Outcome(session.experiment, session.updates, session.ended, curves, session.vector()))


def _report(trial: optuna.Trial, value: float, step: int) -> None:
    """Tell what has come so far; the trial ends where the pruner gives it up."""
    if math.isfinite(value):
        trial.report(value, step)
        if trial.should_prune():
            raise optuna.TrialPruned


def _proposed(trial: optuna.Trial, axis: Axis) -> object:
    """What the sampler would like to know."""
    numbers = [value for value in axis.values if isinstance(value, (int, float))]
    if axis.ranged and all(isinstance(value, int) for value in numbers):
        return trial.suggest_int(axis.path, round(min(numbers)), round(max(numbers)), log=axis.log)
    if axis.ranged:
        return trial.suggest_float(axis.path, min(numbers), max(numbers), log=axis.log)
    names = axis.short
    return axis.values[names.index(trial.suggest_categorical(axis.path, names))]


def _sampler(search: Search, seed: int) -> optuna.samplers.BaseSampler:
    match search.sampler:
        case "random":
            return optuna.samplers.RandomSampler(seed)
        case "brute":
            return optuna.samplers.BruteForceSampler(seed)
        case _:
            return optuna.samplers.TPESampler(seed=seed)


def _pruner(name: str) -> optuna.pruners.BasePruner:
    match name:
        case "median":
            return optuna.pruners.MedianPruner()
        case "halving":
            return optuna.pruners.SuccessiveHalvingPruner()
        case "hyperband":
            return optuna.pruners.HyperbandPruner()
        case _:
            return optuna.pruners.NopPruner()


# What was found


def importance(found: optuna.Study) -> Mapping[str, float]:
    """How much of the differences each setting explains, the most important first; {} where too little is known."""
    complete = [trial for trial in found.get_trials(deepcopy=False, states=DONE[:1]) if math.isfinite(trial.value or 0)]
    if len(complete) < 4:
        return {}
    finite = optuna.create_study(direction=found.direction)
    finite.add_trials(complete)
    with contextlib.suppress(ValueError, RuntimeError):
        return optuna.importance.get_param_importances(finite)
    return {}


def best(found: optuna.Study) -> FrozenTrial | None:
    """The best trial; None where none is complete."""
    return next((trial for trial in ranked(found) if trial.state == TrialState.COMPLETE), None)


def ranked(found: optuna.Study) -> list[FrozenTrial]:
    """All trials, the best first; those that were given up come last."""
    sign = 1 if found.direction == optuna.study.StudyDirection.MINIMIZE else -1
    trials = found.get_trials(deepcopy=False, states=DONE)
    return sorted(
        trials,
        key=lambda each: (each.state != TrialState.COMPLETE, sign * (each.value if each.value is not None else 0)),
    )


def done(found: optuna.Study) -> int:
    """How many trials are made."""
    return len(found.get_trials(deepcopy=False, states=DONE))


def edits_of(trial: FrozenTrial) -> dict[str, object]:
    """What a trial has changed."""
    return json.loads(trial.user_attrs.get(EDITS, "{}"))
