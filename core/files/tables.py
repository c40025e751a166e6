"""Tables from text files: find out how a file is written, read it, guess what its columns are for."""

from __future__ import annotations

import codecs
import csv
import dataclasses
import io
import pathlib
from typing import Literal

from core.files.table_columns import ColumnKind, column_kind, is_number, missing_count, unique_names
from core.messages import BadInput

DELIMITERS = ("\t", ";", "|", ",", " ")  # the rarer in plain text a sign is, the sooner it is believed
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1")
MAX_BYTES = 500_000_000
SAMPLE_LINES = 200
_FIRST_LINES_BYTES = 262_144


@dataclasses.dataclass(frozen=True)
class Dialect:
    """How a table is written down."""

    encoding: str = "utf-8"
    delimiter: str = ","
    decimal: Literal[".", ","] = "."
    header: bool = True


@dataclasses.dataclass(frozen=True)
class RawTable:
    """A table as text: `cells[c][r]` is row r of column c, stripped. `kinds` and `missing` go by column.

    `first_line` is the line of the file that holds row 0; `notes` say what had to be mended.
    """

    where: str
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    kinds: tuple[ColumnKind, ...]
    missing: tuple[int, ...]
    dialect: Dialect
    first_line: int
    notes: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        return len(self.cells[0])

    def column(self, name: str) -> tuple[str, ...]:
        return self.cells[self.columns.index(name)]

    def preview(self, rows: int = 20) -> list[tuple[str, ...]]:
        """The first rows, for the eye."""
        return list(zip(*(column[:rows] for column in self.cells), strict=True))


def detect(path: str | pathlib.Path) -> Dialect:
    """How a file is most probably written; `BadInput` where it is missing, empty or no text."""
    data = _bytes(path, _FIRST_LINES_BYTES)
    encoding = _encoding(data, path)
    return detect_text(_decode(data, encoding, path, whole=False), encoding)


def looks_like_table(path: str | pathlib.Path) -> bool:
    """Whether a text file has several lines that are cut into equally many cells; running text is not. `BadInput` where
    it cannot be read."""
    data = _bytes(path, _FIRST_LINES_BYTES)
    text = _decode(data, _encoding(data, path), path, whole=False)
    lines = [line for line in text.lstrip("\ufeff").splitlines()[:SAMPLE_LINES] if line.strip()]
    return len(lines) > 1 and any(_evenness(lines, sign)[0] for sign in DELIMITERS)


def read(path: str | pathlib.Path, dialect: Dialect | None = None) -> RawTable:
    """The whole table; without a dialect, with the one that is detected.

    `BadInput`: missing or unreadable file, no text, empty, only one column, no rows, a row longer than the header.
    """
    data = _bytes(path)
    where = pathlib.Path(path).name
    if dialect is None:
        encoding = _encoding(data, path)
        text = _decode(data, encoding, path)
        dialect = detect_text(text[:_FIRST_LINES_BYTES], encoding)
    else:
        text = _decode(data, dialect.encoding, path)
    return parse(text, dialect, where)


def parse(text: str, dialect: Dialect, where: str = "table") -> RawTable:
    """A table from text that is already decoded."""
    rows, lines = _rows(text.lstrip("\ufeff"), dialect, where)
    if not rows:
        raise BadInput(where, "", "the file is empty")
    width = max(len(rows[0]), 1)
    header = rows[0] if dialect.header else [f"column {number}" for number in range(1, width + 1)]
    if width == 1:
        raise BadInput(
            where,
            "",
            "there is only one column: a table needs at least one input and a target (or the delimiter is another one)",
        )
    names, renamed = unique_names([name.strip() for name in header])
    first = 1 if dialect.header else 0
    body, short = _even(rows[first:], lines[first:], width, where)
    if not body:
        raise BadInput(where, "", "there is a header, but no rows")
    cells = tuple(tuple(cell.strip() for cell in column) for column in zip(*body, strict=True))
    return RawTable(
        where=where,
        columns=names,
        cells=cells,
        kinds=tuple(column_kind(column, dialect.decimal) for column in cells),
        missing=tuple(missing_count(column) for column in cells),
        dialect=dialect,
        first_line=lines[first],
        notes=(
            *renamed,
            *([f"Rows shorter than the first one: {short:,}; the rest counts as missing."] if short else []),
        ),
    )


# Reading bytes


