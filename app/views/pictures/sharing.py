"""How the grid of pictures and the column beside it share the room of their view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.look.theme import CAPTION, Theme, current

SIDE, MOST = 172, 0.44  # px of the column at a text scale of 1, and the largest share of the room that it takes
ARROW, GAPS = 44, 34  # px of a list beside its words; px between and beside the columns


class Sharing(QObject):
    """In large text and a narrow dock nothing runs over the edge: the column keeps to its share, and the `lists` above
    the grid stand below each other where their `longest` words would be cut."""

    def __init__(self, room: QWidget, side: QWidget, lists: QBoxLayout, longest: tuple[str, ...]) -> None:
        super().__init__(room)
        self._room, self._side, self._lists, self._longest = room, side, lists, longest
        self._theme = current()
        room.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.share(self._theme)
        return False

    def share(self, theme: Theme) -> None:
        """As the room and the text are now."""
        self._theme, width = theme, self._room.width()
        side = min(theme.px(SIDE), round(MOST * width))
        self._side.setFixedWidth(side)
        metrics = QFontMetrics(theme.font(CAPTION + 1))
        wanted = 2 * (max(map(metrics.horizontalAdvance, self._longest)) + theme.px(ARROW))
        direction = QBoxLayout.Direction
        self._lists.setDirection(direction.LeftToRight if wanted <= width - side - GAPS else direction.TopToBottom)
