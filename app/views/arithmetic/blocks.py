"""What stands on the sheet of arithmetic, and how it is written: for the screen, as Markdown, as rows of a table."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

import numpy as np

from app.look.theme import BASE, CAPTION, DIGITS, TITLE, Theme, mix
from core.frozen import frozen

Row = tuple[str, ...]
GAP = "\u00a0 \u00a0"  # between numbers that stand in one cell
NUMBER, POWER = re.compile(r"-?[\d,]+(\.\d+)?"), re.compile(r"(-?[\d.]+)·10\^(-?\d+)")
HAT = "\u0302"  # above the letter before it
LETTER = 0.62  # of its size: how wide a digit is


@frozen
class Heading:
    """What the next lines are about; `lead` is the first word of it, as large as the back row needs it."""

    text: str


@frozen
class Calculation:
    """A line in symbols, in numbers, and what comes out; `words` say what it is. `strong`: what the phase is about."""

    words: str
    symbol: str
    symbols: str
    numbers: str
    result: str
    strong: bool = False


@frozen
class Table:
    """Rows of cells under a header; `links` lead from the first cell of each row to what is in it, `marked` is the row
    in hand (−1: none)."""

    header: Row
    rows: tuple[Row, ...]
    links: Row = ()
    marked: int = -1


@frozen(eq=False)
class Grids:
    """Windows of numbers beside each other, as they lie in a picture: `names` above them, `shades` from −1 to 1 behind
    their cells, and signs `between` them."""

    names: Row
    cells: tuple[tuple[Row, ...], ...]
    shades: tuple[np.ndarray, ...]
    between: Row


@frozen
class Sentence:
    """Something that a reader has to know; `quiet` ones are small."""

    text: str
    quiet: bool = True


Block = Heading | Calculation | Table | Grids | Sentence


def as_html(blocks: Iterable[Block], theme: Theme, width: int) -> str:
    """For a text document so wide, px, in the theme's colours and sizes."""
    return "".join(_html(block, theme, width) for block in blocks)


def _html(block: Block, theme: Theme, width: int) -> str:
    match block:
        case Heading(text):
            size = theme.px(TITLE + 1)
            return f'<p style="margin:10px 0 2px 0; font-size:{size}px; font-weight:600">{_safe(text)}</p>'
        case Sentence(text, quiet):
            size, colour = (CAPTION, theme.muted) if quiet else (BASE, theme.text)
            return f'<p style="margin:3px 0; font-size:{theme.px(size)}px; color:{colour}">{_safe(text)}</p>'
        case Calculation():
            return _calculation(block, theme)
        case Table():
            return _table(block, theme)
        case Grids():
            return _grids(block, theme, width)


def _calculation(line: Calculation, theme: Theme) -> str:
    small, usual = theme.px(CAPTION + 1), theme.px(BASE + 1)
    large = theme.px(DIGITS if line.strong else TITLE)
    words = f'<span style="font-size:{small}px; color:{theme.muted}">{_safe(line.words)}</span><br>'
    first = f'<span style="font-size:{usual}px; color:{theme.muted}">{_safe(f"{line.symbol} = {line.symbols}")}</span>'
    filled = f'<br><span style="font-size:{usual}px">= {_safe(line.numbers)}</span>' if line.numbers else ""
    result = f'<br><span style="font-size:{large}px; font-weight:600">= {_safe(line.result)}</span>'
    return f'<p style="margin:3px 0 5px 0">{words if line.words else ""}{first}{filled}{result}</p>'


def _table(table: Table, theme: Theme) -> str:
    size = theme.px(BASE)
    pad = theme.px(3)
    head = "".join(_cell(words, number, theme.muted) for number, words in enumerate(table.header))
    body = "".join(_row(table, number, theme) for number in range(len(table.rows)))
    return (
        f'<table cellspacing="0" cellpadding="{pad}" style="font-size:{size}px; margin:2px 0 6px 0">'
        f"<tr>{head}</tr>{body}</table>"
    )


def _grids(grids: Grids, theme: Theme, width: int) -> str:
    """Beside each other where there is room, else one below the other."""
    parts = [_grid(name, cells, shades, theme) for name, cells, shades in _three(grids)]
    letters = sum(max(len(cell) + 1 for row in cells for cell in row) * len(cells[0]) for cells in grids.cells)
    if letters * LETTER * theme.px(CAPTION) > width:
        return "".join(f'<p style="margin:0">{part}</p>' for part in parts)
    signs = [f'<td valign="middle" style="font-size:{theme.px(TITLE)}px">{sign}</td>' for sign in grids.between]
    row = "".join(f"<td>{part}</td>{sign}" for part, sign in zip(parts, [*signs, ""], strict=True))
    return f'<table cellpadding="2"><tr>{row}</tr></table>'


