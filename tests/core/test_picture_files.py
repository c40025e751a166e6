"""Pictures from files: what is right is read exactly, what is wrong is one sentence."""

from __future__ import annotations

import gzip
import struct

import numpy as np
import pytest
from PIL import Image

from core.data.preparation import prepare
from core.experiment import Experiment
from core.files import images
from core.messages import BadInput
from tests.building.picture_files import LABELS, PIXELS, idx


def table_of(path, **more):
    return prepare(Experiment.parse({"data": {"kind": "pictures", "path": str(path), "size": 8, **more}})).table


@pytest.mark.parametrize("packed", [False, True])
def test_idx_files_with_their_labels_beside_them(tmp_path, packed):
    pack = gzip.compress if packed else bytes
    path = tmp_path / "train-images-idx3-ubyte"
    path.write_bytes(pack(idx(PIXELS)))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(pack(idx(LABELS)))
    table = table_of(path)
    np.testing.assert_array_equal(table.x, PIXELS.reshape(6, 64) / PIXELS.max())
    assert table.classes == ("3", "7") and table.y.tolist() == [0, 1, 0, 1, 0, 1] and table.shape == (1, 8, 8)


@pytest.mark.parametrize(
    "pixels", [PIXELS, PIXELS[:, None], np.repeat(PIXELS[..., None], 3, -1), PIXELS.reshape(6, 64)]
)
def test_npz_and_npy(tmp_path, pixels):
    np.savez(tmp_path / "a.npz", x_train=pixels, y_train=LABELS, x_test=pixels[:2], y_test=LABELS[:2])
    np.testing.assert_allclose(table_of(tmp_path / "a.npz").x, PIXELS.reshape(6, 64) / PIXELS.max(), atol=1e-12)
    np.save(tmp_path / "x_a.npy", pixels)
    np.save(tmp_path / "y_a.npy", np.array(list("uvuvuv")))
    assert table_of(tmp_path / "x_a.npy").classes == ("u", "v")
    assert table_of(tmp_path / "x_a.npy", colours="colour").shape == (3, 8, 8)


def test_what_is_left_out_of_a_large_file_is_said(tmp_path):
    np.savez(tmp_path / "a.npz", images=np.tile(PIXELS, (20, 1, 1)), labels=np.tile(LABELS, 20))
    assert table_of(tmp_path / "a.npz", samples=120).notes == (
        f"Pixels go from 0 to {PIXELS.max()}: divided by {PIXELS.max()}.",
    )
    found = table_of(tmp_path / "a.npz", samples=50)
    assert len(found.y) == 50 and "There are 120 of them: 70 are not used" in " ".join(found.notes)


@pytest.mark.parametrize("odd", [np.nan, np.inf])
def test_a_picture_of_no_numbers_counts_as_unreadable(tmp_path, odd):
    for name in ("cat", "dog"):
        (tmp_path / name).mkdir()
        Image.fromarray(np.arange(64, dtype=np.float32).reshape(8, 8)).save(tmp_path / name / "a.tif")
    holes = np.full((8, 8), odd, np.float32)
    holes[0] = 0.5
    Image.fromarray(holes).save(tmp_path / "cat" / "b.tif")
    found = table_of(tmp_path)
    assert len(found.y) == 2 and "cannot be read: 1, left out" in found.notes[0]


def test_a_folder_of_odd_modes_and_sizes(tmp_path):
    for name in ("cat", "dog"):
        (tmp_path / name).mkdir()
    rgb = np.zeros((20, 31, 3), np.uint8)
    rgb[..., 0] = 255
    Image.fromarray(rgb).save(tmp_path / "cat" / "a.png")
    Image.fromarray(rgb).convert("RGBA").save(tmp_path / "cat" / "b.png")
    Image.fromarray(rgb).convert("P").save(tmp_path / "cat" / "c.gif")
    Image.fromarray(rgb).convert("CMYK").save(tmp_path / "cat" / "d.jpg")
    Image.fromarray(np.full((9, 5), 40000, np.uint16)).save(tmp_path / "dog" / "e.png")
    Image.fromarray(rgb).convert("1").save(tmp_path / "dog" / "f.png")
    Image.new("LA", (3, 3), (200, 0)).save(tmp_path / "dog" / "g.png")
    (tmp_path / "dog" / "broken.png").write_bytes(b"\x89PNG nothing")
    (tmp_path / "dog" / "notes.txt").write_text("no picture")
    table = table_of(tmp_path)
    assert table.classes == ("cat", "dog") and np.bincount(table.y).tolist() == [4, 3] and table.x.shape == (7, 64)
    assert table.notes == (
        "Pictures that cannot be read: 1, left out.",
        "Pictures that are not square: 6 of 7, their longer sides cut.",
        "Pixels are divided by 255, the most that 8 bits hold.",
        "Pictures of more than 8 bits: 1. Pixels go from 0 to 40,000: divided by 40,000.",
    )
    assert table.x.min() >= 0 and table.x.max() <= 1
    np.testing.assert_allclose(table.x[:3], 0.299, atol=0.02)
    np.testing.assert_allclose(table.x[4], 1.0)
    assert table.x[6].max() == 0  # transparent: black
    assert table_of(tmp_path, colours="colour").shape == (3, 8, 8)


