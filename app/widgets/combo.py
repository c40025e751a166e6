"""A choice out of a list."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCursor, QIcon, QMouseEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy, QWidget


@dataclasses.dataclass(frozen=True)
class Option:
    """One entry: `key` is what it means, `refusal` says why it cannot be chosen now (greyed)."""

    key: Any
    text: str
    summary: str = ""
    icon: QIcon | None = None
    refusal: str = ""


class Combo(QComboBox):
    """`changed(key)` and then `finished()` when a person chooses. A click leaves the focus with the window, so that Space still plays;
    the wheel turns it only while it has the focus."""

    changed = Signal(object)
    finished = Signal()

    def __init__(self, label: str, options: Sequence[Option] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setView(QListView(self))  # Fusion's own list ignores the sheet's item heights
        self.setMaxVisibleItems(20)
        self.view().setMouseTracking(True)
        self.view().entered.connect(self.view().setCurrentIndex)  # one entry is lit: the one under the mouse
        self._options: tuple[Option, ...] = ()
        self.set_options(options)
        self.activated.connect(self._chosen)

    def set_options(self, options: Sequence[Option]) -> None:
        """Replace the entries; the chosen key stays chosen where it still exists. Emits nothing."""
        key = self.value()
        self._options = tuple(options)
        model = QStandardItemModel(self)
        for option in options:
            model.appendRow(_item(option))
        self.setModel(model)
        self.set_value(key)

    def set_refusals(self, refusals: dict[Any, str]) -> None:
        """Grey the named keys, each with its reason; all others can be chosen."""
        options = tuple(dataclasses.replace(option, refusal=refusals.get(option.key, "")) for option in self._options)
        if options != self._options:  # an open list is left alone
            self.set_options(options)

    def options(self) -> tuple[Option, ...]:
        return self._options

    def value(self) -> Any:
        """The chosen key; None where the list is empty."""
        index = self.currentIndex()
        return self._options[index].key if 0 <= index < len(self._options) else None

    def set_value(self, key: Any) -> None:
        """Show a choice; emits nothing."""
        for index, option in enumerate(self._options):
            if option.key == key:
                self.setCurrentIndex(index)
                self.setToolTip(option.summary)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.window().setFocus(Qt.FocusReason.MouseFocusReason)  # a field that is being edited takes what was typed
        super().mousePressEvent(event)

    def hidePopup(self) -> None:
        super().hidePopup()
        self.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, self.rect().contains(self.mapFromGlobal(QCursor.pos())))
        self.update()

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 32)
        super().showPopup()

    def _chosen(self, index: int) -> None:
        option = self._options[index]
        self.setToolTip(option.summary)
        self.changed.emit(option.key)
        self.finished.emit()


def _item(option: Option) -> QStandardItem:
    item = QStandardItem(option.text)
    item.setToolTip(option.refusal or option.summary)
    item.setEnabled(not option.refusal)
    if option.icon is not None:
        item.setIcon(option.icon)
    return item
