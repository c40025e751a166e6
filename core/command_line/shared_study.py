"""Headless: a study in a shared storage, begun by one and joined by as many computers as there are."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from core.command_line.report import EXIT_STATUS
from core.command_line.run import Interrupt
from core.command_line.study_progress import StudyProgress
from core.machine.signals import ending
from core.messages import BadInput
from core.studies.figures import aim
from core.studies.made import ODD, Made
from core.studies.plan import Planned
from core.studies.processes import NotMade
from core.studies.shared.place import Place, is_shared
from core.studies.study import Study

if TYPE_CHECKING:
    from optuna.storages import BaseStorage

    from core.studies.shared.grid import Grid

RUNNING = "{} runs are still being made elsewhere, or were broken off: `study join STORAGE --retake MINUTES` makes those again that take longer."


def made(arguments: argparse.Namespace, study: Study) -> tuple[Sequence[Planned], Made]:
    """Begin the grid of a study, or join it where it is there, and make what nobody else does; its plan and what is
    there then."""
    place = Place(arguments.storage)
    storage = place.opened()
    from core.studies.shared import grid as grids

    with place.said():
        grid = grids.begun(study, storage, place, aim(tuple(arguments.figure), study.base))
        kept = len(grid.results()[0])
        state, progress, trouble = _work(grid, arguments.workers)
        found, odd = grid.results()
    trouble = trouble or (ODD.format(len(odd)) if odd else "")
    return grid.planned, Made("failed" if trouble else state, found, kept, progress.seconds, trouble)


def join(arguments: argparse.Namespace) -> int:
    """Make runs of all studies in a storage until none is left; the exit status."""
    if not is_shared(arguments.storage):
        reason = "is no place that several computers can share: give a database's URL, or a file that ends in .journal"
        raise BadInput("study join", arguments.storage, reason)
    place = Place(arguments.storage)
    storage = place.opened()
    from core.studies.shared import grid as grids
    from core.studies.shared import joining
    from core.studies.shared import search as searches

    with place.said():
        grids_there, searches_there = (joining.names_of(storage, name) for name in (grids.STUDY, searches.SEARCH))
        wanted = joining.the_one([*grids_there, *searches_there], arguments.study, place.words)
        states = [_join(grids.joined(name, storage, place), arguments) for name in wanted if name in grids_there]
        states += [_join_search(name, storage, place, arguments) for name in wanted if name in searches_there]
    return max(EXIT_STATUS[state] for state in states)


def _join_search(name: str, storage: BaseStorage, place: Place, arguments: argparse.Namespace) -> str:
    """Make trials of a search, and say what is best so far; how that ended."""
    import optuna

    from core.command_line import search as command
    from core.studies.shared.search import Search

    found = optuna.load_study(study_name=name, storage=storage)
    search = Search.joined(found, place.words)
    state, seconds = command.carried_out(search, found, None, arguments.workers)
    print("\n".join(command.Told.of(state, seconds, search, found).lines()))
    return state


def _join(grid: Grid, arguments: argparse.Namespace) -> str:
    """Make what is left of one study, and say so; how that ended."""
    name = grid.optuna.study_name
    if arguments.retake is not None:
        print(f"{name}: {grid.retake(60 * arguments.retake):,} runs are enqueued again")
    state, progress, trouble = _work(grid, arguments.workers)
    found, odd = grid.results()
    print(f"{name}: {progress.made:,} runs were made here; {len(found):,} of {len(grid.planned):,} are there")
    running = grid.running
    for sentence in (trouble, ODD.format(len(odd)) if odd else "", RUNNING.format(running) if running else ""):
        if sentence:
            print(f"{name}: {sentence}", file=sys.stderr)
    return "failed" if trouble or odd else state


def _work(grid: Grid, workers: int) -> tuple[str, StudyProgress, str]:
    """Make runs in so many threads until none is left: how that ended, and what could not be made in a sentence."""
    from core.studies.shared.joining import Joining, in_threads

    progress, interrupt, trouble = StudyProgress(len(grid.planned) - len(grid.results()[0])), Interrupt(), ""
    joinings: list[Joining] = []

    def work(halt: Callable[[], bool]) -> None:
        joinings.append(Joining(grid, progress.hear, halt))
        joinings[-1].carry_out(alone=workers < 2)

    def end() -> None:
        for joining in joinings:
            joining.end()

    with ending(interrupt.ask):
        try:
            if workers < 2:
                work(lambda: interrupt.asked)
            else:
                in_threads(workers, work, lambda: interrupt.asked, end)
        except NotMade as error:
            trouble = str(error)
        finally:
            progress.close()
    return ("failed" if trouble else "interrupted" if interrupt.asked else "finished"), progress, trouble
