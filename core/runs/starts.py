"""Runs of one recipe that differ in their luck alone: starting weights, order of the samples, masks of dropout.

What they have in common is built once: samples, yardsticks, the kernel's tables and room for its answers. A start is
then no `Session` but a vector, an order and one call of the kernel, and gives the same numbers to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.data.batches import batch_size, order
from core.data.preparation import Prepared
from core.engines.engine import GOING, Looks
from core.engines.exam import Exam
from core.engines.fused.averages import Averages
from core.engines.fused.batch_inference import BatchInference
from core.engines.fused.call import Call
from core.engines.fused.coverage import is_tallied
from core.engines.fused.native import places
from core.engines.fused.plan import plan, prefixes
from core.experiment import Experiment
from core.history.columns import Columns, joined
from core.history.state import StopState
from core.networks.blueprint import Blueprint, blueprint_of
from core.networks.shapes import total
from core.runs.outcome import Outcome
from core.runs.seeds import START
from core.training import evaluation, stop_rules
from core.training.evaluation import Yardsticks
from core.training.rates import RateFactors, rates_of
from core.training.update_loop import LARGEST

MOST = 256  # evaluations of one call
ROOM = 1 << 18  # numbers that their answers, and as many that their parameters, may take
UNWATCHED = StopState()


def reason_against_starts(experiment: Experiment) -> str:
    """Why a run of this experiment that the kernel makes needs a `Session` all the same, in one sentence; "" where it
    does not."""
    if not stop_rules.decides_nothing(experiment) or experiment.stop.epochs:
        return "A rule looks at every evaluation."
    return ""


def alike(one: Experiment, other: Experiment) -> bool:
    """Whether two experiments differ in their luck alone."""
    luck = {name: getattr(one.seeds, name) for name in START}
    return other.model_copy(update={"seeds": other.seeds.model_copy(update=luck)}) == one


class Starts:
    """The room of one thread for runs of one recipe."""

    def __init__(self, experiment: Experiment, prepared: Prepared, yardsticks: Yardsticks) -> None:
        from core.engines.fused import programs  # brings llvmlite: only where it is used

        advance, look = (programs.function(name, experiment.dtype) for name in ("advance", "look"))
        assert advance and look, "the programs have to be at hand"
        self.recipe, self._prepared, self._yardsticks = experiment, prepared, yardsticks
        self._blueprint = blueprint = blueprint_of(experiment, prepared)
        self._size, samples = total(blueprint.slots), len(prepared.train)
        self._vector = np.zeros(self._size, experiment.dtype)
        self._looker = BatchInference(look, blueprint)
        self._call = Call(advance, self._vector, prepared.x.shape[1], prepared.outputs)
        self._plan = plan(blueprint, batch_size(experiment, samples))
        self._orders = self._call.take_plan(self._plan, samples)
        self._dead = np.zeros(self._size, bool)
        for place, array in ((places.AT_X, prepared.x), (places.AT_T, prepared.targets)):
            self._call.point(place, np.array(array[prepared.train], experiment.dtype, order="C"))
        self._call.point(places.AT_DEAD, self._dead)
        self._factors = RateFactors(experiment.schedule)
        self._room = self._looks()

    def fits(self, experiment: Experiment) -> bool:
        """Whether an experiment is of this recipe."""
        return alike(self.recipe, experiment)

    def run(self, experiment: Experiment, updates: int, halt: Callable[[], bool] = lambda: False) -> Outcome | None:
        """One run from its start to `updates` updates, or as many as its stop rules allow; None where it gets so far
        beyond all bounds that the rules have to look at it one by one, or where `halt()` says so on the way."""
        most = min(updates, experiment.stop.updates or updates)
        self._begin(experiment)
        parts = [self._first_figures()]
        guess = self._yardsticks.baselines["train.baseline_loss"]
        bound = stop_rules.FAR * max(float(parts[0]["train.loss"][0]), guess)
        while self._made < most:
            if halt():
                return None
            part = self._advance(most)
            if part is None or not (part["train.loss"] <= bound).all():
                return None
            parts.append(part)
        ended = "finished" if 0 < most == experiment.stop.updates else ""
        return Outcome(experiment, most, ended, joined(parts), self._vector.copy())

    def _begin(self, experiment: Experiment) -> None:
        """The start of a run: its weights, no memory, the first order."""
        blueprint = Blueprint(experiment, self._blueprint.shape, self._blueprint.outputs)
        self._vector[:] = blueprint.start_vector()
        self._averages, self._made, self._samples, self._dead[:] = Averages(), 0, 0, False
        self._plan.prefixes[:] = prefixes(blueprint)
        self._orders[:] = order(experiment, self._orders.shape[1], 0)
        self._call.state[:] = 0

    def _advance(self, most: int) -> Columns | None:
        """Updates up to `most`, as many as one call has room for; the evaluations among them. None where a number has
        grown beyond all bounds."""
        due, call = self._due(most), self._call
        looks, end = self._room.at(due), int(due[-1])
        self._averages.lend(call, self.recipe.optimizer)
        call.take_looks(looks)
        call.state[places.TAKEN] = 0
        call.advance(self._rates(end), stop_rules.NEVER, GOING)
        self._averages.keep_counts(call)
        seen = self._samples + looks.seen
        self._made, self._samples = end, int(seen[-1])
        if not (np.abs(looks.vectors) < LARGEST).all():
            return None
        figures = evaluation.evaluate_many(self._blueprint, self._prepared, looks)
        return self._counts(due, seen) | figures

    def _due(self, most: int) -> np.ndarray:
        """The coming evaluations there is room for, and the end of the run where it comes before them."""
        every = self.recipe.evaluate_every
        first = self._made // every + 1
        due = every * np.arange(first, first + len(self._room.due))
        return due if due[-1] < most else np.append(due[due < most], most)

    def _rates(self, end: int) -> np.ndarray:
        """The learning rate of every update up to `end`."""
        parts, at = [], self._made
        while at < end:
            parts.append(self._factors.of(at, end - at))
            at += len(parts[-1])
        return self.recipe.optimizer.lr * (parts[0] if len(parts) == 1 else np.concatenate(parts))

    def _first_figures(self) -> Columns:
        """The evaluation of a start."""
        exam, nothing = self._room.exam, np.zeros(1, np.int64)
        answers = self._looker.outputs(self._vector[None], self._prepared.x[exam.places])
        penalty = evaluation.penalty_of(self._blueprint, self._vector)
        figures = evaluation.figures_of_answers(self._blueprint, self._prepared, exam, answers)
        return self._counts(nothing, nothing) | {"penalty": np.array([penalty])} | figures

    def _counts(self, updates: np.ndarray, samples: np.ndarray) -> Columns:
        """What an evaluation says besides its figures, after `updates` (n,), with so many `samples` seen (n,)."""
        return {
            "update": updates.astype(float),
            "epoch": samples / self._yardsticks.train_size,
            "samples": samples.astype(float),
            "lr": rates_of(self.recipe, UNWATCHED, updates),
        }

    def _looks(self) -> Looks:
        """Room for the evaluations of one call."""
        exam = Exam.of(self._prepared, self._vector.dtype)
        count = max(1, min(MOST, ROOM // max(len(exam.places) * self._prepared.outputs, self._size)))
        return Looks.room(count, exam, self._size, tallied=is_tallied(self._blueprint))
