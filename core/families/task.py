"""Tasks: what a network is asked to do."""

import dataclasses
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np

from core.families.dataset import Shape, Table, TaskKind
from core.families.layer import Layer
from core.families.loss import Loss
from core.families.measure import Measure
from core.params import Component

if TYPE_CHECKING:
    import torch


@dataclasses.dataclass(frozen=True)
class Posed:
    """Encoded samples x (samples, features) in a shape, and targets (samples, outputs)."""

    x: np.ndarray
    shape: Shape
    targets: np.ndarray


@dataclasses.dataclass(frozen=True)
class Second:
    """A second player: the network `layers`, its output layer included, that takes rows of the shape `inputs`; its
    parameters are called `name`.…"""

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
    measures: ClassVar[
        tuple[Measure, ...]
    ] = ()  # what a person may watch beside the loss, the usual one first; empty: the score alone

    def watched(self, name: str = "") -> Measure:
        """The measure of that name, or the usual one."""
        choice = self.measures or (
            Measure(self.score, self.score_label, words="the mean", percent=self.score == "accuracy"),
        )
        return next((measure for measure in choice if measure.name == name), choice[0])

    def scores(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, float]:
        """The task's figures on a part: raw outputs (samples, k) and the true y (samples,)."""
        raise NotImplementedError

    def scores_of_many(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, np.ndarray]:
        """`scores` for many evaluations at once: outputs (evaluations, samples, k) -> (evaluations,) for each figure,
        to the last bit the same."""
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
        """A batch as update `number` (from 0) sees it: inputs (batch, features) as `pose` made them, targets (batch,
        outputs), the seed of the batches."""
        return inputs

    def input_shape(self, shape: Shape) -> Shape:
        """How what the network sees is laid out, where a sample has this shape."""
        return shape

    def second(self, shape: Shape) -> Second | None:
        """The network of a second player that answers in this shape; None where the experiment's own network is
        alone."""
        return None

    def see(self, x: np.ndarray, shape: Shape) -> np.ndarray:
        """Encoded samples (n, features) of a shape as the network sees new ones: the part of `pose` that is the same
        for all."""
        return x

    def relabel(self, table: Table) -> Table:
        """The table with the classes that this task tells apart; most keep those of the data."""
        return table

    def loss_label(self, loss: Loss) -> str:
        """The loss as it is called in this task."""
        return loss.label

    def truth(self, prepared: Any, places: np.ndarray) -> np.ndarray:
        """What `scores` compares the outputs with, for samples of a `core.data.preparation.Prepared`."""
        return prepared.table.y[places]

    def figures(self, session: Any, part: str) -> dict[str, float]:
        """Further figures by their whole names, such as "test.generator_loss", of a part of a
        `core.training.session.Session`; they take the place of others."""
        return {}

    def yardsticks(self, loss: Loss, prepared: Any, places: np.ndarray) -> dict[str, float]:
        """Further figures that no network has a hand in, for the samples at `places` of a
        `core.data.preparation.Prepared`."""
        return {}
