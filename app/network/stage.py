"""The stage of the network room: its views in their docks, built when somebody looks at them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from app.documents.limits import FREE, Limits
from app.documents.view_state import ViewState
from app.look.theme import Theme
from app.network.picture_menu import PictureMenu
from app.network.view_list import ViewList, commands
from app.shell.actions import Actions
from app.shell.docks import Dock
from app.shell.keys import forbid_click_focus
from app.views.base import View
from app.views.registry import faces
from app.widgets.limited import offer
from core.experiment import Experiment

SMALLEST_PICTURE = (160, 96)  # px


class Stage(QObject):
    """`views` and `docks` by name; `built(view)` tells of a view that somebody looks at for the first time."""

    built = Signal(object)

    def __init__(self, window: QMainWindow, recipe: QWidget) -> None:
        super().__init__(window)
        self._floating: list[Dock] = []
        self._limits, self._offered = FREE, True
        self._menu: PictureMenu | None = None
        self.views = ViewList(self._take)
        self.docks = {"recipe": Dock("recipe", "Recipe", recipe, window, fixed=True)}
        for name, face in faces().items():
            content = self.views.there.get(name) or QWidget()
            content.setMinimumSize(*SMALLEST_PICTURE)  # however large the text: a picture never widens the window
            self.docks[name] = Dock(name, face.title, content, window)
            self.docks[name].entry.setToolTip(face.tip)
            self.docks[name].seen_changed.connect(functools.partial(self._look_at, name))

    def _look_at(self, name: str) -> None:
        """A picture that can be seen is there, and up to date, before it is painted; beside it those of other runs."""
        if self.docks[name].seen:
            self.views[name]  # built where it was not
            for view in self.docks[name].findChildren(View):
                if view.isVisible():
                    view.come_into_sight()

    def _take(self, name: str, view: View) -> None:
        """A view was built: it takes the place that its dock has kept for it."""
        view.setMinimumSize(*SMALLEST_PICTURE)
        dock = self.docks[name]
        kept = dock.widget()
        dock.setWidget(view)
        kept.deleteLater()
        view.show()
        self.built.emit(view)
        forbid_click_focus(view)

    def fill_menu(self, menu: QMenu, present: Callable[[], Collection[str]]) -> None:
        """The pictures stand before all else in the View menu, first those that are `present` when it is opened."""
        self._menu = PictureMenu(menu, {name: self.docks[name].entry for name in self.views}, present)

    def enter(self) -> None:
        """The room is in front: its floating docks come back."""
        for dock in self._floating:
            dock.show()
        self._floating = []
        self._offer(True)

    def leave(self) -> None:
        """Another room is: floating docks are put away."""
        self._floating = [dock for dock in self.docks.values() if dock.isFloating() and dock.isVisible()]
        self.hide_floating()
        self._offer(False)

    def hide_floating(self) -> None:
        for dock in self.docks.values():
            if dock.isFloating():
                dock.hide()

    def _offer(self, offered: bool) -> None:
        self._offered = offered
        self.restrict(self._limits)

    def restrict(self, limits: Limits) -> None:
        """A dock that a file hides or locks is not opened and closed by its entry in the menu either."""
        self._limits = limits
        for name in self.views:
            action = self.docks[name].entry
            action.setEnabled(True)
            action.setToolTip(faces()[name].tip)
            offer(action, limits, f"show_{name}")
            action.setVisible(self._offered and action.isVisible())
        if self._menu is not None:
            self._menu.arrange()

    def name_docks(self, experiment: Experiment, state: ViewState, actions: Actions, place: tuple[str, str]) -> None:
        """Docks and commands are called after what they show. `place`: the usual view on the right, and the one that
        these data are best seen in: the command of the former shows the latter."""
        titles = {name: face.title_for(experiment, state) for name, face in faces().items()}
        for name, title in titles.items():
            if self.docks[name].windowTitle() != title:
                self.docks[name].rename(title)
        usual, present = place
        for name, command in commands().items():
            actions[command.name].setText(titles[present if name == usual else name])

    def show_theme(self, theme: Theme) -> None:
        for dock in self.docks.values():
            dock.show_theme(theme)
