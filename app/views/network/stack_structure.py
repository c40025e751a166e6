"""What the picture of a network of any layers has to show: a column for what comes in, and one for each layer."""

from __future__ import annotations

import math

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Shape, makers, noise_name
from core.frozen import frozen
from core.messages import BadInput
from core.networks.blueprint import Blueprint, Placed, blueprint_of, players_of
from core.networks.shapes import words

INPUT = "inputs"
FRAMES = ("maps", "excitement", "makes")  # what the picture is drawn from


@frozen
class StackColumn:
    """A layer, or the data (`name` "inputs"): `shape` of one sample behind it, `parameters` that it learns; `answers`
    are the names of the classes where it says them, `acts` its activation in words, `full` its whole name, `brief` the
    title for a column that is too narrow for it."""

    name: str
    title: str
    shape: Shape
    parameters: int = 0
    answers: tuple[str, ...] = ()
    acts: str = ""
    full: str = ""
    brief: str = ""
    player: str = ""
    begins: bool = False  # the random numbers that a player begins with

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
        return self.brief or self.title

    @property
    def brief_size(self) -> str:
        """The shape for such a column: of a square picture channels and side."""
        square = len(self.shape) == 3 and self.shape[1] == self.shape[2] > 1
        return f"{self.shape[0]}×{self.shape[1]}²" if square else self.size.replace(" ", "")


def is_stack(experiment: Experiment, prepared: Prepared | None) -> bool:
    """Whether the network is shown by layers instead of by units and edges: layers that are not dense, or samples that
    are no row."""
    layers = [layer for player in players_of(experiment) for layer in player.layers[:-1]]
    return any(layer.kind != "dense" for layer in layers) or (prepared is not None and len(prepared.shape) > 1)


def stack_columns(experiment: Experiment, prepared: Prepared) -> tuple[StackColumn, ...]:
    """The columns from left to right; none where the samples at hand are not yet those of the network."""
    plan = blueprint_of(experiment, prepared)
    try:
        layers = plan.own
    except BadInput:
        return ()
    columns = _of_makers(plan) or [_inputs(prepared.shape)]
    for placed in layers:
        if placed.name == "output":
            columns.append(_output(placed, experiment, prepared))
        else:
            columns.append(_column(placed, placed.layer.says()))
    return tuple(columns)


def _inputs(shape: Shape) -> StackColumn:
    """What comes in."""
    title = {3: "Picture", 2: "Sequence"}.get(len(shape), "Inputs")
    return StackColumn(INPUT, title, shape, full=title, brief="Input" if title == "Picture" else "")


def _output(placed: Placed, experiment: Experiment, prepared: Prepared) -> StackColumn:
    """The output: its classes by their names, or the picture that it draws."""
    table, task = prepared.table, experiment.task
    named = table.named(prepared.outputs) if task.single else ()
    answers = table.classes[-1:] if task.imitates else named
    drawn = not task.single and len(prepared.sample_shape) == 3 and prepared.outputs == math.prod(prepared.sample_shape)
    shape = prepared.sample_shape if drawn else placed.outputs
    return StackColumn("output", "Output", shape, placed.parameters, answers, full="Output")


def _column(placed: Placed, full: str) -> StackColumn:
    """A hidden layer of any player."""
    layer = placed.layer
    acts = layer.acts.label if "activation" in type(layer).model_fields else ""
    return StackColumn(
        placed.name, layer.title(), placed.outputs, placed.parameters,
        acts=acts, full=full, brief=layer.brief_title(), player=placed.player,
    )  # fmt: skip


def _of_makers(plan: Blueprint) -> list[StackColumn]:
    """Of every player that makes samples the noise, the hidden layers, and the sample that it makes, which is what its
    judge sees; none where nobody makes any."""
    found: list[StackColumn] = []
    made = makers(plan.players)
    for player in made:
        noise = noise_name(plan.players, player)
        full = "Noise: the random numbers that a sample is made of"
        found.append(StackColumn(noise, "Noise", player.inputs, full=full, player=player.name, begins=True))
        *hidden, last = plan.of(player.name)
        found += [_column(placed, f"{player.label}: {placed.layer.says()}") for placed in hidden]
        name = INPUT if player is made[-1] else last.name
        full = f"Sample: what the {player.name} makes, and the {' and the '.join(player.judges)} sees"
        found.append(StackColumn(name, "Sample", plan.shape, last.parameters, full=full, player=player.name))
    return found


def layer_title(experiment: Experiment, name: str) -> str:
    """A layer as a list offers it: its place and what it is."""
    for number, layer in enumerate(experiment.layers, start=1):
        if layer.name == name:
            return f"{number}  {layer.title()}"
    return "Output"