def _three(grids: Grids) -> Iterable[tuple[str, tuple[Row, ...], np.ndarray]]:
    return zip(grids.names, grids.cells, grids.shades, strict=True)


def _grid(name: str, cells: tuple[Row, ...], shades: np.ndarray, theme: Theme) -> str:
    rows = "".join(
        f"<tr>{''.join(_shaded(text, float(shade), theme) for text, shade in zip(row, line, strict=True))}</tr>"
        for row, line in zip(cells, shades, strict=True)
    )
    size, pad = theme.px(CAPTION), theme.px(3)
    words = f'<span style="color:{theme.muted}; font-size:{size}px">{_safe(name)}</span>'
    return f'{words}<table cellspacing="1" cellpadding="{pad}" style="font-size:{size}px">{rows}</table>'


def _shaded(text: str, shade: float, theme: Theme) -> str:
    side = theme.positive if shade >= 0 else theme.negative
    return (
        f'<td align="right" bgcolor="{mix(theme.surface, side, 0.08 + 0.5 * min(abs(shade), 1.0))}">{_safe(text)}</td>'
    )


def _row(table: Table, number: int, theme: Theme) -> str:
    marked = number == table.marked
    ground = f' bgcolor="{theme.selected}"' if marked else ""
    link = table.links[number] if table.links else ""
    cells = [_safe(cell) for cell in table.rows[number]]
    if marked:
        cells = [f"<b>{cell}</b>" for cell in cells]
    if link:
        cells[0] = f'<a href="{_safe(link)}" style="color:{theme.accent}; text-decoration:none">{cells[0]}</a>'
    return f"<tr{ground}>{''.join(_filled(cell, place) for place, cell in enumerate(cells))}</tr>"


def _cell(words: str, place: int, colour: str) -> str:
    return _filled(f'<span style="color:{colour}">{_safe(words)}</span>', place)


def _filled(content: str, place: int) -> str:
    return f'<td align="{"left" if place == 0 else "right"}">{content}</td>'


def _safe(text: str) -> str:
    """A hat stands behind its letter: not every font of a screen puts it above."""
    return html.escape(text.replace(HAT, "ˆ"), quote=True)


# To take away


def as_markdown(blocks: Iterable[Block]) -> str:
    """The same as Markdown: calculations are rows of tables, so that they can be pasted anywhere."""
    parts: list[str] = []
    lines: list[Row] = []
    for block in (*blocks, Sentence("")):
        if isinstance(block, Calculation):
            lines.append((block.words, block.symbol, block.symbols, block.numbers, block.result))
            continue
        if lines:
            parts.append(_markdown_table(("", "", "in symbols", "in numbers", "result"), lines))
            lines = []
        if isinstance(block, Table):
            parts.append(_markdown_table(block.header, block.rows))
        elif isinstance(block, Grids):
            parts += [_markdown_table((name, *[""] * (len(cells[0]) - 1)), cells) for name, cells in _named(block)]
        elif isinstance(block, Heading):
            parts.append(f"### {block.text}")
        elif block.text:
            parts.append(block.text)
    return "\n\n".join(parts) + "\n"


def _markdown_table(header: Row, rows: Iterable[Row]) -> str:
    lines = [header, tuple("---" for _ in header), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def as_rows(blocks: Iterable[Block]) -> list[Row]:
    """The same as rows of a table for a program: what, in symbols, in numbers, result; a table's own rows behind its
    heading. One number a cell, as programs read it."""
    return [tuple(_plain(part) for cell in row for part in cell.split(GAP)) for row in _rows(blocks)]


def _rows(blocks: Iterable[Block]) -> Iterable[Row]:
    for block in blocks:
        match block:
            case Heading(text) | Sentence(text):
                yield (text,)
            case Calculation():
                yield block.words, f"{block.symbol} = {block.symbols}", block.numbers, block.result
            case Table():
                yield from (block.header, *block.rows)
            case Grids():
                for name, cells in _named(block):
                    yield from ((name,), *cells)


def _plain(cell: str) -> str:
    """With the minus of a keyboard; a number without what makes it easy to read."""
    text = cell.replace("−", "-")
    if found := POWER.fullmatch(text):
        return f"{found[1]}e{found[2]}"
    return text.replace(",", "") if NUMBER.fullmatch(text) else text


def _named(grids: Grids) -> Iterable[tuple[str, tuple[Row, ...]]]:
    return zip(grids.names, grids.cells, strict=True)
