"""Layer kind -> its station: who works it out by hand."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core import registry
from core.arithmetic.cells import Cell, Elman, Gru, Lstm, Rectified
from core.arithmetic.maps import AlongSteps, Convolution, Sliding, Transposed
from core.arithmetic.norms import Norming, of_batch, of_sample
from core.arithmetic.operation import Dense, Embedding, Operation, Own, Same
from core.arithmetic.recurrent import Recurrent
from core.arithmetic.residual import SUFFIXES, WayAround, own_of
from core.arithmetic.station import Running, Simple, Station
from core.arithmetic.windows import Larger, LargestOf, MeanOf, Whole
from core.families import Activation, Layer
from core.frozen import frozen
from core.layers import (
    convolution,
    dense,
    pooling,
    recurrent,
    regulating,
    reshaping,
    residual,
    residual_dense,
    sparse_dense,
)
from core.networks.bare_output import BareOutput
from core.networks.blueprint import Placed
from core.networks.shapes import Slot

PICTURE, SEQUENCE = 3, 2  # axes of one sample


@frozen(eq=False)
class Site:
    """A layer in its place, with its own parameters and what it keeps beside them, by their roles."""

    placed: Placed
    own: Own
    beside: Own

    @property
    def axes(self) -> int:
        """Of one sample that comes in."""
        return len(self.placed.inputs)

    def simple(
        self, operation: Operation, activation: Activation, axis: int = -1, norming: Norming | None = None
    ) -> Simple:
        """The station of one operation."""
        pair = self.beside.get("running_mean"), self.beside.get("running_var")
        running: Running | None = None if pair[0] is None or pair[1] is None else (pair[0], pair[1])
        name, kind = self.placed.name, self.placed.layer.kind_name()
        return Simple(name, kind, operation, activation, self.own, axis, norming, running)

    def plain(self, operation: Operation, norming: Norming | None = None) -> Simple:
        """The same without an activation."""
        return self.simple(operation, LINEAR, -1, norming)


LINEAR = registry.read(Activation, "linear")


def _dense(site: Site, layer: dense.Dense) -> Station:
    sums = layer.sums()
    norming = {"none": None, "batch": of_batch(2, 1, sums), "layer": of_sample(2, (sums,))}[layer.normalization]
    return site.simple(Dense(site.own["weight"], site.own.get("bias")), layer.acts, -1, norming)


def _sparse(site: Site, layer: sparse_dense.SparseDense) -> Station:
    return site.simple(Dense(site.own["weight"], site.own.get("bias"), site.beside["connected"]), layer.acts)


def _sliding(layer: convolution.Convolution) -> Sliding:
    pair = [(each, each) for each in (layer.kernel, layer.stride, layer.padding, layer.dilation)]
    return Sliding(pair[0], pair[1], pair[2], pair[3], layer.groups)


def _conv2d(site: Site, layer: convolution.Conv2d) -> Station:
    return site.simple(Convolution(site.own, _sliding(layer)), layer.acts, 1)


def _conv1d(site: Site, layer: convolution.Conv1d) -> Station:
    how = Sliding((1, layer.kernel), (1, layer.stride), (0, layer.padding), (1, layer.dilation), layer.groups)
    own = site.own | {"weight": site.own["weight"][:, :, None]}
    return site.simple(AlongSteps(Convolution(own, how)), layer.acts)


def _transposed(site: Site, layer: convolution.ConvTranspose2d) -> Station:
    _, height, width = site.placed.outputs
    return site.simple(Transposed(site.own, _sliding(layer), (height, width)), layer.acts, 1)


def _pool(site: Site, layer: pooling.Pool) -> Station:
    window, step, padding = layer.window, layer.step, layer.padding
    make = LargestOf if isinstance(layer, pooling.MaxPool) else MeanOf
    if site.axes == SEQUENCE:
        return site.plain(AlongSteps(make(Sliding((1, window), (1, step), (0, padding), (1, 1)))))
    return site.plain(make(Sliding((window, window), (step, step), (padding, padding), (1, 1))))


def _global_pool(site: Site, layer: pooling.GlobalPool) -> Station:
    return site.plain(Whole((1,) if site.axes == SEQUENCE else (2, 3), largest=layer.keeps == "maximum"))


def _upsample(site: Site, layer: pooling.Upsample) -> Station:
    _, height, width = site.placed.inputs
    return site.plain(Larger((height, width), layer.factor, smooth=layer.way == "bilinear"))


def _laid_out(site: Site, _layer: Layer) -> Station:
    return site.plain(Same(site.placed.outputs))


def _bare(site: Site, layer: BareOutput) -> Station:
    return site.simple(Same(site.placed.outputs), layer.acts)


def _embedding(site: Site, _layer: reshaping.Embedding) -> Station:
    return site.plain(Embedding(site.own["weight"]))


def _dropout(site: Site, _layer: regulating.Dropout) -> Station:
    return site.plain(Same())


def _batch_norm(site: Site, _layer: regulating.BatchNorm) -> Station:
    unit = 1 if site.axes == PICTURE else site.axes
    return site.plain(Same(), of_batch(site.axes + 1, unit, len(site.own["norm.weight"])))


def _layer_norm(site: Site, _layer: regulating.LayerNorm) -> Station:
    return site.plain(Same(), of_sample(site.axes + 1, site.own["norm.weight"].shape))


def _residual(site: Site, layer: residual.Residual) -> Station:
    one = (1, 1)
    first, second, around = (own_of(site.own, suffix) for suffix in SUFFIXES.values())
    norming = of_batch(4, 1, layer.channels) if layer.normalization == "batch" else None
    stride = (layer.stride, layer.stride)
    three = [Convolution(own, Sliding((3, 3), step, one, one)) for own, step in ((first, stride), (second, one))]
    way = Convolution(around, Sliding(one, stride, (0, 0), one)) if "weight" in around else Same()
    parts = (
        _part(site, "first", three[0], layer.acts, first, norming),
        _part(site, "second", three[1], LINEAR, second, norming),
        _part(site, "around", way, LINEAR, around),
    )
    return WayAround(site.placed.name, "residual", parts, layer.acts, site.own, 1)


def _residual_dense(site: Site, layer: residual_dense.ResidualDense) -> Station:
    first, second, around = (own_of(site.own, suffix) for suffix in SUFFIXES.values())
    flat = Same((int(np.prod(site.placed.inputs)),))
    way = Dense(around["weight"], None) if "weight" in around else flat
    dense_parts = [Dense(own["weight"], own["bias"]) for own in (first, second)]
    parts = (
        _part(site, "first", dense_parts[0], layer.acts, first),
        _part(site, "second", dense_parts[1], LINEAR, second),
        _part(site, "around", way, LINEAR, around),
    )
    return WayAround(site.placed.name, "residual_dense", parts, layer.acts, site.own, -1)


def _part(
    site: Site, name: str, operation: Operation, activation: Activation, own: Own, norming: Norming | None = None
) -> Simple:
    """A part of a block with a way around it; only the first has the block's activation."""
    if activation is LINEAR:
        own = {role: array for role, array in own.items() if not role.startswith("activation.")}
    kind = "conv2d" if isinstance(site.placed.layer, residual.Residual) else "dense"
    axis = 1 if kind == "conv2d" else -1
    return Simple(f"{site.placed.name} {name}", kind, operation, activation, own, axis, norming, suffix=SUFFIXES[name])


