"""Headless: `descent-lab importance` trains an experiment, and tells what each of its columns is worth to it."""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from typing import TYPE_CHECKING, Any

import numpy as np

from core.command_line.guessed import with_guesses
from core.command_line.progress import Progress
from core.command_line.report import EXIT_STATUS, plain
from core.command_line.typed_edits import ending_by_itself
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.frozen import frozen
from core.importance.columns import columns_of, no_cause, reason_against
from core.importance.shuffling import Cost, Shuffling
from core.luck.columns import ColumnsFound, ColumnsWork, StartCosts, columns_found
from core.luck.question import Question
from core.messages import BadInput, number_words, percent, without_sign_of_zero

if TYPE_CHECKING:
    from core.training.session import Session

STRETCH = 200  # updates between two looks at the progress
LOOK_EVERY = 0.05  # s
PATIENCE = 60.0  # s that a start may take to give up
SAID = "It is what this network uses{no_cause}; columns that tell the same hide each other's cost."
PARTS = {"test": "the test part", "train": "the training part, as there is no test part"}


@frozen(eq=False)
class Told:
    """What was found of the experiment's own network, and over `starts` where there are several."""

    session: Session
    shuffling: Shuffling
    costs: tuple[Cost, ...]
    over: ColumnsFound | None


def run(arguments: argparse.Namespace) -> int:
    """Train, shuffle, tell; the exit status."""
    experiment = _experiment(arguments)
    progress = Progress()
    try:
        session = _trained(experiment, progress)
        shuffling = Shuffling(session.moment())
        if problem := shuffling.problem or shuffling.ignorance:
            print(f"{arguments.file}: {problem}", file=sys.stderr)
            return EXIT_STATUS["diverged" if session.ended == "diverged" else "failed"]
        costs = [shuffling.cost(column, arguments.shuffles) for column in columns_of(session.prepared)]
        over = _over_starts(session, arguments.starts, arguments.shuffles, progress) if arguments.starts > 1 else None
    finally:
        progress.close()
    told = Told(session, shuffling, tuple(sorted(costs, key=lambda cost: -cost.drop)), over)
    print(json.dumps(plain(as_json(told))) if arguments.json else lines(told))
    return EXIT_STATUS["finished"]


def _experiment(arguments: argparse.Namespace) -> Experiment:
    experiment = Experiment.load(arguments.file)
    if arguments.updates:
        experiment = replace_all(experiment, (("stop", {"updates": arguments.updates}),), where=arguments.file)
    if problem := reason_against(experiment):
        raise BadInput(arguments.file, "", f"no column can be shuffled. {problem}")
    return ending_by_itself(with_guesses(experiment, arguments.file), arguments.file)


def _trained(experiment: Experiment, progress: Progress) -> Session:
    progress.show(None, "preparing …")
    from core.training.session import Session

    session = Session(experiment)
    while not session.ended:
        session.advance(STRETCH)
        session.course.evaluations.take_rows()
        share = session.updates / experiment.stop.updates if experiment.stop.updates else None
        progress.show(share, f"{session.updates:,} updates, loss {session.last['train.loss']:.4g}")
    return session


def _over_starts(session: Session, count: int, shuffles: int, progress: Progress) -> ColumnsFound | None:
    """The same of so many networks with other luck, each after as many updates, or to where its rules end it."""
    question = Question(session.experiment, session.updates, count)
    work, starts = ColumnsWork(question, shuffles), list[StartCosts]()
    work.start()
    try:
        over = False
        while not over:
            pieces, over, problem = work.news()
            starts += pieces
            progress.show(len(starts) / count, f"{len(starts)} of {count} starts")
            if problem:
                raise BadInput("starts", "", problem)
            time.sleep(0.0 if over else LOOK_EVERY)
    finally:
        work.close(PATIENCE)
    return columns_found(question, starts)


# What is said


def as_json(told: Told) -> dict[str, Any]:
    """As plain values; the columns by name, the dearest first."""
    shuffling, session = told.shuffling, told.session
    measure = session.experiment.task.watched(session.experiment.task.score)
    found: dict[str, Any] = {
        "updates": session.updates, "part": shuffling.part, "rows": len(shuffling.rows), "score": measure.name,
        "value": shuffling.score, "shuffles": len(told.costs[0].drops),
        "columns": {cost.column.name: _column(cost) for cost in told.costs},
    }  # fmt: skip
    if told.over is not None:
        found["starts"] = _starts(told.over)
    return found


def _column(cost: Cost) -> dict[str, Any]:
    return {
        "drop": cost.drop, "standard_error": cost.error, "spread": cost.spread, "drops": cost.drops.tolist(),
        "loss_rise": cost.rise, "ticks": len(cost.column.places),
    }  # fmt: skip


def _starts(over: ColumnsFound) -> dict[str, Any]:
    return {
        "count": len(over.starts),
        "columns": {
            name: {
                "low": low, "median": middle, "high": high, "dearest": over.dearest[place],
                "drops": over.drops[:, place].tolist(),
            }
            for place, (name, (low, middle, high)) in enumerate(zip(over.columns, over.bands.tolist(), strict=True))
        },
        "told": over.sentence,
    }  # fmt: skip


def lines(told: Told) -> str:
    """The same for a person: a table, and what has to be known of it."""
    session, shuffling = told.session, told.shuffling
    task = session.experiment.task
    measure, target = task.watched(task.score), session.prepared.table.target
    said, unit = (percent(shuffling.score, 1), "points") if measure.percent else (number_words(shuffling.score), "")
    head = (
        f"{measure.label} {said} on {len(shuffling.rows):,} rows of {PARTS[shuffling.part]}, after {session.updates:,} "
        f"updates; each column shuffled {len(told.costs[0].drops)} times"
    )
    times = 100.0 if measure.percent else 1.0
    titles = [
        "column", f"{measure.label} falls by{f' ({unit})' if unit else ''}", "± rows", "± shuffles", "loss rises by",
        *(["10 % of starts", "median", "90 %"] if told.over is not None else []),
    ]  # fmt: skip
    rows = [titles, *(_row(cost, told.over, times) for cost in told.costs)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    table = [
        "  ".join(
            cell.ljust(width) if not place else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    after = [told.over.sentence] if told.over is not None else []
    return "\n".join([head, *table, *after, SAID.format(no_cause=no_cause(session.experiment, target))])


def _row(cost: Cost, over: ColumnsFound | None, times: float) -> list[str]:
    def points(value: float) -> str:
        text = f"{times * value:.{1 if times > 1 else 3}f}" if math.isfinite(value) else "–"
        return without_sign_of_zero(text).replace("-", "−")

    found = [cost.column.name, *map(points, (cost.drop, cost.error, cost.spread)), number_words(cost.rise)]
    if over is None:
        return found
    band: np.ndarray = over.bands[over.columns.index(cost.column.name)]
    return [*found, *map(points, band.tolist())]
