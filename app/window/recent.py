"""The menu of the files that were opened last."""

from __future__ import annotations

import functools
import pathlib
from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.shell.settings import Settings


class RecentMenu(QMenu):
    """Filled when it is opened."""

    def __init__(
        self, settings: Settings, open_: Callable[[pathlib.Path], None], command: QAction, parent: QWidget
    ) -> None:
        """It is offered as the `command` is that opens any file."""
        super().__init__("Open recent", parent)
        self._command = command
        command.changed.connect(self._follow)
        self._settings, self._open = settings, open_
        self.aboutToShow.connect(self._fill)

    def _follow(self) -> None:
        self.menuAction().setVisible(self._command.isVisible())
        self.menuAction().setEnabled(self._command.isEnabled())

    def _fill(self) -> None:
        self.clear()
        for path in self._settings.recent:
            self.addAction(path.name, functools.partial(self._open, path)).setToolTip(str(path))
        self.addSeparator()
        self.addAction("Forget these", self._settings.forget_recent).setEnabled(bool(self._settings.recent))
