"""An account of one update worked out by hand: two inputs, three sigmoid units, one output, cross-entropy, SGD."""

from __future__ import annotations

import math

import numpy as np

from core.arithmetic.told import (
    Account,
    Check,
    Coming,
    LayerTold,
    LossTold,
    ParameterTold,
    Terms,
    UnitTold,
)
from core.families.line import Line

X = np.array([0.5, 0.9])
UNSCALED = (5.0, 9.0)  # lectures attended and hours studied
W1 = np.array([[0.95, 0.01], [-0.75, -1.05], [-0.4, 0.17]])
B1 = np.zeros(3)
W2 = np.array([[-0.57, -0.99, 1.19]])
B2 = np.array([-2.22])
RATE = 1.0


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


Z1 = W1 @ X + B1
A1 = sigmoid(Z1)
Z2 = W2 @ A1 + B2
ANSWER = float(sigmoid(Z2)[0])
LOSS = -math.log(ANSWER)  # the truth is 1
DELTA2 = np.array([ANSWER - 1])
ARRIVED1 = W2.T @ DELTA2
DELTA1 = ARRIVED1 * A1 * (1 - A1)


def told(name, before, share):
    """A parameter of a batch of one sample."""
    after = (before - RATE * share).ravel()
    numbers = {"w": before.ravel(), "η": RATE, "g": share.ravel()}
    rate = Line("w′", "One step downhill", "{w} − {η}·{g}", numbers, after)
    places = np.arange(before.size)
    return ParameterTold(name, before.shape, places, before.ravel(), share.ravel(), share.ravel(), (rate,), after)


def account(layer="h1", unit=(0,), update=1, sample=0):
    """The update for that sample as a batch of its own, with a unit in hand."""
    first = LayerTold(
        "h1", "dense", "sigmoid", X, Z1, None, A1, A1 * (1 - A1), None, A1, ARRIVED1, DELTA1, W1.T @ DELTA1,
        line=Line("a", "Sigmoid", "1/(1 + e^(−{z}))", {"z": Z1}, A1),
    )  # fmt: skip
    last = LayerTold("output", "dense", "", A1, Z2, None, Z2, np.ones(1), None, Z2, DELTA2, DELTA2, ARRIVED1)
    lines = (
        Line("p", "What it says for 1", "σ({z})", {"z": Z2}, ANSWER),
        Line("L", "Cross-entropy", "−ln {p}", {"p": ANSWER}, LOSS),
    )
    loss = LossTold(Z2, np.array([ANSWER]), np.ones(1), lines, LOSS, DELTA2, 1.0)
    coming = Coming(np.array([sample]), np.array([LOSS]), LOSS, 0.0, 0)
    parameters = (
        told("h1.weight", W1, np.outer(DELTA1, X)),
        told("h1.bias", B1, DELTA1),
        told("output.weight", W2, np.outer(DELTA2, A1)),
        told("output.bias", B2, DELTA2),
    )
    return Account(
        update, inputs=("lectures attended", "hours studied"), unscaled=UNSCALED, coming=coming, layers=(first, last), loss=loss, unit=in_hand(layer, unit), parameters=parameters,
        check=Check(3e-16, 2e-7, "h1.weight", "float32"),
    )  # fmt: skip


def in_hand(layer, unit):
    (at,) = unit
    if layer == "h1":
        forwards = Terms(("x1", "x2"), W1[at], X, np.array([[0], [1]]), (2,), float(B1[at]), float(Z1[at]))
        backwards = Terms(("output[1]",), W2[:, at], DELTA2, np.array([[0]]), (1,), 0.0, float(ARRIVED1[at]))
    else:
        names = ("h1[1]", "h1[2]", "h1[3]")
        forwards = Terms(names, W2[at], A1, np.array([[0], [1], [2]]), (3,), float(B2[at]), float(Z2[at]))
        backwards = None
    return UnitTold(layer, unit, forwards, backwards)
