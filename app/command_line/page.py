"""A picture of a headless command: title, what it is, a drawing, and what has to be said under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app import application
from app.command_line.waiting import without_screen
from app.look import style, theme
from app.look.theme import Theme
from app.shell.png import write_png
from core.frozen import frozen

SIZE = 1200, 940  # px
MARGIN = 24


@frozen
class Words:
    """What stands over the drawing, and under it: those sentences that warn are among the `warnings`. `key` are names,
    each beside the stroke that it is drawn in."""

    title: str
    subject: str
    sentences: Sequence[str] = ()
    warnings: Sequence[str] = ()
    key: Sequence[str] = ()


def save(words: Words, drawing: Callable[[Theme], QWidget], path: str) -> None:
    """Draw it into a PNG file, without a window; `NotWritten` where that cannot be."""
    without_screen()
    app = application.prepare()
    if theme.current().name != "light" or app.style().objectName() != "fusion":
        style.apply(app, theme.resolve("light"))
    look = theme.current()
    page = _page(words, drawing(look), look)
    page.resize(*SIZE)
    page.ensurePolished()
    drawn = page.grab().toImage()
    page.deleteLater()
    write_png(path, drawn)


def _page(words: Words, drawing: QWidget, look: Theme) -> QWidget:
    """Title, drawing, words, from top to bottom."""
    page = QWidget()
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    page.setStyleSheet(f"background: {look.surface};")
    column = QVBoxLayout(page)
    column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
    column.setSpacing(6)
    column.addWidget(_label(words.title, look, theme.TITLE + 5, look.text, bold=True))
    column.addWidget(_label(words.subject, look, theme.BASE + 1, look.muted))
    column.addSpacing(8)
    column.addWidget(drawing, 1)
    if words.key:
        column.addWidget(_label(" &nbsp; ".join(words.key), look, theme.BASE, look.text))
    for sentence in words.sentences:
        colour = look.warning if sentence in words.warnings else look.muted
        column.addWidget(_label(sentence, look, theme.BASE, colour))
    return page


def _label(text: str, look: Theme, size: int, colour: str, *, bold: bool = False) -> QLabel:
    label = QLabel(text)
    label.setFont(look.font(size, bold))
    label.setStyleSheet(f"color: {colour};")
    label.setWordWrap(True)
    return label
