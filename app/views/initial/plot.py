"""The picture of the starts: a row an initializer, a bar a layer, its length a power of ten."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.look.theme import CAPTION, Theme, current, mix
from app.widgets.telling import Telling
from core.frozen import frozen
from core.messages import number_words

ROW, HEAD, TITLE = 18, 16, 16  # px at a text scale of 1: a start, the names of the layers, what the numbers are
GAP, EDGES = 16, 10  # between the two halves, at their ends
NAMES_SHARE, HALF = 0.44, 56  # of the width for the names of initializers, at most; or all but so many px a half
NUMBER_GAP, AROUND, SMALLEST = 2, 16, 9  # px between numbers of layers, beside a name, of its letters at least
USUAL = "0.00"  # where this has no room no number stands, not only a short one here and there
LOW, HIGH = -5.0, 1.0  # powers of ten at which a bar is empty and full


def filled(spread: float) -> float:
    """The share of its cell that a bar fills: 0 at 10⁻⁵ and below, 1 at 10 and above."""
    if not (math.isfinite(spread) and spread > 0):
        return 0.0
    return min(max((math.log10(spread) - LOW) / (HIGH - LOW), 0.0), 1.0)


@frozen(eq=False)
class Sheet:
    """`halves` are ((title, in brief, its symbol), spreads (starts, layers)); the run's `own` start is set apart.
    `mixed`: the layers are no row of hidden ones, so that a number alone does not say which."""

    labels: tuple[str, ...]
    layers: tuple[str, ...]
    halves: tuple[tuple[tuple[str, str, str], np.ndarray], ...]
    own: int
    mixed: bool = False


NOTHING = Sheet((), (), (), -1)


class SpreadSheet(Telling):
    """Values on the left, gradients on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.sheet = current(), NOTHING
        self._longest = 0.0  # px of a name
        self.setAccessibleName("Spread of values and gradients by starting weights")

    def show_sheet(self, sheet: Sheet, theme: Theme) -> None:
        self.sheet, self.theme = sheet, theme
        fonts = [theme.font(CAPTION + 1, bold=row == sheet.own) for row in range(len(sheet.labels))]
        widths = (QFontMetricsF(font).horizontalAdvance(name) for font, name in zip(fonts, sheet.labels, strict=True))
        self._longest = max(widths, default=0.0)
        self.setMinimumHeight(theme.px(TITLE + HEAD + ROW * len(sheet.labels)) + 4)
        self.update()

    def cell(self, half: int, row: int, layer: int) -> QRectF:
        """Where a spread stands."""
        theme = self.theme
        left = self._names() + half * (self._half() + theme.px(GAP))
        wide = self._half() / max(1, len(self.sheet.layers))
        return QRectF(left + layer * wide, theme.px(TITLE + HEAD + row * ROW), wide, theme.px(ROW))

    def _names(self) -> float:
        """The room of the names, px."""
        beside = 2 * HALF + self.theme.px(GAP) + self.theme.px(EDGES)
        return min(self._longest + AROUND, max(NAMES_SHARE * self.width(), self.width() - beside))

    def name_font(self, own: bool) -> QFont:
        """Letters in which every name is whole, smaller ones where there is little room."""
        font, room = self.theme.font(CAPTION + 1, bold=own), self._names() - AROUND
        if self._longest > room:
            font.setPixelSize(max(SMALLEST, int(font.pixelSize() * room / self._longest)))
        return font

    def _half(self) -> float:
        theme = self.theme
        return max(40.0, (self.width() - self._names() - theme.px(GAP) - theme.px(EDGES)) / 2)

    def words_at(self, place: QPointF) -> str:
        sheet = self.sheet
        for half, ((title, *_), spreads) in enumerate(sheet.halves):
            for row, layer in np.ndindex(spreads.shape):
                if self.cell(half, row, layer).contains(place):
                    told = number_words(float(spreads[row, layer]))
                    return f"{sheet.labels[row]}, {sheet.layers[layer].lower()}: {title.lower()}, {told}"
        return ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet, theme = self.sheet, self.theme
        if sheet.own >= 0:
            room = QRectF(4, self.cell(0, sheet.own, 0).top(), self.width() - 8, theme.px(ROW))
            painter.fillRect(room, QColor(theme.selected))
        for row, label in enumerate(sheet.labels):
            painter.setFont(self.name_font(row == sheet.own))
            painter.setPen(QColor(theme.text))
            room = QRectF(12, self.cell(0, row, 0).top(), self._names() - 14, theme.px(ROW))  # a little beyond its end
            label = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, int(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, label)
        for half in range(len(sheet.halves)):
            self._paint_half(painter, half)
        painter.end()

    def _paint_half(self, painter: QPainter, half: int) -> None:
        sheet, theme = self.sheet, self.theme
        titles, spreads = sheet.halves[half]
        first = self.cell(half, 0, 0)
        painter.setPen(QColor(theme.muted))
        painter.setFont(theme.font(CAPTION))
        fit = (title for title in titles if painter.fontMetrics().horizontalAdvance(title) <= self._half())
        told = next(fit, titles[-1])
        painter.drawText(QRectF(first.left(), 0, self._half(), theme.px(TITLE)), Qt.AlignmentFlag.AlignVCenter, told)
        self._paint_layers(painter, half)
        for row, layer in np.ndindex(spreads.shape):
            self._paint_cell(painter, self.cell(half, row, layer), float(spreads[row, layer]))

    def _paint_layers(self, painter: QPainter, half: int) -> None:
        """The names of the layers, as numbers where they have no room, and not all of these where there is less."""
        sheet, metrics, free = self.sheet, painter.fontMetrics(), 0.0
        for layer, name in enumerate(sheet.layers):
            room = self.cell(half, 0, layer).translated(0, -self.theme.px(HEAD)).adjusted(2, 0, -2, 0)
            short = name.rpartition(" ")[2] if layer + 1 < len(sheet.layers) else "out"
            told = name if metrics.horizontalAdvance(name) <= room.width() or sheet.mixed else short
            if sheet.mixed:
                told = metrics.elidedText(told, Qt.TextElideMode.ElideRight, int(room.width()))
            wide = metrics.horizontalAdvance(told)
            last = self.cell(half, 0, len(sheet.layers) - 1).right()
            if room.left() >= free and room.left() + wide <= last:
                painter.drawText(QRectF(room.left(), room.top(), wide + 1, self.theme.px(HEAD)), 0, told)
                free = room.left() + wide + NUMBER_GAP

    def _paint_cell(self, painter: QPainter, room: QRectF, spread: float) -> None:
        theme = self.theme
        bar = room.adjusted(2, 3, -2, -3)
        painter.fillRect(bar, QColor(theme.grid))
        full = QRectF(bar.left(), bar.top(), bar.width() * filled(spread), bar.height())
        painter.fillRect(full, QColor(mix(theme.surface, theme.muted, 0.55)))
        told = number_words(spread, 2)
        painter.setFont(theme.digits(CAPTION))
        if max(map(painter.fontMetrics().horizontalAdvance, (told, USUAL))) <= bar.width() - 4:
            painter.setPen(QColor(theme.text))
            painter.drawText(bar.adjusted(3, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, told)
