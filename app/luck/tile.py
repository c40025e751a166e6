"""A start as a small picture with what it came to; pressed, it is to be the run in the window."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from app.look.theme import CAPTION, Theme, current
from app.luck.drawn import image_of
from core.luck.start import Start
from core.studies.drawn import Picture

WIDTH, PICTURE, WORDS = 84, 63, 16  # px
RADIUS = 4


class Tile(QAbstractButton):
    """`name` is what stands at its lower left, `said` the figure; `own`: the run in the window began so; it is `size`
    times as large as usual."""

    def __init__(
        self, start: Start, name: str, said: str, *, own: bool = False, reached: bool = False, size: float = 1.0
    ) -> None:
        super().__init__()
        self._size = size
        self.start, self._name, self._said, self._own = start, name, f"{said} ✓" if reached else said, own
        self._picture: Picture | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_picture(self, picture: Picture) -> None:
        """What it looks like, in either theme."""
        self._picture = picture
        self.update()

    @property
    def drawn(self) -> bool:
        """Whether there is a picture; else it shows the curve."""
        return self._picture is not None

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.px(WIDTH * self._size), theme.px(PICTURE * self._size + WORDS))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(1, 1, self.width() - 2, theme.px(PICTURE * self._size) - 2)
        self._paint_picture(painter, place, theme)
        self._paint_words(painter, QRectF(2, place.bottom() + 2, place.width() - 2, theme.px(WORDS) - 1), theme)
        painter.end()

    def _paint_picture(self, painter: QPainter, place: QRectF, theme: Theme) -> None:
        path = QPainterPath()
        path.addRoundedRect(place, RADIUS, RADIUS)
        painter.fillPath(path, QColor(theme.field))
        painter.save()
        painter.setClipPath(path)
        if self._picture is not None:
            painter.drawImage(place, image_of(self._picture, theme))
        else:
            self._paint_curve(painter, place.adjusted(4, 4, -4, -4), theme)
        painter.restore()
        pressed = self.hasFocus() or self.underMouse()
        colour = theme.accent if pressed else theme.text if self._own else theme.outline
        painter.setPen(QPen(QColor(colour), 2 if pressed or self._own else 1))
        painter.drawPath(path)

    def _paint_curve(self, painter: QPainter, place: QRectF, theme: Theme) -> None:
        values = self.start.values
        known = values[np.isfinite(values)]
        if len(known) < 2:
            return
        low, high, end = known.min(), known.max(), max(1.0, float(self.start.at[-1]))
        shares = (values - low) / ((high - low) or 1.0)
        points = [
            QPointF(place.left() + at / end * place.width(), place.bottom() - share * place.height())
            for at, share in zip(self.start.at.tolist(), shares.tolist(), strict=True)
            if np.isfinite(share)
        ]
        painter.setPen(QPen(QColor(theme.text), 1.5 * theme.scale))
        painter.drawPolyline(QPolygonF(points))

    def _paint_words(self, painter: QPainter, place: QRectF, theme: Theme) -> None:
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.digits(CAPTION, bold=self._own))
        painter.setPen(QColor(theme.text if self._own else theme.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | middle, self._name)
        painter.setFont(theme.digits(CAPTION))
        painter.setPen(QColor(theme.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | middle, self._said)
