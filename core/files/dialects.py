"""How a table is written down: delimiter, decimal sign, heading, and what stands above it."""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from core.files.numerals import Decimal, decimal_of, is_number
from core.frozen import frozen

Delimiter = Literal[",", ";", "\t", "|", " "]
DELIMITERS: tuple[Delimiter, ...] = ("\t", ";", "|", ",", " ")  # the rarer in plain text, the sooner believed
DELIMITER_NAMES: dict[Delimiter, str] = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar", " ": "blanks"}
SAMPLE_LINES = 200
MOST_ABOVE = 30  # lines of title and remarks that may stand above a table
_SAID = re.compile(r"sep=(.|\\t)\s*\Z", re.IGNORECASE)
_REMARKS = ("#", "%", "//")
_RUN_OF_BLANKS = re.compile(r"\S {2,}\S")


@frozen
class Dialect:
    """How a table is written down. `skip`: lines above it; `missing`: words that count as a gap, parted by blanks, ""
    for the usual ones; `sheet`: that of a workbook, "" for the first that holds something."""

    encoding: str = "utf-8"
    delimiter: Delimiter = ","
    decimal: Decimal = "."
    header: bool = True
    skip: int = 0
    missing: str = ""
    sheet: str = ""


@frozen
class Trial:
    """What a delimiter makes of the first lines: so many columns, in nearly all lines (`even`) or not; `clean` is the
    share of cells in which no other delimiter is left; `skip` as in a dialect."""

    delimiter: Delimiter
    columns: int
    even: bool
    clean: float
    skip: int

    @property
    def good(self) -> bool:
        """Whether a table could be written so."""
        return self.even and self.columns > 1

    @property
    def sentence(self) -> str:
        """The outcome in a few words."""
        if self.columns < 2:
            return "1 column"
        return f"{self.columns:,} columns" if self.even else "uneven"


def records(lines: Iterable[str], delimiter: str):
    """A reader of lines; for blanks as delimiter a run of blanks and tabs is one."""
    if delimiter == " ":
        lines = (line.replace("\t", " ").strip(" \r\n") for line in lines)
    return csv.reader(lines, delimiter=delimiter, skipinitialspace=True)


def trials(text: str) -> tuple[Trial, ...]:
    """What each delimiter makes of a text, the most probable first."""
    lines = _first_lines(text)
    said = _said_delimiter(lines)
    top = 1 if said else 0
    found = [_try(lines[top:], delimiter, top) for delimiter in DELIMITERS]
    order = sorted(
        found,
        key=lambda trial: (
            trial.delimiter != said, not trial.good, -round(trial.clean, 2), DELIMITERS.index(trial.delimiter),
        ),
    )  # fmt: skip
    return tuple(order)


def detect(text: str, encoding: str) -> Dialect:
    """How text is most probably written, judged by its first lines."""
    best = trials(text)[0]
    lines = _first_lines(text)[best.skip :]
    rows = [row for _, row in _rows(lines, best.delimiter)]
    cells = [cell.strip() for row in rows for cell in row]
    decimal = decimal_of(cells, comma_apart=best.delimiter != ",")
    return Dialect(encoding, best.delimiter, decimal, has_header(rows, decimal), best.skip)


def has_header(rows: list[list[str]], decimal: str) -> bool:
    """Names stand on top where no cell of the first row is a number, or only years and the like are; and none of the
    words is missing or said again in the same column below."""
    if not rows:
        return False
    top = [cell.strip() for cell in rows[0]]
    body = [row for row in rows[1:] if len(row) == len(top)] or rows[1:]
    below = [{row[place].strip() for row in body if place < len(row)} for place in range(len(top))]
    if short_heading(rows):
        return True
    counted = [cell for cell in top if is_number(cell, decimal)]
    if not counted:
        everything = set().union(*below) if below else set()
        return any(is_number(cell, decimal) for cell in everything) or not set(top) & everything
    worded = [(cell, under) for cell, under in zip(top, below, strict=True) if cell and not is_number(cell, decimal)]
    return bool(worded) and _evenly_spaced(counted) and not any(cell in under for cell, under in worded)


