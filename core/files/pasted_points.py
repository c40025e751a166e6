"""Points from the clipboard: what a spreadsheet, a chat or an editor gives away."""

from __future__ import annotations

from core.files.dialects import detect
from core.files.numerals import values
from core.files.table_columns import is_missing
from core.files.table_encoding import categories
from core.files.tables import parse
from core.messages import BadInput

WHERE = "clipboard"


def parse_points(text: str) -> list[tuple[float, ...]]:
    """Rows of two numbers (a curve) or three (the third a class or a value), as they were copied.

    Delimiter, decimal comma and a line of names are found out. A third column of words becomes class numbers by
    alphabet. `BadInput`: nothing there, another number of columns, a gap, a word where a number is needed.
    """
    if not text.strip():
        raise BadInput(WHERE, "", "there is no text in it")
    raw = parse(text, detect(text, "utf-8"), WHERE)
    if len(raw.columns) > 3:
        raise BadInput(WHERE, "", f"points have 2 or 3 columns, not {len(raw.columns)}")
    columns = []
    for position, cells in enumerate(raw.cells):
        gap = next((row for row, cell in enumerate(cells) if is_missing(cell)), None)
        if gap is not None:
            raise BadInput(WHERE, f"point {gap + 1}", f"column {position + 1} is empty")
        numbers, bad = values(cells, raw.dialect.decimal, raw.gaps[position])
        if bad is not None and position < 2:
            raise BadInput(WHERE, f"point {bad + 1}", f"{cells[bad][:40]!r} is not a number")
        columns.append(
            (categories(cells, raw.dialect.decimal, raw.gaps[position])[0] if bad is not None else numbers).tolist()
        )
    return list(zip(*columns, strict=True))
