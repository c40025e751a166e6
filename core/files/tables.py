"""Tables from files: text with delimiters, ARFF and workbooks of a spreadsheet, read as cells of text."""

from __future__ import annotations

import codecs
import csv
import dataclasses
import io
import itertools
import operator
import pathlib
from collections.abc import Iterator, Sequence

from core.files.dialects import SAMPLE_LINES, Dialect, Trial, detect, records, short_heading, trials
from core.files.numerals import rewritten
from core.files.table_columns import (
    ColumnKind,
    column_kind,
    frequent_markers,
    gaps_of,
    missing_count,
    unique_names,
)
from core.frozen import frozen
from core.machine.plain_file import read_bytes
from core.machine.preload import uncollected
from core.messages import BadInput

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "latin-1")
_READABLE = {
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "ascii"),
    *(f"cp125{number}" for number in range(9)),
    *(f"iso8859-{number}" for number in (*range(1, 12), *range(13, 17))),
    *("cp437", "cp850", "mac-roman", "koi8-r", "koi8-u"),
    *("shift_jis", "cp932", "euc_jp", "gb2312", "gbk", "gb18030", "big5", "euc_kr", "cp949"),
}
MAX_BYTES = 200_000_000
MAX_COLUMNS = 4096
MAX_CELLS = 8_000_000
_FIRST_LINES_BYTES = 262_144
_NAMED = 4  # columns that a note names
Row = Sequence[str]  # cells


@frozen
class RawTable:
    """A table as text: `cells[c][r]` is row r of column c, stripped. `kinds`, `gaps` (the texts that mean a gap) and
    `missing` (how many there are) go by column.

    `first_line` is the line of the file that holds row 0; `notes` say what had to be mended or guessed; `sheets` are
    those of a workbook.
    """

    where: str
    columns: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    kinds: tuple[ColumnKind, ...]
    gaps: tuple[frozenset[str], ...]
    missing: tuple[int, ...]
    dialect: Dialect
    first_line: int
    notes: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        return len(self.cells[0])

    def place(self, name: str) -> int:
        """The position of a column."""
        return self.columns.index(name)

    def column(self, name: str) -> tuple[str, ...]:
        return self.cells[self.place(name)]

    def preview(self, rows: int = 20) -> list[tuple[str, ...]]:
        """The first rows, for the eye."""
        return list(zip(*(column[:rows] for column in self.cells), strict=True))


def detected(path: str | pathlib.Path) -> Dialect:
    """How a file is most probably written; `BadInput` where it is missing, empty or no text."""
    text, encoding = _first_text(path)
    return detect(text, encoding)


def tried(path: str | pathlib.Path) -> tuple[Trial, ...]:
    """What each delimiter would make of a file, the most probable first; nothing where it is no text."""
    if kept_in_a_format(path):
        return ()
    return trials(_first_text(path)[0])


def looks_like_table(path: str | pathlib.Path) -> bool:
    """Whether a text file has several lines that are cut into equally many cells; running text is not. `BadInput` where
    it cannot be read."""
    text, _ = _first_text(path)
    lines = [line for line in text.splitlines()[:SAMPLE_LINES] if line.strip()]
    return len(lines) > 1 and any(trial.good for trial in trials(text))


def is_workbook(path: str | pathlib.Path) -> bool:
    """Whether a file is a workbook by its ending."""
    return pathlib.Path(path).suffix.casefold() in (".xlsx", ".xlsm")


def kept_in_a_format(path: str | pathlib.Path) -> bool:
    """Whether a file says itself where a cell ends: it has no delimiter to be found out."""
    return is_workbook(path) or pathlib.Path(path).suffix.casefold() == ".arff"


def read(path: str | pathlib.Path, dialect: Dialect | None = None) -> RawTable:
    """The whole table; without a dialect, with the one that is detected.

    `BadInput`: missing or unreadable file, no text, empty, only one column, no rows, a row longer than the header, a
    quote that does not close, more columns or cells than can be learned from.
    """
    path = pathlib.Path(path)
    if is_workbook(path):
        return _of_workbook(path, dialect or Dialect())
    if dialect is not None and dialect.sheet:
        raise BadInput(path.name, "sheet", "is no workbook, so it has no sheets: leave the name out")
    data = _bytes(path)
    encoding = dialect.encoding if dialect else _encoding(data, path)
    text = _decode(data, encoding, path)
    if path.suffix.casefold() == ".arff":
        from core.files.arff import parsed

        rows, lines = parsed(text, path.name)
        return table_of(path.name, rows, lines, Dialect(encoding, missing=dialect.missing if dialect else ""))
    return parse(text, dialect or detect(text[:_FIRST_LINES_BYTES], encoding), path.name)


