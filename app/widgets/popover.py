"""A small card with an explanation beside what it explains."""

from __future__ import annotations

import html

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.look import theme as look
from app.widgets.formula import Formula, taken_apart

WIDTH = 340


class Popover(QFrame):
    """A title, a formula and paragraphs; Esc or a press outside closes it."""

    def __init__(self, title: str, text: str, formula: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        theme = look.current()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        self.setStyleSheet(f"Popover {{ background: {theme.raised}; border: 1px solid {theme.border}; }}")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(8)
        head = QLabel(title)
        head.setProperty("role", "title")
        column.addWidget(head)
        if formula:
            column.addWidget(_formula(formula, theme))
        for paragraph in paragraphs(text):
            column.addWidget(_body(paragraph))
        self.setFixedWidth(theme.px(WIDTH))

    def open_beside(self, anchor: QWidget) -> None:
        """Show it below the anchor, within the anchor's screen."""
        self.adjustSize()
        place = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        screen = anchor.screen() or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(max(place.x(), room.left() + 8), room.right() - self.width() - 8)
        top = (
            place.y() if place.y() + self.height() <= room.bottom() else place.y() - anchor.height() - self.height() - 8
        )
        self.move(left, max(top, room.top()))
        self.show()


def paragraphs(text: str) -> list[str]:
    """A docstring's paragraphs as safe rich text."""
    blocks = (" ".join(block.split()) for block in text.strip().split("\n\n"))
    return [html.escape(block) for block in blocks if block]


def _body(paragraph: str) -> QLabel:
    """A paragraph of safe rich text; one with accents is plain, so that they stand where they belong."""
    plain = html.unescape(paragraph)
    if taken_apart(plain)[1]:
        return Formula(plain, parts=False)
    body = QLabel(f"<p style='margin: 0; line-height: 135%'>{paragraph}</p>")
    body.setWordWrap(True)
    body.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return body


def _formula(formula: str, theme: look.Theme) -> QLabel:
    label = Formula(formula)
    label.setStyleSheet(
        f"background: {theme.field}; border-radius: 6px; padding: 8px 10px; font-size: {theme.px(look.BASE + 1)}px;"
    )
    return label
