"""Pictures from files: MNIST's own format (IDX), numpy's files, and folders with one folder a class. Whatever is wrong
is one sentence."""

from __future__ import annotations

import dataclasses
import gzip
import io
import logging
import math
import pathlib
import tokenize
import zipfile
import zlib

import numpy as np

from core.messages import BadInput

MOST_BYTES = 1 << 30  # of an unpacked file: what is declared to be larger is refused before it is read
MOST_NUMBERS = 1 << 28  # of an array: 2 GB in double precision
MOST_CLASSES = 100
GREY = np.array([0.299, 0.587, 0.114])  # how bright red, green and blue look (ITU-R BT.601)
ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff", ".ppm", ".pgm")
TABLES = (".csv", ".tsv", ".data")  # whose rows are pictures
IDX_TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}


@dataclasses.dataclass(frozen=True)
class Raw:
    """Pictures as they were found: pixels (samples, channels, height, width) from 0 to 1, class numbers, names, what
    was done in words."""

    pixels: np.ndarray
    y: np.ndarray
    classes: tuple[str, ...]
    notes: tuple[str, ...] = ()


def read(path: pathlib.Path, labels: pathlib.Path | None, side: int, *, colour: bool) -> Raw:
    """Pictures of a file or a folder as squares of `side` pixels (0: as they are, in a folder 28), grey or in colour;
    `BadInput` for all that can be wrong."""
    if path.is_dir():
        return read_folder(path, side or 28, colour=colour)
    pixels, y = arrays(path, labels)
    pixels = _coloured(as_pictures(pixels, path), colour=colour)
    if side and pixels.shape[2:] != (side, side):
        pixels = np.stack([resized(picture, side) for picture in pixels])
    names, numbers = np.unique(y, return_inverse=True)
    _check_classes(path, len(names))
    return Raw(pixels, numbers.astype(np.int64), tuple(str(name) for name in names.tolist()))


def arrays(path: pathlib.Path, labels: pathlib.Path | None) -> tuple[np.ndarray, np.ndarray]:
    """Pictures in whatever shape, and a label each."""
    if path.suffix.lower() in TABLES:
        from core.files.picture_tables import read_table

        pixels, y = read_table(path)
    elif path.name.lower().endswith(".npz"):
        pixels, y = read_npz(path)
    else:
        pixels = _array(path)
        if labels is None:
            labels = _beside(path)
        y = _array(labels)
    if y.ndim != 1 or len(y) != len(pixels):
        raise BadInput(
            str(labels or path),
            "",
            f"holds labels of the shape {y.shape}, but there are {len(pixels):,} pictures: one label each is needed",
        )
    if y.dtype.kind == "f" and np.equal(y, np.round(y)).all():
        y = y.astype(np.int64)
    if y.dtype.kind not in "iuUb":
        raise BadInput(str(labels or path), "", "the labels have to be whole numbers or words, one for each picture")
    return pixels, y


def _beside(path: pathlib.Path) -> pathlib.Path:
    """The labels that belong to a file of pictures by name, as MNIST's files are called."""
    for old, new in (
        ("images-idx3", "labels-idx1"),
        ("images.idx3", "labels.idx1"),
        ("images", "labels"),
        ("x_", "y_"),
        ("X_", "y_"),
    ):
        other = path.with_name(path.name.replace(old, new))
        if other != path and other.exists():
            return other
    raise BadInput(
        str(path),
        "labels",
        "no labels are named, and beside the pictures lies no file that is called as they are, with “labels” for “images”",
    )


def _array(path: pathlib.Path) -> np.ndarray:
    return read_npy(path) if path.name.lower().endswith(".npy") else read_idx(path)


def _bytes(path: pathlib.Path) -> bytes:
    """A file's content, unpacked where it is gzip's."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(str(path), "", f"cannot be read: {error.strerror or error}") from None
    if content[:2] != b"\x1f\x8b":
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            unpacked = packed.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise BadInput(str(path), "", "is cut off or damaged: it cannot be unpacked by gzip") from None
    if len(unpacked) > MOST_BYTES:
        raise BadInput(str(path), "", "unpacks to more than 1 GB; use a part of it")
    return unpacked


def read_idx(path: pathlib.Path) -> np.ndarray:
    """An array in the format of MNIST's files (two zeros, type, number of axes, sizes, numbers), gzip or not."""
    content = _bytes(path)
    if len(content) < 4 or content[:2] != b"\0\0" or content[2] not in IDX_TYPES or not 1 <= content[3] <= 4:
        raise BadInput(
            str(path),
            "",
            "is not an IDX file: it does not begin with two zeros, a type and a number of axes; NPZ, NPY and folders of pictures are read too",
        )
    axes, kind = content[3], np.dtype(IDX_TYPES[content[2]])
    start = 4 + 4 * axes
    if len(content) < start:
        raise BadInput(str(path), "", "is cut off: its sizes are missing")
    sizes = tuple(int(size) for size in np.frombuffer(content, ">u4", axes, 4))
    numbers = math.prod(sizes)
    _check_size(str(path), sizes)
    if len(content) - start < numbers * kind.itemsize:
        raise BadInput(
            str(path),
            "",
            f"is cut off: it declares {numbers * kind.itemsize:,} bytes of numbers and has {len(content) - start:,}",
        )
    if numbers == 0:
        raise BadInput(str(path), "", "holds no pictures")
    return np.frombuffer(content, kind, numbers, start).reshape(sizes).astype(kind.newbyteorder("="))