def _of_workbook(path: pathlib.Path, dialect: Dialect) -> RawTable:
    from core.files.workbooks import read_sheet

    sheet = read_sheet(path, dialect.sheet)
    named = dataclasses.replace(dialect, sheet=sheet.name)
    rows = sheet.rows[dialect.skip :]
    raw = table_of(path.name, rows, list(range(dialect.skip + 1, len(sheet.rows) + 1)), named)
    return dataclasses.replace(raw, notes=(*sheet.notes, *raw.notes), sheets=sheet.names)


def parse(text: str, dialect: Dialect, where: str = "table") -> RawTable:
    """A table from text that is already decoded."""
    # rows of cells are no garbage that is hard to find; to look for such among them takes a seventh of the time
    with uncollected():
        return table_of(where, *_rows(text.removeprefix("\ufeff"), dialect, where), dialect)


def table_of(where: str, rows: Sequence[Row], lines: list[int], dialect: Dialect) -> RawTable:
    """A table of rows of cells; `lines` says on which line of the file each row ends."""
    if not rows:
        raise BadInput(where, "", "the file is empty")
    if dialect.header and short_heading(rows[:SAMPLE_LINES]):
        rows = [("", *rows[0]), *rows[1:]]
    width = max(len(rows[0]), 1)
    _check_size(width, width * len(rows), where)
    header = rows[0] if dialect.header else [f"column {number}" for number in range(1, width + 1)]
    if width == 1:
        reason = (
            "there is only one column: a table needs at least one input and a target (or the delimiter is another one)"
        )
        raise BadInput(where, "", reason)
    names, renamed = unique_names([_heading(name, place) for place, name in enumerate(header)])
    first = 1 if dialect.header else 0
    body, notes = _even(rows[first:], lines[first:], width, where)
    if not body:
        raise BadInput(where, "", "there is a header, but no rows")
    cells = _columns(body, width)
    gaps = tuple(gaps_of(column, dialect.decimal, dialect.missing) for column in cells)
    kinds: tuple[ColumnKind, ...] = tuple(
        column_kind(column, dialect.decimal, gap) for column, gap in zip(cells, gaps, strict=True)
    )
    return RawTable(
        where=where,
        columns=names,
        cells=cells,
        kinds=kinds,
        gaps=gaps,
        missing=tuple(missing_count(column, gap) for column, gap in zip(cells, gaps, strict=True)),
        dialect=dialect,
        first_line=lines[first],
        notes=(*renamed, *notes, *_reading_notes(names, cells, kinds, dialect)),
    )


def _heading(name: str, place: int) -> str:
    """A column's name; that of the first without the sign by which a whole heading is marked as a remark."""
    return name.strip().lstrip("#").strip() if place == 0 and name.strip() != "#" else name.strip()


def _columns(body: Sequence[Row], width: int) -> tuple[tuple[str, ...], ...]:
    """Rows as columns of stripped cells, a column at a time, so that other threads are not kept waiting."""
    return tuple(tuple(map(str.strip, map(operator.itemgetter(place), body))) for place in range(width))


def _reading_notes(
    names: tuple[str, ...], cells: tuple[tuple[str, ...], ...], kinds: tuple[ColumnKind, ...], dialect: Dialect
) -> Iterator[str]:
    """What was guessed of the cells, in sentences."""
    columns = list(zip(names, cells, kinds, strict=True))
    written = [
        (name, found)
        for name, column, kind in columns
        if kind == "number" and (found := rewritten(column, dialect.decimal))
    ]
    for name, (cell, value) in written[:_NAMED]:
        yield f"{name}: {cell} is read as {value:.15g}."
    if len(written) > _NAMED:
        yield f"So are numbers of {len(written) - _NAMED:,} other columns."
    if not dialect.missing:
        for name, column, _ in columns:
            for marker in sorted(frequent_markers(column, dialect.decimal)):
                yield f"{name}: “{marker}” stands in {column.count(marker):,} of {len(column):,} rows and is taken as a value, not as missing."
    constant = [name for name, _, kind in columns if kind == "constant"]
    if constant:
        more = f" and {len(constant) - _NAMED:,} more" if len(constant) > _NAMED else ""
        yield f"One value only, so there is nothing to learn from: {', '.join(constant[:_NAMED])}{more}."


# Reading bytes


def _first_text(path: str | pathlib.Path) -> tuple[str, str]:
    """The beginning of a text file, and its encoding."""
    data = _bytes(path, _FIRST_LINES_BYTES)
    encoding = _encoding(data, path)
    return _decode(data, encoding, path, whole=False), encoding


