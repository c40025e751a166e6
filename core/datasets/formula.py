"""A curve of one's own, typed as a formula."""

from __future__ import annotations

from typing import Literal

import numpy as np
from pydantic import field_validator

from core.datasets.curve import Curve
from core.formulas.formula import FormulaError, parse
from core.messages import BadInput
from core.params import text


class FormulaCurve(Curve):
    """A curve y = f(x) that you type.

    Allowed are numbers, x, pi and e, + − * / % and ^ with exponents to 10, brackets, `a if x > 0 else b`, and the
    functions sin, cos, tan, asin, acos, atan, sinh, cosh, tanh, exp, log, log2, log10, sqrt, abs, sign, floor, ceil,
    round, min and max. The formula is read, not executed.
    """

    label = "Formula f(x)"
    order = 34
    kind: Literal["formula"] = "formula"
    formula: str = text(
        "x^3/20 - x", label="f(x)", help="For example x*sin(x), or abs(x) - 2, or 1 if x > 0 else sin(3*x)."
    )

    @field_validator("formula")
    @classmethod
    def _readable(cls, formula: str) -> str:
        parse(formula)
        return formula

    def value(self, x: np.ndarray) -> np.ndarray:
        """`BadInput` where the formula is not a finite number, or takes too long."""
        try:
            return parse(self.formula).finite(x)
        except FormulaError as error:
            raise BadInput("data", "formula", str(error)) from None
