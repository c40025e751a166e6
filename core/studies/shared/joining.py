"""Joining: this computer makes runs of a shared grid until none is left, beside as many others as there are."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable

import optuna
from optuna.trial import TrialState

from core.messages import BadInput
from core.studies.carried_out import make
from core.studies.plan import Planned
from core.studies.processes import NotMade, Worker
from core.studies.result import Result, falls
from core.studies.shared.grid import NUMBER, PAUSE, RESULT, Grid


class Joining:
    """One that takes runs from a grid. `told` hears of each one that is made here; when `halt()` says so none is begun
    any more."""

    def __init__(self, grid: Grid, told: Callable[[Result], None], halt: Callable[[], bool]) -> None:
        self._grid, self._told, self._halt = grid, told, halt
        self._worker: Worker | None = None
        self._taken: int | None = None
        self.made = 0

    def carry_out(self, *, alone: bool = True) -> None:
        """Take and make, until nothing waits; with a heartbeat, until nothing runs elsewhere either, as that may have
        to be taken over. `alone`: no other thread of this process does."""
        if not alone:
            self._worker = Worker(self._grid.study.where)
        try:
            while not self._halt():
                if self._grid.trials(TrialState.WAITING):
                    self._take_one()
                elif not self._grid.whole:
                    self._grid.see_whole()
                elif self._waits_for_others():
                    threading.Event().wait(PAUSE)
                    optuna.storages.fail_stale_trials(self._grid.optuna)
                else:
                    break
        finally:
            if self._worker is not None:
                self._worker.close()

    def _take_one(self) -> None:
        """Make a run that waits. Where this computer was silent for so long that its run was given to another one, that
        one's result counts."""
        self._taken = None
        try:
            self._grid.optuna.optimize(self._objective, n_trials=1)
        except ValueError:  # Optuna's, of a trial that is over
            if self._taken is None or not self._grid.is_over(self._taken):
                raise

    def _waits_for_others(self) -> bool:
        return self._grid.place.is_database and bool(self._grid.trials(TrialState.RUNNING))

    def _objective(self, trial: optuna.Trial) -> float:
        """Make the run that a trial stands for; one that is given up on its way is given back."""
        self._taken, number = trial.number, trial.user_attrs.get(NUMBER)
        if number is None:  # another one was faster, and a sampler has made one up
            raise optuna.TrialPruned
        try:
            result = self._result(self._grid.planned[number])
        except BaseException:
            self._grid.give_back(number)
            raise
        if result is None:
            self._grid.give_back(number)
            raise optuna.TrialPruned
        try:
            trial.set_user_attr(RESULT, result.dumps())
        except optuna.exceptions.UpdateFinishedTrialError as error:  # given to another one meanwhile
            raise optuna.TrialPruned from error
        self.made += 1
        self._told(result)
        return value_of(result, self._grid.figure)

    def _result(self, planned: Planned) -> Result | None:
        """A run; None where it was given up, since somebody halts it."""
        if self._worker is not None and not planned.by_kernel:
            result = self._worker.make(planned)
            if result is None and not self._halt():
                raise NotMade("The process that made a run was ended from outside. Is there enough memory?")
            return result
        found: list[Result] = []
        make((planned,), found.append, workers=1, halt=self._halt, where=self._grid.study.where)
        return found[0] if found else None

    def end(self) -> None:
        """Give up what a process is at, from any thread."""
        if self._worker is not None:
            self._worker.end()


def in_threads(
    workers: int,
    work: Callable[[Callable[[], bool]], None],
    halt: Callable[[], bool],
    end: Callable[[], None] = lambda: None,
) -> None:
    """Have so many threads of this process do `work(halt)`; `end()` is called when they are to halt. The first error
    ends all and is raised."""
    errors: list[Exception] = []

    def carry_out() -> None:
        try:
            work(lambda: bool(errors) or halt())
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=carry_out, name=f"joined-{number}") for number in range(workers)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        for thread in threads:
            thread.join(PAUSE)
        if errors or halt():
            end()
    if errors:
        raise errors[0]


def value_of(result: Result, figure: str) -> float:
    """The figure that a study is about; one that is no number is worse than all others."""
    number = result.figures.get(figure, math.nan)
    if math.isnan(number):
        return math.inf if falls(figure) else -math.inf
    return number


def names_of(storage: optuna.storages.BaseStorage, attribute: str) -> list[str]:
    """The studies in a storage that have an attribute, as all of ours do."""
    found = optuna.get_all_study_summaries(storage=storage, include_best_trial=False)
    return [each.study_name for each in found if attribute in each.user_attrs]


def the_one(names: list[str], wanted: str | None, where: str) -> list[str]:
    """The studies to be joined: the one that is wanted, or all; `BadInput` where there is none."""
    if not names:
        raise BadInput(where, "", "holds no study: begin one with `descent-lab study FILE … --storage` and this place")
    if wanted is None:
        return names
    if wanted not in names:
        raise BadInput("--study", wanted, f"is none of the studies there; allowed: {', '.join(names)}")
    return [wanted]
