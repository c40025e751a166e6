"""How a run that has been made is drawn: the picture beside its figures."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.frozen import frozen
from core.runs.outcome import Outcome


@frozen(eq=False)
class Picture:
    """(height, width, 3) uint8 each: as a light window shows it, and a dark one."""

    light: np.ndarray
    dark: np.ndarray


Draw = Callable[[Outcome], Picture | None]
