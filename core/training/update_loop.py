"""How a session gets on: stretches of updates from evaluation to evaluation, and blocks of many where nothing is
decided on them.

A small net makes an update in a microsecond, but an evaluation in Python takes a hundred. Where no rule waits for the
evaluations, the kernel only writes down what they are made from, and the figures of many are computed together. Should
one of them have something to say after all (the run diverges, the goal is reached), the run goes back to where the
block began and makes it again one by one.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from core.training import evaluation, stop_rules
from core.training.columns import Columns

if TYPE_CHECKING:
    from core.training.session import Session

MOST = 256  # evaluations of one block
ROOM = 1 << 18  # numbers that their answers, and as many that their parameters, may take
LARGEST = 1e30  # parameters beyond are about to overflow


class UpdateLoop:
    """Makes the updates of one session, as many in one go as its engine and its evaluations allow."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.careful_until = -1  # updates up to which evaluations are made one by one
        self._looks: Any = None
        self._room_of: tuple[Any, int, int] = (None, 0, 0)

    def make(self, most: int, halted: np.ndarray, epochs: float) -> int:
        """Make updates up to the next evaluation, the run's end or so many `epochs`, at most `most`; a block where
        there can be one. The updates made."""
        session = self.session
        if stop_rules.limits_reached(session):
            session.end("finished", stop_rules.limit_words(session))
            return 0
        updates, end = stop_rules.limits(session)
        most = min(most, updates - session.updates, session.engine.longest)
        samples = self._samples_until(min(epochs, end))
        made, block = 0, self._block(most)
        if block:
            made = self._make_block(session.factors.of(session.updates, block), samples, halted)
        if not made:
            made = self._make_short(most, samples, halted)
        if not session.ended and stop_rules.limits_reached(session):
            session.measure_now()
            session.end("finished", stop_rules.limit_words(session))
        session.kept.note(session)
        return made

    def _samples_until(self, epochs: float) -> int:
        """The least number of samples after which so many epochs have been seen."""
        session = self.session
        if math.isinf(epochs):
            return stop_rules.NEVER
        samples = max(1, math.floor((epochs - session.epochs) * session.train_size))
        while session.epochs_after(samples) < epochs:
            samples += 1
        return samples

    def _make_short(self, most: int, samples: int, halted: np.ndarray) -> int:
        """Make updates up to the next evaluation, and that."""
        session, every = self.session, self.session.experiment.evaluate_every
        most = min(
            most,
            every - session.updates % every,
            session.trajectory.until_due(session.updates),
            session.kept.until_due(session.updates),
        )
        factors = session.factors.of(session.updates, most)
        if session.watch.plateau:
            factors = factors * session.watch.plateau["factor"]
        session.cursor, made, taken = session.engine.stretch(
            session.batches, session.cursor, session.updates, factors, samples, halted
        )
        session.taken({}, made, taken)
        if made:
            self._note_point()
        if made and session.updates % every == 0:
            session.measure()
        return made

    def _block(self, most: int) -> int:
        """The updates of a block that begins now, at most `most`; 0 where there can be none."""
        session, every = self.session, self.session.experiment.evaluate_every
        if (
            session.engine.longest < 2 * every
            or session.updates < self.careful_until
            or not cast(Any, session.engine).may_look
            or not stop_rules.decides_nothing(session)
        ):
            return 0
        begun = session.updates % every
        most = min(most, session.kept.until_due(session.updates))
        if session.trajectory.spacing % every:
            most = min(most, session.trajectory.until_due(session.updates))
        count = min(self._count(), (most + begun) // every)
        return count * every - begun if count > 1 else 0

    def _count(self) -> int:
        """Evaluations of a block."""
        session = self.session
        numbers = max(len(session.prepared.x) * session.prepared.outputs, len(session.network.flat))
        return min(MOST, ROOM // numbers, session.engine.longest // session.experiment.evaluate_every)

    def _make_block(self, factors: np.ndarray, samples: int, halted: np.ndarray) -> int:
        """Make an update for each of `factors`, fewer where `samples` samples are reached or `halted[0]` is set; the
        updates made."""
        session, engine = self.session, cast(Any, self.session.engine)
        dead = session.train_state.dead
        before = session.vector(), engine.slots(), None if dead is None else dead.clone()
        looks = self._room()
        cursor, made, taken = engine.stretch_looking(
            session.batches, session.cursor, session.updates, factors, samples, halted, looks
        )
        found = self._evaluations(looks, made)
        if found is None or (found and not stop_rules.look_at_many(session, found)):
            self.careful_until = session.updates + made
            session.put_back(*before)
            return 0
        session.cursor = cursor
        session.taken(found, made, taken)
        self._follow(looks, found)
        return made

    def _follow(self, looks: Any, found: Columns) -> None:
        """Note the points of the path that lie on the way: at evaluations, or at the end."""
        session, course = self.session, self.session.trajectory
        for place, update in enumerate(found["update"].astype(np.int64).tolist() if found else ()):
            if update != session.updates and course.is_due(update):
                course.record(update, looks.vectors[place])
        self._note_point()

    def _note_point(self) -> None:
        """Note where the run is now if a point of its path is due."""
        session = self.session
        if session.trajectory.is_due(session.updates):
            session.trajectory.record(session.updates, session.vector())

    def _room(self) -> Any:
        """Room for a block's evaluations, kept from block to block."""
        session, every, count = self.session, self.session.experiment.evaluate_every, self._count()
        if self._looks is None or self._room_of[0] is not session.prepared or self._room_of[1:] != (every, count):
            self._room_of = session.prepared, every, count
            self._looks = cast(Any, session.engine).looks(count, every, session.prepared.x)
        return self._looks

    def _evaluations(self, looks: Any, made: int) -> Columns | None:
        """The evaluations on the way, in the words of `Session.last`; None where the parameters have grown beyond all
        bounds."""
        session = self.session
        first = session.updates // looks.every + 1
        count = (session.updates + made) // looks.every + 1 - first
        vectors = looks.vectors[:count]
        if not (np.abs(vectors) < LARGEST).all():
            return None
        if count == 0:
            return {}
        counts = session.counts_of_many(
            looks.every * np.arange(first, first + count), session.samples + looks.seen[:count]
        )
        return counts | evaluation.evaluate_many(session, looks.answers[:count], vectors)
