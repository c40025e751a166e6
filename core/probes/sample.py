"""One sample's way through the network, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.params import hidden
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment


class Sample(Probe):
    """The forward pass, the loss and the gradient of one sample, or of a row that a person typed (which has no
    truth)."""

    label = "Sample"
    kind: Literal["sample"] = "sample"
    index: int = hidden(-1, help="The sample's number; −1 where a row is given.")
    row: tuple[float, ...] = hidden((), help="A typed row in the data's own units.")

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        prepared = moment.prepared
        known = 0 <= self.index < len(prepared.table.x)
        raw = prepared.table.x[self.index] if known else self._typed(len(prepared.table.columns))
        inputs = prepared.x[self.index][None] if known else prepared.encode(raw[None])
        trace = moment.answers.trace(inputs)
        arrays = {"x": raw.copy(), "inputs": inputs[0]}
        for name, (sums, values) in trace.items():
            arrays[f"{name}.sums"], arrays[f"{name}.values"] = sums[0], values[0]
        outputs = moment.answers.outputs(inputs)
        with np.errstate(all="ignore"):
            arrays["answer"] = moment.said(outputs)[0]
        if moment.task.aim == "classes":
            arrays["decision"] = moment.loss.decisions(outputs)
        if known:
            arrays |= self._judged(moment, outputs)
        return arrays, self._words(moment, known)

    def _typed(self, columns: int) -> np.ndarray:
        row = np.full(columns, np.nan)
        row[: len(self.row)] = self.row[:columns]
        return row

    def _judged(self, moment: Moment, outputs: np.ndarray) -> dict[str, np.ndarray]:
        targets = moment.prepared.targets[self.index][None]
        with np.errstate(all="ignore"):
            loss = moment.loss.each(outputs, targets)
        gradients = moment.landscape.gradients(np.array([self.index]))
        return {"target": targets[0], "loss": loss} | {f"{name}.gradient": array for name, array in gradients.items()}

    def _words(self, moment: Moment, known: bool) -> dict[str, Any]:
        prepared = moment.prepared
        table = prepared.table
        return {
            "known": known,
            "index": self.index if known else -1,
            "columns": table.columns,
            "features": prepared.features,
            "layers": moment.layer_names(),
            "classes": table.classes,
            "target": table.target,
            "truth": truth_of(table.classes, table.y[self.index]) if known else "",
            "task": moment.task.aim,
        }


def truth_of(classes: tuple[str, ...], y: float) -> str:
    """A sample's class by name, or its value."""
    return classes[int(y)] if classes else f"{y:.4g}"
