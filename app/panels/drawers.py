"""The three drawers behind the recipe's More buttons; one is open at a time, over the pictures."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.panels.recipe import Recipe
from app.shell.keys import forbid_click_focus
from app.widgets.drawer import Drawer

if TYPE_CHECKING:  # a drawer is loaded and built when it is first asked for: the window is there sooner
    from app.panels.data_drawer import DataDrawer
    from app.panels.drawer_panel import DrawerPanel
    from app.panels.learning_drawer import LearningDrawer
    from app.panels.network_drawer import NetworkDrawer

P = TypeVar("P", bound="DrawerPanel")
NAMES = ("data", "network", "learning")


class Drawers(QObject):
    """Puts them over a window, beside one of its widgets. `built(panel)` tells of each when it comes to be: it is to be
    wired like any other panel, and to be told what is shown."""

    built = Signal(object)
    closed = Signal()  # none is open any more
    moved = Signal()  # one has opened or closed

    def __init__(self, window: QWidget, recipe: Recipe, beside: QWidget) -> None:
        super().__init__(window)
        self._window, self._recipe, self._beside = window, recipe, beside
        self._devices: Sequence[Any] = ()
        self._no_kernel: frozenset[str] = frozenset()
        self.drawers: dict[str, Drawer] = {}  # those that are built

    @functools.cached_property
    def data(self) -> DataDrawer:
        from app.panels.data_drawer import DataDrawer

        return self._put_in("data", DataDrawer())

    @functools.cached_property
    def network(self) -> NetworkDrawer:
        from app.panels.network_drawer import NetworkDrawer

        return self._put_in("network", NetworkDrawer())

    @functools.cached_property
    def learning(self) -> LearningDrawer:
        from app.panels.learning_drawer import LearningDrawer

        panel = self._put_in("learning", LearningDrawer())
        if self._devices:
            panel.show_devices(self._devices)
        panel.show_no_kernel(self._no_kernel)
        return panel

    @property
    def panels(self) -> tuple[DrawerPanel, ...]:
        """All three, built."""
        return self.data, self.network, self.learning

    def _put_in(self, name: str, panel: P) -> P:
        drawer = Drawer(panel.title, panel, self._window, self._beside)
        drawer.closed.connect(self._share_words)
        self.drawers[name] = drawer
        self.built.emit(panel)
        forbid_click_focus(drawer)
        return panel

    def show_devices(self, devices: Sequence[Any]) -> None:
        """What `core.machine.device.choices` found on this machine."""
        self._devices = devices
        if "learning" in self.drawers:
            self.learning.show_devices(devices)

    def show_no_kernel(self, precision: str) -> None:
        """The kernel cannot be had here for numbers of this precision."""
        self._no_kernel |= {precision}
        if "learning" in self.drawers:
            self.learning.show_no_kernel(self._no_kernel)

    def toggle(self, name: str) -> None:
        """Open one and close the others; an open one is closed."""
        if name not in NAMES:
            raise ValueError(f"{name!r} is no drawer; allowed: {', '.join(NAMES)}")
        getattr(self, name)
        for other, drawer in self.drawers.items():
            if other != name:
                drawer.shut()
        self.drawers[name].toggle(self._recipe.more[name])
        self._share_words()

    def settle(self) -> None:
        """What was typed and not taken is gone."""
        for panel in (self.drawers[name].content for name in self.drawers):
            panel.settle()  # type: ignore[attr-defined]

    def shut(self) -> None:
        for drawer in self.drawers.values():
            drawer.shut()

    def _share_words(self) -> None:
        """The recipe says what is wrong while no drawer does."""
        self._recipe.speaks = not self.any_open
        self.moved.emit()
        if not self.any_open:
            self.closed.emit()

    @property
    def right(self) -> int:
        """Where the pictures begin beside the one that is open; 0 where none is."""
        return max((drawer.geometry().right() + 1 for drawer in self.drawers.values() if drawer.isVisible()), default=0)

    @property
    def any_open(self) -> bool:
        return any(drawer.isVisible() for drawer in self.drawers.values())