def bad(tmp_path, name: str, content: bytes, **more) -> str:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadInput) as problem:
        table_of(path, **more)
    text = str(problem.value)
    assert "\n" not in text and "Traceback" not in text
    return text


def test_broken_idx_files(tmp_path):
    whole = idx(PIXELS)
    (tmp_path / "labels").write_bytes(idx(LABELS))
    labels = {"labels": str(tmp_path / "labels")}
    assert "is cut off: it declares 384 bytes" in bad(tmp_path, "a", whole[:-5], **labels)
    assert "its sizes are missing" in bad(tmp_path, "a", whole[:9], **labels)
    assert "is not an IDX file" in bad(tmp_path, "a", b"PK" + whole[2:], **labels)
    assert "is not an IDX file" in bad(tmp_path, "a", b"", **labels)
    assert "more than fits into memory" in bad(
        tmp_path, "a", b"\0\0\x08\x03" + struct.pack(">3I", 2**31, 2**31, 2**31), **labels
    )
    assert "holds no pictures" in bad(tmp_path, "a", b"\0\0\x08\x03" + struct.pack(">3I", 0, 28, 28), **labels)
    assert "cannot be unpacked by gzip" in bad(tmp_path, "a", gzip.compress(whole)[:-20], **labels)
    assert "no labels are named" in bad(tmp_path, "alone", whole)
    assert "one label each" in bad(tmp_path, "a", idx(PIXELS[:5]), **labels)


def test_broken_numpy_files(tmp_path):
    np.save(tmp_path / "objects.npy", np.array([{}, []], dtype=object), allow_pickle=True)
    objects = (tmp_path / "objects.npy").read_bytes()
    assert "pickled Python objects" in bad(tmp_path, "o.npy", objects)
    np.savez(tmp_path / "o.npz", x=np.array([{}, []], dtype=object))
    assert "pickled Python objects" in bad(tmp_path, "p.npz", (tmp_path / "o.npz").read_bytes())
    np.savez(tmp_path / "n.npz", x=PIXELS)
    assert "one of as many labels; it holds x (6, 8, 8)" in bad(tmp_path, "q.npz", (tmp_path / "n.npz").read_bytes())
    assert "is not an NPZ file, or is cut off" in bad(tmp_path, "r.npz", (tmp_path / "n.npz").read_bytes()[:-40])
    np.save(tmp_path / "x_a.npy", PIXELS)
    np.save(tmp_path / "y_a.npy", LABELS)
    assert "is cut off: it declares 6 × 8 × 8" in bad(tmp_path, "x_a.npy", (tmp_path / "x_a.npy").read_bytes()[:-9])
    assert "not a file of numpy's arrays" in bad(tmp_path, "x_a.npy", b"\x93NUMPX")
    np.savez(tmp_path / "s.npz", x=np.zeros((4, 60)), y=np.arange(4))
    assert "make no square picture" in bad(tmp_path, "t.npz", (tmp_path / "s.npz").read_bytes())
    np.savez(tmp_path / "u.npz", x=np.full((4, 64), np.nan), y=np.arange(4))
    assert "not finite" in bad(tmp_path, "v.npz", (tmp_path / "u.npz").read_bytes())


def test_folders_that_hold_too_little(tmp_path):
    with pytest.raises(BadInput, match="holds no pictures"):
        table_of(tmp_path)
    (tmp_path / "only").mkdir()
    Image.new("L", (4, 4)).save(tmp_path / "only" / "a.png")
    with pytest.raises(BadInput, match="only one class"):
        table_of(tmp_path)
    with pytest.raises(BadInput, match="cannot be read"):
        table_of(tmp_path / "missing")
    with pytest.raises(BadInput, match="no file or folder is chosen"):
        prepare(Experiment.parse({"data": "pictures"}))


def test_one_class_in_a_file(tmp_path):
    np.savez(tmp_path / "a.npz", x=PIXELS, y=np.zeros(6, int))
    with pytest.raises(BadInput, match="only one class"):
        table_of(tmp_path / "a.npz")


def test_paths_count_from_the_experiments_file(tmp_path):
    np.savez(tmp_path / "a.npz", x=PIXELS, y=LABELS)
    experiment = Experiment.parse({"data": {"kind": "pictures", "path": str(tmp_path / "a.npz"), "size": 8}})
    experiment.save(tmp_path / "e.toml")
    assert 'path = "a.npz"' in (tmp_path / "e.toml").read_text(encoding="utf-8")
    assert Experiment.load(tmp_path / "e.toml").data.path == str((tmp_path / "a.npz").resolve())


def test_resizing_keeps_the_picture(tmp_path):
    square = np.zeros((1, 16, 16))
    square[:, 4:12, 4:12] = 1
    small = images.resized(square, 8)
    assert small.shape == (1, 8, 8) and small[0, 4, 4] == 1 and small[0, 0, 0] == 0
