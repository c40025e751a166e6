"""How numbers are written in tables: decimal point or comma, thousands apart, with a percent sign or a currency."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np

Decimal = Literal[".", ","]
_LOOK_AT = 2000  # cells that are looked at to tell how numbers are written
AT_ONCE = 20_000  # cells that are worked on without letting other threads in
_GAPS = " \u00a0\u2009\u202f"  # between thousands, or between a number and its unit
_MONEY = r"(?:[$€£¥₹]|USD|EUR|GBP|CHF)"
_PLAIN = {
    ".": re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\Z"),
    ",": re.compile(r"[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?\Z"),
}


def _dressed(decimal: str, apart: str) -> re.Pattern[str]:
    point = re.escape(decimal)
    return re.compile(
        rf"(?P<open>\()?(?P<sign>[+\-−])?{_MONEY}?[{_GAPS}]?(?P<after>[+\-−])?"
        rf"(?P<whole>[1-9]\d{{0,2}}(?P<apart>[{apart}'’{_GAPS}])\d{{3}}(?:(?P=apart)\d{{3}})*|\d+|(?={point}\d))"
        rf"(?P<part>{point}\d*)?(?P<power>[eE][+-]?\d+)?"
        rf"(?:[{_GAPS}]?(?:[%‰]|{_MONEY}))?(?P<close>\))?\Z"
    )


_DRESSED = {".": _dressed(".", ","), ",": _dressed(",", ".")}


def is_number(cell: str, decimal: str) -> bool:
    """Whether a cell is a number, written with this decimal sign."""
    return _PLAIN[decimal].match(cell) is not None or bare(cell, decimal) is not None


def bare(cell: str, decimal: str) -> str | None:
    """A number as a program writes it: no thousands, no unit, a point; None where the cell is none. Brackets around an
    amount are a minus, as accountants write it."""
    found = _DRESSED[decimal].match(cell)
    if found is None or bool(found["open"]) != bool(found["close"]) or (found["sign"] and found["after"]):
        return None
    sign = found["sign"] or found["after"] or ""
    if found["open"]:
        sign = "-"
    whole = re.sub(r"\D", "", found["whole"])
    part = (found["part"] or "").replace(decimal, ".")
    return f"{sign.replace('−', '-')}{whole}{part}{found['power'] or ''}"


def decimal_of(cells: Iterable[str], *, comma_apart: bool) -> Decimal:
    """The decimal sign that more cells speak for; those that could be either, such as 1,234, decide only where no other
    does. `comma_apart`: the comma is no delimiter, so that a lone comma is more likely a decimal sign."""
    comma = point = either = 0
    for cell in cells:
        if "," in cell or "." in cell:
            with_comma, with_point = is_number(cell, ","), is_number(cell, ".")
            comma += with_comma and not with_point
            point += with_point and not with_comma
            either += with_comma and with_point and "," in cell and cell.count(",") == 1
    if comma == point == 0 and comma_apart and either:
        return ","
    return "," if comma > point else "."


def values(cells: Sequence[str], decimal: str, gaps: frozenset[str]) -> tuple[np.ndarray, int | None]:
    """Values (rows,) float64 with nan for what is missing; and the first row that is neither, or None."""
    texts = ["nan" if cell in gaps else cell for cell in cells] if gaps else cells
    try:
        return _quickly(texts, decimal), None
    except ValueError:
        pass
    found, bad = np.full(len(texts), np.nan), None
    for row, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        if cell in gaps:
            continue
        plain = bare(text, decimal)
        value = float(plain) if plain is not None else np.inf
        if np.isfinite(value):
            found[row] = value
        elif bad is None:
            bad = row
    return found, bad


def _quickly(texts: Sequence[str], decimal: str) -> np.ndarray:
    """All at once, where every cell is a plain number; `ValueError` where one is not."""
    if decimal == ",":
        if any("." in text for text in texts):
            raise ValueError
        texts = [text.replace(",", ".", 1) for text in texts]
    found = np.empty(len(texts))
    for start in range(0, len(texts), AT_ONCE):  # in pieces, so that other threads are not kept waiting
        piece = texts[start : start + AT_ONCE]
        found[start : start + AT_ONCE] = np.fromiter(map(float, piece), np.float64, len(piece))
    if not np.isfinite(found).all() and (np.isinf(found).any() or np.isnan(found).sum() != texts.count("nan")):
        raise ValueError
    return found


def rewritten(cells: Sequence[str], decimal: str) -> tuple[str, float] | None:
    """The first cell that is a number only without its thousands or its unit, and what it is read as."""
    for cell in cells[:_LOOK_AT]:
        if cell and not _PLAIN[decimal].match(cell) and (plain := bare(cell, decimal)) is not None:
            return cell, float(plain)
    return None
