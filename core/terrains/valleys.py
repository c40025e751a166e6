"""Bent valleys: Rosenbrock, Beale, a narrow ravine, a plateau with a cliff."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from core.families.terrain import Box, Point, Terrain
from core.formulas import elementary
from core.params import number


class Rosenbrock(Terrain):
    """A bent valley with steep walls and a floor that hardly falls.

    Finding the valley is easy, following it to (1, 1) is not (Rosenbrock, 1960). The steepness b is the weight of the
    walls.
    """

    label = "Rosenbrock"
    order = 10
    formula: ClassVar[str] = "(1 − x)² + b(y − x²)²"
    teaches: ClassVar[str] = (
        "The valley is found at once and followed slowly: the gradient points at the wall, not along the floor, and momentum adds up what points along it."
    )
    decades: ClassVar[bool] = True
    outset: ClassVar[Point] = (-1.2, 1.0)
    box: ClassVar[Box] = ((-2.0, 2.0), (-1.0, 3.0))
    lowest_at: ClassVar[tuple[Point, ...]] = ((1.0, 1.0),)
    height: ClassVar[float | None] = 0.0
    kind: Literal["rosenbrock"] = "rosenbrock"
    steepness: float = number(
        100.0,
        1,
        1000,
        above=0.0,
        maximum=1e6,
        log=True,
        steps=(1, 3, 10, 30, 100, 300, 1000),
        live=True,
        label="Steepness",
        symbol="b",
        help="How steep the walls of the valley are.",
    )

    @property
    def equation(self) -> str:
        return f"(1 − x)² + {self.steepness:g}(y − x²)²"

    def value(self, x: Any, y: Any) -> Any:
        away, above = 1.0 - x, y - x * x
        return away * away + self.steepness * above * above

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        wall = 2.0 * self.steepness * (y - x * x)
        return -2.0 * (1.0 - x) - 2.0 * x * wall, wall

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        b = self.steepness
        return 2.0 + b * (12.0 * x * x - 4.0 * y), -4.0 * b * x, 2.0 * b + 0.0 * x


class Beale(Terrain):
    """A flat cross with high corners.

    Large gradients at the rim, tiny ones along the arms of the cross (Beale, 1958): one learning rate cannot suit both.
    """

    label = "Beale"
    order = 11
    formula: ClassVar[str] = "(1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²"
    teaches: ClassVar[str] = (
        "Gradients differ by powers of ten from place to place: steps that divide by their recent size cross the flat arms that plain descent crawls along."
    )
    decades: ClassVar[bool] = True
    outset: ClassVar[Point] = (1.0, 1.5)
    box: ClassVar[Box] = ((-4.5, 4.5), (-4.5, 4.5))
    lowest_at: ClassVar[tuple[Point, ...]] = ((3.0, 0.5),)
    height: ClassVar[float | None] = 0.0
    kind: Literal["beale"] = "beale"

    def value(self, x: Any, y: Any) -> Any:
        one, two, three = self._rests(x, y)
        return one * one + two * two + three * three

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        one, two, three = self._rests(x, y)
        square = y * y
        along = one * (y - 1.0) + two * (square - 1.0) + three * (square * y - 1.0)
        return 2.0 * along, 2.0 * x * (one + 2.0 * y * two + 3.0 * square * three)

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        one, two, three = self._rests(x, y)
        square = y * y
        a, b, c = y - 1.0, square - 1.0, square * y - 1.0
        mixed = one + 2.0 * y * two + 3.0 * square * three + x * (a + 2.0 * y * b + 3.0 * square * c)
        down = x * x * (1.0 + 4.0 * square + 9.0 * square * square) + x * (2.0 * two + 6.0 * y * three)
        return 2.0 * (a * a + b * b + c * c), 2.0 * mixed, 2.0 * down

    @staticmethod
    def _rests(x: Any, y: Any) -> tuple[Any, Any, Any]:
        square = y * y
        return 1.5 - x + x * y, 2.25 - x + x * square, 2.625 - x + x * square * y


class Ravine(Terrain):
    """A narrow ravine that winds like a sine.

    Across it curves at least 400 times as much as along its floor, and the floor turns: what was across is along a
    moment later.
    """

    label = "Narrow ravine"
    order = 12
    formula: ClassVar[str] = "0.05x² + 20(y − sin x)²"
    teaches: ClassVar[str] = (
        "A ravine that turns: momentum carries along the floor, too much of it carries up the wall of the next bend."
    )
    decades: ClassVar[bool] = True
    outset: ClassVar[Point] = (-4.5, 2.0)
    box: ClassVar[Box] = ((-5.0, 5.0), (-2.5, 2.5))
    lowest_at: ClassVar[tuple[Point, ...]] = ((0.0, 0.0),)
    height: ClassVar[float | None] = 0.0
    kind: Literal["ravine"] = "ravine"

    def value(self, x: Any, y: Any) -> Any:
        above = y - elementary.of(x).sin(x)
        return 0.05 * x * x + 20.0 * above * above

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        library = elementary.of(x)
        wall = 40.0 * (y - library.sin(x))
        return 0.1 * x - wall * library.cos(x), wall

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        library = elementary.of(x)
        sine, cosine = library.sin(x), library.cos(x)
        return 0.1 + 40.0 * (cosine * cosine + (y - sine) * sine), -40.0 * cosine, 40.0 + 0.0 * x


class Cliff(Terrain):
    """A plateau that falls off into a hollow.

    On the plateau the gradient is small, at the cliff it is some forty times as large: plain descent crawls to the
    edge, and momentum, which takes up the cliff's gradient, flies far beyond the hollow.
    """

    label = "Plateau with a cliff"
    order = 13
    formula: ClassVar[str] = "2 + 2·tanh(4x) + 0.02((x + 2)² + y²)"
    teaches: ClassVar[str] = (
        "On the plateau a small gradient means crawling, unless steps are divided by its recent size; at the cliff one huge gradient stays in the momentum and carries it far away."
    )
    outset: ClassVar[Point] = (3.0, 1.0)
    lowest_at: ClassVar[tuple[Point, ...]] = ((-2.0000899633489926, 0.0),)
    height: ClassVar[float | None] = 4.499786636723256e-07
    kind: Literal["cliff"] = "cliff"

    def value(self, x: Any, y: Any) -> Any:
        return 2.0 + 2.0 * elementary.of(x).tanh(4.0 * x) + 0.02 * ((x + 2.0) * (x + 2.0) + y * y)

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        steep = elementary.of(x).tanh(4.0 * x)
        return 8.0 * (1.0 - steep * steep) + 0.04 * (x + 2.0), 0.04 * y

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        steep = elementary.of(x).tanh(4.0 * x)
        return -64.0 * steep * (1.0 - steep * steep) + 0.04, 0.0 * x, 0.04 + 0.0 * x
