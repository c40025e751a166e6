"""Values and slopes of every activation, sixteen samples at a time.

A layer's sums, values and slopes lie row by row: row u holds unit u for all samples of the chunk. The slope is what
automatic differentiation has at the same place, kinks and torch's thresholds included, so that both engines take the
same step.
"""

from __future__ import annotations

import math

from core.engines.fused.native.functions import erf, exp, exp_minus_1, log_of_1_plus, sigmoid, sine_and_cosine, tanh
from core.engines.fused.native.lanes import LANES, at, inner, like, load, minus_size, select, spread, store
from core.engines.fused.native.places import (  # fmt: skip
    ELU,
    GELU,
    GELU_TANH,
    HARD_SIGMOID,
    HARD_SWISH,
    HARD_TANH,
    LEAKY_RELU,
    MAXOUT,
    MISH,
    PRELU,
    RELU,
    SELU,
    SIGMOID,
    SILU,
    SINE,
    SOFTMAX,
    STEP,
    TANH,
)

_BEND, _CUBE = math.sqrt(2.0 / math.pi), 0.044715
_HALF_ROOT, _BELL = math.sqrt(0.5), 1.0 / math.sqrt(2.0 * math.pi)
_SOFTPLUS_LINE = 20.0  # torch takes the line itself from here on


@inner
def activate(work, code, first, second, sums, values, slopes, units, pieces, width, flat, learned, learning):
    """Fill `values` (units, width) and `slopes` (units · pieces, width) from `sums`; offsets into `work`, `learned`
    into `flat`.

    The slopes are left out unless `learning`, which is known when this is compiled. `first` and `second` are the
    activation's own numbers.
    """
    if code == MAXOUT:
        _maxout(work, sums, values, slopes, units, pieces, width, learning)
    elif code == SOFTMAX:
        _softmax(work, sums, values, units, width)
    elif code == PRELU:
        for unit in range(units):
            slope = spread(at(flat, learned + unit))
            for b in range(unit * width, (unit + 1) * width, LANES):
                a = load(work, sums + b)
                store(work, values + b, select(a > 0.0, a, a * slope))
                if learning:
                    store(work, slopes + b, select(a > 0.0, like(a, 1.0), slope))
    else:
        for b in range(0, units * width, LANES):
            value, slope = _bent(code, load(work, sums + b), first, second)
            store(work, values + b, value)
            if learning:
                store(work, slopes + b, slope)


@inner
def _bent(code, a, first, second):
    """Value and slope of an activation that looks at one sum. A sum that is no number gives a value that is none."""
    if code == TANH:
        t = tanh(a)
        return t, 1.0 - t * t
    if code == SIGMOID:
        s = sigmoid(a)
        return s, (1.0 - s) * s
    if code == RELU or code == LEAKY_RELU:
        return select(a <= 0.0, a * first, a), select(a > 0.0, like(a, 1.0), like(a, first))
    if code == ELU or code == SELU:
        below = select(a > 0.0, like(a, 0.0), a)
        e = exp_minus_1(below)
        return select(a > 0.0, a * second, e * (first * second)), select(
            a > 0.0, like(a, second), exp(below) * (first * second)
        )
    if code == SILU:
        s = sigmoid(a)
        return a * s, s * (a * (1.0 - s) + 1.0)
    if code == MISH:
        return _mish(a)
    if code >= GELU_TANH:
        return _series(code, a, first)
    return _straight(code, a)


@inner
def _series(code, a, first):
    """Activations that take a series of their own, and GELU's way around one."""
    if code == GELU_TANH:
        t = tanh((a + a * a * a * _CUBE) * _BEND)
        return a * (t + 1.0) * 0.5, (t + 1.0) * 0.5 + a * (1.0 - t * t) * (a * a * (3.0 * _CUBE) + 1.0) * (0.5 * _BEND)
    if code == GELU:
        share = (erf(a * _HALF_ROOT) + 1.0) * 0.5
        return a * share, share + a * exp(a * a * -0.5) * _BELL
    if code == SINE:
        sine, cosine = sine_and_cosine(a * first)
        return sine, cosine * first
    return _softplus(a, first)


