"""The list of all keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.shell.actions import native
from app.shell.commands import Entry
from app.shell.key_table import Keys, key_table
from app.shell.room import TITLES
from app.widgets.dialog import Dialog

ARROW_KEYS = {"Left", "Right", "Up", "Down"}


class ShortcutList(Dialog):
    """Every key with what it does; typing narrows the list."""

    def __init__(self, entries: tuple[Entry, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 640)
        self.search = QLineEdit(placeholderText="Search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.table = _filled(key_table(entries))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        box = QVBoxLayout(self)
        for widget in (self.search, self.table, buttons):
            box.addWidget(widget)

    def _narrow(self, text: str) -> None:
        for row in range(self.table.rowCount()):
            words = " ".join(item.text() for column in range(3) if (item := self.table.item(row, column)) is not None)
            self.table.setRowHidden(row, text.casefold() not in words.casefold())


def _filled(entries: tuple[Keys, ...]) -> QTableWidget:
    table = QTableWidget(len(entries), 3)
    table.setHorizontalHeaderLabels(["Key", "What it does", "Where"])
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    for row, entry in enumerate(entries):
        for column, text in enumerate(_row(entry)):
            item = QTableWidgetItem(text)
            item.setToolTip(entry.tip or entry.does)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            table.setItem(row, column, item)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    for column in (0, 2):
        table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
    return table


def _row(entry: Keys) -> tuple[str, str, str]:
    keys = [native(key) for key in entry.keys]
    words = " or ".join(keys) if len(keys) <= 2 else f"{keys[0]} to {keys[-1]}"
    if set(entry.keys) == ARROW_KEYS:
        words = "Arrow keys"
    return words, entry.does, TITLES.get(entry.where, entry.where.capitalize() or "Everywhere")
