"""The one way to the bytes of a file of a person's own: a plain file of bounded size, or one sentence."""

from __future__ import annotations

import os
import pathlib
import stat

from core.messages import BadInput


def check_regular(path: str | os.PathLike[str], most: int) -> os.stat_result:
    """What the system knows of a plain file of at most `most` bytes; `BadInput` where it is missing, a folder, a pipe,
    a device, or larger."""
    where = told(path)
    try:
        state = os.stat(path)
    except ValueError:
        raise BadInput(where, "", "cannot be read: a name cannot hold the sign NUL") from None
    except OSError as error:
        raise BadInput(where, "", f"cannot be read: {error.strerror or error}") from None
    if stat.S_ISDIR(state.st_mode):
        raise BadInput(where, "", "cannot be read: it is a folder")
    if not stat.S_ISREG(state.st_mode):
        raise BadInput(where, "", "cannot be read: it is a pipe or a device, no plain file")
    if state.st_size > most:
        raise BadInput(where, "", f"is too large: {state.st_size / 1e6:,.0f} MB, at most {most / 1e6:,.0f} MB are read")
    return state


def read_bytes(path: str | os.PathLike[str], most: int, first: int = -1) -> bytes:
    """The content of a plain file of at most `most` bytes, or its `first` bytes; `BadInput` as above."""
    check_regular(path, most)
    try:
        with pathlib.Path(path).open("rb") as file:
            content = file.read(most + 1 if first < 0 else first)
    except OSError as error:
        raise BadInput(told(path), "", f"cannot be read: {error.strerror or error}") from None
    if len(content) > most:
        raise BadInput(
            told(path), "", f"is too large: it grew while it was read, at most {most / 1e6:,.0f} MB are read"
        )
    return content


def told(path: str | os.PathLike[str]) -> str:
    """A path as a sentence can name it: in one line, whatever is in it."""
    return "".join(sign if sign.isprintable() else "�" for sign in os.fspath(path)[:300])
