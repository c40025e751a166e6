"""Which part of a picture a place of a feature map looks at."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from core.families import Layer

POINTWISE = (
    "dropout",
    "batch_norm",
    "layer_norm",
)  # a place looks at the same place before it (for its scale at the others too)


@dataclasses.dataclass(frozen=True)
class ReceptiveField:
    """A place p of a map looks at the pixels [step·p + start, step·p + start + size) along each side."""

    size: int = 1
    step: int = 1
    start: int = 0

    def window(self, place: int) -> tuple[int, int]:
        """The first pixel of a place and the one behind its last; both may lie outside of the picture."""
        first = self.step * place + self.start
        return first, first + self.size

    def through(self, kernel: int, stride: int, padding: int) -> ReceptiveField:
        """Behind another window that slides."""
        return ReceptiveField(
            self.size + (kernel - 1) * self.step, self.step * stride, self.start - padding * self.step
        )


def reach_of(layers: Sequence[Layer], name: str) -> ReceptiveField | None:
    """What a place of a layer's map looks at; None where it is the whole picture, or not one window."""
    found = ReceptiveField()
    for layer in layers:
        if layer.kind == "conv2d":
            found = found.through(layer.reach, layer.stride, layer.padding)  # type: ignore[attr-defined]
        elif layer.kind in ("max_pool", "average_pool"):
            found = found.through(layer.window, layer.step, layer.padding)  # type: ignore[attr-defined]
        elif layer.kind not in POINTWISE:
            return None
        if layer.name == name:
            return found
    return None
