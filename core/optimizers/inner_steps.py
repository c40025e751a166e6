"""The inner steps of one update of L-BFGS, by hand: a direction from what is remembered, and a length along it."""

from __future__ import annotations

import numpy as np

from core.families import InnerStep, Line, Look, Memory, Search, Sheet, Tried
from core.frozen import frozen
from core.optimizers.strong_wolfe import LineSearch, Point

CURVED = 1e-10  # y·s from which a step is remembered


@frozen
class Bounds:
    """Of one update: `steps` and `looks` at the loss at most, `room` for steps that are remembered, whether a line is
    searched, the gradient that counts as `flat` and the change that counts as `still`."""

    steps: int
    looks: int
    room: int
    searches: bool
    flat: float
    still: float


@frozen(eq=False)
class Direction:
    """What two loops over the remembered steps make of the gradient: `rest` after the first, `towards` after the
    second, each (P,)."""

    rho: np.ndarray
    alpha: np.ndarray
    beta: np.ndarray
    scale: float
    rest: np.ndarray
    towards: np.ndarray


class Past:
    """The steps that are remembered, the oldest first: how far each went, s, what the gradient made of it, y, and
    ρ = 1/(y·s) (Nocedal, 1980)."""

    def __init__(self, memory: Memory, room: int) -> None:
        self._room = room
        self._changes, self._moves, self._rho = (list(memory.get(name, ())) for name in ("old_dirs", "old_stps", "ro"))
        self._scale = float(memory.get("H_diag", 1.0))

    def remember(self, change: np.ndarray, move: np.ndarray) -> None:
        """A step along which the gradient has grown."""
        curved = float(change @ move)
        if curved > CURVED:
            for kept, new in ((self._changes, change), (self._moves, move), (self._rho, 1.0 / curved)):
                kept.append(new)
                del kept[: -self._room]
            self._scale = curved / float(change @ change)

    def direction(self, gradient: np.ndarray) -> Direction:
        """From the newest step to the oldest, and back."""
        rest, alpha, beta = -gradient, np.zeros(len(self._rho)), np.zeros(len(self._rho))
        for at in reversed(range(len(self._rho))):
            alpha[at] = self._moves[at] @ rest * self._rho[at]
            rest = rest - alpha[at] * self._changes[at]
        towards = self._scale * rest
        for at, rho in enumerate(self._rho):
            beta[at] = self._changes[at] @ towards * rho
            towards = towards + (alpha[at] - beta[at]) * self._moves[at]
        return Direction(np.array(self._rho, dtype=np.float64), alpha, beta, self._scale, rest, towards)


class Course:
    """One update, inner step by inner step."""

    def __init__(self, bounds: Bounds, look: Look, weights: np.ndarray, memory: Memory, rate: float) -> None:
        self.bounds, self.rate, self._look = bounds, rate, look
        self.past, self.looks = Past(memory, bounds.room), 0
        self.made = int(memory.get("n_iter", 0))  # inner steps of all updates
        self.before = memory.get("prev_flat_grad")  # the gradient where the last step began
        self.move = memory["d"] * memory["t"] if self.made else None
        self.weights = weights
        self.loss, self.gradient = self._at(weights)
        self.steps: tuple[InnerStep, ...] = ()

    def search(self) -> Search:
        """All of it."""
        why = self._flat()
        while not why:
            why = self._step()
        return Search(self.steps, self.looks, why, self.weights)

    def _at(self, weights: np.ndarray) -> tuple[float, np.ndarray]:
        self.looks += 1
        return self._look(weights)

    def _step(self) -> str:
        """One more; why it is the last, "" where it is not."""
        if self.before is not None and self.move is not None:
            self.past.remember(self.gradient - self.before, self.move)
        way, gradient, loss, weights = self.past.direction(self.gradient), self.gradient, self.loss, self.weights
        self.before, self.made = gradient, self.made + 1
        first = self.rate * (min(1.0, 1.0 / float(np.abs(gradient).sum())) if self.made == 1 else 1.0)
        slope = float(gradient @ way.towards)
        goes = not slope > -self.bounds.still
        tried, length, reached = self._go(way.towards, first, slope) if goes else ((), 0.0, None)
        self.move = length * way.towards
        lines = _lines(way, gradient, weights, length)
        self.steps = (
            *self.steps,
            InnerStep(loss, way.rho, way.alpha, way.beta, way.scale, slope, tried, length, reached, lines),
        )
        if not goes:
            return f"the direction leads down by no more than {self.bounds.still:g}"
        return self._end(loss)

    def _go(self, towards: np.ndarray, first: float, slope: float) -> tuple[tuple[Tried, ...], float, float | None]:
        """Along a direction: the lengths that were tried, the one that is taken, and the loss there."""
        if not self.bounds.searches:
            self.weights = self.weights + first * towards
            if len(self.steps) + 1 == self.bounds.steps:
                return (), first, None
            self.loss, self.gradient = self._at(self.weights)
            return (), first, self.loss
        start, weights = Point(0.0, self.loss, slope, self.gradient), self.weights

        def look(length: float) -> Point:
            loss, gradient = self._at(weights + length * towards)
            return Point(length, loss, float(gradient @ towards), gradient)

        most = self.bounds.looks - self.looks
        search = LineSearch(look, start, most, self.bounds.still, float(np.abs(towards).max()))
        found = search.found(first)
        self.weights, self.loss, self.gradient = weights + found.length * towards, found.loss, found.gradient
        return tuple(Tried(each.length, each.loss, each.slope) for each in search.tried), found.length, found.loss

    def _flat(self) -> str:
        small = self.bounds.flat
        flat = float(np.abs(self.gradient).max()) <= small
        return f"no component of the gradient is larger than {small:g}" if flat else ""

    def _end(self, loss: float) -> str:
        """Why no other step is made after one from a `loss`."""
        bounds, small = self.bounds, self.bounds.still
        if len(self.steps) == bounds.steps:
            return f"no more than {bounds.steps} inner steps are made in an update"
        if self.looks >= bounds.looks:
            return f"no more than {bounds.looks} looks at the loss are taken in an update"
        if flat := self._flat():
            return flat
        if self.move is not None and float(np.abs(self.move).max()) <= small:
            return f"no weight has moved by more than {small:g}"
        return f"the loss has changed by less than {small:g}" if abs(self.loss - loss) < small else ""


def _lines(way: Direction, gradient: np.ndarray, weights: np.ndarray, length: float) -> tuple[Line, ...]:
    """What becomes of every weight."""
    sheet = Sheet({"g": gradient, "w": weights, "t": np.asarray(length)})
    if len(way.rho):
        sheet.know({"H": way.scale, "Σα·y": -gradient - way.rest, "Σ(α − β)·s": way.towards - way.scale * way.rest})
        sheet.line("q", "What the remembered steps leave of the gradient, the newest first.", "−{g} − {Σα·y}", way.rest)
        words = "The direction: scaled by H, and the remembered steps added, the oldest first."
        sheet.line("d", words, "{H}·{q} + {Σ(α − β)·s}", way.towards)
    else:
        sheet.line("d", "The direction: nothing is remembered yet, so straight down.", "−{g}", way.towards)
    sheet.line("w", "As far as the length t in that direction.", "{w} + {t}·{d}", weights + length * way.towards)
    return sheet.lines
