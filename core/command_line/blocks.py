"""Headings, sentences and tables, written for a terminal or as Markdown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from core.frozen import frozen

Cells = tuple[str, ...]


@frozen
class Heading:
    """What comes next."""

    text: str
    level: int = 2


@frozen
class Table:
    """Rows of cells under a header."""

    header: Cells
    rows: tuple[Cells, ...]


Block = Heading | Table | str


def as_text(blocks: Iterable[Block]) -> str:
    """For a terminal: columns one below the other."""
    parts = []
    for block in blocks:
        if isinstance(block, Heading):
            parts.append(f"{block.text}\n{('=' if block.level == 1 else '-') * _wide(block.text)}")
        else:
            parts.append("\n".join(_aligned(block)) if isinstance(block, Table) else block)
    return "\n\n".join(parts)


def _aligned(table: Table) -> list[str]:
    every = (table.header, *table.rows)
    widths = [max(_wide(row[column]) for row in every) for column in range(len(table.header))]
    return [
        "  "
        + "  ".join(
            _padded(cell, width, first=number == 0)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in every
    ]


def _padded(cell: str, width: int, *, first: bool) -> str:
    room = " " * (width - _wide(cell))
    return cell + room if first else room + cell


def _wide(text: str) -> int:
    """How many places it takes: signs that stand above others take none."""
    return sum(not unicodedata.combining(sign) for sign in text)


def as_markdown(blocks: Iterable[Block]) -> str:
    """The same with its tables as Markdown has them."""
    parts = []
    for block in blocks:
        if isinstance(block, Heading):
            parts.append(f"{'#' * block.level} {block.text}")
        else:
            parts.append(_markdown(block) if isinstance(block, Table) else block)
    return "\n\n".join(parts)


def _markdown(table: Table) -> str:
    rule = ("---", *("---:" for _ in table.header[1:]))
    rows = (table.header, rule, *table.rows)
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows)
