"""What an experiment has beside data, network and method: means against overfitting, a schedule, an early end. What a
card has set there says something about its own data; data of a person's own may begin without it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.documents.edits import get
from core.experiment.parts import Stop
from core.experiment.settings import Settings
from core.families import Layer
from core.frozen import frozen
from core.messages import percent


@frozen
class Extra:
    """A setting that is not plain: what would be plain at its path, and what it is called as it is."""

    path: str
    plain: Any
    words: str


def extras(experiment: Settings) -> tuple[Extra, ...]:
    """All that are set; as edits, in this order, they leave a plain experiment."""
    return (*_dropout(experiment), *_penalties(experiment), *_ends(experiment.stop))


def told(found: tuple[Extra, ...]) -> str:
    """All of them in words, what several layers have once."""
    return ", ".join(dict.fromkeys(extra.words for extra in found))


def _dropout(experiment: Settings) -> Iterator[Extra]:
    """Layers of their own, and shares of other layers."""
    layers = experiment.layers
    for layer in layers:
        if layer.kind == "dropout":
            yield Extra("layers", tuple(each for each in layers if each.kind != "dropout"), _switched(layer, "share"))
    for layer in layers:
        if "dropout" in type(layer).model_fields and get(layer, "dropout"):
            yield Extra(f"layers.{layer.name}.dropout", 0.0, _switched(layer, "dropout"))


def _switched(layer: Layer, path: str) -> str:
    return f"dropout {percent(get(layer, path))}"


def _penalties(experiment: Settings) -> Iterator[Extra]:
    """Also the schedule of the rate."""
    for penalty in experiment.penalties:
        if penalty.rate:
            yield Extra("penalties", (), f"{penalty.label} {penalty.rate:g}")
    if experiment.schedule.kind != "constant":
        yield Extra("schedule", {"kind": "constant"}, f"the schedule {experiment.schedule.label}")
    if experiment.validation_share:
        yield Extra("validation_share", 0.0, f"{percent(experiment.validation_share)} set aside for validation")


def _ends(stop: Stop) -> Iterator[Extra]:
    if stop.patience:
        yield Extra("stop.patience", 0, f"early stopping (patience {stop.patience})")
    if stop.target is not None:
        loss = {"train": "training", "validation": "validation"}[stop.target_part]
        yield Extra("stop.target", None, f"an end at a {loss} loss of {stop.target:g}")
    if stop.updates:
        yield Extra("stop.updates", 0, f"an end after {stop.updates:,} updates")
    if stop.epochs:
        yield Extra("stop.epochs", 0.0, f"an end after {stop.epochs:g} epochs")
