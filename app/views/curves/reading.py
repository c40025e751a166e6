"""What can be read off the curves: the numbers above them, the words under the cursor, and a table to take away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import numpy as np

from app.bars.timeline_marks import BEST
from app.views.base import Numbers
from app.views.curves.head import Entry, Sign
from app.views.curves.layers import DASHES
from app.views.curves.scale import Scale
from app.views.curves.series import Series
from app.views.drawing.plot import say
from core.frames import Best, Mark
from core.history.metrics import AXES, History

AXIS_WORDS = {"update": "updates", "epoch": "epochs", "samples": "samples", "seconds": "seconds"}
BEHIND_A_SMOOTH_CURVE = "Grey band: from the smallest to the largest value behind the smooth curve"
BETWEEN_EVALUATIONS = "Grey band: how far it swings over an epoch, as seen between the evaluations"
FLAGS = "Flags: the cursor beside one tells what happened there"
NAMED = {"goal": "goal", BEST: "best so far"}  # kinds of marks that have a name of their own where they are alone
NEARLY = 0.005  # below 0 that is as good as 0
BESIDE = 0.015  # of the picture's width: a flag so near to the cursor is told


def entries(figures: Mapping[str, float], series: Iterable[Series], rate: bool) -> tuple[Entry, ...]:
    """The numbers of one moment; with the learning rate where it is drawn."""
    told = [Entry(one.words, DASHES[one.slot], say(figures[one.metric], 3), one.brief) for one in series]
    if rate and "lr" in figures:
        told.append(Entry("η", (), say(figures["lr"], 4)))
    return tuple(told)


def figures_of(history: History, block: int | None) -> dict[str, float]:
    """The newest figures, or those of one block."""
    return {name: figure_at(history, name, block) for name in history.names}


def figure_at(history: History, name: str, block: int | None) -> float:
    """One of them."""
    return history.last(name) if block is None else float(history.column(name).mean[block])


def below_zero(history: History, name: str) -> bool:
    """Whether the newest of these figures is worse than an answer without looking, as an R² may be."""
    return name in history.names and len(history) > 0 and history.column(name).last < -NEARLY


def words_at(history: History, scale: Scale, block: int, marks: Iterable[Mark], span: float) -> str:
    """Where a block stands, and what the flags beside it stand for; `span`: the width of the picture."""
    value, x = float(history.column(scale.along).mean[block]), scale.xs(history)[block]
    where = f"{AXIS_WORDS[scale.along]} {say(value, 0 if scale.along in ('update', 'samples') else 1)}"
    near = [mark.text for mark in marks if abs(scale.place(history, mark.update) - x) < BESIDE * span]
    return "\n".join([where, *near[-3:]])


def best_mark(best: Best | None, *, over: bool) -> tuple[Mark, ...]:
    """A flag at what early stopping would take back, or has taken back where the run is over; `about` is its label."""
    if best is None:
        return ()
    label = "restored" if over and best.left == 0 else "best so far"
    words = f"Best on the validation part: update {best.update:,}, loss {say(best.loss, 3)}"
    if over:
        words += "; its weights are restored" if best.left == 0 else ""
    elif best.left > 1:
        words += f"; restored if none of the next {best.left:,} evaluations is lower"
    else:
        words += "; restored if the next evaluation is no lower"
    return (Mark(best.update, BEST, words + best.reserve, f"{label}: {best.update:,}"),)


def signs(banded: bool, smooth: bool, kinds: Collection[str]) -> tuple[Entry, ...]:
    """The key of what is drawn beside the curves, as far as it is there; the tip says it at length. `kinds`: of the
    marks that have a flag."""
    band = Entry("range" if smooth else "over an epoch", sign=Sign.BAND)
    flags = Entry(NAMED.get(next(iter(kinds), ""), "event") if len(set(kinds)) == 1 else "event", sign=Sign.FLAG)
    return (*((band,) if banded else ()), *((flags,) if kinds else ()))


def legend(dotted: str, banded: bool, smooth: bool, flagged: bool) -> str:
    """What everything beside the curves is, as far as it is there."""
    band = BEHIND_A_SMOOTH_CURVE if smooth else BETWEEN_EVALUATIONS
    return "\n".join(filter(None, (dotted, band if banded else "", FLAGS if flagged else "")))


def table(history: History, series: Iterable[Series], metric: str) -> Numbers:
    """The blocks as they are drawn: axes, and mean, smallest and largest value of every part."""
    if not len(history):
        return [], []
    columns = {axis: history.column(axis).mean for axis in AXES if axis in history.names}
    for one in series:
        column = history.column(one.metric)
        name = f"{one.words} {metric}"
        columns |= {name: column.mean}
        if history.size > 1:
            columns |= {f"{name} smallest": column.low, f"{name} largest": column.high}
    return list(columns), np.column_stack(list(columns.values())).tolist()
