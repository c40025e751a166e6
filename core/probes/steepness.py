"""The loss of one neuron with a step and with a sigmoid of any steepness, over its weight and its bias."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

import numpy as np

from core.activations.sigmoid import Sigmoid
from core.activations.step import Step
from core.families import Activation, Loss
from core.frozen import frozen
from core.params import Range, integer, number
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.experiment import Experiment
    from core.probing.moment import Moment

OTHER = "Here stands the loss of a single neuron with one input, whose output is a step or a sigmoid; this network is another one."
MOST, FINE = 500, 241  # samples; points of the cut
LEAST = 6.0  # how far the axes reach
STEEP = Range(1.0, 50.0, log=True)  # how steep the sigmoid is made


def is_shown(experiment: Experiment) -> bool:
    """Whether one neuron with one input says a class through a step or a sigmoid of its own."""
    acts, output = experiment.output.activation, experiment.output
    steep = acts != "auto" and acts.kind in ("step", "sigmoid")
    own = not experiment.loss.link and not experiment.loss.summed and experiment.task.kind == "classes"
    return experiment.data.lone_column and not experiment.layers and output.bias and steep and own


@frozen
class Terrain:
    """J(w, b) = mean of L(g(k·z), y) over samples x (n,) with targets (n, 1), z = w·x + b."""

    x: np.ndarray
    targets: np.ndarray
    loss: Loss
    activation: Activation
    k: float = 1.0

    def heights(self, w: np.ndarray, b: np.ndarray) -> np.ndarray:
        """J at places of any shape."""
        z = w[..., None] * self.x + b[..., None]
        with np.errstate(over="ignore"):
            return self.loss.each(self.activation.value(self.k * z)[..., None], self.targets).mean(axis=-1)

    def gradient(self, w: float, b: float) -> np.ndarray:
        """∂J/∂w and ∂J/∂b by the chain rule, (2,)."""
        z = self.k * (w * self.x + b)
        with np.errstate(over="ignore"):
            along = self.loss.slope(self.activation.value(z)[:, None], self.targets)[:, 0] * self.activation.slope(z)
        return self.k * np.array([(along * self.x).mean(), along.mean()])


class Steepness(Probe):
    """Two sheets over the same weight and bias: "step" of the step, "steep" of σ(k·z), which comes to it as k grows.

    Both (resolution, resolution) over "axis", for the weight and for the bias; "levels" their common range. "cut" is
    the bias at the present weight, along which "cut_step" and "cut_steep" are told; "ball" (2,) where the network is,
    "slopes" (2,) the length of either gradient there, "path" (m, 2) where it has been.
    """

    label = "Step and sigmoid"
    kind: Literal["steepness"] = "steepness"
    k: float = number(1.0, STEEP.low, STEEP.high, above=0.0, log=True, label="Steepness", symbol="k", help="σ(k·z): the larger k is, the nearer it comes to a step.")  # fmt: skip
    resolution: int = integer(61, 21, 101, minimum=3, maximum=201, label="Resolution", help="Points along each side.")

    def compute(self, moment: Moment) -> Answer:
        if not is_shown(moment.experiment):
            return {}, {"problem": OTHER}
        prepared, path = moment.prepared, moment.weights.path
        some = prepared.some("train", MOST)
        x, targets = prepared.x[some, 0], prepared.targets[some]
        place = {slot.role: slot.offset for slot in moment.weights.slots}
        ball = moment.weights.vector().astype(np.float64)[[place["weight"], place["bias"]]]
        axis = np.linspace(-1.0, 1.0, self.resolution) * _reach(ball)
        w, b = np.meshgrid(axis, axis, indexing="ij")
        stairs = Terrain(x, targets, moment.loss, Step())
        hills = Terrain(x, targets, moment.loss, Sigmoid(), self.k)
        step, steep, cut = stairs.heights(w, b), hills.heights(w, b), np.linspace(axis[0], axis[-1], FINE)
        both = np.array([step, steep])
        arrays = {
            "axis": axis, "step": step, "steep": steep, "levels": np.array([both.min(), both.max()]),
            "cut": cut, "cut_step": stairs.heights(np.full(FINE, ball[0]), cut), "cut_steep": hills.heights(np.full(FINE, ball[0]), cut),
            "ball": ball, "heights": np.array([float(each.heights(*ball)) for each in (stairs, hills)]),
            "slopes": np.array([np.linalg.norm(each.gradient(*ball)) for each in (stairs, hills)]),
            "path": path.vectors[:, [place["weight"], place["bias"]]].astype(np.float64), "path_updates": path.updates.copy(),
        }  # fmt: skip
        names = f"weight of {prepared.features[0]}", "bias"
        return arrays, {"k": self.k, "names": names, "loss": moment.loss.label_for(moment.task.aim)}


def _reach(ball: np.ndarray) -> float:
    """How far the axes reach: doubled where the network has gone further, so that they seldom change."""
    farthest = float(np.abs(ball[np.isfinite(ball)]).max(initial=0.0))
    return LEAST * 2.0 ** max(0, math.ceil(math.log2(max(farthest, 1e-9) / LEAST)))
