"""A race on a thread: races in, the newest wins; tracks and the heights of its terrain out by `poll()`."""

from __future__ import annotations

import itertools
import logging
import queue
import threading

from core.families.terrain import Terrain
from core.formulas.formula import FormulaError
from core.frozen import frozen
from core.race.heights import Heights, heights_of
from core.race.race import Race
from core.race.tracks import Track, is_fast, track, track_unless

log = logging.getLogger(__name__)
_numbers = itertools.count(1)


@frozen(eq=False)
class RacePicture:
    """What there is to draw of a race. Tracks stand in the order of the racers; None where one is still under way.

    `heights` belong to the race's terrain and are the same object as long as the terrain stays the same; None where
    `problem` says why there are none.
    """

    race: Race
    tracks: tuple[Track | None, ...]
    heights: Heights | None
    complete: bool
    problem: str = ""


class RaceRunner:
    """One thread for one room. `send()` a race whenever it changes, `poll()` for the newest picture, `close()` at the
    end."""

    def __init__(self) -> None:
        self._in: queue.SimpleQueue[Race | None] = queue.SimpleQueue()
        self._newest: RacePicture | None = None
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._main, name=f"race-{next(_numbers)}", daemon=True)
        self._heights: Heights | None = None

    def start(self) -> None:
        self._thread.start()

    def send(self, race: Race) -> None:
        """Hand over a race; an older one that is under way is given up. Never blocks."""
        self._in.put(race)

    def poll(self) -> RacePicture | None:
        """The newest picture since the last poll, or None. Never blocks for longer than it takes to swap a
        reference."""
        with self._lock:
            newest, self._newest = self._newest, None
        return newest

    @property
    def alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    def close(self, timeout: float = 5.0) -> bool:
        """End the thread; False where it does not end within `timeout` seconds."""
        if not self._thread.is_alive():
            return True
        self._in.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    # The thread's side

    def _main(self) -> None:
        while (race := self._next()) is not None:
            try:
                self._compute(race)
            except Exception as error:  # one race that fails must not end the room
                log.exception("a race failed")
                self._tell(
                    RacePicture(
                        race,
                        (None,) * len(race.racers),
                        None,
                        complete=True,
                        problem=f"The race cannot be computed: {str(error) or type(error).__name__}.",
                    )
                )

    def _next(self) -> Race | None:
        """The newest race that waits, or the next one to come; None at the end."""
        race = self._in.get()
        try:
            while race is not None:
                race = self._in.get_nowait()
        except queue.Empty:
            pass
        return race

    def _compute(self, race: Race) -> None:
        """Fast tracks at once, those of torch one by one as they come."""
        found: dict[int, Track | None] = {
            place: track(race, racer) for place, racer in enumerate(race.racers) if is_fast(racer)
        }
        heights, problem = self._heights_of(race.terrain)
        slow = [place for place in range(len(race.racers)) if place not in found]
        self._show(race, found, heights, problem, complete=not slow)
        for place in slow:
            made = None if self._is_awaited() else track_unless(race, race.racers[place], self._is_awaited)
            if made is None:
                return
            found[place] = made
            self._show(race, found, heights, problem, complete=place == slow[-1])

    def _is_awaited(self) -> bool:
        """Whether something newer waits: what is under way is given up."""
        return not self._in.empty()

    def _show(
        self, race: Race, found: dict[int, Track | None], heights: Heights | None, problem: str, *, complete: bool
    ) -> None:
        self._tell(
            RacePicture(race, tuple(found.get(place) for place in range(len(race.racers))), heights, complete, problem)
        )

    def _tell(self, picture: RacePicture) -> None:
        with self._lock:
            self._newest = picture

    def _heights_of(self, terrain: Terrain) -> tuple[Heights | None, str]:
        if self._heights is None or self._heights.terrain != terrain:
            try:
                self._heights = heights_of(terrain)
            except FormulaError as error:
                self._heights = None
                return None, f"The formula {error}."
        return self._heights, ""
