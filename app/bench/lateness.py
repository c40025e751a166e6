"""How smooth a window is: the lateness of a timer of its thread."""

from __future__ import annotations

import itertools
import statistics
import time

from PySide6.QtCore import Qt, QTimer

TICK = 16  # ms


class Lateness:
    """How late a timer of the GUI thread comes."""

    def __init__(self) -> None:
        self._ticks: list[float] = []
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def _tick(self) -> None:
        self._ticks.append(time.perf_counter())

    def begin(self) -> None:
        self._ticks.clear()
        self._timer.start()

    def end(self) -> float:
        """The 95th percentile in milliseconds."""
        self._timer.stop()
        gaps = [max(0.0, 1000 * (after - before) - TICK) for before, after in itertools.pairwise(self._ticks)]
        return statistics.quantiles(gaps, n=20)[-1] if len(gaps) > 20 else float("inf")
