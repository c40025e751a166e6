"""How a run gets on: stretches of updates from evaluation to evaluation, and blocks of many where nothing is decided on
them.

A small net makes an update in a microsecond, but an evaluation in Python takes a hundred. So the kernel only writes
down what they are made from, and the figures of many are computed together. Should a rule have something to say of one
of them (the run diverges, the goal or the target is reached, a plateau), the run goes back to where the block began and
makes it again one by one, up to that one.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from core.engines.engine import Looks
from core.engines.fused.coverage import is_tallied
from core.engines.learner import Learner
from core.history.columns import Columns, only
from core.history.state import Numbers, StopState
from core.training import evaluation, stop_rules
from core.training.course import Course, still_of
from core.training.handover import Handover
from core.training.lookout import Lookout
from core.training.rates import RateFactors

MOST = 4096  # evaluations of one block
RULED = 16  # where a rule waits for them: what comes after one of which it speaks is made in vain
ROOM = 1 << 18  # numbers that their answers, and as many that their parameters, may take
LARGEST = 1e30  # parameters beyond are about to overflow


class UpdateLoop:
    """Lets one learner make updates, as many in one go as its engine and its evaluations allow, and tells the course of
    the run."""

    def __init__(self, learner: Learner, course: Course, handover: Handover | None = None) -> None:
        """Where there is a `handover` somebody watches: what lies between the evaluations is looked at, too, where that
        can be had for little."""
        self.learner, self.course, self._handover = learner, course, handover
        self.careful_until = -1  # updates up to which evaluations are made one by one
        self._lookout = Lookout(watched=handover is not None)
        self.take_settings()

    def take_settings(self) -> None:
        """Settings are others than before."""
        self._factors = RateFactors(self.learner.experiment.schedule)

    def advance(self, updates: int, halt: Callable[[], bool], halted: np.ndarray, epochs: float, samples: int) -> int:
        """Make up to `updates` updates, until so many `epochs` are reached or `samples` more have been seen, the run
        ends, `halt()` says so between two stretches or `halted[0]` is set; returns how many were made."""
        made, course = 0, self.course
        last = course.state.samples + samples
        while made < updates and course.epochs < epochs and course.state.samples < last:
            if course.state.ended or halted[0] or halt():
                break
            made += self._make(updates - made, halt, halted, epochs, last - course.state.samples)
        return made

    def measure(self) -> None:
        """The evaluation that `evaluate_every` sets: the only one that anything is decided on."""
        learner, course = self.learner, self.course
        row = course.evaluated(evaluation.evaluate(learner))
        guess = course.yardsticks.baselines["train.baseline_loss"]
        watch, verdict = stop_rules.look(
            course.watch, row, stop_rules.Sight(course.state, guess, learner.finite, learner.weights)
        )
        course.seen(watch)
        if verdict.back and watch.best_parameters is not None:
            learner.load_weights(watch.best_parameters, watch.best_buffers or {})
            course.changed()
            course.evaluated(evaluation.evaluate(learner))
        course.ruled(verdict)

    def measure_by_hand(self) -> None:
        """The evaluation after weights were set by hand: a goal may be reached so."""
        learner, course = self.learner, self.course
        row = course.evaluated(evaluation.evaluate(learner))
        guess = course.yardsticks.baselines["train.baseline_loss"]
        sight = stop_rules.Sight(course.state, guess, learner.finite, learner.weights)
        watch, verdict = stop_rules.look_by_hand(course.watch, row, sight)
        course.seen(watch)
        course.ruled(verdict)

    def measure_now(self) -> None:
        """An extra evaluation for the screen; it decides nothing."""
        if self.course.last["update"] != self.course.state.updates:
            self.course.evaluated(evaluation.evaluate(self.learner))

    def numbers(self) -> Numbers:
        """Copies of everything that the run consists of in numbers."""
        return self.learner.numbers(self.course.watch)

    def _make(self, most: int, halt: Callable[[], bool], halted: np.ndarray, epochs: float, samples: int) -> int:
        """Make updates up to the next evaluation, the run's end, so many `epochs` or `samples`, at most `most`; a block
        where there can be one. The updates made."""
        course = self.course
        if self._is_at_limit():
            course.end("finished", stop_rules.limit_words(course.state))
            return 0
        updates, end = stop_rules.limits(course.state)
        most = min(most, updates - course.state.updates)
        samples = min(samples, self._samples_until(min(epochs, end)))
        made, block = 0, self._block(min(most, self.learner.engine.longest))
        if block:
            made = self._make_block(block, samples, halted)
        if not made:
            made = self._make_short(most, samples, halt, halted)
        if not course.state.ended and self._is_at_limit():
            self.measure_now()
            course.end("finished", stop_rules.limit_words(course.state))
        course.keep(self.numbers)
        return made

    def _is_at_limit(self) -> bool:
        """Whether all updates or epochs are made that the stop rules allow."""
        return stop_rules.limits_reached(self.course.state, self.course.epochs)

    def _samples_until(self, epochs: float) -> int:
        """The least number of samples after which so many epochs have been seen."""
        if math.isinf(epochs):
            return stop_rules.NEVER
        state, size = self.course.state, self.course.yardsticks.train_size
        samples = max(1, math.floor((epochs - self.course.epochs) * size))
        while state.base_epochs + (state.samples + samples - state.base_samples) / size < epochs:
            samples += 1
        return samples

    def _make_short(self, most: int, samples: int, halt: Callable[[], bool], halted: np.ndarray) -> int:
        """Make updates up to the next evaluation, and that."""
        course, learner = self.course, self.learner
        before, every = course.state.updates, course.state.experiment.evaluate_every
        most = min(most, every - before % every, course.trajectory.until_due(before), course.kept.until_due(before))
        made = self._learn(most, course.state.samples + samples, halt, halted)
        if made:
            self._note_point()
            if course.state.updates % every == 0:
                self.measure()
            elif learner.looking is not None and self._lookout.was_due(learner, self._count(), before, made):
                course.glimpsed(evaluation.evaluate(learner))
        return made

    def _learn(self, most: int, last: int, halt: Callable[[], bool], halted: np.ndarray) -> int:
        """Make up to `most` updates, until `last` samples have been seen in all, in as many stretches as the engine
        takes: whatever lies between them, the course is always where the numbers are. The updates made."""
        course, learner, made = self.course, self.learner, 0
        factors, longest = self._rates(most), learner.engine.longest
        while made < len(factors) and course.state.samples < last:
            state = course.state
            self._set_out(None)
            cursor, more, taken = learner.engine.stretch(
                learner.batches,
                state.cursor,
                state.updates,
                factors[made : made + longest],
                last - state.samples,
                halted,
            )
            self._arrive(counts=True)
            course.passed(cursor, more, taken, {}, {})
            made += more
            if halted[0] or halt():
                break
        return made

    def _set_out(self, numbers: Numbers | None) -> None:
        """A stretch begins, with these numbers where they have been copied already."""
        handover, learner = self._handover, self.learner
        if handover is not None and learner.looking is not None:
            numbers = numbers or learner.numbers(self.course.watch, memory=False)
            handover.begin(learner.looking, still_of(self.course, numbers, learner.prepared))

    def _arrive(self, *, counts: bool) -> None:
        """It is made, or was in vain."""
        if self._handover is not None:
            (self._handover.end if counts else self._handover.back)()

    def _rates(self, updates: int) -> np.ndarray:
        """What the learning rate is multiplied by in each of up to so many coming updates."""
        factors, plateau = self._factors.of(self.course.state.updates, updates), self.course.watch.plateau
        return factors * plateau["factor"] if plateau else factors

    def _block(self, most: int) -> int:
        """The updates of a block that begins now, at most `most`; 0 where there can be none."""
        course, learner = self.course, self.learner
        experiment, updates = course.state.experiment, course.state.updates
        every = experiment.evaluate_every
        if learner.looking is None or learner.engine.longest < 2 * every or updates < self.careful_until:
            return 0
        begun = updates % every
        most = min(most, course.kept.until_due(updates))
        if course.trajectory.spacing % every:
            most = min(most, course.trajectory.until_due(updates))
        count = min(self._count(), (most + begun) // every)
        return count * every - begun if count > 1 else 0

    def _count(self) -> int:
        """Evaluations of a block."""
        learner, prepared = self.learner, self.learner.prepared
        answers = 0 if is_tallied(learner.blueprint) else len(prepared.x) * prepared.outputs
        numbers = max(answers, learner.size)
        most = MOST if stop_rules.decides_nothing(learner.experiment) else RULED
        return min(most, ROOM // numbers, learner.engine.longest // learner.experiment.evaluate_every)

    def _make_block(self, block: int, samples: int, halted: np.ndarray) -> int:
        """Make so many updates, fewer where `samples` samples are reached or `halted[0]` is set; the updates made."""
        course, learner = self.course, self.learner
        engine, state = learner.looking, course.state
        assert engine is not None, "there are no blocks without"
        before = self.numbers()
        looks = self._lookout.looks(engine, learner, self._count(), state.updates, state.updates + block)
        factors = self._rates(block)
        self._set_out(before)
        cursor, made, taken = engine.stretch_looking(
            learner.batches, state.cursor, state.updates, factors, samples, halted, looks
        )
        seen = self._figures(looks, int(np.searchsorted(looks.due, state.updates + made, side="right")))
        found, between = self._sorted(seen) if seen is not None else ({}, {})
        watch, speaks = self._watch_after(found, looks) if seen is not None else (None, None)
        self._arrive(counts=watch is not None)
        if watch is None:
            self.careful_until = state.updates + made if speaks is None else speaks
            learner.load(before)
            return 0
        course.seen(watch)
        course.passed(cursor, made, taken, found, between)
        self._follow(looks, found)
        return made

    def _watch_after(self, found: Columns, looks: Looks) -> tuple[StopState | None, int | None]:
        """What the rules remember after evaluations; None where they have something to say, and at which update where
        that is known."""
        course, experiment = self.course, self.course.state.experiment
        if not found:
            return course.watch, None
        guess = course.yardsticks.baselines["train.baseline_loss"]
        if stop_rules.decides_nothing(experiment):
            return stop_rules.look_at_many(course.watch, found, experiment, guess), None
        vectors = looks.vectors[np.searchsorted(looks.due, found["update"])]
        return stop_rules.look_at_each(course.watch, found, course.state, guess, lambda place: (vectors[place], {}))

    def _follow(self, looks: Looks, found: Columns) -> None:
        """Note the points of the path that lie on the way: at evaluations, or at the end."""
        updates, trajectory = self.course.state.updates, self.course.trajectory
        seen = found["update"].astype(np.int64) if found else np.zeros(0, np.int64)
        for update in seen[seen % trajectory.spacing == 0].tolist():
            if update != updates and trajectory.is_due(update):  # points that come may thin the path
                trajectory.record(update, looks.vectors[np.searchsorted(looks.due, update)])
        self._note_point()

    def _note_point(self) -> None:
        """Note where the run is now if a point of its path is due."""
        if self.course.trajectory.is_due(self.course.state.updates):
            self.course.came_to(self.learner.holding.flat.read())

    def _figures(self, looks: Looks, count: int) -> Columns | None:
        """What was seen on the way by the first `count` looks, in the words of `Course.last`; None where the parameters
        have grown beyond all bounds."""
        course, learner = self.course, self.learner
        seen = looks.first(count)
        if not (np.abs(seen.vectors) < LARGEST).all():
            return None
        if count == 0:
            return {}
        counts = course.counts_of_many(seen.due, course.state.samples + seen.seen)
        return counts | evaluation.evaluate_many(learner.blueprint, learner.prepared, seen)

    def _sorted(self, seen: Columns) -> tuple[Columns, Columns]:
        """Of what was seen on the way, the evaluations, and what lies between them."""
        if not seen:
            return {}, {}
        evaluated = seen["update"] % self.learner.experiment.evaluate_every == 0
        return (seen, {}) if evaluated.all() else (only(seen, evaluated), only(seen, ~evaluated))
