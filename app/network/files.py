"""What only the network room reads and writes: trained networks, tables and pasted samples."""

from __future__ import annotations

import pathlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.network.lab import Lab
from core.datasets.points import Points
from core.files import weights
from core.history.snapshot import Snapshot
from core.machine.whole_file import NotWritten
from core.messages import BadInput


class NetworkFiles(QObject):
    """Trained networks on the disk, samples from the clipboard. Whatever fails is said in one sentence; nothing is lost
    by it."""

    said = Signal(str)
    failed = Signal(str)

    def __init__(self, lab: Lab, parent: QObject) -> None:
        super().__init__(parent)
        self._lab, self._store = lab, lab.store

    # Trained networks

    def open(self, path: pathlib.Path) -> None:
        """Go on from a trained network; `BadInput` where the file cannot be used."""
        snapshot = weights.load(path)
        beside = path.with_suffix(".toml")
        self._store.open(snapshot.experiment, beside if beside.is_file() else None)
        self._lab.start(playing=False, snapshot=snapshot)
        self.said.emit(f"Trained network opened at update {snapshot.updates:,}; Play goes on from there.")

    def save_to(self, path: pathlib.Path, after: Callable[[], object] = lambda: None) -> None:
        """Write the run as it is now; `after` is called once it is on the disk."""
        run = self._lab.run.number
        if self._lab.runs.runner is None or not self._lab.runs.runner.alive:
            self.failed.emit("The run has failed, so its network cannot be saved.")
            return
        self._lab.runs.request_snapshot(lambda snapshot: self._write(snapshot, path, run, after))

    @property
    def beside(self) -> pathlib.Path | None:
        """Where the run is saved beside the experiment; None where there is nothing to save, or no such place."""
        path, run = self._store.own_path, self._lab.run
        return path.with_suffix(weights.SUFFIX) if path is not None and (run.unsaved_updates or run.by_hand) else None

    def keep(self, after: Callable[[], object]) -> bool:
        """Save the run beside the experiment: True where there is nothing to save, else `after` is called once it is on
        the disk."""
        path = self.beside
        if path is None:
            return True
        self.save_to(path, after)
        return False

    def _write(self, snapshot: Snapshot, path: pathlib.Path, run: int, after: Callable[[], object]) -> None:
        try:
            weights.save(snapshot, path)
        except NotWritten as error:
            self.failed.emit(str(error))
            return
        if run == self._lab.run.number:
            self._lab.runs.become(self._lab.run.saved())
        self._store.wrote(path)
        self.said.emit(f"Trained network saved as {path.name}, at update {snapshot.updates:,}.")
        after()

    # Samples

    def paste_text(self, text: str) -> None:
        """Rows of numbers become own points."""
        try:
            from core.files.pasted_points import parse_points

            self.paste_points(parse_points(text))
        except BadInput as error:
            self.failed.emit(str(error))

    def paste_points(self, points: list[tuple[float, ...]]) -> None:
        """Added to own points of the same kind; otherwise they are the new data."""
        data = self._store.experiment.data
        mode, classes = _kind_of(points)
        if isinstance(data, Points) and data.mode == mode and classes <= data.classes:
            self._lab.edit("data.points", (*data.points, *points))
            self.said.emit(f"{len(points):,} samples added.")
            return
        try:
            data = Points(mode=mode, classes=classes, points=tuple(points))  # type: ignore[arg-type]
        except ValueError as error:
            raise BadInput("clipboard", "", str(error).splitlines()[0]) from None
        self._lab.edit("data", data)
        self.said.emit(f"{len(points):,} samples pasted; the new data start the learning anew.")


def _kind_of(points: list[tuple[float, ...]]) -> tuple[str, int]:
    """The mode of own points that rows belong to, and how many classes they name."""
    if len(points[0]) == 2:
        return "curve", 2
    if all(point[2] in range(10) for point in points):
        return "classes", max(2, int(max(point[2] for point in points)) + 1)
    return "values", 2
