"""One measurement: what was done, the bar, the figure; and tables of many."""

from __future__ import annotations

import dataclasses
import importlib.metadata
import os
import pathlib
import platform
import statistics
from collections.abc import Callable
from typing import Any

from core.frozen import frozen

PAIRS = 5  # measurements of a ratio are made in pairs, one after the other, and their median counts


@frozen
class Row:
    """`bar` in words; `figure` None where this machine cannot measure it (`note` says why); `met` None where there is
    no bar or no figure. Elsewhere `note` holds what the figure was made of."""

    name: str
    work: str
    bar: str
    figure: float | None
    unit: str
    met: bool | None = None
    note: str = ""

    def values(self) -> dict[str, Any]:
        return dataclasses.asdict(self)

    @property
    def shown(self) -> str:
        return "not measured" if self.figure is None else f"{number(self.figure)} {self.unit}".rstrip()


@frozen
class Grid:
    """Many figures of one kind: `figures[i][j]` belongs to row i and column j, named in words."""

    name: str
    work: str
    unit: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    figures: tuple[tuple[float, ...], ...]

    def values(self) -> dict[str, Any]:
        return dataclasses.asdict(self)


Found = list[Row | Grid]


def number(figure: float) -> str:
    """A figure as the table writes it."""
    return f"{figure:,.0f}" if abs(figure) >= 100 else f"{figure:.3g}"


def machine() -> dict[str, Any]:
    """On what it was measured."""
    return {
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "torch": importlib.metadata.version("torch"),
        "qt": importlib.metadata.version("PySide6-Essentials"),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "platform": os.environ.get("QT_QPA_PLATFORM", ""),
    }


def _processor() -> str:
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.processor()
    )


def table(found: Found, on: dict[str, Any]) -> str:
    """Markdown, as it stands in docs/measurements.md: the rows, then each grid by itself."""
    parts = [
        _rows([row for row in found if isinstance(row, Row)]),
        *(_grid(grid) for grid in found if isinstance(grid, Grid)),
    ]
    return "\n\n".join(
        [
            *(part for part in parts if part),
            ", ".join(f"{name} {value}" for name, value in on.items() if value not in ("", None)),
        ]
    )


def _rows(rows: list[Row]) -> str:
    marks = {True: "yes", False: "no", None: ""}
    lines = [
        f"| {row.name} | {row.work} | {row.bar} | {row.shown}{f' ({row.note})' if row.note else ''} | {marks[row.met]} |"
        for row in rows
    ]
    return "\n".join(["| what | work | bar | measured | met |", "|---|---|---|---|---|", *lines]) if rows else ""


def _grid(grid: Grid) -> str:
    lines = [
        f"| {name} | {' | '.join(map(number, figures))} |"
        for name, figures in zip(grid.rows, grid.figures, strict=True)
    ]
    head = [
        f"{grid.name} ({grid.unit}): {grid.work}",
        "",
        f"| | {' | '.join(grid.columns)} |",
        f"|---|{'---|' * len(grid.columns)}",
    ]
    return "\n".join([*head, *lines])


def median_of_pairs(pair: Callable[[], tuple[float, float]], pairs: int = PAIRS) -> tuple[float, float, float]:
    """Medians of the first, of the second and of their ratio."""
    found = [pair() for _ in range(pairs)]
    first, second = (statistics.median(values) for values in zip(*found, strict=True))
    return first, second, statistics.median(one / other for one, other in found)
