"""The named layouts: where the docks stand in Explore and in Lecture, and how big they are."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QToolBar

from app.docks import Dock
from app.settings import Settings

EXPLORE, LECTURE = "Explore", "Lecture"
RECIPE, WIDE, NARROW, TOP, BOTTOM = 224, 528, 512, 440, 244  # px at 1280×800
SMALLEST_BOTTOM = 120
GRID = (("network", "loss"), ("boundary", "surface"))  # columns of Explore, top to bottom
AT_FIRST = ("network", "boundary", "loss", "surface")
BEHIND = ("score",)  # a tab behind the last of the grid
STATE_VERSION = 2


def explore_sizes(width: int, height: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Widths of the two columns and heights of the two rows for the room that all pictures share. A low window takes from the
    bottom row only; a large one gives to all."""
    left = round(width * WIDE / (WIDE + NARROW))
    low = min(TOP, max(height - SMALLEST_BOTTOM, height // 2))
    top = round(height * TOP / (TOP + BOTTOM)) if height >= TOP + BOTTOM else low
    return (left, width - left), (top, height - top)


class Layouts(QObject):
    """Moves docks and bars of a window; each layout remembers how the person left it."""

    def __init__(self, window: QMainWindow, docks: Mapping[str, Dock], bars: Mapping[str, QToolBar], settings: Settings) -> None:
        super().__init__(window)
        self._window, self._docks, self._bars, self._settings = window, docks, bars, settings
        self.name = ""
        self.pair: tuple[str, str] = ("network", "boundary")
        self._by_hand = False
        self._refit = QTimer(self, singleShot=True, interval=0)  # Qt shares a new size out after the event that tells it
        self._refit.timeout.connect(self.fit)

    # Choosing

    def choose(self, name: str) -> None:
        """Go to a layout, as it was left."""
        if name == self.name:
            return
        self.keep()
        self.name = name if name in (EXPLORE, LECTURE) else EXPLORE
        if self.name == LECTURE:
            self._lecture()
        else:
            self._explore()
            if not self._recall():
                self._stack()
            self.resized()

    def keep(self) -> None:
        """Remember how Explore stands now."""
        if self.name == EXPLORE:
            self._settings.set("layout/explore", self._window.saveState(STATE_VERSION))
            self._settings.set("layout/by_hand", self._by_hand)

    def _recall(self) -> bool:
        """Explore as it was left, where it was left in another way than at first; False where it was not."""
        state = self._settings.bytes("layout/explore")
        self._by_hand = False
        if not state.isEmpty() and self._window.restoreState(state, STATE_VERSION):
            self._by_hand = self._settings.get("layout/by_hand", False)
            self._show_bars(lecture=False)
            return True
        return False

    def reset(self) -> None:
        """Everything as at first."""
        self._settings.set("layout/explore", QByteArray())
        name, self.name = self.name, ""
        self.choose(name)

    def choose_picture(self, name: str) -> None:
        """Lecture: a picture takes the place of the older one of the two. Explore: it comes to the front."""
        if self.name != LECTURE:
            self._docks[name].show()
            self._docks[name].raise_()
        elif name not in self.pair:
            self.pair = (self.pair[1], name)
            self._lecture()

    # Arranging

    def _explore(self) -> None:
        self._show_bars(lecture=False)
        window, docks = self._window, self._docks
        for dock in docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks["recipe"])
        (first, *below), (second, *under) = GRID
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docks[first])
        window.splitDockWidget(docks[first], docks[second], Qt.Orientation.Horizontal)
        window.splitDockWidget(docks[first], docks[below[0]], Qt.Orientation.Vertical)
        window.splitDockWidget(docks[second], docks[under[0]], Qt.Orientation.Vertical)
        for name, dock in docks.items():
            dock.show_title(name != "recipe")
            dock.setVisible(name in (*AT_FIRST, "recipe"))

    def _stack(self) -> None:
        """All other pictures behind the last of the grid. Not before a layout is recalled: Qt would leave these tabs standing beside its own."""
        front = self._docks[GRID[1][1]]
        for name, dock in self._docks.items():
            if name not in (*AT_FIRST, "recipe"):
                self._window.tabifyDockWidget(front, dock)
                dock.setVisible(name in BEHIND)
        front.raise_()

    def _lecture(self) -> None:
        window, docks = self._window, self._docks
        for dock in docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)
        first, second = (docks[name] for name in self.pair)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, first)
        window.splitDockWidget(first, second, Qt.Orientation.Horizontal)
        for dock in (first, second):
            dock.show_title(False)
            dock.show()
        self._show_bars(lecture=True)
        self.resized()

    def _show_bars(self, lecture: bool) -> None:
        for name, bar in self._bars.items():
            bar.setVisible((name != "transport") if lecture else (name == "transport"))

    # Fitting

    def fit(self) -> None:
        """Give every picture its share of the window."""
        if self.name == LECTURE:
            self._activate()
            half = self._window.width() // 2
            self._window.resizeDocks([self._docks[name] for name in self.pair], [half, half], Qt.Orientation.Horizontal)
            return
        if not self._is_grid():
            return
        docks = self._docks
        self._activate()
        columns, rows = explore_sizes(*self._room())
        (first, below), (second, under) = GRID
        self._window.resizeDocks([docks[first], docks[second]], list(columns), Qt.Orientation.Horizontal)
        for top, bottom in ((first, below), (second, under)):
            self._window.resizeDocks([docks[top], docks[bottom]], list(rows), Qt.Orientation.Vertical)

    def _activate(self) -> None:
        layout = self._window.layout()
        if layout is not None:
            layout.activate()

    def resized(self) -> None:
        """The window has another size: fit again, unless the person has drawn the lines between the pictures."""
        if not self._by_hand or self.name == LECTURE:
            self.fit()
            self._refit.start()

    def dragged(self) -> None:
        """A picture was resized under the mouse."""
        if self.name == EXPLORE:
            self._by_hand = True

    def _is_grid(self) -> bool:
        return all(not self._docks[name].isHidden() and not self._docks[name].isFloating() for column in GRID for name in column)

    def _room(self) -> tuple[int, int]:
        """Width and height that the pictures share, without the lines between them."""
        (first, below), (_, under) = ((self._docks[name].geometry() for name in column) for column in GRID)
        gap = self._window.style().pixelMetric(self._window.style().PixelMetric.PM_DockWidgetSeparatorExtent, None, self._window)
        return under.right() - first.left() + 1 - gap, below.bottom() - first.top() + 1 - gap
