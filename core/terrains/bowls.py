"""Quadratic terrains: two bowls, Booth, Matyas."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from core.families.terrain import Box, Point, Terrain
from core.params import number


class _Quadratic(Terrain):
    """f = ½(a·u² + 2b·u·v + c·v²) + `height` with u, v counted from the only minimum: its curvature is the same
    everywhere."""

    quadratic: ClassVar[bool] = True
    height: ClassVar[float | None] = 0.0

    @property
    def curvatures(self) -> tuple[float, float, float]:
        """(a, b, c): the Hessian's entries."""
        raise NotImplementedError

    def value(self, x: Any, y: Any) -> Any:
        (a, b, c), (u, v) = self.curvatures, self._from_minimum(x, y)
        return 0.5 * (a * u * u + c * v * v) + b * u * v

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        (a, b, c), (u, v) = self.curvatures, self._from_minimum(x, y)
        return a * u + b * v, b * u + c * v

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        (a, b, c), nothing = self.curvatures, 0.0 * x
        return a + nothing, b + nothing, c + nothing

    def _from_minimum(self, x: Any, y: Any) -> tuple[Any, Any]:
        ((x0, y0),) = self.lowest_at
        return x - x0, y - y0


class Bowl(_Quadratic):
    """A round bowl: the same curvature in every direction.

    The gradient points straight at the minimum from everywhere. With η = 1 plain descent is there in one step; from η =
    2 on it overshoots for ever.
    """

    label = "Bowl"
    order = 0
    formula: ClassVar[str] = "½(x² + y²)"
    teaches: ClassVar[str] = (
        "Where the curvature is the same in all directions, the gradient points straight at the minimum and one learning rate suits both coordinates."
    )
    outset: ClassVar[Point] = (-3.0, 2.0)
    lowest_at: ClassVar[tuple[Point, ...]] = ((0.0, 0.0),)
    kind: Literal["bowl"] = "bowl"

    @property
    def curvatures(self) -> tuple[float, float, float]:
        return 1.0, 0.0, 1.0


class IllConditionedBowl(_Quadratic):
    """A long bowl: flat along x, steep along y.

    The condition number κ is the ratio of the two curvatures. The steep direction forbids learning rates from 2/κ on,
    and with those that it allows the flat direction crawls. With κ = 25 the limit is 0.08 exactly.
    """

    label = "Ill-conditioned bowl"
    order = 1
    formula: ClassVar[str] = "½(x² + κy²)"
    teaches: ClassVar[str] = (
        "The steepest direction sets the largest learning rate, 2 divided by the largest curvature; the flattest one then sets the time."
    )
    outset: ClassVar[Point] = (-3.5, 1.0)
    box: ClassVar[Box] = ((-4.0, 4.0), (-2.5, 2.5))
    lowest_at: ClassVar[tuple[Point, ...]] = ((0.0, 0.0),)
    kind: Literal["ill_conditioned"] = "ill_conditioned"
    condition: float = number(
        25.0,
        1,
        1000,
        minimum=1.0,
        maximum=1e6,
        log=True,
        steps=(1, 3, 10, 25, 100, 300, 1000),
        live=True,
        label="Condition number",
        symbol="κ",
        help="How many times as strongly the terrain is curved along y as along x.",
    )

    @property
    def equation(self) -> str:
        return f"½(x² + {self.condition:g}y²)"

    @property
    def curvatures(self) -> tuple[float, float, float]:
        return 1.0, 0.0, self.condition


class Booth(_Quadratic):
    """A bowl whose axes lie across the coordinates.

    Its curvatures are 2 and 18, along the diagonals: methods that give each coordinate a step of its own gain little.
    """

    label = "Booth"
    order = 2
    formula: ClassVar[str] = "(x + 2y − 7)² + (2x + y − 5)²"
    teaches: ClassVar[str] = (
        "A bowl that lies across the coordinates: a step size for each coordinate cannot undo a ravine along the diagonal."
    )
    outset: ClassVar[Point] = (-8.0, 0.0)
    box: ClassVar[Box] = ((-10.0, 10.0), (-10.0, 10.0))
    lowest_at: ClassVar[tuple[Point, ...]] = ((1.0, 3.0),)
    kind: Literal["booth"] = "booth"

    @property
    def curvatures(self) -> tuple[float, float, float]:
        return 10.0, 8.0, 10.0


class Matyas(_Quadratic):
    """A nearly flat valley along the diagonal.

    Its curvatures are 0.04 along the valley and 1 across: the condition number 25 once more, turned by 45°.
    """

    label = "Matyas"
    order = 3
    formula: ClassVar[str] = "0.26(x² + y²) − 0.48xy"
    teaches: ClassVar[str] = (
        "Nearly flat is not at the bottom: small gradients make small steps, and the value hardly tells how far the way still is."
    )
    outset: ClassVar[Point] = (-9.0, -4.0)
    box: ClassVar[Box] = ((-10.0, 10.0), (-10.0, 10.0))
    lowest_at: ClassVar[tuple[Point, ...]] = ((0.0, 0.0),)
    kind: Literal["matyas"] = "matyas"

    @property
    def curvatures(self) -> tuple[float, float, float]:
        return 0.52, -0.48, 0.52
