"""Verdict: which cell of a study is the best, chosen by which part, and what may not be said of it."""

from __future__ import annotations

from collections.abc import Callable

from core.messages import number_words
from core.studies.figures import is_seen_afterwards
from core.studies.report import Report
from core.studies.result import falls
from core.studies.summary import Found

DIGITS = 4
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
    value = written(judge, winner.figures[judge].median)
    if judge != shown:
        there = written(shown, winner.figures[shown].median)
        return f"Best by the validation part: median {judge} {value} at {words(winner)}; there {shown} is {there}."
    if not is_seen_afterwards(judge):
        return f"Best median of {judge}: {value} at {words(winner)}."
    end = "Lowest" if falls(judge) else "Highest"
    measure = judge.partition(".")[2].replace("_", " ")
    tried = sum(each.runs > 0 for each in report.cells)
    return f"{end} test {measure}, seen afterwards: median {value} at {words(winner)}. {UNTESTED.format(tried)}"
