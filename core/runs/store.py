"""The store of runs: what each run is, its curves and its last state in one file, whole or not at all, for as many
processes as there are.

A run belongs to the process that began it or took it up (`claim`) as long as that process lives; all others read it. A
run is dropped by a person alone: what was deleted can be taken back for an hour, and only a run of a few updates that
nobody has named is forgotten by itself, and one that is the beginning of another, number for number.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import pathlib
import sqlite3
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Self

import numpy as np

from core.frozen import frozen
from core.history.journal import Journal
from core.history.metrics import Curves
from core.history.snapshot import Snapshot
from core.machine.hold import Hold, lives, lock_of, new_head
from core.machine.plain_file import told
from core.machine.whole_file import NotWritten
from core.messages import BadInput
from core.runs import letters, pieces, repeated, schema, written
from core.runs.database import Database, Row, array_of, put_piece
from core.runs.pieces import Damaged, Piece
from core.runs.run import Label, Run
from core.runs.states import make_room
from core.runs.troubles import is_full

FEWEST = 50  # updates of a run that is listed, and is kept for longer than an hour
HOUR = 3600.0  # seconds
PICTURE_AXES = 3
OWNED = "It belongs to another window, which is learning it"
RUN, CURVES, LAST, PICTURE = "run", "curves", "last", "picture"
_COLUMNS = "id, parent, branch, letter, name, pinned, deleted, made, begun, changed, seconds, parameters, figures, words, owner"
# how a run is called is changed by `call` alone: whoever learns it may know less
_PUT = f"""INSERT INTO runs ({_COLUMNS}) VALUES ({", ".join("?" * 15)}) ON CONFLICT (id) DO UPDATE SET
    parent=excluded.parent, branch=excluded.branch, letter=excluded.letter, made=excluded.made,
    changed=excluded.changed, seconds=excluded.seconds, parameters=excluded.parameters, figures=excluded.figures,
    words=excluded.words, owner=excluded.owner"""


@frozen
class Figures:
    """What the shelf shows of a run beside its name: the newest evaluation, how many parameters it has, how many
    seconds it has learned, and in `words` what it differs in."""

    newest: Mapping[str, float] = dataclasses.field(default_factory=dict[str, float])
    parameters: int = 0
    seconds: float = 0.0
    words: str = ""


@frozen
class Entry:
    """A run on the shelf, as it is listed without being read whole. Times are in seconds; `elsewhere`: another living
    process has it."""

    id: str
    parent: str
    branch: int
    letter: str
    label: Label
    made: int
    figures: Figures
    begun: float
    changed: float
    elsewhere: bool


class RunStore:
    """The runs in a folder. Several may be open at once, in one process or in many."""

    def __init__(self, folder: pathlib.Path, *, clock: Callable[[], float] = time.time, vfs: str = "") -> None:
        self._folder, self._clock = folder, clock
        self.database = Database(folder / schema.NAME, vfs=vfs)
        self.head = new_head()
        self._hold = Hold(lock_of(folder, self.head))
        if self.database.writable:
            self._hold.take()
            with contextlib.suppress(NotWritten, Damaged, BadInput):  # another time
                self.forget_the_spare()

    @property
    def trouble(self) -> str:
        """Why nothing is kept, or what else a person should know of the file, in one sentence; "" where all is well."""
        return self.database.trouble

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """The runs belong to nobody any more."""
        self.database.close()
        self._hold.let_go()

    # Writing

    def save(
        self, run: Run, figures: Figures, curves: Curves | None = None, last: Snapshot | None = None,
        picture: np.ndarray | None = None,
    ) -> None:  # fmt: skip
        """Keep a run as it is now; curves, last state and thumbnail (height, width, 3) where they are given, all or
        nothing: `NotWritten` where that cannot be. From then on it is this process's, which it must not be another
        one's."""
        found = {RUN: written.of_run(run)}
        if curves is not None:
            found[CURVES] = pieces.of_curves(curves)
        if last is not None:
            found[LAST] = pieces.of_snapshot(last)
        if picture is not None:
            found[PICTURE] = pieces.piece_of({"rgb": picture})
        try:
            self._put(run, figures, found)
        except NotWritten as refusal:
            if not (isinstance(refusal.__cause__, sqlite3.Error) and is_full(refusal.__cause__)):
                raise
            with self.database.writing() as connection:
                make_room(connection, 0)  # states can be computed again
            self._put(run, figures, found)

    def _put(self, run: Run, figures: Figures, found: Mapping[str, Piece]) -> None:
        with self.database.writing() as connection:
            if self._is_elsewhere(self._owner(run.id)):
                raise NotWritten(self.database.file, OWNED, "It can be looked at here")
            connection.execute(_PUT, self._row(run, figures))
            repeated.put(connection, run)
            for name, piece in found.items():
                put_piece(connection, run.id, name, piece, run.made)

    def take_letter(self, run: str, wanted: str, known: Collection[str]) -> str:
        """The letter of a run that was begun: the one that is wanted where no other run or window has it, else the
        first that is free and not `known` to be had here. Where nothing is kept it is as it was."""
        try:
            return letters.take(self.database, run, wanted, known, self.head, self._is_elsewhere, FEWEST)
        except NotWritten:
            return wanted

    def claim(self, run: str) -> bool:
        """Take a run up, to go on with it; False where another living process has it, or where nothing is kept."""
        try:
            with self.database.writing() as connection:
                if self._is_elsewhere(self._owner(run)):
                    return False
                connection.execute("UPDATE runs SET owner=? WHERE id=?", (self.head, run))
        except NotWritten:
            return False
        return True

    def call(self, run: str, label: Label) -> None:
        """How a person calls a run; any window may do that. `NotWritten` where it cannot be."""
        deleted = self._clock() if label.deleted else None
        with self.database.writing() as connection:
            connection.execute(
                "UPDATE runs SET name=?, pinned=?, deleted=? WHERE id=?", (label.name, label.pinned, deleted, run)
            )

    def forget_the_spare(self) -> None:
        """What was deleted an hour ago, runs of few updates of which nobody has said anything and none came, and those
        that a longer one says all of, where no living process has them."""
        before = self._clock() - HOUR
        short = self.database.rows(
            """SELECT id, owner FROM runs WHERE deleted < ? OR (deleted IS NULL AND made < ? AND changed < ?
            AND name='' AND NOT pinned AND id NOT IN (SELECT parent FROM runs WHERE made >= ?))""",
            before, FEWEST, before, FEWEST,
        )  # fmt: skip
        spare = (*short, *repeated.less(self.database))
        gone = [(run,) for run, owner in spare if not self._is_elsewhere(owner) and owner != self.head]
        with self.database.writing() as connection:
            connection.executemany("DELETE FROM runs WHERE id=?", gone)

    # Reading: `BadInput` where something cannot be read

    def entries(self) -> tuple[Entry, ...]:
        """All runs that are listed, the newest first."""
        with self._reading():
            rows = self.database.rows(
                f"SELECT {_COLUMNS} FROM runs WHERE deleted IS NULL AND (made >= ? OR pinned OR name<>'')"
                " ORDER BY begun DESC, rowid DESC",
                FEWEST,
            )
            elsewhere = {owner: self._is_elsewhere(owner) for owner in {row[-1] for row in rows}}
            return tuple(_entry(row, elsewhere=elsewhere[row[-1]]) for row in rows)

    def run(self, run: str) -> Run | None:
        """A run, whole; None where there is none."""
        with self._reading():
            rows = self.database.rows(f"SELECT {_COLUMNS} FROM runs WHERE id=?", run)
            piece = self.database.piece(run, RUN)
            if not rows or piece is None:
                return None
            entry, found = _entry(rows[0], elsewhere=False), written.read_run(piece)
            return Run(
                run, found.experiment, entry.parent, entry.branch, entry.letter, entry.label, found.events,
                found.marks, entry.made, found.making,
            )  # fmt: skip

    def curves(self, run: str) -> Curves | None:
        """The curves of a run; None where none are kept."""
        with self._reading():
            piece = self.database.piece(run, CURVES)
            return None if piece is None else pieces.curves_of(piece)

    def pictures(self) -> dict[str, np.ndarray]:
        """The thumbnail of each run that has one, by its id; one that cannot be read is left out."""
        with self._reading():
            rows = self.database.rows("SELECT run, dtype, shape, data FROM arrays WHERE piece=?", PICTURE)
        found: dict[str, np.ndarray] = {}
        for run, dtype, shape, data in rows:
            with contextlib.suppress(Damaged):
                found[run] = array_of(dtype, shape, data)
        return {
            run: picture for run, picture in found.items() if picture.ndim == PICTURE_AXES and picture.dtype == np.uint8
        }

    def last(self, run: Run) -> Snapshot | None:
        """Where a run has come to: from there it goes on as if never interrupted. None where no state of its present
        update is kept: then it is computed again."""
        with self._reading():
            piece = self.database.piece(run.id, LAST)
            found = None if piece is None else pieces.snapshot_of(piece, Journal.of(run.events, run.marks))
            return found if found is not None and found.updates == run.made else None

    @contextlib.contextmanager
    def _reading(self) -> Iterator[None]:
        try:
            yield
        except Damaged as error:
            raise BadInput(told(self.database.file), "", "is damaged: a run in it cannot be read") from error
        except written.NewerRun as error:
            raise BadInput(
                told(self.database.file), "", "holds a run of a newer version of Descent Lab: update Descent Lab"
            ) from error

    # How

    def _row(self, run: Run, figures: Figures) -> Row:
        now = self._clock()
        label = run.label
        return (
            run.id, run.parent, run.branch, run.letter, label.name, label.pinned, now if label.deleted else None,
            run.made, now, now, figures.seconds, figures.parameters, json.dumps(dict(figures.newest)), figures.words,
            self.head,
        )  # fmt: skip

    def _owner(self, run: str) -> str:
        rows = self.database.rows("SELECT owner FROM runs WHERE id=?", run)
        return rows[0][0] if rows else ""

    def _is_elsewhere(self, owner: str) -> bool:
        return owner not in ("", self.head) and lives(self._folder, owner)


def _entry(row: Row, *, elsewhere: bool) -> Entry:
    """A row of the table."""
    run, parent, branch, letter, name, pinned, deleted, made, begun, changed, seconds, parameters, newest, words, _ = (
        row
    )
    try:
        figures = Figures(json.loads(newest), parameters, seconds, words)
    except ValueError as error:
        raise Damaged(str(error)) from error
    label = Label(name, bool(pinned), deleted is not None)
    return Entry(run, parent, branch, letter, label, made, figures, begun, changed, elsewhere)
