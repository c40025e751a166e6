"""What the neuron can be set to decide: other questions, with weights that begin at 0 and a threshold of 0.5."""

from __future__ import annotations

from typing import Any

from core.experiment import Experiment

HOLIDAY = "holiday"
NAMES = {HOLIDAY: "Holiday", "and": "AND", "or": "OR", "xor": "XOR"}
THRESHOLD = 0.5
Edits = tuple[tuple[str, Any], ...]


def task_of(experiment: Experiment) -> str:
    """Which of them an experiment has."""
    return str(experiment.data.model_dump().get("gate", HOLIDAY))


def other(name: str) -> Edits:
    """The change to another one."""
    data = {"kind": HOLIDAY} if name == HOLIDAY else {"kind": "truth", "gate": name}
    count = 3 if name == HOLIDAY else 2
    return (("data", data), ("start.weights", {"output.weight": [[0.0] * count], "output.bias": [-THRESHOLD]}))


def two_hidden_units() -> Edits:
    """Two sigmoid units and their stored weights, with which XOR is right: one says "any", one says "both", and the
    output "any, but not both"."""
    layer = {"kind": "dense", "name": "h1", "units": 2, "activation": {"kind": "sigmoid"}}
    weights = {
        "h1.weight": [[8.0, 8.0], [8.0, 8.0]], "h1.bias": [-4.0, -12.0],
        "output.weight": [[8.0, -8.0]], "output.bias": [-4.0],
    }  # fmt: skip
    return (
        ("rule.kind", "gradient"),
        ("loss.kind", "cross_entropy"),
        ("layers", [layer]),
        ("start.weights", weights),
    )
