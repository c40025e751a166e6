"""Pictures of a person's own, from a file of arrays or a folder of pictures, as squares of one size."""

from __future__ import annotations

import pathlib

import numpy as np

from core.files.images import MOST_NUMBERS, Raw, as_pictures, check_classes, coloured, resized, scale_of, some
from core.files.picture_arrays import arrays
from core.files.picture_folders import read_folder
from core.messages import BadInput


def read(path: pathlib.Path, labels: pathlib.Path | None, side: int, *, colour: bool) -> Raw:
    """Pictures of a file or a folder as squares of `side` pixels (0: as they are, in a folder 28), grey or in colour;
    `BadInput` for all that can be wrong."""
    if path.is_dir():
        return read_folder(path, side or 28, colour=colour)
    found, y = arrays(path, labels)
    scale = scale_of(found, path)
    names, numbers = np.unique(y, return_inverse=True)
    check_classes(path, len(names))
    size = found[0].size
    kept = some(numbers, max(MOST_NUMBERS // max(size, side * side * (3 if colour else 1)), 1))
    if len(kept) < min(len(y), len(names)):
        raise BadInput(str(path), "", "the pictures are so large that not one of each class fits into memory")
    pixels = coloured(as_pictures(found[kept], scale, path), colour=colour)
    if side and pixels.shape[2:] != (side, side):
        pixels = np.stack([resized(picture, side) for picture in pixels])
    notes = [scale.note]
    if len(kept) < len(y):
        notes.append(f"Of {len(y):,} pictures {len(kept):,} are read: more do not fit into memory at this size.")
    return Raw(pixels, numbers[kept].astype(np.int64), tuple(str(name) for name in names.tolist()), tuple(notes))
