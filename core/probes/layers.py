"""Histograms of weights, gradients and activations, layer by layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

import numpy as np

from core.families import NOISE, SAMPLES, Player, makers
from core.networks.quiet_units import Quiet, can_saturate, dead_units, may_be_dead, quiet_sentences, saturated_units
from core.networks.shapes import by_unit, spoken
from core.params import integer
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MOST_SAMPLES = 2000
MOST_PICTURES = 200  # pictures or sequences: each has many values a layer


class Layers(Probe):
    """How weights, gradients and activations of each layer are spread; dead and saturated units are named."""

    label = "Layers"
    kind: Literal["layers"] = "layers"
    bins: int = integer(32, 8, 64, minimum=4, maximum=200, label="Bins", help="Bars of each histogram.")

    def compute(self, moment: Moment) -> Answer:
        """For each layer NAME "NAME.weights.counts" and ".edges", the same of "gradients" and "activations", and
        "NAME.dead" and "NAME.saturated" (units,) bool.

        `info["layers"]` names the layers of the network, `info["makers"]` those of players that make samples, by their
        letters ("L": "left.h1", …), `info["own"]` has the letter of the network itself; `info["samples"]` of
        `info["of"]` training samples were looked at, `info["judged"]` says which units can be quiet at all. Each
        player's gradients are those of its own loss; its activations are those on what it sees, such as real and as
        many generated samples.
        """
        prepared = moment.prepared
        samples = prepared.train[: MOST_SAMPLES if len(prepared.shape) == 1 else MOST_PICTURES]
        arrays: dict[str, np.ndarray] = {}
        quiet: list[Quiet] = []
        bare: list[str] = []
        for names, trace, slopes in _parts(moment, samples):
            parameters = moment.weights.parameters()
            for placed in moment.blueprint.layers:
                owner, layer = placed.name, placed.layer
                if owner in names:
                    sums, values = (by_unit(numbers, placed.outputs) for numbers in trace[owner])
                    weights = _weights(owner, parameters)
                    bare += () if weights.size else (owner,)
                    arrays |= self._spread(owner, (weights, _weights(owner, slopes), values))
                    dead, saturated = dead_units(layer.acts, sums, values), saturated_units(layer.acts, values)
                    arrays |= {f"{owner}.dead": dead, f"{owner}.saturated": saturated}
                    if layer.name != "output":
                        quiet.append(Quiet(_spoken(owner, moment), dead, saturated))
        made = {player.short: player.layer_names for player in makers(moment.players)}
        words = {"layers": moment.layer_names(), "makers": made, "own": moment.players[0].short}
        looked_at = {"samples": len(samples), "of": len(prepared.train), "bare": tuple(bare)}
        return arrays, words | looked_at | {"sentences": quiet_sentences(quiet), "judged": _judged(moment)}

    def _spread(self, owner: str, numbers: tuple[np.ndarray, ...]) -> dict[str, np.ndarray]:
        found = {}
        for quantity, each in zip(("weights", "gradients", "activations"), numbers, strict=True):
            found[f"{owner}.{quantity}.counts"], found[f"{owner}.{quantity}.edges"] = histogram(each, self.bins)
        return found


def _judged(moment: Moment) -> str:
    """Which hidden units can be dead or saturated at all: "all", "some" or "none"."""
    hidden = [placed.layer.acts for placed in moment.blueprint.layers if placed.layer.name != "output"]
    judged = [may_be_dead(each) or can_saturate(each) for each in hidden]
    return "none" if not any(judged) else "all" if all(judged) else "some"


Part = tuple[tuple[str, ...], dict[str, tuple[np.ndarray, np.ndarray]], dict[str, np.ndarray]]


def _parts(moment: Moment, samples: np.ndarray) -> Iterator[Part]:
    """Of the network, or of each player in turn: names of its layers, what they make of samples, gradients by
    parameter."""
    if len(moment.players) == 1:
        yield (
            moment.layer_names(),
            moment.answers.trace(moment.prepared.x[samples]),
            moment.landscape.gradients(samples),
        )
        return
    for player in moment.players:
        yield player.layer_names, _trace(moment, player, samples), _slopes(moment, player, samples)


def _trace(moment: Moment, player: Player, samples: np.ndarray) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """What a player's layers make of what it sees."""
    made = {each.maker.name: each for each in moment.made}
    seen = [
        moment.prepared.x[samples]
        if source == SAMPLES
        else made[player.name].noise(len(samples))
        if source == NOISE
        else moment.prepared.encode(made[source].of(made[source].noise(len(samples))))
        for source in player.sees
    ]
    return moment.of(player.name).answers.trace(np.concatenate(seen))


def _slopes(moment: Moment, player: Player, samples: np.ndarray) -> dict[str, np.ndarray]:
    """The gradient of a player's own loss by parameter name."""
    each = moment.of(player.name)
    return each.weights.named(each.landscape.gradient(samples))


def _spoken(owner: str, moment: Moment) -> str:
    """A layer as a person calls it: "hidden layer 2", "the left's hidden layer 1"."""
    for player in moment.players[1:]:
        if owner in player.layer_names:
            whose = f"the {player.name}'s"
            return f"{whose} {spoken(owner, player.layer_names[:-1])}".replace(f"{whose} the ", f"{whose} ")
    return spoken(owner, tuple(layer.name for layer in moment.experiment.layers))


def _weights(layer: str, named: dict[str, np.ndarray]) -> np.ndarray:
    """All weights of a layer in one row; empty where it has none."""
    found = [numbers.ravel() for name, numbers in named.items() if name.startswith(f"{layer}.weight")]
    return np.concatenate(found) if found else np.zeros(0)


def histogram(numbers: np.ndarray, bins: int) -> tuple[np.ndarray, np.ndarray]:
    """Counts (bins,) and edges (bins + 1,) of the finite numbers; one bar around a single value."""
    finite = numbers[np.isfinite(numbers)].astype(np.float64)
    if not finite.size:
        return np.zeros(bins, dtype=np.int64), np.linspace(-1, 1, bins + 1)
    low, high = float(finite.min()), float(finite.max())
    if high - low <= 1e-12 * max(1.0, abs(high)):
        low, high = low - 0.5, high + 0.5
    return np.histogram(finite, bins=bins, range=(low, high))
