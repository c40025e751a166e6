"""What the tables that come with the program share: a file of theirs, roles of its columns, gaps."""

from __future__ import annotations

import dataclasses
import functools
from typing import Any, ClassVar, Literal

from core.families import Dataset, Table, TaskKind
from core.files import tables
from core.files.dialects import Dialect
from core.files.table_columns import Role
from core.files.table_encoding import to_table
from core.machine.resources import DATA
from core.params import choice, number

MISSING_CHOICES = {"fill": "fill in", "drop": "drop the row"}
MISSING_HELP = "What happens to gaps: filled with the median (numbers) or the most frequent category of the training part, or the whole row dropped."


class TableData(Dataset):
    """A table whose columns may have gaps."""

    geometry = "table"
    shelf = "Real tables"
    of_the_world = True
    scaling = "standardize"
    train_share: float = number(
        0.7, 0.1, 0.9, step=0.1, above=0.0, maximum=1.0, label="Training share",
        help="The share of the rows that training sees; the rest is the test part, which drives nothing.",
    )  # fmt: skip
    missing: Literal["fill", "drop"] = choice("fill", MISSING_CHOICES, label="Missing values", help=MISSING_HELP)

    @property
    def drops_gaps(self) -> bool:
        return self.missing == "drop"


class ShippedTable(TableData):
    """A table from a file of the program's own; the seed only decides the split."""

    file: ClassVar[str] = ""
    target: ClassVar[str] = ""
    categories: ClassVar[tuple[str, ...]] = ()
    ignored: ClassVar[tuple[str, ...]] = ()
    view: ClassVar[
        tuple[tuple[float, float], ...]
    ] = ()  # what a plot shows of each column, where the range of the data is not it

    @property
    def task(self) -> TaskKind:
        return "classes"

    def left_out(self) -> tuple[str, ...]:
        """The columns that are not used."""
        return self.ignored

    def table(self, seed: int) -> Table:
        table = load(self.file, self.target, self.categories, self.left_out())
        return dataclasses.replace(table, domain=self.view)


def training_share(default: float, of: str) -> Any:
    """Declares how many of the samples, named `of`, training sees: all of a small table where nothing is to be
    tested."""
    return number(
        default, 0.1, 1, step=0.1, above=0.0, maximum=1.0, label="Training share",
        help=f"The share of the {of} that training sees; the rest is the test part, which drives nothing.",
    )  # fmt: skip


class SmallTable(ShippedTable):
    """A table that was made up for teaching."""

    shelf = "Small tables"
    of_the_world = False
    scaling = "none"


@functools.cache
def load(file: str, target: str, categories: tuple[str, ...], ignored: tuple[str, ...]) -> Table:
    """A shipped table of classes; read once and shared, so its arrays are read-only."""
    raw = tables.read(DATA / file, Dialect())
    roles: dict[str, Role] = {name: "category" if name in categories else "input" for name in raw.columns}
    roles.update(dict.fromkeys(ignored, "ignore"))
    roles[target] = "target"
    table = to_table(raw, roles, "classes")
    table.x.setflags(write=False)
    table.y.setflags(write=False)
    return table
