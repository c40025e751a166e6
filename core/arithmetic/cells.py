"""Recurrent cells by hand: step by step forwards, and back through time."""

from __future__ import annotations

import abc
from collections.abc import Callable

import numpy as np

from core.arithmetic.operation import Own
from core.formulas.logistic import sigmoid
from core.frozen import frozen

Gates = dict[str, np.ndarray]  # by their names, each (batch, units)


@frozen(eq=False)
class CellPassed:
    """A cell over all steps, each array (batch, steps, …) in the order of the steps: what comes in, the state (and the
    memory) before each step, the sums of input and state before, those that its gates are made of, and gates and
    states."""

    suffix: str
    backwards: bool
    inputs: np.ndarray
    before: np.ndarray
    memory_before: np.ndarray | None
    from_state: np.ndarray
    sums: Gates
    gates: Gates


@frozen(eq=False)
class CellReturned:
    """The gradient that arrives at the state (and the memory) of each step, by the sums of the input and of the state
    before (batch, steps, gates · units), and by what came in."""

    arrives: np.ndarray
    arrives_memory: np.ndarray | None
    by_input: np.ndarray
    by_state: np.ndarray
    down: np.ndarray


@frozen(eq=False)
class Step:
    """One step: its gates and the new state, the sum of the state before, and that state and memory themselves."""

    gates: Gates
    from_state: np.ndarray
    state: np.ndarray
    memory: np.ndarray


@frozen(eq=False)
class Slopes:
    """What one step hands back: by both sums, by the state and the memory before where they are carried past the
    sums."""

    by_input: np.ndarray
    by_state: np.ndarray
    state: np.ndarray | None = None
    memory: np.ndarray | None = None


class Cell(abc.ABC):
    """One cell: a layer and direction of a recurrent layer."""

    remembers = False  # a memory of its own beside the state

    def __init__(self, own: Own, suffix: str, units: int) -> None:
        self.suffix, self.units = suffix, units
        self.w, self.u = own[f"weight_ih{suffix}"], own[f"weight_hh{suffix}"]
        self.b, self.c = own[f"bias_ih{suffix}"], own[f"bias_hh{suffix}"]

    @abc.abstractmethod
    def step(self, x: np.ndarray, h: np.ndarray, state: np.ndarray, memory: np.ndarray) -> tuple[Gates, Gates]:
        """Both sums (batch, gates · units), the state and the memory before -> the sums of the gates, and the gates
        with "state" (and "memory")."""

    @abc.abstractmethod
    def back(self, step: Step, arrives: np.ndarray, late: np.ndarray) -> Slopes:
        """From what arrives at the new state, and `late` at the new memory."""

    @property
    def backwards(self) -> bool:
        """Whether it reads from the end."""
        return self.suffix.endswith("_reverse")

    def order(self, steps: int) -> list[int]:
        """The steps as it reads them."""
        return list(reversed(range(steps))) if self.backwards else list(range(steps))

    def forward(self, x: np.ndarray) -> CellPassed:
        """(batch, steps, features)."""
        state = memory = np.zeros((len(x), self.units))
        kept: list[tuple[np.ndarray, np.ndarray, np.ndarray, Gates, Gates]] = []
        for step in self.order(x.shape[1]):
            h = state @ self.u.T + self.c
            sums, gates = self.step(x[:, step] @ self.w.T + self.b, h, state, memory)
            kept.append((state, memory, h, sums, gates))
            state, memory = gates["state"], gates.get("memory", memory)
        if self.backwards:
            kept.reverse()
        before, memories, hs, sums, gates = zip(*kept, strict=True)
        beside = _stacked(memories) if self.remembers else None
        return CellPassed(
            self.suffix, self.backwards, x, _stacked(before), beside, _stacked(hs), _by_name(sums), _by_name(gates)
        )

    def returned(self, passed: CellPassed, reads: np.ndarray) -> CellReturned:
        """`reads` (batch, steps, units) is what arrives at each state from what reads it; the rest comes from later
        steps."""
        steps = reads.shape[1]
        carried = late = np.zeros_like(reads[:, 0])
        found: dict[int, tuple[np.ndarray, np.ndarray, Slopes]] = {}
        for step in reversed(self.order(steps)):
            gates = {name: array[:, step] for name, array in passed.gates.items()}
            memory = late if passed.memory_before is None else passed.memory_before[:, step]
            arrives = reads[:, step] + carried
            made = Step(gates, passed.from_state[:, step], passed.before[:, step], memory)
            slopes = self.back(made, arrives, late)
            at_memory = late + arrives * self.through_memory(gates)
            found[step] = (arrives, at_memory, slopes)
            carried = slopes.by_state @ self.u + (0.0 if slopes.state is None else slopes.state)
            late = np.zeros_like(late) if slopes.memory is None else slopes.memory
        arrived, memories, each = zip(*(found[step] for step in range(steps)), strict=True)
        by_input, by_state = _stacked([one.by_input for one in each]), _stacked([one.by_state for one in each])
        at_memory = _stacked(memories) if self.remembers else None
        return CellReturned(_stacked(arrived), at_memory, by_input, by_state, by_input @ self.w)

    def through_memory(self, gates: Gates) -> np.ndarray | float:
        """How the state of a step slopes by its memory."""
        return 0.0

    def gradients(self, passed: CellPassed, returned: CellReturned, rows: slice) -> Own:
        """Of its weights and biases, added up over some rows and all steps: each step's δ × what came in there."""
        x, h = passed.inputs[rows], passed.before[rows]
        by_input, by_state = returned.by_input[rows], returned.by_state[rows]
        return {
            f"weight_ih{self.suffix}": np.einsum("bsg,bsf->gf", by_input, x),
            f"weight_hh{self.suffix}": np.einsum("bsg,bsu->gu", by_state, h),
            f"bias_ih{self.suffix}": by_input.sum(axis=(0, 1)),
            f"bias_hh{self.suffix}": by_state.sum(axis=(0, 1)),
        }


