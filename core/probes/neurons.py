"""Each neuron's own map: what it answers over the plane of the inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from core.families import Player, noise_name
from core.params import integer
from core.probes.plane import PlaneProbe

if TYPE_CHECKING:
    from core.probing.made import Made
    from core.probing.moment import Moment


SPAN = 2.0  # how far maps reach in noise numbers from a normal distribution


class Neurons(PlaneProbe):
    """The values of every unit, inputs and outputs included, from one forward pass over the picture."""

    label = "Neuron maps"
    kind: Literal["neurons"] = "neurons"
    resolution: int = integer(
        40, 20, 100, minimum=2, maximum=200, label="Resolution", help="Points along each side of a map."
    )

    def compute(self, moment: Moment) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
        grid = self.grid(moment)
        encoded = moment.encoded(self.key("neurons"), grid.raw)
        shape = grid.shape if len(grid.shape) == 2 else (1, *grid.shape)
        inputs, reach = moment.kept(self.key("maps of the inputs"), lambda: _inputs(encoded, shape))
        arrays = {"inputs": inputs, "extent": np.array(grid.extent)}
        arrays |= {name: _maps(values, shape) for name, (_, values) in moment.answers.trace(encoded).items()}
        with np.errstate(all="ignore"):
            said = moment.prepared.unit(moment.loss.by_output(arrays["output"].transpose(1, 2, 0)))
            arrays["output"] = said.transpose(2, 0, 1).astype(np.float32)
        ranges = _ranges(moment, arrays, reach)
        for maker in moment.made:
            made = _of_a_maker(moment.players, maker, self.resolution)
            arrays, ranges = (
                arrays | made,
                ranges | {name: (-_reach(maps), _reach(maps)) for name, maps in made.items()},
            )
        return arrays, {"features": moment.prepared.features, "layers": moment.layer_names(), "ranges": ranges}


def _of_a_maker(players: tuple[Player, ...], made: Made, points: int) -> dict[str, np.ndarray]:
    """The maps of the units of a player that makes samples over the plane of its first two noise numbers, the others 0;
    over a line where there is one number."""
    latent = made.maker.inputs[0]
    span = 1.0 if made.maker.noise == "uniform" else SPAN
    along = np.linspace(-span, span, points)
    shape = (points, points) if latent > 1 else (1, points)
    noise = np.zeros((shape[0] * points, latent))
    noise[:, 0] = np.tile(along, shape[0])
    if latent > 1:
        noise[:, 1] = np.repeat(along, points)
    maps = {name: _maps(values, shape) for name, (_, values) in made.trace(noise).items()}
    return {noise_name(players, made.maker): _maps(noise, shape)} | maps


def _maps(values: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """(points, units) -> (units, rows, columns) float32."""
    return np.ascontiguousarray(values.T, np.float32).reshape(-1, *shape)


def _inputs(encoded: np.ndarray, shape: tuple[int, ...]) -> tuple[np.ndarray, float]:
    """The maps of the inputs, and how far their colours reach."""
    maps = _maps(encoded, shape)
    return maps, _reach(maps)


def _ranges(moment: Moment, arrays: dict[str, np.ndarray], inputs: float) -> dict[str, tuple[float, float]]:
    """The symmetric colour scale of each layer: its activation's bounds, else ±1 or what the units reach."""
    found = {}
    for layer in moment.players[0].layers:
        reach = _bound(layer.acts.limits) or _reach(arrays[layer.name])
        found[layer.name] = (-reach, reach)
    found["inputs"] = (-inputs, inputs)
    from core.probes.boundary import answer_range

    found["output"] = answer_range(moment) if moment.task.single else (0.0, 1.0)
    return found


def _bound(limits: tuple[float | None, float | None]) -> float:
    """The larger of an activation's bounds; 0 where it has not both."""
    low, high = limits
    return 0.0 if low is None or high is None else max(abs(low), abs(high))


def _reach(values: np.ndarray) -> float:
    finite = np.abs(values[np.isfinite(values)])
    return max(1.0, float(np.quantile(finite, 0.98))) if finite.size else 1.0
