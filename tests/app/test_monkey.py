"""Random clicking: whatever is done in whatever order, nothing is raised, nothing is complained of, the window stays
smooth and the memory bounded. pytest-qt fails a test in which a slot raises or Qt warns."""

from __future__ import annotations

import gc
import logging
import statistics

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog

from app.bench.memory import memory
from app.views.surface import gl
from app.views.surface.choice import RELIEF, SurfaceChoice
from app.views.surface.view import SurfaceView
from core.frames import RunState
from core.machine import heap, preload
from tests.building.monkey import Monkey, tame

SHORT, LONG = 8.0, 60.0  # seconds
SEEDS = (11, 12, 13)
# seconds of its own processor time that the window's thread works at a stretch: at most, at most for another theme or
# text size (which is too long, and known), and nineteen times of twenty
LONGEST, DRESSING, USUAL = 2.5, 8.0, 0.25
MOST = 250.0  # MB more than after the first third


def _let_loose(window, seed: int, seconds: float, caplog) -> Monkey:
    monkey = Monkey(window, seed)
    with caplog.at_level(logging.ERROR):
        for _ in range(3):
            monkey.play(seconds / 3)
            if window.network.lab.run.state is RunState.failed:
                assert "unexpected" not in window.network.notices.problem.text.text(), list(monkey.trail)
    errors = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert not errors, (errors, list(monkey.trail))
    assert monkey.pulse.longest < LONGEST, monkey.pulse.at
    assert monkey.pulse.dressing < DRESSING
    assert not _dialogs(window), "a dialog that is shut goes"
    assert statistics.quantiles(monkey.pulse.stretches, n=20)[-1] < USUAL
    return monkey


def _show_in_three_dimensions(window, qtbot) -> None:
    """Where the screen can show it."""
    room = window.network
    room.layouts.choose_picture("surface")
    qtbot.waitUntil(lambda: bool(room.views.of(SurfaceView).frames), timeout=60_000)
    room.views.of(SurfaceView).set_option("surface", SurfaceChoice(RELIEF).option())
    qtbot.waitUntil(lambda: room.views.of(SurfaceView).pages.relief is not None or bool(gl.refusal()))


def _at_rest(window, qtbot) -> float | None:
    """What the process takes, in MB, with a small network open and nothing under way: else what happens to be open at
    the time would count."""
    window.enter("network")
    window.files.open_preset("circle", playing=False)
    lab = window.network.lab
    qtbot.waitUntil(lambda: lab.run.last is not None and not lab.runs.ending, timeout=60_000)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    heap.give_back()
    return memory()


def _dialogs(window) -> list[str]:
    """Those that were shut and are still the window's."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found = window.findChildren(QDialog)
    return [type(dialog).__name__ for dialog in found if not dialog.isVisible()]


def test_a_short_visit(open_window, monkeypatch, caplog):
    tame(monkeypatch)
    _let_loose(open_window(), SEEDS[0], SHORT, caplog)


def test_it_finds_what_is_wrong(open_window, monkeypatch, qtbot):
    """Planted: one command that raises."""
    tame(monkeypatch)
    window = open_window()

    def fail(*_):
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(window.appearance, "next", fail)
    monkey = Monkey(window, SEEDS[1])
    with qtbot.captureExceptions() as caught:
        given = next((name for name in (monkey.give_a_command() for _ in range(2000)) if caught), "")
    assert [kind for kind, *_ in caught] == [ZeroDivisionError] and given == "theme_next"


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_a_long_visit_to_all_presets(open_window, monkeypatch, caplog, qtbot, seed):
    tame(monkeypatch)
    window = open_window()
    preload.load_optimizers()  # it and the first picture in 3-D take memory once: when is chance
    _show_in_three_dimensions(window, qtbot)
    _let_loose(window, seed, LONG / 3, caplog)
    before = _at_rest(window, qtbot)
    monkey = _let_loose(window, seed + 100, 2 * LONG / 3, caplog)
    after = _at_rest(window, qtbot)
    assert monkey.opened, "how many depends on the machine"
    window.close_and_forget()
    assert not window.left_threads, (list(monkey.trail), window.network.store.experiment)
    assert before is None or after is None or after - before < MOST
