"""What an activation makes of a sum, as a class calculates it with its numbers."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest

from core import registry
from core.families import Activation, Line

VARIANTS = [{"kind": kind} for kind in registry.family("activations") if kind not in ("maxout", "softmax")] + [
    {"kind": "leaky_relu", "leak": 0.3}, {"kind": "prelu", "start": -0.5}, {"kind": "elu", "alpha": 1.7},
    {"kind": "gelu", "approximate": "tanh"}, {"kind": "softplus", "beta": 3.0}, {"kind": "sine", "frequency": 4.0},
]  # fmt: skip
Z = np.array([-2.5, -0.3, 0.0, 0.4, 3.2])
SIGNS = (("·", "*"), ("−", "-"), ("^", "**"), ("½", "0.5"), ("³", "**3"))
NAMES = {"e": math.e, "ln": math.log, "sin": math.sin, "tanh": math.tanh, "Φ": NormalDist().cdf, "max": max, "min": min}


@pytest.mark.parametrize("values", VARIANTS, ids=str)
def test_the_value_is_what_the_formula_says_with_its_numbers(values):
    activation = registry.read(Activation, values)
    line = activation.line(Z, activation.parameters(len(Z)))
    assert line is not None
    for place, value in enumerate(activation.value(Z)):
        text = line.filled(place, lambda number: f"({number!r})")
        for sign, python in SIGNS:
            text = text.replace(sign, python)
        assert float(eval(text, {"__builtins__": {}}, NAMES)) == pytest.approx(value, rel=1e-9, abs=1e-12), text
        assert line.result(place) == pytest.approx(value)


@pytest.mark.parametrize("kind", ["maxout", "softmax"])
def test_what_several_sums_make_is_not_told_of_one(kind):
    assert registry.read(Activation, kind).line(np.zeros(4), {}) is None


@pytest.mark.parametrize("kind", registry.family("activations"))
def test_the_sum_is_called_z_as_everywhere(kind):
    activation = registry.read(Activation, kind)
    words = f"{activation.formula} {activation.__doc__}"
    assert "(a)" not in words and "ᵃ" not in words and "z" in activation.formula


def test_a_number_below_zero_stands_in_brackets_only_as_a_factor_or_a_summand():
    numbers = {"z": np.array([-2.0]), "s": np.array([-3.0])}
    filled = {
        "tanh({z})": "tanh(−2)",
        "max(0, {z}) + {s}·min(0, {z})": "max(0, −2) + (−3)·min(0, −2)",
        "1/(1 + e^(−{z}))": "1/(1 + e^(2))",
        "1 if {z} > 0 else 0": "1 if −2 > 0 else 0",
        "−{s} − {z}": "3 − (−2)",
        "{z} − {s}·{z}": "−2 − (−3)·(−2)",
    }
    for formula, text in filled.items():
        assert Line("a", "", formula, numbers, 0.0).filled(0, lambda number: f"(−{-number:g})") == text
