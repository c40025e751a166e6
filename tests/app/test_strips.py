"""The film strips of the gallery show what the presets do."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from app.panels.presets import PRESETS, STRIPS, read_shelves
from app.strips import strip as strips
from core.experiment import Experiment
from core.training.session import Session

NAMES = sorted(card.name for card in read_shelves().all)


def shipped(name: str) -> Image.Image:
    with Image.open(STRIPS / f"{name}.webp") as strip:
        return strip.convert("RGB")


def frame(strip: Image.Image, number: int) -> np.ndarray:
    left = number * strips.WIDTH
    return np.asarray(strip.crop((left, 0, left + strips.WIDTH, strips.HEIGHT)), dtype=np.float64)


@pytest.mark.parametrize("name", NAMES)
def test_every_preset_has_a_strip_in_which_something_happens(name):
    strip = shipped(name)
    assert strip.size == (strips.WIDTH * strips.FRAMES, strips.HEIGHT)
    assert np.abs(frame(strip, 0) - frame(strip, strips.FRAMES - 1)).mean() > 5


def test_the_strips_are_small():
    sizes = [path.stat().st_size for path in STRIPS.iterdir()]
    assert sum(sizes) < 50_000 * len(sizes) and max(sizes) < 100_000


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("name", ["holiday", "features", "penguins"])
def test_the_last_frame_is_where_the_run_arrives(name):
    experiment = Experiment.load(PRESETS / f"{name}.toml")
    session = Session(experiment)
    session.advance(strips.last_update(experiment))
    expected = np.asarray(strips.now(session), dtype=np.float64)
    assert np.abs(frame(shipped(name), strips.FRAMES - 1) - expected).mean() < 6
    assert np.abs(frame(shipped(name), 0) - expected).mean() > 12


@pytest.mark.usefixtures("kernel")
def test_a_strip_ends_a_little_beyond_the_goal():
    experiment = Experiment.load(PRESETS / "features.toml")
    session = Session(experiment)
    session.advance(experiment.stop.updates)
    assert session.course.watch.goal_update < strips.last_update(experiment) < experiment.stop.updates
    assert strips.moments(100)[0] == 0
    assert strips.moments(100)[-1] == 100
