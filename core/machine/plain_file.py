"""The one way to the bytes of a file of a person's own: a plain file of bounded size, or one sentence."""

from __future__ import annotations

import os
import pathlib
import stat

from core.messages import BadInput


def state_of(path: str | os.PathLike[str]) -> os.stat_result:
    """What the system knows of a file or folder; `BadInput` where there is none that can be reached."""
    try:
        return os.stat(path)
    except ValueError:
        raise BadInput(told(path), "", "cannot be read: a name cannot hold the sign NUL") from None
    except OSError as error:
        raise BadInput(told(path), "", f"cannot be read: {error.strerror or error}") from None


def check_regular(path: str | os.PathLike[str], most: int) -> os.stat_result:
    """What the system knows of a plain file of at most `most` bytes; `BadInput` where it is missing, a folder, a pipe,
    a device, or larger."""
    state = state_of(path)
    if stat.S_ISDIR(state.st_mode):
        raise BadInput(told(path), "", "cannot be read: it is a folder")
    if not stat.S_ISREG(state.st_mode):
        raise BadInput(told(path), "", "cannot be read: it is a pipe or a device, no plain file")
    if state.st_size > most:
        sizes = f"{state.st_size / 1e6:,.0f} MB, at most {most / 1e6:,.0f} MB are read"
        raise BadInput(told(path), "", f"is too large: {sizes}")
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
