"""A first look at pictures of a person's own, before it is decided what becomes of them; and how those that were read
are framed."""

from __future__ import annotations

import pathlib

import numpy as np

from core.files.framing import Framing
from core.files.images import as_pictures, scale_of, some
from core.files.picture_arrays import arrays
from core.files.picture_folders import find, picture
from core.frozen import frozen
from core.messages import BadInput

GREYISH = 0.04  # by which the channels of a grey picture may differ, for a file that was packed with losses
LOOKED_AT = 500  # pictures of a file
FEW = 6  # classes, and pictures of each, that are looked at
INK = 0.25  # of the way from the paper to the strongest ink: from here on a pixel counts
ALIKE, PLACED = (
    0.08,
    0.05,
)  # shares of the side by which the length and the middle of framed pictures may differ (standard deviation)


@frozen
class Look:
    """Height and width of the pictures as they are (of a folder those of its first), and whether any has colours."""

    height: int
    width: int
    coloured: bool


def look(path: pathlib.Path) -> Look:
    """The pictures of a file, or the first few of each class of a folder; `BadInput` where there are none."""
    if not path.is_dir():
        found, y = arrays(path, None)
        pixels = as_pictures(found[some(y, LOOKED_AT)], scale_of(found, path), path)
        return Look(pixels.shape[2], pixels.shape[3], has_colours(pixels))
    files = _first_files(path)
    seen = [found for file in files if (found := picture(file, 32, colour=True)) is not None]
    if not seen:
        raise BadInput(
            str(path),
            "",
            "holds no pictures that can be read: a folder for each class is needed, with pictures (PNG, JPEG, …) in it",
        )
    return Look(*_size(files), has_colours(np.stack(seen)))


def has_colours(pixels: np.ndarray) -> bool:
    """Whether pictures (samples, channels, height, width) are more than grey."""
    return pixels.shape[1] == 3 and bool((np.ptp(pixels, axis=1) > GREYISH).any())


def _first_files(folder: pathlib.Path) -> list[pathlib.Path]:
    there = find(folder)
    classes = list(dict.fromkeys(each.name for each in there))[:FEW]
    return [each.file for name in classes for each in [each for each in there if each.name == name][:FEW]]


def _size(files: list[pathlib.Path]) -> tuple[int, int]:
    """Height and width of the first that says so."""
    from PIL import Image

    for file in files:
        try:
            with Image.open(file) as opened:
                return opened.height, opened.width
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            continue
    return 0, 0


@frozen
class Manner:
    """How pictures are drawn: `paper` (channels,) and `ink` (channels,) are the colours of paper and pen; `framing` as
    in `core.files.framing`, None where things lie anywhere."""

    paper: np.ndarray
    ink: np.ndarray
    framing: Framing | None


def manner(pixels: np.ndarray) -> Manner:
    """The manner of pictures (samples, channels, side, side) from 0 to 1: their paper is what lies along their edges,
    their ink what is far from it."""
    edges = np.concatenate([pixels[:, :, 0], pixels[:, :, -1], pixels[:, :, :, 0], pixels[:, :, :, -1]], axis=2)
    paper = np.median(edges, axis=(0, 2))
    inks = np.abs(pixels - paper[:, None, None]).max(axis=1)
    ink = np.where(paper > 0.5, 0.0, 1.0)
    return Manner(paper, ink, _framing(inks))


def _framing(inks: np.ndarray) -> Framing | None:
    """How things lie in pictures of ink (samples, side, side)."""
    side = inks.shape[2]
    dark = inks > INK * np.maximum(inks.max(axis=(1, 2), keepdims=True), 1e-6)
    rows, columns = (_ends(dark.any(axis=axis)) for axis in (2, 1))
    longer = np.maximum(rows[1] - rows[0], columns[1] - columns[0])
    length = float(np.median(longer))
    if longer.std() > ALIKE * side or length >= side:
        return None if length < side else Framing(1.0, "box")
    mass, box = _middles_of_mass(inks), np.stack([(rows[0] + rows[1]) / 2, (columns[0] + columns[1]) / 2], axis=1)
    centre, middles = ("mass", mass) if mass.std(axis=0).sum() < box.std(axis=0).sum() else ("box", box)
    return Framing(length / side, centre) if middles.std(axis=0).max() < PLACED * side else None


def _ends(dark: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(samples, side) bool -> the first dark line of each, and the one after its last."""
    return dark.argmax(axis=1), dark.shape[1] - dark[:, ::-1].argmax(axis=1)


def _middles_of_mass(inks: np.ndarray) -> np.ndarray:
    """Where the mass of the ink lies, (samples, 2) as rows and columns."""
    places, total = np.arange(inks.shape[1]) + 0.5, np.maximum(inks.sum(axis=(1, 2)), 1e-12)
    return np.stack([inks.sum(axis=2) @ places / total, inks.sum(axis=1) @ places / total], axis=1)
