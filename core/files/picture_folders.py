"""Folders of pictures: one folder a class, or the class in the name of each file; parted into training and test or
not."""

from __future__ import annotations

import logging
import pathlib
import re
from collections.abc import Iterable, Sequence

import numpy as np

from core.files.images import MOST_NUMBERS, Raw, check_classes, scale_of, some
from core.frozen import frozen
from core.messages import BadInput

ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm")
MOST_FILES = 200_000  # that are looked through
MOST_BYTES = 100_000_000  # of one
BYTE = 255.0  # the largest of 8 bits
_TRAIN, _TEST = ("train", "training"), ("test", "testing", "val", "valid", "validation")
_CLASS_IN_NAME = re.compile(r"([^\W\d_]+(?:[ _-][^\W\d_]+)*)[ ._\-(]*\d")


@frozen
class Found:
    """A picture's file, the name of its class, and whether its folder says that it tests."""

    file: pathlib.Path
    name: str
    test: bool = False


def source(path: pathlib.Path) -> pathlib.Path:
    """What is read where a path is chosen: a single picture stands for the folder of all classes that it lies in."""
    if path.suffix.lower() not in ENDINGS or path.is_dir():
        return path
    folder = path.absolute().parent
    top = folder if _by_name(folder) else folder.parent
    return top.parent if top.name.casefold() in (*_TRAIN, *_TEST) and _parts(top.parent) else top


def find(folder: pathlib.Path) -> list[Found]:
    """All pictures of a folder, by class and name; `BadInput` where they cannot be listed or there are none."""
    try:
        parted = [found for part, test in _parts(folder) for found in _classes_of(part, test=test)]
        found = parted or _classes_of(folder, test=False)
    except (OSError, ValueError) as error:
        raise BadInput(str(folder), "", f"cannot be read: {error}") from None
    if not found:
        raise BadInput(
            str(folder), "", "holds no pictures: a folder for each class is needed, with pictures (PNG, JPEG, …) in it"
        )
    return sorted(found, key=lambda each: (each.test, natural(each.name), natural(each.file.name)))


def read_folder(folder: pathlib.Path, side: int, *, colour: bool) -> Raw:
    """The pictures of a folder; those that cannot be read are counted and left out, those that are cut are counted
    too."""
    logging.getLogger("PIL").setLevel(logging.CRITICAL)  # what is wrong with a picture is told once, in our words
    there = find(folder)
    check_classes(folder, len({each.name for each in there}))
    most = MOST_NUMBERS // (side * side * (3 if colour else 1))
    wanted = [there[place] for place in some(np.array([each.name for each in there]), most)]
    squares, kept = [], []
    for each in wanted:
        squared = _squared(each.file, side, colour=colour)
        if squared is not None:
            squares.append(squared)
            kept.append(each)
    names = sorted({each.name for each in kept}, key=natural)
    if len(names) < 2:
        raise BadInput(str(folder), "", "has fewer than two classes with pictures that can be read")
    test = np.array([each.test for each in kept])
    pixels, scales = _scaled(squares, folder)
    cut = sum(square.cut for square in squares)
    return Raw(
        pixels=pixels,
        y=np.array([names.index(each.name) for each in kept], dtype=np.int64),
        classes=tuple(names),
        notes=(*_notes(len(there), len(wanted), len(kept), cut, int(test.sum())), *scales),
        test=test if test.any() and not test.all() else None,
    )


@frozen
class Square:
    """A picture made square, (channels, side, side), its numbers as they were stored: of 8 bits, or `deep`, of which
    only their own range tells what is white. `cut`: something of it was."""

    pixels: np.ndarray
    cut: bool
    deep: bool


def _scaled(squares: Sequence[Square], where: pathlib.Path) -> tuple[np.ndarray, list[str]]:
    """Pictures (samples, channels, side, side) from 0 to 1, and what is said of that: those of 8 bits are divided by
    255, the others by the largest number of them all."""
    pixels = np.stack([square.pixels for square in squares])
    deep, notes = np.array([square.deep for square in squares]), []
    if not deep.all():
        pixels[~deep] /= BYTE
        notes.append(f"Pixels are divided by {BYTE:g}, the most that 8 bits hold.")
    if deep.any():
        scale = scale_of(pixels[deep], where)
        pixels[deep] = scale(pixels[deep])
        notes.append(f"Pictures of more than 8 bits: {deep.sum():,}. {scale.note}")
    return pixels, notes


