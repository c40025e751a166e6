"""Filling: one picture of a room as large as the room, and back."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.shell.docks import Dock
from app.shell.restoring import restore

FOOT = 3  # of the room: what stands below the picture has so much of it
Put = Callable[[], object]  # puts everything back where it stood


class Filling(QObject):
    """`pictures` by name. While one of them fills the room, `others(name)` give way; `remember()` returns what puts
    them back as they stood. `usual()` is the picture that is meant where the mouse is over none, and `arrange(name)`
    puts what stays beside the picture in its place."""

    changed = Signal()

    def __init__(
        self,
        pictures: Mapping[str, QWidget],
        others: Callable[[str], Sequence[QWidget]],
        usual: Callable[[], str],
        remember: Callable[[], Put],
        parent: QObject,
        arrange: Callable[[str], object] = lambda _name: None,
    ) -> None:
        super().__init__(parent)
        self.pictures, self._others, self._usual, self._remember = pictures, others, usual, remember
        self._arrange = arrange
        self.name = ""  # the picture that fills the room, "" where none does
        self._gone: list[QWidget] = []
        self._put: Put | None = None

    def toggle(self) -> None:
        """Fill the room with the picture under the mouse, or go back."""
        if not self.leave():
            self.fill(self.pointed() or self._usual())

    def pointed(self) -> str:
        """The picture under the mouse; "" where there is none."""
        widget = QApplication.widgetAt(QCursor.pos())
        while widget is not None:
            for name, picture in self.pictures.items():
                if picture is widget:
                    return name
            widget = widget.parentWidget()
        return ""

    def fill(self, name: str) -> None:
        """This picture alone is seen."""
        self.leave()
        with self._focus_left_alone():
            self._put = self._remember()
            self._gone = [other for other in self._others(name) if not other.isHidden()]
            for other in self._gone:
                other.hide()
            self.pictures[name].show()
            self._arrange(name)
        self.name = name
        self.changed.emit()

    def leave(self) -> bool:
        """Everything as it stood; False where no picture fills the room."""
        if not self.name:
            return False
        self.name = ""
        with self._focus_left_alone():
            if self._put is not None:
                self._put()  # before they are seen: in the places of now they might not fit into the window
            for other in self._gone:
                other.show()
            self._gone = []
            if self._put is not None:
                self._put()
        self.changed.emit()
        return True

    @contextlib.contextmanager
    def _focus_left_alone(self) -> Iterator[None]:
        """Who loses the focus because it is hidden leaves it to nobody: Qt would give it to the next in the row, the
        first button of the window, with a frame that looks as if it were chosen."""
        window = next(iter(self.pictures.values())).window()
        before = window.focusWidget()
        yield
        after = window.focusWidget()
        if after is None or after is before:
            return
        if before is not None and before.isVisible():
            before.setFocus()
        else:
            after.clearFocus()


def filling_of_docks(
    window: QMainWindow,
    docks: Mapping[str, Dock],
    above: Dock | None,
    usual: Callable[[], str],
    share: Callable[[], Put | None],
    below: Callable[[], str] = lambda: "",
) -> Filling:
    """Of a room whose pictures stand in docks, with one over them. What floats is beside the room and stays.
    `share()` is what shares the room out again, None where all docks have to stand as they stood. `below()` names a
    dock that stays, below the picture, and with it all that is no picture; "" where the picture has the room alone."""
    pictures = {name: dock for name, dock in docks.items() if name != "recipe"}

    def others(name: str) -> list[QWidget]:
        every = [*docks.values(), *([above] if above is not None else [])]
        stay = [docks[name]]
        if below() not in ("", name):
            stay = [docks[name], docks[below()], docks["recipe"], *([above] if above is not None else [])]
        return [dock for dock in every if dock not in stay and not dock.isFloating()]

    def arrange(name: str) -> None:
        if below() in ("", name):
            return
        dock, foot = docks[name], docks[below()]
        for one in (dock, foot):  # out of whatever tabs they stand in
            window.removeDockWidget(one)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
        window.splitDockWidget(dock, foot, Qt.Orientation.Vertical)
        for one in (dock, foot):
            one.show()
        high = dock.height() + foot.height()
        window.resizeDocks([dock, foot], [max(1, high - high // FOOT), max(1, high // FOOT)], Qt.Orientation.Vertical)

    def remember() -> Put:
        return share() or functools.partial(restore, window, window.saveState())

    return Filling(pictures, others, usual, remember, window, arrange)
