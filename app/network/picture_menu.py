"""The pictures in the View menu: those for the document come first, the others stand in submenus by what they tell
of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.shell.key_table import dock_key
from app.views.face import About
from app.views.registry import faces


class PictureMenu:
    """Puts the `entries` of pictures, by name, before all else in a menu; `present` names those for the document. A
    picture keeps its key wherever it stands."""

    def __init__(self, menu: QMenu, entries: Mapping[str, QAction], present: Callable[[], Collection[str]]) -> None:
        self._menu, self._entries, self._present = menu, entries, present
        for place, action in enumerate(entries.values(), start=1):
            action.setShortcut(dock_key(place))
        rest = menu.insertSeparator(menu.actions()[0])
        self.others = {about: QMenu(about.value, menu) for about in About if about is not About.ALL}
        others = [menu.insertMenu(rest, other) for other in self.others.values()]
        self._end = menu.insertSeparator(others[0])
        for each in (menu, *self.others.values()):
            each.setToolTipsVisible(True)
        menu.aboutToShow.connect(self.arrange)
        self.arrange()

    def arrange(self) -> None:
        """Each picture in its place; a submenu with nothing to offer is not there."""
        present = self._present()
        for name, action in self._entries.items():
            about = faces()[name].about
            for menu in (self._menu, *self.others.values()):
                menu.removeAction(action)
            if about is About.ALL or name in present:
                self._menu.insertAction(self._end, action)
            else:
                self.others[about].addAction(action)
        for other in self.others.values():
            other.menuAction().setVisible(any(action.isVisible() for action in other.actions()))
