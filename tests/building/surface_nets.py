"""Networks of every sort, and their losses the plain way, for the tests of the surface."""

from __future__ import annotations

from typing import Any

import numpy as np

from core.training.session import Session
from tests.building.experiments import layer, small

CURVE = {"data": {"kind": "sine"}, "loss": {"kind": "mean_squared"}}
NETS: dict[str, dict[str, Any]] = {
    "tanh": {},
    "relu": {"layers": [layer(5, "relu"), layer(4, "relu", "h2")], "optimizer": {"kind": "adam", "lr": 0.02}},
    "maxout": {"layers": [layer(3, "maxout")]},
    "prelu": {"layers": [layer(4, "prelu"), layer(3, "prelu", "h2")]},
    "batch normalization": {"layers": [layer(4, normalization="batch")], "batch_size": 10},
    "layer normalization": {"layers": [layer(4, normalization="layer")]},
    "dropout": {"layers": [layer(6, dropout=0.3)]},
    "regression": CURVE | {"layers": [layer(5)]},
    "three classes": {"data": {"kind": "iris"}, "inputs": {"scaling": "standardize"}, "layers": [layer(5)]},
    "steps": {"data": {"kind": "holiday"}, "layers": [], "loss": {"kind": "mistakes"}, "rule": {"kind": "perceptron"}},
    "hidden steps": {"layers": [layer(4, "step")]},
    "single precision": {"dtype": "float32"},
}


def trained(updates: int = 20, **changes: Any) -> Session:
    session = Session(small(**changes))
    session.advance(updates)
    return session


def loaded(session: Session, vector: np.ndarray) -> Session:
    """Another session of the same run with other weights."""
    other = Session.of(session.snapshot())
    other.load_parameters({slot.name: vector[slot.where].reshape(slot.shape) for slot in session.learner.network.slots})
    return other


def loss_at(session: Session, vector: np.ndarray, figure: str = "train.loss") -> float:
    """What an evaluation says of a network that was loaded with a vector."""
    return loaded(session, vector).evaluate()[figure]
