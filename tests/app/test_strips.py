"""The film strips of the gallery show what the presets do."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QRectF

from app.look.run_colours import run_colour
from app.look.theme import LIGHT
from app.panels.gallery_card import GalleryCard
from app.panels.presets import PRESETS, STRIPS, read_shelves
from app.strips import comparison
from app.strips import strip as strips
from app.strips.lanes import lanes
from core.comparison import Comparison
from core.experiment import Experiment
from core.training.session import Session
from tests.building.experiments import small

SHELVES = read_shelves()
NAMES = sorted(card.name for card in (*SHELVES.all, *SHELVES.beside))


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


@pytest.mark.parametrize("count", [2, 3, 4])
def test_runs_of_a_comparison_have_places_apart_and_whole(count):
    found = lanes(count)
    places = [*found.names, *found.pictures, *([found.curves] if found.curves is not None else [])]
    assert len(places) == 2 * count + (count < 4)
    assert all(place.left >= 0 and place.top >= 0 and place.width > 20 for place in places)
    assert all(place.left + place.width <= 160.01 and place.top + place.height <= 120.01 for place in places)
    boxes = [
        QRectF(place.left, place.top, place.width, place.height).adjusted(0.1, 0.1, -0.1, -0.1) for place in places
    ]
    assert not any(one.intersects(other) for one, other in itertools.combinations(boxes, 2))


@pytest.mark.slow
@pytest.mark.usefixtures("kernel")
def test_the_film_of_a_comparison_shows_each_of_its_runs_in_step():
    """Its two pictures are those of the runs alone, the curves are the losses of both."""
    two = Comparison.parse(
        {
            "base": small(batch_size=10, data={"kind": "circle", "samples": 200}, stop={"epochs": 4.0}).values(),
            "twins": [{"name": "all", "edits": {"batch_size": "all"}}],
        },
        "two",
    )
    strip = comparison.record(two)
    last = frame(strip, strips.FRAMES - 1)
    for experiment, place, made in zip(two.experiments(), lanes(2).pictures, (40, 4), strict=True):
        session = Session(experiment)
        session.advance(made)  # by samples: four batches of a hundred are forty of ten
        size = (round(place.width), round(place.height))
        expected = np.asarray(strips.now(session).resize(size, Image.Resampling.LANCZOS), dtype=np.float64)
        left, top = round(place.left), round(place.top)
        found = last[top : top + size[1], left : left + size[0]]
        assert np.abs(found - expected).mean() < 4
        assert np.abs(frame(strip, 0)[top : top + size[1], left : left + size[0]] - expected).mean() > 4
    curves = lanes(2).curves
    below = last[round(curves.top) :, :]
    for letter in "AB":
        ink = np.array([int(run_colour(letter, LIGHT)[i : i + 2], 16) for i in (1, 3, 5)])
        assert (np.abs(below - ink).max(axis=-1) < 40).any(), letter


def test_a_card_names_the_runs_of_a_comparison(qapp):
    card = next(card for card in SHELVES.beside if card.name == "sgd-adam")
    assert card.lanes == ("SGD", "Adam") and not any(card.lanes for card in SHELVES.all)
    named, nameless = GalleryCard(card), GalleryCard(dataclasses.replace(card, lanes=()))
    for each in (named, nameless):
        each.load()
    assert named.grab().toImage() != nameless.grab().toImage()
