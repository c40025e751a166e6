"""The drawing tool in hand."""

from __future__ import annotations

from typing import Literal

from core.frozen import frozen


@frozen
class Brush:
    """A brush or an eraser: `number` of the class or `value` that it draws, `size` in px."""

    tool: Literal["brush", "eraser"] = "brush"
    number: int = 0
    value: float = 0.0
    size: float = 14.0
