"""Slopes and curvatures of a typed formula of x and y, by automatic differentiation forwards, without torch.

Every part of the formula is computed together with its first and second derivatives (a jet of second order). Works on
plain numbers, which is what a race needs many thousand times, and on numpy arrays. Kinks have the slopes that torch
gives them: 0 for |x| at 0, half of each for equal arguments of min and max.
"""

from __future__ import annotations

import ast
import functools
import math
import types
from collections.abc import Callable
from typing import Any

import numpy as np

from core.formulas.formula import parse
from core.formulas.grammar import COMPARE, CONSTANTS, constant_value

Jet = tuple[Any, Any, Any, Any, Any, Any]  # value, ∂x, ∂y, ∂²x, ∂x∂y, ∂²y
Part = Callable[[Any, Jet, Jet], Jet]  # library, x, y -> the jet of a part

NUMBERS = types.SimpleNamespace(
    sin=math.sin, cos=math.cos, tan=math.tan, arcsin=math.asin, arccos=math.acos, arctan=math.atan, sinh=math.sinh, cosh=math.cosh, tanh=math.tanh,
    exp=math.exp, log=math.log, sqrt=math.sqrt, floor=lambda a: float(math.floor(a)), ceil=lambda a: float(math.ceil(a)), round=lambda a: float(round(a)),
    sign=lambda a: float((a > 0) - (a < 0)), where=lambda test, yes, no: yes if test else no,
)  # fmt: skip


@functools.lru_cache(maxsize=32)
def jets(source: str) -> Callable[[Any, Any], Jet]:
    """(x, y) -> the jet of a formula of x and y; `FormulaError` where it cannot be read."""
    whole = _part(parse(source, ("x", "y")).tree)

    def at(x: Any, y: Any) -> Jet:
        if type(x) is float:
            try:
                return whole(NUMBERS, (x, 1.0, 0.0, 0.0, 0.0, 0.0), (y, 0.0, 1.0, 0.0, 0.0, 0.0))
            except (ArithmeticError, ValueError, TypeError):  # 1/0, log 0, (−1)^½: numpy knows infinity and nan
                return tuple(float(each) for each in _on_arrays(whole, np.float64(x), np.float64(y)))  # type: ignore[return-value]
        return _on_arrays(whole, x, y)

    return at


def _on_arrays(whole: Part, x: Any, y: Any) -> Jet:
    one, nothing = 0.0 * x + 1.0, 0.0 * x
    with np.errstate(all="ignore"):
        found = whole(np, (x, one, nothing, nothing, nothing, nothing), (y, nothing, one, nothing, nothing, nothing))
        return tuple(each + nothing for each in found)


def _constant(value: float) -> Jet:
    return value, 0.0, 0.0, 0.0, 0.0, 0.0


def _add(a: Jet, b: Jet) -> Jet:
    return a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4], a[5] + b[5]


def _times(a: Jet, b: Jet) -> Jet:
    a0, ax, ay, axx, axy, ayy = a
    b0, bx, by, bxx, bxy, byy = b
    return (
        a0 * b0,
        ax * b0 + a0 * bx,
        ay * b0 + a0 * by,
        axx * b0 + 2.0 * ax * bx + a0 * bxx,
        axy * b0 + ax * by + ay * bx + a0 * bxy,
        ayy * b0 + 2.0 * ay * by + a0 * byy,
    )


def _scaled(a: Jet, by: float) -> Jet:
    return a[0] * by, a[1] * by, a[2] * by, a[3] * by, a[4] * by, a[5] * by


def _through(a: Jet, value: Any, slope: Any, bend: Any) -> Jet:
    """The chain rule for a function with this value, slope and second derivative at a."""
    _, x, y, xx, xy, yy = a
    return value, slope * x, slope * y, bend * x * x + slope * xx, bend * x * y + slope * xy, bend * y * y + slope * yy


def _chosen(library: Any, test: Any, a: Jet, b: Jet) -> Jet:
    return tuple(library.where(test, one, other) for one, other in zip(a, b, strict=True))


