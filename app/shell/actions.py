"""The table of commands as actions of Qt: in menus, under keys, carried out by the window's objects."""

from __future__ import annotations

import functools
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from app.documents.limits import FREE, LOCKED, Limits
from app.look import icons
from app.shell.commands import ALSO, MENUS, TABLE, Entry, in_menus

Targets = Callable[[str], object]  # by its name in the table, whoever carries a command out; asked when it is given


class Actions(QObject):
    """The table as QActions, by name."""

    offer_changed = Signal()  # other commands are offered, or can be given

    def __init__(self, targets: Targets, parent: QObject, more: tuple[Entry, ...] = ()) -> None:
        """`more` are the commands that no table can know: they come first in their group of a menu."""
        super().__init__(parent)
        self.table = in_menus((*more, *TABLE))
        self._undrawn = True
        self.limits = FREE
        self._idle: dict[str, str] = {}  # for which there is nothing to do, and why
        self.room = ""  # the one in front, whose state the shared commands show
        self._tips: dict[str, str] = {}  # of locked commands, from before
        self._entries = {entry.name: entry for entry in self.table}
        self._by_name = {entry.name: self._build(entry, targets) for entry in self.table}

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def all(self) -> dict[str, QAction]:
        return dict(self._by_name)

    def _build(self, entry: Entry, targets: Targets) -> QAction:
        action = QAction(entry.text, self)
        action.setObjectName(entry.name)
        action.setCheckable(entry.checkable)
        if entry.shortcut:
            action.setShortcuts([QKeySequence(keys) for keys in (entry.shortcut, *ALSO.get(entry.name, ()))])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)  # not in an open list or dialog
        action.setStatusTip(entry.tip)
        action.setToolTip(f"{entry.tip} ({native(entry.shortcut)})" if entry.shortcut else entry.tip)
        action.triggered.connect(_Call(slot(entry.slot, targets)))
        return action

    def show_room(self, room: str) -> None:
        """Only what can be done in this room is offered; an action that is not shown has no key either."""
        self.room = room
        self._show()

    def restrict(self, limits: Limits) -> None:
        """Commands with a hidden name are not offered, those with a locked one cannot be given."""
        if limits != self.limits:
            self.limits = limits
            self._show()

    def call(self, name: str, text: str, tip: str) -> None:
        """Call a command after what it does now; a locked one tells `tip` again when it is free."""
        action = self[name]
        shown = f"{tip} ({native(action.shortcut().toString())})"
        action.setText(text)
        action.setStatusTip(tip)
        if name in self._tips:
            self._tips[name] = shown
        else:
            action.setToolTip(shown)

    def enable(self, name: str, able: bool, why: str = "") -> None:
        """Whether there is anything for a command to do; else its tip says `why` not."""
        self._idle.pop(name, None)
        if not able:
            self._idle[name] = why
        self._show_one(self._entries[name])

    def _show(self) -> None:
        for entry in self.table:
            self._show_one(entry)
        self.offer_changed.emit()

    def _show_one(self, entry: Entry) -> None:
        action, locked = self[entry.name], self.limits.locks(entry.name, *entry.changes)
        hidden = self.limits.hides(entry.name, *entry.changes)
        action.setVisible(entry.room in ("", self.room) and not hidden)
        action.setEnabled(entry.name not in self._idle and not locked)
        if why := LOCKED if locked else self._idle.get(entry.name, ""):
            self._tips.setdefault(entry.name, action.toolTip())
            action.setToolTip(why)
        elif entry.name in self._tips:
            action.setToolTip(self._tips.pop(entry.name))

    def show_theme(self) -> None:
        """Icons in the theme's colour, from the next opening of a menu on: nobody sees them before."""
        self._undrawn = True

    def draw_icons(self) -> None:
        for entry in self.table if self._undrawn else ():
            if entry.icon:
                self[entry.name].setIcon(icons.icon(entry.icon))
        self._undrawn = False


class _Call:
    """Calls a slot without the `checked` that QAction.triggered carries."""

    def __init__(self, function: Callable[[], object]) -> None:
        self._function = function

    def __call__(self, _checked: bool = False) -> None:
        self._function()


def slot(text: str, targets: Targets) -> Callable[[], object]:
    """`lab.step:update` -> a call of `targets("lab").step("update")`."""
    path, colon, argument = text.partition(":")
    target, _, method = path.partition(".")
    return functools.partial(_carry_out, targets, target, method, *((argument,) if colon else ()))


def _carry_out(targets: Targets, target: str, method: str, *arguments: str) -> object:
    return getattr(targets(target), method)(*arguments)


def native(shortcut: str) -> str:
    """A key as the system writes it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def fill(bar: QMenuBar, actions: Actions) -> dict[str, QMenu]:
    """Build the menus of the table; returns them by title, submenus as "View/Theme"."""
    menus = {title: bar.addMenu(f"&{title}") for title in MENUS}  # Alt and the first letter open it
    for top in menus.values():
        top.aboutToShow.connect(actions.draw_icons)
    last: dict[str, int] = {}
    for entry in actions.table:
        menu = menus[entry.menu]
        if last.get(entry.menu, entry.group) != entry.group:
            menu.addSeparator()
        last[entry.menu] = entry.group
        if entry.place:
            key = f"{entry.menu}/{entry.place}"
            if key not in menus:
                menus[key] = menu.addMenu(entry.place)
            menu = menus[key]
        menu.addAction(actions[entry.name])
    return menus
