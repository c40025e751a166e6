"""What is said of how learning goes: the diagnoses of `core.diagnoses` are asked one after the other."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import numpy as np

from core import registry
from core.families import Diagnosis, Symptoms, Traced
from core.frames import Advice
from core.networks.shapes import by_unit, spoken
from core.training.rates import rate_of

if TYPE_CHECKING:
    from core.engines.learner import Learner
    from core.training.course import Course

MOST_SAMPLES = 2000
MOST_PICTURES = 200  # pictures or sequences: each has many values a layer


def advise(course: Course, learner: Learner) -> Advice | None:
    """The sentence for the state that a run is in, or None where learning goes its way; nothing is changed by it."""
    symptoms = symptoms_of(course, learner)
    return next((advice for each in _diagnoses() if (advice := each.of(symptoms)) is not None), None)


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
        recent=watch.recent,
        first_loss=watch.first_loss,
        baselines=course.yardsticks.baselines,
        last=course.last,
        players=lambda: learner.blueprint.players,
        gradient_length=functools.cache(lambda: float(np.linalg.norm(learner.gradient()))),
        hidden=functools.cache(lambda: _hidden(learner)),
        output=functools.cache(lambda: _output(learner)),
    )


def _hidden(learner: Learner) -> tuple[Traced, ...]:
    """Every hidden layer as it is spoken of, on the training part."""
    hidden = learner.blueprint.own[:-1]
    if not hidden:
        return ()
    train = learner.prepared.train[: MOST_SAMPLES if len(learner.prepared.shape) == 1 else MOST_PICTURES]
    trace = learner.trace(learner.prepared.x[train])
    names = tuple(layer.name for layer in learner.experiment.layers)
    return tuple(
        Traced(
            spoken(placed.name, names),
            placed.layer.acts,
            *(by_unit(numbers, placed.outputs) for numbers in trace[placed.name]),
        )
        for placed in hidden
    )


def _output(learner: Learner) -> Traced:
    """The output layer, on the training part."""
    layer = learner.blueprint.output
    trace = learner.trace(learner.prepared.x[learner.prepared.train[:MOST_SAMPLES]], layer.name)
    return Traced("output", layer.acts, *trace[layer.name])
