"""Pictures as people have them: labels in a column or as rows of 0 and 1, in a file of their own, pixels of any range,
folders of training and test, classes in the names of files; and several of these at once."""

from __future__ import annotations

import gzip
import os
import pathlib

import numpy as np
import pytest
from PIL import Image

from core.data.preparation import prepare
from core.data.split import as_said
from core.experiment import Experiment
from core.files import images, picture_folders
from core.files.images import scale_of
from core.files.picture_arrays import arrays
from core.files.picture_files import read
from core.messages import BadInput
from tests.building.picture_files import LABELS, PIXELS, idx
from tests.building.places import CASES

HERE = pathlib.Path("pictures")


def prepared_of(path: pathlib.Path, **more):
    return prepare(Experiment.parse({"data": {"kind": "pictures", "path": str(path), "size": 8, **more}}))


@pytest.mark.parametrize(
    ("name", "shape", "counts"),
    [
        ("m12_n1.npz", (4, 2, 2), [2, 2]),
        ("s12_medmnist.npz", (80, 16, 16), [38, 42]),
        ("s12_onehot.npz", (120, 16, 16), [58, 62]),
        ("s12_kmnist-train-imgs.npz", (120, 16, 16), [58, 62]),
    ],
)
def test_a_file_is_read_as_what_it_is(name, shape, counts):
    pixels, y = arrays(CASES / name, None)
    assert pixels.shape == shape and y.shape == shape[:1]
    assert np.bincount(y).tolist() == counts
    table = prepared_of(CASES / name, size=16).table
    assert table.shape == (1, 16, 16) and table.classes == ("0", "1")
    largest = pixels.max()
    assert table.notes == (f"Pixels go from 0 to {largest}: divided by {largest}.",)
    if shape[1] == 16:
        np.testing.assert_array_equal(table.x, pixels.reshape(len(pixels), -1) / largest)


def test_labels_of_two_files_can_be_named(tmp_path):
    (tmp_path / "a.npz").write_bytes((CASES / "s12_kmnist-train-imgs.npz").read_bytes())
    with pytest.raises(BadInput, match="needs an array of pictures and one of as many labels"):
        arrays(tmp_path / "a.npz", None)
    assert len(arrays(tmp_path / "a.npz", CASES / "s12_kmnist-train-labels.npz")[1]) == 120


@pytest.mark.parametrize("columns", [2, 10])
@pytest.mark.parametrize("flat", [False, True])
def test_rows_of_0_and_1_are_labels_and_pictures_without_a_name_are_not(tmp_path, columns, flat):
    pixels = PIXELS.reshape(6, 64) if flat else PIXELS
    np.savez(tmp_path / "a.npz", labels=np.eye(columns)[LABELS % columns], images=pixels)
    found, y = arrays(tmp_path / "a.npz", None)
    assert found.shape == pixels.shape
    np.testing.assert_array_equal(y, LABELS % columns)


def test_rows_that_are_not_0_and_1_are_no_labels(tmp_path):
    np.savez(tmp_path / "a.npz", images=PIXELS, labels=np.full((6, 2), 0.5))
    with pytest.raises(BadInput, match=r"labels of the shape \(6, 2\)"):
        arrays(tmp_path / "a.npz", None)


