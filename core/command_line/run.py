"""Headless: `descent-lab run` trains an experiment as fast as it can."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from core import document
from core.command_line import comparison, envelope, race, report, targets
from core.command_line.guessed import with_guesses
from core.command_line.history import History
from core.command_line.training import Interrupt, train
from core.command_line.typed_edits import edits_of, ending_by_itself
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.machine.signals import ending
from core.machine.whole_file import NotWritten
from core.messages import BadInput

if TYPE_CHECKING:
    from core.history.snapshot import Snapshot
    from core.training.session import Session
OTHERS = {"race": race.run, "comparison": comparison.run}  # kinds of documents that are no single network


def run(arguments: argparse.Namespace) -> int:
    """Train, race or compare, report, and return the exit status."""
    kind = document.kind_of(arguments.file)
    if kind in OTHERS:
        if arguments.open_envelope and kind == "race":
            raise BadInput(envelope.OPTION, "", f"goes with networks: {arguments.file} is a race")
        return OTHERS[kind](arguments)
    experiment = chosen(arguments)
    if arguments.open_envelope:
        envelope.check(experiment)
    snapshot = _stored(arguments.resume, experiment)
    for option, path in (("--weights", arguments.weights), ("--history", arguments.history)):
        if path is not None:
            targets.check(option, path)
    history = History() if arguments.history is not None else None
    interrupt = Interrupt()
    with ending(interrupt.ask):
        done = train(experiment, interrupt, snapshot, history)
        problem = _save(done.session, arguments.weights) or _write(done.session, history, arguments.history)
    found = done.found
    if problem:
        found["state"] = "failed"
    for text in filter(None, (done.trouble, problem)):
        print(f"{arguments.file}: {text}", file=sys.stderr)
    beside = _look_inside(done.session, found, opened=arguments.open_envelope)
    _print(found, as_json=arguments.json, beside=beside)
    return report.EXIT_STATUS[found["state"]]


def _stored(path: str | None, experiment: Experiment) -> Snapshot | None:
    """What the run goes on from; None where it begins anew."""
    if path is None:
        return None
    from core.command_line.resumed import stored

    return stored(path, experiment)


def chosen(arguments: argparse.Namespace) -> Experiment:
    """The experiment of the file with everything that the command line replaces; `BadInput` where it is wrong."""
    experiment, edits = Experiment.load(arguments.file), edits_of(arguments)
    if edits:
        experiment = replace_all(experiment, edits, where=arguments.file)
    return ending_by_itself(with_guesses(experiment, arguments.file), arguments.file)


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


def _look_inside(session: Session | None, found: dict[str, Any], *, opened: bool) -> str:
    """With the envelope opened its figures stand in the report; a line of what there is to be said of it."""
    if session is None or not session.prepared.sealed:
        return ""
    if not opened:
        return envelope.SEALED.format(session.prepared.sealed)
    inside = envelope.of_run(session)
    found["sealed"] = report.plain(envelope.as_part(inside))
    return envelope.line(inside)


def _print(found: dict[str, Any], *, as_json: bool, beside: str) -> None:
    if as_json:
        print(json.dumps(found))
        return
    print("\n".join(filter(None, [report.lines(found) if found["updates"] is not None else found["state"], beside])))
