"""A choice out of a list."""

from __future__ import annotations

import dataclasses
import re
import textwrap
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCursor, QIcon, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QWidget,
)

from core.frozen import frozen

LINES = Qt.ItemDataRole.UserRole + 1  # what stands in the open list
FLAGS = Qt.ItemDataRole.UserRole - 1  # where Qt's standard model keeps what an entry may do: 0 greys it
ICON_GAP = 4  # px between an icon and the name beside it
LINE = 44  # characters of a line of a reason


@frozen
class Option:
    """One entry: `key` is what it means, `refusal` says why it cannot be chosen now (greyed)."""

    key: Any
    text: str
    summary: str = ""
    icon: QIcon | None = None
    refusal: str = ""


class DropDown(QComboBox):
    """A box whose list is as wide and as high as its entries: Fusion's own ignores the sheet's item heights."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list: QListView | None = None

    def view(self) -> QAbstractItemView:
        """The list, made when somebody looks into it."""
        if self._list is None:
            self._list = QListView(self)
            self.setView(self._list)
        return super().view()

    def showPopup(self) -> None:
        self.view().setMinimumSize(self.view().sizeHintForColumn(0) + 32, self._whole_height())
        super().showPopup()

    def _whole_height(self) -> int:
        """What all entries need, 0 where the list is to be scrolled: Qt forgets a frame's breadth where the box is
        pressed, and a list that is short by a pixel is cut by an arrow."""
        view, rows = self.view(), self.count()
        high = sum(view.sizeHintForRow(row) for row in range(rows)) + 2 * view.frameWidth()
        fits = rows <= self.maxVisibleItems() and high <= self.screen().availableGeometry().height() // 2
        return high if fits else 0


class Combo(DropDown):
    """`changed(key)` and then `finished()` when a person chooses. A click leaves the focus with the window, so that
    Space still plays; the wheel turns it only while it has the focus."""

    changed = Signal(object)
    finished = Signal()

    def __init__(self, label: str, options: Sequence[Option] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(label)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(20)
        self._options: tuple[Option, ...] = ()
        self.set_options(options)
        self.activated.connect(self._chosen)

    def set_options(self, options: Sequence[Option]) -> None:
        """Replace the entries; the chosen key stays chosen where it still exists. Emits nothing."""
        key = self.value()
        self._options = tuple(options)
        self.clear()
        self.addItems([option.text for option in options])
        with QSignalBlocker(self.model()):  # a table of a thousand columns has as many entries
            for place, option in enumerate(options):
                self._tell(place, option)
        self.set_value(key)

    def _tell(self, place: int, option: Option) -> None:
        """What there is to know of an entry beside its text, in the model that the list has by itself."""
        if option.icon is not None:
            self.setItemIcon(place, option.icon)
        if told := option.refusal or option.summary:
            self.setItemData(place, "\n".join(textwrap.wrap(told, 2 * LINE)), Qt.ItemDataRole.ToolTipRole)
        self.setItemData(place, list_words(option), LINES)
        if option.refusal:
            self.setItemData(place, 0, FLAGS)

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
                self._explain(option)

    @property
    def shown(self) -> str:
        """What there is room for: a name too long ends in "…", never within a letter."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style, parts = self.style(), QStyle.SubControl
        room = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, parts.SC_ComboBoxEditField, self).width()
        room -= 0 if self.itemIcon(self.currentIndex()).isNull() else self.iconSize().width() + ICON_GAP
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

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
        view = self.view()
        if not isinstance(view.itemDelegate(), _WithReasons):  # not before: a change of theme asks for each entry
            view.setItemDelegate(_WithReasons(self))
            view.setMouseTracking(True)
            view.entered.connect(view.setCurrentIndex)  # one entry is lit: the one under the mouse
        super().showPopup()

    def _chosen(self, index: int) -> None:
        option = self._options[index]
        self._explain(option)
        self.changed.emit(option.key)
        self.finished.emit()

    def _explain(self, option: Option) -> None:
        """What the choice is; said again, it would be an event again."""
        if self.toolTip() != option.summary:
            self.setToolTip(option.summary)


class _WithReasons(QStyledItemDelegate):
    """A greyed entry says below its name why it cannot be chosen: a tool-tip alone is found by few."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.text = (index.data(LINES) or option.text).replace("\n", "\u2028")


def list_words(option: Option) -> str:
    """An entry as the open list shows it: its name, and the first part of the reason in short lines."""
    if not option.refusal:
        return option.text
    reason = re.sub(r" \([^)]*\)", "", option.refusal.partition("; ")[0].removeprefix(option.text).strip())
    return "\n".join([option.text, *textwrap.wrap(reason, LINE, initial_indent="   ", subsequent_indent="   ")])
