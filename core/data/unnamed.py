"""What data are for where an experiment's file leaves it open: guessed, as when a table is imported, and said."""

from __future__ import annotations

from core.experiment import Experiment
from core.frozen import frozen


@frozen
class Named:
    """The edits that write a guess into an experiment, and what was guessed, in a sentence without its end."""

    edits: tuple[tuple[str, object], ...]
    words: str


def named(experiment: Experiment) -> Named:
    """What the data of an experiment are for, where they are `unnamed`. `BadInput` where they cannot be read."""
    guess = experiment.data.guess()
    edits: list[tuple[str, object]] = [("data", guess.data)]
    if "scaling" not in experiment.inputs.model_fields_set:
        edits.append(("inputs.scaling", guess.data.scaling))
    if guess.large:
        edits.append(("output.targets", "standardize"))
    return Named(tuple(edits), guess.words)
