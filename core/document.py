"""A file of the lab: an experiment of the network room or a race of the gradient-descent room, told apart by `kind`."""

from __future__ import annotations

import pathlib
import tomllib
from typing import TYPE_CHECKING

from core.experiment import Experiment
from core.messages import BadInput

if TYPE_CHECKING:
    from core.race import Race


def loads(source: str, where: str = "text") -> Experiment | Race:
    """The document of a text; `BadInput` where it is none."""
    try:
        kind = tomllib.loads(source).get("kind")
    except tomllib.TOMLDecodeError as error:
        raise BadInput(where, "", f"is not valid TOML: {error}") from None
    if kind == "race":
        from core.race import Race

        return Race.loads(source, where)
    return Experiment.loads(source, where)


def is_race(path: str | pathlib.Path) -> bool:
    """Whether a file holds a race; False where it cannot be read, which whoever loads it will say."""
    try:
        return tomllib.loads(pathlib.Path(path).read_text(encoding="utf-8")).get("kind") == "race"
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False


def load(path: str | pathlib.Path) -> Experiment | Race:
    """The document in a file; `BadInput` where it is missing, unreadable, broken or wrong."""
    path = pathlib.Path(path)
    try:
        source = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BadInput(str(path), "", f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise BadInput(str(path), "", "is not a text file in UTF-8") from None
    found = loads(source, str(path))
    return found.anchored(path.parent) if isinstance(found, Experiment) else found
