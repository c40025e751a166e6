"""How a network bends its space: a grid and the samples, act by act, on their way through the layers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.networks.shapes import spoken
from core.params import flag, integer
from core.probes.acts import Act, Trace, acts_of, linear_layers, so_far
from core.probes.boundary import answer_range
from core.probes.plane import PlaneProbe, shown_samples
from core.probing.probe import Answer

if TYPE_CHECKING:
    from core.probing.moment import Moment

DRAWN = 3  # numbers that a place in the picture has at most
SHADOW = 2  # numbers of a shadow
MOST_SAMPLES, MOST_OF_SHADOWS = 500, 150  # that are drawn, and that the direction of a shadow is found from
SMALL = 4  # rows and columns of a matrix that is shown


class Bend(PlaneProbe):
    """Where the points of a grid, and the samples, are after each act of each layer: W·x, + b, g(z).

    Spaces of one to three numbers are as they are; wider ones are left out, or thrown as a shadow on the first two
    principal components of the layer's values, seen from the origin. One direction of light a layer: a straight way
    in the space is a straight way of its shadow.
    """

    label = "Bend space"
    kind: Literal["bend"] = "bend"
    resolution: int = integer(
        61, 21, 121, minimum=2, maximum=241, label="Resolution", help="Points along each side of the grid."
    )
    shadow: bool = flag(False, label="Shadow", help="Spaces of more than three numbers as a shadow.")
    collapse: bool = flag(False, label="As one map", help="Linear layers that follow each other as one map.")

    def compute(self, moment: Moment) -> Answer:
        """For each act k "samples.k" (n, d) and "grid.k" (rows, columns, d) or (columns, d), d at most 3; "y", "index",
        "part" (n,). Of classes what the picture of the input space has, "answers" and "decisions", over the grid, and
        "sums" (…, k) of the output; "output.weight" and "output.bias". `info["level"]` is the sum above which a single
        output says yes, or each of several that stand `info["apart"]`.

        "matrix.k" and "shift.k" are the numbers of a small act, "whole.k" and "whole_shift.k" those of everything up to
        it where all of it is one map.
        """
        acts = acts_of(moment, self.collapse)
        index, part = shown_samples(moment)
        step = -(-len(index) // MOST_SAMPLES)
        index, part = index[::step], part[::step]
        encoded = moment.prepared.x[index]
        samples = _course(moment, acts, encoded, moment.answers.trace(encoded))
        if not all(np.isfinite(each).all() for each in samples):
            return {}, {"problem": "Some values are no finite numbers: the run has diverged."}
        axes, shares = self._lights(acts, samples)
        table = moment.prepared.table
        arrays = {f"samples.{k}": _drawn(each, axes[k]) for k, each in enumerate(samples) if k in axes}
        arrays |= {"y": table.y[index], "index": index, "part": part}
        if not acts[0].layer and _in_a_row(moment):
            arrays |= self._grid_of(moment, acts, axes)
        arrays |= _border(moment, acts) | _matrices(acts)
        words = [_words(act, moment, shares.get(k)) | {"drawn": k in axes} for k, act in enumerate(acts)]
        linear = linear_layers(acts)
        return arrays, {
            "problem": "",
            "acts": tuple(words),
            "ends": _ends(acts),
            "opens": _opening(acts),
            "border": _last_hidden(acts) if "output.weight" in arrays else -1,
            "level": _level(moment),
            "apart": moment.loss.apart,
            "linear": tuple(spoken(name, moment.layer_names()[:-1]) for name in linear),
            "features": moment.prepared.features,
            "player": moment.players[0].name,
            "task": moment.task.aim,
            "classes": table.classes,
            "range": answer_range(moment),
        }

    def _lights(self, acts: tuple[Act, ...], samples: list[np.ndarray]) -> tuple[dict, dict[int, float]]:
        """By act the directions (d, size) that are drawn, None where all numbers are; of shadows the share of the
        variance that they keep. All acts of a layer that have as many numbers share the light of the last of them."""
        axes: dict[int, np.ndarray | None] = {}
        shares: dict[int, float] = {}
        lit: dict[tuple[str, int], tuple[np.ndarray, float]] = {}
        for k in reversed(range(len(acts))):
            act = acts[k]
            if act.size <= DRAWN:
                axes[k] = None
            elif self.shadow:
                place = act.layer, act.size
                if place not in lit:
                    lit[place] = principal(samples[k][:MOST_OF_SHADOWS])
                axes[k], shares[k] = lit[place]
        return axes, shares

    def _grid_of(self, moment: Moment, acts: tuple[Act, ...], axes: dict) -> dict[str, np.ndarray]:
        grid = self.grid(moment)
        encoded = moment.encoded(self.key("bend"), grid.raw)
        trace = moment.answers.trace(encoded)
        outputs = trace["output"][1]
        with np.errstate(all="ignore"):
            answers = moment.said(outputs)
        found: dict[str, np.ndarray] = {"answers": answers.reshape(*grid.shape, -1).astype(np.float32)}
        if moment.task.aim == "classes":
            found["decisions"] = moment.loss.decisions(outputs).reshape(grid.shape)
            found["sums"] = trace["output"][0].reshape(*grid.shape, -1).astype(np.float64)
        for k, values in enumerate(_course(moment, acts, encoded, trace)):
            if k in axes:
                found[f"grid.{k}"] = _drawn(values, axes[k]).reshape(*grid.shape, -1)
        return found


def _in_a_row(moment: Moment) -> bool:
    """Whether a sample is a row of a table: through pictures and sequences no plane is laid."""
    return len(moment.prepared.shape) == 1 and len(moment.prepared.sample_shape) <= 1


def principal(values: np.ndarray) -> tuple[np.ndarray, float]:
    """Rows (n, size) -> their first two principal directions (2, size), each with one sign for good, and the share of
    the variance that the two keep. Of more numbers than rows by the rows' products, which has the same outcome."""
    spread = values - values.mean(axis=0)
    wide = spread.shape[1] > len(spread)
    power, found = np.linalg.eigh(spread @ spread.T if wide else spread.T @ spread)
    rows = found[:, ::-1][:, :SHADOW].T
    rows = rows @ spread if wide else rows
    rows = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.finfo(float).tiny)
    rows *= np.where(rows[np.arange(SHADOW), np.abs(rows).argmax(axis=1)] < 0, -1.0, 1.0)[:, None]
    total = float(power.sum())
    return rows, float(power[-SHADOW:].sum()) / total if total > 0 else 1.0


