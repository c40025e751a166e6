"""Forward and backward through the layers, for a chunk of samples.

`layers` (layers, fields) int64 says where everything lies; rows of `work` are `width` samples long, `width` being a multiple of eight.
"""

from __future__ import annotations

from core.engines.fused.activations import PRELU, activate, sums_gradient
from core.engines.fused.cache import inner
from core.engines.fused.chance import multiply
from core.engines.fused.lanes import LANES, at, like, load, put, select, spread, store, total

# Fields of a layer: its sizes, its parameters in the flat vector (−1: none), its rows in the workspace.
INPUTS, UNITS, PIECES, CODE, WEIGHT, BIAS, LEARNED, ENTRY, SUMS, VALUES, SLOPES, DELTAS, GRADIENTS, MASKS = range(14)
FIELDS = 14


@inner
def weigh(work, flat, entry, sums, weight, bias, inputs, count, width):
    """Weighted sums (count, width) of `entry` (inputs, width): two units at a time, which share what they read."""
    zero = at(flat, weight) * like(at(flat, weight), 0.0)
    pairs = count - count % 2
    for unit in range(0, pairs, 2):
        one_bias, other_bias = like(zero, 0.0), like(zero, 0.0)
        if bias >= 0:
            one_bias, other_bias = at(flat, bias + unit), at(flat, bias + unit + 1)
        row, next_row = weight + unit * inputs, weight + (unit + 1) * inputs
        for b in range(0, width, LANES):
            one, other = spread(one_bias), spread(other_bias)
            for i in range(inputs):
                x = load(work, entry + i * width + b)
                one = one + x * spread(at(flat, row + i))
                other = other + x * spread(at(flat, next_row + i))
            store(work, sums + unit * width + b, one)
            store(work, sums + (unit + 1) * width + b, other)
    for unit in range(pairs, count):
        alone = like(zero, 0.0)
        if bias >= 0:
            alone = at(flat, bias + unit)
        for b in range(0, width, LANES):
            one = spread(alone)
            for i in range(inputs):
                one = one + load(work, entry + i * width + b) * spread(at(flat, weight + unit * inputs + i))
            store(work, sums + unit * width + b, one)


@inner
def forward(work, flat, layer, numbers, width):
    """Sums, values and slopes of one layer."""
    count = layer[UNITS] * layer[PIECES]
    sums, values, slopes = layer[SUMS] * width, layer[VALUES] * width, layer[SLOPES] * width
    weigh(work, flat, layer[ENTRY] * width, sums, layer[WEIGHT], layer[BIAS], layer[INPUTS], count, width)
    activate(work, layer[CODE], numbers[0], numbers[1], sums, values, slopes, layer[UNITS], layer[PIECES], width, flat, layer[LEARNED])


@inner
def backward(work, flat, gradient, layer, before, dropped, width):
    """Add one layer's part to `gradient`; `before` is the row of the gradients of its inputs, −1 where nobody needs them."""
    units, count, inputs = layer[UNITS], layer[UNITS] * layer[PIECES], layer[INPUTS]
    gains, deltas = layer[GRADIENTS] * width, layer[DELTAS] * width
    if dropped:
        multiply(work, gains, layer[MASKS] * width, units * width)
    if layer[CODE] == PRELU:
        _learn_slopes(work, gradient, layer, width)
    sums_gradient(work, layer[CODE], layer[VALUES] * width, layer[SLOPES] * width, gains, deltas, units, layer[PIECES], width)
    _weights_gradient(work, gradient, layer[ENTRY] * width, deltas, layer[WEIGHT], inputs, count, width)
    if layer[BIAS] >= 0:
        for unit in range(count):
            whole = load(work, deltas + unit * width)
            for b in range(LANES, width, LANES):
                whole = whole + load(work, deltas + unit * width + b)
            put(gradient, layer[BIAS] + unit, at(gradient, layer[BIAS] + unit) + total(whole))
    if before >= 0:
        _pass_back(work, flat, before * width, deltas, layer[WEIGHT], inputs, count, width)


@inner
def _learn_slopes(work, gradient, layer, width):
    """The gradient of the slopes of parametric ReLUs."""
    for unit in range(layer[UNITS]):
        place = layer[LEARNED] + unit
        whole = spread(at(gradient, place) * like(at(gradient, place), 0.0))
        for b in range(unit * width, (unit + 1) * width, LANES):
            a = load(work, layer[SUMS] * width + b)
            whole = whole + select(a > 0.0, like(a, 0.0), a * load(work, layer[GRADIENTS] * width + b))
        put(gradient, place, at(gradient, place) + total(whole))


@inner
def _weights_gradient(work, gradient, entry, deltas, weight, inputs, count, width):
    """Sums over the samples of delta times input."""
    for unit in range(count):
        for i in range(inputs):
            whole = load(work, deltas + unit * width) * load(work, entry + i * width)
            for b in range(LANES, width, LANES):
                whole = whole + load(work, deltas + unit * width + b) * load(work, entry + i * width + b)
            place = weight + unit * inputs + i
            put(gradient, place, at(gradient, place) + total(whole))


@inner
def _pass_back(work, flat, gains, deltas, weight, inputs, count, width):
    """Gradients of a layer's inputs: every delta through its weights."""
    for i in range(inputs):
        for b in range(0, width, LANES):
            whole = load(work, deltas + b) * spread(at(flat, weight + i))
            for unit in range(1, count):
                whole = whole + load(work, deltas + unit * width + b) * spread(at(flat, weight + unit * inputs + i))
            store(work, gains + i * width + b, whole)
