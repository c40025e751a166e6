"""Fronts: pictures that stand before another one, as a tab in its place, while what is shown is made for them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QMainWindow

from app.shell.docks import Dock

Pairs = tuple[tuple[str, str], ...]  # of (the picture behind, the one before it)


class Fronts:
    """`pairs` of those that stand there now, out of all `names` that may."""

    def __init__(self, window: QMainWindow, docks: Mapping[str, Dock], names: tuple[str, ...]) -> None:
        self._window, self._docks, self._names = window, docks, names
        self.pairs: Pairs = ()
        self._due = False  # of a window that nobody sees yet Qt brings no tab to the front

    def seen(self, name: str) -> str:
        """What is seen in the place of a picture: itself, or what is before it."""
        front = dict(self.pairs).get(name, name)
        return front if self._docks[front].seen else name

    def stand(self, pairs: Pairs) -> None:
        """Each before what is behind it, where that is there; the others go."""
        self.pairs, self._due = pairs, bool(pairs) and not self._window.isVisible()
        for name in {*self._names} - {front for _, front in pairs}:
            if not self._docks[name].isHidden():
                self._docks[name].hide()
        for back, front in pairs:
            if not self._docks[back].isHidden():
                self._window.tabifyDockWidget(self._docks[back], self._docks[front])
                self._docks[front].show()
                self._docks[front].raise_()

    def shown(self) -> None:
        """The window has come to be seen."""
        if self._due:
            self.stand(self.pairs)
