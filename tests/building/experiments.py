"""Small experiments."""

from __future__ import annotations

from typing import Any

from core.experiment import Experiment

SMALL: dict[str, Any] = {
    "dtype": "float64",
    "data": {"kind": "circle", "samples": 60},
    "layers": [
        {"kind": "dense", "name": "h1", "units": 4, "activation": {"kind": "tanh"}},
        {"kind": "dense", "name": "h2", "units": 3, "activation": {"kind": "sigmoid"}},
    ],
    "loss": {"kind": "cross_entropy"},
    "optimizer": {"kind": "sgd", "lr": 0.1},
    "batch_size": 7,
    "evaluate_every": 5,
}


def small(**changes: Any) -> Experiment:
    """A 2-4-3-1 net in float64 on 60 points of the circle, 30 of them for training, with the given keys replaced."""
    return Experiment.parse(SMALL | changes)


def layer(units: int, activation: str = "tanh", name: str = "h1", **more: Any) -> dict[str, Any]:
    return {"kind": "dense", "name": name, "units": units, "activation": {"kind": activation}, **more}
