"""Wavy terrains: Rastrigin and Ackley."""

from __future__ import annotations

import math
from typing import Any, ClassVar, Literal

from core.families.terrain import Box, Point, Terrain
from core.formulas import elementary

_TURN = 2.0 * math.pi
_TIP = 1e-12  # nearer to Ackley's tip than this, the slope of its cone has no direction


class Rastrigin(Terrain):
    """An egg tray on a bowl: a hollow near every pair of whole numbers.

    Plain descent ends in the nearest hollow (Rastrigin, 1974); the waves hide the bowl from it.
    """

    label = "Rastrigin"
    order = 30
    formula: ClassVar[str] = "20 + x² − 10cos 2πx + y² − 10cos 2πy"
    teaches: ClassVar[str] = "A hundred hollows and one minimum: the gradient tells only of the hollow that one is in."
    outset: ClassVar[Point] = (3.4, -2.6)
    box: ClassVar[Box] = ((-5.12, 5.12), (-5.12, 5.12))
    lowest_at: ClassVar[tuple[Point, ...]] = ((0.0, 0.0),)
    height: ClassVar[float | None] = 0.0
    kind: Literal["rastrigin"] = "rastrigin"

    def value(self, x: Any, y: Any) -> Any:
        library = elementary.of(x)
        return 20.0 + x * x - 10.0 * library.cos(_TURN * x) + y * y - 10.0 * library.cos(_TURN * y)

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        library = elementary.of(x)
        return 2.0 * x + 10.0 * _TURN * library.sin(_TURN * x), 2.0 * y + 10.0 * _TURN * library.sin(_TURN * y)

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        library = elementary.of(x)
        steep = 10.0 * _TURN * _TURN
        return 2.0 + steep * library.cos(_TURN * x), 0.0 * x, 2.0 + steep * library.cos(_TURN * y)


class Ackley(Terrain):
    """A nearly flat, rippled plain with a deep funnel in the middle.

    Far out the gradient is almost only ripple (Ackley, 1987). At the minimum itself the funnel comes to a point: the
    gradient has no limit there, and 0 is given for it.
    """

    label = "Ackley"
    order = 31
    formula: ClassVar[str] = "−20exp(−0.2√(½(x² + y²))) − exp(½(cos 2πx + cos 2πy)) + e + 20"
    teaches: ClassVar[str] = (
        "Ripples on a funnel: small steps are caught by a ripple, long ones skip them, and the sharp point at the bottom keeps any fixed step from coming to rest."
    )
    smooth: ClassVar[bool] = False
    outset: ClassVar[Point] = (-3.4, 2.7)
    box: ClassVar[Box] = ((-5.0, 5.0), (-5.0, 5.0))
    lowest_at: ClassVar[tuple[Point, ...]] = ((0.0, 0.0),)
    height: ClassVar[float | None] = 0.0
    kind: Literal["ackley"] = "ackley"

    def value(self, x: Any, y: Any) -> Any:
        library = elementary.of(x)
        funnel = library.exp(-0.2 * library.sqrt(0.5 * (x * x + y * y)))
        ripple = library.exp(0.5 * (library.cos(_TURN * x) + library.cos(_TURN * y)))
        return 20.0 * (1.0 - funnel) + (math.e - ripple)

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        library = elementary.of(x)
        radius = library.sqrt(0.5 * (x * x + y * y)) + _TIP
        funnel = 2.0 * library.exp(-0.2 * radius) / radius
        ripple = math.pi * library.exp(0.5 * (library.cos(_TURN * x) + library.cos(_TURN * y)))
        return funnel * x + ripple * library.sin(_TURN * x), funnel * y + ripple * library.sin(_TURN * y)

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        library = elementary.of(x)
        radius = library.sqrt(0.5 * (x * x + y * y)) + _TIP
        funnel = 2.0 * library.exp(-0.2 * radius) / radius
        bend = -funnel * (0.2 + 1.0 / radius) / (2.0 * radius)
        ripple = math.pi * library.exp(0.5 * (library.cos(_TURN * x) + library.cos(_TURN * y)))
        sine_x, sine_y = library.sin(_TURN * x), library.sin(_TURN * y)
        xx = funnel + bend * x * x + ripple * (_TURN * library.cos(_TURN * x) - math.pi * sine_x * sine_x)
        yy = funnel + bend * y * y + ripple * (_TURN * library.cos(_TURN * y) - math.pi * sine_y * sine_y)
        return xx, bend * x * y - ripple * math.pi * sine_x * sine_y, yy