def _bytes(path: str | pathlib.Path, limit: int = -1) -> bytes:
    try:
        with open(path, "rb") as file:
            data = file.read(limit if limit > 0 else MAX_BYTES + 1)
    except OSError as error:
        raise BadInput(str(path), "", f"cannot be read: {error.strerror or error}") from None
    if len(data) > MAX_BYTES:
        raise BadInput(str(path), "", f"is larger than {MAX_BYTES // 1_000_000} MB")
    if not data.strip():
        raise BadInput(str(path), "", "the file is empty")
    return data


def _encoding(data: bytes, path: str | pathlib.Path) -> str:
    """By its mark, else UTF-8 where that is possible, else the old Western one, which reads anything."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if data.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if b"\x00" in data:
        even, odd = data[0::2].count(0), data[1::2].count(0)
        if max(even, odd) < 0.3 * len(data) / 2:
            raise BadInput(str(path), "", "is not a text file")
        return "utf-16-le" if odd > even else "utf-16-be"
    for encoding in ("utf-8", "cp1252"):
        try:
            _decode(data, encoding, path, whole=False)
        except BadInput:
            continue
        return encoding
    return "latin-1"


def _decode(data: bytes, encoding: str, path: str | pathlib.Path, *, whole: bool = True) -> str:
    """Text of the bytes; with `whole` false a character that is cut off at the end is left out."""
    try:
        return codecs.getincrementaldecoder(encoding)().decode(data, final=whole)
    except UnicodeError as error:
        place = f" at byte {error.start:,}" if isinstance(error, UnicodeDecodeError) else ""
        raise BadInput(str(path), "encoding", f"is not written in {encoding}{place}") from None
    except LookupError:
        raise BadInput(str(path), "encoding", f"{encoding!r} is not known; allowed: {', '.join(ENCODINGS)}") from None


# Finding the dialect


def detect_text(text: str, encoding: str) -> Dialect:
    """How text is most probably written, judged by its first lines."""
    lines = [line for line in text.lstrip("\ufeff").splitlines()[:SAMPLE_LINES] if line.strip()]
    delimiter = max(DELIMITERS, key=lambda sign: _evenness(lines, sign))
    rows = list(csv.reader(lines, delimiter=delimiter, skipinitialspace=True))
    cells = [cell.strip() for row in rows for cell in row]
    commas = sum(cell.count(",") == 1 and is_number(cell, ",") for cell in cells)
    points = sum("." in cell and is_number(cell, ".") for cell in cells)
    decimal: Literal[".", ","] = "," if delimiter != "," and commas > points else "."
    return Dialect(encoding, delimiter, decimal, _has_header(rows, decimal))


def _evenness(lines: list[str], delimiter: str) -> tuple[bool, float, int]:
    """How well a delimiter cuts the lines into equally many cells: (nearly all alike and more than one, share,
    rarity)."""
    counts = [len(row) for row in csv.reader(lines, delimiter=delimiter, skipinitialspace=True)]
    common = max(set(counts), key=counts.count) if counts else 1
    share = counts.count(common) / len(counts) if counts else 0.0
    good = common > 1 and share >= 0.9
    return good, 0.0 if good or common == 1 else share, -DELIMITERS.index(delimiter)


def _has_header(rows: list[list[str]], decimal: str) -> bool:
    """Names stand on top where no cell of the first row is a number and none of them is missing or said twice with
    numbers below."""
    if not rows or any(is_number(cell.strip(), decimal) for cell in rows[0]):
        return False
    below = [cell.strip() for row in rows[1:] for cell in row]
    if any(is_number(cell, decimal) for cell in below):
        return True
    return not set(map(str.strip, rows[0])) & set(below)


def _rows(text: str, dialect: Dialect, where: str) -> tuple[list[list[str]], list[int]]:
    """The rows that are not blank, and the line of the file on which each ends."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=dialect.delimiter, skipinitialspace=True)
    rows, lines = [], []
    try:
        for row in reader:
            if len(row) > 1 or (row and row[0].strip()):
                rows.append(row)
                lines.append(reader.line_num)
    except csv.Error as error:
        raise BadInput(where, f"line {reader.line_num}", f"cannot be read: {error}") from None
    return rows, lines


def _even(rows: list[list[str]], lines: list[int], width: int, where: str) -> tuple[list[list[str]], int]:
    """Rows of equal length, and how many had to be filled up."""
    short = 0
    for position, row in enumerate(rows):
        if len(row) == width:
            continue
        if any(cell.strip() for cell in row[width:]):
            raise BadInput(where, f"line {lines[position]}", f"has {len(row)} cells, the first row has {width}")
        short += len(row) < width
        rows[position] = (row + [""] * width)[:width]
    return rows, short
