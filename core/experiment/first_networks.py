"""The network and the learning that a person begins with where new data ask for another kind of network than the
present one."""

from __future__ import annotations

from typing import Any

from core import registry
from core.documents.toml_file import Values
from core.experiment.experiment import Experiment
from core.experiment.settings import named_layers
from core.families import Dataset, Layer, Task

STEPWISE = ("rnn", "gru", "lstm", "conv1d")  # layers that read a sequence step by step
READER: Values = {
    "kind": "gru",
    "units": 24,
    "keep_bias": 2.0,
}  # begins by remembering: 20 steps are learned in some 100 updates
PLAIN: Values = {"kind": "dense", "units": 8}


def beginning(experiment: Experiment, data: Dataset) -> tuple[tuple[str, Any], ...]:
    """The edits that go with choosing `data`: none where the present network reads them as they are.

    A dense net takes a sequence as one row of numbers and forgets its order; descent at the rate of a small net in the
    plane takes thousands of updates.
    """
    reads = any(layer.kind in STEPWISE for layer in experiment.layers)
    if data.geometry == "sequence":
        return () if reads else (("layers", _layers(READER)), *_learning(data))
    return (("layers", _layers(PLAIN)),) if reads and all(layer.kind in STEPWISE for layer in experiment.layers) else ()


def _layers(values: Values) -> tuple[Layer, ...]:
    return tuple(registry.read(Layer, layer) for layer in named_layers([dict(values)]))


def _learning(data: Dataset) -> tuple[tuple[str, Any], ...]:
    """Adam, clipped gradients, batches of 50, and the usual loss of the task."""
    aim = registry.kind_of(Task, data.task).aim
    return (
        ("loss", {"kind": "cross_entropy" if aim == "classes" else "mean_squared"}),
        ("output.activation", "auto"),
        ("rule", {"kind": "gradient"}),
        ("optimizer", {"kind": "adam", "lr": 0.01}),
        ("clipping.norm", 1.0),
        ("batch_size", 50),
    )
