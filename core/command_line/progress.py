"""A progress bar on standard error: a moving one on a terminal, a row of dots elsewhere."""

from __future__ import annotations

import sys
from typing import TextIO

WIDTH = 30


class Progress:
    """Shows the share that is done; the share is None where nobody knows the end."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._moving = self._stream.isatty()
        self._begun, self._dots = False, 0
        self._width = 0

    def show(self, share: float | None, words: str) -> None:
        if self._moving:
            self._line(words if share is None else f"[{'#' * round(WIDTH * share):<{WIDTH}}] {share:4.0%}  {words}")
        elif share is not None:
            self._stream.write(("" if self._begun else "[") + "." * (int(WIDTH * share) - self._dots))
            self._stream.flush()
            self._begun, self._dots = True, max(self._dots, int(WIDTH * share))

    def _line(self, text: str) -> None:
        self._stream.write("\r" + text.ljust(self._width))
        self._stream.flush()
        self._width = len(text)

    def close(self) -> None:
        """Leave the line free for what is said next."""
        if self._moving:
            self._line("")
            self._stream.write("\r")
        elif self._begun:
            self._stream.write("]\n")
        self._stream.flush()
