"""Formulas that a person types: read with Python's grammar, walked by hand, never executed.

Only what is listed here has a meaning: numbers, the variables, π and e, + − * / % ^, comparisons, a choice `a if b else
c`, and the functions of `FUNCTIONS`. A formula works on numpy arrays and on torch tensors alike, so that it can be
differentiated.
"""

from __future__ import annotations

import ast
import math
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from core.formulas.grammar import BINARY, COMPARE, CONSTANTS, FUNCTIONS, FormulaError, constant_value, read
from core.frozen import frozen

TIME_LIMIT = 0.05  # seconds a grid, of this thread's own processor time, so that a busy machine refuses no formula
MAX_OPERATIONS = 4_000_000  # parts times points: one operation between two looks at the clock stays short


@frozen
class Formula:
    """A checked formula of named variables."""

    source: str
    variables: tuple[str, ...]
    tree: ast.expr
    nodes: int

    def __call__(self, *values: Any) -> Any:
        """The formula at these values, one array or tensor a variable, all of one shape; the answer has that shape.

        Raises `FormulaError` where the time limit is passed; nan and infinity are left in for the caller to see.
        """
        points = math.prod(values[0].shape)
        if self.nodes * points > MAX_OPERATIONS:
            raise FormulaError(f"takes too long: {self.nodes} parts at {points:,} points")
        walk = _Walk(dict(zip(self.variables, values, strict=True)), values[0])
        with np.errstate(all="ignore"):
            return walk.full(walk.visit(self.tree))

    def finite(self, *values: np.ndarray) -> np.ndarray:
        """The formula at these values; `FormulaError` that names the first place where it is not a finite number."""
        result = np.asarray(self(*values), dtype=np.float64)
        bad = ~np.isfinite(result)
        if bad.any():
            first = int(np.flatnonzero(bad)[0])
            place = ", ".join(
                f"{name} = {value.ravel()[first]:.4g}" for name, value in zip(self.variables, values, strict=True)
            )
            raise FormulaError(f"is not a finite number at {place}")
        return result


def parse(source: str, variables: tuple[str, ...] = ("x",)) -> Formula:
    """Check a formula; `FormulaError` says what is wrong and where. `^` is a power, as on paper."""
    tree, nodes = read(source, variables)
    return Formula(source, variables, tree, nodes)


class _Walk:
    """Evaluates a checked tree on arrays of `like`'s library, with an eye on the clock between two operations."""

    def __init__(self, values: dict[str, Any], like: Any) -> None:
        self.values = values
        self.like = like
        self.deadline = time.thread_time() + TIME_LIMIT

    def full(self, value: Any) -> Any:
        """A result without a variable in it is a constant: the same everywhere."""
        return value if getattr(value, "shape", None) == self.like.shape else self._lift(value)

    def visit(self, node: ast.expr) -> Any:
        if time.thread_time() > self.deadline:
            raise FormulaError(f"takes longer than {TIME_LIMIT * 1000:.0f} ms")
        return getattr(self, f"_{type(node).__name__.lower()}")(node)

    def _lift(self, value: Any) -> Any:
        """Numbers become arrays, so that 1/0 is infinite as in the rest of the formula, and no exception."""
        return value if hasattr(value, "shape") and value.shape == self.like.shape else self.like * 0 + value

    def _constant(self, node: ast.Constant) -> Any:
        return float(node.value)  # type: ignore[arg-type]

    def _name(self, node: ast.Name) -> Any:
        return self.values[node.id] if node.id in self.values else CONSTANTS[node.id]

    def _unaryop(self, node: ast.UnaryOp) -> Any:
        value = self.visit(node.operand)
        return -value if isinstance(node.op, ast.USub) else value

    def _binop(self, node: ast.BinOp) -> Any:
        if isinstance(node.op, ast.Pow):
            return self._lift(self.visit(node.left)) ** constant_value(node.right)
        left, right = (self._lift(self.visit(side)) for side in (node.left, node.right))
        return BINARY[type(node.op)](left, right)

    def _call(self, node: ast.Call) -> Any:
        function = self._function(FUNCTIONS[node.func.id][2])  # type: ignore[attr-defined]
        result, *others = [self._lift(self.visit(argument)) for argument in node.args]
        if not others:
            return function(result)
        for other in others:
            result = function(result, other)
        return result

    def _compare(self, node: ast.Compare) -> Any:
        left, right = self._lift(self.visit(node.left)), self._lift(self.visit(node.comparators[0]))
        return COMPARE[type(node.ops[0])](left, right) * (self.like * 0 + 1)

    def _ifexp(self, node: ast.IfExp) -> Any:
        test = self._lift(self.visit(node.test)) != 0
        return self._function("where")(test, self._lift(self.visit(node.body)), self._lift(self.visit(node.orelse)))

    def _function(self, name: str) -> Callable[..., Any]:
        if isinstance(self.like, np.ndarray):
            return getattr(np, name)
        import torch  # the values are tensors, so it is loaded already

        return getattr(torch, name)


__all__ = ["FUNCTIONS", "Formula", "FormulaError", "parse"]