def _notes(there: int, wanted: int, kept: int, cut: int, test: int) -> Iterable[str]:
    if wanted < there:
        yield f"Of {there:,} pictures {wanted:,} are read: more do not fit into memory at this size."
    if kept < wanted:
        yield f"Pictures that cannot be read: {wanted - kept:,}, left out."
    if cut:
        yield f"Pictures that are not square: {cut:,} of {kept:,}, their longer sides cut."
    if test:
        yield f"The folders say which pictures train ({kept - test:,}) and which test ({test:,})."


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which 9 comes before 10, and upper case beside lower."""
    pieces = re.findall(r"[0-9]{1,15}|[^0-9]+|[0-9]+", name.casefold())
    return tuple((0, int(piece), "") if piece.isascii() and piece.isdigit() else (1, 0, piece) for piece in pieces)


def _parts(folder: pathlib.Path) -> list[tuple[pathlib.Path, bool]]:
    """The folders of training and test within one, and whether each tests; nothing where it is not parted."""
    named = {path.name.casefold(): path for path in _folders(folder)}
    train = next((named[name] for name in _TRAIN if name in named), None)
    test = next((named[name] for name in _TEST if name in named), None)
    return [(train, False), (test, True)] if train and test else []


def _classes_of(folder: pathlib.Path, *, test: bool) -> list[Found]:
    in_folders = [Found(file, path.name, test) for path in _folders(folder) for file in _files(path)]
    return in_folders or [Found(file, name, test) for file, name in _by_name(folder)]


def _by_name(folder: pathlib.Path) -> list[tuple[pathlib.Path, str]]:
    """The pictures that lie in a folder, with the class that each is called by, as cat.0.png is; nothing where they are
    not of several classes."""
    if any(_files(path) for path in _folders(folder)):
        return []
    called = [(file, match[1]) for file in _files(folder) if (match := _CLASS_IN_NAME.match(file.stem))]
    return called if len({name for _, name in called}) > 1 else []


def _folders(folder: pathlib.Path) -> list[pathlib.Path]:
    return [path for path in _entries(folder) if path.is_dir() and path.name != "__MACOSX"]


def _files(folder: pathlib.Path) -> list[pathlib.Path]:
    """The plain files of pictures; those that a Mac leaves beside them (._cat.png) are none."""
    return [path for path in _entries(folder) if path.suffix.lower() in ENDINGS and path.is_file()]


def _entries(folder: pathlib.Path) -> list[pathlib.Path]:
    found = []
    for path in folder.iterdir():
        if not path.name.startswith("."):
            found.append(path)
        if len(found) > MOST_FILES:
            raise BadInput(str(folder), "", f"holds more than {MOST_FILES:,} files; use a part of them")
    return sorted(found, key=lambda path: natural(path.name))


def picture(file: pathlib.Path, side: int, *, colour: bool) -> np.ndarray | None:
    """A picture of any mode and size, made square by cutting the longer side: (channels, side, side) from 0 to 1; None
    where it cannot be read."""
    squared = _squared(file, side, colour=colour)
    return None if squared is None else _scaled([squared], file)[0][0]


def _squared(file: pathlib.Path, side: int, *, colour: bool) -> Square | None:
    """A picture made square; None where it cannot be read."""
    import warnings

    from PIL import Image, ImageOps

    try:
        if file.stat().st_size > MOST_BYTES:
            return None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd in a file is told by what becomes of it
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file) as opened:
                image = ImageOps.exif_transpose(opened)
                plain = _plain(image)
                square = ImageOps.fit(plain, (side, side), Image.Resampling.BILINEAR)
                return Square(_pixels(square, colour=colour), image.width != image.height, plain.mode == "F")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None


def _plain(image):
    """Any mode as grey or red, green and blue of 8 bits, or, where it has more, as it is; what is transparent is put on
    black. ValueError for pixels that are no finite numbers."""
    from PIL import Image

    if image.mode in ("I;16", "I;16B", "I", "F"):
        numbers = np.asarray(image, dtype=np.float32)
        if not np.isfinite(numbers).all():
            raise ValueError("pixels that are not finite numbers")
        return Image.fromarray(numbers)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, (0, 0, 0, 255))
        return Image.alpha_composite(paper, image).convert("RGB")
    return image if image.mode in ("L", "RGB") else image.convert("L" if image.mode == "1" else "RGB")


def _pixels(image, *, colour: bool) -> np.ndarray:
    """(channels, height, width), the numbers as they are stored."""
    if image.mode == "F":
        return np.repeat(np.asarray(image, dtype=np.float64)[None], 3 if colour else 1, axis=0)
    array = np.asarray(image.convert("RGB" if colour else "L"), dtype=np.float64)
    return array.transpose(2, 0, 1) if colour else array[None]
