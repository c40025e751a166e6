"""Columns that give the target away: what says the same in other words, or is only known once the answer is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.frozen import frozen

ENOUGH = 30  # rows from which on a column can be told to give something away
USUAL = 10  # mistakes that a guess without it would make at least: fewer may be missing by chance
NEARLY = 0.1  # the share of those mistakes that is left at most, where a column nearly tells the class
STRAIGHT = 0.9999  # the correlation, whatever its sign, from which on two numbers are the same in other units
SOME = 1000  # rows that tell soon that a column holds too many different numbers
MOST_COPIES = 10  # different words of a column that says the same as classes
AFTERWARDS = "if that is only known afterwards, leave the column out"


@frozen
class Clue:
    """A column of text as numbers: `codes` (rows,) float64, numbers or those of words, nan for a gap."""

    name: str
    codes: np.ndarray
    of_words: bool


def is_copy(cells: Sequence[str], target: Sequence[str], gaps: frozenset[str], target_gaps: frozenset[str]) -> bool:
    """Whether a column says the same as the target, word for word, in words of its own: each of its words stands beside
    one class only, and each class beside one word. Rows without an answer say nothing."""
    words = set(cells) - gaps
    if not 1 < len(words) <= MOST_COPIES or len(cells) < ENOUGH:
        return False
    pairs = {pair for pair in set(zip(cells, target, strict=True)) if pair[1] not in target_gaps}
    classes = {said for _, said in pairs}
    told = {cell for cell, _ in pairs}
    return len(pairs) == len(classes) == len(told) > 1 and not told & gaps


def given_away(clues: Sequence[Clue], y: np.ndarray, target: str, classes: Sequence[str]) -> list[str]:
    """A sentence for each column that gives the target away; y (rows,) int64 class numbers, or float64 values where
    there are no `classes`. A column that is the only one has nothing to give away: it is what is learned from."""
    if len(clues) < 2:
        return []
    found = (_of_classes(clue, y, target, classes) if classes else _of_values(clue, y, target) for clue in clues)
    return [sentence for sentence in found if sentence]


def _of_classes(clue: Clue, y: np.ndarray, target: str, classes: Sequence[str]) -> str:
    known = ~np.isnan(clue.codes)
    if known.sum() < ENOUGH:
        return ""
    if clue.of_words or _are_few(clue.codes[known], len(classes)):
        names = np.unique(clue.codes[known])
        right = told_by(np.where(known, np.searchsorted(names, clue.codes), len(names)), y)
        if _is_little((1 - right) * len(y), len(y) - np.bincount(y).max()):
            return f"{clue.name} alone tells {target} in {_percent(right)} of the rows: {AFTERWARDS}."
    return "" if known.all() else _of_gaps(clue.name, known, y, target, classes)


def _of_gaps(name: str, known: np.ndarray, y: np.ndarray, target: str, classes: Sequence[str]) -> str:
    """That a value is there at all tells the class."""
    most = int(np.bincount(y[known]).argmax())
    others, usual = float((y[known] != most).sum()), known.sum() * float((y != most).mean())
    if not _is_little(others, usual):
        return ""
    share = _percent(1 - others / known.sum())
    return f"Where {name} is known, {target} is {classes[most]} in {share} of the rows: {AFTERWARDS}."


def _are_few(numbers: np.ndarray, most: int) -> bool:
    """Whether there are so many different ones at most; of many rows some are looked at first."""
    return len(np.unique(numbers[:SOME])) <= most and len(np.unique(numbers)) <= most


def _is_little(mistakes: float, usual: float) -> bool:
    return usual >= USUAL and mistakes <= NEARLY * usual


def told_by(codes: np.ndarray, y: np.ndarray) -> float:
    """The share of rows of which the other rows with the same code, (rows,) whole numbers, say the right class by their
    majority, with no other class level with it; the only row with a code gets the most frequent class."""
    counts = np.zeros((int(codes.max()) + 1, int(y.max()) + 1))
    np.add.at(counts, (codes, y), 1)
    ranked = np.sort(counts, axis=1)
    best, second = ranked[:, -1:], ranked[:, -2:-1] if counts.shape[1] > 1 else 0.0 * ranked
    rival = np.where(counts == best, second, best)
    right = counts - 1 > rival
    usual = counts.sum(axis=0).argmax()
    right[counts.sum(axis=1) == 1, usual] = True
    return float((counts * right).sum() / len(y))


def _of_values(clue: Clue, y: np.ndarray, target: str) -> str:
    known = ~np.isnan(clue.codes)
    codes, said = clue.codes[known], y[known]
    if clue.of_words or known.sum() < ENOUGH or codes.min() == codes.max() or said.min() == said.max():
        return ""
    if abs(np.corrcoef(codes, said)[0, 1]) < STRAIGHT:
        return ""
    return f"{clue.name} and {target} lie on one straight line, as the same number in other units does: {AFTERWARDS}."


def _percent(share: float) -> str:
    """Never all where one is missing."""
    return "100 %" if share == 1 else f"{min(100 * share, 99.9):.1f} %"
