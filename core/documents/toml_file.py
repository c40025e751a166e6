"""TOML: a file's text, and a text as a plain dictionary, with one clear sentence for a problem."""

from __future__ import annotations

import pathlib
import re
import tomllib
from typing import Any

from core.machine.plain_file import read_bytes, told
from core.messages import BadInput

Values = dict[str, Any]
MOST_BYTES = 16_000_000  # of a file
DEEPEST = 32  # tables and lists within each other; a document's own go to 6
LARGEST = 2**63 - 1  # TOML's whole numbers have 64 bits
_PART = r"""(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*"""
_LONG_WAY = re.compile(rf"(?:^|[{{,])[ \t]*\[*[ \t]*(?:{_PART}\.[ \t]*){{{DEEPEST},}}", re.MULTILINE)


def text(path: pathlib.Path) -> str:
    """What a file says; `BadInput` where it is missing, unreadable, too large or no text."""
    try:
        found = read_bytes(path, MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(told(path), "", "is not a text file in UTF-8") from None
    return found.replace("\r\n", "\n").replace("\r", "\n")


def table(source: str, where: str) -> Values:
    """A text as TOML; `BadInput` where it is none or nested too deeply."""
    if _LONG_WAY.search(source):  # to read it would take the square of its length
        raise BadInput(where, "", "is nested too deeply")
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(where, "", f"is not valid TOML: {_one_line(str(error))}") from None
    except RecursionError:
        raise BadInput(where, "", "is nested too deeply") from None
    except ValueError:  # of a whole number of thousands of digits, of a date in the year 0
        raise BadInput(where, "", "is not valid TOML: a number or a date in it cannot be read") from None


def check(values: Values, where: str) -> None:
    """Refuse what no setting can be, wherever it stands: whole numbers beyond 64 bits, the sign NUL, too many
    levels."""
    waiting: list[tuple[Any, tuple[str, ...]]] = [(values, ())]
    while waiting:
        value, way = waiting.pop()
        if len(way) > DEEPEST:
            raise BadInput(where, ".".join(way[:4]), "is nested too deeply")
        if isinstance(value, dict):
            waiting += [(item, (*way, key)) for key, item in value.items()]
            _check_text("".join(value), where, way)
        elif isinstance(value, (list, tuple)):
            waiting += [(item, (*way, str(place))) for place, item in enumerate(value, start=1) if _may_be_odd(item)]
        elif isinstance(value, str):
            _check_text(value, where, way)
        elif isinstance(value, int) and abs(value) > LARGEST:
            raise BadInput(where, ".".join(way), "is a whole number of more than 64 bits")


def _may_be_odd(item: Any) -> bool:
    return not isinstance(item, float)


def _check_text(text: str, where: str, way: tuple[str, ...]) -> None:
    if "\0" in text:
        raise BadInput(where, _one_line(".".join(way)), "holds the sign NUL, which no name and no path can have")


def _one_line(text: str) -> str:
    return " ".join(text.replace("\0", "�").split())[:300]
