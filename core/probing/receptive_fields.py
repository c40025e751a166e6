"""Which part of a picture a place of a feature map looks at."""

from __future__ import annotations

from collections.abc import Sequence

from core.families import Layer, ReceptiveField


def reach_of(layers: Sequence[Layer], name: str) -> ReceptiveField | None:
    """What a place of a layer's map looks at; None where it is the whole picture, or not one window."""
    found: ReceptiveField | None = ReceptiveField()
    for layer in layers:
        found = layer.looks_at(found)
        if found is None or layer.name == name:
            return found
    return None
