"""Exported: a run as files that other programs read: experiment, weights, curves."""

from __future__ import annotations

import pathlib
from collections.abc import Iterator

from core.files import weights
from core.history.metrics import Curves
from core.history.snapshot import Snapshot
from core.machine.whole_file import write_table

CURVES = ".csv"


def export(path: pathlib.Path, snapshot: Snapshot, curves: Curves | None) -> tuple[pathlib.Path, ...]:
    """Write a run beside one another as TOML, safetensors and CSV, under one name; the files. `NotWritten` where one
    cannot be."""
    document, network, table = (path.with_suffix(suffix) for suffix in (".toml", weights.SUFFIX, CURVES))
    snapshot.experiment.save(document)
    weights.save(snapshot, network)
    if curves is None:
        return document, network
    write_table(table, [[*header(curves)], *rows(curves)])
    return document, network, table


def header(curves: Curves) -> tuple[str, ...]:
    """The names of the columns: each figure, and where a block holds several evaluations its smallest and largest."""
    if curves.size == 1:
        return tuple(curves.blocks)
    return tuple(f"{name}{which}" for name in curves.blocks for which in ("", " (smallest)", " (largest)"))


def rows(curves: Curves) -> Iterator[list[float]]:
    """Block by block."""
    columns = [rows[:, place] for rows in curves.blocks.values() for place in ((2,) if curves.size == 1 else (2, 0, 1))]
    yield from ([float(value) for value in row] for row in zip(*columns, strict=True))
