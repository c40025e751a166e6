"""What was typed instead of what a file says, as edits."""

from __future__ import annotations

import argparse
from typing import Any

from core.experiment import Experiment
from core.messages import BadInput
from core.runs.seeds import ALL, derived_seed


def edits_of(arguments: argparse.Namespace) -> tuple[tuple[str, Any], ...]:
    """The edits of an experiment that options ask for."""
    edits: list[tuple[str, Any]] = []
    if arguments.seed is not None:  # first: a seed that is set by its own name stays as it is set
        edits += [(f"seeds.{name}", derived_seed(arguments.seed, name)) for name in ALL]
    edits += arguments.set
    if arguments.device is not None:
        edits.append(("device", arguments.device))
    if arguments.updates or arguments.epochs:
        edits.append(("stop", {"updates": arguments.updates} if arguments.updates else {"epochs": arguments.epochs}))
    return tuple(edits)


def ending_by_itself(experiment: Experiment, where: str) -> Experiment:
    """The experiment; `BadInput` where no rule would ever end it."""
    if not experiment.stop.any:
        raise BadInput(
            where,
            "stop",
            "has no stop rule, so the run would never end: name one in the file, or give --updates N or --epochs N",
        )
    return experiment
