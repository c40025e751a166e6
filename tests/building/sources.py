"""The lab's own sources, as a rule of the house looks at them."""

from __future__ import annotations

import ast
import pathlib
from collections.abc import Callable, Iterator, Sequence

from tests.building.places import ROOT

SOURCES = sorted([*(ROOT / "core").rglob("*.py"), *(ROOT / "app").rglob("*.py"), ROOT / "main.py"])
TESTS = sorted((ROOT / "tests").rglob("*.py"))


def trees(
    may_break: Callable[[str], object], paths: Sequence[pathlib.Path] = SOURCES
) -> Iterator[tuple[pathlib.Path, ast.Module]]:
    """Each file that may break the rule, by its text, and what it says as a tree, one after the other: to make one of
    every file takes a second, to keep them all 200 MB."""
    for path in paths:
        text = path.read_text("utf-8")
        if may_break(text):
            yield path, ast.parse(text)
