"""Whether bytes can be object code at all: LLVM ends the process where they are not."""

from __future__ import annotations

import struct
from typing import NamedTuple

import numpy as np

_ELF = b"\x7fELF\x02\x01"  # of 64 bits, the small end first
_OTHERS = (b"\xcf\xfa\xed\xfe", b"\x64\x86", b"\x64\xaa")  # of macOS, and of Windows for two kinds of processors
_HEADER, _SYMBOL, _RELOCATION = 64, 24, 24  # bytes
_ROW = struct.Struct("<IIQQQQIIQQ")
_SYMBOLS, _RELOCATIONS, _WITHOUT_BYTES = 2, 4, 8  # types of sections


class Section(NamedTuple):
    """A row of the table of sections."""

    name: int
    type: int
    flags: int
    address: int
    offset: int
    size: int
    link: int
    info: int
    align: int
    each: int

    def lies_in(self, code: bytes) -> bool:
        return self.type == _WITHOUT_BYTES or self.offset + self.size <= len(code)

    def content(self, code: bytes) -> bytes:
        return code[self.offset : self.offset + self.size]


def is_sound(code: bytes, name: str) -> bool:
    """Whether this is object code that lies there whole, with a function of this name.

    An ELF file is looked through: every section, symbol and relocation has to lie within it. Of other systems' files
    the first bytes and the name have to be there.
    """
    if not code.startswith(_ELF):
        return code.startswith(_OTHERS) and name.encode() in code
    sections = _sections(code)
    symbols = [section for section in sections if section.type == _SYMBOLS]
    return (
        len(symbols) == 1
        and all(section.lies_in(code) and section.link < len(sections) for section in sections)
        and _has_symbol(code, sections, symbols[0], name)
        and all(_relocates_within(code, sections, section) for section in sections if section.type == _RELOCATIONS)
    )


def _sections(code: bytes) -> list[Section]:
    """The table of sections; none where it does not lie within the file."""
    if len(code) < _HEADER:
        return []
    (offset,) = struct.unpack_from("<Q", code, 40)
    size, count = struct.unpack_from("<HH", code, 58)
    if size != _ROW.size or offset + size * count > len(code):
        return []
    return [Section(*row) for row in _ROW.iter_unpack(code[offset : offset + size * count])]


def _has_symbol(code: bytes, sections: list[Section], table: Section, name: str) -> bool:
    """Whether a table of symbols names one so, and all of their names lie in its table of names."""
    names, symbols = sections[table.link].content(code), table.content(code)
    if not symbols or len(symbols) % _SYMBOL:
        return False
    starts = [int(start) for start in np.frombuffer(symbols, "<u4")[:: _SYMBOL // 4]]
    if max(starts) >= len(names):
        return False
    return any(names[start:].split(b"\0", 1)[0] == name.encode() for start in starts)


def _relocates_within(code: bytes, sections: list[Section], table: Section) -> bool:
    """Whether all that a table of relocations speaks of is there."""
    if table.size % _RELOCATION or table.info >= len(sections):
        return False
    rows = np.frombuffer(table.content(code), "<u8").reshape(-1, _RELOCATION // 8)
    symbols = sections[table.link].size // _SYMBOL
    within = (rows[:, 0] < sections[table.info].size) & (rows[:, 1] >> np.uint64(32) < symbols)
    return bool(within.all())
