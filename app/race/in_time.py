"""In time: the ways along a race that keys know: a tenth of it, where a racer stood lowest, the end."""

from __future__ import annotations

import numpy as np

from app.bars.timeline import TENTH
from app.race.figures import figure
from app.race.guess import Guess
from app.race.lab import RaceLab
from app.race.runs import Run

START, END = "This is the start of the race.", "This is the end of the race."
NOBODY, SO_FAR = "Nobody's path is there yet.", ", of what has been seen so far"


class InTime:
    """It moves the playhead, paused, and tells a sentence where there is nowhere to go."""

    def __init__(self, lab: RaceLab, guess: Guess) -> None:
        self._lab, self._guess = lab, guess

    def move_tenth(self, direction: str) -> None:
        """A tenth of the race, "-1" back or "1" on; the ends are said."""
        playhead, way = self._lab.playhead, int(direction)
        if playhead.place == (playhead.last if way > 0 else 0):
            self._lab.sentence.emit(END if way > 0 else START)
        self._lab.seek(playhead.place + way * max(1, playhead.last // TENTH))

    def best(self) -> None:
        """Where the selected racer, else the one that comes lowest, stands lowest. Of what is to be guessed nothing is
        told."""
        lab, ahead = self._lab, self._guess.on
        known = int(lab.playhead.place if ahead else lab.playhead.last)
        lowest = {run.number: found for run in lab.paths.runs if (found := _lowest(run, known)) is not None}
        if not lowest:
            lab.sentence.emit(NOBODY)
            return
        leader = min(lowest, key=lambda number: lowest[number][0])
        number = lab.chosen.selected if lab.chosen.selected in lowest else leader
        value, update = lowest[number]
        lab.seek(update)
        name = lab.paths.runs[number].name
        lab.sentence.emit(f"{name} is lowest at update {update:,}: f = {figure(value)}{SO_FAR if ahead else ''}.")

    def end(self) -> None:
        """The last update."""
        self._lab.seek(self._lab.playhead.last)


def _lowest(run: Run, until: int) -> tuple[float, int] | None:
    """The lowest value of a racer that is drawn, and at which update it is there first."""
    values = run.values[: until + 1]
    if run.hidden or not np.isfinite(values).any():
        return None
    at = int(np.nanargmin(np.where(np.isfinite(values), values, np.nan)))
    return float(values[at]), at
