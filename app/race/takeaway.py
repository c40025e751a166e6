"""What a person may take away from the race: any of its pictures, and the numbers of all paths."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from app.race.paths import Paths
from app.race.runs import Run
from app.shell.png import write_png
from core.machine.whole_file import NotWritten, write_table

DENSITY = 2.0  # pixels of a copied picture for one of the screen: sharp on a slide
HEADER = ("racer", "update", "x", "y", "value", "step", "distance")


class Takeaway(QObject):
    """Offers its menu on a right-click on the widgets that it is told of."""

    def __init__(self, paths: Paths, parent: QWidget) -> None:
        super().__init__(parent)
        self._paths, self._window = paths, parent

    def offer_on(self, *widgets: QWidget) -> None:
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and isinstance(watched, QWidget):
            self.menu(watched).popup(event.globalPos())
            return True
        return False

    def menu(self, widget: QWidget) -> QMenu:
        menu = QMenu(self._window)
        menu.addAction("Copy picture", functools.partial(self.copy, widget))
        menu.addAction("Save picture…", functools.partial(self._ask_picture, widget))
        menu.addAction("Save numbers…", self._ask_numbers).setEnabled(any(run.known for run in self._paths.runs))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def copy(self, widget: QWidget) -> None:
        QGuiApplication.clipboard().setImage(picture(widget))

    def save_picture(self, widget: QWidget, path: pathlib.Path) -> None:
        """Write a PNG; `NotWritten` where that cannot be."""
        write_png(path, picture(widget))

    def save_numbers(self, path: pathlib.Path) -> None:
        """Write a CSV, one row for every update of every racer; `NotWritten` where that cannot be."""
        write_table(path, [HEADER, *rows(self._paths.runs)])

    def _ask_picture(self, widget: QWidget) -> None:
        self._ask(functools.partial(self.save_picture, widget), "Save picture", "race.png", "Pictures (*.png)")

    def _ask_numbers(self) -> None:
        self._ask(self.save_numbers, "Save numbers", "race.csv", "Tables (*.csv)")

    def _ask(self, save: Callable[[pathlib.Path], None], title: str, proposal: str, kinds: str) -> None:
        name, _ = QFileDialog.getSaveFileName(self._window, title, proposal, kinds)
        if not name:
            return
        path = pathlib.Path(name)
        try:
            save(path if path.suffix else path.with_suffix(pathlib.Path(proposal).suffix))
        except NotWritten as error:
            QMessageBox.warning(self._window, title, str(error))


def picture(widget: QWidget) -> QImage:
    """What a widget shows; one that OpenGL draws as it is on the screen, others at twice that density."""
    if hasattr(widget, "grabFramebuffer"):
        return widget.grab().toImage()
    image = QImage(widget.size() * DENSITY, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(DENSITY)
    widget.render(image)
    return image


def rows(runs: tuple[Run, ...]) -> list[tuple]:
    """One row for every update of every racer whose path is known."""
    found = []
    for run in runs:
        for update, (x, y) in enumerate(run.points.tolist()):
            step = float(run.steps[update - 1]) if update else ""
            found.append((run.name, update, x, y, float(run.values[update]), step, float(run.distance[update])))
    return found
