"""TOML: a file's text, and a text as a plain dictionary, with one clear sentence for a problem."""

from __future__ import annotations

import pathlib
import tomllib
from typing import Any

from core.messages import BadInput

Values = dict[str, Any]


def text(path: pathlib.Path) -> str:
    """What a file says; `BadInput` where it is missing, unreadable or no text."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadInput(str(path), "", f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise BadInput(str(path), "", "is not a text file in UTF-8") from None


def table(source: str, where: str) -> Values:
    """A text as TOML; `BadInput` where it is none."""
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(where, "", f"is not valid TOML: {error}") from None
