"""Figures taken between evaluations, for the screen alone: they decide nothing, and are no part of the run.

Where an epoch is a whole number of evaluations, these always meet the same place in it; what lies between them shows
how far the loss swings over an epoch.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.training.session import Session

RARE = 50.0  # so many times as long as a look takes is waited before the next one: learning hardly feels it


class Between:
    """Looks at a session where its learning happens to stand; a dear look is made more rarely."""

    def __init__(self, rare: float = RARE) -> None:
        self._rare = rare
        self._next = 0.0  # when it may look again

    def look(self, session: Session) -> dict[str, float]:
        """The figures of now; {} where there is one already, where every update sees all
        samples, or where it is too soon."""
        if session.last["update"] == session.updates or session.ended:
            return {}
        begun = time.monotonic()
        if session.learner.batches.size >= len(session.prepared.train) or begun < self._next:
            return {}
        figures = session.evaluate()
        now = time.monotonic()
        self._next = now + self._rare * (now - begun)
        return figures
