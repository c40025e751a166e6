"""What the picture of a network of any layers has to show: a column for what comes in, and one for each layer."""

from __future__ import annotations

import dataclasses

from app.documents.path_words import SECOND, layers_at
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Layer, Shape
from core.messages import BadInput
from core.networks.shapes import describe, players, words

INPUT, NOISE, GENERATOR = "inputs", "noise", "generator."
SHORT = {
    "conv_transpose2d": "Transposed",
    "max_pool": "Max pool",
    "average_pool": "Mean pool",
    "global_pool": "Global pool",
    "batch_norm": "Batch norm",
    "layer_norm": "Layer norm",
    "sparse_dense": "Sparse",
    "upsample": "Upsample",
    "residual": "Residual",
    "embedding": "Embed",
}

BRIEF = {
    "Picture": "Input",
    "Transposed": "Trans",
    "Upsample": "Up",
    "Reshape": "Shape",
    "Residual": "Resid",
    "Flatten": "Flat",
}


@dataclasses.dataclass(frozen=True)
class StackColumn:
    """A layer, or the data (`name` "inputs"): `shape` of one sample behind it, `parameters` that it learns; `answers`
    are the names of the classes where it says them, `acts` its activation in words, `full` its whole name."""

    name: str
    title: str
    shape: Shape
    parameters: int = 0
    answers: tuple[str, ...] = ()
    acts: str = ""
    full: str = ""

    @property
    def count(self) -> int:
        """Maps of a picture, features of a sequence, units of a row."""
        return self.shape[0] if len(self.shape) == 3 else self.shape[-1]

    @property
    def size(self) -> str:
        return words(self.shape)

    @property
    def brief_title(self) -> str:
        """The title for a column that is too narrow for it."""
        first = self.title.split(" ")[0]
        return BRIEF.get(first, first)

    @property
    def brief_size(self) -> str:
        """The shape for such a column: of a square picture channels and side."""
        square = len(self.shape) == 3 and self.shape[1] == self.shape[2] > 1
        return f"{self.shape[0]}×{self.shape[1]}²" if square else self.size.replace(" ", "")


def is_stack(experiment: Experiment, prepared: Prepared | None) -> bool:
    """Whether the network is shown by layers instead of by units and edges: layers that are not dense, or samples that
    are no row."""
    layers = (*experiment.layers, *layers_at(experiment, SECOND))
    return any(layer.kind != "dense" for layer in layers) or (prepared is not None and len(prepared.shape) > 1)


def stack_columns(experiment: Experiment, prepared: Prepared) -> tuple[StackColumn, ...]:
    """The columns from left to right; none where the samples at hand are not yet those of the network."""
    try:
        infos = describe(experiment, prepared.shape, prepared.outputs)
    except BadInput:
        return ()
    layers = {layer.name: layer for layer in experiment.layers}
    table, single = prepared.table, experiment.task.single
    first = {3: "Picture", 2: "Sequence"}.get(len(prepared.shape), "Inputs")
    columns = _of_the_generator(experiment, prepared) or [StackColumn(INPUT, first, prepared.shape, full=first)]
    for info in infos:
        if info.name == "output":
            answers = (
                table.classes[-1:]
                if experiment.task.kind == "gan"
                else table.classes
                if single and len(table.classes) == prepared.outputs
                else ()
            )
            shape = (
                info.outputs
                if single or len(prepared.sample_shape) != 3 or prepared.outputs != _size(prepared.sample_shape)
                else prepared.sample_shape
            )
            columns.append(StackColumn("output", "Output", shape, info.parameters, answers, full="Output"))
        else:
            layer = layers[info.name]
            acts = layer.acts.label if "activation" in type(layer).model_fields else ""
            columns.append(
                StackColumn(info.name, short_title(layer), info.outputs, info.parameters, acts=acts, full=layer.says())
            )
    return tuple(columns)


def _of_the_generator(experiment: Experiment, prepared: Prepared) -> list[StackColumn]:
    """The noise, the generator's hidden layers, and the sample that it makes, which is what the discriminator sees;
    none where there is no second player."""
    found: list[StackColumn] = []
    for owner, layer, before in players(experiment, prepared.shape, prepared.outputs):
        if not owner.startswith(GENERATOR):
            continue
        if not found:
            found.append(StackColumn(NOISE, "Noise", before, full="Noise: the random numbers that a sample is made of"))
        count = sum(_size(shape) for shape in layer.parameters(before).values())
        if owner == f"{GENERATOR}output":
            found.append(
                StackColumn(
                    INPUT,
                    "Sample",
                    prepared.shape,
                    count,
                    full="Sample: what the generator makes, and the discriminator sees",
                )
            )
        else:
            acts = layer.acts.label if "activation" in type(layer).model_fields else ""
            found.append(
                StackColumn(
                    owner, short_title(layer), layer.shape(before), count, acts=acts, full=f"Generator: {layer.says()}"
                )
            )
    return found


def short_title(layer: Layer) -> str:
    """A layer in a word or two, for a narrow column."""
    if layer.kind in ("conv2d", "conv1d"):
        kernel = getattr(layer, "kernel", 1)
        return f"Conv {kernel} × {kernel}" if layer.kind == "conv2d" else f"Conv {kernel}"
    name = SHORT.get(layer.kind, layer.label)
    return f"{name} {getattr(layer, 'window', '')}".strip() if layer.kind in ("max_pool", "average_pool") else name


def layer_title(experiment: Experiment, name: str) -> str:
    """A layer as a list offers it: its place and what it is."""
    for number, layer in enumerate(experiment.layers, start=1):
        if layer.name == name:
            return f"{number}  {short_title(layer)}"
    return "Output"


def _size(shape: Shape) -> int:
    size = 1
    for number in shape:
        size *= number
    return size
