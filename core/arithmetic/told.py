"""What is told of the coming update: plain frozen values, in double precision."""

from __future__ import annotations

from typing import Literal

import numpy as np

from core.families.line import Line
from core.families.search import Search
from core.frozen import frozen
from core.messages import number_words


@frozen(eq=False)
class Coming:
    """The batch of the coming update: `samples` (batch,) are numbers in the table in the batch's own order (−1 where a
    row is made of noise), `losses` (batch,) those of each as the update sees it; `mean` is J of the data over the
    batch, `penalty` what the weights cost besides; `largest` is the place in the batch with the largest loss."""

    samples: np.ndarray
    losses: np.ndarray
    mean: float
    penalty: float
    largest: int


@frozen(eq=False)
class Normal:
    """Weighted sums centred and scaled, for the sample: n = (z − mean)/√(variance + ε), out = γ·n + β.

    `over`: "batch" (mean and variance of this batch, one for each unit or channel), "running" (a batch of one has no
    spread: the running ones stand in) or "layer" (over the units of this sample). All arrays can be broadcast
    against z. `delta` is ∂L/∂out.
    """

    over: Literal["batch", "running", "layer"]
    mean: np.ndarray
    variance: np.ndarray
    eps: float
    normal: np.ndarray
    gamma: np.ndarray
    beta: np.ndarray
    out: np.ndarray
    delta: np.ndarray | None


@frozen(eq=False)
class CellTold:
    """One recurrent cell over all steps of the sample: `inputs` (steps, features), its gates and states by name, each
    (steps, units), and the `sums` that its gates are made of; `arrives` (steps, units) is the gradient that arrives at
    the state of each step, from what reads it and from all later steps, `arrives_memory` the same at a memory of its
    own (LSTM), else None."""

    suffix: str
    backwards: bool
    inputs: np.ndarray
    sums: dict[str, np.ndarray]
    gates: dict[str, np.ndarray]
    arrives: np.ndarray | None
    arrives_memory: np.ndarray | None


@frozen(eq=False)
class LayerTold:
    """One layer on the way of the sample, all arrays of this sample alone, in the layer's own shape.

    Forwards: `inputs` come in, `sums` are z = Wx + b, `normal` what normalization makes of them, `values` a = g(z),
    `line` how these are calculated (None where several sums make one), `slopes` g′(z) (None where it is no number a
    unit: softmax), `mask` what dropout multiplies by in this very update (0 or 1/(1 − p); None without), `passed` =
    a·mask goes on.

    Backwards: `arrived` is ∂L/∂passed, `delta` δ = ∂L/∂z, `down` ∂L/∂inputs; None where no gradient is spoken of.
    With batch normalization δ also counts what this sample does to the others through mean and spread.

    `inner` are the parts of a layer that is made of several (residual), `cells` those of a recurrent one; `suffix` is
    what the names of a part's own parameters end with.
    """

    name: str
    kind: str
    activation: str
    inputs: np.ndarray
    sums: np.ndarray
    normal: Normal | None
    values: np.ndarray
    slopes: np.ndarray | None
    mask: np.ndarray | None
    passed: np.ndarray
    arrived: np.ndarray | None
    delta: np.ndarray | None
    down: np.ndarray | None
    inner: tuple[LayerTold, ...] = ()
    cells: tuple[CellTold, ...] = ()
    suffix: str = ""
    line: Line | None = None

    @property
    def owner(self) -> str:
        """The layer itself, or that whose part it is."""
        return self.name.partition(" ")[0]

    def parameter(self, role: str) -> str:
        """The whole name of one of its parameters: "h1.weight", of a part "h1.weight_1"."""
        return f"{self.owner}.{role}{self.suffix}"


