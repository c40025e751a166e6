"""Terrains with several hollows: Himmelblau, the camels, double well, Styblinski–Tang."""

from __future__ import annotations

import math
from typing import Any, ClassVar, Literal

from core.families.terrain import Box, Point, Terrain
from core.params import number


class DoubleWell(Terrain):
    """Two wells side by side, one of them deeper.

    Descent ends in the well on whose side it starts, unless momentum or noise carries it across the ridge. The tilt t
    makes the left one deeper.
    """

    label = "Double well"
    order = 20
    formula: ClassVar[str] = "(x² − 1)² + t·x + y²"
    teaches: ClassVar[str] = (
        "Descent ends in the hollow on whose side it starts, the lower one or not; momentum or noise may carry it across."
    )
    outset: ClassVar[Point] = (1.8, 1.2)
    box: ClassVar[Box] = ((-2.0, 2.0), (-1.5, 1.5))
    kind: Literal["double_well"] = "double_well"
    tilt: float = number(
        0.3,
        0,
        1,
        minimum=0.0,
        maximum=1.0,
        step=0.1,
        live=True,
        label="Tilt",
        symbol="t",
        help="Tilts the terrain: the left well becomes about 2t deeper than the right one. 0: both are equally deep.",
    )

    @property
    def equation(self) -> str:
        return f"(x² − 1)² + {self.tilt:g}x + y²" if self.tilt else "(x² − 1)² + y²"

    @property
    def minima(self) -> tuple[Point, ...]:
        return ((self._well(2), 0.0),) if self.tilt else ((-1.0, 0.0), (1.0, 0.0))

    @property
    def traps(self) -> tuple[Point, ...]:
        return ((self._well(0), 0.0),) if self.tilt else ()

    @property
    def lowest(self) -> float | None:
        return float(self.value(*self.minima[0]))

    def _well(self, which: int) -> float:
        """A root of x³ − x + t/4 = 0, by Viète's cosines, from the right (0) to the left (2)."""
        angles = (0.0, 4.0 * math.pi / 3.0, 2.0 * math.pi / 3.0)
        return 2.0 / math.sqrt(3.0) * math.cos(math.acos(-3.0 * math.sqrt(3.0) / 8.0 * self.tilt) / 3.0 + angles[which])

    def value(self, x: Any, y: Any) -> Any:
        ridge = x * x - 1.0
        return ridge * ridge + self.tilt * x + y * y

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        return 4.0 * x * (x * x - 1.0) + self.tilt, 2.0 * y

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        return 12.0 * x * x - 4.0, 0.0 * x, 2.0 + 0.0 * x


class Himmelblau(Terrain):
    """Four hollows, all equally deep.

    Which of the four minima is found depends on the start and on the optimizer alone (Himmelblau, 1972).
    """

    label = "Himmelblau"
    order = 21
    formula: ClassVar[str] = "(x² + y − 11)² + (x + y² − 7)²"
    teaches: ClassVar[str] = (
        "Four equally good minima: which one is found depends on the start, and on how far the first steps overshoot."
    )
    decades: ClassVar[bool] = True
    outset: ClassVar[Point] = (-0.2, -0.5)
    box: ClassVar[Box] = ((-5.0, 5.0), (-5.0, 5.0))
    lowest_at: ClassVar[tuple[Point, ...]] = (
        (3.0, 2.0),
        (-2.805118086952745, 3.131312518250573),
        (-3.779310253377747, -3.283185991286170),
        (3.584428340330492, -1.848126526964404),
    )
    height: ClassVar[float | None] = 0.0
    kind: Literal["himmelblau"] = "himmelblau"

    def value(self, x: Any, y: Any) -> Any:
        one, two = x * x + y - 11.0, x + y * y - 7.0
        return one * one + two * two

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        one, two = x * x + y - 11.0, x + y * y - 7.0
        return 4.0 * x * one + 2.0 * two, 2.0 * one + 4.0 * y * two

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        return 12.0 * x * x + 4.0 * y - 42.0, 4.0 * (x + y), 12.0 * y * y + 4.0 * x - 26.0


