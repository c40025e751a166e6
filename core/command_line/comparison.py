"""Headless: `descent-lab run COMPARISON.toml` makes all its runs and prints a row for each."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from core.command_line import envelope, report
from core.command_line.guessed import with_guesses
from core.command_line.training import Interrupt, Trained, train
from core.command_line.typed_edits import edits_of, ending_by_itself
from core.comparison import Comparison
from core.comparison.twin import has, plain
from core.documents.edits import get
from core.experiment import Experiment
from core.machine.signals import ending
from core.messages import BadInput

if TYPE_CHECKING:
    from core.runs.shared_luck import Common
    from core.training.session import Session

STEPS = {"updates": "updates", "samples": "samples seen", "seconds": "seconds of learning"}
CAUTION = "Same luck removes one cause of difference, not all; each run is shown with these settings, not at its best."
FIGURES = ("loss", "accuracy", "r2")  # of a part, where its task has them
PARTS = ("train", "test")
WORST = ("failed", "out of memory", "interrupted")  # one of them is told of the whole


def run(arguments: argparse.Namespace) -> int:
    """Make the runs, one after the other, report, and return the exit status: that of the worst, or 3 where all have
    diverged."""
    comparison = chosen(arguments)
    lanes = tuple(
        ending_by_itself(with_guesses(lane, arguments.file), arguments.file) for lane in comparison.experiments()
    )
    if arguments.open_envelope:
        envelope.check(*lanes)
    interrupt, done = Interrupt(), list[Trained]()
    with ending(interrupt.ask):
        for name, lane in zip(comparison.names, lanes, strict=True):
            done.append(train(lane, interrupt, called=name))
            if done[-1].trouble:
                print(f"{arguments.file}: {name}: {done[-1].trouble}", file=sys.stderr)
    found = results(comparison, lanes, done)
    sessions = {
        name: each.session for name, each in zip(comparison.names, done, strict=True) if each.session is not None
    }
    rows = {row["name"]: row for row in found["runs"]}
    beside = envelope.lines_of_runs(sessions, rows, opened=arguments.open_envelope)
    print(json.dumps(report.plain(found)) if arguments.json else "\n".join([lines(found), *beside]))
    return report.EXIT_STATUS[found["state"]]


def chosen(arguments: argparse.Namespace) -> Comparison:
    """The comparison of the file with everything that the command line replaces, in all runs that have it; `BadInput`
    where it is wrong."""
    comparison = Comparison.load(arguments.file)
    _refuse(arguments)
    edits = edits_of(arguments)
    return comparison.with_values(edits, where=arguments.file) if edits else comparison


def _refuse(arguments: argparse.Namespace) -> None:
    """Options that mean something for one network only."""
    for option, value in (("--weights", arguments.weights), ("--resume", arguments.resume)):
        if value:
            raise BadInput(option, value, "a comparison has a network for each of its runs, not one")
    if arguments.history:
        raise BadInput("--history", arguments.history, "a comparison has evaluations of several runs: give --json")


def results(comparison: Comparison, lanes: tuple[Experiment, ...], done: list[Trained]) -> dict[str, Any]:
    """Everything as plain values: what is shared, what differs, and a row for each run in their order."""
    paths = comparison.parted()
    rows = [
        {"name": name, "settings": _settings(lane, paths), "evaluations": _evaluations(each.session), **each.found}
        for name, lane, each in zip(comparison.names, lanes, done, strict=True)
    ]
    return {
        "state": _state([row["state"] for row in rows]),
        "kind": "comparison",
        "pace": comparison.in_step,
        "shared": [
            {"what": common.what, "shared": common.yes, "reason": common.reason} for common in _shared(lanes, done)
        ],
        "parted": list(paths),
        "runs": rows,
    }


def _evaluations(session: Session | None) -> float | None:
    """What the run has cost: how often it has asked for the loss of the whole training part."""
    if session is None:
        return None
    from core.runs.scoreboard import evaluations

    return evaluations(session.experiment, session.epochs, session.course.journal.log)


def _settings(lane: Experiment, paths: tuple[str, ...]) -> dict[str, Any]:
    return {path: plain(get(lane, path)) for path in paths if has(lane, path)}


def _state(states: list[str]) -> str:
    worst = next((state for state in WORST if state in states), "")
    return worst or ("diverged" if set(states) == {"diverged"} else "finished")


def _shared(lanes: tuple[Experiment, ...], done: list[Trained]) -> tuple[Common, ...]:
    from core.runs.shared_luck import shared

    samples = [each.session.prepared for each in done if each.session is not None]
    return shared(lanes, samples) if 1 < len(lanes) == len(samples) else ()


def lines(found: dict[str, Any]) -> str:
    """The same for a person."""
    rows = found["runs"]
    head = f"{len(rows)} runs, to be compared by {STEPS[found['pace']]}" if len(rows) > 1 else "1 run"
    shared = "  ".join(
        f"{each['what']} {'✓' if each['shared'] else '—'}" + (f" ({each['reason']})" if each["reason"] else "")
        for each in found["shared"]
    )
    width = max(len(row["name"]) for row in rows)
    told = [f"  {row['name']:<{width}}  {_told(row)}" for row in rows]
    return "\n".join(filter(None, [head, shared and f"  shared: {shared}", *told, CAUTION if len(rows) > 1 else ""]))


def _told(row: dict[str, Any]) -> str:
    settings = ", ".join(f"{path} {_written(value)}" for path, value in row["settings"].items())
    return "  ".join(filter(None, [_end(row), *(_figures(part, row[part]) for part in PARTS if row[part]), settings]))


def _end(row: dict[str, Any]) -> str:
    if row["updates"] is None:
        return row["state"]
    cost = f", {row['evaluations']:,g} evaluations" if "rule.kind" in row["settings"] else ""
    return f"{row['state']} after {row['updates']:,} updates, {row['samples']:,} samples{cost}"


def _figures(part: str, figures: dict[str, Any]) -> str:
    named = ((name, figures[name]) for name in FIGURES if name in figures)
    return "  ".join(f"{part} {name} {'not finite' if value is None else f'{value:.4g}'}" for name, value in named)


def _written(value: Any) -> str:
    """A setting in a line; a whole list of layers by its kinds."""
    if isinstance(value, list):
        return (
            "["
            + ", ".join(str(item.get("kind", item)) if isinstance(item, dict) else str(item) for item in value)
            + "]"
        )
    if isinstance(value, dict):
        return str(value.get("kind", "…"))
    return f"{value:g}" if isinstance(value, float) else str(value)
