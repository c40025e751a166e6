"""Headless: `descent-lab study --search N` lets Optuna propose settings, and tells what is best so far."""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from core.command_line.progress import Progress
from core.command_line.report import EXIT_STATUS
from core.command_line.run import Interrupt
from core.command_line.study_report import finite
from core.frozen import frozen
from core.machine.signals import ending
from core.machine.versions import versions
from core.machine.whole_file import NotWritten, write_table
from core.messages import BadInput, percent
from core.studies.axis import named
from core.studies.figures import aim, judge, known_of
from core.studies.shared.place import Place, is_shared
from core.studies.storage import Storage, opened
from core.studies.study import Study

if TYPE_CHECKING:
    import optuna
    from optuna.trial import FrozenTrial

    from core.studies.shared.search import Search

BEST = 5  # trials that are told
Values = dict[str, object]


def run(arguments: argparse.Namespace, study: Study) -> int:
    """Search, report, write; the exit status."""
    if not study.axes:
        raise BadInput("--search", str(arguments.search), "needs what is to be varied: give --vary PATH=FROM..TO")
    if arguments.picture is not None:
        raise BadInput("--picture", arguments.picture, "goes with a grid: leave --search away")
    shared = bool(arguments.storage) and is_shared(arguments.storage)
    place = Place(arguments.storage if shared else "")
    storage = place.opened()
    results = None if shared else opened(arguments.storage)
    try:
        with place.said():
            from core.studies.shared.search import Search

            figure = aim(tuple(arguments.figure), study.base)
            if not arguments.figure:  # nobody has said by what to choose
                figure = judge(figure, known_of(study.base))
            search = Search(study, arguments.search, figure, arguments.sampler, arguments.pruner)
            found = search.begun(storage)
            state, seconds = carried_out(search, found, results, arguments.workers)
            told = Told.of(state, seconds, search, found)
    finally:
        if results is not None:
            results.close()
    print(told.as_json() if arguments.json else "\n".join(told.lines()))
    return EXIT_STATUS[told.state if told.write_csv(arguments.csv) else "failed"]


def carried_out(search: Search, found: optuna.Study, results: Storage | None, workers: int) -> tuple[str, float]:
    """Make the trials that are missing, in so many threads; how that ended, and after how many seconds."""
    from core.studies.shared.joining import in_threads
    from core.studies.shared.search import Searching, best, done

    begun, progress, interrupt = time.perf_counter(), Progress(), Interrupt()

    def hear() -> None:
        first, count = best(found), done(found)
        words = "" if first is None else f", best {search.figure} {first.value:.4g}"
        progress.show(min(1.0, count / search.count), f"{count:,} of {search.count:,}{words}")

    def work(halt: Callable[[], bool]) -> None:
        Searching(search, found, results, hear).carry_out(halt)

    with ending(interrupt.ask):
        try:
            if workers < 2:
                work(lambda: interrupt.asked)
            else:
                in_threads(workers, work, lambda: interrupt.asked)
        finally:
            progress.close()
    return "interrupted" if interrupt.asked else "finished", time.perf_counter() - begun


@frozen
class Told:
    """What there is to say of a search."""

    state: str
    seconds: float
    search: Search
    trials: tuple[FrozenTrial, ...]
    importance: Mapping[str, float]

    @classmethod
    def of(cls, state: str, seconds: float, search: Search, found: optuna.Study) -> Told:
        """Of what was found, the best first."""
        from core.studies.shared.search import importance, ranked

        return cls(state, seconds, search, tuple(ranked(found)), importance(found))

    @property
    def refused(self) -> list[str]:
        """Why settings could not be."""
        from core.studies.shared.search import REFUSED

        return [trial.user_attrs[REFUSED] for trial in self.trials if REFUSED in trial.user_attrs]

    @property
    def pruned(self) -> int:
        """How many trials were given up on their way."""
        return sum(trial.state.name == "PRUNED" for trial in self.trials) - len(self.refused)

    def lines(self) -> Iterator[str]:
        """For a person."""
        search = self.search
        given_up = f", {self.pruned:,} given up on their way" if self.pruned else ""
        yield f"{self.state}: {len(self.trials):,} trials of {search.sampler}{given_up}, in {self.seconds:.2f} s"
        for trial in [trial for trial in self.trials if trial.state.name == "COMPLETE"][:BEST]:
            yield f"  {search.figure} {trial.value:.4g}   {_words(trial)}"
        if self.refused:
            yield f"{len(self.refused):,} could not be, such as: {self.refused[0]}"
        if self.importance:
            shares = ", ".join(f"{path} {percent(share)}" for path, share in self.importance.items())
            yield f"What explains the differences: {shares}."
        yield "The best of many trials looks better than it is: try it with other starts, and on data that chose nothing."

    def as_json(self) -> str:
        """For a program."""
        search, study = self.search, self.search.study
        best = self.trials[0] if self.trials and self.trials[0].state.name == "COMPLETE" else None
        found: Values = {
            "state": self.state,
            "file": study.where,
            "search": {
                "count": search.count, "figure": search.figure, "sampler": search.sampler, "pruner": search.pruner,
                "starts": study.starts, "seed": study.seed, "luck": list(study.luck),
            },
            "seconds": self.seconds,
            "best": None if best is None else _trial(best),
            "importance": dict(self.importance),
            "trials": [_trial(trial) for trial in self.trials],
            "versions": versions(),
        }  # fmt: skip
        return json.dumps(finite(found))

    def write_csv(self, path: str | None) -> bool:
        """A row for every trial, the best first; False where it cannot be written, which is said."""
        if path is None:
            return True
        paths = [axis.path for axis in self.search.study.axes]
        rows = [[self.search.study.where, *_cells(trial, paths)] for trial in self.trials]
        try:
            write_table(path, [["file", "trial", "state", self.search.figure, *paths, "keys"], *rows])
        except NotWritten as error:
            print(str(error), file=sys.stderr)
            return False
        return True


def _words(trial: FrozenTrial) -> str:
    from core.studies.shared.search import edits_of

    return ", ".join(f"{path}={named(value)}" for path, value in edits_of(trial).items())


def _trial(trial: FrozenTrial) -> Values:
    from core.studies.shared.search import KEYS, edits_of

    value = trial.value if trial.state.name == "COMPLETE" else None
    keys = trial.user_attrs.get(KEYS, [])
    return {"number": trial.number, "state": trial.state.name.lower(), "value": value, "edits": edits_of(trial), "keys": keys}  # fmt: skip


def _cells(trial: FrozenTrial, paths: Sequence[str]) -> list[object]:
    told = _trial(trial)
    from core.studies.shared.search import KEYS, edits_of

    edits = edits_of(trial)
    values = [value if isinstance(value := edits.get(path, ""), (int, float)) else str(value) for path in paths]
    return [told["number"], told["state"], told["value"], *values, " ".join(trial.user_attrs.get(KEYS, []))]