class ThreeHumpCamel(Terrain):
    """Three hollows in a row; the middle one is the lowest.

    The two outer hollows are local minima: descent from outside stops there.
    """

    label = "Three-hump camel"
    order = 22
    formula: ClassVar[str] = "2x² − 1.05x⁴ + x⁶/6 + xy + y²"
    teaches: ClassVar[str] = (
        "Small steps stop in the first hollow on the way; momentum rolls through it into the lowest one."
    )
    outset: ClassVar[Point] = (2.3, 1.0)
    box: ClassVar[Box] = ((-2.5, 2.5), (-2.0, 2.0))
    lowest_at: ClassVar[tuple[Point, ...]] = ((0.0, 0.0),)
    height: ClassVar[float | None] = 0.0
    kind: Literal["three_hump"] = "three_hump"

    @property
    def traps(self) -> tuple[Point, ...]:
        square = (4.2 + math.sqrt(4.2 * 4.2 - 14.0)) / 2.0  # x⁴ − 4.2x² + 3.5 = 0 where y = −x/2
        x = math.sqrt(square)
        return (x, -x / 2.0), (-x, x / 2.0)

    def value(self, x: Any, y: Any) -> Any:
        square = x * x
        return square * (2.0 + square * (square / 6.0 - 1.05)) + x * y + y * y

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        square = x * x
        return x * (4.0 + square * (square - 4.2)) + y, x + 2.0 * y

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        square = x * x
        return 4.0 + square * (5.0 * square - 12.6), 1.0 + 0.0 * x, 2.0 + 0.0 * x


class SixHumpCamel(Terrain):
    """Six hollows, two of them the lowest, opposite each other.

    f(−x, −y) = f(x, y), so every hollow has a twin.
    """

    label = "Six-hump camel"
    order = 23
    formula: ClassVar[str] = "(4 − 2.1x² + x⁴/3)x² + xy + (−4 + 4y²)y²"
    teaches: ClassVar[str] = (
        "Six hollows, two of them the lowest: a small change of the start changes where descent ends."
    )
    outset: ClassVar[Point] = (1.2, 0.2)
    box: ClassVar[Box] = ((-2.0, 2.0), (-1.1, 1.1))
    lowest_at: ClassVar[tuple[Point, ...]] = (
        (0.08984201310031807, -0.7126564030207396),
        (-0.08984201310031807, 0.7126564030207396),
    )
    height: ClassVar[float | None] = -1.0316284534898774
    kind: Literal["six_hump"] = "six_hump"

    @property
    def traps(self) -> tuple[Point, ...]:
        outer, inner = (1.703606714969981, -0.7960835686726252), (1.6071047529201974, 0.5686514548841314)
        return outer, (-outer[0], -outer[1]), inner, (-inner[0], -inner[1])

    def value(self, x: Any, y: Any) -> Any:
        across, up = x * x, y * y
        return across * (4.0 + across * (across / 3.0 - 2.1)) + x * y + up * (4.0 * up - 4.0)

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        across = x * x
        return x * (8.0 + across * (2.0 * across - 8.4)) + y, x + y * (16.0 * y * y - 8.0)

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        across = x * x
        return 8.0 + across * (10.0 * across - 25.2), 1.0 + 0.0 * x, 48.0 * y * y - 8.0


class StyblinskiTang(Terrain):
    """Four hollows: a deep one, a shallow one, and two between them that are equally deep.

    x and y have nothing to do with each other here: each finds its own of two hollows (Styblinski and Tang, 1990).
    """

    label = "Styblinski–Tang"
    order = 24
    formula: ClassVar[str] = "½(x⁴ − 16x² + 5x + y⁴ − 16y² + 5y)"
    teaches: ClassVar[str] = (
        "Four hollows of three depths: whoever only goes downhill stops in the nearest one and never hears of the others."
    )
    outset: ClassVar[Point] = (0.6, 0.4)
    box: ClassVar[Box] = ((-5.0, 5.0), (-5.0, 5.0))
    lowest_at: ClassVar[tuple[Point, ...]] = ((-2.903534027771177, -2.903534027771177),)
    height: ClassVar[float | None] = -78.33233140754282
    kind: Literal["styblinski_tang"] = "styblinski_tang"

    @property
    def traps(self) -> tuple[Point, ...]:
        deep, shallow = self.lowest_at[0][0], 2.746802770990837
        return (shallow, deep), (deep, shallow), (shallow, shallow)

    def value(self, x: Any, y: Any) -> Any:
        return self._half(x) + self._half(y)

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        return x * (2.0 * x * x - 16.0) + 2.5, y * (2.0 * y * y - 16.0) + 2.5

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        return 6.0 * x * x - 16.0, 0.0 * x, 6.0 * y * y - 16.0

    @staticmethod
    def _half(x: Any) -> Any:
        return 0.5 * x * (x * (x * x - 16.0) + 5.0)
