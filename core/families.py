"""What a component of each family has to offer: the contracts that session, forms and tests rely on.

Nothing here imports torch. A component's torch side is built by `build…` methods, which import torch inside.
Annotations are evaluated here and in `params.py` as they stand: as texts, pydantic would compile them anew for each of some hundred components.
"""

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal, cast

import numpy as np

from core import registry
from core.measures import Measure
from core.params import Component, number

if TYPE_CHECKING:
    import torch

TaskKind = Literal["classes", "values"]
Geometry = Literal["plane", "curve", "table", "images", "sequence"]
Shape = tuple[int, ...]  # of one sample, without the batch: (features,), (steps, features), (channels, length), (channels, height, width)
Answer = tuple[dict[str, np.ndarray], dict[str, Any]]  # a probe's arrays and words


@dataclasses.dataclass(frozen=True)
class Table:
    """The samples of a data set before any preprocessing, in the data's own units.

    x: (samples, columns) float64, nan where a value is missing. y: (samples,) int64 class numbers, or
    float64 values. `classes` names the classes (empty for values). `domain` is what a plot shows of each column.
    `sources[i]` names the original column of column i (one-hot columns share a source). `rows` names samples. The columns of a picture or a sequence are laid out as `shape` says, last axis first.
    """

    x: np.ndarray
    y: np.ndarray
    columns: tuple[str, ...]
    target: str
    classes: tuple[str, ...] = ()
    domain: tuple[tuple[float, float], ...] = ()
    geometry: Geometry = "plane"
    sources: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    target_domain: tuple[float, float] | None = None
    shape: Shape = ()  # of one sample whose columns are pixels (channels, height, width) or steps (steps, features); empty: a row
    before: "Table | None" = None  # as the data gave it, where the task has given the samples other classes
    groups: np.ndarray | None = None  # (samples,) int64 from 0 on: samples of one group, such as the letters of one name, are never divided between the parts


class Dataset(Component):
    """A source of samples."""

    family: ClassVar[str] = "datasets"
    geometry: ClassVar[Geometry] = "plane"
    noise_kind: ClassVar[str] = ""
    shelf: ClassVar[str] = "Planar classes"
    scaling: ClassVar[str] = "none"  # the scaling that a new experiment starts with
    baseline_column: ClassVar[str] = ""  # a column (of few values) that alone already tells much: the rule to beat
    train_share: float = number(
        0.5, 0.1, 0.9, step=0.1, above=0.0, maximum=1.0, label="Training share",
        help="The share of the samples that training sees; the rest is the test part, which drives nothing.",
    )  # fmt: skip

    in_order: ClassVar[bool] = False  # samples follow each other in time: the training part is the past, the test part the future

    @property
    def task(self) -> str:
        """The kind of the task that a new experiment gets."""
        return "classes"

    @property
    def tasks(self) -> tuple[str, ...]:
        """The kinds of all tasks that can be set with these data."""
        return (self.task,)

    @property
    def sample_shape(self) -> Shape:
        """The shape of one sample as far as it is known without computing the data: that of pictures and sequences, else ()."""
        return ()

    def table(self, seed: int) -> Table:
        """The samples for a data seed; the same seed gives the same samples."""
        raise NotImplementedError

    def disturbed(self, table: Table, test: np.ndarray, seed: int) -> Table:
        """The table with what is done to its samples once it is known which of them test: `test` holds their numbers."""
        return table


