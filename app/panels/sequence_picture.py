"""A data set of sequences as a small picture: a few lines of its letters or words, its ones and zeros, its marked
numbers, or its course."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from app.look.theme import Theme
from core.data.sequences import feature_names, steps_of, symbols_of
from core.families import Table
from core.frozen import frozen

ROWS = 4  # samples, names or lines of text that are shown
LONGEST = 400  # points of a course


@frozen
class Strip:
    """`kind` says what is shown: "text" its `lines`, "prose" one text that is broken into lines; "bits" `values` (rows,
    steps) of 0 and 1; "marked" (steps, 2) of numbers and marks; "course" (points,) of numbers in their order."""

    kind: Literal["text", "prose", "bits", "marked", "course"]
    lines: tuple[str, ...] = ()
    values: np.ndarray | None = None


def strip_of(table: Table, words: Sequence[str] = (), in_order: bool = False) -> Strip:
    """What shows a table of sequences; `words` are what its samples are places of, `in_order`: the samples follow each
    other in time."""
    if words:
        return Strip("text", tuple(words[:: max(1, len(words) // ROWS)][:ROWS]))
    names = feature_names(table)
    texts = [_text(symbols_of(steps_of(table, sample), names)) for sample in range(min(ROWS, len(table.y)))]
    if all(texts):
        flowing = any(" " in text for text in texts)
        return Strip("prose", texts[:1]) if flowing else Strip("text", tuple(texts))  # type: ignore[arg-type]
    steps = np.stack([steps_of(table, sample) for sample in range(min(ROWS, len(table.y)))])
    if steps.shape[2] == 2:
        return Strip("marked", values=steps[0])
    first = steps[..., 0]
    if len(np.unique(table.x)) == 2:
        return Strip("bits", values=(first > first.min()).astype(float))
    course = table.x[:, 0] if in_order else np.append(first[0], table.y[0])
    return Strip("course", values=course[:: max(1, len(course) // LONGEST)])


def _text(symbols: tuple[str, ...]) -> str:
    """Letters one behind the other, words with spaces between."""
    letters = [" " if symbol == "space" else symbol for symbol in symbols]
    return ("" if all(len(letter) == 1 for letter in letters) else " ").join(letters)


def paint_strip(painter: QPainter, rect: QRectF, strip: Strip, theme: Theme) -> None:
    """Fill the middle of a tile or card with it."""
    side = min(rect.width(), rect.height())
    room = rect.adjusted(0.09 * side, 0.09 * side, -0.09 * side, -0.09 * side)
    if strip.values is None:
        _paint_lines(painter, room, strip, theme)
    elif strip.kind == "bits":
        _paint_bits(painter, room, strip.values, theme)
    elif strip.kind == "marked":
        _paint_marked(painter, room, strip.values, theme)
    else:
        _paint_course(painter, room, strip.values, theme)


def _paint_lines(painter: QPainter, room: QRectF, strip: Strip, theme: Theme) -> None:
    font = theme.font(1)
    font.setPixelSize(max(8, round(0.88 * room.height() / ROWS / 1.15)))
    metrics = QFontMetricsF(font)
    lines = broken_words(strip.lines[0], metrics, room.width()) if strip.kind == "prose" else list(strip.lines)
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    height = metrics.height()
    top = room.center().y() - height * min(len(lines), ROWS) / 2
    for line in lines[:ROWS]:
        flags = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignHCenter
            if metrics.horizontalAdvance(line) <= room.width()
            else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(
            QRectF(room.left(), top, room.width(), height),
            flags,
            metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width()),
        )
        top += height


def broken_words(text: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """A text broken at its spaces into lines of a width in px."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _paint_bits(painter: QPainter, room: QRectF, rows: np.ndarray, theme: Theme) -> None:
    """A full square for a one, an empty one for a zero."""
    cell = min(room.width() / rows.shape[1], room.height() / rows.shape[0])
    left, top = room.center().x() - cell * rows.shape[1] / 2, room.center().y() - cell * rows.shape[0] / 2
    painter.setPen(QPen(QColor(theme.muted), 1))
    for row, column in np.ndindex(rows.shape):
        painter.setBrush(QColor(theme.text) if rows[row, column] else QColor(theme.field))
        painter.drawRect(
            QRectF(left + column * cell, top + row * cell, cell, cell).adjusted(
                0.14 * cell, 0.14 * cell, -0.14 * cell, -0.14 * cell
            )
        )


def _paint_marked(painter: QPainter, room: QRectF, steps: np.ndarray, theme: Theme) -> None:
    """Numbers as bars, the marked ones full."""
    numbers, marks = steps.T
    low, high = min(float(numbers.min()), 0.0), float(numbers.max())
    wide = room.width() / len(numbers)
    for place, (number, mark) in enumerate(
        zip((numbers - low) / max(high - low, 1e-9), marks > marks.min(), strict=True)
    ):
        tall = max(2.0, float(number) * room.height())
        painter.fillRect(
            QRectF(room.left() + place * wide, room.bottom() - tall, max(1.0, 0.72 * wide), tall),
            QColor(theme.accent if mark else theme.line),
        )


def _paint_course(painter: QPainter, room: QRectF, values: np.ndarray, theme: Theme) -> None:
    """One number after the other, and the last one, which is asked for, as a dot where they are few."""
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    across = np.linspace(room.left(), room.right(), len(values))
    up = room.bottom() - (values - low) / max(high - low, 1e-9) * room.height()
    places = [QPointF(float(x), float(y)) for x, y in zip(across, up, strict=True)]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.text), 1.2))
    painter.drawPolyline(QPolygonF(places if len(places) > 40 else places[:-1]))
    if len(places) <= 40:
        painter.setPen(QPen(QColor(theme.muted), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(places[-2], places[-1]))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        painter.drawEllipse(places[-1], 0.05 * room.height() + 0.8, 0.05 * room.height() + 0.8)
