"""The window: menus, the switch between the lab's rooms, the gallery. It puts together and owns no behaviour."""

from __future__ import annotations

import pathlib

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from app.documents.experiment_store import Store
from app.look.theme import Theme
from app.network.room import NetworkRoom
from app.network.view_list import commands
from app.panels.gallery import Gallery
from app.shell import actions as table
from app.shell import keys
from app.shell.actions import Actions
from app.shell.appearance import Appearance
from app.shell.room import RACE, TITLES, Room
from app.shell.settings import Settings
from app.widgets.limited import limited
from app.widgets.segments import Segments
from app.window.clipboard import Clipboard
from app.window.files import Files
from app.window.front import Front
from app.window.help import Help
from app.window.keyboard import Keyboard
from app.window.left_work import LeftWork
from app.window.recent import RecentMenu
from app.window.recovery import Recovery
from app.window.rooms import Rooms
from app.window.screens import FirstSize, Screens
from core.documents.document import Document
from core.experiment import Experiment

MENU = 24  # px
PATIENCE = 10.0  # seconds that closing waits for a file that is being read


class MainWindow(QMainWindow):
    """The network room, and the gradient-descent room from its first use on; one of them is in front."""

    def __init__(self, experiment: Experiment, settings: Settings, path: pathlib.Path | None = None) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setFocusPolicy(
            Qt.FocusPolicy.ClickFocus
        )  # the window itself has the focus at first: Space plays, it does not press a button
        self.left_threads = self._closing = self._forgetting = False
        self.settings = settings
        self._dressed: set[str] = set()  # rooms that wear the present theme
        store = Store(experiment, path=path)
        self.appearance = Appearance(store, settings, self)
        self._build(store)
        self._connect()
        self.appearance.wear()
        self._show_motion(self.appearance.still)
        self.rooms.bring_to_front(self.network)
        self.first_size = FirstSize(self)

    # Putting together

    def _build(self, store: Store) -> None:
        self.actions_ = Actions(self.target, self, tuple(commands().values()))
        self.menus = table.fill(self.menuBar(), self.actions_)
        pages = QStackedWidget()
        self.setCentralWidget(pages)
        self.network = NetworkRoom(
            store, self.settings, self.actions_, pages
        )  # in its place at once: to move a whole room costs 0.1 s
        self.rooms = Rooms(self.network, {RACE: self._build_race}, pages, self)
        self.files = Files(self.rooms, self.network.weights, self.settings, self.actions_.table, self)
        self.clipboard = Clipboard(self.rooms, self.files, self.network.weights, self)
        self.help, self.screens = Help(self.network.lab, self.actions_.table, self), Screens(self)
        self.recovery = Recovery(parent=self)
        self.recovery.watch(self.network)
        self.left_work = LeftWork(self.recovery, self.rooms, self.files.saving, self)
        self.gallery = Gallery(self)
        play = self.actions_["play"].trigger
        self.keyboard = Keyboard(self, self._is_covered, self._let_go, play, lambda: self.rooms.front.take_arrows())
        self.network.fill_menus(self.menus)
        self.recent = RecentMenu(self.settings, self.files.open, self.actions_["open"], self)
        self.menus["File"].insertMenu(self.actions_["import_csv"], self.recent)
        self.switch = Segments("Room", TITLES)
        place = limited(self.switch, *(f"room_{key}" for key in TITLES), parent=self)
        self.menuBar().setCornerWidget(place, Qt.Corner.TopRightCorner)
        self.front = Front(self.rooms, self.actions_, self.switch, self)
        keys.forbid_click_focus(self)

    def target(self, name: str) -> object:
        """Whoever carries out the commands that the table writes under this name."""
        front = self.rooms.front
        return {
            "window": self, "left_work": self.left_work, "rooms": self.rooms, "room": front, "lab": front.lab, "layouts": self.network.layouts, "time": front.time, "hand": self.network.lab.hand,
            "imports": self.network.imports, "files": self.files, "clipboard": self.clipboard,
            "starts": self.network.starts, "side_by_side": self.network.side_by_side, "studies": self.network.studies, "envelope": self.network.envelope, "costs": self.network.costs, "slow_motion": self.network.slow_motion,
            "appearance": self.appearance, "screens": self.screens, "help": self.help,
        }[name]  # fmt: skip

    def _build_race(self) -> Room:
        from app.race.room import RaceRoom

        room = RaceRoom(self.settings, self.actions_)
        room.wanted.connect(self._race)
        return room

    def _connect(self) -> None:
        for part in (
            self.files,
            self.clipboard,
            self.help,
            self.appearance,
            self.screens,
            self.left_work,
            self.recovery,
        ):
            part.said.connect(self.front.say)
        for part in (self.files, self.clipboard, self.left_work):
            part.failed.connect(self.front.show_failure)
        self.files.offered.connect(self.front.offer)
        self.files.table_dropped.connect(self.network.imports.table)
        self.files.pictures_dropped.connect(self.network.imports.pictures)
        self.files.text_dropped.connect(self.network.imports.text)
        self.appearance.changed.connect(self._show_theme)
        self.appearance.motion_changed.connect(self._show_motion)
        self.gallery.chosen.connect(self._open_preset)
        self.gallery.closed.connect(self.setFocus)
        self.switch.chosen.connect(self.enter)
        self.rooms.built.connect(self._take_in)
        self.rooms.came_to_front.connect(self._dress)
        self.rooms.came_to_front.connect(self.front.show_room)
        self.front.listen(self.network)

    def _take_in(self, room: Room) -> None:
        """A room was built: it wears, and is watched, as the others are."""
        self.front.listen(room)
        self.recovery.watch(room)
        room.fill_menus(self.menus)
        keys.forbid_click_focus(room.page)
        room.reduce_motion(self.appearance.still)

    # Rooms

    @property
    def room(self) -> Room:
        """The room in front."""
        return self.rooms.front

    def enter(self, key: str) -> None:
        """Bring a room to the front; the other one stays as it is."""
        self.rooms.enter(key)

    def _is_covered(self) -> bool:
        """Whether something lies over everything."""
        return (
            self.gallery.isVisible()
            or self.network.starts.is_open
            or self.network.studies.is_open
            or self.network.costs.is_open
            or self.network.envelope.is_open
        )

    def _let_go(self) -> None:
        self.room.let_go()

    # Beginning and end

    def begin(self, playing: bool) -> None:
        """Start the first run."""
        self.network.begin(playing)

    def open(self, path: pathlib.Path, found: Document | None = None) -> None:
        """Open what else was named on the command line: a document that has been read already, a trained network, a
        table."""
        if found is None:
            self.files.open(path)
            return
        self.rooms.of(found.kind).take(found, path, None, playing=False)
        self.enter(found.kind)

    def offer_recovery(self) -> None:
        """Work that a crash left is offered, never forced."""
        self.left_work.offer()

    def closeEvent(self, event: QCloseEvent) -> None:
        may = self._closing or self.files.may_leave(self.close_without_asking)
        if not (may or self._closing):  # it may have come to be, while the question stood there
            event.ignore()
            return
        asked = not self._closing
        unsaved = [room.key for room in self.rooms.all() if self._forgetting or room.unsaved()]
        self.settings.set("window/geometry", self.saveGeometry())
        self.hide()
        self.recovery.ask_last()
        ended = [room.close_room() for room in self.rooms.all()]
        self.settings.save()
        self.left_threads = not all(ended)
        self.left_work.close(PATIENCE)
        if asked or self._forgetting:
            self.recovery.close(forgotten=unsaved)  # thrown away by a click
        else:
            self.recovery.close(offered=unsaved)
        event.accept()

    def close_without_asking(self) -> None:
        """What is not saved is kept, and what a person has done is offered at the next start. A question that stands
        there is not waited for."""
        self._closing = True
        while (dialog := QApplication.activeModalWidget()) is not None and dialog.close():
            pass
        self.close()

    def close_and_forget(self) -> None:
        """Of a window that no person has worked with."""
        self._closing = self._forgetting = True
        self.close()

    # What the table of commands asks of the window

    def open_gallery(self) -> None:
        if self.gallery.isVisible():
            self.gallery.shut()
        else:
            self.gallery.open()

    def _open_preset(self, name: str) -> None:
        self.files.open_preset(name)
        if self.room.key == RACE:
            self.room.lab.play()

    def _race(self, race: Document) -> None:
        """A ready-made race, and off they go."""
        if self.files.take(race):
            self.room.lab.play()

    # Showing

    def _show_motion(self, still: bool) -> None:
        self.actions_["reduce_motion"].setChecked(still)
        for room in self.rooms.all():
            room.reduce_motion(still)

    def _show_theme(self, theme: Theme) -> None:
        self.menuBar().setFixedHeight(theme.px(MENU))
        self.actions_.show_theme()
        self.switch.updateGeometry()
        self.gallery.show_theme(theme)
        self._dressed.clear()
        self._dress(self.room)
        for name in ("light", "dark", "system"):
            self.actions_[f"theme_{name}"].setChecked(self.network.store.view.theme == name)

    def _dress(self, room: Room) -> None:
        """A room that is not in front is told of the theme when it comes there: it measures what it shows."""
        if room.key not in self._dressed:
            self._dressed.add(room.key)
            room.show_theme(self.appearance.theme)

    # Qt's own events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [pathlib.Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths and self.actions_["open"].isEnabled() and self.actions_["open"].isVisible():
            event.acceptProposedAction()
            self.files.open(paths[0])