@pytest.mark.parametrize(
    ("pixels", "low", "high", "note"),
    [
        (np.array([0, 255], np.uint8), 0, 255, "Pixels go from 0 to 255: divided by 255."),
        (np.array([0, 239], np.uint8), 0, 239, "Pixels go from 0 to 239: divided by 239."),
        (np.array([0, 129]), 0, 129, "Pixels go from 0 to 129: divided by 129."),
        (np.array([7, 16], np.uint8), 0, 16, "Pixels go from 0 to 16: divided by 16."),
        (np.array([0, 4095], np.uint16), 0, 4095, "Pixels go from 0 to 4,095: divided by 4,095."),
        (np.array([0.0, 1.0]), 0, 1, "Pixels go from 0 to 1: taken as they are."),
        (np.array([0.0, 0.97]), 0, 0.97, "Pixels go from 0 to 0.97: divided by 0.97."),
        (np.array([0.0, 0.5]), 0, 0.5, "Pixels go from 0 to 0.5: divided by 0.5."),
        (np.array([-1.0, 1.0]), -1, 1, "Pixels go from -1 to 1: shifted and stretched to 0 … 1."),
        (np.array([False, True]), 0, 1, "Pixels go from 0 to 1: taken as they are."),
        (np.array([0, 0]), 0, 1, "Pixels go from 0 to 1: taken as they are."),
    ],
)
def test_pixels_are_scaled_by_their_real_range(pixels, low, high, note):
    scale = scale_of(pixels, HERE)
    assert (scale.low, scale.high, scale.note) == (low, high, note)
    scaled = scale(pixels)
    assert scaled.min() >= 0 and scaled.max() <= 1


BYTES = "Pixels are divided by 255, the most that 8 bits hold."


