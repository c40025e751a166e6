"""Typed formulas: right values, differentiable, and nothing but a formula gets in."""

from __future__ import annotations

import math

import numpy as np
import pytest

from core.formulas import formula
from core.formulas.formula import FormulaError, parse

X = np.linspace(0.1, 0.9, 9)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x*sin(x)", lambda x: x * math.sin(x)),
        ("-x^2", lambda x: -(x**2)),
        ("2*π*x² + x³", lambda x: 2 * math.pi * x**2 + x**3),
        ("x^(1/2)", math.sqrt),
        ("x**-3 / 2e-1", lambda x: x**-3 / 0.2),
        ("max(x, 0.5, 1 - x)", lambda x: max(x, 0.5, 1 - x)),
        ("1 if x > 0.5 else -1", lambda x: 1 if x > 0.5 else -1),
        ("floor(5*x) + sign(x - 0.5)", lambda x: math.floor(5 * x) + np.sign(x - 0.5)),
        ("ln(x) − log10(x) + log2(x)", lambda x: math.log(x) - math.log10(x) + math.log2(x)),
        ("x % 0.3", lambda x: x % 0.3),
        ("e", lambda x: math.e),
        ("7", lambda x: 7),
    ],
)
def test_values_agree_with_arithmetic_by_hand(source, expected):
    assert parse(source).finite(X) == pytest.approx([expected(float(x)) for x in X])


def test_two_variables():
    x, y = np.meshgrid(X, X)
    assert parse("x^2 + 25*y^2", ("x", "y")).finite(x, y) == pytest.approx(x**2 + 25 * y**2)


@pytest.mark.parametrize(
    ("source", "reason", "position"),
    [
        ("", "empty", None),
        ("  x + foo", "'foo' is not known", 6),
        ("x^2 + y", "'y' is not known", 6),
        ("x^11", "exponents go to 10", 2),
        ("x^-10.5", "exponents go to 10", 2),
        ("x^x", "exponent has to be a number", 2),
        ("9^9^9", "exponent has to be a number", 2),
        ("2x", "product needs a *", 1),
        ("3(x)", "product needs a *", 1),
        ("(x)(x)", "product needs a *", 0),
        ("1if x else 2", "product needs a *", 1),
        ("sin x", "brackets", 4),
        ("sin + 1", "brackets", 0),
        ("(x", "brackets do not match", 0),
        ("y = x", "without =", 2),
        ("x < 1 < 2", "one comparison", 0),
        ("sin(x, x)", "takes 1 argument", 0),
        ("min(x)", "takes 2 to 8", 0),
        ("foo(x)", "'foo' is not a function", 0),
        ("True", "not a number", 0),
        ("1e301*x", "too large", 0),
        ("x +", "a number or x has to follow", 2),
        ("import os", "“import” has no meaning", 0),
        ("2 + spam x", "“spam” has no meaning", 4),
    ],
)
def test_what_is_wrong_is_said_with_its_place(source, reason, position):
    with pytest.raises(FormulaError, match=reason.replace("*", r"\*")) as caught:
        parse(source)
    if position is not None:
        assert caught.value.position == position


@pytest.mark.parametrize(
    "source",
    [
        "__import__('os').system('true')", "x.__class__", "[x]", "x[0]", "'a'", "lambda: x", "(x for x in x)", "{x: x}", "x @ x", "~x", "not x", "x and x",
        "f'{x}'", "x := 2", "1j", "...", "eval('x')", "sin(*x)", "sin(x=x)", "x; x", "import os", "\0", "print(x)", "x // 2", "x << 2",
    ],
)  # fmt: skip
def test_nothing_but_a_formula_gets_in(source):
    with pytest.raises(FormulaError):
        parse(source)


@pytest.mark.parametrize("source", ["+".join(["x"] * 150), "(" * 300 + "x" + ")" * 300, "-" * 1900 + "x", "x" * 5000])
def test_endless_formulas_are_refused(source):
    with pytest.raises(FormulaError):
        parse(source)


@pytest.mark.parametrize(
    ("source", "place"),
    [("1/x", "x = 0"), ("1/0", "x = -1"), ("log(x)", "x = -1"), ("exp(exp(exp(5*x)))", "x = 1"), ("asin(2)", "x")],
)
def test_not_finite_is_said_with_its_place(source, place):
    with pytest.raises(FormulaError, match=f"not a finite number at {place}"):
        parse(source).finite(np.array([-1.0, 0.0, 1.0]))


def test_too_much_work_is_refused_before_it_is_done():
    with pytest.raises(FormulaError, match="too long"):
        parse("sin(x)+sin(x)")(np.zeros(2_000_000))


def test_the_clock_is_looked_at_between_two_operations(monkeypatch):
    clock = iter(range(100))
    monkeypatch.setattr(formula.time, "thread_time", lambda: next(clock))
    with pytest.raises(FormulaError, match="longer than 50 ms"):
        parse("sin(x)")(X)
