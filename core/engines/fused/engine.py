"""The fused engine: slices of updates by the kernel on the parameters and the optimizer's memory of the eager engine."""

from __future__ import annotations

import dataclasses
from typing import Any

import numpy as np
import torch

from core.batches import Batches, Cursor, batch_size
from core.engines.eager import EagerEngine
from core.engines.fused import cache, kernel
from core.engines.fused.plan import Plan, layer_tables, plan
from core.engines.state import Machine

_FIRST = {"momentum_buffer", "exp_avg"}
_SECOND = {"sum", "square_avg", "exp_avg_sq"}
_THIRD = {"grad_avg", "max_exp_avg_sq"}


CALL = 500_000_000  # additions and multiplications of one call


@dataclasses.dataclass(frozen=True)
class Looks:
    """What evaluations are made from: every `every` updates the answers (evaluations, samples, k) to `table`, the parameters
    `vectors` (evaluations, parameters) and the samples taken so far in the stretch, `seen` (evaluations,)."""

    every: int
    table: np.ndarray
    answers: np.ndarray
    vectors: np.ndarray
    seen: np.ndarray


class FusedEngine(EagerEngine):
    """Parameters, gradient, averages and cut links are torch's own tensors, seen as arrays: what one engine leaves the other goes on with."""

    name = "fused kernel"

    def __init__(self, machine: Machine) -> None:
        self._plan: Plan | None = None
        self._work = np.empty(0)
        self._orders = np.empty((2, 0), np.int64)
        self._held = [-1, -1]
        self._batches: Batches | None = None
        super().__init__(machine)
        self._parameters = self._flat.numpy()
        self._gradient = machine.network.flat_gradient.numpy()
        self._layers = layer_tables(machine)
        self._blind = self.looks(0, 1, np.empty((0, machine.inputs.shape[1])))

    def configure(self) -> None:
        super().configure()
        self._plan = None

    @property
    def reach(self) -> int:  # type: ignore[override]
        """Updates of about a tenth of a second: between two calls the interpreter notices Ctrl-C."""
        batch = batch_size(self.machine.experiment, len(self.machine.inputs))
        return max(1, CALL // (6 * len(self._parameters) * batch))

    # Learning

    def stretch(self, batches: Batches, cursor: Cursor, number: int, factors: np.ndarray, samples: int, halt: np.ndarray) -> tuple[Cursor, int, int]:
        if self._lacks_memory():  # torch's optimizer makes its memory in its first step
            return super().stretch(batches, cursor, number, factors, samples, halt)
        return self._advance(batches, cursor, number, factors, samples, halt, self._blind)

    def stretch_looking(
        self, batches: Batches, cursor: Cursor, number: int, factors: np.ndarray, samples: int, halt: np.ndarray, looks: Looks
    ) -> tuple[Cursor, int, int]:
        """As `stretch`, and what the evaluations on the way are made from is written into `looks`; the optimizer must have its memory."""
        return self._advance(batches, cursor, number, factors, samples, halt, looks)

    def _advance(
        self, batches: Batches, cursor: Cursor, number: int, factors: np.ndarray, samples: int, halt: np.ndarray, looks: Looks
    ) -> tuple[Cursor, int, int]:
        tables = self._tables(batches)
        self._hold_orders(batches, cursor)
        state = np.array([cursor.epoch, cursor.position, cursor.carried, number, 0], np.int64)
        slots = self._slots()
        made = kernel.advance(
            self._parameters, self._gradient, slots, tables.layers, tables.numbers, tables.shares, tables.prefixes, tables.ways, tables.bounds,
            tables.options, self.machine.inputs.numpy(), self.machine.targets.numpy(), self._orders, state, self._declared.lr * factors, samples,
            tables.pulls, self._dead(tables), self._work, halt, looks.every, looks.table, looks.answers, looks.vectors, looks.seen,
        )  # fmt: skip
        self._keep_counts(slots[3])
        after = Cursor(int(state[kernel.EPOCH]), int(state[kernel.POSITION]), int(state[kernel.CARRIED]))
        self._note_turns(cursor.epoch, after.epoch)
        return after, made, int(state[kernel.SAMPLES])

    def _tables(self, batches: Batches) -> Plan:
        if self._plan is None or self._batches is not batches:
            self._batches, self._held = batches, [-1, -1]
            self._orders = np.empty((2, batches.samples), np.int64)
            self._plan = plan(self.machine, batches.size)
            if len(self._work) < self._plan.rows * kernel.CHUNK:
                self._work = np.zeros(self._plan.rows * kernel.CHUNK, self._parameters.dtype)
        return self._plan

    def _hold_orders(self, batches: Batches, cursor: Cursor) -> None:
        """The order of the epoch, and of the one before where samples of it are still to come; an even epoch's lies in the first row."""
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
        return self.machine.experiment.shuffle == "each epoch"

    def _dead(self, tables: Plan) -> np.ndarray:
        """The marks of cut links, which the kernel may add to."""
        if not tables.ways[kernel.CUTS]:
            return np.zeros(0, np.uint8)
        if self.machine.dead is None:
            self.machine.dead = torch.zeros_like(self._flat, dtype=torch.bool)
        return self.machine.dead.numpy().view(np.uint8)

    # The optimizer's memory

    @property
    def may_look(self) -> bool:
        """Whether the next update is the kernel's, so that many evaluations can be made in one call."""
        return not self._lacks_memory()

    def looks(self, count: int, every: int, table: np.ndarray) -> Looks:
        """Room for `count` evaluations on the encoded samples of `table`."""
        dtype = self._parameters.dtype
        return Looks(
            every, np.array(table, dtype, order="C"), np.empty((count, len(table), self.machine.targets.shape[1]), dtype),
            np.empty((count, len(self._parameters)), dtype), np.zeros(count, np.int64),
        )  # fmt: skip

    def _lacks_memory(self) -> bool:
        declared: Any = self._declared
        if declared.kind == "sgd" and declared.momentum == 0:
            return False
        return not self.optimizer.state.get(self._flat)

    def _slots(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """The averages as arrays, each empty where the optimizer keeps none, and (steps, product of momenta)."""
        memory = self.optimizer.state.get(self._flat, {})
        first, second, third = (self._average(memory, names) for names in (_FIRST, _SECOND, _THIRD))
        return first, second, third, np.array([float(memory.get("step", 0.0)), float(memory.get("mu_product", 1.0))])

    def _average(self, memory: dict[str, Any], names: set[str]) -> np.ndarray:
        found = [memory[name] for name in names if memory.get(name) is not None]
        return found[0].numpy() if found else np.empty(0, self._parameters.dtype)

    def _keep_counts(self, counts: np.ndarray) -> None:
        memory = self.optimizer.state.get(self._flat, {})
        for name, value in zip(("step", "mu_product"), counts, strict=True):
            if name in memory:
                memory[name].fill_(float(value))

    # Answers

    def outputs(self, x: np.ndarray) -> np.ndarray:
        outputs = np.empty((len(x), self.machine.targets.shape[1]), self._parameters.dtype)
        layers, numbers, rows = self._layers
        if len(self._work) < rows * kernel.CHUNK:
            self._work = np.zeros(rows * kernel.CHUNK, self._parameters.dtype)
        kernel.answer(self._parameters, layers, numbers, np.array(x, self._parameters.dtype, order="C"), self._work, outputs)
        return outputs.astype(np.float64)

    # Compiling

    @property
    def compiled(self) -> bool:
        """Whether the kernel is there, in this process or on the disk."""
        return cache.is_kept(self.machine.experiment.dtype)

    def warm_up(self) -> None:
        """Load the kernel from the disk, or compile it."""
        batches = Batches(self.machine.experiment, len(self.machine.inputs))
        self._advance(batches, Cursor(), 0, np.empty(0), 0, np.ones(1, np.uint8), self._blind)
        self.outputs(np.zeros((0, self.machine.inputs.shape[1])))
        cache.keep(self.machine.experiment.dtype)
