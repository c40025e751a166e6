"""A plane through parameter space: a centre, two directions, and the words for both."""

from __future__ import annotations

import dataclasses

import numpy as np

from core.frozen import frozen


@frozen
class Plane:
    """center + α·u + β·v, each (P,) float64; v is None for a line. `half_width` is what makes sense along either axis.

    `x` and `y` name the axes; `places` are those of the two weights that the axes are, if they are. `problem` is a
    sentence where there is no plane; then everything else means nothing. `components` of its axes are principal ones:
    each says what it keeps of the path. `freedom` is the number of all directions that there are, told where the run's
    own path has chosen these.
    """

    center: np.ndarray
    u: np.ndarray
    v: np.ndarray | None
    x: str = ""
    y: str = ""
    half_width: float = 1.0
    places: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    eigenvalues: tuple[float, ...] = ()
    problem: str = ""
    components: int = 0
    freedom: int = 0

    @property
    def axes(self) -> tuple[np.ndarray, ...]:
        return (self.u,) if self.v is None else (self.u, self.v)

    def points(self, coordinates: np.ndarray) -> np.ndarray:
        """(n, axes) -> flat vectors (n, P) float64."""
        found = self.center + coordinates[:, :1] * self.u
        return found if self.v is None else found + coordinates[:, 1:] * self.v

    @property
    def offset(self) -> tuple[float, ...]:
        """What to add to α and β to read two weights themselves; zeros elsewhere."""
        return tuple(float(self.center[place]) for place in self.places) or (0.0, 0.0)

    def around(self, center: np.ndarray) -> Plane:
        """The same directions through another point."""
        return dataclasses.replace(self, center=center)

    def through(self, vector: np.ndarray) -> Plane:
        """Two weights' pinned axes with all other weights as they are now: the sheet is the present one. Other planes
        stay, as does this one where the weights are no numbers any more."""
        if not self.places or not np.isfinite(vector).all():
            return self
        center = vector.copy()
        center[list(self.places)] = self.center[list(self.places)]
        return self.around(center)


def no_plane(problem: str) -> Plane:
    """A plane that there is not, and why."""
    return Plane(np.zeros(0), np.zeros(0), None, problem=problem)
