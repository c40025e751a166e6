"""How far a study is, told while its runs are made; and what came of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping

from core.command_line.progress import Progress
from core.frozen import frozen
from core.messages import time_words
from core.studies.result import Result

ODD = "{} runs differ from those that another process has kept of the same settings: the first ones stand."
SHOW_EVERY = 0.1  # seconds between two looks


@frozen
class Made:
    """`state`: "finished", "interrupted" or "failed", with the `trouble` in a sentence; `kept` results were there
    before, the others took so many `seconds`."""

    state: str
    results: Mapping[str, Result]
    kept: int
    seconds: float
    trouble: str = ""


class StudyProgress:
    """Hears of every run, on any thread."""

    def __init__(self, left: int) -> None:
        self._left, self.made = left, 0
        self._lock = threading.Lock()
        self._progress, self._begun, self._shown = Progress(), time.perf_counter(), 0.0

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.perf_counter() - self._begun

    def hear(self, _result: Result) -> None:
        """One more run is made."""
        with self._lock:
            self.made += 1
            if self.seconds - self._shown >= SHOW_EVERY:
                self._shown = self.seconds
                self._show()

    def _show(self) -> None:
        left = self._shown / self.made * (self._left - self.made)
        self._progress.show(self.made / self._left, f"{self.made:,} of {self._left:,} runs, {time_words(left)} left")

    def close(self) -> None:
        """Leave the line free for what is said next."""
        self._progress.close()
