"""`descent-lab show`: a picture is saved when all of it is of the update that the window names, and a late one is
named."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import pytest
from PySide6.QtGui import QImage

from app.command_line import show, waiting
from app.command_line.waiting import AllDrawn
from core import registry
from core.document import load
from core.documents.edits import replace
from core.frames import Frame
from core.probes.layers import Layers
from core.probes.surface import Surface
from tests.building.out_of_memory import CPU_SAYS, raising
from tests.building.places import PRESETS, ROOT

# a preset of every task, and the picture that stands where the input space does
SHOWN = {
    "classes": ("playground", "boundary"), "values": ("curve", "boundary"), "characters": ("names", "sequence"), "forecast": ("sunspots", "sequence"),
    "autoencoder": ("denoise", "redrawing"), "gan": ("gan-ring", "boundary"), "answers": ("two-answers", "boundary"),
}  # fmt: skip


@pytest.fixture
def window(open_window, ring, tmp_path):
    ring.model_copy(update={"speed": "max", "engine": "eager"}).save(tmp_path / "e.toml")
    opened = open_window(str(tmp_path / "e.toml"))
    opened.network.layouts.choose_picture("surface")
    return opened


def test_every_picture_is_whole_and_of_the_present_update(window, capsys):
    assert show.train(window, 60) == 0 and not capsys.readouterr().err
    lab, views = window.network.lab, window.network.views.there
    assert "surface" in lab.runs.shown and lab.run.last.updates == 60
    held = {name: frame for view in views.values() for name, frame in view.frames.items()}
    for name, request in lab.runs.shown.items():
        assert held[name].update == 60 and held[name].request == request, name
    done, of = held["surface"].info["stage"]
    assert done == of > 1


def test_a_picture_that_is_late_is_named(window, capsys, monkeypatch):
    """The first stage of the weight space comes, and never another."""
    stages = Surface.stages

    def endless(probe, moment):
        yield next(answer for answer in stages(probe, moment) if answer is not None)
        while True:
            yield None

    monkeypatch.setattr(Surface, "stages", endless)
    monkeypatch.setattr(show, "DRAWING", 2.0)
    assert show.train(window, 60) == 1
    assert (
        capsys.readouterr().err
        == "not all pictures are of the update that the window names after 2 seconds: Weight space\n"
    )


def test_a_picture_that_cannot_be_made_is_not_waited_for(window, capsys, monkeypatch):
    monkeypatch.setattr(Layers, "compute", raising(CPU_SAYS))
    monkeypatch.setattr(waiting, "HOPELESS", 1.0)
    window.network.layouts.choose_picture("layers")
    assert show.train(window, 60) == 1
    err = capsys.readouterr().err
    assert "run out of memory while making the picture 'layers'" in err and err.rstrip().endswith(
        ": " + window.network.views["layers"].title
    )


def test_a_picture_of_another_question_is_not_the_one_that_is_asked_for(qapp, window, qtbot):
    lab = window.network.lab
    qtbot.waitUntil(lambda: lab.run.last is not None and "surface" in lab.runs.shown, timeout=20_000)
    drawn, request = AllDrawn(window), lab.runs.shown["surface"]
    frame = Frame(lab.run.last.run, lab.run.last.updates, request, {}, {"stage": (3, 3)})
    for made, late in (
        (frame, False),
        (Frame(frame.run, frame.update, Surface(ticket=999), {}, {}), True),
        (Frame(frame.run, -1, request, {}, {}), True),
    ):
        drawn.take(SimpleNamespace(frames={"surface": made}))
        assert ("Weight space" in drawn.late) is late
    drawn.take(SimpleNamespace(frames={"surface": Frame(frame.run, frame.update, request, {}, {"stage": (2, 3)})}))
    assert "Weight space" in drawn.late


def test_a_preset_of_every_task_is_to_be_shown():
    assert set(SHOWN) == set(registry.family("tasks"))
    assert all(load(PRESETS / f"{preset}.toml").task.kind == task for task, (preset, _) in SHOWN.items())


@pytest.mark.slow
@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("task", SHOWN)
def test_every_task_can_be_shown_without_a_screen(tmp_path, task):
    preset, place = SHOWN[task]
    experiment, picture = tmp_path / "e.toml", tmp_path / "a.png"
    replace(load(PRESETS / f"{preset}.toml"), "evaluate_every", 5).save(experiment)
    command = [
        sys.executable,
        "-m",
        "main",
        "show",
        str(experiment),
        "--screenshot",
        str(picture),
        "--updates",
        "10",
        "--picture",
        place,
        "--size",
        "1280x800",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, cwd=ROOT)
    said = [
        line for line in done.stderr.splitlines() if "propagateSizeHints" not in line
    ]  # Qt's own remark on drawing into memory
    assert (done.returncode, said) == (0, [])
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1280, 800)
    colours = {image.pixel(column, row) for column in range(0, 1280, 7) for row in range(0, 800, 7)}
    assert len(colours) > 100


def test_what_has_held_is_not_asked_again(qtbot):
    """News that comes in the same turn of the loop made a picture late that had been whole."""
    answers = iter((False, True))
    assert waiting.wait(lambda: next(answers), 10.0, every=1)
    assert not waiting.wait(lambda: False, 0.01, every=1)