@frozen(eq=False)
class LossTold:
    """The loss of the sample: raw `outputs` (k,), what a person reads of them (`answers`), what they should say
    (`targets`), `lines` of how the loss comes about, `value`, and `slope` (k,) ∂L/∂output, None where it has none.
    `share`: 1/batch, with which it counts in the mean."""

    outputs: np.ndarray
    answers: np.ndarray
    targets: np.ndarray
    lines: tuple[Line, ...]
    value: float
    slope: np.ndarray | None
    share: float


@frozen(eq=False)
class Terms:
    """Products that add up to a number: `total` = Σ `factors`·`values` + `bias`, None where the layer has none.

    `names` say what each value is ("x1", "h1[2]", of a picture "h1[2] at 3, 4"), `places` (n, axes) where it stands in
    what comes in (−1 in the padding); `shape` is that of the patch that is looked at (channels, height, width), (n,)
    for a row. `rule`: "sum"; of a pooling window "largest" or "mean".
    """

    names: tuple[str, ...]
    factors: np.ndarray
    values: np.ndarray
    places: np.ndarray
    shape: tuple[int, ...]
    bias: float | None
    total: float
    rule: Literal["sum", "largest", "mean"] = "sum"

    @property
    def products(self) -> np.ndarray:
        """(n,) factor · value."""
        return self.factors * self.values


@frozen(eq=False)
class UnitTold:
    """The unit in hand: `place` is its index in the layer's sums, (unit,) of a row, (channel, row, column) of a map,
    (step, channel) of a sequence. `forwards` are the terms of z, None where they are not products that add up;
    `backwards` those of the gradient that arrives: the weights that lead on from it times the δ they lead to, with
    `total` = arrived; None where the next layer does not simply add up (`why` says so in a sentence). `inner` are the
    same of the parts of a layer that is made of several, each at the same place; then `forwards` are what they add."""

    layer: str
    place: tuple[int, ...]
    forwards: Terms | None
    backwards: Terms | None
    why: str = ""
    inner: tuple[UnitTold, ...] = ()


@frozen(eq=False)
class ParameterTold:
    """Numbers of one parameter tensor and what the update makes of each: `places` (n,) are flat indices into `shape`.

    `before` old weights; `share` the gradient of this sample's loss, δ × input, which counts with 1/batch; `gradient`
    that of the batch's mean; both None where no gradient is spoken of. `lines` are what becomes of it, in order:
    penalty, clipping, the schedule's rate, the optimizer's own quantities, each value (n,) or one number for all;
    `after` new weights. `inner` are the lines of each inner step, where an update makes several.
    """

    name: str
    shape: tuple[int, ...]
    places: np.ndarray
    before: np.ndarray
    share: np.ndarray | None
    gradient: np.ndarray | None
    lines: tuple[Line, ...]
    after: np.ndarray
    inner: tuple[tuple[Line, ...], ...] = ()

    def index(self, place: int) -> tuple[int, ...]:
        """The index in the tensor of the number at `place` of these arrays."""
        return tuple(int(each) for each in np.unravel_index(int(self.places[place]), self.shape))


