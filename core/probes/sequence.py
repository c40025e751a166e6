"""One sequence on its way through the network, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.data.sequences import feature_names, is_sequence, steps_of, symbols_of
from core.params import hidden
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.engines.through_time import Cell
    from core.probing.moment import Moment

MOST_UNITS = 48  # of a cell that are shown


class Sequence(Probe):
    """A sequence, the gates and states of every recurrent cell at each step, the gradient that comes back to each step,
    and the answer."""

    label = "Sequence"
    kind: Literal["sequence"] = "sequence"
    index: int = hidden(-1, help="The sample's number; −1: the first one of the test part.")

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        """ "x" (steps, features) raw; "<cell>.<gate or state>" (steps, units); "<cell>.slope" and where there is a
        memory "<cell>.memory_slope" (steps,): the length of ∂L/∂state; "input_slope" (steps,); "answer" (k,), "loss"
        ()."""
        table = moment.prepared.table
        if not is_sequence(table):
            return {}, {"problem": "These data are no sequences.", "cells": ()}
        sample = self._sample(moment)
        prepared, raw = moment.prepared, steps_of(table, sample)
        target = prepared.targets[sample]
        course = moment.answers.through_time(prepared.x[sample], target)
        slope = course.input_slope.reshape(len(raw), -1) if len(prepared.shape) == 2 else np.zeros((len(raw), 1))
        with np.errstate(all="ignore"):
            arrays = {
                "x": raw.copy(), "input_slope": np.linalg.norm(slope, axis=1), "answer": moment.said(course.outputs[None])[0],
                "loss": np.array(moment.loss.each(course.outputs[None], target[None])[0]), "y": np.array(table.y[sample]),
            }  # fmt: skip
        if moment.task.aim == "classes":
            arrays["decision"] = np.array(moment.loss.decisions(course.outputs[None])[0])
        words = [_add(arrays, f"cell {number}", cell) for number, cell in enumerate(course.cells)]
        return arrays, self._words(moment, sample, raw) | {"cells": tuple(words)}

    def _sample(self, moment: Moment) -> int:
        prepared = moment.prepared
        if 0 <= self.index < len(prepared.table.y):
            return self.index
        return int((prepared.test if len(prepared.test) else prepared.train)[0])

    def _words(self, moment: Moment, sample: int, raw: np.ndarray) -> dict[str, Any]:
        table = moment.prepared.table
        names = feature_names(table)
        return {
            "problem": "", "index": sample, "part": _part(moment, sample), "names": names, "symbols": symbols_of(raw, names), "classes": table.classes,
            "target": table.target, "aim": moment.task.aim, "task": moment.task.kind, "domain": table.domain[: len(names)],
            "probability": moment.loss.link == "logistic", "laid_out": len(moment.prepared.shape) == 2,
        }  # fmt: skip


def _add(arrays: dict[str, np.ndarray], key: str, cell: Cell) -> dict[str, Any]:
    """Put a cell's numbers among the arrays; its words."""
    for name, values in cell.gates.items():
        arrays[f"{key}.{name}"] = values[:, :MOST_UNITS]
    arrays[f"{key}.slope"] = np.linalg.norm(cell.slopes["state"], axis=1)
    if "memory" in cell.slopes:
        arrays[f"{key}.memory_slope"] = np.linalg.norm(cell.slopes["memory"], axis=1)
    units = next(iter(cell.gates.values())).shape[1]
    return {
        "key": key,
        "layer": cell.layer,
        "number": cell.number,
        "backwards": cell.backwards,
        "gates": tuple(cell.gates),
        "units": units,
        "shown": min(units, MOST_UNITS),
    }


def _part(moment: Moment, sample: int) -> str:
    prepared = moment.prepared
    for name, places in (("test", prepared.test), ("training", prepared.train), ("validation", prepared.validation)):
        place = int(np.searchsorted(places, sample))
        if place < len(places) and places[place] == sample:
            return name
    return ""
