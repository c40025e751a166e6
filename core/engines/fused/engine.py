"""The fused engine: slices of updates by the kernel, on the numbers that the run owns. Torch has no part in it."""

from __future__ import annotations

import functools

import numpy as np

from core.data.batches import Batches, Cursor, batch_size
from core.data.preparation import Prepared
from core.engines.engine import Looks, Told
from core.engines.exam import Exam
from core.engines.fused import programs
from core.engines.fused.averages import Averages
from core.engines.fused.batch_inference import BatchInference
from core.engines.fused.call import Call
from core.engines.fused.coverage import KERNEL, is_tallied
from core.engines.fused.native import places
from core.engines.fused.plan import Plan, plan
from core.engines.fused.slate import Slate
from core.engines.fused.slope import Slope
from core.engines.holding import Holding
from core.history.state import Slots

CALL = 500_000_000  # additions and multiplications of one call


class FusedEngine:
    """Every update is the kernel's, the first one too; the optimizer's memory goes by torch's names, so that another
    engine can go on with it."""

    name = KERNEL

    def __init__(self, holding: Holding) -> None:
        experiment, blueprint = holding.experiment, holding.blueprint
        advance, look = (programs.function(name, experiment.dtype) for name in ("advance", "look"))
        assert advance and look, "the programs have to be at hand"
        self._holding, self._parameters = holding, holding.flat.array
        self._features, self._outputs = holding.prepared.x.shape[1], holding.prepared.outputs
        self._call = Call(advance, self._parameters, self._features, self._outputs)
        self._looker = BatchInference(look, blueprint)
        self._advance = advance
        self._averages = Averages()
        self._slate: Slate | None = None  # where somebody asks for what the run is on its way
        self._part_of: Prepared | None = None
        self._batches: Batches | None = None
        self._orders = np.empty((2, 0), np.int64)
        self._held = [-1, -1]
        self._blind = self.looks(0, Exam.of(holding.prepared, self._parameters.dtype))
        self.configure()

    def configure(self) -> None:
        """Take over live settings."""
        self._plan: Plan | None = None
        self._slope = functools.cache(lambda: Slope(self._advance, self._holding.blueprint))

    @property
    def longest(self) -> int:
        """Updates of about a tenth of a second: between two calls the interpreter notices Ctrl-C."""
        batch = batch_size(self._holding.experiment, len(self._holding.prepared.train))
        return max(1, CALL // (6 * len(self._parameters) * batch))

    # Learning

    def stretch(
        self, batches: Batches, cursor: Cursor, number: int, factors: np.ndarray, samples: int, halt: np.ndarray
    ) -> tuple[Cursor, int, int]:
        """See `Engine`."""
        return self.stretch_looking(batches, cursor, number, factors, samples, halt, self._blind)

    def stretch_looking(
        self,
        batches: Batches,
        cursor: Cursor,
        number: int,
        factors: np.ndarray,
        samples: int,
        halt: np.ndarray,
        looks: Looks,
    ) -> tuple[Cursor, int, int]:
        """As `stretch`, and what is to be seen on the way is written into `looks`."""
        call, optimizer = self._call, self._holding.experiment.optimizer
        self._take_samples()
        self._take_plan(batches)
        self._averages.lend(call, optimizer)
        self._call.take_looks(looks)
        if self._slate is not None:
            self._slate.lay_out(call, cuts=self._cuts)
        self._hold_orders(batches, cursor)
        state = call.state
        state[:] = cursor.epoch, cursor.position, cursor.carried, number, 0
        made = call.advance(optimizer.lr * factors, samples, halt)
        self._averages.keep_counts(call)
        after = Cursor(int(state[places.EPOCH]), int(state[places.POSITION]), int(state[places.CARRIED]))
        self._note_turns(cursor.epoch, after.epoch)
        return after, made, int(state[places.TAKEN])

    def _take_samples(self) -> None:
        """The training part in the run's precision, where it is another than before."""
        prepared = self._holding.prepared
        if self._part_of is not prepared:
            self._part_of = prepared
            for place, array in ((places.AT_X, prepared.x), (places.AT_T, prepared.targets)):
                self._call.point(place, np.array(array[prepared.train], self._parameters.dtype, order="C"))

    def _take_plan(self, batches: Batches) -> None:
        """Settings and batches, where they are others than before; the marks of cut links, which the kernel may add
        to."""
        if self._plan is None or self._batches is not batches:
            self._plan = plan(self._holding.blueprint, batches.size)
            self._batches, self._held = batches, [-1, -1]
            self._orders = self._call.take_plan(self._plan, batches.samples)
        if self._cuts:
            self._call.point(places.AT_DEAD, self._holding.marks.array)

    @property
    def _cuts(self) -> bool:
        return self._plan is not None and bool(self._plan.ways[places.CUTS])

    def _hold_orders(self, batches: Batches, cursor: Cursor) -> None:
        """The order of the epoch, and of the one before where samples of it are still to come; an even epoch's lies in
        the first row."""
        if not self._shuffled:
            if self._held[0] < 0:
                self._orders[:] = batches.order(cursor.epoch)
                self._held[0] = 0
            return
        for epoch in (cursor.epoch, cursor.epoch - 1) if cursor.carried else (cursor.epoch,):
            if self._held[epoch % 2] != epoch:
                self._orders[epoch % 2] = batches.order(epoch)
                self._held[epoch % 2] = epoch

    def _note_turns(self, before: int, after: int) -> None:
        """The kernel has drawn the orders of the epochs that it has begun."""
        if self._shuffled and after > before:
            self._held[after % 2], self._held[(after - 1) % 2] = after, after - 1

    @property
    def _shuffled(self) -> bool:
        return self._holding.experiment.shuffle == "each epoch"

    def looks(self, count: int, exam: Exam) -> Looks:
        """Room for `count` looks."""
        return Looks.room(count, exam, len(self._parameters), tallied=is_tallied(self._holding.blueprint))

    # What it tells another thread on its way

    def ask(self, *, wished: bool) -> None:
        """See `LookingEngine`."""
        if self._slate is None:
            self._slate = Slate(self._call)
        self._slate.ask(wished=wished)

    def told(self, *, memory: bool) -> Told | None:
        """See `LookingEngine`."""
        return None if self._slate is None else self._slate.read(self._averages, memory=memory)

    # The optimizer's memory

    @property
    def fresh(self) -> bool:
        """Whether the optimizer's memory has not been filled yet."""
        return self._averages.empty

    def broke_off(self) -> bool:
        """A call of the kernel asks for no memory: it is made or not."""
        return False

    def slots(self) -> Slots:
        """Copies of the optimizer's memory."""
        return self._averages.copies()

    def load_slots(self, slots: Slots) -> None:
        """Remember what `slots` gave; an empty dictionary clears the memory."""
        self._averages.load(slots)

    # Answers

    def outputs(self, x: np.ndarray) -> np.ndarray:
        """Encoded inputs (samples, features) -> raw outputs (samples, k) float64."""
        return self._looker.outputs(self._parameters[None], x)[0].astype(np.float64)

    def trace(self, x: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
        """Layer name -> (weighted sums, values), each (samples, units), of all layers."""
        return self._looker.trace(self._parameters, x)

    def gradient(self, samples: np.ndarray) -> np.ndarray:
        """Flat gradient (P,) of the data's mean loss over samples of the table, in evaluation mode."""
        prepared = self._holding.prepared
        return self._slope().gradient(self._parameters, prepared.x[samples], prepared.targets[samples])
