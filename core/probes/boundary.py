"""The answer of the network over the plane of its inputs, with the samples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.params import hidden
from core.probes.one_answer import Asked
from core.probes.plane import Grid, PlaneProbe, shown_samples
from core.probes.spread import spread

if TYPE_CHECKING:
    from core.probing.moment import Moment

GENERATED = 400  # made samples that are drawn, and as many real ones
UNNUMBERED = -2  # the number of those that are in no table


class Boundary(PlaneProbe):
    """What the network answers at every point of the picture, and where the samples lie.

    A step says nothing of how far away its edge is: for a single step output "margin" holds the weighted sums, whose
    zeros are the edge. Samples at the same place are told apart by "shift", to be added to "points"; "answered" holds
    the answers to the samples.
    """

    label = "Input space"
    kind: Literal["boundary"] = "boundary"
    answer: int = hidden(-1, help="Of several yes-or-no answers: the one that is looked at; −1: all of them together.")

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        grid = self.grid(moment)
        encoded = moment.encoded(self.key("boundary"), grid.raw)
        asked = Asked.of(moment, self.answer)
        outputs = asked.outputs(moment.answers.outputs(encoded))
        with np.errstate(all="ignore"):
            answers = moment.prepared.unit(asked.loss.answers(outputs))
        arrays = {"answers": answers.reshape(*grid.shape, -1).astype(np.float32), "extent": np.array(grid.extent)}
        if moment.task.aim == "classes":
            arrays["decisions"] = asked.loss.decisions(outputs).reshape(grid.shape)
            if moment.blueprint.output.acts.kind == "step" and outputs.shape[1] == 1:
                arrays["margin"] = moment.answers.trace(encoded)["output"][0].reshape(grid.shape)
        if len(grid.shape) == 1:
            arrays["x"] = np.linspace(grid.extent[0], grid.extent[1], grid.shape[0])
        return arrays | self._samples(moment, asked), self._words(moment, grid, asked)

    def _samples(self, moment: Moment, asked: Asked) -> dict[str, np.ndarray]:
        placed = moment.kept(self.key("samples"), lambda: self._placed(moment))
        outputs = asked.outputs(moment.answers.outputs(moment.prepared.x[placed["index"]]))
        with np.errstate(all="ignore"):
            answered = moment.prepared.unit(asked.loss.answers(outputs)).astype(np.float32)
        if moment.made:
            return self._with_generated(
                moment, placed | {"answered": answered, "decided": moment.loss.decisions(outputs)}
            )
        if moment.task.aim == "classes":
            return placed | {
                "y": asked.truth(placed["y"]),
                "answered": answered,
                "decided": asked.loss.decisions(outputs),
            }
        return placed | {"answered": answered}

    def _placed(self, moment: Moment) -> dict[str, np.ndarray]:
        """What the picture says of the samples whatever the network answers."""
        index, part = shown_samples(moment)
        table = moment.prepared.table
        points = self.project(moment, table.x[index])
        if points.shape[1] == 2 and len(table.columns) == 1:
            points[:, 1] = table.y[index]
        found = {"points": points, "y": table.y[index], "part": part, "index": index}
        return found | ({"shift": spread(points)} if len(table.columns) > 1 else {})

    def _with_generated(self, moment: Moment, found: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        """The real samples and, in class 0, what the others make; those have no number.

        On points in the plane "push" (generated, 2) says where the judges push each of those in class 0, in
        their order."""
        found = {
            name: array[:: max(1, len(found["y"]) // GENERATED)] for name, array in found.items() if name != "shift"
        }
        made = np.concatenate([each.samples(GENERATED) for each in moment.made])
        made = np.where(np.isfinite(made), made, 0.0)
        more = np.zeros(len(made), dtype=np.int64)
        outputs = moment.answers.outputs(moment.prepared.encode(made))
        with np.errstate(all="ignore"):
            answered = moment.said(outputs).astype(np.float32)
        added = {
            "points": self.project(moment, made),
            "y": more,
            "part": more,
            "index": more + UNNUMBERED,
            "answered": answered,
            "decided": moment.loss.decisions(outputs),
        }
        together = {name: np.concatenate([array, added[name].astype(array.dtype)]) for name, array in found.items()}
        return together | ({"push": self._pushes(moment, made)} if moment.prepared.table.geometry == "plane" else {})

    def _pushes(self, moment: Moment, made: np.ndarray) -> np.ndarray:
        parts = zip(moment.made, np.split(made, len(moment.made)), strict=True)
        return np.concatenate([maker.push(part)[:, self.axes(moment)] for maker, part in parts])

    def _words(self, moment: Moment, grid: Grid, asked: Asked) -> dict[str, Any]:
        table = moment.prepared.table
        return {
            "geometry": table.geometry,
            "task": moment.task.aim,
            "x": grid.labels[0],
            "y": grid.labels[1],
            "classes": asked.classes,
            "target": asked.target,
            "columns": table.columns,
            "range": answer_range(moment),
            "threshold": moment.loss.threshold if moment.loss.link != "logistic" else 0.5,
            "notes": moment.prepared.notes,
        }


def answer_range(moment: Moment) -> tuple[float, float]:
    """The scale of the answers' colours: probabilities 0 to 1, ±1, or the range of the values."""
    loss, table = moment.loss, moment.prepared.table
    if moment.task.aim == "values":
        if table.target_domain is not None:
            return table.target_domain
        return float(table.y.min()), float(table.y.max())
    if loss.link == "logistic" or float(moment.prepared.targets.min()) >= 0.0:
        return 0.0, 1.0
    return -1.0, 1.0