class Elman(Cell):
    """h ← g(Wx + b + Uh + c)."""

    rectifies = False

    def step(self, x: np.ndarray, h: np.ndarray, state: np.ndarray, memory: np.ndarray) -> tuple[Gates, Gates]:
        squash: Callable[[np.ndarray], np.ndarray] = (lambda a: np.maximum(a, 0.0)) if self.rectifies else np.tanh
        return {"state": x + h}, {"state": squash(x + h)}

    def back(self, step: Step, arrives: np.ndarray, late: np.ndarray) -> Slopes:
        new = step.gates["state"]
        slope = np.where(new > 0, 1.0, 0.0) if self.rectifies else 1.0 - np.square(new)
        return Slopes(arrives * slope, arrives * slope)


class Rectified(Elman):
    """The same with ReLU."""

    rectifies = True


class Gru(Cell):
    """r and z = σ(…), n = tanh(Wx + b + r·(Uh + c)), new state = n + z·(h − n)."""

    def step(self, x: np.ndarray, h: np.ndarray, state: np.ndarray, memory: np.ndarray) -> tuple[Gates, Gates]:
        (rx, zx, nx), (rh, zh, nh) = np.split(x, 3, -1), np.split(h, 3, -1)
        reset, update = sigmoid(rx + rh), sigmoid(zx + zh)
        candidate = np.tanh(nx + reset * nh)
        sums = {"reset": rx + rh, "update": zx + zh, "candidate": nx + reset * nh}
        new = candidate + update * (state - candidate)
        return sums, {"reset": reset, "update": update, "candidate": candidate, "state": new}

    def back(self, step: Step, arrives: np.ndarray, late: np.ndarray) -> Slopes:
        reset, update, candidate = (step.gates[name] for name in ("reset", "update", "candidate"))
        inner = np.split(step.from_state, 3, -1)[2]
        by_candidate = arrives * (1.0 - update) * (1.0 - np.square(candidate))
        by_update = arrives * (step.state - candidate) * update * (1.0 - update)
        by_reset = by_candidate * inner * reset * (1.0 - reset)
        return Slopes(
            np.concatenate([by_reset, by_update, by_candidate], -1),
            np.concatenate([by_reset, by_update, by_candidate * reset], -1),
            state=arrives * update,
        )


class Lstm(Cell):
    """c ← f·c + i·g and h = o·tanh c, with i, f, o = σ(…) and g = tanh(…)."""

    remembers = True

    def step(self, x: np.ndarray, h: np.ndarray, state: np.ndarray, memory: np.ndarray) -> tuple[Gates, Gates]:
        i, f, g, o = np.split(x + h, 4, -1)
        enters, stays, candidate, leaves = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
        new = stays * memory + enters * candidate
        sums = {"input": i, "forget": f, "candidate": g, "output": o}
        gates = {"input": enters, "forget": stays, "candidate": candidate, "output": leaves, "memory": new}
        return sums, gates | {"state": leaves * np.tanh(new)}

    def back(self, step: Step, arrives: np.ndarray, late: np.ndarray) -> Slopes:
        enters, stays, candidate, leaves = (step.gates[name] for name in ("input", "forget", "candidate", "output"))
        at_memory = late + arrives * self.through_memory(step.gates)
        pieces = (
            at_memory * candidate * enters * (1.0 - enters),
            at_memory * step.memory * stays * (1.0 - stays),
            at_memory * enters * (1.0 - np.square(candidate)),
            arrives * np.tanh(step.gates["memory"]) * leaves * (1.0 - leaves),
        )
        by_sum = np.concatenate(pieces, -1)
        return Slopes(by_sum, by_sum, memory=at_memory * stays)

    def through_memory(self, gates: Gates) -> np.ndarray | float:
        return gates["output"] * (1.0 - np.square(np.tanh(gates["memory"])))


def _stacked(arrays: list[np.ndarray] | tuple[np.ndarray, ...]) -> np.ndarray:
    return np.stack(arrays, 1)


def _by_name(steps: tuple[Gates, ...]) -> Gates:
    """(batch, steps, units) by name."""
    return {name: _stacked([step[name] for step in steps]) for name in steps[0]}
