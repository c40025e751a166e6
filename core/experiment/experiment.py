"""Experiment: the whole configuration of a run as one frozen value, TOML in and out."""

from __future__ import annotations

import pathlib
from typing import Annotated, Any, Literal, Self, cast

from pydantic import Field, SerializeAsAny, model_validator

from core import registry
from core.documents.toml_file import VERSION, TomlModel
from core.experiment import consequences
from core.families import Activation, Dataset, Initializer, Layer, Loss, Optimizer, Penalty, Rule, Schedule, Task
from core.params import Component, Model, choice, component, flag, hidden, integer, number, text

Part = Literal["train", "validation", "test"]


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

    activation: Annotated[SerializeAsAny[Activation], registry.of("activations")] | Literal["auto"] = component(
        "activations", "auto", label="Output activation", help="Automatic: the one that fits the loss."
    )
    units: Literal["auto", "one", "each"] = choice(
        "auto", {"auto": "automatic", "one": "one (two classes)", "each": "one a class"},
        label="Outputs", help="Two classes need only one output; one a class works for any number.",
    )  # fmt: skip
    layer: Literal["dense", "none"] = choice(
        "dense", {"dense": "a dense layer", "none": "none: the last hidden layer answers"},
        label="Output layer", help="None: the last hidden layer has to give exactly the numbers that are asked for, as a decoder of pictures does.", advanced=True,
    )  # fmt: skip
    bias: bool = flag(True, label="Bias", help="Whether the output units have a bias.")
    initializer: Annotated[SerializeAsAny[Initializer], registry.of("initializers")] = component(
        "initializers", {"kind": "xavier_uniform"}, label="Starting weights", help="Where the output weights start."
    )
    bias_initializer: Annotated[SerializeAsAny[Initializer], registry.of("initializers")] = component(
        "initializers", {"kind": "zeros"}, label="Starting biases", help="Where the output biases start."
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
        1, 1, 100, minimum=0, maximum=2**53, label="Dropout seed", help="Draws which activations are switched off."
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
        help="Early stopping: ends after this many evaluations without a better validation loss and restores the best weights. 0: off.",
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


class Experiment(TomlModel):
    """One network on one data set with one way of learning. Every key of the file is a field here."""

    version: Literal[1] = VERSION
    kind: Literal["network"] = "network"
    title: str = text("", label="Title", help="The name shown in the gallery and in the window's title.")
    description: str = text("", label="Description", help="One sentence on what this shows.")
    what_to_try: str = text("", label="What to try", help="Two sentences on what is worth trying.")
    speed: Annotated[float, Field(gt=0, allow_inf_nan=False)] | Literal["max"] = hidden(
        100, help="Updates a second in the window, or max.", type="speed", live=True, union_mode="left_to_right"
    )
    goal: Goal | None = hidden(None, help="What this preset reaches.", live=True)
    batch_size: Annotated[int, Field(ge=1)] | Literal["all"] = hidden(
        10, help="Samples whose mean gradient makes one update, or all.", type="batch_size", live=True
    )
    shuffle: Literal["each epoch", "once", "never"] = choice(
        "each epoch",
        {"each epoch": "each epoch anew", "once": "once", "never": "never"},
        label="Shuffle the samples",
        help="How the order of the samples is drawn.",
    )
    last_batch: Literal["keep", "drop", "carry"] = choice(
        "keep", {"keep": "keep it, shorter", "drop": "drop it", "carry": "carry it into the next update"},
        label="Last short batch", help="What happens to the samples left over at the end of an epoch.",
    )  # fmt: skip
    evaluate_every: int = integer(
        25,
        1,
        1000,
        minimum=1,
        label="Evaluate every",
        unit="updates",
        help="How often the losses are measured that charts, stop rules and plateaus use.",
    )
    validation_share: float = number(
        0.0,
        0,
        0.5,
        minimum=0.0,
        below=1.0,
        label="Validation share",
        help="Carved out of the training part for early stopping, plateaus and targets. 0: none, or 20 % where a rule needs it.",
    )
    device: Literal["auto", "cpu", "cuda", "mps"] = choice(
        "auto",
        {"auto": "automatic", "cpu": "CPU", "cuda": "GPU (CUDA)", "mps": "GPU (Apple)"},
        label="Device",
        help="Where the network is trained.",
    )
    engine: Literal["auto", "eager", "fused", "captured"] = choice(
        "auto", {"auto": "automatic", "eager": "eager PyTorch", "fused": "fused kernel (dense nets, CPU)", "captured": "captured CUDA graph (NVIDIA GPU)"},
        label="Engine", live=True, help="How updates are carried out. Automatic takes the fused kernel where it knows the network: some 250 times as fast for small nets, after some ten seconds of compiling, once. The numbers differ by roundings only.",
    )  # fmt: skip
    dtype: Literal["float32", "float64"] = choice(
        "float32",
        {"float32": "single (float32)", "float64": "double (float64)"},
        label="Precision",
        help="The number format of weights and samples.",
    )
    data: Annotated[SerializeAsAny[Dataset], registry.of("datasets")] = component(
        "datasets", {"kind": "circle"}, label="Data", help="Where the samples come from."
    )
    inputs: Inputs = Field(default=Inputs())
    task: Annotated[SerializeAsAny[Task], registry.of("tasks")] = component(
        "tasks", None, label="Task", help="What the network is asked to do; follows from the data where none is named."
    )
    layers: tuple[Annotated[SerializeAsAny[Layer], registry.of("layers")], ...] = hidden(
        (), help="The hidden layers, from the inputs to the output.", type="layers"
    )
    output: Output = Field(default=Output())
    loss: Annotated[SerializeAsAny[Loss], registry.of("losses")] = component(
        "losses", None, label="Loss", help="What training makes small."
    )
    rule: Annotated[SerializeAsAny[Rule], registry.of("rules")] = component(
        "rules", {"kind": "gradient"}, label="Learning rule", help="How the weights are changed."
    )
    optimizer: Annotated[SerializeAsAny[Optimizer], registry.of("optimizers")] = component(
        "optimizers", {"kind": "sgd"}, label="Optimizer", help="What is done with the gradient."
    )
    schedule: Annotated[SerializeAsAny[Schedule], registry.of("schedules")] = component(
        "schedules", {"kind": "constant"}, label="Schedule", help="How the learning rate moves in the course of a run."
    )
    penalties: tuple[Annotated[SerializeAsAny[Penalty], registry.of("penalties")], ...] = hidden(
        (), live=True, help="What large weights cost.", type="penalties"
    )
    clipping: Clipping = Field(default=Clipping())
    seeds: Seeds = Field(default=Seeds())
    stop: Stop = Field(default=Stop())
    start: Start = Field(default=Start())

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, values: Any) -> Any:
        """Task and loss follow from the data where the file names none; layers get names."""
        if not isinstance(values, dict):
            return values
        values = dict(values)
        values.setdefault("data", {"kind": "circle"})
        try:
            data = cast(Dataset, registry.parse("datasets", values["data"]))
        except ValueError:  # the data's own mistake is what has to be said
            return values | {
                key: values.get(key) or fallback for key, fallback in (("task", "classes"), ("loss", "cross_entropy"))
            }
        values["task"] = values.get("task") or data.task
        values["loss"] = values.get("loss") or _fitting_loss(values["task"], values.get("rule"))
        values["layers"] = named_layers(values.get("layers", ()))
        return values

    @model_validator(mode="after")
    def _check(self) -> Experiment:
        from core.experiment.checks import refuse  # the rules of what goes together are a room of their own

        refuse(self)
        return self

    # What the fields mean together

    @property
    def effective_validation_share(self) -> float:
        """The share of the training part that is set aside: 20 % where a rule needs one and none is named."""
        watched = self.stop.needs_validation or self.schedule.watches
        return 0.2 if watched and self.validation_share == 0 else self.validation_share

    # Files and edits

    @staticmethod
    def follow(before: dict[str, Any], after: dict[str, Any]) -> None:
        """What an edit brings along, in place."""
        consequences.follow(before, after)

    def anchored(self, folder: str | pathlib.Path) -> Self:
        return self._with_data("anchored", folder)

    def relative_to(self, folder: str | pathlib.Path) -> Self:
        return self._with_data("relative_to", folder)

    def _with_data(self, change: str, folder: str | pathlib.Path) -> Self:
        """With the data's files, where it has any, named from another folder."""
        if not hasattr(self.data, change):
            return self
        return self.model_copy(update={"data": getattr(self.data, change)(folder)})


