"""A person's own pictures: what they are like is found out, and what is drawn on the pad goes exactly the way that the
data went."""

from __future__ import annotations

import pathlib

import numpy as np
import pytest
from PIL import Image

from core.data.preparation import prepare
from core.datasets.digits import Digits, Mnist
from core.datasets.drawn_shapes import DrawnShapes
from core.datasets.own_pictures import OwnImages
from core.datasets.pictures import Images
from core.experiment import Experiment
from core.files.framing import Framing
from core.files.image_look import look, manner
from core.messages import BadInput

SEED = 3


def a_seven() -> np.ndarray:
    """A seven somewhere on the pad, (168, 168) from 0 to 1."""
    ink = np.zeros((168, 168))
    ink[20:33, 30:110] = 1.0
    for row in range(33, 140):
        ink[row, 105 - (row - 33) // 2 : 118 - (row - 33) // 2] = 1.0
    return ink


def saved(folder: pathlib.Path, data: Images, negative: bool = False) -> OwnImages:
    """The pictures of a data set as a file of a person's own."""
    pixels, y, _ = data.pictures(SEED)
    np.savez(folder / "own.npz", images=np.round(255 * (1 - pixels if negative else pixels)).astype(np.uint8), labels=y)
    return OwnImages(
        path=str(folder / "own.npz"), size=pixels.shape[2], colours="colour" if pixels.shape[1] == 3 else "grey"
    )


@pytest.mark.parametrize("data", [Digits(), Mnist(samples=600)])
@pytest.mark.parametrize("negative", [False, True])
def test_a_drawing_is_framed_as_own_pictures_are(tmp_path, data, negative):
    mine = saved(tmp_path, data, negative).drawn(a_seven(), SEED)
    theirs = data.drawn(a_seven(), SEED)
    np.testing.assert_allclose(mine, 1 - theirs if negative else theirs, atol=1e-12)


def test_digits_are_known_by_how_they_lie():
    assert manner(Mnist(samples=600).pictures(SEED)[0]).framing == Mnist.framing
    assert manner(Digits().pictures(SEED)[0]).framing == Framing(1.0, "box")
    assert manner(DrawnShapes(jitter=1.0).pictures(SEED)[0]).framing is None


def test_a_picture_of_the_data_drawn_again_is_that_picture():
    """Every pixel of an MNIST digit as a square of six on the pad, anywhere on it."""
    data = Mnist(samples=60)
    pixels = data.pictures(SEED)[0][:, 0]
    same = 0
    for picture in pixels:
        pad = np.zeros((180, 180))
        pad[7:175, 9:177] = np.kron(picture, np.ones((6, 6)))
        drawn = data.drawn(pad, SEED).reshape(28, 28)
        same += bool(np.allclose(drawn, picture, atol=1e-9))
    assert same > 0.6 * len(
        pixels
    )  # of the others the longer side is not exactly 20 pixels, or the mass lies between two


@pytest.mark.parametrize(
    "data", [{"kind": "mnist", "samples": 200}, {"kind": "mnist", "samples": 200, "shuffle_pixels": True}]
)
def test_a_drawing_reaches_the_network_as_the_data_do(data):
    experiment = Experiment.parse({"data": data, "inputs": {"scaling": "standardize"}})
    prepared = prepare(experiment)
    own: Images = experiment.data  # type: ignore[assignment]
    raw = own.drawn(a_seven(), experiment.seeds.data)
    seen = prepared.encode(raw[None])[0]
    train = prepared.table.x[prepared.train]
    spread = train.std(axis=0)
    np.testing.assert_allclose(seen, (raw - train.mean(axis=0)) / np.where(spread > 0, spread, 1.0), atol=1e-9)
    if own.shuffle_pixels:
        plain = Mnist(samples=200)
        order = own.arranged(np.arange(784.0).reshape(1, 1, 28, 28), experiment.seeds.data).ravel().astype(int)
        np.testing.assert_array_equal(raw, plain.drawn(a_seven(), 1)[order])
        np.testing.assert_array_equal(prepared.table.x[0], plain.table(experiment.seeds.data).x[0][order])


def test_colours_and_size_are_found(tmp_path):
    for name, colour in (("warm", (250, 90, 20)), ("cold", (30, 32, 31))):
        (tmp_path / name).mkdir()
        Image.new("RGB", (40, 30), colour).save(tmp_path / name / "one.png")
    found = look(tmp_path)
    assert (found.height, found.width, found.coloured) == (30, 40, True)
    (tmp_path / "warm" / "one.png").unlink()
    assert not look(tmp_path).coloured
    (tmp_path / "cold" / "one.png").write_bytes(b"nothing")
    with pytest.raises(BadInput, match="no pictures that can be read"):
        look(tmp_path)


def test_without_pictures_the_pad_draws_white_on_black():
    drawn = OwnImages(path="/nowhere", size=8).drawn(np.eye(168), SEED)
    assert drawn.shape == (64,) and drawn.reshape(8, 8).diagonal().min() > 0
