"""How often the screen is refreshed: drawing takes at most a quarter of the time."""

from __future__ import annotations

FASTEST, SLOWEST = 16, 1000  # ms between two polls
SHARE = 0.25  # of the window's time that drawing may take


class Refresh:
    """Steers the interval of the poll timer by what the last pictures cost."""

    def __init__(self) -> None:
        self._cost = 0.0

    def spent(self, seconds: float) -> None:
        """Tell what one refresh cost, from the poll to the end of painting: time that this thread worked, not waited."""
        self._cost = 0.7 * self._cost + 0.3 * seconds

    @property
    def interval(self) -> int:
        """Milliseconds to wait after a refresh."""
        return int(min(max(FASTEST, 1000 * self._cost * (1 - SHARE) / SHARE), SLOWEST))
