"""The list of work that was kept: with room, name, time and update; each can be taken up or thrown away."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.look.theme import current
from app.shell.room import TITLES
from app.window.copies import MOST_WATCHED, Copy

HEADS = ("Name", "Room", "Kept", "Update", "Window")
WORDS = (
    "Work that no file holds. It stays here until you take it up or throw it away; of ready-made experiments that were "
    f"merely watched, the newest {MOST_WATCHED} stay."
)


class LeftList(QDialog):
    """`taken(copy)` closes the list; `thrown_away(copy)` takes one from it. Enter takes up: nothing is lost by it."""

    taken = Signal(object)
    thrown_away = Signal(object)

    def __init__(self, copies: tuple[Copy, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Kept work")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(current().px(720), current().px(360))
        self._copies = list(copies)
        words = QLabel(WORDS)
        words.setWordWrap(True)
        self.table = _table(copies)
        self.take, self.throw, self.shut = QPushButton("Take up"), QPushButton("Throw away"), QPushButton("Close")
        self.take.setDefault(True)
        for button in (self.throw, self.shut):
            button.setAutoDefault(False)
        self.take.clicked.connect(self._take)
        self.throw.clicked.connect(self._throw)
        self.shut.clicked.connect(self.reject)
        self.table.itemDoubleClicked.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(self.throw)
        row.addStretch(1)
        row.addWidget(self.shut)
        row.addWidget(self.take)
        box = QVBoxLayout(self)
        box.addWidget(words)
        box.addWidget(self.table, 1)
        box.addLayout(row)

    def _take(self, *_: object) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._copies):
            copy = self._copies[row]
            self.accept()
            self.taken.emit(copy)

    def _throw(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._copies):
            self.thrown_away.emit(self._copies.pop(row))
            self.table.removeRow(row)
        if not self._copies:
            self.reject()


def row_of(copy: Copy) -> tuple[str, ...]:
    """What the list says of one."""
    note = copy.note
    update = "" if note.update is None else f"{note.update:,}"
    return (
        note.title,
        TITLES.get(note.room, TITLES["network"]),
        moment(note.time),
        update,
        "closed" if note.in_order else "not closed in order",
    )


def moment(seconds: float) -> str:
    """A moment of a note, in the clock of this place; "" where it is none."""
    try:
        return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds))
    except (OverflowError, ValueError, OSError):
        return ""


def _table(copies: tuple[Copy, ...]) -> QTableWidget:
    table = QTableWidget(len(copies), len(HEADS))
    table.setHorizontalHeaderLabels(HEADS)
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
    for row, copy in enumerate(copies):
        for column, text in enumerate(row_of(copy)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(row, column, item)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in range(1, len(HEADS)):
        table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    table.selectRow(0)
    return table
