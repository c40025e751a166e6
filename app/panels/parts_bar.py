"""How the samples are divided: training, validation and test, as a bar and in numbers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.look.theme import CAPTION, Theme, current, mix
from core.data.preparation import Prepared

HEIGHT, GAP, ROW = 10, 6, 18
NAMES = ("training", "validation", "test", "sealed")


class PartsBar(QWidget):
    """Ink for what is learned from, grey for what is watched, pale for what only tests."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = (0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, prepared: Prepared | None) -> None:
        """Numbers of samples; zeros until they are known."""
        parts = (prepared.train, prepared.validation, prepared.test) if prepared else ()
        self.counts = (*map(len, parts), prepared.sealed) if prepared else (0, 0, 0, 0)
        self.setAccessibleName(", ".join(f"{count:,} {name}" for name, count in zip(NAMES, self.counts, strict=True)))
        self.setToolTip(
            "The test part drives nothing; the validation part is carved out of the training part and drives early stopping, plateaus and targets. What is sealed is shown nowhere until the envelope is opened."
        )
        self.update()

    def sizeHint(self) -> QSize:
        theme = current()
        return QSize(theme.px(200), theme.px(HEIGHT + GAP + ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, 0, self.width(), theme.px(HEIGHT))
        clip = QPainterPath()
        clip.addRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.save()
        painter.setClipPath(clip)
        left, total = 0.0, max(1, sum(self.counts))
        for count, colour in zip(self.counts, _colours(theme), strict=True):
            width = bar.width() * count / total
            painter.fillRect(QRectF(left, 0, width, bar.height()), QColor(colour))
            left += width
        painter.restore()
        self._words(painter, theme)
        painter.end()

    def _words(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(theme.digits(CAPTION))
        metrics: QFontMetrics = painter.fontMetrics()
        top, left = theme.px(HEIGHT + GAP), 0.0
        dot = theme.px(7)
        for name, count, colour in zip(NAMES, self.counts, _colours(theme), strict=True):
            if not count:
                continue
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QRectF(left, top + (metrics.height() - dot) / 2, dot, dot))
            painter.setPen(QColor(theme.text))
            words = f"{count:,} {name}"
            painter.drawText(
                QRectF(left + dot + 4, top, metrics.horizontalAdvance(words) + 2, metrics.height()),
                Qt.AlignmentFlag.AlignLeft,
                words,
            )
            painter.setPen(Qt.PenStyle.NoPen)
            left += dot + metrics.horizontalAdvance(words) + theme.px(16)


def _colours(theme: Theme) -> tuple[str, str, str, str]:
    return theme.text, theme.muted, mix(theme.muted, theme.surface, 0.65), theme.border
