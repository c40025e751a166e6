"""Paired: two experiments from the same starts, and what may be said of the two."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Sequence

from core.documents.edits import get
from core.experiment import Experiment
from core.frozen import frozen
from core.luck.found import figure_words, written
from core.luck.question import DATA, FEW, ORDER, WEIGHTS, Question, same
from core.luck.start import Start
from core.messages import BadInput
from core.runs.statistics import CONFIDENCE, Interval, SignTest, median_difference, sign_test, sign_words
from core.studies.result import falls

CAUTION = "Same luck removes one cause of difference, not all; each side is shown with these settings, not at its best."
WHERE = "pairs"
OF_DATA = ("data", "inputs", "task", "seeds.data")
OWN_DATA = "each its own data, the same in every start"
NOT_COMPARED = "The two have no figure in common: their losses are not the same."


@frozen
class PairedQuestion:
    """`count` pairs of starts: in each, both sides have the same luck. `updates` are those after which each side ends;
    `names` what they are called. The first pair has each side's own luck."""

    sides: tuple[Experiment, Experiment]
    updates: tuple[int, int]
    names: tuple[str, str] = ("A", "B")
    count: int = FEW
    luck: tuple[str, ...] = (WEIGHTS, ORDER)

    @property
    def questions(self) -> tuple[Question, Question]:
        """That of each side."""
        first, second = (
            Question(side, updates, self.count, self.luck)
            for side, updates in zip(self.sides, self.updates, strict=True)
        )
        return first, second

    @property
    def words(self) -> str:
        """ "20 starts of each · same data and split · other weights and order"."""
        question = self.questions[0]
        kept = [words for words in question.same if words != DATA or not self.own_data]
        own = OWN_DATA if self.own_data and DATA in question.same else ""
        parts = (f"{self.count:,} starts of each", own, same(kept), question.other)
        return " · ".join(filter(None, parts))

    @property
    def own_data(self) -> bool:
        """Whether the sides learn from other samples, or from the same ones given or parted otherwise."""
        one, other = self.sides
        validation = one.effective_validation_share != other.effective_validation_share
        return validation or any(get(one, path) != get(other, path) for path in OF_DATA)

    @property
    def figures(self) -> tuple[str, ...]:
        """What both sides can be compared by, the usual one first: the loss where it is the same one, else what both
        watch."""
        one, other = self.sides
        alike = one.loss == other.loss and one.output.targets == other.output.targets
        measures = [side.task.watched().name for side in self.sides]
        names = (("loss",) if alike else ()) + ((measures[0],) if measures[0] == measures[1] != "loss" else ())
        return tuple(f"{part}.{name}" for name in names for part in ("test", "train"))

    def dumps(self) -> str:
        """As JSON."""
        sides = [side.dumps() for side in self.sides]
        plain = {"sides": sides, "updates": self.updates, "names": self.names, "count": self.count, "luck": self.luck}
        return json.dumps(plain)

    @classmethod
    def loads(cls, text: str) -> PairedQuestion:
        """What `dumps` wrote; `BadInput` where it is none."""
        try:
            found = json.loads(text)
            one, other = (Experiment.loads(side, WHERE) for side in found["sides"])
            (first, second), (name, beside) = map(int, found["updates"]), map(str, found["names"])
            luck = tuple(map(str, found["luck"]))
            return cls((one, other), (first, second), (name, beside), int(found["count"]), luck)
        except BadInput:
            raise
        except (KeyError, TypeError, ValueError) as error:
            raise BadInput(WHERE, "", "cannot be read") from error


@frozen(eq=False)
class Paired:
    """`pairs` are those of which both starts there are, in their order, at least one; all is told of the figure
    `name`."""

    question: PairedQuestion
    name: str
    pairs: tuple[tuple[Start, Start], ...]

    @property
    def falling(self) -> bool:
        """Whether the figure is the better the smaller it is."""
        return falls(self.name)

    @functools.cached_property
    def lines(self) -> tuple[tuple[float, float], ...]:
        """What the first side of each pair came to, and what the second did. A run that has diverged came to what is
        worse than all others: infinity, or its opposite."""
        return tuple((self._figure(first), self._figure(second)) for first, second in self.pairs)

    @functools.cached_property
    def test(self) -> SignTest:
        """How often the second side is lower, higher, the same."""
        first, second = zip(*self.lines, strict=True)
        return sign_test(first, second)

    @functools.cached_property
    def difference(self) -> tuple[float, Interval | None]:
        """The median of second − first, and the interval in which it lies (order statistics), None of too few pairs;
        over those pairs whose difference is a number."""
        first, second = zip(*self.lines, strict=True)
        return median_difference(first, second)

    @property
    def sentence(self) -> str:
        """ "B ends lower in 15 of 20 starts (sign test, p = 0.04)."; that the two are not told apart, where they are
        not."""
        return sign_words(self.test, self.question.names[1])

    @property
    def how_much(self) -> str:
        """ "The median difference B − A of the test loss is −0.012, a 95 % interval of −0.03 to −0.002 (order
        statistics)."; "" where there is none."""
        median, interval = self.difference
        if math.isnan(median):
            return ""
        first, second = self.question.names
        label = figure_words(self.question.sides[0], self.name)
        about = f"The median difference {second} − {first} of the {label} is {self._signed(median)}"
        if interval is None:
            return f"{about}; of so few pairs there is no interval."
        low, high = self._signed(interval.low), self._signed(interval.high)
        return f"{about}, a {100 * CONFIDENCE:.0f} % interval of {low} to {high} (order statistics)."

    @property
    def about(self) -> str:
        """What may be concluded from them, and what not."""
        return f"This is {self.question.questions[0].about}. {CAUTION}"

    def _figure(self, start: Start) -> float:
        value = start.figures.get(self.name, math.nan)
        worst = math.inf if self.falling else -math.inf
        return worst if start.diverged or math.isnan(value) else value

    def _signed(self, value: float) -> str:
        text = written(self.question.sides[0], self.name, value)
        return f"+{text}" if value > 0 else text


def paired(question: PairedQuestion, starts: Sequence[Sequence[Start]], name: str = "") -> Paired | None:
    """Of the starts of both sides, those that stand in pairs, told of a figure, the usual one where none is named; None
    where there is no pair yet, or no such figure."""
    first, second = ({start.number: start for start in side} for side in starts)
    pairs = tuple((first[number], second[number]) for number in sorted(first.keys() & second.keys()))
    known = [each for each in question.figures if pairs and all(each in start.figures for start in pairs[0])]
    chosen = name if name in known else next(iter(known), "")
    return Paired(question, chosen, pairs) if chosen else None
