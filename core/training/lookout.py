"""Room for what is to be seen of a run while it gets on."""

from __future__ import annotations

from core.engines.engine import LookingEngine, Looks
from core.engines.exam import Exam
from core.engines.learner import Learner
from core.training.glimpses import NONE, Glimpses, Occasions

EARLY = 1024  # evaluations, the most that lie in a block at the beginning of a run
FIRST = 8  # evaluations of a block for each look between them at the beginning of a run


class Lookout:
    """Knows when to look and keeps the room for it from block to block. `watched`: somebody wants to see what lies
    between the evaluations."""

    def __init__(self, *, watched: bool) -> None:
        self._watched = watched
        self._occasions = Occasions(1, NONE)
        self._of: tuple[int, int, int, int, int] | None = None
        self._room: Looks | None = None

    def looks(self, engine: LookingEngine, learner: Learner, count: int, first: int, last: int) -> Looks:
        """What is to be seen after update `first`, up to `last`, among which lie at most `count` evaluations."""
        occasions, prepared = self._occasions_of(learner, count), learner.prepared
        most = count + occasions.glimpses.most(count * occasions.every)
        room = self._room
        if room is None or room.exam.prepared is not prepared or len(room.due) != most:
            self._room = room = engine.looks(most, Exam.of(prepared, learner.holding.flat.array.dtype))
        return room.at(occasions.within(first, last))

    def was_due(self, learner: Learner, count: int, first: int, made: int) -> bool:
        """Whether something was to be seen in the updates made after update `first`; `count` as in `looks`."""
        return self._watched and len(self._occasions_of(learner, count).within(first, first + made)) > 0

    def _occasions_of(self, learner: Learner, count: int) -> Occasions:
        prepared = learner.prepared
        every, batch = learner.experiment.evaluate_every, learner.batches.size
        of = every, batch, len(prepared.train), len(prepared.x), min(count, EARLY) // FIRST
        if of != self._of:
            self._of, self._occasions = of, Occasions(every, Glimpses.of(*of) if self._watched else NONE)
        return self._occasions
