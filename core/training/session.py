"""One run, advanced update by update. No threads, no clock: the same experiment gives the same numbers.

The loop to read first is `core.yardsticks.plain_loop`; here the same updates are made by the engine that the experiment
asks for, with evaluations, stop rules and a history on the way.
"""

from __future__ import annotations

import math
import pathlib
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from core.data.preparation import Prepared, prepare
from core.engines.engine import GOING
from core.engines.learner import Learner
from core.engines.replica import Replica, replica_for
from core.experiment import Experiment
from core.files import restorable
from core.frames import Frame
from core.history.kept_states import KeptStates, spacing_of
from core.history.snapshot import Snapshot
from core.history.state import State
from core.history.still import Still
from core.machine import device as devices
from core.machine.out_of_memory import BUILDING, PREPARING, TRAINING, memory_for
from core.messages import BadInput
from core.probing.moment import Moment
from core.probing.probe import Probe, frame
from core.training import evaluation, hand_edits
from core.training.course import Course, still_of
from core.training.evaluation import Yardsticks
from core.training.handover import Handover
from core.training.live_changes import live_changes, samples_after, samples_of, touches
from core.training.stop_rules import NEVER
from core.training.update_loop import UpdateLoop


class Session:
    """One run: a `learner` whose numbers change, and the `course` of what has been noted of it.

    `updates`, `samples` and `epochs` count apart: an update is one change of the weights, an epoch is as many samples
    as the training part has. `ended` is "" while the run may go on, else why it ended: "finished", "diverged",
    "stopped".
    """

    def __init__(
        self, experiment: Experiment, prepared: Prepared | None = None, say: Callable[[str], None] = lambda _: None, *,
        folder: pathlib.Path | None = None, handover: Handover | None = None, measure: bool = True,
    ) -> None:  # fmt: skip
        """`say` is told before something takes long; the older parts of the history lie in `folder` where one is named;
        where somebody watches by a `handover`, figures from between the evaluations are noted too. One that is restored
        before it learns need not `measure` its start."""
        self._say, self._handover = say, handover
        with memory_for(PREPARING):
            prepared = prepared or prepare(experiment)
        with memory_for(BUILDING):
            self.learner = Learner(experiment, prepared, settled=False, say=say)
            yardsticks = Yardsticks.of(experiment, prepared)
            state = _made_by(self.learner, State(experiment))
            self.course = Course(state, yardsticks, self.vector(), KeptStates(folder, say))
        self._loop = UpdateLoop(self.learner, self.course, handover)
        self.replica: Replica | None = None
        if measure:
            self._loop.measure()
        self.course.begin_history(_spacing(self.learner), self._loop.numbers)

    @classmethod
    def of(cls, snapshot: Snapshot) -> Session:
        """A new session that goes on from a snapshot."""
        session = cls(snapshot.experiment)
        session.restore(snapshot)
        return session

    # What it is

    @property
    def experiment(self) -> Experiment:
        return self.course.state.experiment

    @property
    def prepared(self) -> Prepared:
        """The samples."""
        return self.learner.prepared

    @property
    def updates(self) -> int:
        return self.course.state.updates

    @property
    def samples(self) -> int:
        return self.course.state.samples

    @property
    def epochs(self) -> float:
        """Samples seen ÷ training samples, fractional."""
        return self.course.epochs

    @property
    def ended(self) -> str:
        return self.course.state.ended

    @property
    def last(self) -> Mapping[str, float]:
        """The newest evaluation."""
        return self.course.last

    @property
    def baselines(self) -> dict[str, float]:
        """What the best constant answer achieves, by part."""
        return self.course.yardsticks.baselines

    def order(self, epoch: int) -> np.ndarray:
        """Places in the training part in the order of an epoch (from 0)."""
        return self.learner.batches.order(epoch)

    def parameters(self) -> dict[str, np.ndarray]:
        """Copies of all parameters by name, in the order of the flat vector."""
        flat = self.vector()
        return {slot.name: flat[slot.where].reshape(slot.shape) for slot in self.learner.blueprint.slots}

    def vector(self) -> np.ndarray:
        """A copy of all parameters as one vector (P,), in the run's precision."""
        return self.learner.vector()

    # Learning

    def advance(
        self,
        updates: int,
        halt: Callable[[], bool] = lambda: False,
        halted: np.ndarray = GOING,
        epochs: float = math.inf,
        samples: int = NEVER,
    ) -> int:
        """Make up to `updates` updates; returns how many were made.

        Ends early when the run ends, when so many `epochs` are reached or `samples` have been seen in these updates,
        when `halt()` says so between two stretches of updates, or when another thread sets `halted[0]`, which the
        kernel looks at after every update.
        """
        batch = self.learner.batches.size
        if self.learner.looking is None:  # the kernel has a thread of its own
            devices.use_threads(self.learner.size * batch)
        with memory_for(f"{TRAINING} with batches of {batch:,}"):
            return self._loop.advance(updates, halt, halted, epochs, samples)

    def evaluate(self) -> dict[str, float]:
        """All figures as of now, by name such as "test.accuracy"; it changes nothing."""
        return evaluation.evaluate(self.learner)

    def measure_now(self) -> None:
        """An extra evaluation for the screen, where the last is of an earlier update; it decides nothing."""
        self._loop.measure_now()

    # What a person changes

    def apply(self, experiment: Experiment) -> bool:
        """Take over an experiment in mid-run; True where only live parameters differ, else nothing happens."""
        old, course = self.experiment, self.course
        if experiment == old:
            return True
        changes = live_changes(old, experiment)
        prepared = samples_after(self.prepared, old, experiment, changes) if changes is not None else None
        if changes is None or prepared is None:
            return False
        yardsticks = course.yardsticks
        if prepared is not self.prepared or touches(changes, "task."):  # what is wanted of real samples may be another
            yardsticks = Yardsticks.of(experiment, prepared)
        if prepared is not self.prepared:
            course.new_samples()
        self.learner.apply(experiment, prepared)
        course.took_over(_made_by(self.learner, course.state._replace(experiment=experiment)), yardsticks, changes)
        self._loop.take_settings()
        course.kept.space(_spacing(self.learner))
        if touches(changes, "data."):  # the figures on the screen are of the samples that are there now
            course.evaluated(self.evaluate())
        return True

    def load_parameters(self, parameters: Mapping[str, Any], text: str = "") -> None:
        """Replace parameters by name; the update count goes on, the optimizer's memory is cleared, the event is
        logged, and a mark tells it, in these words where there are any."""
        pieces, entry = hand_edits.parameters_set(
            self.learner.blueprint.slots, self.updates, parameters, self.experiment, text
        )
        self._edit(pieces, entry)

    def load_vector(self, vector: np.ndarray, text: str = "", *, drag: bool = False) -> None:
        """Replace all parameters, (P,): the update count goes on, the optimizer's memory is cleared, the event is
        logged."""
        course, numbers = self.course, hand_edits.checked_vector(vector, self.vector())
        entry = hand_edits.put(course.journal, self.updates, course.kept.logged, numbers, text, drag=drag)
        self._edit(((slice(None), numbers),), entry)

    def _edit(self, pieces: hand_edits.Pieces, entry: hand_edits.Entry) -> None:
        self.learner.write_by_hand(pieces)
        self.course.edited(entry)
        self._loop.measure_by_hand()

    # Pictures

    def still(self, *, memory: bool = False) -> Still:
        """The run as it is now, to compute pictures from; with the optimizer's memory where asked."""
        return still_of(self.course, self.learner.numbers(self.course.watch, memory=memory), self.prepared)

    def moment(self, *, memory: bool = False) -> Moment:
        """What may be asked of the run as it is now; with the optimizer's memory where asked."""
        still = self.still(memory=memory)
        self.replica = replica_for(still, self.replica)
        return Moment(still, self.replica)

    def frame(self, request: Probe, run: int = 0) -> Frame:
        """The answer to a probe, as of now: what the picture thread makes of the same moment."""
        moment = self.moment(memory=request.needs_memory)
        return frame(request, moment, request.compute(moment), run)

    # Snapshots

    def snapshot(self) -> Snapshot:
        """Everything this run is now."""
        return self.course.snapshot(self._loop.numbers())

    def restore(self, snapshot: Snapshot, *, same_run: bool = False, measure: bool = True) -> None:
        """Become the run of a snapshot: advanced from here it is as if never interrupted. Its history begins there
        unless it is of the `same_run`. Not to `measure` leaves its figures open until `measure_now`. `BadInput` where
        an engine could not go on from it."""
        course, other = self.course, snapshot.experiment != self.experiment
        start, yardsticks = course.points["start"], course.yardsticks
        if other or snapshot.state.settled != self.learner.settled:
            prepared = samples_of(snapshot.experiment, self.prepared, self.experiment)
            self.learner = Learner(snapshot.experiment, prepared, settled=snapshot.state.settled, say=self._say)
            self._loop, self.replica = UpdateLoop(self.learner, course, self._handover), None
            start, yardsticks = self.vector(), Yardsticks.of(snapshot.experiment, prepared)
        _check(snapshot, self.learner)  # of the same run, too: its past may have come from a file
        self.learner.load(snapshot.numbers)
        course.restore(snapshot, _made_by(self.learner, snapshot.state), yardsticks, start)
        if measure:
            course.evaluated(self.evaluate())
        if not same_run:
            course.begin_history(_spacing(self.learner), self._loop.numbers, snapshot.kept)


def _made_by(learner: Learner, state: State) -> State:
    """A state as this machine makes it."""
    return state._replace(engine=learner.engine.name, settled=learner.settled)


def _check(snapshot: Snapshot, learner: Learner) -> None:
    """An engine trusts what it is given: the kernel would write where the numbers are not."""
    try:
        restorable.check_run(snapshot, learner.blueprint, len(learner.prepared.train))
    except restorable.Unfit as error:
        raise BadInput("snapshot", error.path, error.reason) from None


def _spacing(learner: Learner) -> int:
    """Updates between two kept states."""
    return spacing_of(
        learner.size,
        np.dtype(learner.experiment.dtype).itemsize,
        learner.batches.size,
        learner.experiment.evaluate_every,
        many=learner.engine.longest > 1,
        at_hand=learner.holding.flat.at_hand,
    )
