"""What a list tells of starts that were made: one row."""

from __future__ import annotations

from core.luck.found import Found
from core.runs.gathered import Gathered
from core.runs.listed import STARTS


def as_row(found: Found) -> Gathered:
    """ "20 starts of The ring · other weights and order", with the median of their figure."""
    question = found.question
    experiment = question.experiment
    title = experiment.title or experiment.data.label
    return Gathered(
        STARTS,
        f"{question.count:,} starts of {title} · {question.other}",
        question.dumps(),
        question.updates,
        question.count,
        found.name,
        found.spread.median,
        found.sentence,
    )
