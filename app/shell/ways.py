"""Ways: several pictures that stand in one place by turns, each another way of seeing the same thing; the heading of
each has the switch between them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow

from app.shell.docks import Dock
from app.shell.filling import Put
from app.shell.fronts import Pairs
from app.shell.restoring import restore
from app.shell.seats import Seats
from app.shell.sharing import Sharing


class Ways(QObject):
    """`name` is the one that stands there. One with a column has the whole right one for its companion: what the data
    are best seen in stands below it then, and all else behind that. `chosen(name)` is what a person wants of the
    switch, or by closing one."""

    chosen = Signal(str)
    changed = Signal(str)

    def __init__(self, window: QMainWindow, docks: Mapping[str, Dock], seats: Seats, sharing: Sharing) -> None:
        super().__init__(window)
        self._window, self._docks, self._seats, self._sharing = window, docks, seats, sharing
        self.base = self.name = seats.first
        self.all = seats.ways
        self.front = ""  # the one that is there for these data alone, and then comes first
        self._before: QByteArray | None = None  # how all stood before one with a column came
        self._gave_way = False
        for name in self.all:
            docks[name].way_chosen.connect(self.chosen)
        self.offer("")
        for name in (*self.others, *seats.columns.values()):
            docks[name].closed.connect(self._on_closed)

    def among(self, fronts: Pairs) -> str:
        """The one of these pictures before others that stands here by turns; "" where none does."""
        return next((front for _, front in fronts if front in self.all), "")

    def offer(self, front: str) -> None:
        """The switch has all that is there whatever the data, and the one that they alone have."""
        self.front = front
        offered = {name: word for name, word in self.all.items() if name not in self._seats.fronts or name == front}
        for name in self.all:
            self._docks[name].offer_ways(offered if len(offered) > 1 else {})

    @property
    def others(self) -> tuple[str, ...]:
        """All but the one that stands there at first."""
        return tuple(name for name in self.all if name != self.base)

    @property
    def column(self) -> str:
        """What has the right column now; "" where nothing has it."""
        return self._seats.columns.get(self.name, "")

    def meant(self, name: str) -> str:
        """What has to be chosen for a picture to be seen: for a companion, the way that it goes with."""
        return next((way for way, column in self._seats.columns.items() if column == name), name)

    def settle(self) -> None:
        """At first only one is there, and the others wait in its place."""
        for name in (*self.others, *self._seats.columns.values()):
            self._window.tabifyDockWidget(self._docks[self.base], self._docks[name])
            self._docks[name].hide()

    def tell(self, name: str) -> None:
        """That one stands there now, wherever it has been put."""
        self._gave_way = False
        if name != self.name:
            self.name = name
            self.changed.emit(name)

    def take(self, name: str, place: str) -> None:
        """That one stands there in the grid; `place` is what the data are best seen in."""
        self.leave()
        if name == self.base:
            return
        self.tell(name)
        if self.column:
            self._before = self._window.saveState()
            self._arrange(place)
            self.fit(place)
        else:
            self._swap(self.base, name)

    def leave(self) -> None:
        """All as it stood before."""
        if self.name == self.base:
            return
        name, column, before, self._before = self.name, self.column, self._before, None
        self.tell(self.base)
        if before is not None:
            for guest in (name, column):  # which the state from before may not know
                self._docks[guest].hide()
            restore(self._window, before)
        else:
            self._swap(name, self.base)

    def of(self, pair: tuple[str, str]) -> tuple[str, ...]:
        """The pictures of a lecture: this way in the place of the first picture, its companion beside it."""
        if self.column and not self._gave_way:
            return self.name, self.column
        return tuple(self.name if name == self.base else name for name in pair)

    def give_way(self) -> bool:
        """In a lecture something else is wanted beside it than its companion; False where it has none."""
        self._gave_way = bool(self.column)
        return self._gave_way

    def bring(self, name: str, place: str) -> bool:
        """Beside one with a column another picture comes behind what stands below; False where there is no column."""
        if self._before is None:
            return False
        if name not in (self.name, self.column, place):
            self._window.tabifyDockWidget(self._docks[place], self._docks[name])
        self._docks[name].show()
        self._docks[name].raise_()
        return True

    def put_again(self, fit: Callable[[], None], below: str) -> Put | None:
        """What gives every picture its room after one beside a column has had it all: there Qt's own state of docks
        that were tabbed together and hidden ends the program (6.11, now and then). None where that does, and has to."""
        if not self.column or below:
            return None
        front = [dock for dock in self._docks.values() if dock.seen]

        def put() -> None:
            fit()
            for dock in front:
                dock.raise_()

        return put

    def fit(self, place: str) -> bool:
        """Share the room with the column; False where there is none."""
        if self._before is not None:
            self._sharing.column(self.name, place, self.column)
        return self._before is not None

    def _swap(self, old: str, new: str) -> None:
        shown = not self._docks[old].isHidden()
        self._docks[old].hide()
        self._docks[new].setVisible(shown or new != self.base)
        self._docks[new].raise_()

    def _arrange(self, place: str) -> None:
        window, docks = self._window, self._docks
        below = self._seats.grid[0][1]
        shown = not docks[below].isHidden()
        for name, dock in docks.items():
            if name != "recipe" and not dock.isFloating():
                window.removeDockWidget(dock)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docks[self.name])
        window.splitDockWidget(docks[self.name], docks[self.column], Qt.Orientation.Horizontal)
        window.splitDockWidget(docks[self.name], docks[place], Qt.Orientation.Vertical)
        if shown and below != place:
            window.tabifyDockWidget(docks[place], docks[below])
            docks[below].show()
        for name in (self.name, self.column, place):
            docks[name].show()
        docks[place].raise_()

    def _on_closed(self) -> None:
        if self.name != self.base:
            self.chosen.emit(self.base)
