"""Notices that lie over the pictures and push nothing: a refusal, an advice, an unsaved piece of work; each with a way
out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QResizeEvent
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
from app.widgets.icon_button import IconButton
from app.widgets.labels import Lines

WIDEST = 720
LINES, LOW, BUTTON = 2, 38, 26  # of a notice that lies over one line of the room; px of all of it, and of a button
LONG = 90  # letters of a sentence above which its offers stand below it: beside it, it would be a narrow column


class Notice(QFrame):
    """One sentence with at most two offers, until it is put away. `left()` when the mouse goes from it. One that is
    `low` has two lines; what has no room there is read by a button."""

    left = Signal()

    def __init__(self, name: str, symbol: str) -> None:
        super().__init__()
        self.touched = False  # the mouse is on it
        self.low = False
        self.setProperty("panel", "raised")
        self.setAccessibleName(name)
        self._symbol = symbol
        self._theme = current()
        self._worn: Theme | None = None
        self._act: Callable[[], object] | None = None
        self._other_act: Callable[[], object] | None = None
        self.mark, self.text, self.shut = QLabel(), Lines(), QToolButton()
        self.more = IconButton("fullscreen", "Read it all", "Read it all", small=True)
        self.more.clicked.connect(self.read)
        self.offer, self.other = QPushButton(), QPushButton()
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
        self._box = box = QHBoxLayout(self)
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
        box.addWidget(self.more)
        box.addWidget(self.shut)
        self.lower(False)
        self.hide()

    def lower(self, low: bool) -> None:
        """As low as one line of the room, or as high as the words are."""
        self.low, self._worn = low, None
        self.text.fold(LINES if low else 0)
        margin = 2 if low else 8
        self._box.setContentsMargins(12, margin, 8, margin)
        self._lay()
        self.show_theme(self._theme)

    def _lay(self) -> None:
        """Offers stand beside a short sentence, and below a long one; where it is low beside each."""
        beside = self.low or len(self.text.text()) <= LONG
        self._words.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._look_for_more()

    def _look_for_more(self) -> None:
        self.more.setVisible(self.text.cut)

    def read(self) -> None:
        """All of it, beside the notice."""
        from app.widgets.popover import Popover

        self.popover = Popover(self.accessibleName(), self.text.text(), parent=self.window())
        self.popover.open_beside(self.more)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._look_for_more()

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
        self.offer.setText(offer)
        self.offer.setVisible(bool(offer))
        self._act = act
        self._lay()
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
        low = f"padding: 0px 10px; min-height: 0px; max-height: {theme.px(BUTTON)}px;" if self.low else ""
        self.setStyleSheet(f"QLabel, QPushButton {{ font-size: {theme.px(BASE)}px; }} QPushButton {{ {low} }}")

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
    """The stack of notices at the foot of a picture, where they cover no control. The advice, which comes by itself,
    may lie low over a strip of the room instead, where it covers no picture."""

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
        self._strip: QRect | None = None
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

    def lay_advice(self, strip: QRect | None) -> None:
        """The advice lies over this strip of the window, as high as it is; None: it is one of the stack."""
        before, self._strip = self._strip, strip
        advice = self.advice
        if (before is None) != (strip is None):
            said = not advice.isHidden()
            if strip is None:
                self._box.insertWidget(self.all().index(advice), advice)
            else:
                self._box.removeWidget(advice)
                advice.setParent(self._room)
            advice.lower(strip is not None)
            advice.setVisible(said)
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
        if self._strip is not None:
            high = current().px(LOW)
            self.advice.setGeometry(self._strip.left(), self._strip.top(), self._strip.width(), high)
            self.advice.raise_()
        shown = any(not notice.isHidden() for notice in self.all() if notice.parent() is self)
        self.setVisible(shown)
        if not shown:
            return
        left, bottom, width = self._area
        wide = min(width - 16, self._widest)
        self._box.activate()
        height = max(self._box.heightForWidth(wide), self._box.minimumSize().height())
        self.setGeometry(left + (width - wide) // 2, bottom - 8 - height, wide, height)
        self.raise_()