def _course(moment: Moment, acts: tuple[Act, ...], encoded: np.ndarray, trace: Trace) -> list[np.ndarray]:
    """What is there after each act, (n, size) float64."""
    values = encoded if not acts[0].layer else trace[acts[0].layer][1]
    found = [values.astype(np.float64).reshape(len(encoded), -1)]
    with np.errstate(all="ignore"):
        answer = moment.loss.by_output(trace["output"][1].astype(np.float64))
        for act in acts[1:]:
            found.append(act.after(found[-1], trace, answer))
    return found


def _drawn(values: np.ndarray, axes: np.ndarray | None) -> np.ndarray:
    return (values if axes is None else values @ axes.T).astype(np.float32)


def _ends(acts: tuple[Act, ...]) -> tuple[int, ...]:
    """The numbers of the acts that are the last of their layer, the inputs first."""
    return tuple(k for k, act in enumerate(acts) if k + 1 == len(acts) or acts[k + 1].layer != act.layer or not k)


def _last_hidden(acts: tuple[Act, ...]) -> int:
    """The act after which the output's begin."""
    return next(k for k, act in enumerate(acts[1:]) if act.layer == "output")


def _opening(acts: tuple[Act, ...]) -> int:
    """Where the picture opens: at the end of the last hidden layer of two units, else of three, else of the first act
    of all."""
    hidden = [k for k in _ends(acts) if k and acts[k].layer != "output"]
    for size in (2, 3):
        fitting = [k for k in hidden if acts[k].size == size]
        if fitting:
            return fitting[-1]
    return hidden[-1] if hidden else 0


def _border(moment: Moment, acts: tuple[Act, ...]) -> dict[str, np.ndarray]:
    """What the output decides by in the space of the last hidden layer: yes above a level of a sum, or the largest of
    several."""
    output = [act for act in acts if act.layer == "output" and act.affine]
    if _level(moment) is None or not output or output[0].numbers is None:
        return {}
    weight, bias = output[0].numbers, output[1].numbers if len(output) > 1 else None
    if weight.shape[1] > DRAWN:
        return {}
    bias = np.zeros(len(weight)) if bias is None else bias
    return {"output.weight": weight, "output.bias": bias}


def _level(moment: Moment) -> float | None:
    """The sum above which an output by itself says yes; None where nothing is decided, or not by a sum alone."""
    loss, kind = moment.loss, moment.blueprint.output.acts.kind
    if moment.task.aim != "classes":
        return None
    if moment.prepared.outputs > 1 or loss.link == "logistic" or kind == "step":
        return 0.0
    if kind == "linear":
        return loss.threshold
    middle = moment.blueprint.output.acts.value(np.zeros(1))[0] if kind in ("sigmoid", "tanh") else np.nan
    return 0.0 if middle == loss.threshold else None


def _matrices(acts: tuple[Act, ...]) -> dict[str, np.ndarray]:
    found = {}
    for k, act in enumerate(acts):
        if act.numbers is not None and max(act.numbers.shape) <= SMALL:
            found[f"{'matrix' if act.kind == 'map' else 'shift'}.{k}"] = act.numbers
        whole = so_far(acts[: k + 1]) if k > 1 and acts[0].size <= SMALL else None
        if whole is not None and max(whole[0].shape) <= SMALL:
            found[f"whole.{k}"], found[f"whole_shift.{k}"] = whole
    return found


def _words(act: Act, moment: Moment, share: float | None) -> dict[str, Any]:
    hidden = moment.layer_names()[:-1]
    layers = {placed.name: placed.layer for placed in moment.blueprint.own}
    layer = layers.get(act.layer)
    return {
        "kind": act.kind,
        "layer": act.layer,
        "spoken": spoken(act.layer, hidden) if act.layer else "",
        "says": layer.label if layer is not None else "",
        "activation": layer.acts.label if layer is not None else "",
        "size": act.size,
        "straight": act.straight,
        "share": share,
        "merged": tuple(spoken(name, hidden) for name in act.merged),
    }
