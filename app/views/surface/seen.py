"""What both pictures of the surface show at a moment: the sheet, the marks on it, and the words at its axes."""

from __future__ import annotations

from app.views.surface.marks import Arrow, Marks
from app.views.surface.sheet import Sheet
from core.frozen import frozen


@frozen
class Seen:
    """`pointed` is the direction of a weight that is pointed at in the network; `target` a place that was clicked."""

    sheet: Sheet
    marks: Marks
    x: str
    y: str
    metric: str
    pointed: Arrow | None = None
    target: tuple[float, float] | None = None
    lit: bool = False  # the ball is in the hand, or the hand is near it
