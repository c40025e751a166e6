"""The first rows of a table file, as they are read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QWidget

SHOWN_COLUMNS = 60


def preview_of(names: Sequence[str], rows: Sequence[Sequence[str]], parent: QWidget) -> QStandardItemModel:
    """The first rows of the file as they are read, as many columns of them as can be looked through.

    Qt keeps the cells itself: to be asked for each of them by the view, while another thread reads the table, would be
    to wait for that thread a thousand times.
    """
    model = QStandardItemModel(parent)
    for row in rows:
        model.appendRow([_item(cell) for cell in row[:SHOWN_COLUMNS]])
    model.setHorizontalHeaderLabels(names[:SHOWN_COLUMNS])
    return model


def _item(cell: str) -> QStandardItem:
    item = QStandardItem(cell)
    item.setEditable(False)
    return item
