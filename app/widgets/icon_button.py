"""A button that is an icon and follows the theme."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from app.look import icons
from app.look import theme as look


class IconButton(QToolButton):
    """An icon with a tool-tip; `small` ones sit beside captions. `colour` names a role of the theme."""

    def __init__(
        self, icon: str, label: str, tip: str = "", small: bool = False, colour: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = icon
        self._small = small
        self._colour = colour or ("muted" if small else "text")
        self._drawn: tuple[str, look.Theme] | None = None
        self.setAccessibleName(label)
        self.setToolTip(tip or label)
        self.setProperty("quiet", True)
        self.setProperty("small", small)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._draw()

    def set_icon(self, name: str) -> None:
        """Another picture: play becomes pause."""
        self._name = name
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._draw()

    def _draw(self) -> None:
        theme = look.current()
        if self._drawn == (self._name, theme):  # a change of style comes in several events
            return
        self._drawn = self._name, theme
        side = theme.px(14 if self._small else 20)
        self.setIconSize(QSize(side, side))
        self.setIcon(icons.icon(self._name, getattr(theme, self._colour)))


class IconMark(QLabel):
    """A small icon that says something by its tool-tip and cannot be pressed."""

    def __init__(
        self, icon: str, tip: str, colour: str = "muted", side: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._colour, self._side = icon, colour, side
        self._drawn: tuple[look.Theme, float] | None = None
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._draw()

    def _draw(self) -> None:
        theme = look.current()
        if self._drawn == (theme, self.devicePixelRatioF()):
            return
        self._drawn = theme, self.devicePixelRatioF()
        self.setPixmap(
            icons.pixmap(self._name, getattr(theme, self._colour), theme.px(self._side), self.devicePixelRatioF())
        )


class Disclosure(IconButton):
    """Words with an arrow that show or hide what follows."""

    def __init__(self, words: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__("more", words, tip, small=True, parent=parent)
        self.setText(words)
        self.setProperty("role", "disclosure")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setCheckable(True)
        self.toggled.connect(self._turn)

    def _turn(self, on: bool) -> None:
        self.set_icon("chevron-down" if on else "more")