@inner
def _softplus(a, first):
    """log(1 + e^{βa})/β = max(a, 0) + log(1 + e^{−|βa|})/β."""
    z = a * first
    above = select(a > 0.0, a, select(a <= 0.0, like(a, 0.0), a))
    line = z > _SOFTPLUS_LINE
    value = above + log_of_1_plus(exp(minus_size(z))) / first
    return select(line, a, value), select(line, like(a, 1.0), sigmoid(z))


@inner
def _mish(a):
    """With f = e^{−|a|}, tanh(log(1+eᵃ)) is (1 + 2f)/(1 + 2f + 2f²) for a > 0, else (f² + 2f)/(f² + 2f + 2)."""
    f = exp(minus_size(a))
    above = f * 2.0 + 1.0
    below = f * (f + 2.0)
    gate = select(a > 0.0, above / (above + f * f * 2.0), below / (below + 2.0))
    return a * gate, gate + a * (1.0 - gate * gate) * sigmoid(a)


@inner
def _straight(code, a):
    """Activations that are drawn with a ruler."""
    one, none = like(a, 1.0), like(a, 0.0)
    if code == STEP:
        return select(a > 0.0, one, none), none
    if code == HARD_TANH:
        value = select(a > 1.0, one, select(a < -1.0, like(a, -1.0), a))
        return value, select(a <= 1.0, select(a >= -1.0, one, none), none)
    if code == HARD_SIGMOID or code == HARD_SWISH:
        ramp = a / 6.0 + 0.5
        slope = select(ramp <= 1.0, select(ramp >= 0.0, like(a, 1.0 / 6.0), none), none)
        ramp = select(ramp > 1.0, one, select(ramp < 0.0, none, ramp))
        if code == HARD_SIGMOID:
            return ramp, slope
        return a * ramp, ramp + a * slope
    return a, one


@inner
def _maxout(work, sums, values, slopes, units, pieces, width, learning):
    """The largest of each unit's neighbouring sums; its slope is shared where several tie."""
    for unit in range(units):
        for b in range(0, width, LANES):
            start = sums + unit * pieces * width + b
            best = load(work, start)
            for piece in range(1, pieces):
                a = load(work, start + piece * width)
                best = select(a <= best, best, a)
            store(work, values + unit * width + b, best)
            if not learning:
                continue
            winners = like(best, 0.0)
            for piece in range(pieces):
                winners = winners + select(load(work, start + piece * width) >= best, like(best, 1.0), like(best, 0.0))
            for piece in range(pieces):
                won = load(work, start + piece * width) >= best
                store(work, slopes + (unit * pieces + piece) * width + b, select(won, 1.0 / winners, like(best, 0.0)))


@inner
def _softmax(work, sums, values, units, width):
    """Shares of all units of a layer that add up to 1."""
    for b in range(0, width, LANES):
        top = load(work, sums + b)
        for unit in range(1, units):
            a = load(work, sums + unit * width + b)
            top = select(a <= top, top, a)
        whole = like(top, 0.0)
        for unit in range(units):
            e = exp(load(work, sums + unit * width + b) - top)
            store(work, values + unit * width + b, e)
            whole = whole + e
        for unit in range(units):
            store(work, values + unit * width + b, load(work, values + unit * width + b) / whole)


@inner
def sums_gradient(work, code, values, slopes, gradients, deltas, units, pieces, width):
    """What the loss gains with the sums, `deltas` (units · pieces, width), from what it gains with the values,
    `gradients` (units, width)."""
    if code == SOFTMAX:
        for b in range(0, width, LANES):
            mean = load(work, gradients + b) * load(work, values + b)
            for unit in range(1, units):
                mean = mean + load(work, gradients + unit * width + b) * load(work, values + unit * width + b)
            for unit in range(units):
                place = unit * width + b
                store(work, deltas + place, (load(work, gradients + place) - mean) * load(work, values + place))
        return
    if pieces == 1:
        for b in range(0, units * width, LANES):
            store(work, deltas + b, load(work, gradients + b) * load(work, slopes + b))
        return
    for unit in range(units):
        for piece in range(pieces):
            row = (unit * pieces + piece) * width
            for b in range(0, width, LANES):
                store(work, deltas + row + b, load(work, gradients + unit * width + b) * load(work, slopes + row + b))
