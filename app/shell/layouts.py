"""The named layouts: where the docks stand in Explore and in Lecture, and how big they are."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QMainWindow, QToolBar

from app.shell.docks import Dock
from app.shell.filling import Put, filling_of_docks
from app.shell.fronts import Fronts, Pairs
from app.shell.restoring import restore
from app.shell.seats import Seats
from app.shell.settings import Settings
from app.shell.sharing import Sharing
from app.shell.ways import Ways

EXPLORE, LECTURE = "Explore", "Lecture"
STATE_VERSION = 8
LOSS, MANY = "loss", 3  # what is always seen of so many runs or more


class Layouts(QObject):
    """Moves docks and bars of a window; each layout remembers how the person left it."""

    def __init__(
        self,
        window: QMainWindow,
        docks: Mapping[str, Dock],
        bars: Mapping[str, QToolBar],
        settings: Settings,
        seats: Seats,
        above: Dock | None = None,
    ) -> None:
        """`above`: a dock of one height that stands over the pictures."""
        super().__init__(window)
        self.seats = seats
        self._window, self._docks, self._bars, self._settings = window, docks, bars, settings
        self.fronts = Fronts(window, docks, tuple(name for name in seats.fronts if name not in seats.ways))
        self._sharing = Sharing(window, docks, seats, above, self.fronts)
        self.ways = Ways(window, docks, seats, self._sharing)
        self.ways.chosen.connect(self.choose_picture)
        self.name = ""
        self.place = seats.usual_place
        self.pair: tuple[str, str] = (seats.first, self.place)
        self.companions: tuple[str, ...] = ()  # stand ready as tabs, beside the place or behind the last of the grid
        self._by_hand = False
        self.runs = 1  # that are seen in each picture

        def share() -> Put | None:
            return self.fit if self.name == LECTURE else self.ways.put_again(self.fit, self._below())

        self.filling = filling_of_docks(window, docks, above, lambda: self.place, share, self._below)
        self._refit = QTimer(
            self, singleShot=True, interval=0
        )  # Qt shares a new size out after the event that tells it
        self._refit.timeout.connect(self._fit_again)
        for dock_name, dock in docks.items():
            dock.entry.triggered.connect(functools.partial(self.open_or_shut, dock_name))

    # Choosing

    def choose(self, name: str) -> None:
        """Go to a layout, as it was left. Nothing is painted before all stands where it belongs: one part comes after
        the other, and a slow screen would show each."""
        if name == self.name:
            return
        self._window.setUpdatesEnabled(False)
        way = self.ways.name
        self.keep()
        self.name = name if name in (EXPLORE, LECTURE) else EXPLORE
        if self.name == LECTURE:
            self._lecture()
        else:
            self._explore()
            if not self._recall():
                self._stack()
            self.fronts.stand(self.fronts.pairs)
            self.resized()
            if self._below():
                self.filling.fill(self.place)
        if way != self.ways.base:
            self._take(way)
        self._refit.start()

    def keep(self) -> None:
        """Remember how Explore stands now, with everything as it is at first in its place."""
        self.filling.leave()
        self.ways.leave()
        if self.name == EXPLORE:
            self._settings.set("layout/explore", self._window.saveState(STATE_VERSION))
            self._settings.set("layout/by_hand", self._by_hand)

    def _recall(self) -> bool:
        """Explore as it was left, where it was left in another way than at first; False where it was not."""
        state = self._settings.bytes("layout/explore")
        self._by_hand = False
        if not state.isEmpty() and restore(self._window, state, STATE_VERSION):
            self._by_hand = self._settings.get("layout/by_hand", False)
            show_bars(self._bars, lecture=False)
            shown = next((name for name in self.seats.places if not self._docks[name].isHidden()), "")
            self._move_guests(shown or self.seats.usual_place)
            self._take_place(bool(shown))
            self._offer_companions()
            self.ways.settle()
            return True
        return False

    def reset(self) -> None:
        """Everything as at first."""
        self._settings.set("layout/explore", QByteArray())
        name, self.name = self.name, ""
        self.choose(name)

    def choose_picture(self, name: str) -> None:
        """What the command of that name means comes to the front."""
        self._bring(self.seats.meant(name, self.place, self.companions))

    def open_or_shut(self, name: str, *_: object) -> None:
        """The menu's line of a picture: where it is seen beside others it goes, else it comes to the front, from behind
        other tabs, too. Lecture has no fewer than two."""
        dock = self._docks[name]
        if dock.seen and self.name != LECTURE and not self.filling.name:
            dock.close()
        else:
            self._bring(name)
        dock.entry.setChecked(not dock.isHidden())

    def _bring(self, name: str) -> None:
        """Lecture: a picture takes the place of the older one of the two. Explore: it comes to the front. Where one
        picture fills the room, this one does."""
        filled, name = bool(self.filling.name), self.ways.meant(name)
        if name in self.ways.all:
            self._take(name)
            return
        if self.name == LECTURE and name not in self._shown:
            self.filling.leave()
            self.pair = (self.ways.base if self.ways.give_way() else self.pair[1], name)
            self._lecture()
        if filled:
            self.filling.fill(name)
        elif self.name != LECTURE and not self.ways.bring(name, self.place):
            self._docks[name].show()
            self._docks[name].raise_()

    def _take(self, way: str) -> None:
        """What is seen in that way stands in the place of the first picture."""
        self._window.setUpdatesEnabled(False)
        filled = self.filling.leave()
        if self.name == LECTURE:
            self.ways.tell(way)
            self.pair = self.pair if way in self._shown else (self.pair[1], self.ways.base)
            self._lecture()
        else:
            self.ways.take(way, self.place)
            self._docks[way].show()
            self._docks[way].raise_()
        if filled and not self.ways.column:
            self.filling.fill(way)
        elif self._below() and way == self.ways.base:
            self.filling.fill(self.place)
        self._refit.start()

    def stand(self, runs: int) -> None:
        """So many runs are seen in each picture: a lecture has room for one kind of picture then; with three or more so
        has the room, with the loss below. The way that was chosen stays where it needs no column."""
        if runs == self.runs or min(runs, self.runs) >= MANY:
            self.runs = runs
            return
        way = self.ways.base if self.ways.column else self.ways.name
        self.filling.leave()
        self.ways.leave()
        self.runs = runs
        if way != self.ways.base:
            self._take(way)
        elif self.name == LECTURE:
            self._lecture()
        if self._below():
            self.filling.fill(self.place if way == self.ways.base else way)

    def _below(self) -> str:
        """What stands below the one kind of picture that there is room for; "" where there is more room."""
        return LOSS if self.runs >= MANY and self.name == EXPLORE else ""

    @property
    def _shown(self) -> tuple[str, ...]:
        """The pictures of a lecture."""
        shown = self.ways.of(self.pair)
        return shown if self.runs == 1 or self.ways.column in shown else shown[1:]

    def begin_with(self, place: str, companions: tuple[str, ...], fronts: Pairs = ()) -> None:
        """What the first document is best seen in, before anything stands anywhere."""
        self.pair = (self.pair[0], place)
        self.place, self.companions = place, companions
        self.ways.offer(self.ways.among(fronts))
        self.ways.name = self.ways.front or self.ways.base
        self.fronts.pairs = tuple(pair for pair in fronts if pair[1] != self.ways.front)

    def show_place(self, name: str) -> None:
        """These data are best seen in that picture: it takes the place of the input space, or of what stood there."""
        if name == self.place:
            return
        self.filling.leave()
        way = self.ways.name
        self.ways.leave()
        old, self.place = self.place, name
        one, other = (name if shown == old else shown for shown in self.pair)
        self.pair = (self.seats.first if one == other else one, other)  # which a person may have had there already
        if self.name == LECTURE:
            self._lecture()
        elif self.name == EXPLORE:
            shown = not self._docks[old].isHidden()
            self._move_guests(old)
            self._take_place(shown)
            self.fit()
        if way == self.ways.front:
            self._take(way)

    def show_companions(self, names: tuple[str, ...], fronts: Pairs = ()) -> None:
        """These pictures stand ready as tabs, and some before others; the others of their kind go."""
        front = self.ways.among(fronts)
        pairs = tuple(pair for pair in fronts if pair[1] != front)
        if (names, front, pairs) == (self.companions, self.ways.front, self.fronts.pairs):
            return
        self.filling.leave()
        way = front if front != self.ways.front else self.ways.name
        self.ways.leave()
        gone = set(self.companions) - {*names, self.place}
        self.companions = names
        self.ways.offer(front)
        if self.name == EXPLORE:
            for name in gone:
                self._docks[name].hide()
            self._offer_companions()
            self.fronts.stand(pairs)
            self.fit()
        elif self.name == LECTURE:
            self.fronts.pairs = pairs
            self._lecture()
        if front and way == front:
            self._take(front)

    def _offer_companions(self) -> None:
        """They are there, behind what they stand beside."""
        for name in self.companions:
            self._docks[name].show()
        for front in (self.place, self.seats.last) if self.companions else ():
            if not self._docks[front].isHidden():
                self._docks[front].raise_()

    def _move_guests(self, old: str) -> None:
        """A view that has its seat elsewhere comes to the place, and goes back there, shut."""
        if self.place not in self.seats.places:
            self._window.tabifyDockWidget(self._docks[old], self._docks[self.place])
        if old not in self.seats.places:
            self._window.tabifyDockWidget(self._docks[self.seats.last], self._docks[old])
            self._docks[old].hide()
            self._docks[self.seats.last].raise_()

    def _take_place(self, shown: bool = True) -> None:
        for other in self.seats.places:
            if other not in (self.place, *self.companions):
                self._docks[other].hide()
        if shown:
            self._docks[self.place].show()
            self._docks[self.place].raise_()

    # Arranging

    def _explore(self) -> None:
        show_bars(self._bars, lecture=False)
        window, docks = self._window, self._docks
        for dock in docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, docks["recipe"])
        grid = self.seats.with_place(self.place)
        (first, below), (second, under) = grid
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, docks[first])
        window.splitDockWidget(docks[first], docks[second], Qt.Orientation.Horizontal)
        window.splitDockWidget(docks[first], docks[below], Qt.Orientation.Vertical)
        window.splitDockWidget(docks[second], docks[under], Qt.Orientation.Vertical)
        for name, dock in docks.items():
            dock.show_title(name != "recipe")
            dock.setVisible(name in ("recipe", *(name for column in grid for name in column)))

    def _stack(self) -> None:
        """All other pictures behind one of the grid. Not before a layout is recalled: Qt would leave these tabs
        standing beside its own."""
        front = self._docks[self.seats.last]
        for name, dock in self._docks.items():
            if name in self.ways.all or name in self.seats.columns.values():
                continue
            if name in self.seats.places and name != self.place:
                self._window.tabifyDockWidget(self._docks[self.place], dock)
                dock.setVisible(name in self.companions)
            elif name not in (*self.seats.at_first, *self.seats.places, self.place, "recipe"):
                self._window.tabifyDockWidget(front, dock)
                dock.setVisible(name in (*self.seats.tabs, *self.companions))
        self._docks[self.place].raise_()
        front.raise_()
        self.ways.settle()

    def _lecture(self) -> None:
        window, docks = self._window, self._docks
        for dock in docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)
        shown = [docks[name] for name in self._shown]
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, shown[0])
        for dock in shown[1:]:
            window.splitDockWidget(shown[0], dock, Qt.Orientation.Horizontal)
        for dock in shown:
            dock.show_title(False)
            dock.show()
        show_bars(self._bars, lecture=True)
        self.resized()

    # Fitting

    def _fit_again(self) -> None:
        if not self._by_hand or self.name == LECTURE:
            self.fit()
        self._window.setUpdatesEnabled(True)

    def fit(self) -> None:
        """Give every picture its share of the window."""
        if self.name == LECTURE:
            self._sharing.halves(self._shown)
        elif not self.ways.fit(self.place):
            self._sharing.grid(self.place, self.ways.name)

    def resized(self) -> None:
        """The window has another size: fit again, unless the person has drawn the lines between the pictures."""
        if not self._by_hand or self.name == LECTURE:
            self.fit()
        self._refit.start()

    def dragged(self) -> None:
        """A picture was resized under the mouse."""
        if self.name == EXPLORE and not self.ways.column:
            self._by_hand = True


def show_bars(bars: Mapping[str, QToolBar], lecture: bool) -> None:
    """Those of the layout."""
    for name, bar in bars.items():
        bar.setVisible((name != "transport") if lecture else (name == "transport"))
