"""Diagnoses: the states of learning in plain words, each with an offer."""

import math
from collections.abc import Callable, Mapping
from typing import ClassVar, Protocol

import numpy as np

from core.families.activation import Activation
from core.families.layer import Layer
from core.families.loss import Loss
from core.families.optimizer import Optimizer, Rule
from core.families.penalty import Penalty
from core.families.player import Player
from core.families.task import Task
from core.frames import Advice
from core.frozen import frozen
from core.params import Component

RECENT = 12  # evaluations that diagnoses look back on


class Setup(Protocol):
    """What a diagnosis may read of an experiment."""

    @property
    def task(self) -> Task:
        """What the network is asked to do."""
        ...

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The hidden layers."""
        ...

    @property
    def loss(self) -> Loss:
        """What learning makes smaller."""
        ...

    @property
    def rule(self) -> Rule:
        """How the weights are changed."""
        ...

    @property
    def optimizer(self) -> Optimizer:
        """What is done with a gradient."""
        ...

    @property
    def penalties(self) -> tuple[Penalty, ...]:
        """What large weights cost."""
        ...

    @property
    def evaluate_every(self) -> int:
        """Updates from evaluation to evaluation."""
        ...


@frozen
class Traced:
    """What a layer makes of samples: its `name` as it is spoken of and its `key` as its parameters are called, weighted
    `sums` (observations, sums) and `values` (observations, units), made of `samples` samples out of `total`."""

    name: str
    activation: Activation
    sums: np.ndarray
    values: np.ndarray
    key: str = ""
    samples: int = 0
    total: int = 0

    @property
    def of_samples(self) -> str:
        """How many samples were looked at, in words."""
        if self.samples == self.total:
            return f"all {self.total:,} training samples"
        return f"{self.samples:,} of {self.total:,} training samples"


@frozen(eq=False)
class Taught:
    """What is taught: training samples as the network is fed them, `x` (samples, features) with the features' `names`,
    and `targets` (samples, outputs); of classes their numbers `classes` (samples,), None for values."""

    x: np.ndarray
    targets: np.ndarray
    classes: np.ndarray | None
    names: tuple[str, ...]


@frozen
class Symptoms:
    """What a diagnosis may look at: a run after `updates` updates.

    `ended` is "" while it goes on, else why it ended; `rate` is the learning rate now, `highest_rate` the highest that
    it has had; `recent` holds the training losses of the last evaluations, up to `RECENT`, `first_loss` is that of the
    first one and `lowest_loss` the lowest of all; `baselines` and `last` are
    the figures of the best constant answer and of the newest evaluation by name; `sizes` are the samples of each part,
    `scaling` is that of the inputs. What takes long is computed where it is asked for: the `players`, the length of the
    whole training part's gradient by layer (`gradients`), how far each layer has `moved` from its start (1: as far as
    its starting weights are long), all `parameters` by name, what is `taught`, and what the `hidden` layers and the
    `output` layer make of training samples.
    """

    experiment: Setup
    updates: int
    ended: str
    rate: float
    highest_rate: float
    recent: tuple[float, ...]
    first_loss: float
    lowest_loss: float
    baselines: Mapping[str, float]
    last: Mapping[str, float]
    sizes: Mapping[str, int]
    scaling: str
    players: Callable[[], tuple[Player, ...]]
    gradients: Callable[[], Mapping[str, float]]
    moved: Callable[[], Mapping[str, float]]
    parameters: Callable[[], Mapping[str, np.ndarray]]
    taught: Callable[[], Taught]
    hidden: Callable[[], tuple[Traced, ...]]
    output: Callable[[], Traced]

    def gradient_length(self) -> float:
        """How long the gradient of all parameters is, over the whole training part."""
        return math.hypot(*self.gradients().values())

    @property
    def guess(self) -> float:
        """The loss of the best constant answer on the training part."""
        return self.baselines["train.baseline_loss"]

    @property
    def playing(self) -> bool:
        """Whether players learn from each other now: losses say nothing then, each player's rests on the other."""
        return self.experiment.task.imitates and not self.ended

    @property
    def descending(self) -> bool:
        """Whether learning is to make the loss smaller, so that it tells how learning goes."""
        return self.experiment.rule.descends and not self.playing


class Diagnosis(Component):
    """A state of learning that a person should know of: what it looks at, and what follows from it in words.

    They are asked in the order of their `order`; the first that finds its own speaks. A sentence says only what was
    checked; what was not begins with `A guess:`.
    """

    family: ClassVar[str] = "diagnoses"
    looks_at: ClassVar[str]  # what it checks, in words

    def of(self, symptoms: Symptoms) -> Advice | None:
        """What is to be said, with the evidence and offers; None where the run is not in this state."""
        raise NotImplementedError
