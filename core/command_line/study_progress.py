"""How far a study is, told while its runs are made."""

from __future__ import annotations

import threading
import time

from core.command_line.progress import Progress
from core.messages import time_words
from core.studies.result import Result

SHOW_EVERY = 0.1  # seconds between two looks


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
