"""Found: what may be said of starts that have been made."""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence

from core.experiment import Experiment
from core.experiment.parts import Goal
from core.frozen import frozen
from core.luck.band import Band, band
from core.luck.question import Question
from core.luck.start import Start
from core.messages import number_words, percent
from core.runs.statistics import share_words
from core.studies.figures import is_seen_afterwards, judge
from core.studies.result import falls
from core.studies.summary import SHARES, Spread
from core.studies.verdict import UNTESTED

COUNTED = ("mistakes", "bits_per_character")  # so many there are
SPENT = {"goal.update": "updates to the goal", "seconds": "seconds of a run", "updates": "updates"}
PARTS = {"train": "training", "test": "test", "validation": "validation"}


@frozen(eq=False)
class Found:
    """`starts` are those that there are, in their order, at least one."""

    question: Question
    starts: tuple[Start, ...]

    @property
    def name(self) -> str:
        """The figure that all is told of."""
        return self.starts[0].name

    @property
    def falling(self) -> bool:
        """Whether it is the better the smaller it is."""
        return falls(self.name)

    @functools.cached_property
    def spread(self) -> Spread:
        return Spread.of([start.figure for start in self.starts], falling=self.falling)

    @functools.cached_property
    def band(self) -> Band:
        return band(self.starts, falling=self.falling)

    @property
    def goal(self) -> Goal | None:
        """Where the figure has to arrive; None where there is no goal, or one that means nothing here."""
        goal = goal_of(self.question.experiment)
        return goal if goal is not None and goal.metric == self.name else None

    @property
    def reached(self) -> int | None:
        """How many ended at the goal; None where there is none."""
        goal = self.goal
        return None if goal is None else sum(goal.reached(start.figure) for start in self.starts)

    @property
    def sentence(self) -> str:
        """ "17 of 20 reach 97 %, a 95 % interval of 64 to 95 % (Wilson), about other starts on these data and this
        split."; without a goal the median and the middle 80 %."""
        diverged = sum(start.diverged for start in self.starts)
        return f"{self._come_to}." + (f" {diverged:,} diverged." if diverged else "")

    @property
    def _come_to(self) -> str:
        experiment, count = self.question.experiment, len(self.starts)
        reached, goal = self.reached, self.goal
        if reached is not None and goal is not None:
            return f"{share_words(reached, count, f'reach {goal_words(experiment, goal)}')}, {self.question.about}"
        (low, high), median = self.spread.band, self.spread.median
        said = [written(experiment, self.name, value) for value in (median, low, high)]
        label = figure_words(experiment, self.name)
        return f"Of {count:,} starts the median {label} is {said[0]}, the middle 80 % lie from {said[1]} to {said[2]}, {self.question.about}"

    @property
    def in_order(self) -> tuple[Start, ...]:
        """The starts by their figure, the best first; what has diverged comes last."""
        return self._by(self.name)

    @property
    def best_first(self) -> tuple[Start, ...]:
        """The best by the figure that one may choose by: that of the validation part, where there is one."""
        return self._by(judge(self.name, self.starts[0].figures))

    def _by(self, name: str) -> tuple[Start, ...]:
        sign = 1 if falls(name) else -1

        def place(start: Start) -> tuple[float, int]:
            value = start.figures[name]
            return (math.inf if math.isnan(value) else sign * value), start.number

        return tuple(sorted(self.starts, key=place))

    @property
    def untested(self) -> str:
        """What has to be known of the best of them: "The best of 20 by the test part has not been tested."; "" where
        it is chosen by another part."""
        name = judge(self.name, self.starts[0].figures)
        return UNTESTED.format(len(self.starts)) if is_seen_afterwards(name) else ""

    @property
    def examples(self) -> tuple[tuple[float, Start], ...]:
        """Five starts, each at the share of all (0.1 to 0.9) that are at least as good."""
        ordered = self.in_order
        return tuple((share, ordered[round(share * (len(ordered) - 1))]) for share in SHARES)


def goal_of(experiment: Experiment) -> Goal | None:
    """The goal of an experiment, where it means anything with its loss."""
    goal = experiment.goal
    return goal if goal is not None and goal.stands(experiment.loss.kind) else None


def goal_words(experiment: Experiment, goal: Goal) -> str:
    """What starts reach: "97 %", "a test loss of 0.05", "0 training mistakes"."""
    value = level_words(experiment, goal)
    if _in_percent(experiment, goal.metric):
        return value
    part, _, measure = goal.metric.partition(".")
    if part not in PARTS:
        return f"the goal ({goal.text.rstrip('.') or f'{goal.metric} {value}'})"
    words = figure_words(experiment, goal.metric)
    return f"{value} {words}" if measure in COUNTED else f"a {words} of {value}"


def level_words(experiment: Experiment, goal: Goal) -> str:
    """Where a goal lies: "97 %", "0.05"."""
    whole = goal.value == round(goal.value, 2)
    return (
        percent(goal.value)
        if whole and _in_percent(experiment, goal.metric)
        else written(experiment, goal.metric, goal.value)
    )


def figure_words(experiment: Experiment, name: str) -> str:
    """A figure as a person reads it: "test accuracy", "training loss"."""
    if name in SPENT:
        return SPENT[name]
    part, _, measure = name.partition(".")
    watched = experiment.task.watched(measure, experiment.data.answers)
    label = watched.label if watched.name == measure else measure.replace("_", " ")
    label = label if label[:2].isupper() or not label[1:2].isalpha() else f"{label[:1].lower()}{label[1:]}"
    return f"{PARTS.get(part, part)} {label}"


def written(experiment: Experiment, name: str, value: float) -> str:
    """A value of a figure: "98.5 %", "100 %", "0.031", "−2.2e11"."""
    if math.isfinite(value) and _in_percent(experiment, name):
        return percent(value, 0 if value in (0.0, 1.0) else 1)
    return number_words(value)


def _in_percent(experiment: Experiment, name: str) -> bool:
    measure = name.rpartition(".")[2]
    watched = experiment.task.watched(measure, experiment.data.answers)
    return watched.name == measure and watched.percent


def found(question: Question, starts: Sequence[Start]) -> Found | None:
    """None where there is no start yet."""
    return Found(question, tuple(sorted(starts, key=lambda start: start.number))) if starts else None
