"""The picture of `descent-lab study --picture`: a curve with its band, or a heat map where two settings are varied."""

from __future__ import annotations

import math

from PySide6.QtWidgets import QWidget

from app.command_line import page
from app.command_line.page import Words
from app.look.theme import Theme
from app.studies.curve import curves, key
from app.studies.heat_map import HeatMap
from core.studies.report import Report
from core.studies.stable import constant_answer, goes_over_rates

BAND = "Line: the median of the starts; band: the middle 80 % at each value. No single run need look like it."
SORTED = "The starts, sorted: below how much of them lies what was reached."
CELLS = "Each cell: the median of its starts; the stronger its colour, the better."


def save(report: Report, path: str) -> None:
    """Draw a study into a PNG file; `NotWritten` where that cannot be."""
    strokes = key(report.names, report.names) if len(report.names) > 1 and len(report.study.axes) < 2 else ()
    words = Words(report.study.base.title or "Study", _subject(report), _sentences(report), key=strokes)
    page.save(words, lambda look: _drawing(report, look), path)


def _subject(report: Report) -> str:
    names = report.names[:1] if len(report.study.axes) > 1 else report.names
    stop = report.study.base.stop
    after = f", after {stop.updates:,} updates" if stop.updates else ""
    return f"{', '.join(names)}{after}: {report.heading}, {len(report.results):,} runs"


def _drawing(report: Report, look: Theme) -> QWidget:
    if len(report.study.axes) > 1:
        return HeatMap(report.about(report.names[:1]), look)
    constant = constant_answer(report.study.base) if goes_over_rates(report.study) else math.nan
    return curves(report, look, constant=constant)


def _sentences(report: Report) -> list[str]:
    """What has to be said under the picture."""
    axes = len(report.study.axes)
    how = CELLS if axes > 1 else BAND if axes else SORTED
    diverged = sum(each.diverged for each in report.cells)
    lost = [f"{diverged:,} of {len(report.results):,} runs have diverged: they count as worse than all others."]
    return [how, *(lost if diverged else [])]
