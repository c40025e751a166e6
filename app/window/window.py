"""The window: menus, the switch between the lab's rooms, the gallery. It holds the rooms and owns no behaviour."""

from __future__ import annotations

import pathlib
from typing import Any, cast

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from app.documents.experiment_store import Store
from app.look.theme import Theme
from app.network.room import NetworkRoom
from app.panels.gallery import Gallery
from app.shell import actions as table
from app.shell import keys
from app.shell.actions import Actions
from app.shell.appearance import Appearance
from app.shell.room import NETWORK, RACE, TITLES, Front, Room
from app.shell.settings import Settings
from app.widgets.segments import Segments
from app.window.files import Files
from app.window.help import Help
from app.window.recovery import Recovery
from core.experiment import Experiment

MENU = 24  # px
SIZE = (1280, 800)


class MainWindow(QMainWindow):
    """The network room, and the gradient-descent room from its first use on; one of them is in front."""

    def __init__(self, experiment: Experiment, settings: Settings, path: pathlib.Path | None = None) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAcceptDrops(True)
        self.setFocusPolicy(
            Qt.FocusPolicy.ClickFocus
        )  # the window itself has the focus at first: Space plays, it does not press a button
        self.resize(*SIZE)
        self.left_threads = False
        self.settings = settings
        store = Store(experiment, path=path)
        self.appearance = Appearance(store, settings, self)
        self._build(store)
        self._connect()
        self.appearance.wear()
        self._wear_motion(self.settings.get("look/still", False))
        self._come_to_front(self.network)

    # Putting together

    def _build(self, store: Store) -> None:
        targets: dict[str, Any] = {
            "window": self,
            "lab": Front(self._lab_in_front),
            "room": Front(self._room_in_front),
        }
        self.actions_ = Actions(targets, self)
        self.menus = table.fill(self.menuBar(), self.actions_)
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.network = NetworkRoom(
            store, self.settings, self.actions_, self._pages
        )  # in its place at once: to move a whole room costs 0.1 s
        self._rooms: dict[str, Room] = {NETWORK: self.network}
        self.room: Room = self.network
        self._pages.addWidget(self.network)
        self.files = Files(self, self.network.weights, self.settings, self)
        self.help = Help(self.network.lab, self)
        targets |= {"network": self.network, "files": self.files, "help": self.help}
        self.recovery = Recovery(parent=self)
        self.recovery.watch(NETWORK, store)
        self.gallery = Gallery(self)
        self.network.fill_menus(self.menus)
        self._fill_menus()
        self.switch = Segments("Room", TITLES)
        self.menuBar().setCornerWidget(self.switch, Qt.Corner.TopRightCorner)
        keys.forbid_click_focus(self)

    def _fill_menus(self) -> None:
        self.recent = self.menus["File"].addMenu("Open recent")
        self.menus["File"].insertMenu(self.actions_["import_csv"], self.recent)
        self.recent.aboutToShow.connect(self._fill_recent)

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self.settings.recent:
            self.recent.addAction(path.name, lambda path=path: self.files.open(path)).setToolTip(str(path))
        self.recent.addSeparator()
        self.recent.addAction("Forget these", self.settings.forget_recent).setEnabled(bool(self.settings.recent))

    def _connect(self) -> None:
        for sentence in (self.files.said, self.help.said, self.appearance.said):
            sentence.connect(self._say)
        self.files.failed.connect(self._show_failure)
        self.files.offered.connect(self._offer)
        self.files.table_dropped.connect(self.network.import_csv)
        self.files.pictures_dropped.connect(self.network.import_pictures)
        self.files.text_dropped.connect(self.network.import_text)
        self.appearance.changed.connect(self._show_theme)
        self.gallery.chosen.connect(self._open_preset)
        self.gallery.closed.connect(self.setFocus)
        self.switch.chosen.connect(self.enter)
        self._listen(self.network)
        cast(QApplication, QApplication.instance()).focusChanged.connect(self._on_focus)

    def _listen(self, room: Room) -> None:
        room.store.history_changed.connect(self._show_title)
        room.lab.playing_changed.connect(self._show_playing)

    # Rooms

    def rooms(self) -> tuple[Room, ...]:
        """Those that there are by now."""
        return tuple(self._rooms.values())

    @property
    def race(self) -> Room:
        """The gradient-descent room, not necessarily in front."""
        return self.room_for(RACE)

    def room_for(self, key: str) -> Room:
        """The room of that name; the gradient-descent room is built when it is first asked for."""
        if key not in self._rooms:
            from app.race.room import RaceRoom

            room = RaceRoom(self.settings, self.actions_)
            self._rooms[key] = room
            self._pages.addWidget(room.page)
            self._listen(room)
            self.recovery.watch(key, room.store)
            room.wanted.connect(self._race)
            room.fill_menus(self.menus)
            keys.forbid_click_focus(room.page)
            room.show_theme(self.appearance.theme)
            room.reduce_motion(self.settings.get("look/still", False))
            room.begin(playing=False)
        return self._rooms[key]

    def enter(self, key: str) -> None:
        """Bring a room to the front; the other one stays as it is."""
        room = self.room_for(key)
        if room is not self.room:
            self.room.leave()
            self._come_to_front(room)

    def _come_to_front(self, room: Room) -> None:
        self.room = room
        self.switch.set_value(room.key)
        self.actions_.show_room(room.key)
        for key in TITLES:
            self.actions_[f"room_{key}"].setChecked(key == room.key)
        self._pages.setCurrentWidget(room.page)
        room.enter()
        self._show_title()
        self._show_playing()
        self.setFocus()

    def _lab_in_front(self) -> Any:
        return self.room.lab

    def _room_in_front(self) -> Room:
        return self.room

    # Beginning and end

    def begin(self, playing: bool) -> None:
        """Start the first run."""
        self.network.begin(playing)

    def open(self, path: pathlib.Path, race: Any = None) -> None:
        """Open what else was named on the command line: a race that has been read already, a trained network, a
        table."""
        if race is None:
            self.files.open(path)
            return
        self.race.take(race, path, None, playing=False)
        self.enter(RACE)

    def offer_recovery(self) -> None:
        """Work that a crash left is offered, never forced."""
        left = self.recovery.left_over()
        if left:
            names = " and ".join(f"“{found.title}”" for found in left)
            self._offer(
                f"The window was not closed in order last time. {names} had changes that were not saved.",
                "Recover",
                lambda: self._recover(left),
            )

    def _recover(self, left: tuple[Any, ...]) -> None:
        for found in left:
            self.files.recover(found.document, found.path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._closing and not self.files.may_leave(self.close_without_asking):
            event.ignore()
            return
        self.settings.set("window/geometry", self.saveGeometry())
        self.hide()
        ended = [room.close_room() for room in self.rooms()]
        self.settings.save()
        self.left_threads = not all(ended)
        if self.left_threads:
            print("A run's thread did not end in time; the program ends without it.")
        self.recovery.close()
        event.accept()

    _closing = False

    def close_without_asking(self) -> None:
        self._closing = True
        self.close()

    # What the table of commands asks of the window

    def open_gallery(self) -> None:
        if self.gallery.isVisible():
            self.gallery.close_gallery()
        else:
            self.gallery.open()

    def _open_preset(self, name: str) -> None:
        self.files.open_preset(name)
        if self.room.key == RACE:
            self.room.lab.play()

    def _race(self, race: Any) -> None:
        """A ready-made race, and off they go."""
        if self.files.take(race):
            self.room.lab.play()

    def choose_theme(self, name: str) -> None:
        self.appearance.choose(name)

    def reduce_motion(self) -> None:
        """Beads and other movement that only decorates, on or off; remembered."""
        self._wear_motion(not self.settings.get("look/still", False))

    def _wear_motion(self, still: bool) -> None:
        self.settings.set("look/still", still)
        self.actions_["reduce_motion"].setChecked(still)
        for room in self.rooms():
            room.reduce_motion(still)

    def next_theme(self) -> None:
        self.appearance.next()

    def scale_text(self, direction: str) -> None:
        self.appearance.scale(int(direction))

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def move_to_other_screen(self) -> None:
        """Fill the next screen; from the last one back to the first."""
        screens = QApplication.screens()
        if len(screens) < 2:
            self._say("There is only one screen.")
            return
        target = screens[(screens.index(self.screen()) + 1) % len(screens)]
        self.showNormal()
        self.setGeometry(target.availableGeometry())
        self.showFullScreen()

    # Showing

    def _say(self, sentence: str) -> None:
        self.room.say(sentence)

    def _show_failure(self, sentence: str) -> None:
        self.room.notices.problem.say(sentence)

    def _offer(self, sentence: str, offer: str, act: Any) -> None:
        self.room.notices.recovery.say(sentence, offer, act)

    def _show_playing(self, *_: object) -> None:
        self.actions_["play"].setText("Pause" if self.room.lab.playing else "Play")
        self.switch.set_dots(frozenset(room.key for room in self.rooms() if room.lab.playing))

    def _show_title(self) -> None:
        store = self.room.store
        self.setWindowTitle(f"{store.title}[*] – Descent Lab")
        self.setWindowModified(store.dirty)
        for name, word, text in (("undo", "Undo", store.undo_text), ("redo", "Redo", store.redo_text)):
            self.actions_[name].setEnabled(bool(text))
            self.actions_[name].setText(f"{word}: {text}" if text else word)

    def _show_theme(self, theme: Theme) -> None:
        self.menuBar().setFixedHeight(theme.px(MENU))
        self.actions_.show_theme()
        self.switch.updateGeometry()
        self.gallery.show_theme(theme)
        for room in self.rooms():
            room.show_theme(theme)
        for name in ("light", "dark", "system"):
            self.actions_[f"theme_{name}"].setChecked(self.network.store.view.theme == name)

    # Qt's own events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keys that belong to the control in focus are not taken by the shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_taken(event):
            event.accept()
            return True
        return super().event(event)

    def _is_taken(self, event: QKeyEvent) -> bool:
        """The gallery, while it is open, has all plain keys but its own; else they may belong to the control in
        focus."""
        if self.gallery.isVisible():
            return (
                not event.modifiers()
                and event.key() != Qt.Key.Key_G
                and not Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F12
            )
        return keys.belongs_to_focus(event, self.focusWidget())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses what is in focus; Esc lets go of the control and of what is chosen."""
        if event.key() == Qt.Key.Key_Escape:
            self.setFocus()
            self.room.let_go()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            keys.press(self.focusWidget(), self)
        else:
            super().keyPressEvent(event)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """An editor that closes hands the keys back to the window, not to whatever stands next to it."""
        if (
            old is not None
            and new is not None
            and old is not self
            and old.isHidden()
            and self.isAncestorOf(new)
            and old.window() is self
        ):
            self.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [pathlib.Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.open(paths[0])
