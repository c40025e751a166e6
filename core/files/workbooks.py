"""Workbooks of a spreadsheet (.xlsx): one of their sheets, as rows of text."""

from __future__ import annotations

import datetime
import io
import pathlib
import zipfile

from core.frozen import frozen
from core.machine.plain_file import read_bytes
from core.messages import BadInput

MOST_BYTES = 50_000_000  # of the file
MOST_UNPACKED = 300_000_000
MOST_CELLS = 2_000_000
NAMED = 5  # other sheets that are named


@frozen
class Sheet:
    """The rows of a sheet that hold something, its name, and the names of all sheets of its workbook."""

    rows: list[list[str]]
    name: str
    names: tuple[str, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """That there are others."""
        others = [f"“{name}”" for name in self.names if name != self.name]
        more = f" and {len(others) - NAMED:,} more" if len(others) > NAMED else ""
        return (f"Read is the sheet “{self.name}”, not {', '.join(others[:NAMED])}{more}.",) if others else ()


def read_sheet(path: pathlib.Path, name: str = "") -> Sheet:
    """A sheet of a workbook, without a name the first that holds something. `BadInput`: no workbook, damaged, locked,
    too large, no such sheet, an empty one, or the package openpyxl is not installed."""
    data = read_bytes(path, MOST_BYTES)
    try:
        import openpyxl
    except ImportError:
        raise BadInput(
            path.name, "", "is a workbook: install openpyxl (pip install openpyxl), or save the sheet as CSV"
        ) from None
    _check_archive(data, path)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        try:
            return _found(book.worksheets, name, path)
        finally:
            book.close()
    except BadInput:
        raise
    except Exception as error:  # openpyxl lets out whatever a damaged part of the file leads to
        raise BadInput(path.name, "", f"is damaged, or no workbook ({type(error).__name__})") from None


def _found(sheets, wanted: str, path: pathlib.Path) -> Sheet:
    names = tuple(sheet.title for sheet in sheets)
    if wanted and wanted not in names:
        listed = ", ".join(f"“{name}”" for name in names)
        raise BadInput(path.name, "sheet", f"“{wanted}” is none of its sheets: {listed}")
    for sheet in sheets:
        if wanted in ("", sheet.title) and (rows := _rows(sheet, path)):
            return Sheet(rows, sheet.title, names)
    if wanted:
        raise BadInput(path.name, "sheet", f"“{wanted}” is empty; another sheet may hold something")
    raise BadInput(path.name, "", "the file is empty: no sheet holds anything")


def _check_archive(data: bytes, path: pathlib.Path) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise BadInput(path.name, "", "is no workbook (.xlsx), is locked with a password, or is cut off") from None
    if unpacked > MOST_UNPACKED:
        raise BadInput(path.name, "", f"unpacks to {unpacked / 1e6:,.0f} MB, more than can be read; save it as CSV")


def _rows(sheet, path: pathlib.Path) -> list[list[str]]:
    """The filled rows of a sheet, without the columns to their right that are empty."""
    rows, cells = [], 0
    for row in sheet.iter_rows(values_only=True):
        cells += max(len(row), 1)
        if cells > MOST_CELLS:
            raise BadInput(path.name, "", f"has more than {MOST_CELLS:,} cells; save it as CSV")
        texts = [_text(value) for value in row]
        if any(texts):
            rows.append(texts)
    width = max((place for row in rows for place, text in enumerate(row, start=1) if text), default=0)
    return [(row + [""] * width)[:width] for row in rows]


def _text(value: object) -> str:
    """A cell as it would be typed."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value).strip()