# Parts of the tree


def _part(node: ast.expr) -> Part:
    """The function that computes a checked part of a formula."""
    match node:
        case ast.Constant():
            fixed = _constant(float(node.value))  # type: ignore[arg-type]
            return lambda library, x, y: fixed
        case ast.Name():
            return _name(node.id)
        case ast.UnaryOp():
            return _signed(node)
        case ast.BinOp():
            return _operation(node)
        case ast.Call():
            return _call(node)
        case ast.Compare():
            return _comparison(node)
        case ast.IfExp():
            return _choice(node)
    raise TypeError(f"no derivative of {type(node).__name__}")


def _name(name: str) -> Part:
    if name == "x":
        return lambda library, x, y: x
    if name == "y":
        return lambda library, x, y: y
    fixed = _constant(CONSTANTS[name])
    return lambda library, x, y: fixed


def _signed(node: ast.UnaryOp) -> Part:
    inner = _part(node.operand)
    return (lambda library, x, y: _scaled(inner(library, x, y), -1.0)) if isinstance(node.op, ast.USub) else inner


def _operation(node: ast.BinOp) -> Part:
    if isinstance(node.op, ast.Pow):
        return _power(_part(node.left), constant_value(node.right) or 0.0)
    left, right = _part(node.left), _part(node.right)
    if isinstance(node.op, ast.Add):
        return lambda library, x, y: _add(left(library, x, y), right(library, x, y))
    if isinstance(node.op, ast.Sub):
        return lambda library, x, y: _add(left(library, x, y), _scaled(right(library, x, y), -1.0))
    if isinstance(node.op, ast.Mult):
        return lambda library, x, y: _times(left(library, x, y), right(library, x, y))
    if isinstance(node.op, ast.Div):
        return lambda library, x, y: _times(left(library, x, y), _inverse(right(library, x, y)))
    return lambda library, x, y: _remainder(library, left(library, x, y), right(library, x, y))


def _inverse(a: Jet) -> Jet:
    inverse = 1.0 / a[0]
    return _through(a, inverse, -inverse * inverse, 2.0 * inverse * inverse * inverse)


def _remainder(library: Any, a: Jet, b: Jet) -> Jet:
    whole = library.floor(a[0] / b[0])
    return a[0] % b[0], *_add(a, _scaled(b, -whole))[1:]


def _power(base: Part, exponent: float) -> Part:
    first, second = exponent, exponent * (exponent - 1.0)
    if exponent == 2.0:  # the usual one, and a product is faster than a power
        return lambda library, x, y: _times(a := base(library, x, y), a)

    def power(library: Any, x: Jet, y: Jet) -> Jet:
        a = base(library, x, y)
        value = a[0] ** exponent
        if isinstance(value, complex):
            raise ValueError("a root of a negative number")
        slope = first * a[0] ** (exponent - 1.0) if first else 0.0
        return _through(a, value, slope, second * a[0] ** (exponent - 2.0) if second else 0.0)

    return power


def _call(node: ast.Call) -> Part:
    name = node.func.id  # type: ignore[attr-defined]
    arguments = [_part(argument) for argument in node.args]
    if name in ("min", "max"):
        return functools.partial(_extreme, arguments, -1.0 if name == "min" else 1.0)
    function, inner = SLOPES[name], arguments[0]

    def call(library: Any, x: Jet, y: Jet) -> Jet:
        a = inner(library, x, y)
        return _through(a, *function(library, a[0]))

    return call


def _extreme(arguments: list[Part], sign: float, library: Any, x: Jet, y: Jet) -> Jet:
    best, *others = [argument(library, x, y) for argument in arguments]
    for other in others:
        middle = _scaled(_add(best, other), 0.5)  # where both are equal each has half a say
        best = _chosen(
            library, best[0] == other[0], middle, _chosen(library, sign * best[0] > sign * other[0], best, other)
        )
    return best


