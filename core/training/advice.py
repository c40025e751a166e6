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
    from core.training.session import Session

MOST_SAMPLES = 2000
MOST_PICTURES = 200  # pictures or sequences: each has many values a layer


def advise(session: Session) -> Advice | None:
    """The sentence for the state that a session is in, or None where learning goes its way."""
    symptoms = symptoms_of(session)
    return next((advice for each in _diagnoses() if (advice := each.of(symptoms)) is not None), None)


@functools.cache
def _diagnoses() -> tuple[Diagnosis, ...]:
    """All of them, in the order in which they are asked."""
    return tuple(registry.read(Diagnosis, kind) for kind in registry.kinds(Diagnosis))


def symptoms_of(session: Session) -> Symptoms:
    """What diagnoses may look at; each thing that takes long is computed once, where it is asked for."""
    watch = session.course.watch
    return Symptoms(
        experiment=session.experiment,
        updates=session.updates,
        ended=session.ended,
        rate=rate_of(session.experiment, watch, session.updates),
        recent=watch.recent,
        first_loss=watch.first_loss,
        baselines=session.baselines,
        last=session.last,
        players=lambda: session.learner.blueprint.players,
        gradient_length=functools.cache(lambda: float(np.linalg.norm(session.learner.gradient()))),
        hidden=functools.cache(lambda: _hidden(session)),
        output=functools.cache(lambda: _output(session)),
    )


def _hidden(session: Session) -> tuple[Traced, ...]:
    """Every hidden layer as it is spoken of, on the training part."""
    hidden = session.learner.blueprint.own[:-1]
    if not hidden:
        return ()
    train = session.prepared.train[: MOST_SAMPLES if len(session.prepared.shape) == 1 else MOST_PICTURES]
    trace = session.learner.trace(session.prepared.x[train])
    names = tuple(layer.name for layer in session.experiment.layers)
    return tuple(
        Traced(
            spoken(placed.name, names),
            placed.layer.acts,
            *(by_unit(numbers, placed.outputs) for numbers in trace[placed.name]),
        )
        for placed in hidden
    )


def _output(session: Session) -> Traced:
    """The output layer, on the training part."""
    layer = session.learner.blueprint.output
    trace = session.learner.trace(session.prepared.x[session.prepared.train[:MOST_SAMPLES]], layer.name)
    return Traced("output", layer.acts, *trace[layer.name])
