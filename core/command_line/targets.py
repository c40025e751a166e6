"""Where a command is to write: looked at before the long work, not after it."""

from __future__ import annotations

import pathlib

from core.machine.whole_file import NotWritten, check_target
from core.messages import BadInput


def check(option: str, path: str) -> None:
    """`BadInput` where the file that an option names cannot be written."""
    try:
        check_target(path)
    except NotWritten as error:
        raise BadInput(option, path, error.reason) from None


def check_picture(option: str, path: str) -> None:
    """The same of a picture, which is a PNG file."""
    if pathlib.Path(path).suffix.lower() != ".png":
        raise BadInput(option, path, "must be the name of a .png file")
    check(option, path)
