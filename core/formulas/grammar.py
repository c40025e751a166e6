"""What a typed formula may hold: numbers, names, operators and functions from a list, and nothing else."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable
from typing import Any

MAX_NODES = 200
MAX_EXPONENT = 10
MAX_LENGTH = 2000
CONSTANTS = {"pi": math.pi, "π": math.pi, "e": math.e, "tau": math.tau}
FUNCTIONS: dict[str, tuple[int, int, str]] = {  # name -> (fewest arguments, most, name in numpy and torch)
    "sin": (1, 1, "sin"), "cos": (1, 1, "cos"), "tan": (1, 1, "tan"), "asin": (1, 1, "arcsin"), "acos": (1, 1, "arccos"), "atan": (1, 1, "arctan"),
    "sinh": (1, 1, "sinh"), "cosh": (1, 1, "cosh"), "tanh": (1, 1, "tanh"), "exp": (1, 1, "exp"), "log": (1, 1, "log"), "ln": (1, 1, "log"),
    "log2": (1, 1, "log2"), "log10": (1, 1, "log10"), "sqrt": (1, 1, "sqrt"), "abs": (1, 1, "abs"), "sign": (1, 1, "sign"), "floor": (1, 1, "floor"),
    "ceil": (1, 1, "ceil"), "round": (1, 1, "round"), "min": (2, 8, "minimum"), "max": (2, 8, "maximum"),
}  # fmt: skip
BINARY: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Mod: operator.mod, ast.Pow: operator.pow,
}  # fmt: skip
COMPARE: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


class FormulaError(ValueError):
    """A formula that cannot be used; `position` is the character (from 0) at which it goes wrong, where one is
    known."""

    def __init__(self, reason: str, position: int | None = None) -> None:
        self.reason, self.position = reason, position
        super().__init__(reason if position is None else f"{reason} (at character {position + 1})")


def read(source: str, variables: tuple[str, ...]) -> tuple[ast.expr, int]:
    """The checked syntax tree of a formula and the number of its parts; `FormulaError` says what is wrong and where."""
    if not source.strip():
        raise FormulaError("is empty")
    if len(source) > MAX_LENGTH:
        raise FormulaError(f"is longer than {MAX_LENGTH} characters")
    text = source.translate(str.maketrans({"^": "\u0001", "·": "*", "×": "*", "−": "-", "²": "\u0002", "³": "\u0003"}))
    text = text.replace("\u0001", "**").replace("\u0002", "**2").replace("\u0003", "**3").strip()
    _refuse_silent_products(source, text)
    try:
        tree = ast.parse(text, mode="eval").body
    except SyntaxError as error:
        raise _syntax(error, source, text, variables) from None
    except (ValueError, RecursionError, MemoryError):
        raise FormulaError("is nested too deeply or holds a character that cannot be read") from None
    checker = _Check(source, text, variables)
    checker.check(tree)
    return tree, checker.nodes


def _refuse_silent_products(source: str, text: str) -> None:
    """2x and 3(x + 1) are products on paper; here they need their sign."""
    for number in re.finditer(r"(?<![\w.])\d[\d.]*(?:[eE][+-]?\d+)?", text):
        rest = text[number.end() :]
        following = rest.lstrip()
        if (following[:1].isalpha() or following[:1] in ("(", "_")) and (
            rest is following or not re.match(r"(if|else)\b", following)
        ):
            raise FormulaError("a product needs a *, as in 2*x", _position(source, number.end()))


def _syntax(error: SyntaxError, source: str, text: str, variables: tuple[str, ...]) -> FormulaError:
    """The likeliest reason first, and its place."""
    equals = re.search(r"(?<![=<>!])=(?!=)", text)
    if equals is not None:
        return FormulaError("only the right-hand side is written, without =", _position(source, equals.start()))
    known = {*variables, *CONSTANTS, *FUNCTIONS, "if", "else"}
    strange = next((word for word in re.finditer(r"[^\W\d]\w*", text) if word.group() not in known), None)
    if strange is not None:
        names = ", ".join((*variables, "pi", "e"))
        reason = (
            f"“{strange.group()}” has no meaning in a formula; there are {names}, numbers, and functions such as sin(x)"
        )
        return FormulaError(reason, _position(source, strange.start()))
    if text.count("(") != text.count(")"):
        return FormulaError("the brackets do not match", _position(source, (error.offset or 1) - 1))
    if text[-1] in "+-*/%<>":
        return FormulaError(
            f"ends with {source.rstrip()[-1]}: a number or {variables[0]} has to follow", len(source.rstrip()) - 1
        )
    return FormulaError(
        "cannot be read as a formula; a function needs brackets, as in sin(x)",
        _position(source, (error.offset or 1) - 1),
    )


def _position(source: str, offset: int) -> int:
    """The character of what was typed for a place in the text that was read, in which powers are longer."""
    start = len(source) - len(source.lstrip())
    read = 0
    for index, sign in enumerate(source[start:]):
        read += {"^": 2, "²": 3, "³": 3}.get(sign, 1)
        if read > offset:
            return start + index
    return max(0, len(source) - 1)


class _Check:
    """Walks the tree once and refuses all that has no meaning here."""

    def __init__(self, source: str, text: str, variables: tuple[str, ...]) -> None:
        self.source, self.text, self.variables = source, text, variables
        self.nodes = 0

    def check(self, node: ast.AST) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise FormulaError(f"has more than {MAX_NODES} parts")
        method = getattr(self, f"_{type(node).__name__.lower()}", None)
        if method is None:
            raise self._wrong(f"{self._written(node)!r} has no meaning in a formula", node)
        method(node)

    def _written(self, node: ast.AST) -> str:
        """The beginning of a part as it was typed."""
        start, end = getattr(node, "col_offset", 0), getattr(node, "end_col_offset", None)
        return self.text.encode()[start:end].decode(errors="ignore")[:20]

    def _wrong(self, reason: str, node: ast.AST) -> FormulaError:
        offset = getattr(node, "col_offset", 0)
        characters = len(self.text.encode()[:offset].decode(errors="ignore"))  # ast counts bytes
        return FormulaError(reason, _position(self.source, characters))

    def _constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool) or not isinstance(node.value, (int, float)):
            raise self._wrong(f"{node.value!r} is not a number", node)
        if abs(node.value) > 1e300:
            raise self._wrong("is too large a number", node)

    def _name(self, node: ast.Name) -> None:
        if node.id in FUNCTIONS:
            raise self._wrong(f"{node.id} needs its argument in brackets: {node.id}({self.variables[0]})", node)
        if node.id not in self.variables and node.id not in CONSTANTS:
            raise self._wrong(
                f"{node.id!r} is not known; allowed: {', '.join((*self.variables, 'pi', 'e', *FUNCTIONS))}", node
            )

    def _unaryop(self, node: ast.UnaryOp) -> None:
        if not isinstance(node.op, (ast.USub, ast.UAdd)):
            raise self._wrong("only + and − may stand before a number", node)
        self.check(node.operand)

    def _binop(self, node: ast.BinOp) -> None:
        if type(node.op) not in BINARY:
            raise self._wrong("this operator has no meaning in a formula; allowed: + - * / % ^", node)
        self.check(node.left)
        self.check(node.right)
        if isinstance(node.op, ast.Pow):
            self._exponent(node.right)

    def _exponent(self, node: ast.expr) -> None:
        value = constant_value(node)
        if value is None:
            raise self._wrong(
                f"an exponent has to be a number; write exp(…) for powers of e (at most {MAX_EXPONENT})", node
            )
        if abs(value) > MAX_EXPONENT:
            raise self._wrong(f"exponents go to {MAX_EXPONENT}, not {value:g}", node)

    def _call(self, node: ast.Call) -> None:
        if not isinstance(node.func, ast.Name) or node.func.id not in FUNCTIONS:
            name = node.func.id if isinstance(node.func, ast.Name) else "this"
            hint = (
                "; a product needs a *"
                if name in (*self.variables, *CONSTANTS) or not isinstance(node.func, ast.Name)
                else ""
            )
            raise self._wrong(f"{name!r} is not a function here{hint}; allowed: {', '.join(FUNCTIONS)}", node)
        fewest, most, _ = FUNCTIONS[node.func.id]
        if node.keywords or not fewest <= len(node.args) <= most:
            raise self._wrong(
                f"{node.func.id} takes {fewest if fewest == most else f'{fewest} to {most}'} argument{'s' if most > 1 else ''}",
                node,
            )
        for argument in node.args:
            self.check(argument)

    def _compare(self, node: ast.Compare) -> None:
        if len(node.ops) != 1 or type(node.ops[0]) not in COMPARE:
            raise self._wrong("only one comparison at a time, with < <= > >=", node)
        self.check(node.left)
        self.check(node.comparators[0])

    def _ifexp(self, node: ast.IfExp) -> None:
        for part in (node.test, node.body, node.orelse):
            self.check(part)


def constant_value(node: ast.expr) -> float | None:
    """The number that a part without variables, functions or powers stands for; None where it is not that simple."""
    if isinstance(node, ast.Constant) and isinstance(node.value, (int, float)):
        return float(node.value)
    if isinstance(node, ast.Name):
        return CONSTANTS.get(node.id)
    if isinstance(node, ast.UnaryOp):
        value = constant_value(node.operand)
        return -value if value is not None and isinstance(node.op, ast.USub) else value
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub, ast.Mult, ast.Div)):
        left, right = constant_value(node.left), constant_value(node.right)
        if left is None or right is None or (isinstance(node.op, ast.Div) and right == 0):
            return None
        return BINARY[type(node.op)](left, right)
    return None
