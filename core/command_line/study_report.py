"""What a study has to say at its end: a table, one JSON object, a CSV with a row a run."""

from __future__ import annotations

import dataclasses
import json
import math
import pathlib
from collections.abc import Iterator, Sequence

from core.command_line.report import plain
from core.machine.versions import versions
from core.machine.whole_file import write_table
from core.messages import percent
from core.runs.statistics import share_words
from core.studies.axis import named
from core.studies.plan import Planned
from core.studies.report import Report
from core.studies.result import Result
from core.studies.summary import SHARES, Found, Spread
from core.studies.verdict import verdict

Values = dict[str, object]
SEEDS = ("data", "weights", "batches", "dropout")


# For a person


def lines(report: Report) -> str:
    """A row for every cell, the median and the middle 80 % of its figures, and how many reach the goal."""
    before = f" ({report.kept:,} of them kept from before)" if report.kept else ""
    head = f"{report.state}: {report.heading}, {len(report.results):,} runs{before}, in {report.seconds:.2f} s"
    if not report.names:
        return head
    cells = report.cells
    table = [_heads(report, cells), *(_row(each, report.names, cells) for each in cells)]
    return "\n".join([head, *_aligned(table), *_sentences(report, cells)])


def _heads(report: Report, cells: Sequence[Found]) -> list[str]:
    figures = [head for name in report.names for head in (name, "middle 80 %")]
    return [*(axis.path for axis in report.study.axes), *figures, *(["goal"] if _aims(cells) else []), *_if_any(cells)]


def _aims(cells: Sequence[Found]) -> bool:
    return any(each.reached is not None for each in cells)


def _if_any(cells: Sequence[Found]) -> list[str]:
    return ["diverged"] if any(each.diverged for each in cells) else []


def _row(cell: Found, names: Sequence[str], cells: Sequence[Found]) -> list[str]:
    values = [named(value) for _, value in cell.cell.edits]
    for name in names:
        spread = cell.figures[name]
        values += [written(spread.median), f"{written(spread.band[0])} … {written(spread.band[1])}"]
    if _aims(cells):
        share = cell.share
        bounds = f"{100 * share.low:.0f} to {percent(share.high)}"
        values.append("" if cell.reached is None else f"{cell.reached} of {cell.runs}, {bounds}")
    return [*values, *([str(cell.diverged)] if _if_any(cells) else [])]


def written(value: float) -> str:
    """A number of the table."""
    return f"{value:.4g}" if math.isfinite(value) else "not finite"


def _aligned(table: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        yield ("  " + "   ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=True))).rstrip()


def _sentences(report: Report, cells: Sequence[Found]) -> Iterator[str]:
    """What may be said of all of it, and about what."""
    if sentence := verdict(report, lambda winner: winner.cell.words):
        yield sentence
    if len(cells) == 1 and cells[0].reached is not None:
        yield f"{share_words(cells[0].reached, cells[0].runs, f'reach the goal ({report.goal})')}."
    elif _aims(cells):
        yield f"The goal: {report.goal}; beside how many end there stands the 95 % interval of their share (Wilson)."
    if report.study.starts > 1:
        other = (
            "other data, splits, weights and orders"
            if "data" in report.study.luck
            else "other weights and orders on the same data and split"
        )
        yield f"The starts have {other}."


# For a program


def as_json(report: Report, more: Values) -> str:
    """Everything, and `more`, as one JSON object; null for what is not finite."""
    study = report.study
    found: Values = {
        "state": report.state,
        "file": study.where,
        "title": study.base.title,
        "vary": [{"path": axis.path, "values": list(axis.values), "log": axis.log} for axis in study.axes],
        "starts": study.starts,
        "luck": list(study.luck),
        "runs": len(report.results),
        "kept": report.kept,
        "seconds": report.seconds,
        "versions": versions(),
        "figures": list(report.names),
        "cells": [_cell(each) for each in report.cells] if report.names else [],
        "results": [_result(each, report.results[each.key]) for each in report.planned if each.key in report.results],
    }
    return json.dumps(finite(found | more), default=str)


def finite(value: object) -> object:
    """Lists and tables without numbers that are not finite."""
    if isinstance(value, dict):
        return {key: finite(item) for key, item in value.items()}
    return [finite(item) for item in value] if isinstance(value, (list, tuple)) else plain(value)


def _cell(cell: Found) -> Values:
    goal = {} if cell.reached is None else {"reached": cell.reached, "share": dataclasses.asdict(cell.share)}
    figures = {name: _spread(spread) for name, spread in cell.figures.items()}
    return {"edits": dict(cell.cell.edits), "runs": cell.runs, "diverged": cell.diverged, "figures": figures} | goal


def _spread(spread: Spread) -> Values:
    shares = {f"{share:g}": value for share, value in zip(SHARES, spread.quantiles, strict=True)}
    interval = None if spread.interval is None else dataclasses.asdict(spread.interval)
    return {"median": spread.median, "median_interval": interval, "quantiles": shares}


def _result(planned: Planned, result: Result) -> Values:
    trial, making = planned.trial, planned.making
    return {
        "edits": dict(planned.edits),
        "start": trial.start,
        "seed": trial.seed,
        "seeds": trial.experiment.seeds.model_dump(),
        "ended": result.ended,
        "figures": dict(result.figures),
        "engine": making.engine,
        "threads": making.threads,
        "versions": dict(making.versions),
        "key": result.key,
    }


def write_csv(report: Report, path: str | pathlib.Path) -> None:
    """A row for every run, with all that it needs to be made again; `NotWritten` where that cannot be."""
    there = [(each, report.results[each.key]) for each in report.planned if each.key in report.results]
    names = list(dict.fromkeys(name for _, result in there for name in result.figures))
    paths = [axis.path for axis in report.study.axes]
    seeds = [f"seeds.{name}" for name in SEEDS]
    head = ["file", *paths, "start", "seed", *seeds, "ended", *names, "engine", "threads", "versions", "key"]
    rows = [[report.study.where, *_written(planned, result, names)] for planned, result in there]
    write_table(path, [head, *rows])


def _written(planned: Planned, result: Result, names: Sequence[str]) -> list[object]:
    trial, making = planned.trial, planned.making
    seeds = trial.experiment.seeds.model_dump()
    versions_of = " ".join(f"{name}={version}" for name, version in making.versions)
    return [
        *(value if isinstance(value, (int, float)) else str(value) for _, value in planned.edits),
        trial.start,
        "" if trial.seed is None else trial.seed,
        *(seeds[name] for name in SEEDS),
        result.ended,
        *(result.figures.get(name, "") for name in names),
        making.engine,
        making.threads,
        versions_of,
        result.key,
    ]
