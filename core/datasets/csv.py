"""A table of one's own, from a text file."""

from __future__ import annotations

import functools
import hashlib
import os
import pathlib
from typing import Literal, Self

from core.datasets.shipped import TableData
from core.families import Guess, Table, TaskKind
from core.files import tables
from core.files.dialects import Dialect
from core.files.paths import anchored_path, relative_path
from core.files.table_answers import answers_of
from core.files.table_columns import Role
from core.files.table_encoding import Predicts, guessed_purpose, is_large, to_table
from core.machine.plain_file import check_regular
from core.messages import BadInput
from core.params import choice, flag, hidden, integer, text

WORDS: dict[Predicts, str] = {"classes": "classes", "values": "a number"}  # what is said of a target


class Csv(TableData):
    """A table from a text file: rows are samples, columns are inputs, categories, the target, or answers of yes and no
    that are given together.

    How the file is written (delimiter, encoding, decimal sign, header) is found out when it is imported, and can be
    corrected. Every category becomes columns of 0 and 1. The experiment keeps the path and a checksum, not the table.
    """

    label = "Table (CSV)…"
    order = 60
    learns = False  # there is no table until a person chooses one
    kind: Literal["csv"] = "csv"
    path: str = text("", label="File", help="Path of the table, relative to the experiment's file.")
    sha256: str = hidden("", help="Checksum of the file; empty: not checked.", pattern="^([0-9a-f]{64})?$")
    predicts: Predicts = choice(
        "classes",
        {"classes": "classes", "values": "values"},
        label="Predict",
        help="Whether the target names a class or is a number.",
        when=("answers", ((),)),
    )
    columns: dict[str, Role] = hidden(
        {}, help="Column name -> input, category, target, answer or ignore; where no input is named: guessed."
    )
    delimiter: Literal[",", ";", "\t", "|", " "] = choice(
        ",",
        {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", " ": "space"},
        label="Delimiter",
        help="The sign between two columns.",
        advanced=True,
    )
    decimal: Literal[".", ","] = choice(
        ".",
        {".": "point", ",": "comma"},
        label="Decimal sign",
        help="The sign before the decimals of a number.",
        advanced=True,
    )
    encoding: str = text(
        "utf-8",
        label="Encoding",
        help="How the letters are written as bytes: utf-8, utf-8-sig, utf-16, cp1252, latin-1.",
        max_length=40,
        advanced=True,
    )
    header: bool = flag(
        True, label="Header", help="Whether the first row holds the names of the columns.", advanced=True
    )
    skip: int = integer(
        0,
        0,
        100,
        minimum=0,
        maximum=10_000,
        label="Lines above",
        help="Lines above the table that are skipped: a title, remarks.",
        advanced=True,
    )
    counts_as_missing: str = text(
        "",
        label="Counts as missing",
        help="Words that mean a gap, parted by blanks; an empty cell always does. Empty: found out.",
        max_length=200,
        advanced=True,
    )

    sheet: str = text(
        "",
        label="Sheet",
        help="The sheet of a workbook; empty: the first that holds something.",
        max_length=100,
        advanced=True,
    )

    @property
    def task(self) -> TaskKind:
        return "answers" if self.answers else self.predicts

    @property
    def tasks(self) -> tuple[str, ...]:
        return ("answers", "classes") if self.answers else (self.predicts,)

    @property
    def answers(self) -> tuple[str, ...]:
        return answers_of(self.columns)

    @property
    def dialect(self) -> Dialect:
        return Dialect(
            self.encoding, self.delimiter, self.decimal, self.header, self.skip, self.counts_as_missing, self.sheet
        )

    @property
    def source(self) -> str:
        return self.path

    def anchored(self, folder: str | pathlib.Path) -> Self:
        return self.model_copy(update={"path": anchored_path(self.path, folder)})

    def relative_to(self, folder: str | pathlib.Path) -> Self:
        return self.model_copy(update={"path": relative_path(self.path, folder)})

    @property
    def unnamed(self) -> bool:
        return bool(self.path) and not {"input", "category"} & set(self.columns.values())

    def guess(self) -> Guess:
        """As the import proposes it; what a file says of the target, of some columns or of how the table is written
        stays. `BadInput` where nothing can be learned of it."""
        raw = tables.read(self.path, None if self.dialect == Dialect() else self.dialect)
        purpose, written = guessed_purpose(raw, self.columns), raw.dialect
        predicts = self.predicts if "predicts" in self.model_fields_set else purpose.predicts
        changes = {
            "columns": purpose.roles, "predicts": predicts, "delimiter": written.delimiter, "decimal": written.decimal,
            "encoding": written.encoding, "header": written.header, "skip": written.skip, "sheet": written.sheet,
        }  # fmt: skip
        table = to_table(raw, purpose.roles, predicts)
        found = f"the target is guessed as when a table is imported: {purpose.target!r}, {WORDS[predicts]}"
        inputs = f"they are guessed as when a table is imported: {', '.join(dict.fromkeys(table.sources))}"
        words = f"no inputs are named, so {inputs}" if self.columns else f"no columns are named, so {found}"
        return Guess(
            self.model_copy(update=changes),
            is_large(table),
            "; ".join((words, *(each.rstrip(".") for each in table.warnings))),
        )

    def table(self, seed: int) -> Table:
        """`BadInput` for all that can be wrong with a file, a changed checksum included."""
        if not self.path:
            raise BadInput("data", "path", "no file is chosen")
        state = check_regular(self.path, tables.MAX_BYTES)
        return _load(
            self.path,
            self.dialect,
            self.sha256,
            tuple(self.columns.items()),
            self.predicts,
            (state.st_mtime_ns, state.st_size),
        )


@functools.lru_cache(maxsize=2)
def _load(
    path: str,
    dialect: Dialect,
    sha256: str,
    roles: tuple[tuple[str, Role], ...],
    predicts: Predicts,
    state: tuple[int, int],  # noqa: ARG001
) -> Table:
    """The table of a file in a `state` (time of change, size), so that an unchanged file is read once; arrays are
    read-only."""
    if sha256 and checksum(path) != sha256:
        raise BadInput(
            path, "", "is not the file that this experiment was made with (its checksum differs); import it again"
        )
    raw = tables.read(path, dialect)
    table = to_table(raw, dict(roles) or guessed_purpose(raw).roles, predicts)
    table.x.setflags(write=False)
    table.y.setflags(write=False)
    return table


def checksum(path: str | os.PathLike[str]) -> str:
    """SHA-256 of a file in hexadecimal."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
