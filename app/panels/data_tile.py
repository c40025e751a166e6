"""A data set as a small square that can be chosen, its name below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.look import icons
from app.look.theme import CAPTION, Theme, current
from app.panels.data_choice import short_label
from app.panels.data_picture import Dots, dots_of_kind, picture
from core import registry
from core.families import Dataset

SIDE, RADIUS, CAPTION_GAP = 60, 6, 2
_ICONS = {"csv": "import", "points": "brush"}


class DataTile(QAbstractButton):
    """Checkable; shows a small sample of the kind of data it stands for."""

    def __init__(self, kind: str, side: int = SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cls = registry.kind_of(Dataset, kind)
        self.kind, self.side = kind, side
        self.setText(short_label(cls) if side == SIDE else cls.label)
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setAccessibleName(cls.label)
        self.setAccessibleDescription(cls.summary())
        self.setToolTip(f"{cls.label}: {cls.summary()}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._still: tuple[Theme, QPixmap] | None = None

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.px(self.side), theme.px(self.side + CAPTION_GAP + CAPTION + 4))

    def dots(self) -> Dots | None:
        return dots_of_kind(self.kind)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square = QRectF(0, 0, theme.px(self.side), theme.px(self.side)).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(square, RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(path)
        painter.drawPixmap(0, 0, self._picture(theme))
        painter.restore()
        self._frame(painter, path, theme)
        font = self.name_font(theme)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if self.isChecked() else theme.muted))
        below = QRectF(-2, theme.px(self.side + CAPTION_GAP), self.width() + 4, theme.px(CAPTION + 4))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.shown_in(font))
        painter.end()

    def name_font(self, theme: Theme) -> QFont:
        """The letters of the name: bold where it is chosen, or as large as they may be for the whole name to be read;
        that the tile is chosen its frame says, too."""
        sizes = ((CAPTION, self.isChecked()), *((size, False) for size in (CAPTION, CAPTION - 1, CAPTION - 2)))
        fonts = [theme.font(size, bold=bold) for size, bold in sizes]
        return next((font for font in fonts if self.shown_in(font) == self.text()), fonts[-1])

    def shown_in(self, font: QFont) -> str:
        """What is seen of the name in those letters."""
        return QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() + 2)

    def _frame(self, painter: QPainter, path: QPainterPath, theme: Theme) -> None:
        """Chosen: a thick accent line; in focus: a second one around it."""
        if self.isChecked():
            painter.setPen(QPen(QColor(theme.accent), 2))
        else:
            painter.setPen(QPen(QColor(theme.muted if self.underMouse() else theme.outline), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        if self.hasFocus():
            painter.setPen(
                QPen(QColor(theme.accent), 1, Qt.PenStyle.DotLine if self.isChecked() else Qt.PenStyle.SolidLine)
            )
            painter.drawRoundedRect(path.boundingRect().adjusted(3, 3, -3, -3), RADIUS - 2, RADIUS - 2)

    def _picture(self, theme: Theme) -> QPixmap:
        if self._still is None or self._still[0] != theme:
            side, dots = theme.px(self.side), self.dots()
            pixmap = picture(dots, QSize(side, side), theme, self.devicePixelRatioF())
            if dots is None:
                self._draw_icon(pixmap, theme)
            self._still = theme, pixmap
        return self._still[1]

    def _draw_icon(self, pixmap: QPixmap, theme: Theme) -> None:
        """What a person has to do first."""
        size = theme.px(24)
        place = (theme.px(self.side) - size) // 2
        painter = QPainter(pixmap)
        painter.drawPixmap(
            place, place, icons.pixmap(_ICONS.get(self.kind, "table"), theme.muted, size, self.devicePixelRatioF())
        )
        painter.end()
