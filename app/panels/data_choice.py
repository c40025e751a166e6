"""Choosing another data set: which settings have to change with it."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from app.documents.intents import Draw, Import
from core import registry
from core.experiment import Experiment
from core.experiment.first_networks import beginning
from core.families import Dataset, Task

RECIPE_PLACES = 6
BEST_KNOWN = (
    "circle",
    "xor",
    "gaussians",
    "spiral",
    "moons",
    "rings",
)  # what is offered beside each of these: to show them, no other data set is loaded
# they need something of the person's own first, and ask for it whenever they are chosen
ASKS: dict[str, Draw | Import] = {
    "csv": Import("table"),
    "points": Draw(True),
    "pictures": Import("pictures"),
    "text": Import("text"),
}


_SHORT = {
    "gaussians": "Gaussians",
    "breast_cancer": "Breast",
    "formula": "f(x)",
    "trip": "Trip",
    "points": "My points",
    "pictures": "Pictures",
    "csv": "CSV",
    "digits": "Digits",
    "mnist": "MNIST",
    "shapes": "Shapes",
    "cloud": "Figures",
    "checkerboard": "Checkers",
    "recall": "Recall",
    "adding": "Adding",
    "sentences": "Sentences",
    "sines": "Sines",
    "story": "Story",
    "text": "Text",
}


def short_label(cls: type[Dataset]) -> str:
    """A name of a word, for a small tile."""
    return _SHORT.get(cls.kind_name(), cls.label)


def noise_words(data: Dataset) -> str:
    """What noise does to this data."""
    if data.noise_kind == "positions":
        return "Noise · moves the points"
    if data.noise_kind == "labels":
        return (
            "Noise · flips labels" if registry.kind_of(Task, data.task).aim == "classes" else "Noise · moves the values"
        )
    return f"Noise · {data.noise_kind}" if data.noise_kind else "Noise"


def offered(current: str) -> tuple[str, ...]:
    """The six kinds on the recipe: those of the current shelf first, then the best-known ones; the current one is
    always there."""
    return BEST_KNOWN if current in BEST_KNOWN else ranked(current)


def ranked(current: str) -> tuple[str, ...]:
    """What is offered, found by looking at all data sets."""
    sets = registry.kinds(Dataset)
    shelf = sets[current].shelf if current in sets else ""
    likely = [kind for kind in sets if kind not in ASKS]
    nearest = sorted(likely, key=lambda kind: sets[kind].shelf != shelf)[
        :RECIPE_PLACES
    ]  # sorted keeps the menu's order within
    if current in sets and current not in nearest:
        nearest[-1] = current
    return tuple(nearest)


def shelves() -> dict[str, list[type[Dataset]]]:
    """All data sets by shelf, in the order of the menu."""
    found: dict[str, list[type[Dataset]]] = {}
    for dataset in registry.kinds(Dataset).values():
        found.setdefault(dataset.shelf, []).append(dataset)
    return found


def choosing(experiment: Experiment, kind: str) -> tuple[tuple[str, Any], ...]:
    """The edits that put another data set in place of the present one, with a network that can read it."""
    old = experiment.data
    cls = registry.kind_of(Dataset, kind)
    if old.kind == kind:
        return ()
    data = registry.read(Dataset, {"kind": kind} | _kept(old, cls))
    return (("data", data), *beginning(experiment, data))


def _kept(old: Dataset, cls: type[Dataset]) -> dict[str, Any]:
    """Number of samples, noise and share stay as they are on the same shelf."""
    if cls.shelf != old.shelf or cls.geometry == "table":
        return {}
    shared = {
        name: getattr(old, name)
        for name in ("samples", "noise", "train_share")
        if name in cls.model_fields and name in type(old).model_fields
    }
    try:
        cls.model_validate(shared)
    except ValidationError:  # beyond what the new one takes
        return {}
    return shared
