"""Numbers in the words of the room: four digits that count, so that two values that differ are told apart."""

from __future__ import annotations

import math

from app.look.numbers import written
from app.views.drawing.plot import say


def figure(number: float) -> str:
    """Four decimals, or four digits where those would not tell."""
    if math.isnan(number):
        return "–"
    if math.isinf(number):
        return "∞" if number > 0 else "−∞"
    return say(number, 4) if number == 0 or 0.1 <= abs(number) < 1e5 else written(f"{number:.4g}")
