"""The rules that look at a run's evaluations: divergence, stop rules, plateau, the goal. They return values: what is
remembered from now on, and what is to happen."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np

from core.experiment import Experiment
from core.families.diagnosis import RECENT
from core.frames import Best
from core.frozen import frozen
from core.history.columns import Columns, rows_of
from core.history.state import State, StopState
from core.messages import number_words

PATIENCE_ABOVE = 3  # evaluations far above every yardstick that count as divergence
NEVER = 1 << 62  # more updates or samples than any run makes
FAR = 10.0  # "far above": this many times the larger of the starting loss and the best constant answer's

Weights = tuple[np.ndarray, dict[str, np.ndarray]]  # parameters (P,) and running statistics


@frozen
class Sight:
    """What the rules see besides an evaluation: the run's state, the best constant answer's loss `guess` on the
    training part, whether every parameter is `finite`, and copies of the `weights` where they are asked for."""

    state: State
    guess: float
    finite: bool
    weights: Callable[[], Weights]

    @property
    def experiment(self) -> Experiment:
        return self.state.experiment

    @property
    def may_end(self) -> bool:
        """Whether stop rules may end the run at all."""
        return not (self.state.lifted or self.state.ended)


@frozen
class Verdict:
    """What an evaluation leads to: `ended` with its `reason`, "" where the run goes on; the words of a `goal` that was
    reached; whether the best weights are to be taken back (`back`)."""

    ended: str = ""
    reason: str = ""
    goal: str = ""
    back: bool = False


GOES_ON = Verdict()


# Limits


def limits(state: State) -> tuple[int, float]:
    """The updates and epochs at which the stop rules end the run."""
    stop = state.experiment.stop
    if state.lifted:
        return NEVER, math.inf
    return stop.updates or NEVER, stop.epochs or math.inf


def limits_reached(state: State, epochs: float) -> bool:
    """Whether the run has made all the updates or `epochs` that its stop rules allow."""
    most_updates, most_epochs = limits(state)
    return state.updates >= most_updates or epochs >= most_epochs


def limit_words(state: State) -> str:
    """Which limit was reached."""
    stop = state.experiment.stop
    return (
        f"all {stop.updates:,} updates are made"
        if 0 < stop.updates <= state.updates
        else f"all {stop.epochs:g} epochs are made"
    )


def best_of(watch: StopState, state: State) -> Best | None:
    """The update that early stopping would take back; None where it is off, or has seen nothing yet."""
    patience = state.experiment.stop.patience
    if patience == 0 or state.lifted or watch.best_parameters is None:
        return None
    return _best(watch, max(0, patience - watch.bad))


def _best(watch: StopState, left: int) -> Best:
    return Best(watch.best_update, watch.best_loss, left, watch.set_aside)


# Evaluations


def look(watch: StopState, row: Mapping[str, float], sight: Sight) -> tuple[StopState, Verdict]:
    """What is remembered after one more evaluation, and whether a rule ends the run."""
    watch = _remembering(watch, np.array([row["train.loss"]]), np.array([row["lr"]]))
    watch, diverged = _diverged(watch, row["train.loss"], sight)
    if diverged:
        return watch, Verdict("diverged", "diverged: the loss has grown beyond all bounds")
    watch, goal = _goal(watch, row, sight)
    watch = _plateau(watch, row, sight)
    verdict = _target(row, sight)
    if not verdict.ended:
        watch, verdict = _patience(watch, row, sight)
    return watch, replace(verdict, goal=goal) if goal else verdict


def look_by_hand(watch: StopState, row: Mapping[str, float], sight: Sight) -> tuple[StopState, Verdict]:
    """What is remembered after weights were set by hand: a goal that they reach counts, nothing else is decided."""
    watch, goal = _goal(watch, row, sight, by_hand=True)
    return watch, Verdict(goal=goal)


def decides_nothing(experiment: Experiment) -> bool:
    """Whether evaluations change nothing as long as the run does not diverge: no rule waits for them."""
    return not experiment.schedule.watches and experiment.stop.target is None and experiment.stop.patience == 0


def look_at_many(watch: StopState, columns: Columns, experiment: Experiment, guess: float) -> StopState | None:
    """What is remembered after evaluations in a row where nothing is to be said of any; None where something is."""
    losses, goal = columns["train.loss"], experiment.goal
    yardstick = max(watch.first_loss, guess)
    if not (np.isfinite(losses) & (losses <= FAR * yardstick)).all():
        return None
    missed, lowest = watch.goal_missed, watch.goal_lowest
    if goal is not None and goal.stands(experiment.loss.kind) and watch.goal_update < 0:
        figures = columns.get(goal.metric, np.zeros(0))
        seen = figures[~np.isnan(figures)].tolist()
        reached = [goal.reached(figure) for figure in seen]
        if any(reached) and (missed or not (goal.has_to_be_missed_first and all(reached))):
            return None
        missed = missed or False in reached
        lowest = min([lowest, *(figure for figure in seen if not goal.reached(figure))])
    return replace(_remembering(watch, losses, columns["lr"]), above=0, goal_missed=missed, goal_lowest=lowest)


def look_at_each(
    watch: StopState, columns: Columns, state: State, guess: float, weights: Callable[[int], Weights]
) -> tuple[StopState | None, int | None]:
    """The same where a rule waits for evaluations: None, and the update, where something is to be said of one.
    `weights` are those that an evaluation was made at, by its place."""
    for place, row in enumerate(rows_of(columns)):
        here = state._replace(updates=int(row["update"]))
        after, verdict = look(watch, row, Sight(here, guess, finite=True, weights=functools.partial(weights, place)))
        if verdict != GOES_ON or _factor(after) != _factor(watch):
            return None, here.updates
        watch = after
    return watch, None


def _factor(watch: StopState) -> float:
    """What the plateaus so far multiply the learning rate by."""
    return watch.plateau["factor"] if watch.plateau else 1.0


def _remembering(watch: StopState, losses: np.ndarray, rates: np.ndarray) -> StopState:
    """With the losses (n,) and learning rates (n,) of evaluations in a row."""
    newest: list[float] = losses[-RECENT:].tolist()
    return replace(
        watch,
        first_loss=newest[0] if math.isnan(watch.first_loss) else watch.first_loss,
        lowest_loss=min(watch.lowest_loss, float(losses.min())),
        highest_rate=max(watch.highest_rate, float(rates.max())),
        recent=(*watch.recent, *newest)[-RECENT:],
    )


def _diverged(watch: StopState, loss: float, sight: Sight) -> tuple[StopState, bool]:
    if not sight.experiment.rule.evaluates:  # wherever a hand puts it, nothing runs away
        return watch, False
    if not (math.isfinite(loss) and sight.finite):
        return watch, True
    yardstick = max(watch.first_loss, sight.guess)
    watch = replace(watch, above=watch.above + 1 if loss > FAR * yardstick else 0)
    return watch, watch.above >= PATIENCE_ABOVE


def _goal(watch: StopState, row: Mapping[str, float], sight: Sight, *, by_hand: bool = False) -> tuple[StopState, str]:
    """Of a goal that is reached for the first time, its words; a start that is there already has reached nothing."""
    goal, updates = sight.experiment.goal, sight.state.updates
    if goal is None or watch.goal_update >= 0 or not goal.stands(sight.experiment.loss.kind):
        return watch, ""
    figure = row.get(goal.metric, math.nan)
    if math.isnan(figure):
        return watch, ""
    if not goal.reached(figure):
        return replace(watch, goal_missed=True, goal_lowest=min(watch.goal_lowest, figure)), ""
    begun = watch.goal_missed if goal.has_to_be_missed_first else updates > 0 or by_hand
    if not begun:
        return watch, ""
    words = goal.text or f"goal reached: {goal.metric} {figure:.3g}"
    if goal.has_to_be_missed_first and watch.goal_lowest < math.inf:
        words += f"; its lowest was {number_words(watch.goal_lowest)}"
    return replace(watch, goal_update=updates), words


def _plateau(watch: StopState, row: Mapping[str, float], sight: Sight) -> StopState:
    schedule = sight.experiment.schedule
    if schedule.watches and "validation.loss" in row:
        return replace(watch, plateau=schedule.next(watch.plateau, row["validation.loss"]))
    return watch


def _target(row: Mapping[str, float], sight: Sight) -> Verdict:
    stop = sight.experiment.stop
    if stop.target is None or not sight.may_end or row.get(f"{stop.target_part}.loss", math.inf) > stop.target:
        return GOES_ON
    if sight.experiment.loss.summed and stop.target < 1:
        return Verdict("finished", "no mistake left")
    return Verdict("finished", f"the target is reached, a {stop.target_part} loss of at most {stop.target:g}")


def _patience(watch: StopState, row: Mapping[str, float], sight: Sight) -> tuple[StopState, Verdict]:
    stop = sight.experiment.stop
    if stop.patience == 0 or not sight.may_end or "validation.loss" not in row:
        return watch, GOES_ON
    loss = row["validation.loss"]
    if loss < watch.best_loss:
        parameters, buffers = sight.weights()
        best = replace(watch, best_loss=loss, best_update=sight.state.updates, bad=0)
        return replace(best, best_parameters=parameters, best_buffers=buffers), GOES_ON
    watch = replace(watch, bad=watch.bad + 1)
    if watch.bad < stop.patience or watch.best_parameters is None:
        return watch, GOES_ON
    words = f"stopped early: the weights of update {watch.best_update:,}, the best on the validation part, are restored"
    words += _best(watch, 0).reserve
    return watch, Verdict("finished", words, back=True)
