"""Question: which starts are made to see what luck does to a run."""

from __future__ import annotations

import json

from core.experiment import Experiment
from core.frozen import frozen
from core.messages import BadInput
from core.studies.study import Study

FEW, MORE, MANY = 20, 100, 1000  # starts
SIZES = (FEW, MORE, MANY)
DATA, WEIGHTS, ORDER = "data and split", "weights", "order"
SEEDS = {DATA: ("data",), WEIGHTS: ("weights",), ORDER: ("batches", "dropout")}  # that each of these words stands for
OTHERS = {DATA: "data and splits", WEIGHTS: "weights", ORDER: "orders"}
ANEW = "the settings of now from update 0 on"
KEPT = {WEIGHTS: "with these weights", ORDER: "in this order"}


@frozen
class Question:
    """`count` starts of an experiment, each after `updates` updates or where its stop rules end it. They differ in the
    `luck` that is named, words of `SEEDS`; the first has the experiment's own, that of the others follows from 1, 2, …
    as `run --seed` has it. `changed`: the run in the window came here with other settings, or with weights set by hand;
    none of the starts is that run, they all have the settings of now from update 0 on."""

    experiment: Experiment
    updates: int
    count: int = FEW
    luck: tuple[str, ...] = (WEIGHTS, ORDER)
    changed: bool = False

    @property
    def seeds(self) -> tuple[str, ...]:
        """The names of the seeds that differ."""
        return tuple(seed for words in self.luck for seed in SEEDS[words])

    @property
    def experiments(self) -> tuple[Experiment, ...]:
        """One for each start, in their order."""
        study = Study(self.experiment, starts=self.count, luck=self.seeds)
        return tuple(trial.experiment for trial in study.trials())

    @property
    def words(self) -> str:
        """ "20 starts · same data and split · other weights and order"; what was changed on the way is said first."""
        how = f" with {ANEW}" if self.changed else ""
        return " · ".join(filter(None, (f"{self.count:,} starts{how}", same(self.same), self.other)))

    @property
    def same(self) -> list[str]:
        """What is not drawn anew, words of `SEEDS`."""
        return [words for words in SEEDS if words not in self.luck]

    @property
    def other(self) -> str:
        """ "other weights and order"."""
        return f"other {joined([words for words in SEEDS if words in self.luck])}"

    def dumps(self) -> str:
        """As JSON."""
        plain = {"experiment": self.experiment.dumps(), "updates": self.updates, "count": self.count}
        return json.dumps(plain | {"luck": self.luck, "changed": self.changed})

    @classmethod
    def loads(cls, text: str) -> Question:
        """What `dumps` wrote; `BadInput` where it is none."""
        try:
            found = json.loads(text)
            experiment, luck = Experiment.loads(found["experiment"], "starts"), tuple(map(str, found["luck"]))
            return cls(experiment, int(found["updates"]), int(found["count"]), luck, bool(found["changed"]))
        except (KeyError, TypeError, json.JSONDecodeError) as error:
            raise BadInput("starts", "", "cannot be read") from error

    @property
    def about(self) -> str:
        """What may be concluded from them: "about other starts on these data and this split"."""
        other = [OTHERS[words] for words in SEEDS if words in self.luck and words != DATA]
        starts = "starts" if len(other) == 2 else joined(other)
        if DATA in self.luck:
            return f"about other {joined(list(filter(None, (OTHERS[DATA], starts))))}"
        kept = [KEPT[words] for words in (WEIGHTS, ORDER) if words not in self.luck]
        return " ".join([f"about other {starts} on these data and this split", *kept])


def same(words: list[str]) -> str:
    """ "same data and split"; "" of nothing."""
    return f"same {joined(words)}" if words else ""


def joined(words: list[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
