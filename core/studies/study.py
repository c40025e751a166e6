"""Study: an experiment, one or two settings that are varied, and starts that differ in their luck."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterator

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.frozen import frozen
from core.messages import BadInput
from core.runs.seeds import START, reseeded
from core.studies.axis import Axis, named

MOST = 100_000  # runs
AXES = 2


@frozen
class Trial:
    """A run of a study: in which cell, its how manieth start (from 0), the number that its luck follows from (None: the
    seeds that the file names), and all of its settings."""

    cell: int
    start: int
    seed: int | None
    experiment: Experiment


@frozen
class Cell:
    """Values of what is varied, as edits of the base."""

    place: tuple[int, ...]
    edits: tuple[tuple[str, object], ...]
    experiment: Experiment

    @property
    def words(self) -> str:
        return ", ".join(f"{path}={named(value)}" for path, value in self.edits)


@frozen
class Study:
    """`seed`: the first start's luck follows from it, the next one's from the next number; None: the first has the
    file's own seeds, the others follow from 1, 2, …; `luck` names the seeds that differ. `where` is what sentences call
    the base."""

    base: Experiment
    axes: tuple[Axis, ...] = ()
    starts: int = 1
    seed: int | None = None
    luck: tuple[str, ...] = START
    where: str = "experiment"

    @property
    def shape(self) -> tuple[int, ...]:
        """How many values each axis has."""
        return tuple(len(axis.values) for axis in self.axes)

    @property
    def runs(self) -> int:
        """How many runs it has."""
        return math.prod(self.shape) * self.starts

    def check(self) -> None:
        """`BadInput` where it is too large or names a setting twice."""
        if len(self.axes) > AXES:
            raise BadInput("--vary", "", f"at most {AXES} settings can be varied at once, not {len(self.axes)}")
        if len({axis.path for axis in self.axes}) < len(self.axes):
            raise BadInput("--vary", self.axes[0].path, "is varied twice")
        if self.runs > MOST:
            raise BadInput("--starts", str(self.starts), f"make {self.runs:,} runs: a study has at most {MOST:,}")

    @functools.cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every combination of the values, the last axis' changing fastest; `BadInput` where one cannot be."""
        found: list[Cell] = []
        for place in itertools.product(*map(range, self.shape)):
            edits = tuple((axis.path, axis.values[at]) for axis, at in zip(self.axes, place, strict=True))
            experiment = replace_all(self.base, edits, where=self.where) if edits else self.base
            found.append(Cell(place, edits, experiment))
        return tuple(found)

    def trials(self) -> Iterator[Trial]:
        """All runs, those of a cell together."""
        varied = {axis.path for axis in self.axes}
        names = tuple(name for name in self.luck if f"seeds.{name}" not in varied)
        for number, cell in enumerate(self.cells):
            for start in range(self.starts):
                seed = self._seed(start)
                lucky = cell.experiment if start == 0 else reseeded(cell.experiment, seed or 0, names)
                yield Trial(number, start, seed, lucky)

    def _seed(self, start: int) -> int | None:
        if self.seed is None:
            return start or None
        return self.seed + start
