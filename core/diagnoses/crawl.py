"""Whether the loss falls steadily, but hardly."""

from __future__ import annotations

import math

from core.diagnoses.standstill import falls_evenly, is_undone
from core.families.diagnosis import RECENT, Symptoms
from core.frozen import frozen
from core.messages import percent

HIGH = 0.8  # the share of the best constant answer's loss below which slowness is no matter
HARDLY = 0.01  # the share of the loss by which it falls in all recent evaluations together
WINDOW = 50  # updates that it has to be watched for
FAR = 5_000  # updates that half of the loss would take


@frozen
class Crawl:
    """By how much of itself the loss `fell` in so many `updates`, and how many `half` of it would take at this pace."""

    fell: float
    updates: int
    half: float

    @property
    def words(self) -> str:
        """What it was seen by."""
        return f"In the last {self.updates:,} updates it fell by {percent(self.fell, 2)}; at this pace half of it takes {float(f'{self.half:.1g}'):,.0f}."


def crawl(symptoms: Symptoms) -> Crawl | None:
    """How the loss crawls; None where it does not."""
    recent = symptoms.recent
    if symptoms.ended or not symptoms.descending or len(recent) < RECENT or recent[-1] < HIGH * symptoms.guess:
        return None
    fell = (recent[0] - recent[-1]) / recent[0]
    if not (falls_evenly(recent) and fell < HARDLY) or is_undone(symptoms):
        return None
    updates = (RECENT - 1) * symptoms.experiment.evaluate_every
    if updates < WINDOW:
        return None
    half = updates * math.log(2) / -math.log1p(-fell)
    return Crawl(fell, updates, half) if half > FAR else None
