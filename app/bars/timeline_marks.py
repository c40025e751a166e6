"""What happened to a run, as signs on its timeline, each with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.look.theme import Theme
from core.frames import POINT, Mark

BEST = "best"  # the kind of the mark where the loss was lowest: the run itself makes none
ARRIVED, LOST = "arrived", "lost"  # of a racer
STOPS = ("finished", "stopped", "diverged", LOST)
WORDS = {
    "goal": "goal reached, {}",
    POINT: "point {} was kept",
    "stopped": "stopped early, {}",
    "diverged": "diverged, {}",
}
HIGH, SIDE = 20, 4  # px: of a sign that stands for a moment of its own, and half as wide as it is
MOST_TOLD = 4  # lines of a tip
Sign: TypeAlias = Callable[[QPainter, QPointF, Theme], None]


def words_of(mark: Mark) -> str:
    """When it was, and what."""
    return f"Update {mark.update:,}: {WORDS.get(mark.kind, '{}').format(mark.text.rstrip('.'))}"


def tip_of(marks: Iterable[Mark]) -> str:
    """Several that stand at one place, the newest of very many."""
    return "\n".join(words_of(mark) for mark in [*marks][-MOST_TOLD:])


def draw(painter: QPainter, mark: Mark, spot: QPointF, theme: Theme) -> None:
    """A sign whose middle is at a spot of the line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.muted), max(1.5, 1.5 * theme.scale)))
    painter.setBrush(QColor(theme.muted))
    _sign_of(mark.kind)(painter, spot, theme)
    painter.restore()


def _sign_of(kind: str) -> Sign:
    if kind in STOPS:
        return _stop
    return {"goal": _flag, ARRIVED: _flag, BEST: _ring, POINT: _diamond}.get(kind, _tick)


def _tick(painter: QPainter, spot: QPointF, theme: Theme) -> None:
    """A change."""
    high, wide = theme.px(HIGH / 2), max(2.0, 2 * theme.scale)
    painter.fillRect(QRectF(spot.x() - wide / 2, spot.y() - high / 2, wide, high), QColor(theme.muted))


def _stop(painter: QPainter, spot: QPointF, theme: Theme) -> None:
    high, wide = theme.px(HIGH), max(4.0, 4 * theme.scale)
    painter.fillRect(QRectF(spot.x() - wide / 2, spot.y() - high / 2, wide, high), QColor(theme.muted))


def _flag(painter: QPainter, spot: QPointF, theme: Theme) -> None:
    half, side = theme.px(HIGH) / 2, theme.px(2 * SIDE)
    top = QPointF(spot.x(), spot.y() - half)
    painter.drawLine(top, QPointF(spot.x(), spot.y() + half))
    painter.drawPolygon(QPolygonF([top, top + QPointF(side, side / 2), top + QPointF(0, side)]))


def _ring(painter: QPainter, spot: QPointF, theme: Theme) -> None:
    """The lowest loss."""
    painter.setPen(QPen(QColor(theme.text), max(2.0, 2 * theme.scale)))
    painter.setBrush(QColor(theme.surface))
    painter.drawEllipse(spot, theme.px(SIDE), theme.px(SIDE))


def _diamond(painter: QPainter, spot: QPointF, theme: Theme) -> None:
    """A kept point."""
    side = theme.px(SIDE + 1)
    corners = ((0, -side), (side, 0), (0, side), (-side, 0))
    painter.drawPolygon(QPolygonF([spot + QPointF(x, y) for x, y in corners]))
