"""The fused engine: slices of updates by the kernel on the parameters and the optimizer's memory of the eager
engine."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.data.batches import Batches, Cursor, batch_size
from core.engines.eager import EagerEngine
from core.engines.fused import programs
from core.engines.fused.batch_inference import BatchInference, address
from core.engines.fused.native import places
from core.engines.fused.plan import Plan, plan
from core.engines.state import Looks, TrainState

_AVERAGES = ({"momentum_buffer", "exp_avg"}, {"sum", "square_avg", "exp_avg_sq"}, {"grad_avg", "max_exp_avg_sq"})
_COUNTS = ("step", "mu_product")
CALL = 500_000_000  # additions and multiplications of one call


class FusedEngine(EagerEngine):
    """Parameters, averages and cut links are the run's arrays, in which torch works too: what one engine leaves the
    other goes on with.

    The kernel is called with one table of sizes and addresses, in which only what has changed is written anew.
    """

    name = "fused kernel"

    def __init__(self, train_state: TrainState) -> None:
        experiment, network = train_state.experiment, train_state.network
        advance, look = (programs.function(name, experiment.dtype) for name in ("advance", "look"))
        assert advance and look, "the programs have to be at hand"
        self._advance, self._plan, self._batches = advance, None, None
        self._held = [-1, -1]
        self._call = np.zeros(places.CALL, np.int64)
        self._address = address(self._call)
        self._kept: dict[int, np.ndarray] = {}  # the arrays that the table tells of, so that they stay
        super().__init__(train_state)
        features, outputs = train_state.inputs.shape[1], train_state.targets.shape[1]
        self._looker = BatchInference(look, train_state.blueprint)
        self._parameters = network.lent.array
        self._state, self._counts = np.zeros(places.STATE, np.int64), np.zeros(2)
        self._memory_of: Any = None
        self._blind = self.looks(0, np.empty((0, features)))
        self._prepare(features, outputs)

    def _prepare(self, features: int, outputs: int) -> None:
        """What stays as it is for as long as this engine."""
        call, size, dtype = self._call, len(self._parameters), self._parameters.dtype
        call[places.PARAMETERS], call[places.FEATURES], call[places.ANSWERS] = size, features, outputs
        for place, array in (
            (places.AT_FLAT, self._parameters), (places.AT_GRADIENT, self.train_state.network.flat_gradient.numpy()), (places.AT_COUNTS, self._counts),
            (places.AT_STATE, self._state), (places.AT_BEFORE, np.zeros(size, dtype)),
        ):  # fmt: skip
            self._point(place, array)

    def _point(self, place: int, array: np.ndarray) -> None:
        if self._kept.get(place) is not array:
            self._kept[place], self._call[place] = array, address(array)

    def configure(self) -> None:
        super().configure()
        self._plan: Plan | None = None

    @property
    def longest(self) -> int:
        """Updates of about a tenth of a second: between two calls the interpreter notices Ctrl-C."""
        batch = batch_size(self.train_state.experiment, len(self.train_state.inputs))
        return max(1, CALL // (6 * len(self._parameters) * batch))

    # Learning

    def stretch(
        self, batches: Batches, cursor: Cursor, number: int, factors: np.ndarray, samples: int, halt: np.ndarray
    ) -> tuple[Cursor, int, int]:
        if self._lacks_memory():  # torch's optimizer makes its memory in its first step
            return super().stretch(batches, cursor, number, factors, samples, halt)
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
        """As `stretch`, and what is to be seen on the way is written into `looks`; the optimizer must have its
        memory."""
        self._take_plan(batches)
        self._take_samples()
        self._take_memory()
        self._take_looks(looks)
        self._hold_orders(batches, cursor)
        call, state = self._call, self._state
        state[:] = cursor.epoch, cursor.position, cursor.carried, number, 0
        self._point(places.AT_RATES, self._declared.lr * factors)
        self._point(places.AT_HALT, halt)
        call[places.RATES], call[places.MOST_SAMPLES] = len(factors), samples
        made = self._advance(self._address)
        self._keep_counts()
        after = Cursor(int(state[places.EPOCH]), int(state[places.POSITION]), int(state[places.CARRIED]))
        self._note_turns(cursor.epoch, after.epoch)
        return after, made, int(state[places.TAKEN])

    def _take_plan(self, batches: Batches) -> None:
        """Settings and batches, where they are others than before."""
        if self._plan is not None and self._batches is batches:
            return
        samples, call = batches.samples, self._call
        found = self._plan = plan(self.train_state, batches.size)
        self._batches, self._held, self._orders = batches, [-1, -1], np.empty((2, samples), np.int64)
        boxes = 1 << max(1, (samples - 1).bit_length())
        call[places.DEPTH], call[places.SAMPLES], call[places.BOXES], call[places.WORK_SIZE] = (
            len(found.layers),
            samples,
            boxes + 1,
            found.rows * places.CHUNK,
        )
        for place, array in (
            (places.AT_LAYERS, found.layers), (places.AT_NUMBERS, found.numbers), (places.AT_SHARES, found.shares), (places.AT_PREFIXES, found.prefixes),
            (places.AT_WAYS, found.ways), (places.AT_BOUNDS, found.bounds), (places.AT_OPTIONS, found.options), (places.AT_PULLS, found.pulls),
            (places.AT_STREAMS, np.zeros(len(found.layers), np.uint64)), (places.AT_ORDERS, self._orders), (places.AT_KEYS, np.zeros((2, samples), np.uint64)),
            (places.AT_BOXES, np.zeros(boxes + 1, np.int64)), (places.AT_WORK, np.zeros(found.rows * places.CHUNK, self._parameters.dtype)),
        ):  # fmt: skip
            self._point(place, array)

    def _take_samples(self) -> None:
        """The training part, and the marks of cut links, which the kernel may add to."""
        train_state = self.train_state
        self._call[places.AT_X], self._call[places.AT_T] = train_state.inputs.data_ptr(), train_state.targets.data_ptr()
        if self._plan is not None and self._plan.ways[places.CUTS]:
            self._call[places.AT_DEAD] = address(self._marks().array)

    def _take_looks(self, looks: Looks) -> None:
        call = self._call
        call[places.LOOKS], call[places.TABLE_SIZE] = len(looks.due), len(looks.table)
        self._point(places.AT_LOOKS, looks.due)
        self._point(places.AT_TABLE, looks.table)
        self._point(places.AT_ANSWERS, looks.answers)
        self._point(places.AT_VECTORS, looks.vectors)
        self._point(places.AT_SEEN, looks.seen)

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
        return self.train_state.experiment.shuffle == "each epoch"

    # The optimizer's memory

    @property
    def may_look(self) -> bool:
        """Whether the next update is the kernel's, so that many evaluations can be made in one call."""
        return not self._lacks_memory()

    def looks(self, count: int, table: np.ndarray) -> Looks:
        """Room for `count` looks at the encoded samples of `table`."""
        dtype = self._parameters.dtype
        return Looks(
            np.zeros(count, np.int64), np.array(table, dtype, order="C"),
            np.empty((count, len(table), self.train_state.targets.shape[1]), dtype),
            np.empty((count, len(self._parameters)), dtype), np.zeros(count, np.int64),
        )  # fmt: skip

    def _lacks_memory(self) -> bool:
        declared: Any = self._declared
        if declared.kind == "sgd" and declared.momentum == 0:
            return False
        return not self.memory.first

    def _take_memory(self) -> None:
        """The averages of the optimizer, which the kernel changes in place, and (steps, product of momenta)."""
        memory = self.memory.first
        for place, names in zip((places.AT_FIRST, places.AT_SECOND, places.AT_THIRD), _AVERAGES, strict=True):
            found = next((memory[name] for name in names if memory.get(name) is not None), None)
            self._call[place] = 0 if found is None else address(found)
        self._counts[:] = [
            memory[name].item() if name in memory else first for name, first in zip(_COUNTS, (0.0, 1.0), strict=True)
        ]

    def _keep_counts(self) -> None:
        memory = self.memory.first
        for name, value in zip(_COUNTS, self._counts, strict=True):
            if name in memory:
                memory[name].fill(value)

    # Answers

    def outputs(self, x: np.ndarray) -> np.ndarray:
        return self._looker.outputs(self._parameters[None], x)[0].astype(np.float64)
