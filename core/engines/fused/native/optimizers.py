"""One step of each optimizer on the flat parameters, in the order of operations of torch's own."""

from __future__ import annotations

import math

import numpy as np

from core.engines.fused.native.functions import power
from core.engines.fused.native.lanes import at, inner, like, put, root
from core.engines.fused.native.places import (  # fmt: skip
    ADAGRAD,
    ADAM,
    ADAMW,
    BETA1,
    BETA2,
    DAMPENING,
    DECAY,
    EPS,
    FLAG,
    LOG1,
    LOG2,
    LR_DECAY,
    MOMENTUM,
    MOMENTUM_DECAY,
    NADAM,
    RMSPROP,
    SGD,
)

_MU = math.log(0.96)  # of NAdam's warm-up
COUNT_MOST = 2.0**24  # torch counts the steps in float32, where one more than this is this


@inner
def step(code, options, rate, flat, gradient, first, second, third, counts):
    """Change `flat` by one step. `first`, `second` and `third` are the optimizer's averages, `counts` the steps made
    and NAdam's product of momenta."""
    if code == SGD:
        _sgd(options, rate, flat, gradient, first, counts)
        return
    counts[0] = counts[0] + 1.0 if counts[0] < COUNT_MOST else COUNT_MOST
    if code == ADAGRAD:
        _adagrad(options, rate / (1.0 + (counts[0] - 1.0) * options[LR_DECAY]), flat, gradient, second)
    elif code == RMSPROP:
        _rmsprop(options, rate, flat, gradient, first, second, third)
    elif code == NADAM:
        _nadam(options, rate, flat, gradient, first, second, counts)
    else:
        _adam(code, options, rate, flat, gradient, first, second, third, counts[0])


@inner
def _lean(mean, g, share):
    """An average moved by `share` of the way to g, as torch's lerp has it."""
    if share < like(share, 0.5):
        return mean + share * (g - mean)
    return g - (g - mean) * (like(share, 1.0) - share)


@inner
def _sgd(options, rate, flat, gradient, buffer, counts):
    sample, dampening = at(flat, 0), options[DAMPENING] if counts[0] > 0.0 else 0.0  # none in the first step
    lr, momentum, kept, decay = (
        like(sample, rate),
        like(sample, options[MOMENTUM]),
        like(sample, 1.0 - dampening),
        like(sample, options[DECAY]),
    )
    if options[MOMENTUM] == 0.0:
        for i in range(len(flat)):
            put(flat, i, at(flat, i) - lr * (at(gradient, i) + decay * at(flat, i)))
        return
    counts[0] = 1.0
    ahead = options[FLAG] > 0.0
    for i in range(len(flat)):
        g = at(gradient, i) + decay * at(flat, i)
        v = momentum * at(buffer, i) + kept * g
        put(buffer, i, v)
        put(flat, i, at(flat, i) - lr * (g + momentum * v if ahead else v))


@inner
def _adagrad(options, rate, flat, gradient, squares):
    sample = at(flat, 0)
    lr, decay, eps = like(sample, rate), like(sample, options[DECAY]), like(sample, options[EPS])
    for i in range(len(flat)):
        g = at(gradient, i) + decay * at(flat, i)
        s = at(squares, i) + g * g
        put(squares, i, s)
        put(flat, i, at(flat, i) - lr * g / (root(s) + eps))


@inner
def _rmsprop(options, rate, flat, gradient, buffer, squares, means):
    sample = at(flat, 0)
    lr, decay, eps, momentum = (
        like(sample, rate),
        like(sample, options[DECAY]),
        like(sample, options[EPS]),
        like(sample, options[MOMENTUM]),
    )
    alpha, rest = like(sample, options[BETA2]), like(sample, 1.0 - options[BETA2])
    centered, heavy = options[FLAG] > 0.0, options[MOMENTUM] > 0.0
    for i in range(len(flat)):
        g = at(gradient, i) + decay * at(flat, i)
        s = alpha * at(squares, i) + rest * g * g
        put(squares, i, s)
        if centered:
            m = _lean(at(means, i), g, rest)
            put(means, i, m)
            s = s - m * m
        move = g / (root(s) + eps)
        if heavy:
            move = momentum * at(buffer, i) + move
            put(buffer, i, move)
        put(flat, i, at(flat, i) - lr * move)


@inner
def _adam(code, options, rate, flat, gradient, means, squares, largest, count):
    sample = at(flat, 0)
    eps, beta2 = like(sample, options[EPS]), like(sample, options[BETA2])
    new, rest = like(sample, 1.0 - options[BETA1]), like(sample, 1.0 - options[BETA2])
    coupled = like(sample, options[DECAY] if code == ADAM else 0.0)
    kept = like(sample, 1.0 - rate * options[DECAY] if code == ADAMW else 1.0)
    size = like(sample, rate / (1.0 - power(options[LOG1], count)))
    corrected = like(sample, root(1.0 - power(options[LOG2], count)))
    growing = options[FLAG] > 0.0
    for i in range(len(flat)):
        w = at(flat, i) * kept
        g = at(gradient, i) + coupled * w
        m = _lean(at(means, i), g, new)
        s = beta2 * at(squares, i) + rest * g * g
        put(means, i, m)
        put(squares, i, s)
        if growing:
            s = s if s > at(largest, i) else at(largest, i)
            put(largest, i, s)
        put(flat, i, w - size * m / (root(s) / corrected + eps))


@inner
def _nadam(options, rate, flat, gradient, means, squares, counts):
    sample = at(flat, 0)
    count = counts[0]
    eps, beta2 = like(sample, options[EPS]), like(sample, options[BETA2])
    new, rest = like(sample, 1.0 - options[BETA1]), like(sample, 1.0 - options[BETA2])
    apart = options[FLAG] > 0.0
    coupled = like(sample, 0.0 if apart else options[DECAY])
    kept = like(sample, 1.0 - rate * options[DECAY] if apart else 1.0)
    mu = options[BETA1] * (1.0 - 0.5 * power(_MU, count * options[MOMENTUM_DECAY]))
    mu_next = options[BETA1] * (1.0 - 0.5 * power(_MU, (count + 1.0) * options[MOMENTUM_DECAY]))
    product = np.float32(
        np.float32(counts[1]) * np.float32(mu)
    )  # torch keeps it in float32 whatever the weights are in
    counts[1] = product
    now = like(sample, rate * (1.0 - mu) / (1.0 - counts[1]))
    ahead = like(sample, rate * mu_next / (1.0 - counts[1] * mu_next))
    corrected = like(sample, 1.0 - power(options[LOG2], count))
    for i in range(len(flat)):
        w = at(flat, i) * kept
        g = at(gradient, i) + coupled * w
        m = _lean(at(means, i), g, new)
        s = beta2 * at(squares, i) + rest * g * g
        put(means, i, m)
        put(squares, i, s)
        divisor = root(s / corrected) + eps
        put(flat, i, w - now * g / divisor - ahead * m / divisor)
