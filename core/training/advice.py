"""What is said of how learning goes: the diagnoses of `core.diagnoses` are asked one after the other."""

from __future__ import annotations

import functools
import math
from typing import TYPE_CHECKING

import numpy as np

from core import registry
from core.engines.exam import PARTS
from core.families import Diagnosis, Symptoms, Traced
from core.families.diagnosis import RECENT
from core.frames import Advice
from core.networks.shapes import by_unit, spoken
from core.training.rates import rate_of

if TYPE_CHECKING:
    from core.engines.learner import Learner
    from core.networks.blueprint import Placed
    from core.training.course import Course

MOST_SAMPLES = 2000
MOST_PICTURES = 200  # pictures or sequences: each has many values a layer


def advise(course: Course, learner: Learner) -> Advice | None:
    """The sentence for the state that a run is in, or None where learning goes its way; nothing is changed by it."""
    symptoms = symptoms_of(course, learner)
    return next((advice for each in _diagnoses() if (advice := each.of(symptoms)) is not None), None)


def lasts(course: Course, said: int) -> bool:
    """Whether what was said at update `said` still stands though nothing is found now: what comes and goes from one
    evaluation to the next can neither be read nor be followed. It ends where a person changes something."""
    looks_back = RECENT * course.state.experiment.evaluate_every
    return len(course.watch.recent) == RECENT and course.state.updates - said < looks_back


@functools.cache
def _diagnoses() -> tuple[Diagnosis, ...]:
    """All of them, in the order in which they are asked."""
    return tuple(registry.read(Diagnosis, kind) for kind in registry.kinds(Diagnosis))


def symptoms_of(course: Course, learner: Learner) -> Symptoms:
    """What diagnoses may look at; each thing that takes long is computed once, where it is asked for."""
    state, watch = course.state, course.watch
    return Symptoms(
        experiment=state.experiment,
        updates=state.updates,
        ended=state.ended,
        rate=rate_of(state.experiment, watch, state.updates),
        highest_rate=watch.highest_rate,
        recent=watch.recent,
        first_loss=watch.first_loss,
        lowest_loss=watch.lowest_loss,
        baselines=course.yardsticks.baselines,
        last=course.last,
        sizes={part: len(learner.prepared.part(part)) for part in PARTS},
        scaling=state.experiment.inputs.scaling,
        players=lambda: learner.blueprint.players,
        gradients=functools.cache(lambda: _by_layer(learner, learner.gradient())),
        moved=functools.cache(lambda: _moved(course, learner)),
        parameters=functools.cache(lambda: _named(learner)),
        taught=lambda: learner.prepared.taught,
        hidden=functools.cache(lambda: _hidden(learner)),
        output=functools.cache(lambda: _output(learner)),
    )


def _named(learner: Learner) -> dict[str, np.ndarray]:
    """All parameters by name."""
    flat = learner.vector()
    return {slot.name: flat[slot.where].reshape(slot.shape) for slot in learner.blueprint.slots}


def _by_layer(learner: Learner, flat: np.ndarray) -> dict[str, float]:
    """The length of each layer's part of a vector (P,)."""
    squares: dict[str, float] = {}
    for slot in learner.blueprint.slots:
        part = flat[slot.where].astype(np.float64)
        squares[slot.layer] = squares.get(slot.layer, 0.0) + float(part @ part)
    return {layer: math.sqrt(square) for layer, square in squares.items()}


def _moved(course: Course, learner: Learner) -> dict[str, float]:
    """How far each layer has moved from the start, beside how long its starting weights are."""
    start = course.points["start"]
    ways, lengths = _by_layer(learner, learner.vector() - start), _by_layer(learner, start)
    return {layer: _share(way, lengths[layer]) for layer, way in ways.items()}


def _share(way: float, length: float) -> float:
    if way == 0:
        return 0.0
    return way / length if length > 0 else math.inf


def _hidden(learner: Learner) -> tuple[Traced, ...]:
    """Every hidden layer as it is spoken of, on the training part."""
    hidden = learner.blueprint.own[:-1]
    return _traced(learner, hidden) if hidden else ()


def _output(learner: Learner) -> Traced:
    """The output layer, on the training part."""
    return _traced(learner, learner.blueprint.own[-1:])[0]


def _traced(learner: Learner, layers: tuple[Placed, ...]) -> tuple[Traced, ...]:
    """What layers make of the training part, or of some of it, evenly spaced."""
    prepared = learner.prepared
    places = prepared.some("train", MOST_SAMPLES if len(prepared.shape) == 1 else MOST_PICTURES)
    trace = learner.trace(prepared.x[places], layers[0].name if len(layers) == 1 else "")
    names = tuple(layer.name for layer in learner.experiment.layers)
    return tuple(
        Traced(
            spoken(placed.name, names),
            placed.layer.acts,
            *(by_unit(numbers, placed.outputs) for numbers in trace[placed.name]),
            key=placed.name,
            samples=len(places),
            total=len(prepared.train),
        )
        for placed in layers
    )
