"""How a run that has been made is drawn: the picture beside its figures."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.runs.outcome import Outcome

Picture = np.ndarray  # (height, width, 3) uint8
Draw = Callable[[Outcome], Picture | None]
