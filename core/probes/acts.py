"""What the layers of a network do to rows of numbers, act by act: a linear map, a shift by the bias, an activation."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import numpy as np

from core.frozen import frozen
from core.layers.dense import Dense
from core.layers.regulating import BatchNorm, LayerNorm
from core.layers.sparse_dense import SparseDense
from core.networks.blueprint import Placed

if TYPE_CHECKING:
    from core.probing.moment import Moment

Kind = Literal["inputs", "map", "shift", "norm", "activation", "answer", "whole"]
Trace = Mapping[str, tuple[np.ndarray, np.ndarray]]


@frozen
class Act:
    """One act of a layer, and `size` numbers after it.

    "inputs" is where all begins; "map" is W·x and "shift" is + b, with their `numbers` (out, in) and (out,); "norm" is
    a normalization, "activation" g(z), "answer" what the loss itself makes of the output's sums, "whole" all that a
    layer of another kind does. `straight`: on the way there every point really moves along a straight line, as under
    maps that are affine; else the line is the picture's. `merged` names the layers that are one map here.
    """

    kind: Kind
    layer: str
    size: int
    straight: bool = True
    numbers: np.ndarray | None = None
    merged: tuple[str, ...] = ()

    @property
    def affine(self) -> bool:
        """Whether it is given by its numbers alone."""
        return self.numbers is not None

    def after(self, before: np.ndarray, trace: Trace, answer: np.ndarray) -> np.ndarray:
        """Rows (n, numbers) before the act -> (n, size) after it; `trace` has sums and values of all layers, `answer`
        what is read of the output."""
        if self.numbers is not None:
            return before @ self.numbers.T if self.kind == "map" else before + self.numbers
        if self.kind == "answer":
            return answer
        return trace[self.layer][0 if self.kind == "norm" else 1].astype(np.float64)


def rows_from(own: tuple[Placed, ...]) -> int:
    """The number of the first layer from which on only rows of numbers are passed on: what lies before, convolutions
    or recurrent cells, has no space that a line could be followed through."""
    found = 0
    for number, placed in enumerate(own):
        if len(placed.outputs) > 1 or (len(placed.inputs) > 1 and not placed.layer.flattens):
            found = number + 1
    return found


def acts_of(moment: Moment, collapse: bool) -> tuple[Act, ...]:
    """All acts from the first row of numbers to the answer, the inputs first; `collapse`: linear layers in a row are
    one."""
    own = moment.blueprint.own
    begin = rows_from(own)
    size = math.prod(own[begin].inputs)
    found = [Act("inputs", own[begin - 1].name if begin else "", size)]
    parameters = moment.weights.parameters()
    buffers = moment.still.numbers.buffers
    layers = [_layer_acts(placed, parameters, buffers) for placed in own[begin:]]
    found += [act for acts in (_merged(layers) if collapse else layers) for act in acts]
    if moment.loss.link == "logistic":
        found.append(Act("answer", "output", found[-1].size, straight=False))
    return tuple(found)


def linear_layers(acts: tuple[Act, ...]) -> tuple[str, ...]:
    """The hidden layers at the beginning that are affine, one after the other; the names of those that are one map
    where they have been merged."""
    found: dict[str, None] = {}
    for act in acts[1:]:
        if not act.affine or act.layer == "output":
            found.pop(act.layer, None)
            break
        found |= dict.fromkeys(act.merged or (act.layer,))
    return tuple(found)


def so_far(acts: tuple[Act, ...]) -> tuple[np.ndarray, np.ndarray] | None:
    """All acts as one map: W (out, in) and b (out,); None where one of them is not affine."""
    matrix, shift = np.eye(acts[0].size), np.zeros(acts[0].size)
    for act in acts[1:]:
        if act.numbers is None:
            return None
        if act.kind == "map":
            matrix, shift = act.numbers @ matrix, act.numbers @ shift
        else:
            shift = shift + act.numbers
    return matrix, shift


def _layer_acts(
    placed: Placed, parameters: Mapping[str, np.ndarray], buffers: Mapping[str, np.ndarray]
) -> tuple[Act, ...]:
    layer, name, size = placed.layer, placed.name, math.prod(placed.outputs)
    activation = () if layer.acts.kind == "linear" else (Act("activation", name, size, straight=False),)
    if isinstance(layer, (Dense, SparseDense)):
        weight = parameters[f"{name}.weight"].astype(np.float64)
        if isinstance(layer, SparseDense):
            weight = weight * buffers[f"{name}.norm.connected"]
        acts = [Act("map", name, len(weight), numbers=weight)]
        if layer.bias:
            acts.append(Act("shift", name, len(weight), numbers=parameters[f"{name}.bias"].astype(np.float64)))
        if isinstance(layer, Dense) and layer.normalization != "none":
            acts.append(Act("norm", name, len(weight), straight=layer.normalization == "batch"))
        return (*acts, *activation)
    if isinstance(layer, (BatchNorm, LayerNorm)):
        return (Act("norm", name, size, straight=isinstance(layer, BatchNorm)),)
    if not layer.parameters(placed.inputs) and math.prod(placed.inputs) == size:
        return activation  # laid out anew, or switched off at random, which is not done when one looks
    return (Act("whole", name, size, straight=False),)


def _merged(layers: list[tuple[Act, ...]]) -> list[tuple[Act, ...]]:
    """The affine hidden layers at the beginning as one map and one shift, where there are several."""
    hidden = layers[:-1]
    count = next((n for n, acts in enumerate(hidden) if not all(act.affine for act in acts)), len(hidden))
    first = [act for acts in layers[:count] for act in acts]
    names = tuple(dict.fromkeys(act.layer for act in first))
    if len(names) < 2:
        return layers
    whole = so_far((Act("inputs", "", _inputs_of(first[0])), *first))
    assert whole is not None
    matrix, shift = whole
    one = Act("map", names[-1], len(matrix), numbers=matrix, merged=names)
    moved = dataclasses.replace(one, kind="shift", numbers=shift)
    return [(one, moved) if any(act.kind == "shift" for act in first) else (one,), *layers[count:]]


def _inputs_of(first: Act) -> int:
    assert first.numbers is not None
    return first.numbers.shape[1]
