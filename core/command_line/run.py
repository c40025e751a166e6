"""Headless: `descent-lab run` trains an experiment as fast as it can."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import time
from typing import TYPE_CHECKING, Any

from core import document
from core.command_line import race, report, targets
from core.command_line.guessed import with_guesses
from core.command_line.history import History
from core.command_line.progress import Progress
from core.command_line.report import Clock
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.machine.out_of_memory import failure, let_go, ran_out
from core.machine.signals import ending
from core.machine.whole_file import NotWritten
from core.messages import BadInput
from core.runs.seeds import ALL, derived_seed

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot
    from core.training.session import Session

SHOW_EVERY = 0.1  # seconds between two looks at the progress


class Interrupt:
    """Who wants the run to end is asked for a moment: it ends after the update that is under way, with its report. Who
    asks a second time ends the program."""

    def __init__(self) -> None:
        self.asked = False

    def ask(self) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True


def run(arguments: argparse.Namespace) -> int:
    """Train, or race, report, and return the exit status."""
    if document.kind_of(arguments.file) == "race":
        return race.run(arguments)
    experiment = chosen(arguments)
    snapshot = _stored(arguments.resume, experiment)
    for option, path in (("--weights", arguments.weights), ("--history", arguments.history)):
        if path is not None:
            targets.check(option, path)
    history = History() if arguments.history is not None else None
    clock, progress, session, trouble = Clock(), Progress(), None, ""
    interrupt = Interrupt()
    with ending(interrupt.ask):
        try:
            session = _build(experiment, snapshot, clock, progress)
            state = _train(session, interrupt, clock, progress, history)
        except (MemoryError, RuntimeError, ArithmeticError) as error:  # PyTorch's errors are RuntimeErrors
            state, trouble = "out of memory" if ran_out(error) else "failed", failure(error)
        finally:
            progress.close()
        if trouble:
            _tidy(session)
        found = _found(session, state, clock)
        problem = _save(session, arguments.weights) or _write(session, history, arguments.history)
    if problem:
        found["state"] = "failed"
    for text in filter(None, (trouble, problem)):
        print(f"{arguments.file}: {text}", file=sys.stderr)
    _print(found, as_json=arguments.json)
    return report.EXIT_STATUS[found["state"]]


def _stored(path: str | None, experiment: Experiment) -> Snapshot | None:
    """What the run goes on from; None where it begins anew."""
    if path is None:
        return None
    from core.command_line.resumed import stored

    return stored(path, experiment)


def chosen(arguments: argparse.Namespace) -> Experiment:
    """The experiment of the file with everything that the command line replaces; `BadInput` where it is wrong."""
    experiment = Experiment.load(arguments.file)
    edits: list[tuple[str, Any]] = []
    if arguments.seed is not None:  # first: a seed that is set by its own name stays as it is set
        edits += [(f"seeds.{name}", derived_seed(arguments.seed, name)) for name in ALL]
    edits += arguments.set
    if arguments.device is not None:
        edits.append(("device", arguments.device))
    if arguments.updates or arguments.epochs:
        edits.append(("stop", {"updates": arguments.updates} if arguments.updates else {"epochs": arguments.epochs}))
    if edits:
        experiment = replace_all(experiment, tuple(edits), where=arguments.file)
    experiment = with_guesses(experiment, arguments.file)
    if not experiment.stop.any:
        raise BadInput(
            arguments.file,
            "stop",
            "has no stop rule, so the run would never end: name one in the file, or give --updates N or --epochs N",
        )
    return experiment


def _build(experiment: Experiment, snapshot: Snapshot | None, clock: Clock, progress: Progress) -> Session:
    """A session that is ready to learn; all that is loaded and built once counts as warm-up."""
    start = time.perf_counter()
    progress.show(None, "preparing …")
    from core.command_line.resumed import resumed
    from core.machine import device
    from core.training.session import Session

    session = Session(experiment) if snapshot is None else resumed(snapshot, experiment)
    if session.learner.looking is None:  # torch makes the updates
        device.warm_up()
    clock.warm_up = time.perf_counter() - start
    return session


def _train(session: Session, interrupt: Interrupt, clock: Clock, progress: Progress, history: History | None) -> str:
    """Advance to the end; the state in which the run ended."""
    while not session.ended and not interrupt.asked:
        start = time.perf_counter()
        due = start + SHOW_EVERY
        try:
            session.advance(sys.maxsize, lambda due=due: interrupt.asked or time.perf_counter() > due)
        finally:
            clock.learning += time.perf_counter() - start
        taken = session.course.evaluations.take()
        if history is not None:
            history.add(taken)
        progress.show(_share(session), f"{session.updates:,} updates, loss {session.last['train.loss']:.4g}")
    return session.ended or "interrupted"


def _share(session: Session) -> float | None:
    """How much of the way to the nearest known end is made."""
    stop = session.experiment.stop
    shares = [
        made / limit for made, limit in ((session.updates, stop.updates), (session.epochs, stop.epochs)) if limit > 0
    ]
    return min(1.0, max(shares)) if shares else None


def _tidy(session: Session | None) -> None:
    """After memory has run out: what nobody holds is given back, and an update that broke off is undone."""
    let_go()
    if session is None:
        return
    from core.training.recall import mend

    with contextlib.suppress(MemoryError, RuntimeError, BadInput):
        mend(session)


def _found(session: Session | None, state: str, clock: Clock) -> dict[str, Any]:
    """The report; where there is no memory even for the last evaluation, only the state."""
    if session is None:
        return report.nothing(state)
    try:
        return report.of(session, state, clock)
    except (MemoryError, RuntimeError):
        if state not in ("out of memory", "failed"):
            raise
        return report.nothing(state)


def _save(session: Session | None, path: str | None) -> str:
    """Save the trained network where that was asked for; a sentence where it does not work."""
    if session is None or path is None:
        return ""
    from core.files import weights

    try:
        weights.save(session.snapshot(), path)
    except (NotWritten, MemoryError) as error:
        return str(error) if isinstance(error, NotWritten) else f"{path} cannot be written: no memory is left."
    return ""


def _write(session: Session | None, history: History | None, path: str | None) -> str:
    """Write the evaluations down where that was asked for; a sentence where it does not work."""
    if session is None or history is None or path is None:
        return ""
    try:
        session.measure_now()
        history.add(session.course.evaluations.take())
        history.write(path)
    except NotWritten as error:
        return str(error)
    return ""


def _print(found: dict[str, Any], *, as_json: bool) -> None:
    print(json.dumps(found) if as_json else report.lines(found) if found["updates"] is not None else found["state"])
