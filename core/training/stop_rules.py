"""The rules that look at a run's evaluations: divergence, stop rules, plateau, the goal."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING, cast

import numpy as np

from core.families import Loss, Schedule
from core.training.columns import Columns

if TYPE_CHECKING:
    from core.history.snapshot import StopState
    from core.training.session import Session

RECENT = 12  # evaluations that the states in plain words look back on
PATIENCE_ABOVE = 3  # evaluations far above every yardstick that count as divergence
NEVER = 1 << 62  # more updates or samples than any run makes
FAR = 10.0  # "far above": this many times the larger of the starting loss and a constant guess's


def limits_reached(session: Session) -> bool:
    """Whether the run has made all the updates or epochs that its stop rules allow."""
    updates, epochs = limits(session)
    return session.updates >= updates or session.epochs >= epochs


def limits(session: Session) -> tuple[int, float]:
    """The updates and epochs at which the stop rules end the run."""
    stop = session.experiment.stop
    if session.lifted:
        return NEVER, math.inf
    return stop.updates or NEVER, stop.epochs or math.inf


def limit_words(session: Session) -> str:
    """Which limit was reached."""
    stop = session.experiment.stop
    return (
        f"all {stop.updates:,} updates are made"
        if 0 < stop.updates <= session.updates
        else f"all {stop.epochs:g} epochs are made"
    )


def look(session: Session, row: dict[str, float]) -> None:
    """Take note of one evaluation and end the run where a rule says so."""
    _remember(session, row["train.loss"])
    if _diverged(session, row["train.loss"]):
        session.end("diverged", "diverged: the loss has grown beyond all bounds")
        return
    _goal(session, row)
    _plateau(session, row)
    _target(session, row)
    _patience(session, row)


def decides_nothing(session: Session) -> bool:
    """Whether evaluations change nothing as long as the run does not diverge: no rule waits for them."""
    stop = session.experiment.stop
    return not cast(Schedule, session.experiment.schedule).watches and stop.target is None and stop.patience == 0


def look_at_many(session: Session, columns: Columns) -> bool:
    """Take note of evaluations in a row where nothing is to be said of any; False, and nothing noted, where something
    is."""
    losses, goal = columns["train.loss"], session.experiment.goal
    yardstick = max(session.watch.first_loss, session.baselines["train.baseline_loss"])
    if not (np.isfinite(losses) & (losses <= FAR * yardstick)).all():
        return False
    stands = goal is not None and goal.stands(session.experiment.loss.kind)
    if (
        goal is not None
        and stands
        and session.watch.goal_update < 0
        and any(map(goal.reached, columns.get(goal.metric, np.zeros(0)).tolist()))
    ):
        return False
    _change(session, recent=(*session.watch.recent, *losses[-RECENT:].tolist())[-RECENT:], above=0)
    return True


def _change(session: Session, **fields: object) -> StopState:
    session.watch = dataclasses.replace(session.watch, **fields)  # type: ignore[arg-type]
    return session.watch


def _remember(session: Session, loss: float) -> None:
    watch = session.watch
    first = loss if math.isnan(watch.first_loss) else watch.first_loss
    _change(session, first_loss=first, recent=(*watch.recent, loss)[-RECENT:])


def _diverged(session: Session, loss: float) -> bool:
    if not (math.isfinite(loss) and session.finite):
        return True
    yardstick = max(session.watch.first_loss, session.baselines["train.baseline_loss"])
    watch = _change(session, above=session.watch.above + 1 if loss > FAR * yardstick else 0)
    return watch.above >= PATIENCE_ABOVE


def _goal(session: Session, row: dict[str, float]) -> None:
    goal = session.experiment.goal
    if (
        goal is None
        or session.watch.goal_update >= 0
        or session.updates == 0
        or not goal.stands(session.experiment.loss.kind)
    ):
        return
    if goal.reached(row.get(goal.metric, math.nan)):
        _change(session, goal_update=session.updates)
        session.mark("goal", goal.text or f"goal reached: {goal.metric} {row[goal.metric]:.3g}")


def _plateau(session: Session, row: dict[str, float]) -> None:
    schedule = cast(Schedule, session.experiment.schedule)
    if schedule.watches and "validation.loss" in row:
        _change(session, plateau=schedule.next(session.watch.plateau, row["validation.loss"]))


def _target(session: Session, row: dict[str, float]) -> None:
    stop = session.experiment.stop
    if stop.target is None or session.lifted or session.ended:
        return
    if row.get(f"{stop.target_part}.loss", math.inf) <= stop.target:
        none_left = cast(Loss, session.experiment.loss).summed and stop.target < 1
        session.end(
            "finished",
            "no mistake left"
            if none_left
            else f"the target is reached, a {stop.target_part} loss of at most {stop.target:g}",
        )


def _patience(session: Session, row: dict[str, float]) -> None:
    stop = session.experiment.stop
    if stop.patience == 0 or session.lifted or session.ended or "validation.loss" not in row:
        return
    if row["validation.loss"] < session.watch.best_loss:
        _change(
            session,
            best_loss=row["validation.loss"],
            best_update=session.updates,
            best_parameters=session.vector(),
            best_buffers=session.network.buffers_as_numpy(),
            bad=0,
        )
        return
    watch = _change(session, bad=session.watch.bad + 1)
    if watch.bad >= stop.patience and watch.best_parameters is not None:
        session.take_back(watch.best_parameters, watch.best_buffers or {})
        session.end(
            "finished",
            f"stopped early: the weights of update {watch.best_update}, the best on the validation part, are restored",
        )
