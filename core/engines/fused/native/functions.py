"""eˣ and its relatives, sine and error function on sixteen lanes, to the last places of either precision.

eˣ = 2ⁿ·eʳ with n the whole number nearest to x/ln 2, so |r| ≤ ½ ln 2, where a few terms of the power series are enough.
The other series were fitted in 60 digits, at Chebyshev's points (mpmath's `chebyfit`): no function of a C library is
needed, so every system computes the same.
A number that is not finite comes out as one: comparisons are written so that nan falls through.
"""

from __future__ import annotations

import math
from typing import Any

from numba.extending import overload

from core.engines.fused.native.lanes import (
    LanesType,
    first,
    inner,
    like,
    minus_size,
    polynomial,
    select,
    signed,
    spread,
    two_to,
)

_SERIES = tuple(1.0 / math.factorial(k) for k in range(15))
_INVERSE_LN2, _INVERSE_PI = 1.0 / math.log(2.0), 1.0 / math.pi
_HIGH_32, _LOW_32 = 0.693145751953125, 1.4286068203094173e-06  # ln 2 in two parts: n times the first is exact
_HIGH_64, _LOW_64 = 0.6931471803691238, 1.9082149292705877e-10
_SHIFT_32, _SHIFT_64 = 1.5 * 2.0**23, 1.5 * 2.0**52
_SERIES_32, _SERIES_64 = _SERIES[2:8], _SERIES[2:14]

_PI_32 = 3.140625, 0.0009675025939941406, 1.5099579909783765e-07  # π in three parts, as ln 2 above
_PI_64 = 3.1415926534682512, 1.2154201012607932e-10, 4.044532497591901e-21
_QUARTER = 1.5709  # a little more than π/2
# sin r / r and cos r in powers of r², |r| ≤ π/2
_SINE = (
    1.0, -0.16666666666666666, 0.008333333333333333, -0.00019841269841269668, 2.755731922394037e-06,
    -2.5052108378558734e-08, 1.6059043203100516e-10, -7.647127603230655e-13, 2.810211396963092e-15,
    -7.982219926830182e-18,
)  # fmt: skip
_COSINE = (
    1.0, -0.5, 0.04166666666666666, -0.0013888888888888527, 2.480158730149192e-05, -2.7557319209563437e-07,
    2.0876755659875825e-09, -1.1470669878942183e-11, 4.77686567684743e-14, -1.5119201540842103e-16,
)  # fmt: skip
# 2·artanh s / s in powers of s², |s| ≤ 1/3
_AREA = (
    2.0, 0.6666666666666615, 0.4000000000018575, 0.28571428545454114, 0.22222224080747674, 0.18181740832504806,
    0.1538661404230401, 0.13300374032674625, 0.12110168728069218, 0.0832450651186082, 0.17044163562781398,
)  # fmt: skip
# erf x / x in powers of x², |x| ≤ 1
_ERF = (
    1.1283791670955126, -0.37612638903183543, 0.11283791670945006, -0.02686617064323777, 0.0052239776071164225,
    -0.0008548325975389692, 0.00012055294904839707, -1.492473690741966e-05, 1.6447424703317362e-06,
    -1.6208483801871705e-07, 1.3720064546777686e-08, -7.795898827002142e-10,
)  # fmt: skip
# e^{x²}·(1 − erf x) in powers of (x − 4)/(x + 4), 1 ≤ x ≤ 6
_TAIL = (
    0.13699945762506138, -0.2590680487601718, 0.21871967891826713, -0.16425781669724077, 0.10896317739865745,
    -0.0631078156473828, 0.03129905651583277, -0.012843945687071453, 0.004060264660151152, -0.0007991322076390439,
    -2.179568166418796e-05, 7.895694927713207e-05, -2.2294712208280907e-05, -9.380004337296444e-07,
    4.460009108363892e-06, 7.423164251116965e-07,
)  # fmt: skip


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
    return two_to(shifted), r + (r * r) * polynomial(r, _SERIES_32)


def _reduced_64(x):
    shifted = x * _INVERSE_LN2 + _SHIFT_64
    n = shifted - _SHIFT_64
    r = (x - n * _HIGH_64) - n * _LOW_64
    return two_to(shifted), r + (r * r) * polynomial(r, _SERIES_64)


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
def power(log, exponent):
    """A number below 1, told by its logarithm, to the power of an exponent ≥ 0; both in double precision."""
    return first(exp(spread(log * exponent)))


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


@inner
def log_of_1_plus(x):
    """log(1 + x) for 0 ≤ x ≤ 1: twice the artanh of x/(x + 2)."""
    s = x / (x + 2.0)
    return s * polynomial(s * s, _AREA)


@inner
def erf(x):
    """The error function."""
    size = 0.0 - minus_size(x)
    size = select(size > 6.0, like(x, 6.0), size)
    near = size * polynomial(size * size, _ERF)
    far = 1.0 - exp(size * size * -1.0) * polynomial((size - 4.0) / (size + 4.0), _TAIL)
    return signed(select(size > 1.0, far, near), x)


def half_turns(x) -> Any:
    """x = nπ + r with |r| ≤ π/2 -> ((−1)ⁿ, r); beyond n = 2²⁰, in single precision 2¹³, r is less exact."""


@overload(half_turns, jit_options={"fastmath": {"contract"}, "forceinline": True, "nogil": True})
def _half_turns(x):
    single = isinstance(x, LanesType) and x.dtype.bitwidth == 32
    shift = _SHIFT_32 if single else _SHIFT_64
    high, middle, low = _PI_32 if single else _PI_64

    def turned(x):
        n = (x * _INVERSE_PI + shift) - shift
        r = ((x - n * high) - n * middle) - n * low
        r = select(r > _QUARTER, like(r, _QUARTER), select(r < -_QUARTER, like(r, -_QUARTER), r))
        half = (n * 0.5 + shift) - shift
        return minus_size(n - half * 2.0) * 2.0 + 1.0, r

    return turned


@inner
def sine_and_cosine(x):
    """sin x and cos x."""
    sign, r = half_turns(x)
    square = r * r
    return sign * r * polynomial(square, _SINE), sign * polynomial(square, _COSINE)
