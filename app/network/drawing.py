"""Samples drawn and erased by hand: what is drawn on are own points, into which other samples are converted."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from app.documents.experiment_store import Store
from app.documents.intents import DrawPoints, ErasePoints
from app.network.runs import Runs
from core.data.preparation import Prepared
from core.datasets.points import LETTERS, LONGEST_NAME, Points
from core.families import makers_words
from core.networks.blueprint import players_of

MOST_POINTS = 5000  # drawn samples that a conversion takes over
NOT_YET = "The samples are still being prepared: draw in a moment."
SHEET = 2.0  # how far an empty sheet to be imitated reaches around 0: as far as the figures' plane does


class Drawing:
    """Carries out strokes of brush and eraser. `edit(path, value)` changes the experiment, `say` tells a sentence."""

    def __init__(
        self,
        store: Store,
        runs: Runs,
        edit: Callable[[str, Any], None],
        say: Callable[[str], object],
    ) -> None:
        self._store, self._runs, self._edit, self._say = store, runs, edit, say

    def begin(self) -> None:
        """What is drawn on are own points: those that are shown, or none yet where a table has too many columns."""
        experiment = self._store.experiment
        data = experiment.data
        if data.kind == "cloud":  # a sheet of the figure's size: among so many points a stroke would hardly be seen
            self._store.finish()
            self._edit("data", Points(reach=SHEET, train_share=data.train_share))
            self._say_if_taken(f"Draw what {makers_words(players_of(experiment))} is to imitate, then play.")
        elif data.kind != "points" and self._runs.samples.shown() is None:
            self._say(NOT_YET)
        elif data.kind != "points" and not self._convert():
            self._edit("data", Points())

    def obey(self, intent: DrawPoints | ErasePoints) -> None:
        """Carry out a stroke."""
        if isinstance(intent, DrawPoints):
            self._draw(intent.points)
        else:
            self._erase(frozenset(intent.numbers))

    def _draw(self, points: tuple[tuple[float, ...], ...]) -> None:
        data = self._store.experiment.data
        if isinstance(data, Points):
            self._edit("data.points", (*data.points, *points))
        else:
            self._convert_or_say(points)

    def _erase(self, gone: frozenset[int]) -> None:
        data, shown = self._store.experiment.data, self._runs.samples.prepared
        if not isinstance(data, Points):
            self._convert_or_say(gone=gone)
        elif shown is not None:
            self._edit("data.points", without(data.points, shown.table.x, gone))

    def _say_if_taken(self, sentence: str) -> None:
        """A file may lock the data."""
        if not self._store.rejected:
            self._say(sentence)

    def _convert_or_say(self, added: tuple[tuple[float, ...], ...] = (), gone: frozenset[int] = frozenset()) -> None:
        if self._runs.samples.shown() is None:
            self._say(NOT_YET)
        elif not self._convert(added, gone):
            self._say("Samples can be drawn where the data has one or two columns; this table has more.")

    def _convert(self, added: tuple[tuple[float, ...], ...] = (), gone: frozenset[int] = frozenset()) -> bool:
        """The samples that are shown become own points; said, since the learning starts anew with them. False where
        they cannot."""
        data = points_of(self._runs.samples.shown(), added, gone)
        if data is None:
            return False
        self._store.finish()
        self._edit("data", data)
        self._say_if_taken(
            "The samples are your own points now, in the experiment's file: all of them train, until Data, More sets"
            " some aside."
        )
        return True


def without(
    points: tuple[tuple[float, ...], ...], shown: np.ndarray, gone: frozenset[int]
) -> tuple[tuple[float, ...], ...]:
    """The points that stay. Numbers count in what is shown, (samples, columns), which may be a moment older than the
    points: so samples are told by where they lie."""
    places = {tuple(map(float, shown[number])) for number in gone if number < len(shown)}
    return tuple(point for point in points if tuple(point[: shown.shape[1]]) not in places)


def points_of(prepared: Prepared | None, added: tuple[tuple[float, ...], ...], gone: frozenset[int]) -> Points | None:
    """The present samples as own points; None where they have more than two columns."""
    if prepared is None or prepared.table.geometry == "table" or prepared.table.x.shape[1] > 2:
        return None
    table = prepared.table
    kept = [number for number in range(min(len(table.y), MOST_POINTS)) if number not in gone]
    rows = [tuple(map(float, row)) for row in np.column_stack([table.x[kept], table.y[kept]])]
    mode = "curve" if table.geometry == "curve" else "classes" if table.classes else "values"
    names = tuple(name[:LONGEST_NAME] for name in table.classes)
    kept_names = names if len(set(names)) == len(names) <= len(LETTERS) else ()
    return Points(mode=mode, classes=max(2, len(names)), names=kept_names, points=(*rows, *added))
