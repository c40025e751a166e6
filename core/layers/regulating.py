"""Layers that switch values off at random, or centre and scale them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from core.families import Layer, ReceptiveField, Shape
from core.layers import fields
from core.messages import percent
from core.params import flag, number

if TYPE_CHECKING:
    import torch


class Dropout(Layer):
    """Switches a share of the values off at random in every update, so that none can be relied on.

    Those that stay are divided by the share that stays, so that the sum remains about the same. Nothing is switched off
    in evaluation.
    """

    label = "Switch off at random (dropout)"
    short = "Switch off"
    order = 60
    shapeless = (*Layer.shapeless, "share")
    kind: Literal["dropout"] = "dropout"
    name: str = fields.layer_name()
    share: float = number(
        0.5,
        0,
        0.9,
        step=0.05,
        minimum=0.0,
        below=1.0,
        live=True,
        label="Switched off",
        symbol="p",
        help="The share of the values that is switched off in every update.",
    )
    channels: bool = flag(
        False,
        label="Whole channels",
        help="Switch off whole channels of a picture, or whole features of a sequence, instead of single values.",
    )

    def says(self) -> str:
        return f"{self.label} {percent(self.share)}"

    def shape(self, inputs: Shape) -> Shape:
        return inputs

    def looks_at(self, before: ReceptiveField) -> ReceptiveField:
        return before

    def mask(self, inputs: Shape) -> tuple[Shape, float] | None:
        if self.share == 0:
            return None
        if not self.channels or len(inputs) == fields.ROW:
            return inputs, self.share
        return ((1, inputs[1]) if len(inputs) == fields.SEQUENCE else (inputs[0], 1, 1)), self.share

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.regulating_module import Through

        return Through(self, {})


class _Norm(Layer):
    """What normalizing layers share: a learned scale and shift."""

    name: str

    def shape(self, inputs: Shape) -> Shape:
        return inputs

    def looks_at(self, before: ReceptiveField) -> ReceptiveField:
        return before  # for its scale it looks at the other places too

    def start(self, role: str, inputs: Shape, stream: int) -> np.ndarray:
        return np.full(self.parameters(inputs)[role], 1.0 if role == "norm.weight" else 0.0)


class BatchNorm(_Norm):
    """Centres and scales every channel or unit by what the batch shows, then lets a learned scale and shift undo it.

    y = γ·(x − mean)/√(variance + 10⁻⁵) + β over the batch (and all pixels of a channel); in evaluation with running
    figures of training (Ioffe and Szegedy, 2015). Deep nets often learn faster with it and take larger learning rates.
    """

    label = "Batch normalization"
    short = "Batch norm"
    order = 61
    kind: Literal["batch_norm"] = "batch_norm"
    name: str = fields.layer_name()

    def parameters(self, inputs: Shape) -> dict[str, Shape]:
        units = inputs[0] if len(inputs) == fields.PICTURE else inputs[-1]
        return {"norm.weight": (units,), "norm.bias": (units,)}

    def beside(self, inputs: Shape) -> dict[str, Shape]:
        units = self.parameters(inputs)["norm.weight"]
        return {"running_mean": units, "running_var": units}

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.regulating_module import BatchNormBlock

        return BatchNormBlock(self, tensors, sequence=len(inputs) == fields.SEQUENCE)


class LayerNorm(_Norm):
    """Centres and scales every sample by itself: over its units, its whole picture, or each step of its sequence.

    y = γ·(x − mean)/√(variance + 10⁻⁵) + β (Ba and others, 2016). It does not look at the batch, so it works with one
    sample and in recurrent nets.
    """

    label = "Layer normalization"
    short = "Layer norm"
    order = 62
    kind: Literal["layer_norm"] = "layer_norm"
    name: str = fields.layer_name()

    def parameters(self, inputs: Shape) -> dict[str, Shape]:
        axes = inputs[-1:] if len(inputs) == fields.SEQUENCE else inputs
        return {"norm.weight": axes, "norm.bias": axes}

    def build(self, inputs: Shape, tensors: dict[str, torch.nn.Parameter]) -> torch.nn.Module:
        from core.layers.regulating_module import LayerNormBlock

        return LayerNormBlock(self, tensors)
