"""Help: the list of keys, diagnostics for a report, the log, and what this program is."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app.network.lab import Lab
from app.shell.commands import Entry
from core.machine import folders, versions

LOG_LINES = 60


class Help(QObject):
    """What the Help menu does. A report tells of the run of `lab`; `table` are the commands with their keys."""

    said = Signal(str)

    def __init__(self, lab: Lab, table: tuple[Entry, ...], window: QWidget) -> None:
        super().__init__(window)
        self._lab, self._table, self._window = lab, table, window

    def shortcuts(self) -> None:
        from app.window.shortcuts import ShortcutList

        ShortcutList(self._table, self._window).open()

    def copy_diagnostics(self) -> None:
        QGuiApplication.clipboard().setText(self.diagnostics())
        self.said.emit("Diagnostics copied: paste them into a report.")

    def diagnostics(self) -> str:
        """Versions, system, state and the end of the log as text. No name and no data of the person."""
        last, experiment = self._lab.run.last, self._lab.store.experiment
        lines = [
            " · ".join(f"{name} {found}" for name, found in versions.versions().items()),
            f"Qt {QLibraryInfo.version().toString()} on {QGuiApplication.platformName()}",
            f"State: {last.state.value} at update {last.updates} · {last.rate:.0f} updates/s"
            if last
            else "State: no run yet",
            f"Log: {folders.log_file()}",
            "",
            experiment.model_copy(update={"start": type(experiment.start)()}).dumps()[:4000],
            "",
            *_log_end(),
        ]
        return "\n".join(lines)

    def open_log_folder(self) -> None:
        folder = folders.log_file().parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.said.emit(f"The log lies in {folder}.")

    def about(self) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("About Descent Lab")
        box.setText(f"Descent Lab {versions.version()}")
        box.setInformativeText(
            "A laboratory for deep learning: configure a network, watch it learn.\n"
            "Built with PyTorch, Qt and pyqtgraph.\n"
            "Apache License 2.0. The data that come along have licences of their own: resources/data/LICENCES.md."
        )
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        box.open()


def _log_end() -> list[str]:
    try:
        return folders.log_file().read_text(encoding="utf-8", errors="replace").splitlines()[-LOG_LINES:]
    except OSError:
        return ["(no log yet)"]
