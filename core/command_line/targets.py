"""Where a command is to write: looked at before the long work, not after it."""

from __future__ import annotations

from core.machine.whole_file import NotWritten, check_target
from core.messages import BadInput


def check(option: str, path: str) -> None:
    """`BadInput` where the file that an option names cannot be written."""
    try:
        check_target(path)
    except NotWritten as error:
        raise BadInput(option, path, error.reason) from None
