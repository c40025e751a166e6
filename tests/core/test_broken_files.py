"""Broken files, one by one and at random, through the real command: one sentence, status 2, and never anything else."""

from __future__ import annotations

import contextlib
import gzip
import io
import pathlib
import random

import numpy as np
import pytest
from PIL import Image

import main as entry
from core.files import picture_arrays, picture_files, picture_folders
from core.messages import BadInput
from tests.building.broken_files import FOLDERS, PICTURES, TEXTS, declared, folder_of, packed, plain, png
from tests.building.picture_files import LABELS, PIXELS, idx


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
    monkeypatch.setattr(picture_arrays, "MOST_BYTES", 1 << 16)
    (tmp_path / "images").write_bytes(gzip.compress(b"\0" * (1 << 20), 9))
    (tmp_path / "labels").write_bytes(idx(LABELS))
    assert "unpacks to more than" in run(capsys, tmp_path, 'kind = "pictures"\npath = "images"\n')


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
    raw = picture_files.read(tmp_path, None, 8, colour=True)
    assert raw.pixels.shape == (len(good) + len(sizes), 3, 8, 8) and raw.classes == ("cat", "dog")
    assert raw.notes[:2] == (
        "Pictures that cannot be read: 4, left out.",
        "Pictures that are not square: 3 of 11, their longer sides cut.",
    )
    assert np.isfinite(raw.pixels).all() and raw.pixels.min() >= 0 and raw.pixels.max() <= 1


@pytest.mark.parametrize(("content", "says"), TEXTS.values(), ids=TEXTS)
def test_a_text_that_cannot_be_learned(capsys, tmp_path, content, says):
    (tmp_path / "t.txt").write_bytes(content)
    assert says in run(capsys, tmp_path, 'kind = "text"\npath = "t.txt"\n')


@pytest.mark.parametrize(
    "data",
    ['kind = "pictures"\npath = "nowhere"\n', 'kind = "text"\npath = "nowhere.txt"\n', 'kind = "text"\npath = "."\n'],
)
def test_a_file_that_is_not_there(capsys, tmp_path, data):
    assert "cannot be read" in run(capsys, tmp_path, data)


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
    for _ in range(300):
        (tmp_path / name).write_bytes(damaged(SEEDS[name], luck))
        try:
            raw = picture_files.read(
                tmp_path / name, tmp_path / "labels" if name.startswith("images") else None, 8, colour=False
            )
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
    left_out = 0
    for _ in range(60):
        (tmp_path / f"a.{kind.lower()}").write_bytes(damaged(file.getvalue(), luck))
        found = picture_folders.picture(tmp_path / f"a.{kind.lower()}", 8, colour=True)
        if found is None:
            left_out += 1
        else:
            assert found.shape == (3, 8, 8) and np.isfinite(found).all()
    assert 0 < left_out < 60
