"""What each unit of the only hidden layer adds to a fitted curve, and a net beside it that was constructed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from core.networks.constructed import constructed
from core.params import integer
from core.probing.probe import Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

POINTS = 301
HIDDEN = "A single hidden layer is taken apart here: its units' shares add up to the answer."
CURVE = "A curve y = f(x) is taken apart here: data with one input and a value, and a linear output."


class Approximation(Probe):
    """The answer to one input as a sum: wᵢ·g(…) of each unit and the bias; and a net of pairs of steep sigmoid units
    along the training samples, which nobody has learned."""

    label = "Shares of the units"
    learns: ClassVar[bool] = False
    kind: Literal["approximation"] = "approximation"
    bumps: int = integer(
        20,
        1,
        100,
        minimum=1,
        maximum=1000,
        label="Pairs of units",
        help="Pairs of sigmoid units, a step up and a step down.",
    )

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        """ "x" (points,), "answer" and "constructed" over it; of the units "weights" (units,) and "shares" (units,
        points), and the "constant" (1,) besides; the samples "points" (n, 2) with their "part", 0 for the training
        part. `info` has root mean squares of errors, "learned" and "built", over "train" and "test"."""
        problem = refused(moment)
        if problem:
            return {}, {"problem": problem}
        prepared = moment.prepared
        x = np.linspace(*prepared.domain[0], POINTS)
        inputs = moment.encoded(("approximation", POINTS), x[:, None])
        weights, shares, constant = _shares(moment, inputs)
        built = constructed(prepared.table.x[prepared.train, 0], prepared.table.y[prepared.train], self.bumps)
        index = np.concatenate([prepared.train, prepared.validation, prepared.test])
        part = np.repeat([0, 1, 2], [len(prepared.train), len(prepared.validation), len(prepared.test)])
        seen = prepared.table.x[index, 0]
        arrays = {
            "x": x,
            "answer": moment.said(moment.answers.outputs(inputs))[:, 0],
            "weights": weights,
            "shares": shares,
            "constant": np.array([constant]),
            "constructed": built(x),
            "points": np.column_stack([seen, prepared.table.y[index]]),
            "part": part,
        }
        answered = moment.said(moment.answers.outputs(prepared.x[index]))[:, 0]
        errors = {"learned": prepared.table.y[index] - answered, "built": prepared.table.y[index] - built(seen)}
        return arrays, {
            "names": (prepared.table.columns[0], prepared.table.target),
            "range": prepared.table.target_domain,
            "errors": {
                who: {name: _root(each[part == number]) for number, name in ((0, "train"), (2, "test"))}
                for who, each in errors.items()
            },
            "bumps": self.bumps,
            "layer": moment.experiment.layers[0].name,
        }


def refused(moment: Moment) -> str:
    """Why nothing can be taken apart; "" where it can."""
    experiment, prepared = moment.experiment, moment.prepared
    if len(prepared.table.columns) != 1 or experiment.task.aim != "values" or prepared.outputs != 1:
        return CURVE
    if moment.blueprint.output.acts.kind != "linear":
        return CURVE
    layers = experiment.layers
    return HIDDEN if len(layers) != 1 or layers[0].kind != "dense" or len(moment.players) > 1 else ""


def _shares(moment: Moment, inputs: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """The output's weights (units,), what each hidden unit adds to the answer in the data's own unit, (units, points),
    and what is added besides."""
    unit, numbers = moment.prepared.unit, moment.weights.parameters()
    values = moment.answers.trace(inputs)[moment.experiment.layers[0].name][1].astype(np.float64)
    weights = numbers["output.weight"][0].astype(np.float64)
    bias = float(numbers["output.bias"][0]) if "output.bias" in numbers else 0.0
    return weights, (values * weights).T * unit.scale, bias * unit.scale + unit.shift


def _root(errors: np.ndarray) -> float:
    """The root of the mean square; nan where there are none."""
    with np.errstate(all="ignore"):
        return float(np.sqrt(np.mean(np.square(errors)))) if len(errors) else float("nan")
