"""What a person has chosen to see of the loss surface, as it is remembered and as it is asked for."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from core.frames import Frame
from core.frozen import frozen
from core.registry import parse, read
from core.surfaces.request import SurfaceRequest

MAP, RELIEF, SLICES = "map", "relief", "slices"
MODES = {MAP: "2-D", RELIEF: "3-D", SLICES: "Slices"}
PLANES = {
    "weights": ("Two weights", "The true loss over any two weights or biases; all others stay as they are."),
    "random": ("Random", "Two random directions, scaled like the weights they move (Li et al. 2018)."),
    "pca": ("Path (PCA)", "The two directions along which this run's path varies most."),
    "gradient": ("Gradient, step", "The steepest descent, and the step that the optimizer makes of it."),
    "hessian": (
        "Hessian",
        "The two directions of strongest curvature: eigenvectors of the Hessian, the matrix of second derivatives.",
    ),
    "points": ("Three points", "The plane through three kept points."),
    "line": ("Line", "From one kept point to another."),
}
OWN = ("mode", "log", "sight")  # what the view itself makes of a frame; all else belongs to the probe


@frozen
class SurfaceChoice:
    """`fields` are the probe's, where they differ from its defaults; `sight` re-centres when the ball leaves the
    sheet."""

    mode: str = MAP
    log: bool = False
    sight: bool = True
    fields: Mapping[str, Any] = dataclasses.field(default_factory=dict)

    @classmethod
    def of(cls, option: object) -> SurfaceChoice:
        """From what is remembered; what makes no sense is forgotten."""
        option = dict(option) if isinstance(option, Mapping) else {}
        mode = option.get("mode", MAP)
        own = cls(mode if mode in MODES else MAP, bool(option.get("log", False)), bool(option.get("sight", True)))
        fields = {name: value for name, value in option.items() if name not in OWN}
        return own.with_fields({name: value for name, value in fields.items() if _fits({name: value})})

    def option(self) -> dict[str, Any]:
        """As it is remembered beside the experiment."""
        return {
            "mode": self.mode,
            "log": self.log,
            "sight": self.sight,
            **{name: list(v) if isinstance(v, tuple) else v for name, v in self.fields.items()},
        }

    def with_fields(self, fields: Mapping[str, Any]) -> SurfaceChoice:
        return dataclasses.replace(self, fields={**self.fields, **fields})

    def request(self, **more: Any) -> SurfaceRequest:
        """The probe that answers; ValueError where a field is wrong."""
        return read(SurfaceRequest, {"kind": "surface", **self.fields, **more})


def answered(frame: Frame) -> SurfaceRequest:
    """What a frame answers; the usual question where it does not say."""
    return frame.request if isinstance(frame.request, SurfaceRequest) else read(SurfaceRequest, "surface")


def _fits(field: dict[str, Any]) -> bool:
    """Whether the probe has such a field, and takes its value."""
    try:
        parse("probes", {"kind": "surface", **field})
    except ValueError:  # pydantic's errors are such
        return False
    return True
