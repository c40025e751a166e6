"""Tasks: what a network is asked to do."""

from typing import ClassVar

import numpy as np

from core.families.dataset import Shape, Table, TaskKind
from core.families.learned import Learned, Samples
from core.families.loss import Loss
from core.families.measure import Measure
from core.families.player import Player
from core.frozen import frozen
from core.params import Component
from core.registry import kinds


@frozen
class Posed:
    """Encoded samples x (samples, features) in a shape, and targets (samples, outputs)."""

    x: np.ndarray
    shape: Shape
    targets: np.ndarray


class Task(Component):
    """What a network is asked to do; names the figures that tell how well it does."""

    family: ClassVar[str] = "tasks"
    aim: ClassVar[TaskKind] = "classes"  # what the outputs say, and with it which losses fit
    suits: ClassVar[TaskKind | None] = None  # which losses fit, where `aim` does not say it
    single: ClassVar[bool] = True  # an answer is one class or one number, not a picture
    makes_samples: ClassVar[bool] = False  # what comes out, or what one of its players makes, is a sample like the data
    imitates: ClassVar[bool] = False  # all samples are of one kind, real ones, and others are made like them
    tells_losses: ClassVar[bool] = False  # the losses of several players are among its own `figures`
    origins: ClassVar[
        tuple[str, ...]
    ] = ()  # where samples are imitated: how those that were made are called, and real ones
    needs: ClassVar[str] = ""  # what data it needs, where not all will do: "needs …"
    noise_fields: ClassVar[tuple[str, ...]] = ()  # where a person says what its second player begins with
    sample_fields: ClassVar[tuple[str, ...]] = ()  # and what that puts upon its samples
    learner_field: ClassVar[str] = ""  # where a person says who of several players learns: "both" or a name
    steps_field: ClassVar[str] = ""  # where a person says how many steps the first player makes for one of the others
    score: ClassVar[str] = "accuracy"  # the figure beside the loss: accuracy or r2
    score_label: ClassVar[str] = "Accuracy"
    measures: ClassVar[
        tuple[Measure, ...]
    ] = ()  # what a person may watch beside the loss, the usual one first; empty: the score alone

    @classmethod
    def kind_of_loss(cls) -> TaskKind:
        """What the losses that fit say of themselves."""
        return cls.suits or cls.aim

    def outputs(self, table: Table) -> int:
        """How many outputs it takes; 0 where classes and values say that."""
        return 0

    def measures_of(self, answers: tuple[str, ...]) -> tuple[Measure, ...]:
        """The `measures` with those of yes-or-no questions of these names, where it asks some."""
        return self.measures

    def watched(self, name: str = "", answers: tuple[str, ...] = ()) -> Measure:
        """The measure of that name, or the usual one, where the data ask these `answers`."""
        choice = self.measures_of(answers) or (
            Measure(self.score, self.score_label, words="the mean", percent=self.score == "accuracy"),
        )
        return next((measure for measure in choice if measure.name == name), choice[0])

    def scores(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, float]:
        """The task's figures on a part: raw outputs (samples, k) and the true y (samples,)."""
        raise NotImplementedError

    by_sample: ClassVar[bool] = False  # the score of a part is the mean of what its samples add to it

    def shares(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> np.ndarray:
        """What each sample adds to the score, (samples,), whose mean is among the `scores`; raw outputs (samples, k),
        true y (samples,)."""
        raise NotImplementedError

    def scores_of_many(self, loss: Loss, outputs: np.ndarray, y: np.ndarray) -> dict[str, np.ndarray]:
        """`scores` for many evaluations at once: outputs (evaluations, samples, k) -> (evaluations,) for each figure,
        to the last bit the same."""
        rows = [self.scores(loss, each, y) for each in outputs]
        return {name: np.array([row[name] for row in rows]) for name in rows[0]}

    counts: ClassVar[bool] = False  # its scores follow from how many answers are right

    def scores_of_counts(self, right: np.ndarray, samples: int) -> dict[str, np.ndarray]:
        """`scores_of_many` where of so many samples `right` (evaluations,) were said as they are."""
        raise NotImplementedError

    def baseline(self, y_train: np.ndarray, y: np.ndarray) -> float:
        """The score that an answer without looking gets: the majority class, the mean."""
        raise NotImplementedError

    def pose(self, samples: Posed, seed: int) -> Posed:
        """What the network sees and should say, made of encoded samples and targets; most tasks change nothing."""
        return samples

    @property
    def damages(self) -> str:
        """What is done to a sample before the network sees it, such as "noise"; "none" for most."""
        return "none"

    @property
    def fresh_noise(self) -> float:
        """Standard deviation of the noise that every update draws anew and lays on what should be said: that is what
        the network sees then, instead of what `pose` made. 0 for most: the samples stay as they are."""
        return 0.0

    def input_shape(self, shape: Shape) -> Shape:
        """How what the network sees is laid out, where a sample has this shape."""
        return shape

    def players(self, own: Player, shape: Shape) -> tuple[Player, ...]:
        """The networks that learn, in the order of their turns and parameters: the experiment's own one comes first,
        under the name that it has here. `shape` is that of a sample."""
        return (own,)

    @property
    def learning(self) -> str:
        """The one player that learns now while the others are held still; "" for all."""
        return ""

    def wanted(self, player: str, loss: Loss, samples: int) -> np.ndarray:
        """What one of several players wants its judges to say of what it sees, so many samples of each kind: targets
        (rows, outputs)."""
        raise NotImplementedError

    def told_apart(self, loss: Loss, outputs: np.ndarray) -> np.ndarray:
        """The score of a player that has one: raw outputs (evaluations, rows, k) for what it sees -> (evaluations,)."""
        raise NotImplementedError

    def see(self, x: np.ndarray, shape: Shape) -> np.ndarray:
        """Encoded samples (n, features) of a shape as the network sees new ones: the part of `pose` that is the same
        for all."""
        return x

    def relabel(self, table: Table) -> Table:
        """The table with the classes that this task tells apart; most keep those of the data."""
        return table

    def loss_label(self, loss: Loss) -> str:
        """The loss as it is called in this task."""
        return loss.label_for(self.aim)

    def truth(self, prepared: Samples, places: np.ndarray) -> np.ndarray:
        """What `scores` compares the outputs with, for the samples at `places`."""
        return prepared.table.y[places]

    def figures(self, learned: Learned, part: str) -> dict[str, float]:
        """Further figures of a part by their whole names, such as "test.loss" of one of several players; they take the
        place of others."""
        return {}

    def yardsticks(self, loss: Loss, prepared: Samples, places: np.ndarray) -> dict[str, float]:
        """Further figures that no network has a hand in, for the samples at `places`."""
        return {}


def imitators() -> dict[str, str]:
    """The tasks that make samples like the data, kind -> label."""
    return {kind: cls.label for kind, cls in kinds(Task).items() if cls.imitates}
