"""Filling: one picture of a room as large as the room, and back."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.shell.docks import Dock

Put = Callable[[], object]  # puts everything back where it stood


class Filling(QObject):
    """`pictures` by name. While one of them fills the room, `others(name)` give way; `remember()` returns what puts
    them back as they stood. `usual()` is the picture that is meant where the mouse is over none."""

    changed = Signal()

    def __init__(
        self,
        pictures: Mapping[str, QWidget],
        others: Callable[[str], Sequence[QWidget]],
        usual: Callable[[], str],
        remember: Callable[[], Put],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.pictures, self._others, self._usual, self._remember = pictures, others, usual, remember
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
        self.name = name
        self.changed.emit()

    def leave(self) -> bool:
        """Everything as it stood; False where no picture fills the room."""
        if not self.name:
            return False
        self.name = ""
        with self._focus_left_alone():
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
) -> Filling:
    """Of a room whose pictures stand in docks, with one over them. What floats is beside the room and stays.
    `share()` is what shares the room out again, None where all docks have to stand as they stood."""
    pictures = {name: dock for name, dock in docks.items() if name != "recipe"}

    def others(name: str) -> list[QWidget]:
        every = [*docks.values(), *([above] if above is not None else [])]
        return [dock for dock in every if dock is not docks[name] and not dock.isFloating()]

    def remember() -> Put:
        return share() or functools.partial(window.restoreState, window.saveState())

    return Filling(pictures, others, usual, remember, window)
