"""Headless: `descent-lab study` makes the runs of a study, each once, and tells what came of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from core import document
from core.command_line import envelope, study_report, targets
from core.command_line.report import EXIT_STATUS
from core.command_line.run import Interrupt, chosen
from core.command_line.study_progress import StudyProgress
from core.machine.signals import ending
from core.machine.whole_file import NotWritten
from core.messages import BadInput
from core.runs import seeds
from core.studies import result as results
from core.studies.carried_out import make
from core.studies.made import Made, complete, known_of
from core.studies.plan import Planned, plan
from core.studies.report import Report
from core.studies.result import Result
from core.studies.shared.place import is_shared
from core.studies.storage import opened
from core.studies.study import Study
from core.studies.varied import varied

LUCK = {"start": seeds.START, "all": seeds.ALL}
Draw = Callable[[Report, str], None]


def run(arguments: argparse.Namespace, draw: Draw) -> int:
    """Make what is not known yet, report, write; the exit status. `draw(report, path)` makes the picture where one is
    asked for."""
    study = _study(arguments)
    _check_targets(arguments)
    if arguments.open_envelope:
        envelope.check(study.base)
        if arguments.search:
            raise BadInput(envelope.OPTION, "", "goes with a grid: leave --search away")
    if arguments.search:
        from core.command_line import search

        return search.run(arguments, study)
    if arguments.storage and is_shared(arguments.storage):
        from core.command_line import shared_study

        planned, made = shared_study.made(arguments, study)
    else:
        planned = plan(study)
        made = _made_here(arguments, planned)
    report = _report(arguments, study, planned, made)
    return EXIT_STATUS[report.state if _told(arguments, report, draw) else "failed"]


def _study(arguments: argparse.Namespace) -> Study:
    """What was typed as a study; `BadInput` where it is none."""
    if document.kind_of(arguments.file) == "race":
        raise BadInput(arguments.file, "kind", "a race is computed at once: a study goes with a network")
    base = chosen(arguments)
    axes = tuple(varied(text, base) for text in arguments.vary)
    return Study(base, axes, arguments.starts, arguments.seed, LUCK[arguments.luck], arguments.file)


def _check_targets(arguments: argparse.Namespace) -> None:
    """`BadInput` where a file that is asked for cannot be written, or what divides the runs is named twice."""
    if arguments.on and (arguments.search or (arguments.storage and is_shared(arguments.storage))):
        raise BadInput(
            "--on",
            arguments.on,
            "goes with a grid whose results lie in a file: leave --search and a shared storage away",
        )
    if arguments.csv is not None:
        targets.check("--csv", arguments.csv)
    if arguments.picture is not None:
        targets.check_picture("--picture", arguments.picture)


def _made_here(arguments: argparse.Namespace, planned: Sequence[Planned]) -> Made:
    """Make what no file of results knows yet."""
    storage = opened(arguments.storage)
    try:
        known, left = known_of(planned, storage)
        progress, interrupt = StudyProgress(len(left)), Interrupt()

        def maker(runs: Sequence[Planned], keep: Callable[[Result], None]) -> None:
            _make(arguments, runs, keep, interrupt)

        with ending(interrupt.ask):
            try:
                return complete(known, left, storage, maker, lambda: interrupt.asked, progress.hear)
            finally:
                progress.close()
    finally:
        storage.close()


def _make(
    arguments: argparse.Namespace, left: Sequence[Planned], keep: Callable[[Result], None], interrupt: Interrupt
) -> None:
    if arguments.on:
        from core.studies import on_ray

        on_ray.make(left, keep, arguments.on, halt=lambda: interrupt.asked, where=arguments.file)
    else:
        make(left, keep, workers=arguments.workers, halt=lambda: interrupt.asked, where=arguments.file)


def _report(arguments: argparse.Namespace, study: Study, planned: Sequence[Planned], made: Made) -> Report:
    """Everything that there is to be said."""
    known = next(iter(made.results.values())).figures if made.results else {}
    names = results.chosen(tuple(arguments.figure), study.base, known) if known else ()
    if made.trouble:
        print(f"{arguments.file}: {made.trouble}", file=sys.stderr)
    if len(made.results) < len({each.key for each in planned}):
        words = f"{len(made.results):,} of {len(planned):,} runs are made and kept; the same command goes on from there"
        print(f"{arguments.file}: {words}", file=sys.stderr)
    return Report.of(study, planned, made, names)


def _told(arguments: argparse.Namespace, report: Report, draw: Draw) -> bool:
    """Say and write it; False where a file cannot be written, which is said."""
    inside = envelope.of_study(report) if arguments.open_envelope and report.names else {}
    if arguments.json:
        print(study_report.as_json(report, {"envelope": inside} if inside else {}))
    else:
        print("\n".join([study_report.lines(report), *([envelope.study_line(inside)] if inside else [])]))
    written = True
    for path, write in ((arguments.csv, study_report.write_csv), (arguments.picture, draw)):
        try:
            if path is not None and report.names:
                write(report, path)
        except NotWritten as error:
            print(str(error), file=sys.stderr)
            written = False
    return written
