"""Forward and backward through the layers, for a chunk of samples.

`layers` (layers, fields) int64 says where everything lies; rows of `work` are `width` samples long, `width` being a
multiple of sixteen.
"""

from __future__ import annotations

from core.engines.fused.native.activations import activate, sums_gradient
from core.engines.fused.native.chance import multiply
from core.engines.fused.native.lanes import (
    LANES,
    TOGETHER,
    add_totals,
    apart,
    at,
    inner,
    like,
    load,
    put,
    select,
    spread,
    store,
    total,
)
from core.engines.fused.native.places import (  # fmt: skip
    BIAS,
    CODE,
    DELTAS,
    ENTRY,
    GRADIENTS,
    INPUTS,
    LEARNED,
    MASKS,
    PIECES,
    PRELU,
    SLOPES,
    SUMS,
    UNITS,
    VALUES,
    WEIGHT,
)


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


@apart
def forward(work, flat, layers, numbers, k, width, learning):
    """Sums and values of layer k, and the slopes where they are needed to learn."""
    count = layers[k, UNITS] * layers[k, PIECES]
    sums, values, slopes = layers[k, SUMS] * width, layers[k, VALUES] * width, layers[k, SLOPES] * width
    weigh(
        work, flat, layers[k, ENTRY] * width, sums, layers[k, WEIGHT], layers[k, BIAS], layers[k, INPUTS], count, width
    )
    activate(
        work, layers[k, CODE], numbers[k, 0], numbers[k, 1], sums, values, slopes, layers[k, UNITS], layers[k, PIECES], width, flat, layers[k, LEARNED],
        learning,
    )  # fmt: skip


@apart
def backward(work, flat, gradient, layers, k, before, dropped, width):
    """Add the part of layer k to `gradient`; `before` is the row of the gradients of its inputs, −1 where nobody needs
    them."""
    units, count, inputs = layers[k, UNITS], layers[k, UNITS] * layers[k, PIECES], layers[k, INPUTS]
    gains, deltas = layers[k, GRADIENTS] * width, layers[k, DELTAS] * width
    if dropped:
        multiply(work, gains, layers[k, MASKS] * width, units * width)
    if layers[k, CODE] == PRELU:
        _learn_slopes(work, gradient, layers, k, width)
    sums_gradient(
        work,
        layers[k, CODE],
        layers[k, VALUES] * width,
        layers[k, SLOPES] * width,
        gains,
        deltas,
        units,
        layers[k, PIECES],
        width,
    )
    _weights_gradient(work, gradient, layers[k, ENTRY] * width, deltas, layers[k, WEIGHT], inputs, count, width)
    if layers[k, BIAS] >= 0:
        for unit in range(count):
            whole = load(work, deltas + unit * width)
            for b in range(LANES, width, LANES):
                whole = whole + load(work, deltas + unit * width + b)
            put(gradient, layers[k, BIAS] + unit, at(gradient, layers[k, BIAS] + unit) + total(whole))
    if before >= 0:
        _pass_back(work, flat, before * width, deltas, layers[k, WEIGHT], inputs, count, width)


@inner
def _learn_slopes(work, gradient, layers, k, width):
    """The gradient of the slopes of parametric ReLUs."""
    for unit in range(layers[k, UNITS]):
        place = layers[k, LEARNED] + unit
        whole = spread(at(gradient, place) * like(at(gradient, place), 0.0))
        for b in range(unit * width, (unit + 1) * width, LANES):
            a = load(work, layers[k, SUMS] * width + b)
            whole = whole + select(a > 0.0, like(a, 0.0), a * load(work, layers[k, GRADIENTS] * width + b))
        put(gradient, place, at(gradient, place) + total(whole))


@inner
def _dot(work, delta, x, width):
    """Delta times input over the samples, for one weight; the lanes are still to be added up."""
    whole = load(work, delta) * load(work, x)
    for b in range(LANES, width, LANES):
        whole = whole + load(work, delta + b) * load(work, x + b)
    return whole


@inner
def _following(delta, x, first, last, width):
    """The rows of the next weight in the matrix: the next input's, or the next unit's with the first input's."""
    return (delta + width, first) if x == last else (delta, x + width)


@inner
def _weights_gradient(work, gradient, entry, deltas, weight, inputs, count, width):
    """Sums over the samples of delta times input, eight weights at a time."""
    size, last = count * inputs, entry + (inputs - 1) * width
    delta, x = deltas, entry
    for n in range(0, size - size % TOGETHER, TOGETHER):
        a = _dot(work, delta, x, width)
        delta, x = _following(delta, x, entry, last, width)
        b = _dot(work, delta, x, width)
        delta, x = _following(delta, x, entry, last, width)
        c = _dot(work, delta, x, width)
        delta, x = _following(delta, x, entry, last, width)
        d = _dot(work, delta, x, width)
        delta, x = _following(delta, x, entry, last, width)
        e = _dot(work, delta, x, width)
        delta, x = _following(delta, x, entry, last, width)
        f = _dot(work, delta, x, width)
        delta, x = _following(delta, x, entry, last, width)
        g = _dot(work, delta, x, width)
        delta, x = _following(delta, x, entry, last, width)
        h = _dot(work, delta, x, width)
        delta, x = _following(delta, x, entry, last, width)
        add_totals(gradient, weight + n, a, b, c, d, e, f, g, h)
    for n in range(size - size % TOGETHER, size):
        put(gradient, weight + n, at(gradient, weight + n) + total(_dot(work, delta, x, width)))
        delta, x = _following(delta, x, entry, last, width)


@inner
def _pass_back(work, flat, gains, deltas, weight, inputs, count, width):
    """Gradients of a layer's inputs: every delta through its weights."""
    for i in range(inputs):
        for b in range(0, width, LANES):
            whole = load(work, deltas + b) * spread(at(flat, weight + i))
            for unit in range(1, count):
                whole = whole + load(work, deltas + unit * width + b) * spread(at(flat, weight + unit * inputs + i))
            store(work, gains + i * width + b, whole)
