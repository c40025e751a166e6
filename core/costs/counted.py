"""What can be counted of a network before it has learned anything."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from core.data.batches import batch_size
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Kept, Layout, Shape
from core.frozen import frozen
from core.networks.blueprint import Blueprint, blueprint_of


@frozen
class LayerCost:
    """A layer by its name: what it passes on for one sample, how many numbers it learns, and how often a weight is
    multiplied with a value."""

    name: str
    player: str
    title: str
    passes_on: Shape
    parameters: int
    multiplications: int


@frozen
class Counted:
    """`number` are the bytes of one number; a batch has so many samples; `remembered` are the numbers that the
    optimizer keeps beside the parameters."""

    layers: tuple[LayerCost, ...]
    number: int
    batch: int
    remembered: int

    @property
    def parameters(self) -> int:
        return sum(layer.parameters for layer in self.layers)

    @property
    def multiplications(self) -> int:
        """Of one sample on its way forward; an update takes some three times as many for each of its batch."""
        return sum(layer.multiplications for layer in self.layers)

    @property
    def parameter_bytes(self) -> int:
        return self.parameters * self.number

    @property
    def memory_bytes(self) -> int:
        """What the optimizer remembers."""
        return self.remembered * self.number

    @property
    def value_bytes(self) -> int:
        """What all layers pass on for the samples of a batch, which the way back needs again."""
        return sum(math.prod(layer.passes_on) for layer in self.layers) * self.batch * self.number


def counted(experiment: Experiment, prepared: Prepared) -> Counted:
    """All layers of all players, in the order of their parameters."""
    plan = blueprint_of(experiment, prepared)
    layers = tuple(
        LayerCost(
            placed.name,
            placed.player,
            placed.layer.title(),
            placed.outputs,
            placed.parameters,
            placed.multiplications,
        )
        for placed in plan.layers
    )
    batch = batch_size(experiment, len(prepared.train))
    return Counted(layers, np.dtype(experiment.dtype).itemsize, batch, _remembered(plan))


def _remembered(plan: Blueprint) -> int:
    """Numbers that the optimizers keep beside the parameters; of a list of some, which grows, one."""
    if plan.experiment.rule.kind != "gradient":
        return 0
    found = 0
    for player in plan.players:
        shapes = [slot.shape for slot in plan.slots if slot.player == player.name]
        kept = _each(player.optimizer.layout(shapes))
        found += sum(
            math.prod(each.shape) for each in kept if each.shape and (each.always or player.optimizer.remembers)
        )
    return found


def _each(layout: Layout) -> Iterator[Kept]:
    """All that is kept, of whatever tensor."""
    for kept in layout.values():
        for each in kept.values():
            if isinstance(each, Kept):
                yield each
            else:
                yield from each.values()
