"""Twin: a run beside the base, as what it differs in; and what two experiments differ in, as edits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from core.documents.document import Document
from core.documents.edits import differences, get, replace_all
from core.experiment import Experiment
from core.messages import BadInput
from core.params import Component, Model, hidden, text

LONGEST = 40  # characters of a name
FOR_ALL = Document.WORDS | {"version", "kind", "speed"}  # that no run has for itself
Edits = tuple[tuple[str, Any], ...]


class Twin(Model):
    """What a run beside the base is called and differs in."""

    name: str = text("", label="Name", max_length=LONGEST, help="What the run is called; none named: its letter.")
    edits: dict[str, Any] = hidden({}, help="Its own settings, by path; all others are those of the base.")
    without: tuple[str, ...] = hidden((), help="Paths of what the base has and this run has not, such as its goal.")

    @property
    def parted(self) -> tuple[str, ...]:
        """The paths of its own settings."""
        return (*self.edits, *self.without)

    def beside(self, base: Experiment, where: str) -> Experiment:
        """Its experiment; `BadInput` where an edit leads nowhere or fits nothing."""
        edits = (*self.edits.items(), *((path, None) for path in self.without))
        for path, _ in edits:
            if path.partition(".")[0] in FOR_ALL:
                raise BadInput(where, path, "is the same for all runs of a comparison: it belongs to the base")
        return replace_all(base, edits, where) if edits else base

    @classmethod
    def of(cls, name: str, base: Experiment, other: Experiment, parted: Iterable[str]) -> Twin:
        """The twin that `other` is beside a base; settings at the paths that are `parted` are its own, though they be
        those of the base."""
        found = {path: get(other, path) for path in parted if has(other, path)}
        while missing := _missing(base, other, found):
            found |= missing
        own = {path: plain(value) for path, value in found.items() if value is not None}
        return cls(name=name, edits=own, without=tuple(path for path in found if path not in own))


def _missing(base: Experiment, other: Experiment, edits: dict[str, Any]) -> dict[str, Any]:
    """What has to be edited too."""
    made = replace_all(base, tuple((path, plain(value)) for path, value in edits.items())) if edits else base
    return {
        path: after.kind if path.endswith(".kind") and isinstance(after, Component) else after
        for path, (_, after) in differences(made, other).items()
        if path not in edits and path.partition(".")[0] not in FOR_ALL
    }


def has(experiment: Experiment, path: str) -> bool:
    """Whether there is anything at a path."""
    try:
        get(experiment, path)
    except BadInput:
        return False
    return True


def plain(value: Any) -> Any:
    """A setting as a file has it: tables and lists, without what is None."""
    if isinstance(value, Model):
        return plain(value.model_dump(mode="python"))
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if item is not None}
    return [plain(item) for item in value] if isinstance(value, (list, tuple)) else value
