"""The three drawers behind the recipe's More buttons; one is open at a time, over the pictures."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.panels.data_drawer import DataDrawer
from app.panels.drawer_panel import DrawerPanel
from app.panels.learning_drawer import LearningDrawer
from app.panels.network_drawer import NetworkDrawer
from app.panels.recipe import Recipe
from app.widgets.drawer import Drawer


class Drawers(QObject):
    """Builds them over a window, beside one of its widgets; `panels` are to be wired like any other panel."""

    def __init__(self, window: QWidget, recipe: Recipe, beside: QWidget) -> None:
        super().__init__(window)
        self._recipe = recipe
        self.data, self.network, self.learning = DataDrawer(), NetworkDrawer(), LearningDrawer()
        self.panels: tuple[DrawerPanel, ...] = (self.data, self.network, self.learning)
        named = {"data": self.data, "network": self.network, "learning": self.learning}
        self.drawers = {name: Drawer(panel.title, panel, window, beside) for name, panel in named.items()}
        for drawer in self.drawers.values():
            drawer.closed.connect(self._share_words)

    def toggle(self, name: str) -> None:
        """Open one and close the others; an open one is closed."""
        for other, drawer in self.drawers.items():
            if other != name:
                drawer.shut()
        self.drawers[name].toggle(self._recipe.more[name])
        self._share_words()

    def shut(self) -> None:
        for drawer in self.drawers.values():
            drawer.shut()

    def _share_words(self) -> None:
        """The recipe says what is wrong while no drawer does."""
        self._recipe.speaks = not any(drawer.isVisible() for drawer in self.drawers.values())