def _comparison(node: ast.Compare) -> Part:
    left, right, compare = _part(node.left), _part(node.comparators[0]), COMPARE[type(node.ops[0])]
    return lambda library, x, y: _constant(compare(left(library, x, y)[0], right(library, x, y)[0]) * 1.0)


def _choice(node: ast.IfExp) -> Part:
    test, yes, no = _part(node.test), _part(node.body), _part(node.orelse)

    def choice(library: Any, x: Jet, y: Jet) -> Jet:
        asked = test(library, x, y)[0] != 0
        if library is NUMBERS:
            return (yes if asked else no)(library, x, y)
        return _chosen(library, asked, yes(library, x, y), no(library, x, y))

    return choice


# Functions of one argument: library, a -> value, slope, second derivative


def _sin(library: Any, a: Any) -> tuple[Any, Any, Any]:
    sine = library.sin(a)
    return sine, library.cos(a), -sine


def _cos(library: Any, a: Any) -> tuple[Any, Any, Any]:
    cosine = library.cos(a)
    return cosine, -library.sin(a), -cosine


def _tan(library: Any, a: Any) -> tuple[Any, Any, Any]:
    value = library.tan(a)
    slope = 1.0 + value * value
    return value, slope, 2.0 * value * slope


def _arcsin(library: Any, a: Any) -> tuple[Any, Any, Any]:
    slope = 1.0 / library.sqrt(1.0 - a * a)
    return library.arcsin(a), slope, a * slope * slope * slope


def _arccos(library: Any, a: Any) -> tuple[Any, Any, Any]:
    slope = -1.0 / library.sqrt(1.0 - a * a)
    return library.arccos(a), slope, a * slope * slope * slope


def _arctan(library: Any, a: Any) -> tuple[Any, Any, Any]:
    slope = 1.0 / (1.0 + a * a)
    return library.arctan(a), slope, -2.0 * a * slope * slope


def _sinh(library: Any, a: Any) -> tuple[Any, Any, Any]:
    value = library.sinh(a)
    return value, library.cosh(a), value


def _cosh(library: Any, a: Any) -> tuple[Any, Any, Any]:
    value = library.cosh(a)
    return value, library.sinh(a), value


def _tanh(library: Any, a: Any) -> tuple[Any, Any, Any]:
    value = library.tanh(a)
    slope = 1.0 - value * value
    return value, slope, -2.0 * value * slope


def _exp(library: Any, a: Any) -> tuple[Any, Any, Any]:
    value = library.exp(a)
    return value, value, value


def _log(library: Any, a: Any, base: float = math.e) -> tuple[Any, Any, Any]:
    scale = 1.0 / math.log(base)
    inverse = 1.0 / a
    return library.log(a) * scale, inverse * scale, -inverse * inverse * scale


def _sqrt(library: Any, a: Any) -> tuple[Any, Any, Any]:
    root = library.sqrt(a)
    slope = 0.5 / root
    return root, slope, -0.5 * slope / a


def _abs(library: Any, a: Any) -> tuple[Any, Any, Any]:
    return abs(a), library.sign(a), 0.0 * a


def _flat(name: str) -> Callable[[Any, Any], tuple[Any, Any, Any]]:
    """A function of steps: its slope is 0 wherever it has one."""
    return lambda library, a: (getattr(library, name)(a), 0.0 * a, 0.0 * a)


SLOPES: dict[str, Callable[[Any, Any], tuple[Any, Any, Any]]] = {
    "sin": _sin, "cos": _cos, "tan": _tan, "asin": _arcsin, "acos": _arccos, "atan": _arctan, "sinh": _sinh, "cosh": _cosh, "tanh": _tanh,
    "exp": _exp, "log": _log, "ln": _log, "log2": functools.partial(_log, base=2.0), "log10": functools.partial(_log, base=10.0), "sqrt": _sqrt,
    "abs": _abs, "sign": _flat("sign"), "floor": _flat("floor"), "ceil": _flat("ceil"), "round": _flat("round"),
}  # fmt: skip
