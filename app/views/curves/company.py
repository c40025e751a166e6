"""Several runs in one picture: a line for each, in its colour, with its letter at its end."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor

from app.look.run_colours import is_dashed, run_colour
from app.look.theme import CAPTION, Theme
from app.views.curves.compared import figure_of
from app.views.curves.head import Entry, line_pen
from app.views.curves.plot import CurvePlot
from app.views.curves.reading import figure_at
from app.views.curves.scale import Scale
from app.views.drawing.plot import say
from core.frames import Update
from core.history.metrics import Metrics
from core.threads.news import Recalled

PARTS = ("test", "validation", "train")  # the first one that was measured makes the line
FINE = 1.1  # px of the line of the training part beside it
DASHES = (5.0, 2.0)  # of runs whose colour another one has
LETTER = 2  # px that a letter is larger than a caption


class Company:
    """The lines of the `runs` on a plot, the one that is shown first; with fewer than two there are none."""

    def __init__(self, plot: CurvePlot) -> None:
        self._plot = plot
        self.runs: tuple[Metrics, ...] = ()
        self.letters: list[pg.TextItem] = []
        self._seen: dict[int, Recalled] = {}  # what was told last of the past of the runs beside, by their numbers

    def show_runs(self, runs: tuple[Metrics, ...]) -> None:
        """Whose lines there are to be."""
        self.runs = runs
        self._plot.show_beside(2 * len(runs))
        for letter in self.letters:
            self._plot.removeItem(letter)
        self.letters = [pg.TextItem(anchor=(1, 0.5)) for _ in runs]
        for letter in self.letters:
            letter.setZValue(6)
            self._plot.addItem(letter)

    def take(self, update: Update) -> None:
        """What a run beside tells of the past that is shown."""
        if update.recalled is not None:
            self._seen[update.run] = update.recalled

    @property
    def lines(self) -> list[pg.PlotCurveItem]:
        """One a run, then those of the training parts."""
        return self._plot.beside

    def draw(self, scale: Scale, kind: str, metric: str, theme: Theme, *, train: bool) -> None:
        """All lines; those of the training parts too where somebody wants them."""
        count = len(self.runs)
        for place, run in enumerate(self.runs):
            name = self._name(run, kind, metric)
            beside = f"train.{metric}" if train and name not in ("", f"train.{metric}") else ""
            dashes = DASHES if is_dashed(run.letter) else ()
            for line, column, width in (
                (self.lines[place], name, 2.2),
                (self.lines[count + place], beside, FINE),
            ):
                line.setPen(line_pen(theme, dashes, run_colour(run.letter, theme), width))
                line.setData(*(scale.points(run.history, column) if column else ([], [])))

    def place_letters(self, theme: Theme) -> None:
        """Each letter at the end of its line."""
        (_, x1), (low, high) = self._plot.box.viewRange()
        wide, tall = self._plot.box.viewPixelSize()
        apart, step = theme.px(CAPTION + LETTER + 4) * tall, theme.px(CAPTION + LETTER) * wide
        ends = sorted(self._ends(theme), key=lambda end: end[:2])
        heights = [min(max(y, low + apart / 2), high - apart / 2) for y, _, _ in ends]
        middles = middles_of([(x, y) for (_, x, _), y in zip(ends, heights, strict=True)], step, apart, x1)
        for (_, _, letter), x, y in zip(ends, middles, heights, strict=True):
            letter.setAnchor((0.5, 0.5))
            letter.setPos(x, y)

    def _ends(self, theme: Theme) -> list[tuple[float, float, pg.TextItem]]:
        """Height and place of the end of each line that is drawn, and its letter."""
        ends = []
        for run, line, letter in zip(self.runs, self.lines, self.letters, strict=False):
            xs, ys = line.getData()
            xs, ys = (np.zeros(0), np.zeros(0)) if xs is None or ys is None else (xs, ys)
            known = np.flatnonzero(np.isfinite(ys))
            letter.setVisible(len(known) > 0)
            letter.setFont(theme.font(CAPTION + LETTER, bold=True))
            letter.setText(run.letter or "–", QColor(run_colour(run.letter, theme)))
            if len(known):
                ends.append((float(ys[known[-1]]), float(xs[known[-1]]), letter))
        return ends

    def entries(
        self, scale: Scale, kind: str, metric: str, x: float | None, past: Recalled | None
    ) -> tuple[Entry, ...]:
        """The number of each run at a place along the picture; None: that of the `past` that is shown, else the
        newest."""
        told = []
        for run in self.runs:
            name = self._name(run, kind, metric)
            text = say(self._figure(run, name, scale, x, past), 3) if name else "–"
            words = f"{run.letter or '–'} {name.partition('.')[0]}".strip()
            dashes = DASHES if is_dashed(run.letter) else ()
            told.append(Entry(words, dashes, text, run.letter, run=run.letter))
        return tuple(told)

    def _figure(self, run: Metrics, name: str, scale: Scale, x: float | None, past: Recalled | None) -> float:
        """One number of a run; what it has not told of the update that is shown, its nearest evaluation tells."""
        if x is None and past is not None:
            then = past if run is self.runs[0] else self._seen.get(run.run)
            figures = then.figures if then is not None and then.updates == past.updates else None
            if figures is not None and name in figures:
                return figures[name]
            x = scale.past(self.runs[0].history, past.updates)
        return figure_at(run.history, name, None if x is None else scale.block_at(run.history, x))

    def _name(self, run: Metrics, kind: str, metric: str) -> str:
        """The column that makes the line of a run; "" where it measures something else than the first one."""
        if figure_of(kind, run) != figure_of(kind, self.runs[0]):
            return ""
        return next((f"{part}.{metric}" for part in PARTS if f"{part}.{metric}" in run.history.names), "")


def middles_of(ends: list[tuple[float, float]], wide: float, tall: float, last: float) -> list[float]:
    """Where letters stand along, so wide and tall: each behind the end of its line, or before it where there is no room
    up to the `last` place; one that would lie on another beside that."""
    taken: list[tuple[float, float]] = []
    for x, y in ends:
        side = 1 if x + 1.5 * wide < last else -1
        at = x + side * wide / 2
        while any(abs(at - other) < 0.99 * wide and abs(y - height) < tall for other, height in taken):
            side = 1 if side > 0 and at + 2 * wide < last else -1
            at += side * wide
        taken.append((at, y))
    return [at for at, _ in taken]
