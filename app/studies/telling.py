"""What the sheet says: how far the runs are, and what came of them."""

from __future__ import annotations

import functools
from collections.abc import Callable

from app.studies.curve import key
from core.luck.found import figure_words, written
from core.messages import number_words, time_words
from core.studies.report import Report
from core.studies.sought import Sought
from core.studies.stable import stable
from core.studies.study import Study
from core.studies.verdict import verdict
from core.studies.work import News


def progress_words(news: News) -> str:
    """ "120 of 180 runs, 3 s left"."""
    if news.problem:
        return news.problem
    runs = f"{news.made:,} of {news.count:,} runs"
    if news.over:
        return f"{news.count:,} runs" if news.made == news.count else f"Stopped: {runs}; what is made is kept"
    if news.made == news.count:
        return f"{news.count:,} runs; their pictures are drawn …"
    return runs if news.left is None else f"{runs}, {time_words(news.left)} left"


def search_words(sought: Sought | None, left: float | None, problem: str, *, over: bool) -> str:
    """ "12 of 30 trials, 4 s left"."""
    if problem or sought is None:
        return problem
    trials = f"{sought.done:,} of {sought.count:,} trials"
    refused = f", {sought.refused:,} could not be" if sought.refused else ""
    if over:
        return f"{sought.count:,} trials{refused}" if sought.done >= sought.count else f"Stopped: {trials}{refused}"
    return f"{trials}{refused}" + (f", {time_words(left)} left" if left is not None else "")


def caption(report: Report) -> str:
    """What the picture shows: "Test loss after 1,000 updates: the median of 5 starts"."""
    study = report.study
    after = f"after {study.base.stop.updates:,} updates"
    if len(study.axes) > 1:
        label = figure_words(study.base, report.main)
        of = f"the median of {study.starts} starts" if study.starts > 1 else "one start of each"
        return f"{label[:1].upper()}{label[1:]} {after}: {of}. The stronger its colour, the better."
    labels = "   ".join(key(tuple(figure_words(study.base, name) for name in report.names), report.names))
    of = "median and middle 80 % of the starts" if study.starts > 1 else "one start of each"
    return f"{labels}   {after}: {of}"


def sentence(report: Report, constant: float, words: Callable[[int], str]) -> str:
    """What may be said of it. `words` name a cell by its number."""
    cells = report.cells
    said = [
        verdict(
            report.about((report.main,)),
            lambda found: words(report.study.cells.index(found.cell)),
            functools.partial(written, report.study.base),
        ),
        _stable_words(report, constant),
        _diverged_words(report),
        luck_words(report.study),
    ]
    return " ".join(filter(None, said)) if cells else ""


def _stable_words(report: Report, constant: float) -> str:
    found = stable(report, constant)
    if found is None:
        return ""
    ends = f"{number_words(found.low)} to {number_words(found.high)}"
    who = f"at least {found.least:,} of {found.starts:,} starts end" if found.starts > 1 else "the one start ends"
    return f"Stable from η = {ends}: there {who} below the best constant answer, {number_words(found.limit)}."


def _diverged_words(report: Report) -> str:
    diverged = sum(each.diverged for each in report.cells)
    return (
        f"{diverged:,} of {len(report.results):,} runs diverged: they count as worse than all others."
        if diverged
        else ""
    )


def luck_words(study: Study) -> str:
    """Which luck the starts have."""
    if study.starts == 1:
        return "One start of each: what luck does is not seen."
    if "data" in study.luck:
        return "The starts have other data, splits, weights and orders."
    return "The starts have other weights and orders on the same data and split."
