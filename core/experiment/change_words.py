"""Changed settings in words, as they were and as they are, or as they are alone."""

from __future__ import annotations

import pathlib
from typing import Any, Literal

from core.documents.labels import declared, label_of
from core.experiment.experiment import Experiment
from core.families import Dataset
from core.params import Component

Form = Literal["change", "value", "statement"]
BETWEEN = {"change": " {} → ", "value": " ", "statement": " is "}


def parts_of(document: Experiment, found: dict[str, tuple[Any, Any]], *, form: Form) -> list[str]:
    """Each difference in words; the same one of several layers once."""
    places: dict[str, list[str]] = {}
    for path, (old, new) in found.items():
        places.setdefault(_change(document, path, old, new, form=form), []).append(_layer(document, path))
    return [f"{layers[0]}{words}" if len(layers) == 1 else words for words, layers in places.items()]


def _change(document: Experiment, path: str, old: Any, new: Any, *, form: Form) -> str:
    """One difference: "η 0.03 → 0.3", "SGD → Adam", "other weight penalty"; or "η 0.3", "Adam"; or "η is 0.3"."""
    param, label = declared(document, path), label_of(document, path)
    short = param.symbol if param is not None and param.symbol else f"{label[:1].lower()}{label[1:]}"
    if isinstance(old, Component) and isinstance(new, Component):
        one, other = _called(old), _called(new)
        return {"change": f"{one} → {other}", "value": other, "statement": f"{short} is {other}"}[form]
    options = dict(param.options) if param is not None else {}
    one, other = (_value(_named(path, value), options) for value in (old, new))
    if path == "layers" and len(list(old)) != len(list(new)):
        return f"{f'{len(list(old))} → ' if form == 'change' else ''}{len(list(new))} hidden layers"
    if one is None or other is None:
        return f"{'other' if new else 'no'} {short}" if old else f"with {short}"
    return f"{short}{BETWEEN[form].format(one)}{other}"


def _called(component: Component) -> str:
    """Data of a person's own by their file, all else by its label."""
    own = pathlib.PurePath(component.source).stem if isinstance(component, Dataset) else ""
    return own or component.label.rstrip("…")


def _named(path: str, value: Any) -> Any:
    """Of a file its name: where it lies is long."""
    return pathlib.PurePath(value).name if path == "data.path" else value


def _value(value: Any, options: dict[Any, str]) -> str | None:
    """A value as it is written; None where it is too long for that."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, str):
        return options.get(value, value)
    return f"{value:g}" if isinstance(value, int | float) else None


def _layer(document: Experiment, path: str) -> str:
    """Which hidden layer a path is about, by its number."""
    parts = path.split(".")
    if parts[0] != "layers" or len(parts) < 3:
        return ""
    number = next((place for place, layer in enumerate(document.layers, start=1) if layer.name == parts[1]), 0)
    return f"hidden layer {number}: " if number and len(document.layers) > 1 else ""