class Activation(Component):
    """What a unit makes of its weighted sum a = Wx + b."""

    family: ClassVar[str] = "activations"
    formula: ClassVar[str] = ""
    limits: ClassVar[tuple[float | None, float | None]] = (None, None)  # lower and upper bound of the values
    output_only: ClassVar[bool] = False  # softmax: acts on all units of a layer at once

    @property
    def pieces(self) -> int:
        """Weighted sums a unit needs: 1, or more for maxout."""
        return 1

    def value(self, a: np.ndarray) -> np.ndarray:
        """g(a), element by element (maxout: over the last axis, (…, pieces) -> (…))."""
        raise NotImplementedError

    def slope(self, a: np.ndarray) -> np.ndarray:
        """g'(a) as automatic differentiation has it, kinks included."""
        raise NotImplementedError

    def parameters(self, units: int) -> dict[str, np.ndarray]:
        """Learned parameters of the activation itself with their starting values (PReLU's slope)."""
        return {}

    def build(self, units: int) -> "torch.nn.Module":
        """The module (batch, units · pieces) -> (batch, units); learned parameters carry the names of `parameters`.
        With several pieces, unit u owns the sums u·pieces … u·pieces + pieces − 1."""
        raise NotImplementedError


class Initializer(Component):
    """Where the weights of a layer start."""

    family: ClassVar[str] = "initializers"
    formula: ClassVar[str] = ""

    def draw(self, shape: tuple[int, ...], fan_in: int, fan_out: int, stream: int) -> np.ndarray:
        """Starting values as float64; `stream` is a key of `core.random`."""
        raise NotImplementedError


