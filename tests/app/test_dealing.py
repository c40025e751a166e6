"""The window never draws for long at a stretch: views take turns, and paint only what has changed."""

from __future__ import annotations

import dataclasses
import time

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QRegion
from PySide6.QtWidgets import QWidget

from app.look.theme import current
from app.network.turns import SHORT, Turns
from app.views.drawing.images import picture_image, value_image, value_images
from app.views.pictures.grid import Card, PictureGrid
from app.views.results.confusion import Confusion
from app.views.surface.gauge import COMPUTING, Honesty
from app.views.surface.view import SurfaceView
from core.data.preparation import prepare
from core.experiment import Experiment
from core.frames import Frame, RunState, Update
from core.machine.resources import FOLDER
from tests.building.surface_frames import experiment, shown, surface_frame, update

CLASSES = tuple("abc")


class Part(QWidget):
    """Remembers the updates that it was shown."""

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.frame_names, self.seen = names, []

    def show_update(self, update: Update) -> None:
        self.seen.append(update.updates)


def _update(number: int, *names: str) -> Update:
    return Update(
        1, RunState.running, number, 0.0, 0, 0.0, 0.0, {}, {name: Frame(1, number, None, {}) for name in names}
    )


class Slow(Part):
    """Takes more of the window's time to draw itself than a person should feel, `dear` or not at all."""

    def __init__(self, *names: str) -> None:
        super().__init__(*names)
        self.dear = True

    def show_update(self, update: Update) -> None:
        start = time.thread_time()
        while self.dear and time.thread_time() - start <= SHORT:
            sum(range(100))
        super().show_update(update)


@pytest.fixture
def parts(qtbot) -> dict[str, Slow]:
    found = {name: Slow(name) for name in "abcd"}
    for part in found.values():
        qtbot.addWidget(part)
        part.show()
    found["d"].hide()
    return found


def test_dear_pictures_are_drawn_one_at_a_time(parts, qtbot):
    waiting: list[int] = []
    dealer = Turns(waiting.append)
    dealer.show(parts.values(), _update(1, *"abcd"))
    assert [part.seen for part in parts.values()] == [[1], [], [], [1]], "one drew; one that nobody sees costs nothing"
    assert waiting[-1] == 2
    dealer.show(parts.values(), _update(2))
    assert [part.seen for part in parts.values()] == [[1, 2], [], [], [1, 2]], "who waits hears all in order, later"
    told = len(waiting)
    qtbot.waitUntil(lambda: not waiting[-1])
    assert [part.seen for part in parts.values()] == [[1, 2]] * 4 and waiting[told:] == [1, 0], "each had its turn"


def test_cheap_pictures_appear_together_however_many_they_are(parts, qtbot):
    """Three of them drawn one after another made twelve pictures a second of thirty."""
    waiting: list[int] = []
    dealer = Turns(waiting.append)
    for part in parts.values():
        part.dear = False
    dealer.show(parts.values(), _update(1, *"abcd"))
    assert [part.seen for part in parts.values()] == [[1]] * 4 and waiting == [0]


def test_cheap_pictures_that_wait_share_a_turn(parts, qtbot):
    waiting: list[int] = []
    dealer = Turns(waiting.append)
    dealer.show(parts.values(), _update(1, *"abcd"))
    parts["b"].dear = False
    qtbot.waitUntil(lambda: not waiting[-1])
    assert waiting == [2, 0]


def test_pictures_of_several_runs_take_turns_as_those_of_one(parts, qtbot):
    """Four runs beside each other drew all of theirs at a stretch: the window heard nobody for 150 ms."""
    waiting: list[int] = []
    dealer = Turns(waiting.append)
    for name in "abc":
        dealer.show([parts[name], parts["d"]], _update(1, *"abcd"))
    assert [parts[name].seen for name in "abc"] == [[1], [], []] and waiting[-1] == 2
    qtbot.waitUntil(lambda: not waiting[-1])
    assert parts["c"].seen == [1] and parts["d"].seen == [1, 1, 1]


def test_what_waits_is_forgotten_with_its_run(parts, qtbot):
    waiting: list[int] = []
    dealer = Turns(waiting.append)
    dealer.show(parts.values(), _update(1, *"abc"))
    dealer.clear()
    assert waiting[-1] == 0 and parts["b"].seen == []


