"""Headless: `descent-lab study` makes the runs of a study, each once, and tells what came of them."""

from __future__ import annotations

import argparse
import pathlib
import sys
import time
from collections.abc import Callable, Sequence

from core import document
from core.command_line import study_report, targets
from core.command_line.progress import Progress
from core.command_line.report import EXIT_STATUS
from core.command_line.run import Interrupt, chosen
from core.command_line.varied import varied
from core.machine.signals import ending
from core.machine.whole_file import NotWritten
from core.messages import BadInput
from core.runs import luck
from core.studies import result as results
from core.studies.carried_out import make
from core.studies.keeper import Keeper
from core.studies.plan import Planned, plan
from core.studies.processes import NotMade
from core.studies.report import Report
from core.studies.result import Result
from core.studies.storage import Storage, usual_file
from core.studies.study import Study

LUCK = {"start": luck.START, "all": luck.ALL}
SHOW_EVERY = 0.1  # seconds between two looks at the progress
Draw = Callable[[Report, str], None]


def run(arguments: argparse.Namespace, draw: Draw) -> int:
    """Make what is not known yet, report, write; the exit status. `draw(report, path)` makes the picture where one is
    asked for."""
    study = _study(arguments)
    _check_targets(arguments)
    planned = plan(study)
    file = pathlib.Path(arguments.storage) if arguments.storage else usual_file()
    storage = Storage(file)
    try:
        if not arguments.storage:
            storage.forget_the_oldest()
        making = _Making(planned, storage.found([each.key for each in planned]))
        state = making.carry_out(storage, arguments)
    finally:
        storage.close()
    report = _report(arguments, study, planned, making, state)
    return EXIT_STATUS[report.state if _told(arguments, report, draw) else "failed"]


def _study(arguments: argparse.Namespace) -> Study:
    """What was typed as a study; `BadInput` where it is none."""
    if document.kind_of(arguments.file) == "race":
        raise BadInput(arguments.file, "kind", "a race is computed at once: a study goes with a network")
    base = chosen(arguments)
    axes = tuple(varied(text, base) for text in arguments.vary)
    return Study(base, axes, arguments.starts, arguments.seed, LUCK[arguments.luck], arguments.file)


def _check_targets(arguments: argparse.Namespace) -> None:
    """`BadInput` where a file that is asked for cannot be written."""
    if arguments.csv is not None:
        targets.check("--csv", arguments.csv)
    if arguments.picture is not None:
        targets.check_picture("--picture", arguments.picture)


class _Making:
    """The results as they come, with the progress told."""

    def __init__(self, planned: Sequence[Planned], known: dict[str, Result]) -> None:
        self.results, self.kept = known, len(known)
        self.seconds = 0.0
        self.trouble = ""
        left = {each.key: each for each in planned if each.key not in known}
        self._left = tuple(left.values())
        self._progress, self._begun, self._shown = Progress(), time.perf_counter(), 0.0

    def carry_out(self, storage: Storage, arguments: argparse.Namespace) -> str:
        """Make what is left; how the study ended. What cannot be made or kept is `trouble`."""
        interrupt, keeper = Interrupt(), Keeper(storage, self._hear)
        with ending(interrupt.ask):
            try:
                try:
                    make(
                        self._left, keeper.keep, workers=arguments.workers, halt=lambda: interrupt.asked,
                        where=arguments.file,
                    )  # fmt: skip
                finally:
                    keeper.finish()
            except (NotWritten, NotMade) as error:
                self.trouble = str(error)
            finally:
                self._progress.close()
        self.seconds = time.perf_counter() - self._begun
        if keeper.odd and not self.trouble:
            self.trouble = f"{len(keeper.odd)} runs differ from those that another process has kept of the same settings: the first ones stand."
        if self.trouble:
            return "failed"
        return "interrupted" if interrupt.asked else "finished"

    def _hear(self, result: Result) -> None:
        self.results[result.key] = result
        now = time.perf_counter()
        if now - self._shown < SHOW_EVERY:
            return
        self._shown = now
        made, all_of_it = len(self.results) - self.kept, len(self._left)
        left = (now - self._begun) / made * (all_of_it - made)
        self._progress.show(made / all_of_it, f"{made:,} of {all_of_it:,} runs, {_time(left)} left")


def _time(seconds: float) -> str:
    """A time that is still to come, in words."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min"


def _report(
    arguments: argparse.Namespace, study: Study, planned: Sequence[Planned], made: _Making, state: str
) -> Report:
    """Everything that there is to be said."""
    known = next(iter(made.results.values())).figures if made.results else {}
    names = results.chosen(tuple(arguments.figure), study.base, known) if known else ()
    if state == "finished" and all(result.ended == "diverged" for result in made.results.values()):
        state = "diverged"
    if made.trouble:
        print(f"{arguments.file}: {made.trouble}", file=sys.stderr)
    if len(made.results) < len({each.key for each in planned}):
        words = f"{len(made.results):,} of {len(planned):,} runs are made and kept; the same command goes on from there"
        print(f"{arguments.file}: {words}", file=sys.stderr)
    return Report(state, study, tuple(planned), made.results, names, made.kept, made.seconds)


def _told(arguments: argparse.Namespace, report: Report, draw: Draw) -> bool:
    """Say and write it; False where a file cannot be written, which is said."""
    print(study_report.as_json(report) if arguments.json else study_report.lines(report))
    written = True
    for path, write in ((arguments.csv, study_report.write_csv), (arguments.picture, draw)):
        try:
            if path is not None and report.names:
                write(report, path)
        except NotWritten as error:
            print(str(error), file=sys.stderr)
            written = False
    return written
