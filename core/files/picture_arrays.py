"""Pictures and labels as arrays in files: MNIST's own format (IDX), numpy's files, tables whose rows are pictures.
Whatever is wrong is one sentence."""

from __future__ import annotations

import gzip
import io
import math
import pathlib
import tokenize
import zipfile
import zlib
from typing import IO, NamedTuple

import numpy as np

from core.machine.plain_file import check_regular, read_bytes
from core.messages import BadInput

MOST_BYTES = 200_000_000  # of an array, and of a file that is packed
MOST_UNPACKED = 400_000_000  # of all arrays of an archive
TABLES = (".csv", ".tsv", ".data", ".dat", ".txt", ".arff", ".xlsx", ".xlsm")  # whose rows are pictures
IDX_TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4", 0x0D: ">f4", 0x0E: ">f8"}
_BESIDE = (
    ("images-idx3", "labels-idx1"),
    ("images.idx3", "labels.idx1"),
    ("images", "labels"),
    ("imgs", "labels"),
    ("data", "labels"),
    ("x_", "y_"),
    ("X_", "y_"),
)
_LABELS = ("label", "target", "class", "answer")
_PARTS = ("train", "test", "val")


class Header(NamedTuple):
    """What an array declares of itself."""

    shape: tuple[int, ...]
    fortran: bool
    kind: np.dtype


def arrays(path: pathlib.Path, labels: pathlib.Path | None) -> tuple[np.ndarray, np.ndarray]:
    """Pictures in whatever shape, and a label each, (samples,) whole numbers or words."""
    if path.suffix.lower() in TABLES:
        from core.files.picture_tables import read_table

        return read_table(path)
    if path.name.lower().endswith(".npz"):
        pixels, y = _of_archive(path, labels)
    else:
        pixels = _array(path)
        labels = labels or _beside(path)
        y = _labels_of(labels)
    return pixels, _plain_labels(y, len(pixels), str(labels or path))


def _plain_labels(y: np.ndarray, count: int, where: str) -> np.ndarray:
    """One label each, whether they stand in a column or as a row of 0 and 1 for each picture."""
    shape = y.shape
    if y.ndim == 2 and y.shape[1] == 1:
        y = y[:, 0]
    elif _is_one_hot(y):
        y = y.argmax(axis=1)
    if y.ndim != 1 or len(y) != count:
        reason = f"holds labels of the shape {shape}, but there are {count:,} pictures: one label each is needed"
        raise BadInput(where, "", reason)
    if y.dtype.kind == "f" and np.isfinite(y).all() and np.equal(y, np.round(y)).all() and np.abs(y).max() < 2**53:
        y = y.astype(np.int64)
    if y.dtype.kind not in "iuUb":
        raise BadInput(where, "", "the labels have to be whole numbers or words, one for each picture")
    return y


def _is_one_hot(y: np.ndarray) -> bool:
    if y.ndim != 2 or y.dtype.kind not in "iufb":
        return False
    return bool(((y == 0) | (y == 1)).all() and (y.sum(axis=1) == 1).all())


def _beside(path: pathlib.Path) -> pathlib.Path:
    """The labels that belong to a file of pictures by name, as MNIST's files are called."""
    for old, new in _BESIDE:
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


def _labels_of(path: pathlib.Path) -> np.ndarray:
    """The array of a file of labels."""
    if not path.name.lower().endswith(".npz"):
        return _array(path)
    with _Archive(path) as archive:
        likely = sorted(
            archive.headers, key=lambda name: (_parts_apart(path.name, name), len(archive.headers[name].shape))
        )
        if not likely:
            raise BadInput(str(path), "", "holds no labels")
        return archive.array(likely[0])


def _bytes(path: pathlib.Path) -> bytes:
    """A file's content, unpacked where it is gzip's."""
    content = read_bytes(path, MOST_UNPACKED)
    if content[:2] != b"\x1f\x8b":
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
            unpacked = packed.read(MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise BadInput(str(path), "", "is cut off or damaged: it cannot be unpacked by gzip") from None
    if len(unpacked) > MOST_BYTES:
        raise BadInput(str(path), "", f"unpacks to more than {MOST_BYTES / 1e6:,.0f} MB; use a part of it")
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
    _check_size(str(path), sizes, kind)
    if len(content) - start < numbers * kind.itemsize:
        raise BadInput(
            str(path),
            "",
            f"is cut off: it declares {numbers * kind.itemsize:,} bytes of numbers and has {len(content) - start:,}",
        )
    if numbers == 0:
        raise BadInput(str(path), "", "holds no pictures")
    return np.frombuffer(content, kind, numbers, start).reshape(sizes).astype(kind.newbyteorder("="), copy=False)


def read_npy(path: pathlib.Path) -> np.ndarray:
    """One array of numpy's own format."""
    file = io.BytesIO(_bytes(path))
    return _numbers(file, _header(file, str(path)), str(path))


# Archives


class _Archive:
    """The arrays of an NPZ file: what each declares is known at once, its numbers are read when they are asked for."""

    def __init__(self, path: pathlib.Path) -> None:
        check_regular(path, MOST_UNPACKED)
        self._path = path

    def __enter__(self) -> _Archive:
        with _Said(self._path):
            self._zip = zipfile.ZipFile(self._path)
            try:
                entries = [entry for entry in self._zip.infolist() if entry.filename.endswith(".npy")]
                if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                    raise BadInput(str(self._path), "", "unpacks to more than fits into memory")
                self._entries = {entry.filename.removesuffix(".npy"): entry for entry in entries}
                self.headers = {name: self._header(name) for name in self._entries}
            except BaseException:
                self._zip.close()
                raise
        return self

    def __exit__(self, *_exception: object) -> None:
        self._zip.close()

    def _header(self, name: str) -> Header:
        with self._zip.open(self._entries[name]) as file:
            return _header(file, self._where(name))

    def array(self, name: str) -> np.ndarray:
        """The numbers of an array."""
        with _Said(self._path), self._zip.open(self._entries[name]) as file:
            array = _numbers(file, _header(file, self._where(name)), self._where(name))
            while file.read(1 << 20):  # to the end, where the sum of the whole is compared
                pass
            return array

    def _where(self, name: str) -> str:
        return f"{self._path}: {name}.npy"


class _Said:
    """Whatever a damaged archive leads to, as a sentence."""

    def __init__(self, path: pathlib.Path) -> None:
        self._where = str(path)

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, BadInput) or not isinstance(error, Exception):
            return
        reason = {
            OSError: "cannot be read: it is cut off, or may not be read",
            NotImplementedError: "is packed in a way that cannot be unpacked here; save it anew with numpy",
        }.get(type(error), "")
        if not reason and isinstance(error, RuntimeError):  # so zipfile says that a password is needed
            reason = "is encrypted; save it anew without a password"
        if not reason and isinstance(error, (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError)):
            reason = "is not an NPZ file, or is cut off"
        if reason:
            raise BadInput(self._where, "", reason) from None


