"""Terrain: what a function of two numbers has to offer to a race. Annotations are evaluated as they stand, for the
reason said in `core.families`."""

from typing import Any, ClassVar

from core.params import Formulated

Point = tuple[float, float]
Box = tuple[Point, Point]


class Terrain(Formulated):
    """A function of two numbers on which optimizers race in the gradient-descent room.

    `value`, `gradient` and `hessian` take plain numbers and numpy arrays of any one shape alike (`value` torch tensors
    too), and answer in kind.
    """

    family: ClassVar[str] = "terrains"
    teaches: ClassVar[str] = ""  # a sentence on what is learned here
    decades: ClassVar[bool] = False  # heights span powers of ten: contours and colours read better on a log scale
    smooth: ClassVar[bool] = True  # has a gradient everywhere
    quadratic: ClassVar[bool] = False  # the curvature is the same everywhere
    bottom: ClassVar[bool] = True  # False where it is known to fall without end
    outset: ClassVar[Point] = (1.0, 1.0)
    box: ClassVar[Box] = ((-4.0, 4.0), (-4.0, 4.0))
    lowest_at: ClassVar[tuple[Point, ...]] = ()
    height: ClassVar[float | None] = None

    @property
    def equation(self) -> str:
        """The formula with the numbers of this very terrain in it."""
        return self.formula

    @property
    def start(self) -> Point:
        """Where a race that names no start begins."""
        return self.outset

    @property
    def domain(self) -> Box:
        """What a picture shows: ((x from, x to), (y from, y to))."""
        return self.box

    @property
    def minima(self) -> tuple[Point, ...]:
        """All places where the lowest value is taken; none where nothing is known or there is no bottom."""
        return self.lowest_at

    @property
    def traps(self) -> tuple[Point, ...]:
        """Known local minima that are not the lowest place."""
        return ()

    @property
    def lowest(self) -> float | None:
        """The value at the minima; None where none is known."""
        return self.height

    def value(self, x: Any, y: Any) -> Any:
        """The height f(x, y)."""
        raise NotImplementedError

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        """(∂f/∂x, ∂f/∂y)."""
        raise NotImplementedError

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        """(∂²f/∂x², ∂²f/∂x∂y, ∂²f/∂y²)."""
        raise NotImplementedError