@frozen
class Check:
    """The largest differences found just now. `autograd`: between the gradients here and torch's automatic
    differentiation in double precision, relative to the largest of them (or 1 where all are smaller); `update`:
    between the new weights here and those of the run's own next update, made on a copy, relative in the same way;
    `where` is the parameter of that. None where there is nothing to compare with. `precision` is the run's own.
    Where that is too coarse (a gradient that cancels, a sum at the very kink of an activation) `doubled` is what
    `update` is when the run's own update is made in double precision; None where it need not be. Where that does not
    settle it either, `twin` is how far the same arithmetic ends from here when what it sees is one rounding of that
    precision off: a distance like that of the run's own update, and roundings decide where this update ends."""

    autograd: float | None
    update: float | None
    where: str
    precision: str
    doubled: float | None = None
    twin: float | None = None

    @property
    def holds(self) -> bool | None:
        """Whether both are within their bounds; None where roundings decide, so that nobody can tell."""
        close = self.autograd is None or self.autograd <= AUTOGRAD
        if close and self._undecided:
            return None
        return close and (self.update is None or self.update <= UPDATE or self._only_rounded)

    @property
    def sign(self) -> str:
        """The same as one character."""
        return "?" if self.holds is None else "✓" if self.holds else "✗"

    @property
    def _only_rounded(self) -> bool:
        return self.doubled is not None and self.doubled <= DOUBLED

    @property
    def _undecided(self) -> bool:
        return self.twin is not None and self.update is not None and enough(self.twin, self.update)

    @property
    def why(self) -> tuple[str, ...]:
        """What is known of a difference from the run's own update, in parts of a sentence; none where it is small."""
        if self.doubled is None:
            return ()
        if self._only_rounded:
            return (f"made in float64 it equals it to {number_words(DOUBLED)}, so that the rest is rounding",)
        found = (f"made in float64 it differs by {number_words(self.doubled, 2)}",)
        if not self._undecided or self.twin is None:
            return found
        away = number_words(self.twin, 2)
        return (*found, f"here roundings decide: one rounding off, the same arithmetic ends {away} away")

    @property
    def words(self) -> str:
        """What was compared, and what came of it."""
        said = ["In float64 from these parameters"]
        if self.autograd is not None:
            equal = self.autograd <= AUTOGRAD
            said.append(
                "equal to autograd to 1e-10" if equal else f"autograd differs by {number_words(self.autograd, 2)}"
            )
        if self.update is not None:
            equal, own = self.update <= UPDATE, f"the run's own update ({self.precision})"
            apart = f"differs by {number_words(self.update, 2)} in {self.where}"
            said.append(f"{own} {'equals it within 1e-5' if equal else apart}")
        said += self.why
        return f"{said[0]}: {'; '.join(said[1:])}." if said[1:] else ""


AUTOGRAD, UPDATE = 1e-10, 1e-5
DOUBLED = 1e-7  # a digit of single precision: inner steps make it of the rounding of double precision, but no mistake
ALIKE = (
    1 / 3
)  # which of several ways a rounding chooses is luck, so no twin need go just as far as the run's own update


def enough(twin: float, update: float) -> bool:
    """Whether a twin ends about as far away as the run's own update."""
    return twin >= ALIKE * update


@frozen(eq=False)
class Account:
    """The coming update, `update` counted from 1, told for one sample at `place` of its batch.

    `player` is whose update it is, of several; `rule` how weights are changed ("gradient", "perceptron"). `inputs` are
    the names of the numbers that the sample begins with, `unscaled` these numbers before they were scaled, none where
    they are no features. `parameters` are all of them while they are few, else those that were asked for and those of
    the unit in hand. `search` are the inner steps of an update that makes several, None where it makes one. `notes` are
    sentences that a reader has to know; `apart`: the sample is not in the coming batch, and all is told as if it were a
    batch of its own; `problem` says why there is nothing to tell, and then all else is empty.
    """

    update: int
    player: str = ""
    rule: str = "gradient"
    inputs: tuple[str, ...] = ()
    unscaled: tuple[float, ...] = ()
    coming: Coming | None = None
    place: int = 0
    layers: tuple[LayerTold, ...] = ()
    loss: LossTold | None = None
    unit: UnitTold | None = None
    parameters: tuple[ParameterTold, ...] = ()
    search: Search | None = None
    check: Check | None = None
    notes: tuple[str, ...] = ()
    problem: str = ""
    apart: bool = False

    @property
    def sample(self) -> int:
        """The number in the table of the sample that is told of; −1 for none."""
        return -1 if self.coming is None else int(self.coming.samples[self.place])

    def layer(self, name: str) -> LayerTold:
        """The layer of that name."""
        return next(layer for layer in self.layers if layer.name == name)

    def parameter(self, name: str) -> ParameterTold | None:
        """What is told of a parameter; None where nothing is, or where there is none."""
        return next((told for told in self.parameters if told.name == name), None)
