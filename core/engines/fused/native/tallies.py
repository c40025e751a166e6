"""What is told of a piece of an exam: the sum of its losses, and how many answers are right.

Both are what numpy makes of the answers in double precision, to the last bit: products and sums are rounded one by one,
and the sum is made as numpy's own, eight side by side.
"""

from __future__ import annotations

import numpy as np

from core.engines.fused.native.lanes import LANES, at, inner, like, load, load_eight, select
from core.engines.fused.native.places import HALF_SQUARED, MEAN_SQUARED, TOGETHER
from core.engines.fused.native.sums import count_true, double, plus, total_of_eight


@inner
def sum_losses(work, code, values, wanted, first, used):
    """The sum of the losses of `used` single outputs from work[values] on, where wanted[first] and what follows should
    be said."""
    whole = like(double(load_eight(work, values)), 0.0)
    even = used - used % TOGETHER
    for b in range(0, even, TOGETHER):
        loss = _loss(code, double(load_eight(work, values + b)), double(load_eight(wanted, first + b)))
        whole = plus(whole, loss)
    result = total_of_eight(whole)
    for b in range(even, used):
        result = plus(result, _loss(code, np.float64(at(work, values + b)), np.float64(at(wanted, first + b))))
    return result


@inner
def _loss(code, y, t):
    """The loss of single outputs: one of `places.TALLIED`."""
    error = y - t
    if code == HALF_SQUARED:
        return error * error * 0.5
    if code == MEAN_SQUARED:
        return error * error
    short = 1.0 - t * y
    return select(short < 0.0, like(short, 0.0), short)


@inner
def count_right(work, threshold, values, wanted, first, used, width):
    """How many of them lie on the side of the threshold where they should; what is no number lies nowhere."""
    right = 0
    for b in range(0, width, LANES):
        y, t = load(work, values + b), load(wanted, first + b)
        right += count_true(select(t > threshold, y > threshold, y <= threshold), used - b)
    return right
