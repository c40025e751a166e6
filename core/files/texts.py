"""Plain text files as people have them: whatever encoding, and a sentence for what is no text."""

from __future__ import annotations

import codecs
import functools

from core.frozen import frozen
from core.machine.plain_file import check_regular, read_bytes
from core.messages import BadInput

MOST_CHARACTERS = 2_000_000  # of a text that are used
MOST_BYTES = 10_000_000_000  # of a file, of which the beginning is read
_MOST_USED = 4 * MOST_CHARACTERS
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_BLANKS = (
    "\t\n\v\f\r\x1a\x85"  # control characters that texts have: tabs, line ends, pages, the end sign of old editors
)
_ODD_SHARE = 0.002  # of other control characters from which on a file is no text


@frozen
class Text:
    """`content`: every run of blanks and line ends is one space; `notes`: what had to be guessed or left out, in
    sentences."""

    content: str
    notes: tuple[str, ...] = ()


def read_text(path: str) -> Text:
    """A text file; `BadInput` where it cannot be read or is no text. What does not change is read once."""
    state = check_regular(path, MOST_BYTES)
    return _read(path, state.st_mtime_ns, state.st_size)


@functools.lru_cache(maxsize=4)
def _read(path: str, _changed: int, size: int) -> Text:
    data = read_bytes(path, MOST_BYTES, _MOST_USED)
    letters, notes = _decoded(path, data, cut=size > _MOST_USED)
    _refuse_binary(path, letters)
    if size > _MOST_USED or len(letters) > MOST_CHARACTERS:
        notes = (
            *notes,
            f"The file is long: only its first {min(len(letters), MOST_CHARACTERS):,} characters are used.",
        )
    return Text(" ".join(letters[:MOST_CHARACTERS].replace("\x1a", " ").split()), notes)


def _decoded(path: str, data: bytes, *, cut: bool) -> tuple[str, tuple[str, ...]]:
    """UTF-8, what a byte order mark says, or else the signs of Western Europe. Where the file was cut, so may its last
    letter be."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _strictly(data.removeprefix(mark) if encoding == "utf-8" else data, encoding, cut=cut), ()
            except UnicodeError:
                raise BadInput(
                    path, "", f"begins like a text in {encoding.upper()} but is none; save it as UTF-8"
                ) from None
    try:
        return _strictly(data, "utf-8", cut=cut), ()
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        raise BadInput(path, "", "is not a plain text (it holds zero bytes); save it as plain text in UTF-8")
    return data.decode("cp1252", errors="replace"), (
        "The file is not in UTF-8: it was read with the signs of Western Europe (Windows-1252).",
    )


def _strictly(data: bytes, encoding: str, *, cut: bool) -> str:
    return codecs.getincrementaldecoder(encoding)("strict").decode(data, final=not cut)


def _refuse_binary(path: str, letters: str) -> None:
    """Programs and pictures hold signs that nobody types."""
    odd = sum(letter < " " and letter not in _BLANKS for letter in letters[:100_000])
    if odd > _ODD_SHARE * min(len(letters), 100_000):
        raise BadInput(path, "", "is not a plain text (it holds control characters); save it as plain text in UTF-8")
