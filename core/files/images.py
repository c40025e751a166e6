"""Pictures of a person's own as numbers: any range of pixels, any order of axes; made grey, coloured, another size."""

from __future__ import annotations

import math
import pathlib

import numpy as np

from core.data.split import quotas
from core.frozen import frozen
from core.messages import BadInput

MOST_NUMBERS = 1 << 25  # of all pictures that are kept: a quarter of a GB in double precision
MOST_CLASSES = 100
GREY = np.array([0.299, 0.587, 0.114])  # how bright red, green and blue look (ITU-R BT.601)


@frozen
class Raw:
    """Pictures as they were found: pixels (samples, channels, height, width) from 0 to 1, class numbers, names, what
    was done in words. `test` (samples,) bool says which belong to the test part, where the files say so."""

    pixels: np.ndarray
    y: np.ndarray
    classes: tuple[str, ...]
    notes: tuple[str, ...] = ()
    test: np.ndarray | None = None


@frozen
class Scale:
    """The way from pixels as they are stored to numbers from 0 to 1: (pixel − low) / (high − low)."""

    low: float
    high: float

    def __call__(self, pixels: np.ndarray) -> np.ndarray:
        scaled = pixels.astype(np.float64)
        if self.low:
            scaled -= self.low
        scaled /= self.high - self.low
        return scaled

    @property
    def note(self) -> str:
        """What is said of it."""
        way = f"divided by {self.high:,.6g}" if self.low == 0 else "shifted and stretched to 0 … 1"
        if (self.low, self.high) == (0, 1):
            way = "taken as they are"
        return f"Pixels go from {self.low:,.6g} to {self.high:,.6g}: {way}."


def scale_of(array: np.ndarray, path: pathlib.Path) -> Scale:
    """The scale of pixels by their real range: what is below 0 is shifted, else they are divided by their largest.
    `BadInput` where they are no finite numbers."""
    if array.dtype.kind not in "uifb":
        raise BadInput(str(path), "", "the pictures are not numbers")
    low, high = float(array.min()), float(array.max())
    if not (math.isfinite(low) and math.isfinite(high)):
        raise BadInput(str(path), "", "the pictures have pixels that are not finite numbers")
    if not math.isfinite(high - low):
        raise BadInput(str(path), "", "the pictures have pixels that are too far apart for double precision")
    low = min(low, 0.0)
    return Scale(low, high if high - low > 1e-300 else low + 1.0)


def as_pictures(array: np.ndarray, scale: Scale, path: pathlib.Path) -> np.ndarray:
    """(samples, …) -> (samples, channels, height, width) from 0 to 1."""
    return _axes(scale(array), path)


def some(y: np.ndarray, most: int) -> np.ndarray:
    """The numbers of at most so many samples, ascending; of each class its share."""
    if len(y) <= most:
        return np.arange(len(y))
    _, member = np.unique(y, return_inverse=True)
    wanted = quotas(np.bincount(member), most / len(y))
    return np.sort(np.concatenate([np.flatnonzero(member == place)[:count] for place, count in enumerate(wanted)]))


def _axes(pixels: np.ndarray, path: pathlib.Path) -> np.ndarray:
    if pixels.ndim == 2:
        side = math.isqrt(pixels.shape[1])
        if side * side != pixels.shape[1]:
            raise BadInput(
                str(path),
                "",
                f"has rows of {pixels.shape[1]} numbers, which make no square picture; save the pictures as samples × height × width",
            )
        return pixels.reshape(-1, 1, side, side)
    if pixels.ndim == 3:
        return pixels[:, None]
    if pixels.ndim == 4 and (pixels.shape[1] in (1, 3) or pixels.shape[3] in (1, 3)):
        return pixels if pixels.shape[1] in (1, 3) else pixels.transpose(0, 3, 1, 2)
    raise BadInput(
        str(path),
        "",
        f"has the shape {pixels.shape}; pictures are samples × height × width, with 1 or 3 colours in front of or behind the sides",
    )


def coloured(pixels: np.ndarray, *, colour: bool) -> np.ndarray:
    """Three channels or one."""
    if colour:
        return np.repeat(pixels, 3, axis=1) if pixels.shape[1] == 1 else pixels
    return pixels if pixels.shape[1] == 1 else np.tensordot(pixels, GREY, axes=(1, 0))[:, None]


def resized(picture: np.ndarray, side: int) -> np.ndarray:
    """(channels, height, width) -> (channels, side, side)."""
    from PIL import Image

    layers = [
        Image.fromarray(layer.astype(np.float32), mode=None).resize((side, side), Image.Resampling.BILINEAR)
        for layer in picture
    ]
    return np.clip(np.stack([np.asarray(layer, dtype=np.float64) for layer in layers]), 0.0, 1.0)


def check_classes(path: pathlib.Path, count: int) -> None:
    """Refuse what cannot be told apart."""
    if count < 2:
        raise BadInput(str(path), "", "there is only one class, so there is nothing to tell apart")
    if count > MOST_CLASSES:
        raise BadInput(str(path), "", f"there are {count:,} classes; at most {MOST_CLASSES} are taken")
