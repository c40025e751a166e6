"""Broken files, one by one and at random, through the real command: one sentence, status 2, and never anything else."""

from __future__ import annotations

import contextlib
import gzip
import io
import pathlib
import random
import struct
import zipfile

import numpy as np
import pytest
from PIL import Image

import main as entry
from core.files import images
from core.messages import BadInput
from tests.core.test_picture_files import LABELS, PIXELS, idx


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


def run(capsys, folder: pathlib.Path, data: str) -> str:
    """What the command says to an experiment with these data; checked to be one line with status 2."""
    (folder / "e.toml").write_text(f"version = 1\n[stop]\nupdates = 1\n[data]\n{data}", encoding="utf-8")
    status = entry.main(["run", str(folder / "e.toml")])
    out, err = capsys.readouterr()
    said = err.replace("\r", "\n").strip().splitlines()
    assert status == 2 and not out.strip(), (status, err)
    assert len([line for line in said if line.strip() and not line.startswith("[")]) == 1, err
    return said[-1]


@pytest.mark.parametrize(("name", "content", "says"), PICTURES.values(), ids=PICTURES)
def test_a_broken_file_of_pictures(capsys, tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "labels").write_bytes(idx(LABELS))
    (tmp_path / "y_a.npy").write_bytes(plain(LABELS))
    assert says in run(capsys, tmp_path, f'kind = "pictures"\npath = "{name}"\nsize = 8\n')


def test_a_bomb_of_gzip(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(images, "MOST_BYTES", 1 << 16)
    (tmp_path / "images").write_bytes(gzip.compress(b"\0" * (1 << 20), 9))
    (tmp_path / "labels").write_bytes(idx(LABELS))
    assert "unpacks to more than 1 GB" in run(capsys, tmp_path, 'kind = "pictures"\npath = "images"\n')


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
    import zlib

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


@pytest.mark.parametrize(("classes", "says"), FOLDERS.values(), ids=FOLDERS)
def test_a_folder_that_holds_too_little(capsys, tmp_path, classes, says):
    (tmp_path / "pictures").mkdir()
    folder_of(tmp_path / "pictures", **classes)
    assert says in run(capsys, tmp_path, 'kind = "pictures"\npath = "pictures"\n')


def test_good_pictures_of_every_mode_and_size_beside_broken_ones(tmp_path):
    good = {f"{mode.replace(';', '')}.png": png(mode) for mode in ("1", "L", "P", "RGB", "RGBA", "LA", "I;16")}
    sizes = {
        f"{width}x{height}.png": png("RGB", (width, height))
        for width, height in ((1, 1), (1, 400), (400, 1), (300, 200))
    }
    broken = {
        "cut.png": png("RGB", (30, 30))[:60],
        "giant.png": declared(60_000, 60_000),
        "empty.png": b"",
        "text.jpg": b"hello",
    }
    folder_of(tmp_path, cat=good, dog=sizes | broken)
    raw = images.read(tmp_path, None, 8, True)
    assert raw.pixels.shape == (len(good) + len(sizes), 3, 8, 8) and raw.classes == ("cat", "dog")
    assert raw.notes == (
        "Pictures that cannot be read: 4, left out.",
        "Pictures that are not square: 3 of 11, their longer sides cut.",
    )
    assert np.isfinite(raw.pixels).all() and raw.pixels.min() >= 0 and raw.pixels.max() <= 1


TEXTS = {
    "one letter": (b"a", "fewer than two different letters (only “a”)"),
    "the same letter": (b"aaaa" * 99, "fewer than two different letters"),
    "empty": (b"", "is empty"),
    "only spaces": (b" \n\t " * 50, "is empty"),
    "binary": (bytes(range(256)) * 9, "UTF-8"),
    "zeros": (b"\0" * 500, "control characters"),
}


@pytest.mark.parametrize(("content", "says"), TEXTS.values(), ids=TEXTS)
def test_a_text_that_cannot_be_learned(capsys, tmp_path, content, says):
    (tmp_path / "t.txt").write_bytes(content)
    assert says in run(capsys, tmp_path, 'kind = "text"\npath = "t.txt"\n')


@pytest.mark.parametrize(
    "data",
    ['kind = "pictures"\npath = "nowhere"\n', 'kind = "text"\npath = "nowhere.txt"\n', 'kind = "text"\npath = "."\n'],
)
def test_a_file_that_is_not_there(capsys, tmp_path, data):
    assert "cannot be read" in run(capsys, tmp_path, data) or "folder" in run(capsys, tmp_path, data)


SEEDS = {
    "a.npz": packed(x=PIXELS, y=LABELS),
    "x_a.npy": plain(PIXELS),
    "images": idx(PIXELS),
    "images.gz": gzip.compress(idx(PIXELS)),
}


def damaged(content: bytes, luck: random.Random) -> bytes:
    """Some bytes changed, cut off or put in between, more of them where formats have their headers."""
    data = bytearray(content)
    for _ in range(luck.choice([1, 1, 2, 5])):
        place = luck.randrange(min(len(data), luck.choice([20, 130, len(data)])))
        how = luck.random()
        if how < 0.7:
            data[place] = luck.randrange(256)
        elif how < 0.85 and len(data) > 1:
            del data[max(1, luck.randrange(len(data))) :]
        else:
            data[place:place] = bytes([luck.randrange(256)])
    return bytes(data)


@pytest.mark.parametrize("name", SEEDS)
def test_damage_at_random_is_read_or_said(tmp_path, name):
    """Found by it: headers of numpy's that end in the middle, archives that need a password or an unknown way of
    unpacking, sizes below zero."""
    luck, refused = random.Random(name), 0
    (tmp_path / "labels").write_bytes(idx(LABELS))
    (tmp_path / "y_a.npy").write_bytes(plain(LABELS))
    for _ in range(250):
        (tmp_path / name).write_bytes(damaged(SEEDS[name], luck))
        try:
            raw = images.read(tmp_path / name, tmp_path / "labels" if name.startswith("images") else None, 8, False)
        except BadInput as problem:
            refused += 1
            assert "\n" not in str(problem)
        else:
            assert np.isfinite(raw.pixels).all()
    assert refused > 50


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP", "PPM"])
def test_pictures_damaged_at_random_are_read_or_left_out(tmp_path, kind):
    file, luck = io.BytesIO(), random.Random(kind)
    picture = Image.fromarray((np.arange(20 * 31 * 3) % 251).astype(np.uint8).reshape(20, 31, 3))
    with contextlib.closing(picture.convert("P") if kind == "GIF" else picture) as image:
        image.save(file, kind)
    for _ in range(60):
        (tmp_path / f"a.{kind.lower()}").write_bytes(damaged(file.getvalue(), luck))
        found = images.picture(tmp_path / f"a.{kind.lower()}", 8, True)
        assert found is None or (found.shape == (3, 8, 8) and np.isfinite(found).all())
