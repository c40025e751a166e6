"""What a list tells of starts that were made: one row, of pairs of starts too."""

from __future__ import annotations

import math

from core.experiment import Experiment
from core.luck.found import Found
from core.luck.paired import Paired
from core.runs.gathered import Gathered
from core.runs.listed import PAIRS, STARTS
from core.runs.words import differing


def as_row(found: Found) -> Gathered:
    """ "20 starts of The ring · other weights and order", with the median of their figure."""
    question = found.question
    return Gathered(
        STARTS,
        f"{question.count:,} starts of {_title(question.experiment)} · {question.other}",
        question.dumps(),
        question.updates,
        question.count,
        found.name,
        found.spread.median,
        found.sentence,
    )


def pairs_as_row(paired: Paired) -> Gathered:
    """ "20 starts of A | B (η 0.03 → 0.3): B lower in 15 of 20 · The ring"; no figure of a run is that of a pair."""
    question, test = paired.question, paired.test
    (first, second), (before, after) = question.names, question.sides
    word, more = ("lower", test.lower) if test.lower >= test.higher else ("higher", test.higher)
    came = f"{second} {word} in {more} of {test.lower + test.higher}" if test.lower + test.higher else "all alike"
    words = f"{question.count:,} starts of {first} | {second}{_apart(before, after)}: {came} · {_title(before)}"
    each = f"After {question.updates[0]:,} and {question.updates[1]:,} updates. " if _uneven(question.updates) else ""
    told = f"{each}{paired.sentence} {paired.how_much}".strip()
    runs = 2 * question.count
    return Gathered(PAIRS, words, question.dumps(), max(question.updates), runs, paired.name, math.nan, told)


def _title(experiment: Experiment) -> str:
    return experiment.title or experiment.data.label


def _apart(before: Experiment, after: Experiment) -> str:
    """What the two differ in; "" where no setting tells."""
    words = differing(before, after)
    return f" ({words})" if words else ""


def _uneven(updates: tuple[int, int]) -> bool:
    return updates[0] != updates[1]
