"""A file of the lab: an experiment of the network room or a race of the gradient-descent room, told apart by `kind`."""

from __future__ import annotations

import pathlib
from typing import TYPE_CHECKING

from core.documents import toml_file
from core.experiment import Experiment
from core.messages import BadInput

if TYPE_CHECKING:
    from core.race import Race


def loads(source: str, where: str = "text") -> Experiment | Race:
    """The document of a text; `BadInput` where it is none."""
    values = toml_file.table(source, where)
    if values.get("kind") == "race":
        from core.race import Race

        return Race.parse(values, where)
    return Experiment.parse(values, where)


def is_race(path: str | pathlib.Path) -> bool:
    """Whether a file holds a race; False where it cannot be read, which whoever loads it will say."""
    try:
        return toml_file.table(toml_file.text(pathlib.Path(path)), str(path)).get("kind") == "race"
    except BadInput:
        return False


def load(path: str | pathlib.Path) -> Experiment | Race:
    """The document in a file; `BadInput` where it is missing, unreadable, broken or wrong."""
    path = pathlib.Path(path)
    return loads(toml_file.text(path), str(path)).anchored(path.parent)
