"""Numbers that a network sees or says, laid out as pictures between 0 (dark) and 1."""

from __future__ import annotations

import numpy as np

from core.data.preparation import Prepared
from core.families import Shape


def is_picture(shape: Shape) -> bool:
    """(channels, height, width) with one channel or three."""
    return len(shape) == 3 and shape[0] in (1, 3)


def as_slopes(slopes: np.ndarray, shape: Shape, prepared: Prepared) -> np.ndarray:
    """Slopes by rows of encoded numbers (n, pixels) -> slopes by the pixels that `as_pictures` makes of them, (n,
    height, width, channels)."""
    scale = prepared.encoding.scale
    raw = slopes / scale if slopes.shape[1] == len(scale) else slopes
    return np.moveaxis(raw.reshape(len(raw), *shape), 1, -1)


def as_pictures(encoded: np.ndarray, shape: Shape, prepared: Prepared) -> np.ndarray:
    """Rows of encoded numbers (n, pixels) -> (n, height, width, channels) in the data's own units, as far as the
    scaling of the inputs can be undone."""
    raw = prepared.decode(encoded) if encoded.shape[1] == len(prepared.encoding.shift) else encoded
    with np.errstate(all="ignore"):
        return np.moveaxis(raw.reshape(len(raw), *shape), 1, -1)
