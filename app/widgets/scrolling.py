"""A column that scrolls up and down where it is taller than its room, and the panel that holds one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class VerticalScroll(QScrollArea):
    """Never sideways. The background behind it shows through, and Tab goes to what it holds."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)


class ScrollingPanel(QFrame):
    """A panel's surface that fills its owner; what is in it is added to `rows`."""

    def __init__(self, owner: QWidget, margin: int) -> None:
        super().__init__(owner)
        self.setProperty("panel", "surface")
        content = QWidget()
        self.rows = QVBoxLayout(content)
        self.rows.setContentsMargins(margin, 8, margin, 8)
        self.rows.setSpacing(8)
        self.area = VerticalScroll(content)
        for whole, part in ((self, self.area), (owner, self)):
            layout = QVBoxLayout(whole)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.addWidget(part)
