"""A weight that somebody points at in the network, as the sheet shows it: an arrow, or a sentence."""

from __future__ import annotations

from app.views.surface.asking import Asked
from app.views.surface.grip import Place
from app.views.surface.marks import Arrow
from app.views.surface.sheet import Sheet
from app.views.surface.words import PointedWeight, arrow_of, is_across
from core.frames import Frame


class Pointing:
    """`weight` is the one that is pointed at."""

    def __init__(self) -> None:
        self.weight: PointedWeight | None = None

    def turn_to(self, weight: PointedWeight | None) -> bool:
        """Somebody points at this weight, or at none; whether that is another one."""
        before, self.weight = self.weight, weight
        return weight != before

    def sentence(self, asked: Asked, frame: Frame | None) -> str:
        """What is to be said where its direction cannot be drawn."""
        weight = self.weight
        if weight is None or not is_across(asked.number_of(weight.parameter, weight.index), frame):
            return ""
        return f"{weight.words} does not lie in this plane"

    def arrow(self, asked: Asked, frame: Frame, sheet: Sheet, ball: Place | None) -> Arrow | None:
        """Its direction on the sheet."""
        weight = self.weight
        if weight is None or ball is None:
            return None
        return arrow_of(weight, asked.number_of(weight.parameter, weight.index), frame, sheet, ball)
