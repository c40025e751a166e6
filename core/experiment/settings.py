"""The settings of an experiment: every key of its file, and what follows from the data where none is named."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, model_validator

from core import registry
from core.documents.document import Document
from core.documents.written import is_list, is_table, kind_of, said
from core.experiment.parts import Clipping, Goal, Inputs, Output, Seeds, Start, Stop
from core.families import Dataset, Layer, Loss, Optimizer, Penalty, Rule, Schedule, Task
from core.families.loss import FITTING_LOSS
from core.params import choice, component, hidden, integer, number


class Settings(Document):
    """The fields of an experiment, each declared once; an `Experiment` is settings that go together."""

    # frozen, so that a narrower type is safe: pyright cannot know that of a pydantic model
    kind: Literal["network"] = "network"  # pyright: ignore[reportIncompatibleVariableOverride]
    speed: Annotated[float, Field(gt=0, allow_inf_nan=False)] | Literal["max"] = hidden(
        100, help="Updates a second in the window at most, or max.", type="speed", live=True, union_mode="left_to_right"
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
        label="Engine", live=True, help="How updates are carried out. Automatic takes the fused kernel where it knows the network: code for this very processor, it makes many updates in a row without Python in between. The numbers differ by roundings only.",
    )  # fmt: skip
    dtype: Literal["float32", "float64"] = choice(
        "float32",
        {"float32": "single (float32)", "float64": "double (float64)"},
        label="Precision",
        help="The number format of weights and samples.",
    )
    data: Annotated[Dataset, registry.of("datasets")] = component(
        "datasets", {"kind": "circle"}, label="Data", help="Where the samples come from."
    )
    inputs: Inputs = Field(default=Inputs())
    task: Annotated[Task, registry.of("tasks")] = component(
        "tasks", None, label="Task", help="What the network is asked to do; follows from the data where none is named."
    )
    layers: tuple[Annotated[Layer, registry.of("layers")], ...] = hidden(
        (), help="The hidden layers, from the inputs to the output.", type="layers"
    )
    output: Output = Field(default=Output())
    loss: Annotated[Loss, registry.of("losses")] = component(
        "losses", None, label="Loss", help="What training makes small."
    )
    rule: Annotated[Rule, registry.of("rules")] = component(
        "rules", {"kind": "gradient"}, label="Learning rule", help="How the weights are changed."
    )
    optimizer: Annotated[Optimizer, registry.of("optimizers")] = component(
        "optimizers", {"kind": "sgd"}, live=True, label="Optimizer", help="What is done with the gradient."
    )
    schedule: Annotated[Schedule, registry.of("schedules")] = component(
        "schedules", {"kind": "constant"}, label="Schedule", help="How the learning rate moves in the course of a run."
    )
    penalties: tuple[Annotated[Penalty, registry.of("penalties")], ...] = hidden(
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
        if not is_table(values):
            return values
        values = values.copy()
        values.setdefault("data", {"kind": "circle"})
        try:
            data = registry.read(Dataset, values["data"])
        except ValueError:  # the data's own mistake is what has to be said
            return values | {
                key: values.get(key) or fallback for key, fallback in (("task", "classes"), ("loss", "cross_entropy"))
            }
        values["task"] = values.get("task") or data.task
        values["loss"] = values.get("loss") or _fitting_loss(values["task"], values.get("rule"))
        values["layers"] = named_layers(values.get("layers", ()))
        return values


def _fitting_loss(task: Any, rule: Any) -> str:
    """The loss that a file without one gets."""
    if kind_of(rule) == "perceptron":
        return "mistakes"
    known = registry.kinds(Task).get(kind_of(task))
    return FITTING_LOSS[known.kind_of_loss()] if known else "cross_entropy"


def named_layers(layers: Any) -> Any:
    """Give every layer without a name the first free one of h1, h2, …"""
    if not is_list(layers):
        return layers
    taken = said(layers, "name")
    named: list[Any] = []
    for layer in layers:
        if is_table(layer) and not layer.get("name"):
            layer = layer | {
                "name": next(name for i in range(1, len(layers) + len(taken) + 2) if (name := f"h{i}") not in taken)
            }
            taken.add(layer["name"])
        named.append(layer)
    return tuple(named)