def read_npy(path: pathlib.Path) -> np.ndarray:
    """One array of numpy's own format."""
    return _load_npy(io.BytesIO(_bytes(path)), str(path))


def read_npz(path: pathlib.Path) -> tuple[np.ndarray, np.ndarray]:
    """Pictures and labels of an archive of arrays: the first array of two to four axes, and the one of one axis that is
    as long."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [entry for entry in archive.infolist() if entry.filename.endswith(".npy")]
            if sum(entry.file_size for entry in names) > 2 * MOST_BYTES:
                raise BadInput(str(path), "", "unpacks to more than fits into memory")
            arrays = {
                entry.filename.removesuffix(".npy"): _load_npy(
                    io.BytesIO(archive.read(entry)), f"{path}: {entry.filename}"
                )
                for entry in names
            }
    except OSError as error:
        raise BadInput(str(path), "", f"cannot be read: {error.strerror or error}") from None
    except NotImplementedError:
        raise BadInput(
            str(path), "", "is packed in a way that cannot be unpacked here; save it anew with numpy"
        ) from None
    except RuntimeError:  # so zipfile says that a password is needed
        raise BadInput(str(path), "", "is encrypted; save it anew without a password") from None
    except (zipfile.BadZipFile, zlib.error, EOFError):
        raise BadInput(str(path), "", "is not an NPZ file, or is cut off") from None
    pictures = sorted(
        (name for name, array in arrays.items() if 2 <= array.ndim <= 4),
        key=lambda name: ("test" in name.lower(), -arrays[name].size),
    )
    for name in pictures:
        labels = [other for other, array in arrays.items() if array.ndim == 1 and len(array) == len(arrays[name])]
        if labels:
            return arrays[name], arrays[min(labels, key=lambda other: _unlike(name, other))]
    there = ", ".join(f"{name} {array.shape}" for name, array in arrays.items()) or "nothing"
    raise BadInput(str(path), "", f"needs an array of pictures and one of as many labels; it holds {there}")


def _unlike(pictures: str, labels: str) -> bool:
    """Whether only one of two arrays says that it is of the test part."""
    return ("test" in pictures.lower()) != ("test" in labels.lower())


def _load_npy(file: io.BytesIO, where: str) -> np.ndarray:
    """An array; never a pickled object, and nothing whose declared size is not there."""
    try:
        version = np.lib.format.read_magic(file)
        shape, _, kind = (
            np.lib.format.read_array_header_1_0(file)
            if version == (1, 0)
            else np.lib.format.read_array_header_2_0(file)
        )
    except (ValueError, EOFError, SyntaxError, tokenize.TokenError):  # the header is a line of Python
        raise BadInput(where, "", "is not a file of numpy's arrays, or is cut off") from None
    if kind.hasobject:
        raise BadInput(where, "", "holds pickled Python objects, which could run a program; save plain numbers instead")
    _check_size(where, shape)
    if math.prod(shape) * kind.itemsize > len(file.getvalue()) - file.tell():
        raise BadInput(where, "", f"is cut off: it declares {' × '.join(map(str, shape))} numbers and has fewer")
    if math.prod(shape) == 0 or not shape:
        raise BadInput(where, "", "holds no numbers" if shape else "holds a single number, no pictures")
    file.seek(0)
    return np.lib.format.read_array(file, allow_pickle=False)


def _check_size(where: str, shape: tuple[int, ...]) -> None:
    """Refuse what cannot be, or would not fit, by the sizes that a file declares."""
    if min(shape, default=0) < 0:
        raise BadInput(where, "", "declares a size below zero: it is damaged")
    if math.prod(shape) > MOST_NUMBERS:
        raise BadInput(
            where,
            "",
            f"declares {' × '.join(f'{size:,}' for size in shape)} numbers, which is more than fits into memory",
        )


def as_pictures(array: np.ndarray, path: pathlib.Path) -> np.ndarray:
    """(samples, …) -> (samples, channels, height, width) from 0 to 1."""
    if array.dtype.kind not in "uifb":
        raise BadInput(str(path), "", "the pictures are not numbers")
    pixels = array.astype(np.float64)
    if not np.isfinite(pixels).all():
        raise BadInput(str(path), "", "the pictures have pixels that are not finite numbers")
    pixels = _axes(pixels, path)
    low, high = float(pixels.min()), float(pixels.max())
    if not math.isfinite(high - low):
        raise BadInput(str(path), "", "the pictures have pixels that are too far apart for double precision")
    if array.dtype == np.uint8:
        return pixels / 255.0
    return (pixels - min(low, 0.0)) / ((high - min(low, 0.0)) or 1.0)


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


def _coloured(pixels: np.ndarray, *, colour: bool) -> np.ndarray:
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


# Folders


def source(path: pathlib.Path) -> pathlib.Path:
    """What is read where a path is chosen: a single picture stands for the folder of class folders that it lies in."""
    return path.absolute().parent.parent if path.suffix.lower() in ENDINGS and not path.is_dir() else path


def read_folder(folder: pathlib.Path, side: int, *, colour: bool) -> Raw:
    """One folder a class; pictures that cannot be read are counted and left out, those that are cut are counted too."""
    logging.getLogger("PIL").setLevel(logging.CRITICAL)  # what is wrong with a picture is told once, in our words
    classes = sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith("."))
    found = [
        (place, file)
        for place, path in enumerate(classes)
        for file in sorted(path.iterdir())
        if file.suffix.lower() in ENDINGS
    ]
    if not found:
        raise BadInput(
            str(folder), "", "holds no pictures: a folder for each class is needed, with pictures (PNG, JPEG, …) in it"
        )
    named = sorted({place for place, _ in found})
    _check_classes(folder, len(named))
    if len(found) * side * side * (3 if colour else 1) * 8 > 2 * MOST_BYTES:
        raise BadInput(
            str(folder),
            "",
            f"{len(found):,} pictures of {side} × {side} pixels are more than fits into memory; choose a smaller size",
        )
    pixels, y, cut = [], [], 0
    for place, file in found:
        squared = _squared(file, side, colour=colour)
        if squared is not None:
            pixels.append(squared[0])
            y.append(named.index(place))
            cut += squared[1]
    if len(set(y)) < 2:
        raise BadInput(str(folder), "", "has fewer than two classes with pictures that can be read")
    lost = len(found) - len(y)
    notes = (f"Pictures that cannot be read: {lost:,}, left out.",) if lost else ()
    notes += (f"Pictures that are not square: {cut:,} of {len(y):,}, their longer sides cut.",) if cut else ()
    kept = sorted(set(y))
    numbers = np.searchsorted(kept, y).astype(np.int64)
    return Raw(np.stack(pixels), numbers, tuple(classes[named[place]].name for place in kept), notes)


def picture(file: pathlib.Path, side: int, *, colour: bool) -> np.ndarray | None:
    """A picture of any mode and size, made square by cutting the longer side: (channels, side, side) from 0 to 1; None
    where it cannot be read."""
    squared = _squared(file, side, colour=colour)
    return None if squared is None else squared[0]


def _squared(file: pathlib.Path, side: int, *, colour: bool) -> tuple[np.ndarray, bool] | None:
    """A picture made square, and whether something of it was cut."""
    import warnings

    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd in a file is told by what becomes of it
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file) as opened:
                image = ImageOps.exif_transpose(opened)
                return _pixels(
                    ImageOps.fit(_plain(image), (side, side), Image.Resampling.BILINEAR), colour=colour
                ), image.width != image.height
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return None


def _plain(image):
    """Any mode as grey or red, green and blue: what is transparent is put on black, 16 bits are scaled to 8."""
    from PIL import Image

    if image.mode in ("I;16", "I;16B", "I", "F"):
        numbers = np.asarray(image, dtype=np.float64)
        if not np.isfinite(numbers).all():
            raise ValueError("pixels that are not finite numbers")
        span = float(np.ptp(numbers)) or 1.0
        top = (
            65535.0
            if image.mode.startswith("I") and numbers.min() >= 0 and numbers.max() > 255
            else 255.0
            if numbers.min() >= 0 and numbers.max() <= 255
            else 0.0
        )
        scaled = numbers / top * 255 if top else (numbers - numbers.min()) / span * 255
        return Image.fromarray(scaled.astype(np.uint8))
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, (0, 0, 0, 255))
        return Image.alpha_composite(paper, image).convert("RGB")
    return image if image.mode in ("L", "RGB") else image.convert("L" if image.mode == "1" else "RGB")


def _pixels(image, *, colour: bool) -> np.ndarray:
    array = np.asarray(image.convert("RGB" if colour else "L"), dtype=np.float64) / 255.0
    return array.transpose(2, 0, 1) if colour else array[None]


def _check_classes(path: pathlib.Path, count: int) -> None:
    if count < 2:
        raise BadInput(str(path), "", "there is only one class, so there is nothing to tell apart")
    if count > MOST_CLASSES:
        raise BadInput(str(path), "", f"there are {count:,} classes; at most {MOST_CLASSES} are taken")
