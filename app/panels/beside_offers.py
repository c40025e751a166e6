"""What may stand beside a run: the same experiment with one thing changed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.panels import learning_choice
from app.panels.learning_choice import Edits
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.families import Activation, Optimizer
from core.frozen import frozen
from core.params import param_of
from core.registry import kind_of

TIMES = 10
SGD, ADAM = "sgd", "adam"
TANH, RELU = "tanh", "relu"
PENALTY = {"kind": "l2", "rate": 0.01}
COPY = "Just a copy"


@frozen
class Offer:
    """`words` stand on its button, `tip` says what will stand beside."""

    words: str
    edits: Edits
    tip: str
    is_there: bool = False  # it stands beside already


def offers(experiment: Experiment) -> tuple[Offer, ...]:
    """Those that this experiment allows, in the order of the card."""
    found = (
        *_rates(experiment),
        _optimizer(experiment),
        _activation(experiment),
        _penalty(experiment),
        _start(experiment),
        Offer(f"{COPY} (Ctrl+D)", (), "The same settings: change what you like in one of them"),
    )
    return tuple(offer for offer in found if offer is not None)


def offers_beside(experiment: Experiment, lanes: Sequence[tuple[str, Experiment]]) -> tuple[Offer, ...]:
    """The same, where runs stand beside by their letters: what one of them learns already names it. A copy may stand
    there more than once."""
    return tuple(_named(offer, experiment, lanes) for offer in offers(experiment))


def _named(offer: Offer, experiment: Experiment, lanes: Sequence[tuple[str, Experiment]]) -> Offer:
    made = replace_all(experiment, offer.edits) if offer.edits else None
    letter = next((letter for letter, lane in lanes if lane == made), None)
    if letter is None:
        return offer
    return Offer(f"{offer.words} is {letter}", offer.edits, "This stands beside already", is_there=True)


def _rates(experiment: Experiment) -> tuple[Offer, ...]:
    path, rate = learning_choice.rate_path(experiment), learning_choice.rate(experiment)
    if not path.endswith(".lr") or not experiment.rule.evaluates:
        return ()
    owner: Any = experiment.rule if path.startswith("rule.") else experiment.optimizer
    param = param_of(type(owner), "lr")
    most = param.limits.maximum if param is not None and param.limits is not None else None
    found = (("×", float(f"{rate * TIMES:.6g}")), ("÷", float(f"{rate / TIMES:.6g}")))
    return tuple(
        Offer(f"η {sign} {TIMES} = {value:g}", ((path, value),), f"The learning rate {value:g} beside {rate:g}")
        for sign, value in found
        if most is None or value <= most
    )


def _optimizer(experiment: Experiment) -> Offer | None:
    if experiment.rule.kind != learning_choice.GRADIENT:
        return None
    other = ADAM if experiment.optimizer.kind == SGD else SGD
    label = kind_of(Optimizer, other).label
    tip = f"{label} beside {experiment.optimizer.label}, at the same learning rate"
    return Offer(f"Other optimizer: {label}", learning_choice.choosing(experiment, other), tip)


def _activation(experiment: Experiment) -> Offer | None:
    if not learning_choice.has_activation(experiment):
        return None
    other = RELU if learning_choice.activation_shown(experiment) != RELU else TANH
    label = kind_of(Activation, other).label
    return Offer(
        f"Other activation: {label}",
        learning_choice.activation_everywhere(experiment, other),
        f"{label} in all hidden layers",
    )


def _penalty(experiment: Experiment) -> Offer | None:
    if experiment.rule.kind != learning_choice.GRADIENT:
        return None
    if any(penalty.rate > 0 for penalty in experiment.penalties):
        return Offer("Without weight penalty", (("penalties", ()),), "The same without any weight penalty")
    return Offer("With weight penalty", (("penalties", (PENALTY,)),), f"L2 with a rate of {PENALTY['rate']}")


def _start(experiment: Experiment) -> Offer:
    seeds = experiment.seeds
    edits = (("seeds.weights", seeds.weights + 1), ("seeds.batches", seeds.batches + 1))
    return Offer("Other start", edits, "Other starting weights and another order of the samples")
