"""An experiment trained for so many updates before something is asked of it."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from core.command_line.guessed import with_guesses
from core.command_line.progress import Progress
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.runs.seeds import ALL, derived_seed

if TYPE_CHECKING:
    from core.training.session import Session

STRETCH = 200  # updates between two looks at the progress


def experiment_of(arguments: argparse.Namespace) -> Experiment:
    """The experiment of the file with the seeds and the end that the command line sets."""
    experiment = Experiment.load(arguments.file)
    edits: list[tuple[str, Any]] = []
    if arguments.seed is not None:
        edits += [(f"seeds.{name}", derived_seed(arguments.seed, name)) for name in ALL]
    if arguments.updates:
        edits.append(("stop", {"updates": arguments.updates}))
    if edits:
        experiment = replace_all(experiment, tuple(edits), where=arguments.file)
    return with_guesses(experiment, arguments.file)


def trained(experiment: Experiment, updates: int, progress: Progress) -> Session:
    """A session after so many updates, or where it ended before."""
    progress.show(None, "loading PyTorch …")
    from core.training.session import Session

    session = Session(experiment)
    while session.updates < updates and not session.ended:
        session.advance(min(STRETCH, updates - session.updates))
        session.course.evaluations.take_rows()
        progress.show(session.updates / updates, f"{session.updates:,} updates, loss {session.last['train.loss']:.4g}")
    return session
