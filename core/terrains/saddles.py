"""Saddles: flat places that are no minima."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from core.families.terrain import Box, Point, Terrain


class Saddle(Terrain):
    """Uphill along x, downhill along y: the gradient is zero where there is no minimum.

    There is no bottom: along y the terrain falls for ever. A ball that starts on the ridge, at y = 0 exactly, comes to
    rest on the saddle.
    """

    label = "Saddle"
    order = 40
    formula: ClassVar[str] = "x² − y²"
    teaches: ClassVar[str] = (
        "A vanishing gradient is not a minimum: near a saddle plain descent stands nearly still before it finds the way down, and adaptive steps leave at once."
    )
    outset: ClassVar[Point] = (-1.5, 0.001)
    box: ClassVar[Box] = ((-2.0, 2.0), (-2.0, 2.0))
    bottom: ClassVar[bool] = False
    kind: Literal["saddle"] = "saddle"

    def value(self, x: Any, y: Any) -> Any:
        return x * x - y * y

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        return 2.0 * x, -2.0 * y

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        return 2.0 + 0.0 * x, 0.0 * x, -2.0 + 0.0 * x


class MonkeySaddle(Terrain):
    """A saddle with three ways down: two legs and a tail.

    At the middle the gradient and all curvatures are zero: only third derivatives tell that it is no minimum. There is
    no bottom.
    """

    label = "Monkey saddle"
    order = 41
    formula: ClassVar[str] = "x³ − 3xy²"
    teaches: ClassVar[str] = (
        "Gradient and curvature both vanish in the middle: descent slows down more and more on its way in, and a breath of noise decides which of three ways it leaves by."
    )
    outset: ClassVar[Point] = (1.5, 0.001)
    box: ClassVar[Box] = ((-2.0, 2.0), (-2.0, 2.0))
    bottom: ClassVar[bool] = False
    kind: Literal["monkey_saddle"] = "monkey_saddle"

    def value(self, x: Any, y: Any) -> Any:
        return x * (x * x - 3.0 * y * y)

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        return 3.0 * (x * x - y * y), -6.0 * x * y

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        return 6.0 * x, -6.0 * y, -6.0 * x
