"""A terrain of one's own, typed as a formula."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import field_validator

from core.families.terrain import Box, Point, Terrain
from core.formulas.derivatives import jets
from core.formulas.formula import parse
from core.params import number, text


class FormulaTerrain(Terrain):
    """A terrain f(x, y) that you type.

    Allowed are numbers, x, y, pi and e, + − * / % and ^ with exponents to 10, brackets, `a if x > 0 else b`, and the
    functions sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, exp, log, log2, log10, sqrt, abs, sign, floor, ceil,
    round, min and max. The formula is read, not executed; its gradient is found by automatic differentiation. Nothing
    is known of its minima.
    """

    label = "Formula f(x, y)"
    order = 90
    teaches: ClassVar[str] = (
        "A terrain of your own: where would you start, and what would carry you on from a flat place?"
    )
    formula: ClassVar[str] = "f(x, y)"
    kind: Literal["formula"] = "formula"
    f: str = text(
        "sin(2*x)*cos(y) + 0.1*(x^2 + y^2)",
        live=True,
        label="f(x, y)",
        help="For example x^2 + abs(y), or sin(x)*sin(y), or 1 if x > y else x^2.",
    )
    span: float = number(
        4.0,
        0.1,
        20,
        above=0.0,
        maximum=1e6,
        log=True,
        live=True,
        label="Span",
        help="How far the picture reaches from its middle to each side.",
    )
    x_middle: float = number(
        0.0,
        -10,
        10,
        minimum=-1e6,
        maximum=1e6,
        live=True,
        advanced=True,
        label="Middle x",
        help="Where the middle of the picture is along x.",
    )
    y_middle: float = number(
        0.0,
        -10,
        10,
        minimum=-1e6,
        maximum=1e6,
        live=True,
        advanced=True,
        label="Middle y",
        help="Where the middle of the picture is along y.",
    )

    @field_validator("f")
    @classmethod
    def _readable(cls, source: str) -> str:
        parse(source, ("x", "y"))
        return source

    @property
    def equation(self) -> str:
        return self.f

    @property
    def start(self) -> Point:
        """Up on the left, wherever the picture is."""
        return self.x_middle - 0.6 * self.span, self.y_middle + 0.5 * self.span

    @property
    def domain(self) -> Box:
        x, y, span = self.x_middle, self.y_middle, self.span
        return (x - span, x + span), (y - span, y + span)

    def value(self, x: Any, y: Any) -> Any:
        """nan or infinity where the formula has no finite value."""
        return parse(self.f, ("x", "y"))(x, y) if hasattr(x, "ndim") and x.ndim else jets(self.f)(x, y)[0]

    def gradient(self, x: Any, y: Any) -> tuple[Any, Any]:
        return jets(self.f)(x, y)[1:3]

    def hessian(self, x: Any, y: Any) -> tuple[Any, Any, Any]:
        return jets(self.f)(x, y)[3:]