class Loss(Component):
    """How wrong one answer is; training makes its mean over the samples small."""

    family: ClassVar[str] = "losses"
    formula: ClassVar[str] = ""
    tasks: ClassVar[tuple[TaskKind, ...]] = ("values",)
    output_activation: ClassVar[str] = "linear"  # what the output units get unless the experiment says otherwise
    link: ClassVar[str] = ""  # "logistic": the loss itself applies sigmoid (one output) or softmax (several)
    allowed_outputs: ClassVar[tuple[str, ...]] = ("linear",)  # output activations that make sense with this loss for classes

    def default_output(self, task: TaskKind) -> str:
        """The kind of the output activation where the experiment says "auto"."""
        return self.output_activation

    def outputs_for(self, task: TaskKind) -> tuple[str, ...]:
        """The kinds of output activations that make sense; values may come out of any that treats each unit alone."""
        if task == "classes" or task not in self.tasks:
            return self.allowed_outputs
        return tuple(kind for kind, cls in registry.family("activations").items() if not cast(type[Activation], cls).output_only)

    def targets(self, y: np.ndarray, outputs: int) -> np.ndarray:
        """y (samples,) -> what the outputs should say, (samples, outputs) float64."""
        raise NotImplementedError

    def answers(self, outputs: np.ndarray) -> np.ndarray:
        """Raw outputs (…, k) -> what a person reads: probabilities (…, k) where there is a link, else the outputs."""
        return outputs

    def decisions(self, outputs: np.ndarray) -> np.ndarray:
        """Raw outputs (samples, k) -> class numbers (samples,), for classes only."""
        if outputs.shape[-1] == 1:
            return (outputs[..., 0] > self.threshold).astype(np.int64)
        return outputs.argmax(axis=-1)

    threshold: ClassVar[float] = 0.0  # a single output above it means class 1
    summed: ClassVar[bool] = False  # reported as the sum over the samples instead of the mean (mistakes)

    def overall(self, each: np.ndarray) -> float:
        """The loss of a part from the losses of its samples: their mean, or their sum."""
        return float(each.sum() if self.summed else each.mean()) if each.size else float("nan")

    def each(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        """The loss of each sample, (samples, k) and (samples, k) -> (samples,), in numpy."""
        raise NotImplementedError

    def build(self, outputs: "torch.Tensor", targets: "torch.Tensor") -> "torch.Tensor":
        """The mean loss over a batch in torch, differentiable: (batch, k), (batch, k) -> ()."""
        raise NotImplementedError


class Rule(Component):
    """How the weights are changed: by the gradient, or by a rule of its own."""

    family: ClassVar[str] = "rules"


class Optimizer(Component):
    """What is done with a gradient."""

    family: ClassVar[str] = "optimizers"
    formula: ClassVar[str] = ""
    elementwise: ClassVar[bool] = True  # every number is treated alone: one flat tensor gives the same result
    closure: ClassVar[bool] = False  # needs to evaluate the loss several times in one update
    lr: float

    def options(self) -> dict[str, Any]:
        """Keyword arguments of the torch optimizer (also the keys of its param_groups), lr included."""
        return {name: getattr(self, name) for name in type(self).model_fields if name != "kind"}

    def build(self, tensors: "list[torch.Tensor]") -> "torch.optim.Optimizer":
        """The torch.optim object for these tensors."""
        raise NotImplementedError


class Schedule(Component):
    """How the learning rate moves in the course of a run."""

    family: ClassVar[str] = "schedules"
    formula: ClassVar[str] = ""
    watches: ClassVar[bool] = False  # needs the evaluations (plateau)
    steady: ClassVar[bool] = False  # every factor is 1

    def factor(self, update: int) -> float:
        """What the base learning rate is multiplied by in update number `update` (from 0)."""
        raise NotImplementedError

    def curve(self, updates: int) -> np.ndarray:
        """The factors of the first `updates` updates, (updates,) float64: what a form draws."""
        return np.array([self.factor(update) for update in range(updates)], dtype=np.float64)

    def next(self, state: dict[str, float] | None, loss: float) -> dict[str, float]:
        """For a schedule that watches: the state after one more evaluation; its "factor" multiplies the learning rate."""
        raise NotImplementedError


class Penalty(Component):
    """What large weights cost, added to the data's loss."""

    family: ClassVar[str] = "penalties"
    formula: ClassVar[str] = ""

    def value(self, weights: np.ndarray) -> float:
        """The penalty of the counted weights (flat)."""
        raise NotImplementedError

    def gradient(self, weights: Any) -> Any:
        """Its gradient, element by element; works on numpy arrays and on torch tensors."""
        raise NotImplementedError


@dataclasses.dataclass(frozen=True)
class Posed:
    """Encoded samples x (samples, features) in a shape, and targets (samples, outputs)."""

    x: np.ndarray
    shape: Shape
    targets: np.ndarray


@dataclasses.dataclass(frozen=True)
class Second:
    """A second player: the network `layers`, its output layer included, that takes rows of the shape `inputs`; its parameters are called `name`.…"""

    name: str
    inputs: Shape
    layers: "tuple[Layer, ...]"


class Task(Component):
    """What a network is asked to do; names the figures that tell how well it does."""

    family: ClassVar[str] = "tasks"
    aim: ClassVar[TaskKind] = "classes"  # what the outputs say, and with it which losses fit
    single: ClassVar[bool] = True  # an answer is one class or one number, not a picture
    score: ClassVar[str] = "accuracy"  # the figure beside the loss: accuracy or r2
    score_label: ClassVar[str] = "Accuracy"
    measures: ClassVar[tuple[Measure, ...]] = ()  # what a person may watch beside the loss, the usual one first; empty: the score alone

    def watched(self, name: str = "") -> Measure:
        """The measure of that name, or the usual one."""
        choice = self.measures or (Measure(self.score, self.score_label, words="the mean", percent=self.score == "accuracy"),)
        return next((measure for measure in choice if measure.name == name), choice[0])

    def scores(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, float]:
        """The task's figures on a part: raw outputs (samples, k) and the true y (samples,)."""
        raise NotImplementedError

    def scores_of_many(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, np.ndarray]:
        """`scores` for many evaluations at once: outputs (evaluations, samples, k) -> (evaluations,) for each figure, to the last bit the same."""
        rows = [self.scores(loss, each, y) for each in outputs]
        return {name: np.array([row[name] for row in rows]) for name in rows[0]}

    def baseline(self, y_train: np.ndarray, y: np.ndarray) -> float:
        """The score that an answer without looking gets: the majority class, the mean."""
        raise NotImplementedError

    def pose(self, samples: Posed, seed: int) -> Posed:
        """What the network sees and should say, made of encoded samples and targets; most tasks change nothing."""
        return samples

    @property
    def refreshes(self) -> bool:
        """Whether what the network sees of a sample is another in every update."""
        return False

    def refresh(self, inputs: "torch.Tensor", targets: "torch.Tensor", seed: int, number: int) -> "torch.Tensor":
        """A batch as update `number` (from 0) sees it: inputs (batch, features) as `pose` made them, targets (batch, outputs), the seed of the batches."""
        return inputs

    def input_shape(self, shape: Shape) -> Shape:
        """How what the network sees is laid out, where a sample has this shape."""
        return shape

    def second(self, shape: Shape) -> Second | None:
        """The network of a second player that answers in this shape; None where the experiment's own network is alone."""
        return None

    def see(self, x: np.ndarray, shape: Shape) -> np.ndarray:
        """Encoded samples (n, features) of a shape as the network sees new ones: the part of `pose` that is the same for all."""
        return x

    def relabel(self, table: Table) -> Table:
        """The table with the classes that this task tells apart; most keep those of the data."""
        return table

    def loss_label(self, loss: Loss) -> str:
        """The loss as it is called in this task."""
        return loss.label

    def truth(self, prepared: Any, places: np.ndarray) -> np.ndarray:
        """What `scores` compares the outputs with, for samples of a `core.preparation.Prepared`."""
        return prepared.table.y[places]

    def figures(self, session: Any, part: str) -> dict[str, float]:
        """Further figures by their whole names, such as "test.generator_loss", of a part of a `core.session.Session`; they take the place of others."""
        return {}

    def yardsticks(self, loss: Loss, prepared: Any, places: np.ndarray) -> dict[str, float]:
        """Further figures that no network has a hand in, for the samples at `places` of a `core.preparation.Prepared`."""
        return {}


class Misfit(ValueError):
    """A layer that cannot take what comes in: `str()` says what it is given, what it needs and what would fit."""


class Layer(Component):
    """A building block of the hidden stack.

    Shapes are those of one sample, without the batch. What a layer cannot take is a `Misfit`.
    """

    family: ClassVar[str] = "layers"
    flattens: ClassVar[bool] = False  # takes any shape as one row of numbers
    name: str

    def shape(self, inputs: Shape) -> Shape:
        """The shape of what comes out for the shape of what comes in."""
        raise NotImplementedError

    def parameters(self, inputs: Shape) -> dict[str, Shape]:
        """Names (within the layer) and shapes of the learned parameters; weights begin with "weight", biases with "bias"."""
        return {}

    def start(self, role: str, inputs: Shape, stream: int) -> np.ndarray:
        """Starting values, float64, of the parameter called `role`; `stream` is a key of `core.random`."""
        raise NotImplementedError

    @property
    def acts(self) -> Activation:
        """What its units make of their sums: the identity unless the layer has an activation."""
        return cast(Activation, registry.parse("activations", "linear"))

    def says(self) -> str:
        """The layer in a few words, for its card."""
        return self.label

    def mask(self, inputs: Shape) -> tuple[Shape, float] | None:
        """Shape of a dropout mask of one sample and the share that is switched off; None without dropout."""
        return None

    def build(self, inputs: Shape, tensors: "dict[str, torch.nn.Parameter]") -> "torch.nn.Module":
        """A `core.layers.block_module.Block` that computes with these parameters."""
        raise NotImplementedError


class Probe(Component):
    """A question that a view asks of a session; the answer is a frame of numpy arrays."""

    family: ClassVar[str] = "probes"
    needs_memory: ClassVar[bool] = False  # asks for the optimizer's memory (`Moment.step`)

    def compute(self, moment: Any) -> Answer:
        """The arrays and the words of a frame; `moment` is a `core.moment.Moment`."""
        raise NotImplementedError

    def stages(self, moment: Any) -> Iterator[Answer | None]:
        """Better and better answers, the last that of `compute`; None after each chunk of work of about 5 ms that brought none.

        A probe that overrides this is progressive: other pictures are made between its chunks.
        """
        yield self.compute(moment)
