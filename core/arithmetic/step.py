"""What an update makes of a gradient: penalties, clipping, the schedule's rate, the optimizer, old weight -> new
weight."""

from __future__ import annotations

import dataclasses
import functools

import numpy as np

from core.arithmetic.memory import Remembered
from core.arithmetic.notes import penalty_of
from core.arithmetic.scene import Scene
from core.arithmetic.told import ParameterTold
from core.arithmetic.way import Gone, go
from core.families import Line, Numbers, Optimizer, Penalty, Search, Sheet
from core.frozen import frozen
from core.networks.shapes import Slot, weight_mask


@frozen(eq=False)
class Wanted:
    """Numbers of a parameter: their flat places (n,)."""

    slot: Slot
    places: np.ndarray


@frozen(eq=False)
class Clipped:
    """How far the whole gradient is cut: the length that it has after each number has been cut to ±value, and what it
    is multiplied by then (1 where it is short enough)."""

    value: float
    norm: float
    length: float
    factor: float


class Step:
    """The coming update, for as many of its numbers as are asked for."""

    def __init__(self, scene: Scene, gone: Gone) -> None:
        self.scene, self.gone = scene, gone
        self.experiment = scene.moment.experiment
        self.optimizer: Optimizer = scene.player.optimizer
        penalized = self.experiment.penalties if scene.player.penalized else ()
        self.penalties = [penalty for penalty in penalized if penalty.rate > 0]
        self.masks = {
            id(each): weight_mask(scene.moment.blueprint.slots, biases=each.biases) for each in self.penalties
        }
        self.clipped = self._clipped()
        self.memory = Remembered(scene)

    def told(self, wanted: Wanted) -> ParameterTold:
        """Some numbers of a parameter."""
        whole = not self.optimizer.elementwise
        places = np.arange(wanted.slot.size) if whole else wanted.places
        sheet = self._sheet(wanted.slot, places, shape=wanted.slot.shape if whole else places.shape)
        self._gradient(sheet, wanted.slot, places)
        self._rate(sheet)
        self._optimize(sheet, wanted.slot, places)
        self._cut(sheet, wanted.slot, places)
        lines = sheet.lines
        if whole:
            lines = tuple(_some(line, wanted.slot.shape, wanted.places) for line in lines)
        at = np.arange(wanted.slot.offset, wanted.slot.offset + wanted.slot.size)[wanted.places]
        after = np.broadcast_to(sheet["w"], wanted.slot.shape if whole else places.shape).ravel()
        return ParameterTold(
            wanted.slot.name, wanted.slot.shape, wanted.places, self.scene.vector[at], self.gone.share[at],
            self.gone.gradient[at], lines, after[wanted.places] if whole else after, self._inner(at),
        )  # fmt: skip

    def _sheet(self, slot: Slot, places: np.ndarray, shape: tuple[int, ...]) -> Sheet:
        own = {"w": self.scene.vector[slot.where], "g": self.gone.gradient[slot.where]}
        given = {name: array[places].reshape(shape) for name, array in own.items()}
        return Sheet(given | {"ulp": np.asarray(np.finfo(self.experiment.dtype).eps)})

    def _gradient(self, sheet: Sheet, slot: Slot, places: np.ndarray) -> None:
        """What is added to the data's gradient, and what is cut off."""
        for penalty in self.penalties:
            counted = self.masks[id(penalty)][slot.where][places]
            if not penalty.cuts and counted.any():
                self._penalize(sheet, penalty)
        if self.clipped.value:
            sheet.give("c", self.clipped.value)
            cut = np.clip(sheet["g"], -self.clipped.value, self.clipped.value)
            sheet.line("g", "Clipped to a largest size.", "max(−{c}, min({c}, {g}))", cut)
        if self.clipped.norm:
            sheet.know({"c": self.clipped.norm, "‖g‖": self.clipped.length})
            words = (
                "The whole gradient is too long: clipped to a length."
                if self.clipped.factor < 1.0
                else "The whole gradient is short enough."
            )
            sheet.line("g", words, "{g}·min(1, {c}/({‖g‖} + 0.000001))", sheet["g"] * self.clipped.factor)

    def _penalize(self, sheet: Sheet, penalty: Penalty) -> None:
        sheet.give("λ", penalty.rate)
        pull = penalty.gradient(sheet["w"])
        sheet.line("g", f"{penalty.label} pulls the weight towards 0.", f"{{g}} + {penalty.pull}", sheet["g"] + pull)

    def _rate(self, sheet: Sheet) -> None:
        factor = self.scene.still.factor
        sheet.give("η", self.optimizer.lr)
        if factor != 1.0:
            sheet.know({"η₀": self.optimizer.lr, "s": factor})
            sheet.line("η", "The schedule's share of the learning rate.", "{η₀}·{s}", self.optimizer.lr * factor)

    def _optimize(self, sheet: Sheet, slot: Slot, places: np.ndarray) -> None:
        sheet.give("w₀", sheet["w"])
        if self.search is None:
            self.optimizer.work_out(sheet, self.memory.of(slot, places))
            return
        count, moved = len(self.search.steps), (self.search.weights - self.scene.vector)[slot.where][places]
        sheet.give("Δ", moved)
        words = f"All {count} inner steps together." if count > 1 else "The inner step." if count else "No inner step."
        sheet.line("w", words, "{w} + {Δ}", sheet["w"] + moved)

    @functools.cached_property
    def search(self) -> Search | None:
        """The inner steps of an optimizer that makes several in one update; None of others."""
        if not self.optimizer.closure:
            return None
        rate = self.optimizer.lr * self.scene.still.factor
        return self.optimizer.search(self._look, self.scene.vector, self.memory.whole, rate)

    def _look(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        """The loss of the coming batch with its penalties at other weights (P,), and its gradient, clipped."""
        return self._seen(dataclasses.replace(self.scene, vector=weights))

    def _seen(self, scene: Scene) -> tuple[float, np.ndarray]:
        there = go(scene, self.gone.place, descends=True)
        whole = self._penalized(scene.vector, there.gradient)
        return float(there.losses.mean()) + penalty_of(scene), whole * self._short(whole)[1]

    def _inner(self, at: np.ndarray) -> tuple[tuple[Line, ...], ...]:
        """What each inner step makes of the numbers at some places of the vector."""
        steps = () if self.search is None else self.search.steps
        return tuple(tuple(_some(line, self.scene.vector.shape, at) for line in step.lines) for step in steps)

    def _cut(self, sheet: Sheet, slot: Slot, places: np.ndarray) -> None:
        """Links at zero: a step of its own after the data's; a weight that crosses zero is cut for good."""
        for penalty in self.penalties:
            counted = self.masks[id(penalty)][slot.where][places]
            if penalty.cuts and counted.any():
                self._cut_by(sheet, penalty)
        dead = self.scene.still.numbers.dead
        if dead is not None and dead[slot.where][places].any():
            alive = np.where(dead[slot.where][places], 0.0, 1.0)
            sheet.give("a", alive)
            sheet.line("w", "a is 0 where a penalty has cut the link for good, else 1.", "{a}·{w}", alive * sheet["w"])

    def _cut_by(self, sheet: Sheet, penalty: Penalty) -> None:
        sheet.give("λ", penalty.rate)
        moved = sheet["w"] - sheet["η"] * penalty.gradient(sheet["w₀"])
        sheet.give("w′", sheet["w"])
        sheet.line("w", f"{penalty.label} takes a step of its own.", "{w} − {η}·{λ}·sign({w₀})", moved)
        crossed = sheet["w′"] * moved < 0
        if crossed.any():
            sheet.give("a", np.where(crossed, 0.0, 1.0))
            sheet.line(
                "w",
                "a is 0 where this step crosses 0: such a link is cut for good; else 1.",
                "{a}·{w}",
                np.where(crossed, 0.0, moved),
            )

    def _clipped(self) -> Clipped:
        value, norm = self.experiment.clipping.value, self.experiment.clipping.norm
        if not norm:
            return Clipped(value, norm, 0.0, 1.0)
        return Clipped(value, norm, *self._short(self._penalized(self.scene.vector, self.gone.gradient)))

    def _penalized(self, weights: np.ndarray, gradient: np.ndarray) -> np.ndarray:
        """A gradient (P,) of the data with what penalties add to it, each number clipped."""
        whole, value = gradient.copy(), self.experiment.clipping.value
        for penalty in self.penalties:
            if not penalty.cuts:
                whole += penalty.gradient(weights) * self.masks[id(penalty)]
        return np.clip(whole, -value, value) if value else whole

    def _short(self, whole: np.ndarray) -> tuple[float, float]:
        """How long it is, and what it is multiplied by to be short enough."""
        norm, length = self.experiment.clipping.norm, float(np.linalg.norm(whole))
        return length, min(1.0, norm / (length + 1e-6)) if norm else 1.0


def _some(line: Line, shape: tuple[int, ...], places: np.ndarray) -> Line:
    """A line of a whole tensor at some of its places."""
    numbers = {name: _at(value, shape, places) for name, value in line.numbers.items()}
    return dataclasses.replace(line, numbers=numbers, value=_at(line.value, shape, places))


def _at(value: Numbers, shape: tuple[int, ...], places: np.ndarray) -> Numbers:
    if not isinstance(value, np.ndarray) or not value.ndim:
        return value
    return np.broadcast_to(value, shape).ravel()[places]
