"""Learned: what the network room's run has come to, as long as no file of the person's holds it."""

from __future__ import annotations

import pathlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from app.network.files import NetworkFiles
from app.network.lab import Lab
from app.network.present_run import take_weights
from app.shell.room_work import RoomWork
from core.networks.blueprint import blueprint_of

if TYPE_CHECKING:
    from app.shell.room_work import Taker
    from core.history.snapshot import Snapshot


class Learned(RoomWork):
    """The run's weights and what belongs to them. Merely to have watched a ready-made one learn is nothing that a
    person is asked about: a copy of it is kept."""

    def __init__(self, lab: Lab, files: NetworkFiles) -> None:
        self._lab, self._files = lab, files

    @property
    def at_stake(self) -> bool:
        return bool(self._lab.run.unsaved_updates) or self._lab.run.by_hand

    @property
    def is_kept(self) -> bool:
        shelf = self._lab.shelf
        entry = shelf.entry(self.run) if shelf.is_open and not shelf.trouble else None
        return entry is not None and not entry.elsewhere

    def unsaved(self) -> list[str]:
        run, store = self._lab.run, self._lab.store
        if self.is_kept:
            return []
        if run.unsaved_updates and (store.dirty or run.by_hand or store.own_path is not None):
            return [f"The network has learned for {run.unsaved_updates:,} updates that are not saved."]
        return ["Weights that were set by hand are not saved."] if run.by_hand else []

    @property
    def run(self) -> str:
        return self._lab.run.run.id if self._lab.run.run is not None else ""

    @property
    def file(self) -> pathlib.Path | None:
        return self._files.beside

    def keep(self, after: Callable[[], object]) -> bool:
        return self._files.keep(after)

    def tell(self, taker: Taker) -> None:
        run = self._lab.run
        if run.last is None or not (run.by_hand or run.last.updates):
            taker(None, ())
        else:
            take_weights(self._lab.runs, self._lab.store, lambda snapshot: self._tell(snapshot, taker))

    def _tell(self, snapshot: Snapshot, taker: Taker) -> None:
        prepared = self._lab.runs.samples.prepared
        taker(snapshot, blueprint_of(snapshot.experiment, prepared).slots if prepared is not None else ())
