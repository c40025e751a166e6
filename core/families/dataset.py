"""Data sets: where samples come from."""

import pathlib
from typing import ClassVar, Literal, Self

import numpy as np

from core.families.entry import Entry
from core.frozen import frozen
from core.params import Component, number

TaskKind = Literal["classes", "values", "answers"]


Geometry = Literal["plane", "curve", "table", "images", "sequence"]


Shape = tuple[
    int, ...
]  # of one sample, without the batch: (features,), (steps, features), (channels, length), (channels, height, width)


@frozen
class Table:
    """The samples of a data set before any preprocessing, in the data's own units.

    x: (samples, columns) float64, nan where a value is missing. y: (samples,) int64 class numbers, or float64 values.
    `classes` names the classes (empty for values). `domain` is what a plot shows of each column. `entries` say how a
    person writes the columns; there are none of data that nobody has written. `rows` names samples. The columns of a
    picture or a sequence are laid out as `shape` says, last axis first.
    """

    x: np.ndarray
    y: np.ndarray
    columns: tuple[str, ...]
    target: str
    classes: tuple[str, ...] = ()
    domain: tuple[tuple[float, float], ...] = ()
    geometry: Geometry = "plane"
    entries: tuple[Entry, ...] = ()
    rows: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()  # what a person should look at again: a column that gives the answer away
    target_domain: tuple[float, float] | None = None
    # of one sample whose columns are pixels (channels, height, width) or steps (steps, features); empty: a row
    shape: Shape = ()
    before: "Table | None" = None  # as the data gave it, where the task has given the samples other classes
    groups: np.ndarray | None = (
        # (samples,) int64 from 0 on: samples of one group, such as the letters of one name, are never divided between
        # the parts
        None
    )
    tests: np.ndarray | None = None  # (samples,) bool: whether a sample is of the test part, where the data say so
    answers: tuple[str, ...] = ()  # yes-or-no questions whose answers are the bits of y; the classes are combinations

    @property
    def typed(self) -> tuple[Entry, ...]:
        """What a person types to give a whole row."""
        return self.entries or tuple(map(Entry, self.columns))

    def named(self, outputs: int) -> tuple[str, ...]:
        """What so many outputs are called: by the answers that they give, or by their classes; () where by neither."""
        return next((names for names in (self.answers, self.classes) if names and len(names) == outputs), ())

    @property
    def sources(self) -> tuple[str, ...]:
        """The name of the original column of each column: those of 0 and 1 share one."""
        return tuple(entry.name for entry in self.typed for _ in entry.columns)


@frozen
class Guess:
    """What data are for where their file does not say it: the data with what was guessed; whether the values to be said
    are too large to be learned as they are; what was guessed and why, in words."""

    data: "Dataset"
    large: bool
    words: str


class Dataset(Component):
    """A source of samples."""

    family: ClassVar[str] = "datasets"
    geometry: ClassVar[Geometry] = "plane"
    noise_kind: ClassVar[str] = ""
    shelf: ClassVar[str] = "Planar classes"
    scaling: ClassVar[str] = "none"  # the scaling that a new experiment starts with
    lone_column: ClassVar[bool] = (
        False  # one input: a unit of it has two weights, and its whole weight space is a plane
    )
    of_the_world: ClassVar[bool] = False  # gathered, not made up: there are reasons beside the columns
    baseline_column: ClassVar[str] = ""  # a column (of few values) that alone already tells much: the rule to beat
    questions: ClassVar[int] = 0  # of samples that are all the answers to so many yes-or-no questions: how many
    between: ClassVar[tuple[str, ...]] = ()  # questions between the columns and the answer, which no column tells
    verdict: ClassVar[tuple[str, str]] = ("no", "yes")  # what a neuron that is asked them says: silent, firing
    train_share: float = number(
        0.5, 0.1, 0.9, step=0.1, above=0.0, maximum=1.0, label="Training share",
        help="The share of the samples that training sees; the rest is the test part, which drives nothing.",
    )  # fmt: skip

    sealed_share: float = number(
        0.0, 0, 0.5, step=0.1, minimum=0.0, below=1.0, label="Sealed share", advanced=True,
        help="The share of the test part that no figure, curve or picture shows until the envelope is opened: what is "
        "chosen by the rest has not been chosen by it. 0: none.",
    )  # fmt: skip
    sealable: ClassVar[bool] = True  # there may be samples that nobody has seen

    # samples follow each other in time: the training part is the past, the test part the future
    in_order: ClassVar[bool] = False
    end: ClassVar[str] = ""  # of texts: the sign after which something new begins

    @property
    def task(self) -> str:
        """The kind of the task that a new experiment gets."""
        return "classes"

    @property
    def tasks(self) -> tuple[str, ...]:
        """The kinds of all tasks that can be set with these data."""
        return (self.task,)

    @property
    def answers(self) -> tuple[str, ...]:
        """The yes-or-no questions that are asked of each sample, as far as they are known without computing the
        data."""
        return ()

    @property
    def sample_shape(self) -> Shape:
        """The shape of one sample as far as it is known without computing the data: that of pictures and sequences,
        else ()."""
        return ()

    @property
    def source(self) -> str:
        """The person's own file or folder that they come from; "" for all others."""
        return ""

    @property
    def unnamed(self) -> bool:
        """Whether the experiment's file leaves open what they are for, so that it has to be guessed."""
        return False

    def guess(self) -> Guess:
        """What they are for, guessed from their own file where they are `unnamed`."""
        raise NotImplementedError

    @property
    def blank(self) -> bool:
        """Whether there are no samples yet, since nothing is drawn."""
        return False

    @property
    def drops_gaps(self) -> bool:
        """Whether a sample with a gap is left out instead of filled."""
        return False

    @property
    def measured(self) -> tuple[float, str]:
        """What a difference of 1 is in the units in which values in time were measured: (100, "sunspots")."""
        return 1.0, ""

    @property
    def clock(self) -> tuple[float, float, str]:
        """The time of the first value in time that is asked for, the time from one to the next, and what it is counted
        in."""
        return 1.0, 1.0, "step"

    def words(self) -> tuple[str, ...]:
        """The words, such as names, that the samples are places of; none for most."""
        return ()

    def anchored(self, folder: str | pathlib.Path) -> Self:
        """With absolute paths to the files it names: relative ones count from the folder of the experiment's file."""
        return self

    def relative_to(self, folder: str | pathlib.Path) -> Self:
        """With its paths as they are written into a file in this folder."""
        return self

    def coverage(self, raw: np.ndarray) -> dict[str, float]:
        """How well samples (n, columns) in its own units imitate it, in figures that only these data have."""
        return {}

    def answers_between(self, raw: np.ndarray) -> np.ndarray:
        """The answers (n, questions) bool to the questions `between`, for samples (n, columns) in its own units."""
        return np.zeros((len(raw), 0), dtype=bool)

    def table(self, seed: int) -> Table:
        """The samples for a data seed; the same seed gives the same samples."""
        raise NotImplementedError

    def disturbed(self, table: Table, test: np.ndarray, seed: int) -> Table:
        """The table with what is done to its samples once it is known which of them test: `test` holds their
        numbers."""
        return table
