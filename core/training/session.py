"""One run, advanced update by update. No threads, no clock: the same experiment gives the same numbers."""

from __future__ import annotations

import math
import pathlib
from collections.abc import Callable, Mapping
from typing import Any, cast

import numpy as np
import torch

from core.data.batches import Batches, Cursor, batch_size
from core.data.preparation import Prepared, prepare
from core.documents.edits import differences, only_live
from core.engines import answers
from core.engines.choice import build, choose, settles
from core.engines.replica import Replica, replica_for
from core.engines.state import Engine, TrainState
from core.engines.training_part import TrainingPart, training_part
from core.experiment import Experiment
from core.families import Probe, Schedule
from core.frames import Frame, Mark
from core.history.journal import Journal
from core.history.kept_states import KeptStates
from core.history.snapshot import Event, Snapshot, StopState
from core.history.still import Path, Still
from core.history.trajectory import Trajectory
from core.machine import device as devices
from core.machine.out_of_memory import BUILDING, PREPARING, TRAINING, memory_for
from core.networks import shapes
from core.networks.network import Network
from core.probing.moment import Moment, frame
from core.training import evaluation, hand_edits, stop_rules
from core.training.columns import Columns, rows_of
from core.training.pending import Evaluations
from core.training.rate_factors import RateFactors
from core.training.update_loop import UpdateLoop

GOING = np.zeros(1, np.uint8)  # the flag of those who never halt


