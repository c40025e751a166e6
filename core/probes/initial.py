"""Starting weights side by side: how wide values and gradients are spread at each layer before the first update."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from core import registry
from core.experiment import Experiment
from core.families import Initializer
from core.frozen import frozen
from core.networks.blueprint import Blueprint
from core.probing.probe import Answer, Probe

if TYPE_CHECKING:
    from core.probing.moment import Moment

MOST_SAMPLES = 500
MOST_PICTURES = 100  # pictures or sequences: each has many values a layer
OWN = ""  # the kind of a start that is none of the initializers alone


@frozen(eq=False)
class Start:
    """Starting weights to be looked at: the kind of initializer, what it is called, whether it is the run's own."""

    kind: str
    label: str
    vector: np.ndarray
    own: bool = False


class Initial(Probe):
    """The network with the starting weights of each initializer, drawn with the run's own seed, and as it did start.

    The same at every update: what has been learned since does not enter.
    """

    label = "Starting weights side by side"
    learns: ClassVar[bool] = False
    kind: Literal["initial"] = "initial"

    def compute(self, moment: Moment) -> Answer:
        *_, last = (answer for answer in self.stages(moment) if answer is not None)
        return last

    def stages(self, moment: Moment) -> Iterator[Answer | None]:
        """ "values" and "gradients" (starts, layers): standard deviations; of what each start is `info` tells: "kinds",
        "labels", the number of the run's "own", and "layers" by name."""
        if len(moment.players) > 1:
            yield {}, {"problem": "Several networks that take turns start each for itself."}
            return
        start = moment.weights.points["start"]
        drawn_with = (
            moment.loss.model_dump_json(),
            moment.experiment.seeds.weights,
            hashlib.blake2b(start.tobytes()).digest(),
        )
        slot: list[Answer] = moment.kept(("initial", drawn_with), list)
        if not slot:
            slot[:] = [(yield from self._looked_at(moment, start))]
        yield slot[0]

    def _looked_at(self, moment: Moment, start: np.ndarray) -> Generator[None, None, Answer]:
        layers = tuple(placed.name for placed in moment.blueprint.own if placed.parameters)
        samples = moment.prepared.train[: MOST_SAMPLES if len(moment.prepared.shape) == 1 else MOST_PICTURES]
        starts = starts_of(moment.experiment, moment.blueprint, start)
        found = np.zeros((2, len(starts), len(layers)))
        for number, each in enumerate(starts):
            spreads = moment.landscape.spreads(each.vector, samples)
            found[:, number] = np.array([spreads[layer] for layer in layers]).reshape(-1, 2).T
            yield None
        words: dict[str, Any] = {
            "kinds": tuple(each.kind for each in starts),
            "labels": tuple(each.label for each in starts),
            "own": next(number for number, each in enumerate(starts) if each.own),
            "layers": layers,
            "samples": len(samples),
        }
        return {"values": found[0], "gradients": found[1]}, words


def starts_of(experiment: Experiment, plan: Blueprint, start: np.ndarray) -> list[Start]:
    """The run's own start (P,) among those with each initializer in all layers: in the place of its own where all its
    layers have the same, else first."""
    used = {each.model_dump_json(): each for each in initializers_of(experiment)}
    stored = bool(experiment.start.weights)
    alone = next(iter(used.values())) if len(used) == 1 and not stored else None
    found = [] if alone is not None else [Start(OWN, "As here", start, own=True)]
    for kind, cls in registry.kinds(Initializer).items():
        if alone is not None and kind == alone.kind:
            found.append(Start(kind, cls.label, start, own=True))
            continue
        other = dataclasses.replace(
            plan, experiment=with_initializer(experiment, registry.read(Initializer, {"kind": kind}))
        )
        found.append(Start(kind, cls.label, other.start_vector()))
    return found


def initializers_of(experiment: Experiment) -> list[Initializer]:
    """Those of the weights of every layer that has weights, the output's last."""
    parts = [*experiment.layers, *((experiment.output,) if experiment.output.layer == "dense" else ())]
    found = (dict(part).get("initializer") for part in parts)
    return [each for each in found if isinstance(each, Initializer)]


def with_initializer(experiment: Experiment, initializer: Initializer) -> Experiment:
    """The same experiment where all weights are drawn by one initializer, and none are stored."""
    given = {"initializer": initializer}
    layers = tuple(
        layer.model_copy(update=given) if "initializer" in type(layer).model_fields else layer
        for layer in experiment.layers
    )
    start = experiment.start.model_copy(update={"weights": {}})
    output = experiment.output.model_copy(update=given)
    return experiment.model_copy(update={"layers": layers, "output": output, "start": start})