def _recurrent(site: Site, layer: recurrent.Recurrent) -> Station:
    make: type[Cell] = {"rnn": Rectified if layer.rectifies else Elman, "gru": Gru, "lstm": Lstm}[layer.kind_name()]
    cells = tuple(tuple(make(site.own, suffix, layer.units) for suffix in row) for row in layer.suffixes)
    return Recurrent(site.placed.name, layer.kind_name(), cells, LINEAR, all_states=layer.returns == "all")


MAKERS: dict[type[Layer], Callable[..., Station]] = {
    dense.Dense: _dense,
    sparse_dense.SparseDense: _sparse,
    convolution.Conv2d: _conv2d,
    convolution.Conv1d: _conv1d,
    convolution.ConvTranspose2d: _transposed,
    pooling.MaxPool: _pool,
    pooling.AveragePool: _pool,
    pooling.GlobalPool: _global_pool,
    pooling.Upsample: _upsample,
    reshaping.Flatten: _laid_out,
    reshaping.Reshape: _laid_out,
    reshaping.Embedding: _embedding,
    regulating.Dropout: _dropout,
    regulating.BatchNorm: _batch_norm,
    regulating.LayerNorm: _layer_norm,
    residual.Residual: _residual,
    residual_dense.ResidualDense: _residual_dense,
    recurrent.Rnn: _recurrent,
    recurrent.Gru: _recurrent,
    recurrent.Lstm: _recurrent,
    BareOutput: _bare,
}


def _station(site: Site) -> Station:
    """Who works a layer out by hand; KeyError for one that nobody does."""
    return MAKERS[type(site.placed.layer)](site, site.placed.layer)


def stations_of(
    chain: tuple[Placed, ...], slots: tuple[Slot, ...], vector: np.ndarray, buffers: dict[str, np.ndarray]
) -> tuple[Station, ...]:
    """Those of a chain of layers, with their numbers of the vector (P,) and of what is kept beside it."""
    found = []
    for placed in chain:
        own = {slot.role: vector[slot.where].reshape(slot.shape) for slot in slots if slot.layer == placed.name}
        before = f"{placed.name}.norm."
        beside = {name.removeprefix(before): array for name, array in buffers.items() if name.startswith(before)}
        found.append(_station(Site(placed, own, beside)))
    return tuple(found)