def _of_archive(path: pathlib.Path, labels: pathlib.Path | None) -> tuple[np.ndarray, np.ndarray]:
    """Pictures and labels of an archive of arrays, or the labels of a file beside it where it holds none."""
    with _Archive(path) as archive:
        pictures = sorted(
            (name for name, header in archive.headers.items() if 2 <= len(header.shape) <= 4 and not _says_label(name)),
            key=lambda name: (_part(name) in ("test", "val"), -math.prod(archive.headers[name].shape)),
        )
        for name in pictures:
            found = _labels_for(name, archive.headers)
            if labels is None and found:
                return archive.array(name), archive.array(found)
        if pictures and (labels or _lies_beside(path)):
            return archive.array(pictures[0]), _labels_of(labels or _beside(path))
        there = ", ".join(f"{name} {header.shape}" for name, header in archive.headers.items()) or "nothing"
    raise BadInput(str(path), "", f"needs an array of pictures and one of as many labels; it holds {there}")


def _lies_beside(path: pathlib.Path) -> bool:
    try:
        return bool(_beside(path))
    except BadInput:
        return False


def _labels_for(pictures: str, headers: dict[str, Header]) -> str:
    """The name of the array that says a label for each of the pictures; "" where there is none. They may stand in one
    axis, in a column, or as a row of 0 and 1 each."""
    count, size = headers[pictures].shape[0], math.prod(headers[pictures].shape)
    possible = [
        name
        for name, (shape, _, _) in headers.items()
        if name != pictures
        and shape[0] == count
        and (len(shape) == 1 or (len(shape) == 2 and math.prod(shape) < size and (shape[1] == 1 or _says_label(name))))
    ]
    return min(possible, key=lambda name: (_parts_apart(pictures, name), not _says_label(name)), default="")


def _says_label(name: str) -> bool:
    lowered = name.casefold()
    return (
        any(word in lowered for word in _LABELS) or lowered == "y" or lowered.startswith("y_") or lowered.endswith("_y")
    )


def _part(name: str) -> str:
    return next((part for part in _PARTS if part in name.casefold()), "")


def _parts_apart(one: str, other: str) -> bool:
    """Whether two names speak of different parts, such as training and test."""
    return _part(one) != _part(other)


# Numpy's own format


def _header(file: IO[bytes], where: str) -> Header:
    """What an array declares; never a pickled object, and nothing too large."""
    try:
        version = np.lib.format.read_magic(file)
        read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
        header = Header(*read(file))
    except (ValueError, EOFError, SyntaxError, tokenize.TokenError, RecursionError, MemoryError, TypeError):
        raise BadInput(where, "", "is not a file of numpy's arrays, or is cut off") from None  # it is a line of Python
    if header.kind.hasobject:
        raise BadInput(where, "", "holds pickled Python objects, which could run a program; save plain numbers instead")
    _check_size(where, header.shape, header.kind)
    if math.prod(header.shape) == 0 or not header.shape:
        raise BadInput(where, "", "holds no numbers" if header.shape else "holds a single number, no pictures")
    return header


def _numbers(file: IO[bytes], header: Header, where: str) -> np.ndarray:
    shape, fortran, kind = header
    needed = math.prod(shape) * kind.itemsize
    content = file.read(needed)
    if len(content) < needed or not kind.itemsize:
        raise BadInput(where, "", f"is cut off: it declares {' × '.join(map(str, shape))} numbers and has fewer")
    array = np.frombuffer(content, kind).reshape(shape, order="F" if fortran else "C")
    return array.astype(kind.newbyteorder("="), copy=False)


def _check_size(where: str, shape: tuple[int, ...], kind: np.dtype) -> None:
    """Refuse what cannot be, or would not fit, by the sizes that a file declares."""
    if min(shape, default=0) < 0:
        raise BadInput(where, "", "declares a size below zero: it is damaged")
    if math.prod(shape) * max(kind.itemsize, 1) > MOST_UNPACKED:
        sizes = " × ".join(f"{size:,}" for size in shape)
        raise BadInput(where, "", f"declares {sizes} numbers, which is more than fits into memory")
