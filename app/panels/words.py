"""Labels with a role, and rows of a panel made of them."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.forms.row import ANEW
from app.look import icons
from app.look.theme import Theme, current
from app.widgets.icon_button import IconMark
from app.widgets.limited import Limited, limited

Role = Literal["", "caption", "title", "section", "sentence", "warning", "problem"]


class Words(QLabel):
    """Wrapped text of a role; its height follows its width."""

    def __init__(self, text: str, role: Role = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)


class MoreButton(QPushButton):
    """A quiet button at the end of a heading that opens a drawer."""

    def __init__(self, title: str, tip: str) -> None:
        super().__init__("More")
        self.setProperty("quiet", True)
        self.setAccessibleName(f"More: {title}")
        self.setToolTip(tip)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the word
        self.setStyleSheet("QPushButton { padding: 1px 2px 1px 6px; } QPushButton:focus { padding: 0px 1px 0px 5px; }")
        self.show_theme(current())

    def show_theme(self, theme: Theme) -> None:
        self.setIcon(icons.icon("more", theme.muted))
        self.setIconSize(QSize(theme.px(14), theme.px(14)))


def one_line(text: str, role: Role = "") -> QLabel:
    """A label that does not wrap."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label


def heading(text: str, more: QWidget | None = None, anew: str = "") -> QHBoxLayout:
    """The title of a group, with a quiet button at its end; `anew` says of which of its choices the run begins
    anew."""
    row = QHBoxLayout()
    row.setSpacing(4)
    row.addWidget(one_line(text, "title"))
    if anew:
        row.addWidget(IconMark("anew", anew, "disabled"))
    row.addStretch(1)
    if more is not None:
        row.addWidget(more)
    return row


def captioned(label: QLabel, field: QWidget, *paths: str, anew: bool = False) -> Limited:
    """A caption above its field, which changes these paths; with a sign where a change begins the run `anew`."""
    label.setBuddy(field)
    column = QVBoxLayout()
    column.setSpacing(2)
    if anew:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(label)
        row.addWidget(IconMark("anew", ANEW, "disabled"))
        row.addStretch(1)
        column.addLayout(row)
    else:
        column.addWidget(label)
    column.addWidget(field)
    return limited(column, *paths)
