"""ViewState: what is looked at and how. A frozen value beside the experiment; no change of it ever restarts a run."""

from __future__ import annotations

import dataclasses
import pathlib
from typing import Any

import tomli_w

from app.documents.limits import Limits
from core.documents import toml_file
from core.frozen import frozen
from core.machine.whole_file import write_text
from core.messages import BadInput

OF_ONE_DOCUMENT = ("surface", "bend.at")  # options
SUFFIX = ".view.toml"
THEMES = ("light", "dark", "system")
SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


@frozen
class ViewState:
    """`sample` is the chosen sample's number (−1: none), `row` one that the person typed. `pinned`, `hidden` and
    `locked` are paths of controls. `options` are the choices of single views, such as "boundary.resolution".
    `envelopes` have been opened: what was in them, by their names."""

    layout: str = "Explore"
    theme: str = "light"
    text_scale: float = 1.0
    x_axis: str = "update"
    sample: int = -1
    row: tuple[float, ...] = ()
    pinned: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()
    lecture: tuple[str, ...] = ("network", "boundary")
    options: dict[str, Any] = dataclasses.field(default_factory=dict)
    envelopes: dict[str, Any] = dataclasses.field(default_factory=dict)

    def with_(self, **changes: Any) -> ViewState:
        return dataclasses.replace(self, **changes)

    @property
    def limits(self) -> Limits:
        """Controls and commands that are not shown, and those that are shown and cannot be used."""
        return Limits(_paths(self.hidden), _paths(self.locked))

    def for_another(self) -> ViewState:
        """For another document: which plane of the weight space was looked at, how far through the layers, and which
        pictures, says nothing of it."""
        return dataclasses.replace(
            self,
            hidden=(),
            locked=(),
            options={name: choice for name, choice in self.options.items() if name not in OF_ONE_DOCUMENT},
        ).for_other_data()

    def for_other_data(self) -> ViewState:
        """For other samples: none is chosen, and none is left out."""
        return dataclasses.replace(
            self,
            sample=-1,
            row=(),
            options={name: choice for name, choice in self.options.items() if not name.startswith("pictures.")},
        )

    def belongs_to_file(self) -> bool:
        """Whether there is anything that belongs to the experiment rather than to the person's screen."""
        mine = ViewState()
        return any(
            getattr(self, name) != getattr(mine, name)
            for name in ("pinned", "hidden", "locked", "options", "envelopes")
        )

    def save(self, path: pathlib.Path) -> None:
        """Write the file whole or not at all; `NotWritten` where that cannot be."""
        write_text(path, tomli_w.dumps(dataclasses.asdict(self)))

    @classmethod
    def load(cls, path: pathlib.Path, otherwise: ViewState) -> ViewState:
        """The view in a file; what is missing, unknown or of the wrong type there stays as `otherwise` has it."""
        try:
            values = toml_file.table(toml_file.text(path), str(path))
        except BadInput:
            return otherwise
        fitting: dict[str, Any] = {"hidden": (), "locked": ()}  # what another file hides and locks ends with it
        for field in dataclasses.fields(cls):
            value = values.get(field.name)
            kept = getattr(otherwise, field.name)
            value = tuple(value) if isinstance(kept, tuple) and isinstance(value, list) else value
            if isinstance(value, type(kept)):
                fitting[field.name] = value
        fitting["envelopes"] = otherwise.envelopes | fitting.get("envelopes", {})
        return dataclasses.replace(otherwise, **fitting)


def _paths(found: tuple[object, ...]) -> frozenset[str]:
    """Those of the entries of a file that may be paths."""
    return frozenset(path for path in found if isinstance(path, str))


def view_file(experiment: pathlib.Path) -> pathlib.Path:
    """`ring.toml` -> `ring.view.toml`."""
    return experiment.with_suffix(SUFFIX)
