"""What data are for where an experiment's file leaves it open: guessed, and said."""

from __future__ import annotations

import sys

from core.data.unnamed import named
from core.documents.edits import replace_all
from core.experiment import Experiment


def with_guesses(experiment: Experiment, where: str) -> Experiment:
    """The experiment of the file `where` with what its data are for, which is said; as it is where the file says it
    itself. `BadInput` where the data cannot be read."""
    if not experiment.data.unnamed:
        return experiment
    guess = named(experiment)
    print(f"{where}: {guess.words} (data.columns names another)", file=sys.stderr)
    return replace_all(experiment, guess.edits, where=where)
