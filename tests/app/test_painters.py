"""Whoever begins to paint ends it: a painter that Python lets go of later is still active when Qt shows the window,
which says "QBackingStore::endPaint() called with active painter"."""

from __future__ import annotations

import ast
import re

import pytest

from tests.building.sources import trees

MADE = ("QPainter", "QStylePainter")
FUNCTIONS = [
    (path, node)
    for path, tree in trees(re.compile("|".join(MADE)).search)
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef)
]


def calls(node: ast.AST) -> list[ast.Call]:
    return [each for each in ast.walk(node) if isinstance(each, ast.Call)]


def begins(function: ast.FunctionDef) -> bool:
    return any(isinstance(call.func, ast.Name) and call.func.id in MADE and call.args for call in calls(function))


def ends(function: ast.FunctionDef) -> bool:
    return any(isinstance(call.func, ast.Attribute) and call.func.attr == "end" for call in calls(function))


PAINTING = [(path, function) for path, function in FUNCTIONS if begins(function)]


@pytest.mark.parametrize(("path", "function"), PAINTING, ids=lambda part: getattr(part, "name", ""))
def test_who_begins_to_paint_ends_it(path, function):
    assert ends(function), f"{path}:{function.lineno}"
    made = next(call.lineno for call in calls(function) if isinstance(call.func, ast.Name) and call.func.id in MADE)
    end = max(
        call.lineno for call in calls(function) if isinstance(call.func, ast.Attribute) and call.func.attr == "end"
    )
    returns = [node.lineno for node in ast.walk(function) if isinstance(node, ast.Return)]
    assert not any(made < line < end for line in returns), "leaves without an end"


def test_there_are_painters_to_look_at():
    assert len(PAINTING) > 30