class Session:
    """The state of one run: network, optimizer, cursor, counters.

    `updates`, `samples` and `epochs` count apart: an update is one change of the weights, an epoch is as many samples
    as the training part has. `ended` is "" while the run may go on, else why it ended: "finished", "diverged",
    "stopped".
    """

    def __init__(
        self, experiment: Experiment, prepared: Prepared | None = None, say: Callable[[str], None] = lambda _: None, patient: bool = True,
        folder: pathlib.Path | None = None,
    ) -> None:  # fmt: skip
        devices.single_thread()
        self.experiment = experiment
        self._say = say  # told before something takes long
        self._patient = patient  # a kernel that has to be compiled first is waited for
        self.settled = False  # begun without the kernel, since it was not there
        with memory_for(PREPARING):
            self.prepared = prepared or prepare(experiment)
        self.device = devices.choose(experiment.device)
        self.updates = self.samples = self._base_samples = 0
        self._base_epochs = 0.0
        self.cursor = Cursor()
        self.watch = StopState()
        self.journal = Journal()
        self.kept = KeptStates(folder, say)  # where a folder is named, its older parts lie there
        self.ended = ""
        self.lifted = False  # the person went on beyond the end: stop rules are silent
        self.version = 0  # rises with every change of what a picture may show
        self._fresh = Evaluations()
        self.last: dict[str, float] = {}
        with memory_for(BUILDING):
            self._build()
        self.measure()
        self.kept.begin(self)

    # What it is

    @property
    def log(self) -> tuple[Event, ...]:
        """Live changes and hand edits."""
        return self.journal.log

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self.journal.marks

    @property
    def base(self) -> tuple[int, float]:
        """The samples and the epochs from which those of the present samples are counted."""
        return self._base_samples, self._base_epochs

    @property
    def train_size(self) -> int:
        return len(self.prepared.train)

    @property
    def epochs(self) -> float:
        """Samples seen ÷ training samples, fractional."""
        return self.epochs_after(0)

    def epochs_after(self, samples: int) -> float:
        """The epochs when so many more samples have been seen."""
        return self._base_epochs + (self.samples + samples - self._base_samples) / self.train_size

    @property
    def batch_size(self) -> int:
        return batch_size(self.experiment, self.train_size)

    def order(self, epoch: int) -> np.ndarray:
        """Places in the training part in the order of an epoch (from 0)."""
        return self.batches.order(epoch)

    def coming_batch(self) -> np.ndarray:
        """Sample numbers (in the table) of the next update."""
        return self.prepared.train[self.batches.next(self.cursor)[0]]

    @property
    def factor(self) -> float:
        """What the learning rate is multiplied by in the coming update."""
        return self._factor_of(self.updates)

    def _factor_of(self, update: int) -> float:
        plateau = self.watch.plateau["factor"] if self.watch.plateau else 1.0
        return cast(Schedule, self.experiment.schedule).factor(update) * plateau

    @property
    def lr(self) -> float:
        return self._lr_of(self.updates)

    def _lr_of(self, update: int) -> float:
        owner = self.experiment.rule if self.experiment.rule.kind == "perceptron" else self.experiment.optimizer
        return cast(Any, owner).lr * self._factor_of(update)

    # Learning

    def advance(
        self,
        updates: int,
        halt: Callable[[], bool] = lambda: False,
        halted: np.ndarray = GOING,
        epochs: float = math.inf,
    ) -> int:
        """Make up to `updates` updates; returns how many were made.

        Ends early when the run ends, when so many `epochs` are reached, when `halt()` says so between two stretches of
        updates, or when another thread sets `halted[0]`, which the kernel looks at after every update.
        """
        made = 0
        devices.use_threads(len(self.network.flat) * self.batch_size)
        with memory_for(f"{TRAINING} with batches of {self.batch_size:,}"):
            while made < updates and self.epochs < epochs and not (self.ended or halted[0] or halt()):
                made += self._stretches.make(updates - made, halted, epochs)
        return made

    def taken(self, evaluations: Columns, updates: int, samples: int) -> None:
        """Count updates that the engine has made, with the evaluations on the way."""
        self.updates += updates
        self.samples += samples
        self.version += updates
        if evaluations:
            self._fresh.add(evaluations)
            self.last = {name: float(column[-1]) for name, column in evaluations.items()}

    def measure(self) -> None:
        """The evaluation that `evaluate_every` sets: the only one that anything is decided on."""
        row = self._record()
        stop_rules.look(self, row)

    def measure_now(self) -> None:
        """An extra evaluation for the screen; it decides nothing."""
        if self.last["update"] != self.updates:
            self._record()

    def _record(self) -> dict[str, float]:
        self.last = self.counts(self.updates, self.samples) | evaluation.evaluate(self)
        self._fresh.add_row(self.last)
        return self.last

    def counts(self, updates: int, samples: int) -> dict[str, float]:
        """What an evaluation after so many updates and samples says besides its figures."""
        return {
            "update": float(updates),
            "epoch": self.epochs_after(samples - self.samples),
            "samples": float(samples),
            "lr": self._lr_of(updates),
        }

    def counts_of_many(self, updates: np.ndarray, samples: np.ndarray) -> Columns:
        """`counts` for evaluations (n,) that lie ahead, in columns."""
        epochs = self._base_epochs + (samples - self._base_samples) / self.train_size
        rates = np.array([self._lr_of(int(update)) for update in updates])
        return {"update": updates.astype(float), "epoch": epochs, "samples": samples.astype(float), "lr": rates}

    def take_columns(self) -> Columns:
        """The evaluations made since the last call; a later one of the same update takes the place of the earlier."""
        return self._fresh.take()

    def take_evaluations(self) -> list[dict[str, float]]:
        """`take_columns` as rows."""
        return rows_of(self.take_columns())

    def end(self, state: str, text: str) -> None:
        """Called by the watching rules: the run is over."""
        self._end(state, text)

    def _end(self, state: str, text: str) -> None:
        self.ended = state
        self.mark(state, text)

    def mark(self, kind: str, text: str) -> None:
        self.journal.mark(Mark(self.updates, kind, text))

    def go_on(self) -> None:
        """Go on beyond the end that a stop rule set: the rules are silent from here on."""
        if self.ended == "finished":
            self.ended, self.lifted = "", True
            self.journal.event(Event(self.updates, "go on", ()))

    def put_back(self, vector: np.ndarray, slots: dict[str, object], dead: torch.Tensor | None) -> None:
        """Undo updates that were not counted yet."""
        self.write(slice(None), vector)
        self.engine.load_slots(slots)
        self.train_state.dead = dead

    def take_back(self, parameters: np.ndarray, buffers: dict[str, np.ndarray]) -> None:
        """Return to the best weights (early stopping)."""
        self.write(slice(None), parameters)
        if buffers:
            self.network.load_buffers(buffers)
        self.changed()

    # Parameters

    def parameters(self) -> dict[str, np.ndarray]:
        """Copies of all parameters by name, in the order of the flat vector."""
        flat = self.vector()
        return {slot.name: flat[slot.where].reshape(slot.shape) for slot in self.network.slots}

    def vector(self) -> np.ndarray:
        """All parameters as one vector, in the run's precision."""
        return self.network.flat.detach().cpu().numpy().copy()

    def load_parameters(self, parameters: Mapping[str, Any]) -> None:
        """Replace parameters by name; the update count goes on, the optimizer's memory is cleared, the event is
        logged."""
        hand_edits.load_parameters(self, parameters)

    def set_parameter(self, name: str, index: tuple[int, ...], value: float) -> None:
        """Type one number of one parameter by hand."""
        array = self.parameters()[name].astype(np.float64)
        array[index] = value
        self.load_parameters({name: array})

    def load_vector(self, vector: np.ndarray, text: str = "", drag: bool = False) -> None:
        """Replace all parameters, (P,): the update count goes on, the optimizer's memory is cleared, the event is
        logged."""
        hand_edits.load_vector(self, vector, text, drag)

    def keep_point(self, name: str) -> None:
        """Keep the parameters as they are now under a name; one of the same name goes."""
        self.points = hand_edits.with_point(self.points, name, self.vector())
        self.version += 1

    def forget_point(self, name: str) -> None:
        """Keep a point no longer."""
        self.points = hand_edits.without_point(self.points, name)
        self.version += 1

    def write(self, where: slice, numbers: np.ndarray) -> None:
        """Parameters, without anything else."""
        self.network.flat[where] = torch.tensor(np.ascontiguousarray(numbers)).to(self.network.flat)

    def changed(self) -> None:
        """Somebody other than the engine has changed what is shown; the evaluation of it decides nothing."""
        self.version += 1
        self._record()

    # Live changes

    def apply(self, experiment: Experiment) -> bool:
        """Take over an experiment in mid-run; True where only live parameters differ, else nothing happens."""
        if experiment == self.experiment:
            return True
        if not only_live(self.experiment, experiment):
            return False
        changes = differences(self.experiment, experiment)
        if _other_samples(self.experiment, experiment, changes) and not self._take_over_data(experiment):
            return False
        self.experiment = experiment
        self.train_state.experiment = experiment
        self.batches = Batches(experiment, self.train_size)
        self.factors = RateFactors(experiment.schedule)
        self.trajectory.every = experiment.evaluate_every
        self.settled &= "engine" not in changes
        self._choose_engine()
        self.kept.space(self)
        self.journal.event(Event(self.updates, "live", tuple((path, after) for path, (_, after) in changes.items())))
        self._mark_live(changes)
        self.version += 1
        if any(path.startswith("task.") for path in changes):
            self.baselines = evaluation.baselines(self)  # what is wanted of real samples may be another target now
        if any(path.startswith("data.") for path in changes):
            self._record()  # the figures on the screen are of the samples that are there now; it decides nothing
        return True

    def _mark_live(self, changes: dict[str, tuple[Any, Any]]) -> None:
        shown = {
            path: pair
            for path, pair in changes.items()
            if path not in ("speed", "goal", "data.points", "start.weights")
        }
        for path, (_, after) in shown.items():
            self.mark("live", f"{path} → {after:g}" if isinstance(after, float) else f"{path} → {after}")

    def _take_over_data(self, experiment: Experiment) -> bool:
        """New samples for the same network: the counters go on, the next batch opens a new order."""
        prepared = prepare(experiment)
        if (prepared.keys, prepared.shape, prepared.outputs) != (
            self.prepared.keys,
            self.prepared.shape,
            self.prepared.outputs,
        ):
            return False
        self._base_epochs, self._base_samples = self.epochs, self.samples
        self.prepared = prepared
        if self.cursor.position:
            self.cursor = Cursor(self.cursor.epoch + 1)
        self.train_state.part = self._training_part()
        self.baselines = evaluation.baselines(self)
        return True

    # Pictures

    def still(self, memory: bool = False) -> Still:
        """The run as it is now, to compute pictures from; with the optimizer's memory where asked."""
        dead = self.train_state.dead
        return Still(
            experiment=self.experiment,
            prepared=self.prepared,
            updates=self.updates,
            epochs=self.epochs,
            samples=self.samples,
            vector=self.vector(),
            buffers=self.network.buffers_as_numpy(),
            cursor=self.cursor,
            dead=None if dead is None else dead.cpu().numpy().copy(),
            version=self.version,
            path=self.trajectory.path(),
            points=self.points,
            slots=self.engine.slots() if memory else None,
            last=self.last,
            factor=self.factor,
        )

    def frame(self, request: Probe, run: int = 0) -> Frame:
        """The answer to a probe, as of now: what the picture thread makes of the same moment."""
        moment = self.moment(request.needs_memory)
        return frame(request, moment, request.compute(moment), run)

    def moment(self, memory: bool = False) -> Moment:
        """What may be asked of the run as it is now; with the optimizer's memory where asked."""
        still = self.still(memory)
        self._replica = replica_for(still, self._replica)
        return Moment(still, self._replica)

    def evaluate(self) -> dict[str, float]:
        """All figures as of now, by name such as "test.accuracy"; it changes nothing."""
        return evaluation.evaluate(self)

    def outputs(self, inputs: np.ndarray) -> np.ndarray:
        """Encoded inputs (samples, features) -> raw outputs (samples, k) float64, in evaluation mode."""
        return self.engine.outputs(inputs)

    def trace(self, inputs: np.ndarray, only: str = "") -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values), each (samples, units) float32 or float64, in evaluation mode; of one
        layer alone where one is named."""
        return answers.trace(self.train_state, inputs, only)

    def gradient(self, samples: np.ndarray | None = None) -> np.ndarray:
        """Flat gradient of the data's mean loss over samples of the table (all training samples), in evaluation mode.

        Penalties and clipping are left out; the run is not disturbed.
        """
        return answers.gradient(self.train_state, self.prepared, samples)

    def penalty(self) -> float:
        """The sum of all penalties at the current weights."""
        return self.penalty_of(self.vector())

    def penalty_of(self, vector: np.ndarray) -> float:
        """The sum of all penalties at other weights, (parameters,)."""
        if not self.experiment.penalties:
            return 0.0
        weights, slots = vector.astype(np.float64), self.network.slots
        return float(
            sum(
                penalty.value(weights[shapes.weight_mask(slots, penalty.biases)])
                for penalty in self.experiment.penalties
            )
        )

    # Snapshots

    def snapshot(self) -> Snapshot:
        """Everything this run is now."""
        state = self.kept.state(self)
        assert state.numbers is not None  # they are in memory
        return Snapshot.of(state, state.numbers, self.log, self.marks, self.trajectory.path(), self.points)

    def restore(self, snapshot: Snapshot, same_run: bool = False) -> None:
        """Become the run of a snapshot: advanced from here it is as if never interrupted. Its history begins there
        unless it is of the `same_run`."""
        if snapshot.experiment != self.experiment:
            self.prepared = prepare(snapshot.experiment)
        if snapshot.experiment != self.experiment or snapshot.settled != self.settled:
            self.experiment, self.settled = snapshot.experiment, snapshot.settled
            self._build()
        self.updates, self.samples, self.cursor = snapshot.updates, snapshot.samples, snapshot.cursor
        self._base_samples, self._base_epochs = snapshot.base_samples, snapshot.base_epochs
        self.write(slice(None), snapshot.parameters)
        self.network.load_buffers(snapshot.buffers)
        self.train_state.dead = (
            None if snapshot.dead is None else torch.from_numpy(snapshot.dead.copy()).to(self.device)
        )
        self.engine.load_slots(snapshot.slots)
        self.journal = Journal(snapshot.log, snapshot.marks)
        self.watch, self.ended, self.lifted = snapshot.watch, snapshot.ended, snapshot.lifted
        self.points = snapshot.points or self.points
        self._begin_course(snapshot.path)
        self._fresh.clear()
        self.changed()
        if not same_run:
            self.kept.begin(self)

    def _begin_course(self, path: Path | None = None) -> None:
        """Record the path from here on, as the continuation of another where there is one."""
        vector = self.vector()
        self.trajectory = Trajectory(len(vector), vector.dtype, self.experiment.evaluate_every)
        if path is None:
            self.trajectory.record(self.updates, vector)
        else:
            self.trajectory.take_over(path)

    @classmethod
    def of(cls, snapshot: Snapshot) -> Session:
        """A new session that goes on from a snapshot."""
        session = cls(snapshot.experiment)
        session.restore(snapshot)
        return session

    # Building

    def _build(self) -> None:
        features, outputs = self.prepared.shape, self.prepared.outputs
        self.network = Network(self.experiment, features, outputs, self.device)
        self.write(slice(None), shapes.start_vector(self.experiment, features, outputs))
        self.train_state = TrainState(self.experiment, self.network, self.device, self._training_part())
        self._kind = ""
        self._choose_engine()
        self.batches = Batches(self.experiment, self.train_size)
        self.factors = RateFactors(cast(Schedule, self.experiment.schedule))
        self._stretches = UpdateLoop(self)
        self._replica: Replica | None = None
        self._begin_course()
        self.points: dict[str, np.ndarray] = {"start": self.vector()}
        self.baselines = evaluation.baselines(self)

    def _choose_engine(self) -> None:
        """The engine that the experiment decides on; it goes on with the optimizer's memory of the one before."""
        kind, self.engine_reason = choose(self.train_state, self._say, self._patient, self.settled)
        self.settled = settles(self.engine_reason)
        if kind != self._kind:
            slots = self.engine.slots() if self._kind else {}
            self.engine: Engine = build(kind, self.train_state)
            self.engine.load_slots(slots)
            self._kind = kind
        else:
            self.engine.configure()

    def _training_part(self) -> TrainingPart:
        return training_part(self.prepared, self.device, self.network.flat.dtype)

    @property
    def finite(self) -> bool:
        """Whether every parameter is a finite number."""
        return math.isfinite(float(self.network.flat.sum()))


def _other_samples(old: Experiment, new: Experiment, changes: Mapping[str, Any]) -> bool:
    """Whether the data or their parts change: early stopping that is switched on in mid-run needs a validation part."""
    return (
        any(path.startswith("data.") for path in changes)
        or old.effective_validation_share != new.effective_validation_share
    )
