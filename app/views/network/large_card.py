"""LargeCard: what a press on a unit or map of the network opens over the picture: a heading, a cross, and the unit seen
large."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.look.theme import Theme
from app.widgets.icon_button import IconButton


class LargeCard(QFrame):
    """Esc and the cross shut it; `closed()` is said then, and the card is gone. What it shows is added to `column`."""

    room: ClassVar[tuple[int, int]] = (
        0,
        0,
    )  # px wide and high at a text scale of 1, where the network picture is that large

    closed = Signal()

    def __init__(self, heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("panel", "raised")
        self.setAccessibleName(heading)
        title = QLabel(heading)
        title.setProperty("role", "title")
        title.setWordWrap(True)  # a layer with many settings has a long name
        cross = IconButton("close", "Close", "Back to the whole network", small=True)
        cross.clicked.connect(self.shut)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(cross)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 8, 12)
        self.column.addLayout(head)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def place(self, over: QRect, theme: Theme) -> None:
        """In the middle of a part of the network picture, as large as there is room."""
        width, height = min(over.width(), theme.px(self.room[0])), min(over.height(), theme.px(self.room[1]))
        self.setGeometry(
            QRect(over.center().x() - width // 2, max(over.top(), over.center().y() - height // 2), width, height)
        )

    def open(self) -> None:
        self.show()
        self.raise_()
        self.setFocus()

    def shut(self) -> None:
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.shut()
        else:
            super().keyPressEvent(event)
