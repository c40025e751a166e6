"""Outline: for a moment, a line around the control that has just changed by itself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.look.theme import current
from app.widgets.limited import Limited

LASTS = 1800  # ms
FAR, WIDE = 3, 2  # px around the control, and of the line


class Outline(QWidget):
    """Lies over a control without being in the way of the mouse, and goes by itself."""

    def __init__(self, control: QWidget, over: QWidget) -> None:
        super().__init__(over)
        self.control = control
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        place = QRect(control.mapTo(over, QPoint(0, 0)), control.size())
        self.setGeometry(place.adjusted(-FAR, -FAR, FAR, FAR).intersected(over.rect()))
        self._over = QTimer(self, singleShot=True, interval=LASTS)
        self._over.timeout.connect(self.close)
        self._over.start()
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current().accent), WIDE))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)
        painter.end()


def outline(over: QWidget, paths: Iterable[str], also: Iterable[str] = ()) -> tuple[Outline, ...]:
    """Outline the controls in a part of the window that change these settings; where none of them can be seen, those
    of the names `also`, which lead to them."""
    wanted, lead, seen = set(paths), set(also), _seen(over)
    found = (
        [place for place in seen if wanted & set(place.paths)]
        or [place for place in seen if any(_within(own, path) for own in place.paths for path in wanted)]
        or [place for place in seen if lead & set(place.paths)]
    )
    return tuple(Outline(place, over) for place in found)


def _seen(over: QWidget) -> list[Limited]:
    return [place for place in over.findChildren(Limited) if place.isVisible() and not place.visibleRegion().isEmpty()]


def _within(path: str, other: str) -> bool:
    """Whether one of two settings is a part of the other."""
    return path.startswith(f"{other}.") or other.startswith(f"{path}.")