@pytest.mark.parametrize("largest", [255, 4095, 40_000])
def test_a_folder_of_more_than_8_bits_is_divided_by_its_largest_pixel(tmp_path, largest):
    """Twelve bits in files of sixteen would be nearly black beside 65,535; one bright picture is not as bright as
    another whose brightest is darker."""
    for name, shade in (("cat", largest), ("dog", largest // 5)):
        (tmp_path / name).mkdir()
        Image.fromarray(np.full((8, 8), shade, np.uint16)).save(tmp_path / name / "a.png")
    table = prepared_of(tmp_path).table
    np.testing.assert_allclose(table.x.max(axis=1), [1.0, largest // 5 / largest])
    said = f"Pixels go from 0 to {largest:,}: divided by {largest:,}."
    assert table.notes == (f"Pictures of more than 8 bits: 2. {said}",)


def picture_at(path: pathlib.Path, shade: int = 100) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("L", (8, 8), shade).save(path)


def test_what_a_mac_leaves_and_hidden_folders_are_no_pictures(tmp_path):
    for name in ("cat", "dog"):
        picture_at(tmp_path / name / "a.png")
        (tmp_path / name / "._a.png").write_bytes(b"\0\5\x16\7")
        (tmp_path / "__MACOSX" / name).mkdir(parents=True)
        (tmp_path / "__MACOSX" / name / "a.png").write_bytes(b"")
    table = prepared_of(tmp_path).table
    assert len(table.y) == 2 and table.notes == (BYTES,)


def test_folders_come_in_natural_order(tmp_path):
    for number in range(12):
        picture_at(tmp_path / str(number) / "a.png", number * 20)
        picture_at(tmp_path / str(number) / "b.png", number * 20)
    table = prepared_of(tmp_path).table
    assert table.classes == tuple(map(str, range(12)))
    np.testing.assert_allclose(table.x[:, 0], np.repeat(np.arange(12), 2) * 20 / 255)


@pytest.mark.parametrize(("train", "test"), [("train", "test"), ("Training", "Validation"), ("train", "val")])
def test_folders_of_training_and_test_are_the_split(tmp_path, train, test):
    for number in range(10):
        picture_at(tmp_path / train / "cat" / f"{number}.png", 10)
        picture_at(tmp_path / train / "dog" / f"{number}.png", 20)
    for name in ("cat", "dog"):
        picture_at(tmp_path / test / name / "a.png", 200)
    prepared = prepared_of(tmp_path)
    assert len(prepared.train) == 20 and len(prepared.test) == 2
    assert prepared.table.x[prepared.test].min() > 0.7 > prepared.table.x[prepared.train].max()
    assert prepared.table.notes == ("The folders say which pictures train (20) and which test (2).", BYTES)
    assert picture_folders.source(tmp_path / train / "cat" / "1.png") == tmp_path


def test_two_classes_that_are_called_so_are_no_parts(tmp_path):
    for name in ("train", "bus"):
        picture_at(tmp_path / name / "a.png")
        picture_at(tmp_path / name / "b.png")
    prepared = prepared_of(tmp_path)
    assert prepared.table.classes == ("bus", "train") and prepared.table.tests is None


def test_who_is_said_to_test_never_trains():
    tests = np.arange(40) % 4 == 0
    parts = as_said(tests, np.arange(40) % 2, 0.2, 3)
    np.testing.assert_array_equal(parts.test, np.flatnonzero(tests))
    np.testing.assert_array_equal(np.sort(np.concatenate([parts.train, parts.validation])), np.flatnonzero(~tests))
    assert len(parts.validation) == 6
    assert not len(as_said(tests, np.arange(40) % 2, 0.0, 3).validation)


@pytest.mark.parametrize(
    ("names", "classes"),
    [
        (("cat.0", "cat.1", "dog.0", "dog.10"), ("cat", "dog")),
        (("cat_001", "dog_001", "dog (2)"), ("cat", "dog")),
        (("great dane-1", "pug-1"), ("great dane", "pug")),
    ],
)
def test_the_class_may_stand_in_the_name_of_the_file(tmp_path, names, classes):
    for name in names:
        picture_at(tmp_path / f"{name}.png")
    picture_at(tmp_path / "holiday.png")
    table = prepared_of(tmp_path).table
    assert table.classes == classes and len(table.y) == len(names)
    assert picture_folders.source(tmp_path / f"{names[0]}.png") == tmp_path


def test_several_of_these_at_once(tmp_path):
    for part, count in (("train", 12), ("test", 3)):
        for number in range(count):
            for name in ("cat", "dog"):
                picture_at(tmp_path / part / f"{name}.{number}.png", 100 if name == "cat" else 200)
        (tmp_path / part / "._cat.0.png").write_bytes(b"no")
    prepared = prepared_of(tmp_path)
    assert prepared.table.classes == ("cat", "dog")
    assert (len(prepared.train), len(prepared.test)) == (24, 6)
    np.testing.assert_allclose(prepared.table.x[:, 0], np.where(prepared.table.y, 200, 100) / 255)


def test_several_of_these_at_once_in_a_file(tmp_path):
    pixels = (np.arange(6 * 64) % 17).astype(np.float32).reshape(6, 8, 8, 1)
    np.savez(tmp_path / "x_all.npz", x_train=pixels, x_test=pixels[:2])
    np.savez(tmp_path / "y_all.npz", y_train=np.eye(8)[LABELS], y_test=np.eye(8)[LABELS[:2]])
    table = prepared_of(tmp_path / "x_all.npz").table
    assert table.classes == ("3", "7") and table.notes == ("Pixels go from 0 to 16: divided by 16.",)
    np.testing.assert_allclose(table.x, pixels.reshape(6, 64) / 16)


def test_more_than_fits_is_left_out_class_by_class_and_said(tmp_path, monkeypatch):
    monkeypatch.setattr("core.files.picture_files.MOST_NUMBERS", 64 * 40)
    np.savez(tmp_path / "a.npz", images=np.tile(PIXELS, (20, 1, 1)), labels=np.sort(np.tile(LABELS, 20)))
    raw = read(tmp_path / "a.npz", None, 8, colour=False)
    assert np.bincount(raw.y).tolist() == [20, 20]
    assert raw.notes[1:] == ("Of 120 pictures 40 are read: more do not fit into memory at this size.",)
    assert len(images.some(np.zeros(7), 9)) == 7


def test_packed_files_of_everything(tmp_path):
    (tmp_path / "images.gz").write_bytes(gzip.compress(idx(PIXELS)))
    (tmp_path / "labels.gz").write_bytes(gzip.compress(idx(LABELS[:, None])))
    assert arrays(tmp_path / "images.gz", None)[1].tolist() == LABELS.tolist()


def test_a_pipe_among_the_pictures_is_passed_by(tmp_path):
    for name in ("cat", "dog"):
        picture_at(tmp_path / name / "a.png")
    os.mkfifo(tmp_path / "cat" / "b.png")
    (tmp_path / "dog" / "loop.png").symlink_to(tmp_path / "dog" / "loop.png")
    assert len(prepared_of(tmp_path).table.y) == 2
