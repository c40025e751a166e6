"""Pictures of one's own, from a file or from folders."""

from __future__ import annotations

import dataclasses
import functools
import pathlib
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

import numpy as np

from core.datasets.pictures import Images, picture_table, samples_field, spread_over_classes
from core.families import Shape, Table
from core.files.framing import framed
from core.files.paths import anchored_path, relative_path
from core.machine.plain_file import state_of
from core.messages import BadInput
from core.params import choice, integer, text

if TYPE_CHECKING:
    from core.files.image_look import Manner
    from core.files.images import Raw

MOST_LOOKED_AT = 1000  # pictures that say how all are drawn


class _Source(NamedTuple):
    """What the pictures depend on: a file or folder in a state of its own."""

    path: str
    labels: str
    side: int
    colour: bool
    changed: int  # ns
    size: int  # bytes


class OwnImages(Images):
    """MNIST-style files (IDX, also gzip), NPZ, NPY, a table whose rows are pictures, or a folder with one folder of
    pictures for each class, or with the class in each file's name; in folders “train” and “test”, or without.

    Pictures of a folder are cut square and scaled to one size. The experiment keeps the path, not the pictures.
    """

    label = "Pictures of your own"
    order = 79
    learns = False  # there are no pictures until a person chooses them
    kind: Literal["pictures"] = "pictures"
    path: str = text("", label="File or folder", help="Path of the pictures, relative to the experiment's file.")
    labels: str = text(
        "",
        label="Labels",
        help="Path of the labels where they lie in a file of their own; empty: looked for beside the pictures.",
    )
    samples: int = samples_field(5000, 20_000)
    size: int = integer(
        28,
        8,
        64,
        minimum=8,
        maximum=256,
        label="Size",
        unit="pixels",
        help="Every picture becomes a square of this size.",
    )
    colours: Literal["grey", "colour"] = choice(
        "grey",
        {"grey": "grey", "colour": "in colour"},
        label="Colours",
        help="One channel, or three: red, green and blue.",
    )

    @property
    def sample_shape(self) -> Shape:
        return (3 if self.colours == "colour" else 1, self.size, self.size)

    @property
    def source(self) -> str:
        return self.path

    def anchored(self, folder: str | pathlib.Path) -> Self:
        return self.model_copy(
            update={"path": anchored_path(self.path, folder), "labels": anchored_path(self.labels, folder)}
        )

    def relative_to(self, folder: str | pathlib.Path) -> Self:
        return self.model_copy(
            update={"path": relative_path(self.path, folder), "labels": relative_path(self.labels, folder)}
        )

    def laid_down(self, ink: np.ndarray) -> np.ndarray:
        """With the pictures' own ink on their own paper, framed as they are; white on black while there are none."""
        found = self._manner()
        if found is None:
            return super().laid_down(ink)
        drawn = framed(ink, self.size, found.framing)[None]
        return found.paper[:, None, None] * (1 - drawn) + found.ink[:, None, None] * drawn

    def _manner(self) -> Manner | None:
        try:
            return _manner_of(self._source())
        except BadInput:
            return None

    def _source(self) -> _Source:
        """What the pictures depend on; `BadInput` where there are none."""
        if not self.path:
            raise BadInput("data", "path", "no file or folder is chosen")
        state = state_of(self.path)
        return _Source(self.path, self.labels, self.size, self.colours == "colour", state.st_mtime_ns, state.st_size)

    def table(self, seed: int) -> Table:
        """`BadInput` for all that can be wrong with files and folders."""
        raw = _load(self._source())
        pixels, y, notes = raw.pixels, raw.y, raw.notes
        chosen = spread_over_classes(y, min(self.samples, len(y)))
        if len(chosen) < len(y):
            notes += (
                f"There are {len(y):,} of them: {len(y) - len(chosen):,} are not used, unless Samples is raised.",
            )
        pixels, y = pixels[chosen], y[chosen]
        table = picture_table(pixels.reshape(len(pixels), -1), y, raw.classes, self.sample_shape, notes)
        return table if raw.test is None else dataclasses.replace(table, tests=raw.test[chosen])


@functools.lru_cache(maxsize=2)
def _load(source: _Source) -> Raw:
    """The pictures of a file or folder, read once as long as it does not change; arrays are read-only."""
    from core.files.picture_files import read

    labels = pathlib.Path(source.labels) if source.labels else None
    raw = read(pathlib.Path(source.path), labels, source.side, colour=source.colour)
    raw.pixels.setflags(write=False)
    raw.y.setflags(write=False)
    return raw


@functools.lru_cache(maxsize=2)
def _manner_of(source: _Source) -> Manner:
    """How the pictures of `_load` are drawn."""
    from core.files.image_look import manner

    pixels = _load(source).pixels
    return manner(pixels[:: max(1, len(pixels) // MOST_LOOKED_AT)])
