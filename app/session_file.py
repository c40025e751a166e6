"""Files: new, open, save, the clipboard, and what has to be asked before work is lost."""

from __future__ import annotations

import pathlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.lab import Lab
from app.settings import Settings
from app.view_state import View, view_file
from core import weights_file
from core.datasets.points import Points
from core.experiment import Experiment
from core.messages import BadInput
from core.pasted_points import parse_points
from core.resources import FOLDER
from core.snapshot import Snapshot

PRESETS = FOLDER / "presets"
EXPERIMENTS = "Experiments (*.toml)"
NETWORKS = f"Trained networks (*{weights_file.SUFFIX})"
EVERYTHING = f"Experiments and trained networks (*.toml *{weights_file.SUFFIX});;Tables (*.csv *.tsv *.txt);;All files (*)"
TABLES = (".csv", ".tsv", ".txt", ".dat")


class Files(QObject):
    """Everything between the store and the disk. Whatever fails is said in one sentence; nothing is lost by it."""

    said = Signal(str)
    failed = Signal(str)
    offered = Signal(str, str, object)  # sentence, offer, what the offer does
    table_dropped = Signal(object)  # path of a table to import
    recent_changed = Signal()

    def __init__(self, lab: Lab, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._lab, self._store, self._settings, self._window = lab, lab.store, settings, window

    # Opening

    def new(self) -> None:
        if self.may_leave():
            self._open(Experiment(), None, None)

    def ask_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self._window, "Open", self._folder(), EVERYTHING)
        if name:
            self.open(pathlib.Path(name))

    def open(self, path: pathlib.Path) -> None:
        """Open an experiment, a trained network, or a table to import."""
        if path.suffix.casefold() in TABLES:
            self.table_dropped.emit(path)
            return
        if not self.may_leave():
            return
        try:
            if path.suffix == weights_file.SUFFIX:
                self._open_network(path)
            else:
                self._open_experiment(path)
        except BadInput as error:
            self.failed.emit(str(error))

    def open_preset(self, name: str, playing: bool = False) -> None:
        """Open one of the gallery's; it has no file of its own until it is saved."""
        if not self.may_leave():
            return
        try:
            self._open(Experiment.load(PRESETS / f"{name}.toml"), None, None, playing)
        except BadInput as error:
            self.failed.emit(str(error))

    def recover(self, experiment: Experiment, path: pathlib.Path | None) -> None:
        """Take up work that a crash left."""
        self._store.open(experiment, path, dirty=True)
        self._lab.start(playing=False)

    def _open_experiment(self, path: pathlib.Path) -> None:
        experiment = Experiment.load(path)
        view = View.load(view_file(path), self._store.view)
        self._open(experiment, path, view)
        self._remember(path)
        beside = path.with_suffix(weights_file.SUFFIX)
        if beside.is_file():
            self.offered.emit(f"A trained network lies beside it: {beside.name}.", "Go on from it", lambda: self.open(beside))

    def _open_network(self, path: pathlib.Path) -> None:
        snapshot = weights_file.load(path)
        beside = path.with_suffix(".toml")
        self._store.open(snapshot.experiment, beside if beside.is_file() else None)
        self._lab.start(playing=False, snapshot=snapshot)
        self._remember(path)
        self.said.emit(f"Trained network opened at update {snapshot.updates:,}; Play goes on from there.")

    def _open(self, experiment: Experiment, path: pathlib.Path | None, view: View | None, playing: bool = False) -> None:
        self._store.open(experiment, path, view)
        self._lab.start(playing=playing)

    # Saving

    def save(self) -> bool:
        return self.save_to(self._store.path) if self._store.path else self.save_as()

    def save_as(self) -> bool:
        name, _ = QFileDialog.getSaveFileName(self._window, "Save experiment", self._proposal(".toml"), EXPERIMENTS)
        return bool(name) and self.save_to(with_suffix(pathlib.Path(name), ".toml"))

    def save_to(self, path: pathlib.Path) -> bool:
        """Write the experiment, and beside it the view where there is something to it."""
        try:
            self._store.experiment.save(path)
            if self._store.view.belongs_to_file():
                self._store.view.save(view_file(path))
        except OSError as error:
            self.failed.emit(f"{path} cannot be written: {error.strerror or error}. Choose another folder with Save as.")
            return False
        self._store.saved(path)
        self._remember(path)
        self.said.emit(f"Saved as {path.name}.")
        return True

    def save_network(self) -> None:
        """Ask for a file and write the trained network into it."""
        name, _ = QFileDialog.getSaveFileName(self._window, "Save trained network", self._proposal(weights_file.SUFFIX), NETWORKS)
        if name:
            self.save_network_to(with_suffix(pathlib.Path(name), weights_file.SUFFIX))

    def save_network_to(self, path: pathlib.Path, after: Callable[[], object] = lambda: None) -> None:
        """Write the run as it is now; `after` is called once it is on the disk."""
        self._lab.request_snapshot(lambda snapshot: self._write_network(snapshot, path, after))

    def _write_network(self, snapshot: Snapshot, path: pathlib.Path, after: Callable[[], object]) -> None:
        try:
            weights_file.save(snapshot, path)
        except OSError as error:
            self.failed.emit(f"{path} cannot be written: {error.strerror or error}.")
            return
        self._lab.kept()
        self.said.emit(f"Trained network saved as {path.name}, at update {snapshot.updates:,}.")
        after()

    # The clipboard

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._store.experiment.dumps())
        self.said.emit("The experiment is on the clipboard as text.")

    def paste(self) -> None:
        """An experiment's text opens; rows of numbers become own points."""
        text = QGuiApplication.clipboard().text()
        try:
            if "kind" in text and "=" in text:
                experiment = Experiment.loads(text, "clipboard")
                if self.may_leave():
                    self._open(experiment, None, None)
                return
            self.paste_points(parse_points(text))
        except BadInput as error:
            self.failed.emit(str(error))

    def paste_text(self, text: object) -> None:
        """Rows of numbers from a drawer's button."""
        try:
            self.paste_points(parse_points(str(text)))
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

    # What is not saved

    def may_leave(self) -> bool:
        """Ask where something would be lost; False where the person stays."""
        reasons = self.unsaved()
        if not reasons:
            return True
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle("Not saved yet")
        box.setText(" ".join(reasons))
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        if answer == buttons.Save:
            return self.save() and self._keep_network()
        return answer == buttons.Discard

    def unsaved(self) -> list[str]:
        """What would be lost, in sentences."""
        reasons = []
        if self._store.dirty:
            reasons.append(f"“{self._store.title}” has changes that are not saved.")
        updates = self._lab.unsaved_updates
        if updates:
            reasons.append(f"The network has learned for {updates:,} updates that are not saved.")
        return reasons

    def _keep_network(self) -> bool:
        """Save the run beside the experiment before the window goes on; waits for it."""
        path = self._store.path
        if not self._lab.unsaved_updates or path is None:
            return True
        snapshot = self._lab.snapshot_now()
        if snapshot is not None:
            self._write_network(snapshot, path.with_suffix(weights_file.SUFFIX), lambda: None)
        return not self._lab.unsaved_updates

    # Names

    def _folder(self) -> str:
        recent = self._settings.recent
        return str(self._store.path.parent if self._store.path else recent[0].parent if recent else pathlib.Path.home())

    def _proposal(self, suffix: str) -> str:
        name = "".join(letter if letter.isalnum() or letter in " -_" else "" for letter in self._store.title).strip() or "experiment"
        return str(self._store.path.with_suffix(suffix) if self._store.path else pathlib.Path(self._folder()) / f"{name}{suffix}")

    def _remember(self, path: pathlib.Path) -> None:
        self._settings.remember(path)
        self.recent_changed.emit()


def _kind_of(points: list[tuple[float, ...]]) -> tuple[str, int]:
    """The mode of own points that rows belong to, and how many classes they name."""
    if len(points[0]) == 2:
        return "curve", 2
    if all(point[2] in range(10) for point in points):
        return "classes", max(2, int(max(point[2] for point in points)) + 1)
    return "values", 2


def with_suffix(path: pathlib.Path, suffix: str) -> pathlib.Path:
    """The path as typed, with the suffix where none was typed."""
    return path if path.suffix else path.with_name(path.name + suffix)
