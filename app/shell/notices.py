"""Notices that lie over the pictures and push nothing: a refusal, an advice, an unsaved piece of work; each with a way
out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.look import icons
from app.look.theme import BASE, Theme, current

WIDEST = 720
LONG = 90  # letters of a sentence above which its offers stand below it: beside it, it would be a narrow column


class Notice(QFrame):
    """One sentence with at most two offers, until it is put away. `left()` when the mouse goes from it."""

    left = Signal()

    def __init__(self, name: str, symbol: str) -> None:
        super().__init__()
        self.touched = False  # the mouse is on it
        self.setProperty("panel", "raised")
        self.setAccessibleName(name)
        self._symbol = symbol
        self._theme = current()
        self._worn: Theme | None = None
        self._act: Callable[[], object] | None = None
        self._other_act: Callable[[], object] | None = None
        self.mark, self.text, self.shut = QLabel(), QLabel(), QToolButton()
        self.offer, self.other = QPushButton(), QPushButton()
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for button in (self.offer, self.other):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.offer.clicked.connect(self._take)
        self.other.clicked.connect(self._take_other)
        self.shut.setToolTip("Put this away")
        self.shut.setProperty("quiet", True)
        self.shut.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.shut.clicked.connect(self.hide)
        box = QHBoxLayout(self)
        box.setContentsMargins(12, 8, 8, 8)
        box.setSpacing(10)
        buttons = QHBoxLayout()
        for button in (self.other, self.offer):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(8)
        self._words.addWidget(self.text, 1)
        self._words.addLayout(buttons)
        box.addWidget(self.mark)
        box.addLayout(self._words, 1)
        box.addWidget(self.shut)
        self.hide()

    def say(
        self,
        sentence: str,
        offer: str = "",
        act: Callable[[], object] | None = None,
        other: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        """Show a sentence, with an offer, what it does, and another one where there is one."""
        self.other.setText(other[0] if other else "")
        self.other.setVisible(other is not None)
        self._other_act = other[1] if other else None
        self.text.setText(sentence)
        beside = len(sentence) <= LONG
        self._words.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self._act = act
        self._dress()
        self.show()

    def show_theme(self, theme: Theme) -> None:
        """What says nothing is dressed when it does."""
        self._theme = theme
        if not self.isHidden():
            self._dress()

    def _dress(self) -> None:
        theme = self._theme
        if theme == self._worn:
            return
        self._worn = theme
        colour = (
            theme.error if self._symbol == "error" else theme.warning if self._symbol == "warning" else theme.accent
        )
        self.mark.setPixmap(icons.pixmap(self._symbol, colour, theme.px(20), self.devicePixelRatioF()))
        self.shut.setIcon(icons.icon("close", theme.muted))
        self.shut.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.setStyleSheet(f"QLabel, QPushButton {{ font-size: {theme.px(BASE)}px; }}")

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.touched = True

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self.touched:
            self.touched = False
            self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.touched = False

    def _take(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()

    def _take_other(self) -> None:
        self.hide()
        if self._other_act is not None:
            self._other_act()


class Notices(QWidget):
    """The stack of notices at the foot of a picture, where they cover no control."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.problem, self.advice, self.hint, self.recovery = (
            Notice("Problem", "error"),
            Notice("Advice", "warning"),
            Notice("Hint", "info"),
            Notice("Recovered work", "info"),
        )
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(8)
        for notice in self.all():
            self._box.addWidget(notice)
            notice.installEventFilter(self)
        self._area, self._widest = (0, 0, 0), WIDEST
        self._picture: QWidget | None = None
        self.hide()

    def all(self) -> tuple[Notice, ...]:
        return self.recovery, self.problem, self.advice, self.hint

    def forget(self) -> None:
        """Another document is there: what was said of the one before is no matter any more."""
        for notice in (self.problem, self.advice, self.hint):
            notice.hide()

    def stay_on(self, picture: QWidget) -> None:
        """Lie at the foot of this part of the room, wherever it is."""
        self._picture = picture
        for widget in (picture, self._room):
            widget.installEventFilter(self)

    def place(self, left: int, bottom: int, width: int) -> None:
        """Lie in the middle of a strip of the window, down to `bottom`."""
        self._area = (left, bottom, width)
        self._fit()

    def show_theme(self, theme: Theme) -> None:
        self._widest = theme.px(WIDEST)
        for notice in self.all():
            notice.show_theme(theme)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.LayoutRequest):
            self._fit()
        elif kind in (QEvent.Type.Resize, QEvent.Type.Move) and self._picture is not None:
            self._follow(self._picture)
        return False

    def _follow(self, picture: QWidget) -> None:
        corner = picture.mapTo(self._room, picture.rect().bottomLeft())
        self.place(corner.x(), corner.y() + 1, picture.width())

    def _fit(self) -> None:
        shown = any(not notice.isHidden() for notice in self.all())
        self.setVisible(shown)
        if not shown:
            return
        left, bottom, width = self._area
        wide = min(width - 16, self._widest)
        self._box.activate()
        height = max(self._box.heightForWidth(wide), self._box.minimumSize().height())
        self.setGeometry(left + (width - wide) // 2, bottom - 8 - height, wide, height)
        self.raise_()