def _evenly_spaced(cells: list[str]) -> bool:
    """Whether whole numbers go on in equal steps, as years do."""
    if len(cells) < 2 or not all(cell.isascii() and cell.isdigit() and len(cell) < 16 for cell in cells):
        return False
    steps = {int(after) - int(before) for before, after in itertools.pairwise(cells)}
    return len(steps) == 1 and 0 not in steps


def short_heading(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the heading lacks the name of the first column, as R writes it: one cell less than below, all of them
    words, and every row begins with a name of its own."""
    if len(rows) < 3 or len(rows[0]) < 2:
        return False
    width, top, body = len(rows[0]) + 1, rows[0], rows[1:]
    if not all(cell.strip() for cell in top) or top[0].lstrip().startswith(_REMARKS):
        return False
    if any(is_number(cell.strip(), ".") for cell in top) or sum(len(row) == width for row in body) < 0.9 * len(body):
        return False
    whole = [row for row in body if len(row) == width]
    return len({row[0] for row in whole}) == len(whole) and any(row[-1].strip() for row in whole)


# What a delimiter makes of the lines


def _first_lines(text: str) -> list[str]:
    lines = list(itertools.islice(io.StringIO(text.removeprefix("\ufeff"), newline=""), SAMPLE_LINES))
    return lines[:-1] if len(lines) > 20 else lines  # the last may be cut off


def _said_delimiter(lines: list[str]) -> str:
    """The delimiter that a first line names, as spreadsheets understand it; "" where none does."""
    found = _SAID.match(lines[0].strip("\r\"' ")) if lines else None
    return found[1].replace("\\t", "\t") if found else ""


def _try(lines: list[str], delimiter: Delimiter, top: int) -> Trial:
    found = _rows(lines, delimiter)
    counts = [len(row) for _, row in found]
    common = max(set(counts), key=lambda count: (counts.count(count), count)) if counts else 1
    above = _above(found, common)
    rest = [row for _, row in found[above:]]
    even = sum(len(row) == common for row in rest) >= 0.9 * (len(rest) - short_heading(rest)) if rest else False
    cells = [cell for row in rest if len(row) == common for cell in row]
    halves = any(cell.count('"') % 2 for cell in cells) and _halves_texts(lines, delimiter, common)
    clean = sum(not _is_soiled(cell, delimiter) for cell in cells) / max(len(cells), 1)
    return Trial(delimiter, common, even and not halves, clean, top + (found[above][0] if above else 0))


def _halves_texts(lines: list[str], delimiter: Delimiter, columns: int) -> bool:
    """Whether a quoted text is cut in two: a quotation mark is left alone that stands for itself, not doubled."""
    single = _rows([line.replace('""', "") for line in lines], delimiter)
    return any(cell.count('"') % 2 for _, row in single if len(row) == columns for cell in row)


def _rows(lines: list[str], delimiter: str) -> list[tuple[int, list[str]]]:
    """The rows that are not blank, each with the number of the line, from 0 on, on which it begins."""
    found, begins = [], 0
    reader = records(lines, delimiter)
    try:
        for row in reader:
            if len(row) > 1 or (row and row[0].strip()):
                found.append((begins, row))
            begins = reader.line_num
    except csv.Error:  # told by whoever reads all of it
        pass
    return found


def _above(found: list[tuple[int, list[str]]], common: int) -> int:
    """How many of the first rows are a title and remarks: those before the first that is as wide as most."""
    rows = [row for _, row in found]
    first = next((place for place, row in enumerate(rows) if len(row) == common), 0)
    if first and short_heading(rows[first - 1 :]) and not has_header(rows[first:], "."):
        first -= 1
    return first if first <= MOST_ABOVE and common > 1 else 0


def _is_soiled(cell: str, delimiter: str) -> bool:
    """Whether another delimiter is left in a cell that is no number."""
    cell = cell.strip()
    if not any(sign in cell for sign in "\t;|," if sign != delimiter) and not _RUN_OF_BLANKS.search(cell):
        return False
    return not is_number(cell, ".") and not is_number(cell, ",")
