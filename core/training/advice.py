# pyright: basic, reportAttributeAccessIssue=warning
"""The states of learning in plain words, each with an offer: diverged, unstable, stuck."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from core.families import Activation, makers
from core.frames import Advice
from core.layers.dense import Dense
from core.networks.shapes import by_unit, spoken
from core.training.rates import rate_of
from core.training.stop_rules import RECENT

if TYPE_CHECKING:
    from core.training.session import Session

FIRST_UNITS = 4  # of the hidden layer that is offered where there is none
STILL = 4  # evaluations in a row without any change after which a layer that passes nothing is named
QUIET = 0.99  # the share of samples for which a unit has to be dead or saturated to be named
COLLAPSE_FROM, COLLAPSED = (
    150,
    0.45,
)  # updates after which a generator should reach at least this share of the real samples' places
# the share of generated samples that have to look like real ones: before that they are not yet anything, and cannot be
# too much alike
LIKE_REAL = 0.3
MOSTLY = 0.9  # the share of answers at an end of the range from which an output is called saturated
EDGE = 0.99  # saturated: beyond this share of the activation's range


def advise(session: Session) -> Advice | None:
    """The sentence for the state that a session is in, or None where learning goes its way."""
    if session.ended == "diverged":
        return Advice(
            "diverged",
            f"Diverged at update {session.updates:,}: the loss grew beyond all bounds. {_why_diverged(session)}",
            *_smaller_steps(session, "Rewind with"),
        )
    if session.experiment.task.imitates and not session.ended:
        return _collapsed(session)
    if session.ended in ("", "finished") and (dead := _dead(session)) is not None:
        return dead
    if session.ended or len(session.course.watch.recent) < RECENT:
        return None
    return _unstable(session) or _stuck(session)


def _why_diverged(session: Session) -> str:
    return f"Each step overshoots: the learning rate η = {_rate(session):g} is too large for this surface."


def _rate(session: Session) -> float:
    return rate_of(session.experiment, session.course.watch, session.updates)


def _smaller_steps(session: Session, verb: str) -> tuple[str, tuple[tuple[str, Any], ...]]:
    path = "rule.lr" if session.experiment.rule.kind == "perceptron" else "optimizer.lr"
    owner: Any = session.experiment.rule if path == "rule.lr" else session.experiment.optimizer
    smaller = float(f"{owner.lr / 3:.1g}")
    return f"{verb} η = {smaller:g}", ((path, smaller),)


def _collapsed(session: Session) -> Advice | None:
    """Mode collapse: only a few kinds of samples are made. Losses say nothing here: each player's rests on
    the other."""
    share = session.last.get("coverage.share", 1.0)
    like_real = session.last.get("coverage.within_3_sigma", session.last.get("coverage.near", 1.0))
    if session.updates < COLLAPSE_FROM or share >= COLLAPSED or like_real < LIKE_REAL:
        return None
    players = session.blueprint.players
    text = f"Mode collapse: the {makers(players)[0].name}'s samples reach only {share:.0%} of the places where real ones lie. Nothing in its loss asks for variety, only that each sample looks real to {players[0].short} now."
    return Advice("stuck", text, "New start")


def _dead(session: Session) -> Advice | None:
    """A layer of which no unit answers: nothing of the samples passes it, so the answer cannot change any more; said as
    soon as the loss stands still."""
    recent = session.course.watch.recent[-STILL:]
    if len(recent) < STILL or session.experiment.rule.kind == "perceptron":
        return None
    middle = statistics.median(recent)
    if max(recent) - min(recent) > 1e-3 * abs(middle) or middle < 0.9 * session.baselines["train.baseline_loss"]:
        return None
    layer = next((name for name, dead, _ in _quiet(session) if dead.all()), "")
    if not layer:
        return None
    offer, edits = _smaller_steps(session, "Rewind with")
    text = f"Dead: every unit of {layer} answers 0 to nearly every sample, so nothing passes and no gradient comes back; the loss stays at {middle:.3g}."
    return Advice(
        "stuck",
        f"{text} Smaller steps, or another activation such as Leaky ReLU, leave it alive.",
        offer,
        edits,
        rewind=True,
    )


def _unstable(session: Session) -> Advice | None:
    loss = statistics.median(session.course.watch.recent[-5:])
    guess = session.baselines["train.baseline_loss"]
    if (
        session.experiment.rule.kind == "perceptron"
        or guess < 1e-6
        or loss <= 1.05 * guess
        or loss <= 1.05 * min(session.course.watch.recent)
    ):
        return None
    text = f"Unstable: after {session.updates:,} updates the loss {loss:.3g} is still worse than that of a constant guess ({guess:.3g}): the steps are too large."
    return Advice("unstable", text, *_smaller_steps(session, "Take"))


def _stuck(session: Session) -> Advice | None:
    recent, guess = session.course.watch.recent, session.baselines["train.baseline_loss"]
    middle = statistics.median(recent)
    if (
        session.experiment.rule.kind == "perceptron"
        or max(recent) - min(recent) > 1e-3 * abs(middle)
        or middle < 0.3 * guess
    ):
        return None
    length = float(np.linalg.norm(session.learner.gradient()))
    if not math.isfinite(length) or length > 1e-2 * max(guess, 1e-12):
        return None
    stays = f"Stuck: the loss stays at {middle:.3g}."
    if not session.experiment.layers and _output_saturated(session):
        return _lost_slope(session, stays)
    if not session.experiment.layers and session.last.get("train.accuracy", 0.0) < 1:
        return Advice(
            "stuck",
            f"{stays} {_limit(session)}",
            "Add a hidden layer",
            (("layers", (Dense(name="h1", units=FIRST_UNITS),)),),
        )
    quiet = " ".join(quiet_units(session))
    if quiet and middle >= 0.9 * session.course.watch.first_loss:
        offer, edits = _smaller_steps(session, "Rewind with")
        return Advice(
            "stuck",
            f"{stays} {quiet} Steps that were too large (η = {_rate(session):g}) have thrown the weights there.",
            offer,
            edits,
            rewind=True,
        )
    if not quiet and _output_saturated(session):
        return _lost_slope(session, stays)
    reason = quiet or "No small step makes it better; other starting weights may find a way."
    return Advice("stuck", f"{stays} {reason}", "New start")


def _output_saturated(session: Session) -> bool:
    """Whether the output's activation sits at the end of its range for nearly all samples: hardly any gradient
    passes."""
    train = session.prepared.train[:2000]
    layer = session.blueprint.output
    _, values = session.learner.trace(session.prepared.x[train], layer.name)[layer.name]
    place = _place(layer.acts, values)
    return place is not None and float((place >= EDGE).mean()) >= MOSTLY


def _lost_slope(session: Session, stays: str) -> Advice:
    """Of a saturated output; with another loss the gradient would not have to pass through the activation."""
    experiment = session.experiment
    name = type(session.blueprint.output.acts).label.lower()
    text = f"{stays} The output is saturated: the {name} sits at the end of its range for nearly all samples, where its slope is almost zero."
    if statistics.median(session.course.watch.recent) > 1.1 * session.course.watch.first_loss:
        offer, edits = _smaller_steps(session, "Rewind with")
        return Advice(
            "stuck",
            f"{text} Steps that were too large (η = {_rate(session):g}) have thrown the weights there.",
            offer,
            edits,
            rewind=True,
        )
    if experiment.task.aim == "classes" and experiment.loss.kind != "cross_entropy":
        return Advice(
            "stuck",
            f"{text} With cross-entropy the gradient would not vanish.",
            "Take cross-entropy",
            (("loss.kind", "cross_entropy"),),
        )
    return Advice("stuck", text, "New start")


def _limit(session: Session) -> str:
    """What a network without a hidden layer cannot do."""
    if session.experiment.task.aim == "classes":
        return "Without a hidden layer the network has only straight borders, and no straight border separates these samples."
    return "Without a hidden layer the network can lay only a straight line or a plane through the samples."


def quiet_units(session: Session) -> tuple[str, ...]:
    """A sentence for every hidden layer that has dead or saturated units on the training part."""
    return tuple(
        sentence for layer, dead, saturated in _quiet(session) for sentence in quiet_units_of(layer, dead, saturated)
    )


def _quiet(session: Session) -> Iterator[tuple[str, np.ndarray, np.ndarray]]:
    """Every hidden layer as it is spoken of, which of its units are dead, and which saturated, (units,) bool, on the
    training part."""
    train = session.prepared.train[: 2000 if len(session.prepared.shape) == 1 else 200]
    trace = session.learner.trace(session.prepared.x[train])
    names = tuple(layer.name for layer in session.experiment.layers)
    for placed in session.blueprint.own[:-1]:
        acts = placed.layer.acts
        sums, values = (by_unit(numbers, placed.outputs) for numbers in trace[placed.name])
        yield spoken(placed.name, names), dead_units(acts, sums, values), saturated_units(acts, values)


def quiet_units_of(layer: str, dead: np.ndarray, saturated: np.ndarray) -> list[str]:
    """The sentences for one layer; dead and saturated are (units,) bool."""
    return [
        *_named(layer, dead, "dead: they answer 0 to nearly every sample, so no gradient passes"),
        *_named(
            layer, saturated & ~dead, "saturated: they sit at the end of their range, so hardly any gradient passes"
        ),
    ]


def _named(layer: str, units: np.ndarray, what: str) -> list[str]:
    if not units.any():
        return []
    numbers = ", ".join(str(unit + 1) for unit in np.flatnonzero(units)[:8])
    more = " …" if units.sum() > 8 else ""
    return [f"In {layer}, {units.sum()} of {len(units)} units ({numbers}{more}) are {what}."]


def dead_units(activation: Activation, sums: np.ndarray, values: np.ndarray) -> np.ndarray:
    """(units,) bool: slope and value are zero for 99 % of the samples. sums (samples, sums), values (samples,
    units)."""
    if activation.kind == "step" or activation.pieces > 1:
        return np.zeros(values.shape[1], dtype=bool)
    with np.errstate(all="ignore"):
        flat = np.abs(activation.slope(sums.astype(np.float64))) < 1e-12
    return (flat & (np.abs(values) < 1e-6)).mean(axis=0) >= QUIET


def saturated_units(activation: Activation, values: np.ndarray) -> np.ndarray:
    """(units,) bool: beyond 0.99 of the activation's range for 99 % of the samples; values (samples, units)."""
    place = _place(activation, values)
    return np.zeros(values.shape[1], dtype=bool) if place is None else (place >= EDGE).mean(axis=0) >= QUIET


def _place(activation: Activation, values: np.ndarray) -> np.ndarray | None:
    """How near values are to an end of the activation's range, 0 … 1 at the end; None of an activation that does not
    saturate."""
    low, high = activation.limits
    if low is None or high is None or activation.kind in ("step", "sine"):
        return None
    return np.abs((values - low) / (high - low) * 2 - 1)
