"""eˣ and its relatives on sixteen lanes, to the last places of either precision.

eˣ = 2ⁿ·eʳ with n the whole number nearest to x/ln 2, so |r| ≤ ½ ln 2, where a few terms of the power series are enough.
A number that is not finite comes out as one: comparisons are written so that nan falls through.
"""

from __future__ import annotations

import math
from typing import Any

from numba.extending import overload

from core.engines.fused.native.lanes import LanesType, inner, like, minus_size, select, signed, two_to

_SERIES = tuple(1.0 / math.factorial(k) for k in range(15))
_INVERSE_LN2 = 1.0 / math.log(2.0)
_HIGH_32, _LOW_32 = 0.693145751953125, 1.4286068203094173e-06  # ln 2 in two parts: n times the first is exact
_HIGH_64, _LOW_64 = 0.6931471803691238, 1.9082149292705877e-10
_SHIFT_32, _SHIFT_64 = 1.5 * 2.0**23, 1.5 * 2.0**52


def reduced(x) -> Any:
    """x -> (2ⁿ, eʳ − 1)."""


@overload(reduced, jit_options={"fastmath": {"contract"}, "forceinline": True, "nogil": True})
def _reduced(x):
    if isinstance(x, LanesType) and x.dtype.bitwidth == 32:
        return _reduced_32
    return _reduced_64


def _reduced_32(x):
    shifted = x * _INVERSE_LN2 + _SHIFT_32
    n = shifted - _SHIFT_32
    r = (x - n * _HIGH_32) - n * _LOW_32
    p = r * _SERIES[7] + _SERIES[6]
    p = p * r + _SERIES[5]
    p = p * r + _SERIES[4]
    p = p * r + _SERIES[3]
    p = p * r + _SERIES[2]
    return two_to(shifted), r + (r * r) * p


def _reduced_64(x):
    shifted = x * _INVERSE_LN2 + _SHIFT_64
    n = shifted - _SHIFT_64
    r = (x - n * _HIGH_64) - n * _LOW_64
    p = r * _SERIES[13] + _SERIES[12]
    p = p * r + _SERIES[11]
    p = p * r + _SERIES[10]
    p = p * r + _SERIES[9]
    p = p * r + _SERIES[8]
    p = p * r + _SERIES[7]
    p = p * r + _SERIES[6]
    p = p * r + _SERIES[5]
    p = p * r + _SERIES[4]
    p = p * r + _SERIES[3]
    p = p * r + _SERIES[2]
    return two_to(shifted), r + (r * r) * p


@inner
def exp_minus_1(x):
    """eˣ − 1 for x ≤ 0, exact for small x as well; below −80 it is taken as there."""
    x = select(x < -80.0, like(x, -80.0), x)
    power, rest = reduced(x)
    return power * rest + (power - 1.0)


@inner
def exp(x):
    """eˣ for x ≤ 0; below −80 it is taken as there (10⁻³⁵)."""
    x = select(x < -80.0, like(x, -80.0), x)
    power, rest = reduced(x)
    return power * rest + power


@inner
def sigmoid(x):
    """1/(1+e⁻ˣ)."""
    e = exp(minus_size(x))
    s = 1.0 / (e + 1.0)
    return select(x < 0.0, e * s, s)


@inner
def tanh(x):
    """tanh x, from e^{−2|x|} − 1."""
    e = exp_minus_1(minus_size(x) * 2.0)
    return signed(e / (e + 2.0), x)
