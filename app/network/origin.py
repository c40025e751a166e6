"""Where a run comes from, and what it goes by."""

from __future__ import annotations

from collections.abc import Iterable

from core.experiment import Experiment
from core.frozen import frozen
from core.runs.run import letter_of
from core.runs.words import SET, differing


@frozen
class Origin:
    """`parent` is the number of the run whose first `branch` updates it shares, 0 where there is none; `name` says what
    it differs in, "" where it came from none."""

    parent: int = 0
    branch: int = 0
    name: str = ""


def branched(parent: int, branch: int, before: Experiment, after: Experiment, *, by_hand: bool = False) -> Origin:
    """A run that goes on from an update of another one with other settings, or with weights that were set `by_hand`."""
    told = ", ".join(filter(None, (SET if by_hand else "", differing(before, after))))
    return Origin(parent, branch, f"{told or 'once more'} from update {branch:,}")


def next_letter(taken: Iterable[str]) -> str:
    """The first one that no run has."""
    known = set(taken)
    return next(letter for number in range(len(known) + 1) if (letter := letter_of(number)) not in known)
