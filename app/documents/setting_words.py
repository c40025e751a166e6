"""In what another run differs, in few words."""

from __future__ import annotations

from typing import Any

from app.documents.path_words import label_of
from core.experiment import Experiment
from core.history.metrics import told_apart
from core.params import Component


def other_words(other: Experiment, present: Experiment) -> str:
    """What another run has where the present one has something else: "SGD", "Learning rate η 0.03 and more"; "" where
    they are the same. What all layers have alike is one thing: "Tanh"."""
    found = {_words(other, path, value): None for path, (value, _) in told_apart(other, present).items()}
    first = next(iter(found), "")
    return f"{first} and more" if len(found) > 1 else first


def _words(experiment: Experiment, path: str, value: Any) -> str:
    if isinstance(value, Component):
        return value.label
    label = label_of(experiment, path)
    if isinstance(value, bool):
        return f"{label}: {'on' if value else 'off'}"
    if isinstance(value, int | float):
        return f"{label} {value:g}"
    if isinstance(value, str):
        return f"{label}: {value}"
    quiet = f"{label[:1].lower()}{label[1:]}"
    return f"other {quiet}" if value else f"no {quiet}"
