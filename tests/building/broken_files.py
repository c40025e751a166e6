"""Files and folders that cannot be read, each with what has to be said about it, and how they are made."""

from __future__ import annotations

import gzip
import io
import pathlib
import struct
import zipfile
import zlib

import numpy as np
from PIL import Image

from tests.building.picture_files import LABELS, PIXELS, idx


def packed(**arrays: np.ndarray) -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)  # type: ignore[arg-type]
    return file.getvalue()


def plain(array: np.ndarray) -> bytes:
    file = io.BytesIO()
    np.save(file, array, allow_pickle=True)
    return file.getvalue()


def header(shape: str, kind: str = "|u1") -> bytes:
    """A file of numpy's that declares a shape and has no numbers."""
    text = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}".ljust(117) + "\n"
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(text)) + text.encode()


def archive(content: bytes, declared: int | None = None, flag: int = 0, method: int = 0) -> bytes:
    """An NPZ file with one array; with another size declared, with the mark of encryption, or packed in another way."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("x.npy", content)
    raw = bytearray(file.getvalue())
    entry_at = raw.index(b"PK\x01\x02")
    if declared is not None:
        raw[entry_at + 24 : entry_at + 28] = struct.pack("<I", declared)
    if flag:
        raw[entry_at + 8] |= flag
        raw[6] |= flag
    if method:
        raw[entry_at + 10 : entry_at + 12] = raw[8:10] = struct.pack("<H", method)
    return bytes(raw)


PICTURES = {
    "IDX, cut off": ("images", idx(PIXELS)[:-5], "is cut off: it declares 384 bytes"),
    "IDX, wrong magic": ("images", b"\1\2" + idx(PIXELS)[2:], "is not an IDX file"),
    "IDX, unknown type": ("images", b"\0\0\x07\x03" + idx(PIXELS)[4:], "is not an IDX file"),
    "IDX, too many sizes": ("images", b"\0\0\x08\x09" + idx(PIXELS)[4:], "is not an IDX file"),
    "IDX, sizes missing": ("images", idx(PIXELS)[:9], "its sizes are missing"),
    "IDX, giant": ("images", b"\0\0\x08\x03" + struct.pack(">3I", 2**31, 2**31, 2**31), "more than fits into memory"),
    "IDX, large enough to hurt": ("images", b"\0\0\x08\x03" + struct.pack(">3I", 2**20, 28, 28), "more than fits into memory"),
    "IDX, no pictures": ("images", b"\0\0\x08\x03" + struct.pack(">3I", 0, 28, 28), "holds no pictures"),
    "IDX, fewer labels": ("images", idx(PIXELS[:5]), "one label each is needed"),
    "gzip, cut off": ("images", gzip.compress(idx(PIXELS))[:-20], "cannot be unpacked by gzip"),
    "gzip, damaged": ("images", b"\x1f\x8b" + b"\x55" * 60, "cannot be unpacked by gzip"),
    "empty": ("images", b"", "is not an IDX file"),
    "a program": ("images", b"#!/bin/sh\necho hello\n", "is not an IDX file"),
    "NPY, pickled objects": ("x_a.npy", plain(np.array([{}, []], dtype=object)), "pickled Python objects"),
    "NPY, giant": ("x_a.npy", header(f"({10**9}, 28, 28)"), "more than fits into memory"),
    "NPY, below zero": ("x_a.npy", header("(-1, 8, 8)"), "declares a size below zero"),
    "NPY, less than declared": ("x_a.npy", header("(6, 8, 8)"), "is cut off: it declares 6 × 8 × 8"),
    "NPY, a header that is none": ("x_a.npy", header("(6, 8"), "is not a file of numpy's arrays"),
    "NPY, no numbers": ("x_a.npy", plain(np.zeros((0, 8, 8))), "holds no numbers"),
    "NPY, one number": ("x_a.npy", plain(np.array(3.0)), "holds a single number"),
    "NPY, words": ("x_a.npy", plain(np.array(list("abcdef"))), "the pictures are not numbers"),
    "NPY, complex": ("x_a.npy", plain(PIXELS.astype(complex)), "the pictures are not numbers"),
    "NPY, five axes": ("x_a.npy", plain(PIXELS[:, None, None]), "has the shape (6, 1, 1, 8, 8)"),
    "NPY, two colours": ("x_a.npy", plain(np.zeros((6, 2, 8, 8))), "has the shape (6, 2, 8, 8)"),
    "NPY, no number": ("x_a.npy", plain(np.full((6, 8, 8), np.nan)), "not finite numbers"),
    "NPY, endless": ("x_a.npy", plain(np.full((6, 8, 8), np.inf)), "not finite numbers"),
    "NPY, too far apart": ("x_a.npy", plain(np.stack([np.full((8, 8), sign * 1.5e308) for sign in (1, -1) * 3])), "too far apart"),
    "NPZ, cut off": ("a.npz", packed(x=PIXELS, y=LABELS)[:-40], "is not an NPZ file, or is cut off"),
    "NPZ, no labels": ("a.npz", packed(x=PIXELS), "needs an array of pictures and one of as many labels"),
    "NPZ, nothing": ("a.npz", packed(), "it holds nothing"),
    "NPZ, pickled objects": ("a.npz", archive(plain(np.array([{}], dtype=object))), "pickled Python objects"),
    "NPZ, a bomb by its own account": ("a.npz", archive(plain(PIXELS), declared=2**32 - 2), "unpacks to more than fits into memory"),
    "NPZ, another size than declared": ("a.npz", archive(plain(PIXELS), declared=100), "cut off"),
    "NPZ, encrypted": ("a.npz", archive(plain(PIXELS), flag=1), "is encrypted"),
    "NPZ, packed oddly": ("a.npz", archive(plain(PIXELS), method=97), "packed in a way that cannot be unpacked"),
    "NPZ, one class": ("a.npz", packed(x=PIXELS, y=np.zeros(6, int)), "there is only one class"),
    "NPZ, a class a picture": ("a.npz", packed(x=np.zeros((200, 8, 8)), y=np.arange(200)), "there are 200 classes; at most 100"),
    "NPZ, labels in between": ("a.npz", packed(x=PIXELS, y=LABELS + 0.5), "whole numbers or words"),
}  # fmt: skip


def folder_of(path: pathlib.Path, **classes: dict[str, bytes]) -> None:
    for name, files in classes.items():
        (path / name).mkdir(parents=True)
        for file, content in files.items():
            (path / name / file).write_bytes(content)


def png(mode: str = "L", size: tuple[int, int] = (9, 9)) -> bytes:
    file = io.BytesIO()
    Image.new(
        mode, size, 1 if mode in ("1", "P") else 90 if mode in ("L", "I;16") else (90, 20, 200, 128)[: len(mode)]
    ).save(file, "PNG")
    return file.getvalue()


def declared(width: int, height: int) -> bytes:
    """A PNG that says it is so large, and has next to nothing in it."""

    def piece(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    return (
        b"\x89PNG\r\n\x1a\n"
        + piece(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0))
        + piece(b"IDAT", zlib.compress(b"\0" * 99))
        + piece(b"IEND", b"")
    )


FOLDERS = {
    "empty": ({}, "holds no pictures"),
    "no pictures in it": ({"cat": {"a.txt": b"hello"}}, "holds no pictures"),
    "one class": ({"cat": {"a.png": png(), "b.png": png()}}, "there is only one class"),
    "all broken": ({"cat": {"a.png": b"\x89PNG no"}, "dog": {"b.jpg": b""}}, "fewer than two classes"),
    "one class broken": ({"cat": {"a.png": png()}, "dog": {"b.png": png()[:40]}}, "fewer than two classes"),
    "only a giant": ({"cat": {"a.png": png()}, "dog": {"b.png": declared(60_000, 60_000)}}, "fewer than two classes"),
}

TEXTS = {
    "one letter": (b"a", "fewer than two different letters (only “a”)"),
    "the same letter": (b"aaaa" * 99, "fewer than two different letters"),
    "empty": (b"", "is empty"),
    "only spaces": (b" \n\t " * 50, "is empty"),
    "binary": (bytes(range(256)) * 9, "UTF-8"),
    "zeros": (b"\0" * 500, "control characters"),
}
