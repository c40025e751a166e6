"""The parts of an experiment: inputs, output, clipping, seeds, ends, goal, stored start."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from core import registry
from core.families import Activation, Initializer
from core.params import Model, choice, component, flag, hidden, integer, number


class Inputs(Model):
    """What the network sees of a sample: chosen or constructed features, and their scale."""

    features: tuple[str, ...] = hidden(
        (), help="Names of the features that are switched on; none named: the data's own columns."
    )
    scaling: Literal["none", "standardize", "minmax", "divide"] = choice(
        "none",
        {"none": "as they are", "standardize": "standardize", "minmax": "to 0 … 1", "divide": "divide by"},
        label="Scaling of the inputs",
        help="Fitted on the training part only; plots keep the data's own units.",
    )
    divisor: float = number(
        10.0,
        1,
        100,
        above=0.0,
        label="Divide by",
        help="Every input is divided by this number.",
        when=("scaling", ("divide",)),
    )


class Output(Model):
    """The output layer; its number of units follows from the data."""

    activation: Literal["auto"] | Annotated[Activation, registry.of("activations")] = component(
        "activations", "auto", label="Output activation", help="Automatic: the one that fits the loss."
    )
    units: Literal["auto", "one", "each"] = choice(
        "auto", {"auto": "automatic", "one": "one (two classes)", "each": "one a class"},
        label="Outputs", help="Two classes need only one output; one a class works for any number.",
    )  # fmt: skip
    targets: Literal["as given", "standardize"] = choice(
        "as given", {"as given": "as the data give them", "standardize": "standardized"},
        label="Values", help="Standardized: what the outputs should say is a value minus the mean, divided by the standard deviation of the training part; what is shown is in the data's own numbers. Classes have no scale.",
    )  # fmt: skip
    layer: Literal["dense", "none"] = choice(
        "dense", {"dense": "a dense layer", "none": "none: the last hidden layer answers"},
        label="Output layer", help="None: the last hidden layer has to give exactly the numbers that are asked for, as a decoder of pictures does.", advanced=True,
    )  # fmt: skip
    bias: bool = flag(True, label="Bias", help="Whether the output units have a bias.")
    initializer: Annotated[Initializer, registry.of("initializers")] = component(
        "initializers",
        {"kind": "xavier_uniform"},
        label="Starting weights",
        term="initializer",
        picture="initial",
        help="Where the output weights start.",
    )
    bias_initializer: Annotated[Initializer, registry.of("initializers")] = component(
        "initializers",
        {"kind": "zeros"},
        label="Starting biases",
        term="initializer",
        help="Where the output biases start.",
    )


class Clipping(Model):
    """Bounds on the gradient; 0 means none."""

    norm: float = number(
        0.0,
        0,
        10,
        minimum=0.0,
        label="Clip by norm",
        live=True,
        help="Shortens the whole gradient to this length. 0: never.",
    )
    value: float = number(
        0.0,
        0,
        10,
        minimum=0.0,
        label="Clip by value",
        live=True,
        help="Cuts every component of the gradient to ± this value. 0: never.",
    )


class Seeds(Model):
    """Four separate seeds: change one, keep the luck of the others."""

    data: int = integer(
        1, 1, 100, minimum=0, maximum=2**53, label="Data seed", help="Draws the samples, their noise and the split."
    )
    weights: int = integer(
        1, 1, 100, minimum=0, maximum=2**53, label="Weights seed", help="Draws the starting weights."
    )
    batches: int = integer(
        1, 1, 100, minimum=0, maximum=2**53, label="Batches seed", help="Draws the order of the samples."
    )
    dropout: int = integer(
        1,
        1,
        100,
        minimum=0,
        maximum=2**53,
        label="Seed of switching off",
        term="dropout",
        help="Draws which activations are switched off.",
    )


class Stop(Model):
    """When a run ends by itself; 0 and none mean never."""

    updates: int = integer(
        0, 0, 10_000, minimum=0, label="After updates", help="Ends after this many updates. 0: never.", live=True
    )
    epochs: float = number(
        0.0, 0, 1000, minimum=0.0, label="After epochs", help="Ends after this many epochs. 0: never.", live=True
    )
    target: float | None = hidden(
        None, help="Ends when the training or validation loss is at or below this value.", type="optional", live=True
    )
    target_part: Literal["train", "validation"] = choice(
        "validation",
        {"validation": "validation loss", "train": "training loss"},
        label="Target looks at",
        help="The test part never drives anything.",
        live=True,
    )
    patience: int = integer(
        0,
        0,
        100,
        minimum=0,
        label="Patience",
        term="early stopping",
        unit="evaluations",
        help="Ends after this many evaluations without a better validation loss and restores the best weights. 0: off.",
        live=True,
    )

    @property
    def needs_validation(self) -> bool:
        return self.patience > 0 or (self.target is not None and self.target_part == "validation")

    @property
    def any(self) -> bool:
        return self.updates > 0 or self.epochs > 0 or self.target is not None or self.patience > 0


class Goal(Model):
    """What a preset reaches, drawn as a flag; it drives nothing."""

    metric: Literal[
        "train.loss",
        "test.loss",
        "train.accuracy",
        "test.accuracy",
        "train.r2",
        "test.r2",
        "train.mistakes",
        "test.bits_per_character",
        "test.mse",
        "coverage.within_3_sigma",
        "coverage.share",
        "coverage.classes",
        "coverage.near",
    ] = hidden("test.accuracy", help="The number that is watched.")
    value: float = hidden(0.97, help="Where the number has to arrive.")
    direction: Literal["fitting", "above"] = hidden(
        "fitting",
        help="Fitting: a loss (or mistakes, bits, an error) down to the value, an accuracy or R² up to it. Above: up to it, whatever it is.",
    )
    text: str = hidden("", help="The goal in words.")
    loss: str = hidden(
        "", help="The kind of loss that a goal for a loss was set for; with another one it means nothing. Empty: any."
    )

    def stands(self, loss: str) -> bool:
        """Whether it means anything while this kind of loss is learnt."""
        return not self.loss or self.loss == loss or not self.metric.endswith(".loss")

    @property
    def has_to_be_missed_first(self) -> bool:
        """A loss that is above a height at the start and comes down has not climbed above it."""
        return self.direction == "above"

    def reached(self, number: float) -> bool:
        falling = self.direction == "fitting" and self.metric.endswith(
            ("loss", "mistakes", "bits_per_character", "mse")
        )
        return number <= self.value if falling else number >= self.value


class Start(Model):
    """Weights that are stored instead of drawn, by parameter name."""

    weights: dict[str, Any] = hidden(
        {},
        live=True,
        help="Parameter name -> nested list of numbers; parameters not named are drawn. A run looks at them when it starts.",
    )
