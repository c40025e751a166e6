"""Data sets: where samples come from."""

import dataclasses
from typing import TYPE_CHECKING, ClassVar, Literal

import numpy as np

from core.params import Component, number

if TYPE_CHECKING:
    pass


TaskKind = Literal["classes", "values"]


Geometry = Literal["plane", "curve", "table", "images", "sequence"]


Shape = tuple[
    int, ...
]  # of one sample, without the batch: (features,), (steps, features), (channels, length), (channels, height, width)


@dataclasses.dataclass(frozen=True)
class Table:
    """The samples of a data set before any preprocessing, in the data's own units.

    x: (samples, columns) float64, nan where a value is missing. y: (samples,) int64 class numbers, or float64 values.
    `classes` names the classes (empty for values). `domain` is what a plot shows of each column. `sources[i]` names the
    original column of column i (one-hot columns share a source). `rows` names samples. The columns of a picture or a
    sequence are laid out as `shape` says, last axis first.
    """

    x: np.ndarray
    y: np.ndarray
    columns: tuple[str, ...]
    target: str
    classes: tuple[str, ...] = ()
    domain: tuple[tuple[float, float], ...] = ()
    geometry: Geometry = "plane"
    sources: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    target_domain: tuple[float, float] | None = None
    # of one sample whose columns are pixels (channels, height, width) or steps (steps, features); empty: a row
    shape: Shape = ()
    before: "Table | None" = None  # as the data gave it, where the task has given the samples other classes
    groups: np.ndarray | None = (
        # (samples,) int64 from 0 on: samples of one group, such as the letters of one name, are never divided between
        # the parts
        None
    )


class Dataset(Component):
    """A source of samples."""

    family: ClassVar[str] = "datasets"
    geometry: ClassVar[Geometry] = "plane"
    noise_kind: ClassVar[str] = ""
    shelf: ClassVar[str] = "Planar classes"
    scaling: ClassVar[str] = "none"  # the scaling that a new experiment starts with
    baseline_column: ClassVar[str] = ""  # a column (of few values) that alone already tells much: the rule to beat
    train_share: float = number(
        0.5, 0.1, 0.9, step=0.1, above=0.0, maximum=1.0, label="Training share",
        help="The share of the samples that training sees; the rest is the test part, which drives nothing.",
    )  # fmt: skip

    in_order: ClassVar[bool] = (
        False  # samples follow each other in time: the training part is the past, the test part the future
    )

    @property
    def task(self) -> str:
        """The kind of the task that a new experiment gets."""
        return "classes"

    @property
    def tasks(self) -> tuple[str, ...]:
        """The kinds of all tasks that can be set with these data."""
        return (self.task,)

    @property
    def sample_shape(self) -> Shape:
        """The shape of one sample as far as it is known without computing the data: that of pictures and sequences,
        else ()."""
        return ()

    def table(self, seed: int) -> Table:
        """The samples for a data seed; the same seed gives the same samples."""
        raise NotImplementedError

    def disturbed(self, table: Table, test: np.ndarray, seed: int) -> Table:
        """The table with what is done to its samples once it is known which of them test: `test` holds their
        numbers."""
        return table