def _fitting_loss(task: Any, rule: Any) -> str:
    """The loss that a file without one gets."""
    if _kind(rule) == "perceptron":
        return "mistakes"
    known = registry.family("tasks").get(_kind(task))
    return (
        {"classes": "cross_entropy", "values": "mean_squared"}[cast(type[Task], known).aim]
        if known
        else "cross_entropy"
    )


def _kind(part: Any) -> str:
    """The kind of a part of an experiment as a file, an edit or a program has it."""
    return (
        part
        if isinstance(part, str)
        else str(part.get("kind", ""))
        if isinstance(part, dict)
        else getattr(part, "kind", "")
    )


def named_layers(layers: Any) -> Any:
    """Give every layer without a name the first free one of h1, h2, …"""
    if not isinstance(layers, (list, tuple)):
        return layers
    taken = {layer.get("name") if isinstance(layer, dict) else getattr(layer, "name", None) for layer in layers}
    named = []
    for layer in layers:
        if isinstance(layer, dict) and not layer.get("name"):
            layer = layer | {
                "name": next(name for i in range(1, len(layers) + len(taken) + 2) if (name := f"h{i}") not in taken)
            }
            taken.add(layer["name"])
        named.append(layer)
    return tuple(named)


__all__ = [
    "Activation",
    "Clipping",
    "Component",
    "Dataset",
    "Experiment",
    "Goal",
    "Initializer",
    "Inputs",
    "Loss",
    "Optimizer",
    "Output",
    "Penalty",
    "Rule",
    "Schedule",
    "Seeds",
    "Start",
    "Stop",
]
