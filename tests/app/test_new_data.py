"""New data, another preset, a changed network: what is shown belongs to what runs, and nothing begins by itself."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from app.bars.status_line import BLANK
from app.documents.intents import DrawPoints
from app.look import theme as look
from app.network.imports import Imports
from app.network.lab import carry_out
from app.panels.csv_import import CsvImportDialog
from app.panels.data_picture import dots_of_kind, picture
from app.views.boundary.view import BoundaryView
from app.views.network.off import Off
from app.views.network.stack_part import StackPart
from app.views.network.stack_structure import stack_columns
from core.documents.edits import get, replace_all
from core.experiment import Experiment
from core.experiment.plain import extras
from core.frames import RunState
from core.layers.dense import Dense
from core.probes.feature_maps import FeatureMaps
from core.training.session import Session
from tests.building.places import CASES, PRESETS

LIMIT = 30_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def said(lab):
    found = []
    lab.sentence.connect(found.append)
    return found


@pytest.mark.usefixtures("kernel")
def test_a_network_of_other_data_is_not_drawn_with_the_old_numbers(qtbot):
    game = Session(Experiment.load(PRESETS / "gan-ring.toml"))
    pictures = Session(
        replace_all(game.experiment, (("data", {"kind": "digits", "samples": 100}), ("task", {"kind": "classes"})))
    )
    old = game.frame(FeatureMaps())
    part = StackPart()
    qtbot.addWidget(part)
    part.resize(500, 400)
    part.show()
    part.show_network(
        pictures.experiment, pictures.prepared, {"maps": old}, Off()
    )  # as when the data are there before the new run has made a frame
    assert part.canvas.frame is None and part.canvas.columns == stack_columns(pictures.experiment, pictures.prepared)
    new = pictures.frame(FeatureMaps())
    part.show_network(pictures.experiment, pictures.prepared, {"maps": new}, Off())
    assert part.canvas.frame is new


def test_a_change_after_the_end_waits_for_play(lab, qtbot, said):
    lab.store.edits((("stop.updates", 20), ("speed", "max")))
    lab.start(True)
    qtbot.waitUntil(lambda: lab.run.state is RunState.finished, timeout=LIMIT)
    lab.edit("layers", (*lab.store.experiment.layers, Dense(name="h9", units=2)))
    assert said[-1] == "Starts anew: Layers cannot change in mid-run."
    qtbot.waitUntil(
        lambda: lab.runs.ready and lab.run.last is not None and lab.run.state in (RunState.idle, RunState.paused),
        timeout=LIMIT,
    )
    assert (lab.playing, lab.run.last.updates) == (False, 0)


def test_a_change_while_it_learns_goes_on_learning(lab, qtbot, said):
    lab.start(True)
    qtbot.waitUntil(lambda: lab.run.last is not None and lab.run.last.updates > 5, timeout=LIMIT)
    run = lab.run.last.run
    lab.edit("layers", (*lab.store.experiment.layers, Dense(name="h9", units=2)))
    qtbot.waitUntil(
        lambda: lab.run.last is not None and lab.run.last.run > run and lab.run.last.updates > 0, timeout=LIMIT
    )
    assert lab.playing and said[-1] == "Starts anew: Layers cannot change in mid-run."


def test_new_data_are_said_and_nothing_that_is_no_setting(lab, qtbot, said):
    lab.start(True)
    qtbot.waitUntil(lambda: lab.runs.ready, timeout=LIMIT)
    assert lab.store.experiment.what_to_try and lab.store.experiment.goal is not None
    for path, kind, sentence in (
        ("data", "xor", "Other data, XOR: the learning starts anew."),
        ("data", "digits", "Other data, Digits 8 × 8: the learning starts anew."),
        ("task", "gan", "Another task, GAN: the learning starts anew."),
    ):
        with qtbot.waitSignal(lab.runs.began, timeout=LIMIT):
            lab.edit(path, {"kind": kind})
            assert said[-1] == sentence
    assert not any("What to try" in sentence or "Goal" in sentence for sentence in said)


def test_another_preset_takes_the_old_pictures_away_at_once(open_window, qtbot):
    window = open_window()
    room = window.network
    room.layouts.choose_picture("surface")
    loss, surface = room.views["loss"], room.views["surface"]
    qtbot.waitUntil(lambda: len(loss.history) > 1 and surface.frame is not None, timeout=LIMIT)
    room.lab.pause()
    room.take(Experiment.load(PRESETS / "names.toml"), None, None, False)
    assert (
        len(loss.history) == 0
        and len(loss.ghost) == 0
        and surface.frame is None
        and all(not view.frames for view in room.views.values())
    )


def test_pictures_after_a_gan_make_a_classifier(open_window, qtbot, tmp_path):
    for name, colour in (("cats", 40), ("dogs", 200)):
        (tmp_path / name).mkdir()
        for number in range(6):
            Image.new("L", (16, 16), colour + number).save(tmp_path / name / f"{number}.png")
    window = open_window()
    room = window.network
    room.lab.pause()
    room.store.open(Experiment.load(PRESETS / "gan-ring.toml"))
    room.lab.start(playing=False)
    room.imports.of_pictures.edits.emit((("data", {"kind": "pictures", "path": str(tmp_path), "size": 16}),), True)
    experiment = room.store.experiment
    assert extras(experiment) == () and experiment.title == tmp_path.name
    assert (experiment.data.kind, experiment.task.kind, experiment.loss.kind) == (
        "pictures",
        "classes",
        "cross_entropy",
    )
    qtbot.waitUntil(
        lambda: (
            room.lab.run.last is not None
            and room.lab.runs.samples.prepared is not None
            and room.lab.runs.samples.prepared.table.classes == ("cats", "dogs")
        ),
        timeout=LIMIT,
    )


def test_of_a_text_what_was_set_before_stays_and_is_said(lab, qtbot, tmp_path):
    window, said = QWidget(), []
    qtbot.addWidget(window)
    imports = Imports(window, lab)
    imports.said.connect(said.append)
    lab.edits((("stop.patience", 10), ("stop.updates", 0)))
    (tmp_path / "story.txt").write_text("once upon a time " * 200)
    imports.text(tmp_path / "story.txt")
    qtbot.waitUntil(lambda: len(said) > 1, timeout=LIMIT)
    assert said[-1].endswith("Kept from before: early stopping (patience 10).") and said[-1].startswith("3,399 char")
    assert lab.store.experiment.data.kind == "text" and lab.store.experiment.stop.patience == 10


@pytest.mark.parametrize(
    ("kind", "strip"),
    [
        ("recall", "text"),
        ("names", "text"),
        ("story", "prose"),
        ("sentences", "prose"),
        ("parity", "bits"),
        ("adding", "marked"),
        ("sines", "course"),
        ("sunspots", "course"),
        ("co2", "course"),
    ],
)
def test_a_tile_of_sequences_shows_what_they_are(qapp, kind, strip):
    dots = dots_of_kind(kind)
    assert dots is not None and dots.strip is not None and dots.strip.kind == strip
    if kind == "recall":
        assert all(len(line) == 20 and set(line) <= set("ABCD") for line in dots.strip.lines)
    if kind == "sentences":
        assert dots.strip.lines[0].startswith("I live in ")
    if kind == "adding":
        assert dots.strip.values is not None and np.sum(dots.strip.values[:, 1] > dots.strip.values[:, 1].min()) == 2
    drawn = picture(dots, QSize(60, 60), look.current()).toImage()
    grounds = {drawn.pixelColor(x, y).name() for x in (1, 58) for y in (1, 58)}
    inked = np.array([[drawn.pixelColor(x, y).name() not in grounds for x in range(60)] for y in range(60)])
    assert len(grounds) == 1 and inked.mean() > 0.03 and np.any(inked[:, 20:40])


def test_the_drawer_that_a_table_was_asked_for_in_gives_way_to_it(open_window, qtbot):
    """It stayed over the network and its loss, until it was closed by hand. What another card had set for its own data
    does not stay either, but where it is locked."""
    room = open_window().network
    settings = ("stop.patience", "stop.updates", "penalties", "layers.h1.dropout")
    room.lab.edits(((settings[0], 10), (settings[2], [{"kind": "l1", "rate": 0.003}]), (settings[3], 0.5)))
    room.store.change_view(locked=(settings[1],))
    before, updates = room.store.experiment, room.store.experiment.stop.updates
    said = []
    room.lab.sentence.connect(said.append)
    room.overlays.open_drawer("data")
    room.imports.table(CASES / "s10c_prices.csv")
    (dialog,) = room.findChildren(CsvImportDialog)
    qtbot.waitUntil(dialog.ok.isEnabled, timeout=LIMIT)
    assert room.overlays.drawers.any_open
    dialog.accept()
    assert room.store.experiment.data.kind == "csv" and room.store.title == "s10c_prices"
    assert said[-1] == "Other data, s10c_prices: the learning starts anew."
    assert not room.overlays.drawers.any_open
    assert [get(room.store.experiment, path) for path in settings] == [0, updates, (), 0.0] and updates > 0
    room.lab.undo()
    assert room.store.experiment == before


def test_an_empty_sheet_has_its_own_names_and_says_what_to_do(open_window, qtbot):
    """After the bin stood there A and B, then disc and ring again, and "Ready: Space plays" over an empty square."""
    room = open_window().network
    qtbot.waitUntil(lambda: room.lab.runs.samples.prepared is not None, timeout=LIMIT)
    room.lab.drawing.begin()
    assert room.store.experiment.data.class_names == ("ring", "disc")
    room.overlays.draw(True)
    qtbot.mouseClick(room.overlays.draw_bar.clear, LEFT)
    qtbot.waitUntil(lambda: room.status.resting == BLANK, timeout=LIMIT)
    carry_out(room.lab, DrawPoints(((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))))
    assert room.store.experiment.data.class_names == ("A", "B")
    room.lab.undo()
    room.lab.undo()
    assert room.store.experiment.data.class_names == ("ring", "disc") and len(room.store.experiment.data.points) > 100


def test_of_an_empty_sheet_no_run_goes_on(open_window, qtbot):
    """All strokes were undone in mid-run: the old points were learned on, unseen."""
    room = open_window().network
    room.lab.edit("data", {"kind": "points", "points": []})
    carry_out(room.lab, DrawPoints(((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))))
    room.lab.play()
    qtbot.waitUntil(lambda: room.lab.run.told == room.store.experiment, timeout=LIMIT)
    qtbot.waitUntil(lambda: room.lab.run.last is not None and room.lab.run.last.updates > 0, timeout=LIMIT)
    said = []
    room.lab.sentence.connect(said.append)
    room.lab.undo()
    assert "An empty sheet: draw some points, and the network learns from them." in said
    qtbot.waitUntil(lambda: room.status.resting == BLANK, timeout=LIMIT)
    assert room.views.of(BoundaryView).empty.text() == BoundaryView.blank_text
    carry_out(room.lab, DrawPoints(((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))))
    qtbot.waitUntil(
        lambda: room.lab.run.last is not None and room.lab.run.last.state is not RunState.failed, timeout=LIMIT
    )


def test_the_first_point_is_learned_though_the_run_of_the_empty_sheet_has_not_failed_yet(lab, qtbot):
    """Drawn while that was still being made ready, it was taken for a change of that run, which then failed."""
    lab.start(False)
    lab.edit("data", {"kind": "points", "points": []})
    qtbot.waitUntil(lambda: lab.run.told == lab.store.experiment, timeout=LIMIT)
    lab.runs.become(dataclasses.replace(lab.run, state=RunState.idle))
    carry_out(lab, DrawPoints(((0.0, 0.0, 0.0), (1.0, 1.0, 1.0))))
    qtbot.waitUntil(lambda: lab.run.told == lab.store.experiment, timeout=LIMIT)
    qtbot.waitUntil(lambda: lab.run.last is not None and lab.run.last.state is RunState.idle, timeout=LIMIT)
