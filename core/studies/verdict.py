"""Verdict: which cell of a study is the best, chosen by which part, and what may not be said of it."""

from __future__ import annotations

from collections.abc import Callable

from core.messages import number_words
from core.studies.figures import is_seen_afterwards
from core.studies.report import Report
from core.studies.result import falls
from core.studies.summary import Found

DIGITS = 4
MOST = 4  # cells that are named as equally good
UNTESTED = "The best of {:,} by the test part has not been tested."


def plain(_name: str, value: float) -> str:
    """A value of a figure as a number."""
    return number_words(value, DIGITS)


def verdict(report: Report, words: Callable[[Found], str], written: Callable[[str, float], str] = plain) -> str:
    """One or two sentences; "" where there is nothing to choose among. `words` name a cell, `written` says a value of a
    figure."""
    winner, judges = report.best, report.judges
    if winner is None or len(report.cells) < 2:
        return ""
    judge, shown = judges[0], report.names[0]
    value, place = written(judge, winner.figures[judge].median), _place(report, winner, judge, words)
    if judge != shown:
        there = written(shown, winner.figures[shown].median)
        return f"Best by the validation part: median {judge} {value} at {place}; there {shown} is {there}."
    if not is_seen_afterwards(judge):
        return f"Best median of {judge}: {value} at {place}."
    end = "Lowest" if falls(judge) else "Highest"
    measure = judge.partition(".")[2].replace("_", " ")
    tried = sum(each.runs > 0 for each in report.cells)
    return f"{end} test {measure}, seen afterwards: median {value} at {place}. {UNTESTED.format(tried)}"


def _place(report: Report, winner: Found, judge: str, words: Callable[[Found], str]) -> str:
    """The best cell, and those that are as good: "Samples 200, equally at 431, 928 and 2,000"."""
    best = winner.figures[judge].median
    others = [each for each in report.cells if each is not winner and each.runs and each.figures[judge].median == best]
    name = words(winner)
    if not others:
        return name
    if len(others) > MOST:
        return f"{name}, equally at {len(others):,} others"
    label = "" if len(report.study.axes) > 1 else f"{name.rpartition(' ')[0]} "
    *first, last = (words(each).removeprefix(label) for each in others)
    return f"{name}, equally at {' and '.join(filter(None, (', '.join(first), last)))}"
