"""Forward and backward through the layers, for a chunk of samples.

`layers` (layers, fields) int64 says where everything lies; rows of `work` are `width` samples long, `width` being a
multiple of sixteen.
"""

from __future__ import annotations

from core.engines.fused.native.activations import activate, sums_gradient
from core.engines.fused.native.chance import multiply
from core.engines.fused.native.lanes import (
    LANES,
    apart,
    at,
    inner,
    like,
    load,
    put,
    select,
    spread,
    store,
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
    TOGETHER,
    UNITS,
    VALUES,
    WEIGHT,
)
from core.engines.fused.native.sums import add_totals, total


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
    entry, weight, bias, inputs = layers[k, ENTRY] * width, layers[k, WEIGHT], layers[k, BIAS], layers[k, INPUTS]
    if width == LANES:  # known, so that nothing is counted
        weigh(work, flat, entry, sums, weight, bias, inputs, count, LANES)
    else:
        weigh(work, flat, entry, sums, weight, bias, inputs, count, width)
    activate(
        work, layers[k, CODE], numbers[k, 0], numbers[k, 1], sums, values, slopes, layers[k, UNITS], layers[k, PIECES], width, flat, layers[k, LEARNED],
        learning,
    )  # fmt: skip


@apart
def backward(work, flat, gradient, layers, k, before, dropped, width):
    """Add the part of layer k to `gradient`; `before` is the row of the gradients of its inputs, −1 where nobody needs
    them."""
    units = layers[k, UNITS]
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
    if width == LANES:  # known, so that nothing is counted
        _hand_back(work, flat, gradient, layers, k, before, deltas, LANES)
    else:
        _hand_back(work, flat, gradient, layers, k, before, deltas, width)


@inner
def _hand_back(work, flat, gradient, layers, k, before, deltas, width):
    """What the deltas of a layer mean for its parameters, and for its inputs where somebody needs it."""
    count, inputs = layers[k, UNITS] * layers[k, PIECES], layers[k, INPUTS]
    _weights_gradient(work, gradient, layers[k, ENTRY] * width, deltas, layers[k, WEIGHT], inputs, count, width)
    if layers[k, BIAS] >= 0:
        _biases_gradient(work, gradient, deltas, layers[k, BIAS], count, width)
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
    """Sums over the samples of delta times input, eight weights at a time; what lies behind the last is left out."""
    size, last = count * inputs, entry + (inputs - 1) * width
    delta, x = deltas, entry
    for n in range(0, size, TOGETHER):
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
        add_totals(gradient, weight + n, size - n, a, b, c, d, e, f, g, h)


@inner
def _whole(work, row, width):
    """A row of the samples, of which the lanes are still to be added up."""
    whole = load(work, row)
    for b in range(LANES, width, LANES):
        whole = whole + load(work, row + b)
    return whole


@inner
def _biases_gradient(work, gradient, deltas, bias, count, width):
    """Sums over the samples of the deltas, eight units at a time; what lies behind the last is left out."""
    for n in range(0, count, TOGETHER):
        row = deltas + n * width
        add_totals(
            gradient,
            bias + n,
            count - n,
            _whole(work, row, width),
            _whole(work, row + width, width),
            _whole(work, row + 2 * width, width),
            _whole(work, row + 3 * width, width),
            _whole(work, row + 4 * width, width),
            _whole(work, row + 5 * width, width),
            _whole(work, row + 6 * width, width),
            _whole(work, row + 7 * width, width),
        )


@inner
def _pass_back(work, flat, gains, deltas, weight, inputs, count, width):
    """Gradients of a layer's inputs: every delta through its weights."""
    for i in range(inputs):
        for b in range(0, width, LANES):
            whole = load(work, deltas + b) * spread(at(flat, weight + i))
            for unit in range(1, count):
                whole = whole + load(work, deltas + unit * width + b) * spread(at(flat, weight + unit * inputs + i))
            store(work, gains + i * width + b, whole)
