"""How fast the loss grows with the values of the output units."""

from __future__ import annotations

from core.engines.fused.native.functions import exp, sigmoid
from core.engines.fused.native.lanes import LANES, at, inner, like, load, put, select, store
from core.engines.fused.native.places import ABSOLUTE, CROSS_ENTROPY, HALF_SQUARED, HINGE, HUBER, MEAN_SQUARED


@inner
def output_gradients(work, code, bound, values, targets, gradients, units, width, used, batch):
    """Fill `gradients` (units, width) with the derivative of the batch's mean loss; lanes from `used` on count nothing.

    `values` and `targets` (units, width) are offsets into `work`; `batch` is the number of samples that the mean is
    taken over, `bound` is Huber's δ.
    """
    if code == CROSS_ENTROPY and units > 1:
        _surprise(work, values, targets, gradients, units, width, batch)
    else:
        share = 1.0 / batch if code == HALF_SQUARED or code == HINGE else 1.0 / (batch * units)
        for b in range(0, units * width, LANES):
            y, t = load(work, values + b), load(work, targets + b)
            store(work, gradients + b, _single(code, y, t, bound) * share)
    sample = at(work, gradients)
    for unit in range(units):
        for b in range(used, width):
            put(work, gradients + unit * width + b, like(sample, 0.0))


@inner
def _single(code, y, t, bound):
    """The derivative of one output's loss."""
    e = y - t
    if code == HALF_SQUARED:
        return e
    if code == MEAN_SQUARED:
        return e * 2.0
    if code == HUBER:
        return select(e > bound, like(e, bound), select(e < -bound, like(e, -bound), e))
    if code == ABSOLUTE:
        return select(e > 0.0, like(e, 1.0), select(e < 0.0, like(e, -1.0), e))
    if code == HINGE:
        return select(1.0 - t * y > 0.0, 0.0 - t, like(e, 0.0))
    return sigmoid(y) - t


@inner
def _surprise(work, values, targets, gradients, units, width, batch):
    """softmax − target, divided by the batch."""
    for b in range(0, width, LANES):
        top = load(work, values + b)
        for unit in range(1, units):
            y = load(work, values + unit * width + b)
            top = select(y <= top, top, y)
        whole = like(top, 0.0)
        for unit in range(units):
            e = exp(load(work, values + unit * width + b) - top)
            store(work, gradients + unit * width + b, e)
            whole = whole + e
        for unit in range(units):
            place = unit * width + b
            store(
                work,
                gradients + place,
                (load(work, gradients + place) / whole - load(work, targets + place)) * (1.0 / batch),
            )