def test_only_the_cells_that_have_changed_are_painted_and_they_look_as_painted_anew(qtbot):
    counts = np.array([[9, 1, 0], [0, 8, 2], [1, 0, 9]])
    matrix = Confusion()
    qtbot.addWidget(matrix)
    matrix.resize(320, 240)
    matrix.show_counts(counts, CLASSES, current())
    picture, asked = matrix.grab().toImage(), QRegion()

    def note(room: QRect) -> None:
        nonlocal asked
        asked = asked.united(room)

    matrix.update = note  # type: ignore[method-assign, assignment]
    matrix.show_counts(counts + np.array([[0, 0, 0], [0, -1, 1], [0, 0, 0]]), CLASSES, current())
    assert asked == QRegion(matrix.cell(1, 1).toAlignedRect()).united(matrix.cell(1, 2).toAlignedRect())
    matrix.render(picture, asked.boundingRect().topLeft(), asked)
    assert _pixels(picture) == _pixels(matrix.grab().toImage())


def _pixels(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())


def test_only_the_pictures_whose_answer_has_changed_are_painted(qtbot):
    image = picture_image(np.zeros((1, 4, 4)), current())
    cards = tuple(Card(number, image, f"{number}", 0.5, False, "") for number in range(12))
    grid = PictureGrid()
    qtbot.addWidget(grid)
    grid.resize(300, 300)
    grid.show_cards(cards, 0, current())
    grid.show()
    qtbot.waitExposed(grid)
    asked: list[QRect] = []
    grid.update = lambda *room: asked.extend(room)
    changed = (
        *cards[:5],
        dataclasses.replace(cards[5], words="7, not 5", wrong=True),
        dataclasses.replace(cards[6], told="more"),
        *cards[7:],
    )
    grid.show_cards(changed, 0, current())
    assert asked == [grid.cell(5).adjusted(-3, -3, 3, grid.words_height + 2).toAlignedRect()], (
        "what only the tool-tip says is not painted"
    )


def test_many_images_coloured_in_one_go_are_those_of_each():
    values = np.random.default_rng(0).normal(size=(5, 3, 4))
    values[1, 0, 0] = np.nan
    for one, image in zip(values, value_images(values, 2.0, current()), strict=True):
        assert _pixels(value_image(one, 2.0, current())) == _pixels(image)


# The weight space says that it computes


def test_a_coarse_or_an_old_sheet_says_that_a_newer_one_is_under_way(qtbot):
    view = shown(qtbot, experiment())
    view.show_update(update(surface_frame(stage=(2, 6), update_of_sheet=60, pinned=True)))
    assert view.bar.gauge.honesty.lengths()[0].startswith(f"sheet of update 60: {COMPUTING}")
    view.show_update(update(surface_frame(stage=(5, 6))))
    assert not view.bar.gauge.honesty.under_way, "the sheet is whole, arrows are still to come"
    view.asking.centre()
    assert view.bar.gauge.honesty.under_way
    assert all("computing" in words for words in view.bar.gauge.honesty.lengths())


def test_a_whole_sheet_says_nothing_of_computing():
    assert not any("computing" in words for words in Honesty.of(surface_frame()).lengths())


def test_a_path_that_has_begun_is_not_said_to_have_one_point(qtbot):
    view = shown(qtbot, experiment())
    none = Frame(
        1, 0, view.request(), {}, {"plane": "pca", "problem": "The path has only one point so far.", "stage": (1, 1)}
    )
    view.show_update(_update(0))
    view.show_update(dataclasses.replace(_update(0), frames={"surface": none}))
    assert "only one point" in view.pages.sentence.text()
    view.show_update(_update(7))
    assert "being computed" in view.pages.sentence.text()


def test_the_surface_of_a_large_network_is_eased_until_somebody_chooses(qtbot):
    large = Experiment.load(FOLDER / "presets" / "mnist-cnn.toml")
    view = shown(qtbot)
    view.show_experiment(large, prepare(large))
    assert _effort(view) == (128, 25)
    view.show_view(dataclasses.replace(view.state, options={"surface": {"most": 900, "resolution": 31}}))
    assert _effort(view) == (900, 31)
    assert _effort(shown(qtbot, experiment()))[1] == 51


def _effort(view: SurfaceView) -> tuple[int, int]:
    """Samples and points along the picture that are asked for."""
    asked = view.request().model_dump()
    return asked["most"], asked["resolution"]
