"""A plane that was found in another run: the sheet of this one is laid on it, so that both are seen on one plane."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import numpy as np

from core.frames import Frame
from core.frozen import frozen
from core.surfaces.plane import Plane, no_plane

if TYPE_CHECKING:
    from core.probing.moment import Moment

SAID = "Centre and directions are those of the run beside it."
OTHER_SHAPES = "The plane is that of a network of other shapes: it does not fit this one."


@frozen(eq=False)
class Laid:
    """`plane` is one of whole vectors of the other run, as it was after so many `updates`; what a person has chosen
    (span, samples, figure) is not part of it. It is the same only as itself."""

    plane: Plane
    updates: int

    @classmethod
    def of(cls, frame: Frame) -> Laid | None:
        """That of an answer; None where it has none."""
        arrays, info = frame.arrays, frame.info
        if info.get("problem") or "center" not in arrays:
            return None
        center, u = (np.asarray(arrays[name], dtype=float) for name in ("center", "u"))
        v = np.asarray(arrays["v"], dtype=float) if "v" in arrays else None
        x, y = info.get("axes", (info["x"], info["y"]))
        half_width, places = float(arrays["alpha"][-1]), tuple(info.get("places", ()))
        plane = Plane(center, u, v, x, y, half_width, places, components=int(info.get("components", 0)))
        return cls(plane, int(info.get("update_of_sheet", frame.update)))

    def on(self, moment: Moment) -> Plane:
        """The plane among the parameters of a run, or of one of its players."""
        plane, size = self.plane, len(moment.still.vector)
        if len(plane.center) != size:
            return no_plane(OTHER_SHAPES)
        own = moment.weights.own
        axes = [own(axis) for axis in plane.axes]
        return dataclasses.replace(
            plane,
            center=own(plane.center),
            u=axes[0],
            v=axes[1] if len(axes) > 1 else None,
            places=tuple(int(np.argmax(axis)) for axis in axes) if plane.places else (),
            notes=(*plane.notes, SAID),
        )

    def same(self, other: Laid) -> bool:
        """Whether nothing has moved."""
        return self.updates == other.updates and self.same_axes(other) and _equal(self.plane.center, other.plane.center)

    def same_axes(self, other: Laid) -> bool:
        """Whether only the centre has moved."""
        one, two = self.plane, other.plane
        if len(one.axes) != len(two.axes) or one.half_width != two.half_width:
            return False
        return all(_equal(*pair) for pair in zip(one.axes, two.axes, strict=True))


def _equal(one: np.ndarray, other: np.ndarray) -> bool:
    return one is other or np.array_equal(one, other)
