"""One card of the gallery: a picture that plays under the pointer, a title, a sentence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFont,
    QFontMetrics,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.look.run_colours import run_colour
from app.look.theme import CAPTION, LIGHT, Theme, current
from app.panels import film
from app.panels.data_picture import dots_of_values, picture
from app.panels.presets import Card
from app.strips import lanes as strip
from core.comparison.comparison import LETTERS

WIDTH, PICTURE, HEIGHT = 200, 150, 244
MARGIN, RADIUS = 12, 6
TITLE_SIZE, WORDS_SIZE = 14, 12
ABOVE, BETWEEN, BELOW = 8, 4, 8  # px around and between the words
MOST_LINES = 9
START_HERE = "Start here"


class GalleryCard(QAbstractButton):
    """Pressed: the preset is to be opened."""

    def __init__(self, card: Card, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = card
        self.setText(card.title)
        self.setAccessibleName(card.title)
        self.setAccessibleDescription(f"{card.description} {START_HERE}." if card.start_here else card.description)
        self.setToolTip(card.description)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(
            QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
        )  # all of a row are as high as the highest
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._frames: list[QImage] | None = None
        self._frame = -1  # the last one: what has been learned
        self._still: tuple[Theme, QPixmap] | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(film.INTERVAL)
        self._clock.timeout.connect(self._advance)

    def sizeHint(self) -> QSize:
        """As high as the words need: none is cut off."""
        theme = current()
        title, words = self.broken(theme)
        heights = QFontMetrics(_title_font(theme)).height() * len(title) + QFontMetrics(
            theme.font(WORDS_SIZE)
        ).height() * len(words)
        return QSize(theme.px(WIDTH), max(theme.px(HEIGHT), theme.px(PICTURE + ABOVE + BETWEEN + BELOW) + heights))

    def broken(self, theme: Theme) -> tuple[list[str], list[str]]:
        """The lines of the title and of the description."""
        width = theme.px(WIDTH) - 2 * theme.px(MARGIN)
        title = lines_of(self.card.title, QFontMetrics(_title_font(theme)), width, MOST_LINES)
        return title, lines_of(self.card.description, QFontMetrics(theme.font(WORDS_SIZE)), width, MOST_LINES)

    # The film

    def load(self) -> bool:
        """Read the film now; True where there was still something to read."""
        if self._frames is not None:
            return False
        self._frames = film.frames_of(self.card.strip) if self.card.strip else []
        self.update()
        return bool(self._frames)

    @property
    def playing(self) -> bool:
        return self._clock.isActive()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.play()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self.stop()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.play()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        if not self.underMouse():
            self.stop()

    def hideEvent(self, event) -> None:
        self.stop()
        super().hideEvent(event)

    def play(self) -> None:
        self.load()
        if self._frames and len(self._frames) > 1 and not self.playing:
            self._frame = 0
            self._clock.start()
        self.update()

    def stop(self) -> None:
        self._clock.stop()
        self._frame = -1
        self.update()

    def _advance(self) -> None:
        assert self._frames
        if self._frame + 1 < len(self._frames):
            self._frame += 1
            self.update()
        else:
            self._clock.stop()  # it has learned: stay there

    # The drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        outer = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        path = QPainterPath()
        path.addRoundedRect(outer, RADIUS, RADIUS)
        painter.fillPath(path, QColor(theme.hover if self.underMouse() or self.isDown() else theme.raised))
        painter.save()
        painter.setClipPath(path)
        self._paint_picture(painter, QRectF(outer.left(), outer.top(), outer.width(), theme.px(PICTURE)), theme)
        painter.restore()
        if self.card.start_here:
            self._paint_mark(painter, theme)
        self._paint_words(painter, theme)
        chosen = self.hasFocus()
        painter.setPen(QPen(QColor(theme.accent if chosen or self.underMouse() else theme.outline), 2 if chosen else 1))
        painter.drawPath(path)
        painter.end()

    def _paint_picture(self, painter: QPainter, place: QRectF, theme: Theme) -> None:
        painter.fillRect(place, QColor(theme.field))
        if self._frames:
            image = self._frames[self._frame]
            scale = min(place.width() / image.width(), place.height() / image.height())
            target = QRectF(0, 0, image.width() * scale, image.height() * scale)
            target.moveCenter(place.center())
            painter.drawImage(target, image)
            self._paint_names(painter, target, theme)
        else:
            painter.drawPixmap(place.topLeft(), self._dots(place, theme))
        painter.setPen(QPen(QColor(theme.border), 1))
        painter.drawLine(place.bottomLeft(), place.bottomRight())

    def _paint_names(self, painter: QPainter, target: QRectF, theme: Theme) -> None:
        """Of a comparison: whose picture each is. Films are those of the light theme."""
        names = self.card.lanes
        if not names:
            return
        scale = target.width() / strip.WIDTH
        painter.setFont(theme.font(CAPTION, bold=True))
        for name, letter, place in zip(names, LETTERS, strip.lanes(len(names)).names, strict=False):
            corner = QRectF(place.left, place.top, place.width, place.height)
            room = QRectF(corner.topLeft() * scale, corner.size() * scale).translated(target.topLeft())
            words = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.setPen(QColor(run_colour(letter, LIGHT)))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)

    def _dots(self, place: QRectF, theme: Theme) -> QPixmap:
        if self._still is None or self._still[0] != theme:
            self._still = (
                theme,
                picture(dots_of_values(self.card.data), place.size().toSize(), theme, self.devicePixelRatioF()),
            )
        return self._still[1]

    def _paint_mark(self, painter: QPainter, theme: Theme) -> None:
        painter.setFont(theme.font(CAPTION, bold=True))
        metrics = painter.fontMetrics()
        pill = QRectF(
            theme.px(8),
            theme.px(8),
            metrics.horizontalAdvance(START_HERE) + theme.px(16),
            metrics.height() + theme.px(6),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(QColor(theme.on_accent))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, START_HERE)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        left, width = theme.px(MARGIN), self.width() - 2 * theme.px(MARGIN)
        top = theme.px(PICTURE + ABOVE)
        title, words = self.broken(theme)
        for lines, font, colour in (
            (title, _title_font(theme), theme.text),
            (words, theme.font(WORDS_SIZE), theme.muted),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            height = painter.fontMetrics().height()
            for line in lines:
                painter.drawText(
                    QRectF(left, top, width, height), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line
                )
                top += height
            top += theme.px(BETWEEN)


def _title_font(theme: Theme) -> QFont:
    return theme.font(TITLE_SIZE, bold=True)


def lines_of(text: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """A text broken into at most so many lines of a width in px; the last ends with an ellipsis where more would
    follow."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    if words:
        lines.append(metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width))
    return lines
