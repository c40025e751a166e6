"""How often the screen is refreshed: drawing takes a quarter of the time, more where that hardly slows the learning or
there would be too few pictures."""

from __future__ import annotations

FASTEST, SLOWEST = 16, 1000  # ms from the end of painting to the next poll
SHORTEST, FLUENT = 8, 28  # ms of that wait at least, where from poll to poll it would else be more than so many
SHARE = 0.25  # of the window's time that drawing should take while it takes turns with the learning
FREE_SHARE = 0.85  # and where the learning needs no interpreter
MOVING = 90  # ms from picture to picture that still look like movement: a little more than ten a second


class Refresh:
    """Steers the interval of the poll timer by what the last pictures cost."""

    def __init__(self) -> None:
        self._cost = self._passed = 0.0
        self.share = SHARE
        self.hurried = False  # the run learns as fast as it can

    def spent(self, worked: float, passed: float) -> None:
        """Tell what one refresh cost, from the poll to the end of painting: seconds that this thread worked, and those
        that passed meanwhile, since it also waits for the interpreter and for a processor."""
        self._cost = 0.7 * self._cost + 0.3 * worked
        self._passed = 0.7 * self._passed + 0.3 * passed

    def learns_apart(self, free: bool) -> None:
        """Whether the learning goes on beside the drawing instead of taking turns with it."""
        self.share = FREE_SHARE if free else SHARE

    @property
    def interval(self) -> int:
        """Milliseconds to wait after a refresh."""
        cost = 1000 * self._cost
        modest = cost * (1 - self.share) / self.share
        moving = max(MOVING - cost, cost)  # where even that is dear, drawing still leaves half of the time
        return int(min(max(self._least(cost), min(modest, moving)), SLOWEST))

    def _least(self, cost: float) -> float:
        if self.share == FREE_SHARE:
            return max(SHORTEST, min(FASTEST, FLUENT - 1000 * self._passed))
        return max(FASTEST, MOVING - cost) if self.hurried else FASTEST  # every picture holds up such a run
