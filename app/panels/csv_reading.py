"""Reading a table on a thread of its own, so that the window stays smooth at 200,000 rows."""

from __future__ import annotations

import dataclasses
import pathlib
import queue
import threading
from collections.abc import Callable
from typing import Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from core import csv_import
from core.csv_columns import MISSING, Role, guess_roles, guess_target, guess_task
from core.csv_import import Dialect, RawTable
from core.datasets.csv import checksum
from core.families import Table
from core.messages import BadInput
from core.table_encoding import to_table

POLL = 30  # ms


@dataclasses.dataclass(frozen=True)
class Read:
    """A table that has been read, with what is guessed of it."""

    raw: RawTable
    sha256: str
    roles: dict[str, Role]
    predicts: Literal["classes", "values"]


@dataclasses.dataclass(frozen=True)
class Summary:
    """What a choice of roles makes of the table, in a sentence; `gaps` counts rows with a missing input."""

    sentence: str
    rows: int
    gaps: int


class Worker(QObject):
    """Carries out one job after another; an answer to a job that has been overtaken is dropped."""

    done = Signal(object)
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._answers: queue.SimpleQueue[tuple[int, Any, str]] = queue.SimpleQueue()
        self._ticket = 0
        self._timer = QTimer(self)
        self._timer.setInterval(POLL)
        self._timer.timeout.connect(self._poll)

    @property
    def busy(self) -> bool:
        return self._timer.isActive()

    def start(self, job: Callable[[], Any]) -> None:
        """Do this on a thread; `done` brings what it returns, `failed` its `BadInput` as a sentence."""
        self._ticket += 1
        threading.Thread(target=_carry_out, args=(self._ticket, job, self._answers), name="table reader", daemon=True).start()
        self._timer.start()

    def forget(self) -> None:
        """Drop whatever is under way."""
        self._ticket += 1
        self._timer.stop()

    def _poll(self) -> None:
        while not self._answers.empty():
            ticket, answer, problem = self._answers.get()
            if ticket != self._ticket:
                continue
            self._timer.stop()
            if problem:
                self.failed.emit(problem)
            else:
                self.done.emit(answer)


def _carry_out(ticket: int, job: Callable[[], Any], answers: queue.SimpleQueue) -> None:
    try:
        answers.put((ticket, job(), ""))
    except BadInput as error:
        answers.put((ticket, None, str(error)))
    except (OSError, MemoryError) as error:
        answers.put((ticket, None, f"the file cannot be read: {error}"))


def read(path: pathlib.Path, dialect: Dialect | None) -> Read:
    """The whole table with the guesses; runs on the worker."""
    raw = csv_import.read(path, dialect)
    target = guess_target(raw.columns, raw.kinds)
    position = raw.columns.index(target)
    predicts = guess_task(raw.cells[position], raw.kinds[position], raw.dialect.decimal)
    return Read(raw, checksum(path), guess_roles(raw.columns, raw.cells, raw.kinds, target), predicts)


def summarize(raw: RawTable, roles: dict[str, Role], predicts: Literal["classes", "values"]) -> Summary:
    """What would be learned from, or `BadInput`; runs on the worker."""
    table = to_table(raw, roles, predicts)
    used = [cells for name, cells in zip(raw.columns, raw.cells, strict=True) if roles.get(name) in ("input", "category")]
    gaps = sum(any(cell in MISSING for cell in row) for row in zip(*used, strict=True)) if any(MISSING & set(cells) for cells in used) else 0
    return Summary(_sentence(table), len(table.y), gaps)


def _sentence(table: Table) -> str:
    inputs = f"{len(table.columns)} input{'s' if len(table.columns) > 1 else ''}"
    if table.classes:
        names = ", ".join(table.classes[:4]) + (" …" if len(table.classes) > 4 else "")
        return f"{len(table.y):,} rows, {inputs}; {table.target} is one of {len(table.classes)} classes: {names}."
    return f"{len(table.y):,} rows, {inputs}; {table.target} is a number from {table.y.min():g} to {table.y.max():g}."