def _bytes(path: str | pathlib.Path, first: int = -1) -> bytes:
    data = read_bytes(path, MAX_BYTES, first)
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
        known = codecs.lookup(encoding)
        if known.name not in _READABLE:
            raise LookupError
        return codecs.getincrementaldecoder(known.name)().decode(data, final=whole)
    except UnicodeDecodeError as error:
        raise BadInput(str(path), "encoding", f"is not written in {encoding} at byte {error.start:,}") from None
    except (LookupError, ValueError):  # of a name that is none, or holds NUL
        allowed = ", ".join(ENCODINGS)
        raise BadInput(str(path), "encoding", f"{encoding!r} is not known; allowed: {allowed}") from None


# Rows


def _rows(text: str, dialect: Dialect, where: str) -> tuple[list[Row], list[int]]:
    """The rows that are not blank, and the line of the file on which each ends."""
    try:
        quickly = _rows_of_a_line(text, dialect, where)
    except csv.Error:
        quickly = None
    return quickly or _rows_with_care(text, dialect, where)


def _reader(text: str, dialect: Dialect):
    """A reader of the lines below the title."""
    lines = io.StringIO(text, newline="")
    for _ in itertools.islice(lines, dialect.skip):
        pass
    return records(lines, dialect.delimiter)


def _rows_of_a_line(text: str, dialect: Dialect, where: str) -> tuple[list[Row], list[int]] | None:
    """Many rows at once, where each takes one line; None where one takes several.

    They are kept as tuples: lists would be searched for circles again and again while they become more.
    """
    rows: list[Row] = []
    reader, ends, cells = _reader(text, dialect), [], 0
    line = dialect.skip
    while some := list(itertools.islice(reader, 1000)):
        if reader.line_num + dialect.skip != line + len(some):
            return None
        widths = list(map(len, some))
        if min(widths) > 1:
            rows += map(tuple, some)
            ends += range(line + 1, line + len(some) + 1)
        else:
            kept = [place for place, row in enumerate(some) if len(row) > 1 or (row and row[0].strip())]
            rows += [tuple(some[place]) for place in kept]
            ends += [line + 1 + place for place in kept]
        line += len(some)
        cells += sum(widths)
        _check_size(max(widths), cells, where)
    return rows, ends


def _rows_with_care(text: str, dialect: Dialect, where: str) -> tuple[list[Row], list[int]]:
    """Row by row, where cells of several lines are looked at more closely."""
    reader, rows, ends = _reader(text, dialect), [], []
    begins, cells, lines = dialect.skip + 1, 0, list(io.StringIO(text, newline=""))
    try:
        for row in reader:
            line = reader.line_num + dialect.skip
            if line > begins:
                _check_quotes(lines[begins - 1 : line], dialect, begins, where)
            begins = line + 1
            if len(row) > 1 or (row and row[0].strip()):
                rows.append(row)
                ends.append(line)
                cells += len(row)
            _check_size(len(row), cells, where)
    except csv.Error as error:
        reason = f"cannot be read: {error}; or a quote opens there that never closes"
        raise BadInput(where, f"line {begins}", reason) from None
    return rows, ends


def _check_size(width: int, cells: int, where: str) -> None:
    """Refuse what is too large to be learned from before it has filled the memory."""
    if width > MAX_COLUMNS:
        raise BadInput(where, "", f"has {width:,} columns, at most {MAX_COLUMNS:,} are read: leave some out")
    if cells > MAX_CELLS:
        raise BadInput(where, "", f"has more than {MAX_CELLS:,} cells: use fewer rows or columns")


def _check_quotes(lines: list[str], dialect: Dialect, first: int, where: str) -> None:
    """Refuse a row of several lines whose quotes do not close as they opened: the rest of the file would be one
    cell."""
    try:
        list(csv.reader(lines, delimiter=dialect.delimiter, skipinitialspace=True, strict=True))
    except csv.Error:
        raise BadInput(where, f"line {first}", "a quote opens there that does not close in its cell") from None


def _even(rows: Sequence[Row], lines: list[int], width: int, where: str) -> tuple[Sequence[Row], list[str]]:
    """Rows of equal length, and sentences about those that had to be filled up or were remarks."""
    if set(map(len, rows)) == {width}:
        return rows, []
    short = remarks = 0
    even = []
    for row, line in zip(rows, lines, strict=True):
        if len(row) != width and row[0].lstrip().startswith("#"):
            remarks += 1
            continue
        if len(row) != width:
            if any(cell.strip() for cell in row[width:]):
                raise BadInput(where, f"line {line}", f"has {len(row)} cells, the first row has {width}")
            short += len(row) < width
            row = [*row, *[""] * width][:width]
        even.append(row)
    notes = [f"Rows shorter than the first one: {short:,}; the rest counts as missing."] if short else []
    return even, notes + ([f"Lines that begin with # and are no rows: {remarks:,}, left out."] if remarks else [])
