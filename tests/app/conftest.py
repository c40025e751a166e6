"""Fixtures of the window's tests: real labs and real windows that end with the test."""

from __future__ import annotations

import importlib

import pytest
from PySide6.QtCore import QObject, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from app.documents.experiment_store import Store
from app.look import style
from app.look import theme as look
from app.network.lab import Lab
from app.race.room import RaceRoom
from app.shell.actions import Actions
from app.shell.settings import Settings
from core.experiment import Experiment
from core.machine.resources import FOLDER


@pytest.fixture
def qtbot(qtbot, monkeypatch):
    """Holds its widgets until the test has ended: pytest-qt holds them weakly, and one that only a circle holds may be
    collected while it paints itself (a pure virtual call, or a segmentation fault)."""
    held: list[QWidget] = []
    add = qtbot.addWidget

    def add_and_hold(widget, **more):
        held.append(widget)
        add(widget, **more)

    monkeypatch.setattr(qtbot, "addWidget", add_and_hold)
    yield qtbot
    held.clear()


@pytest.fixture
def rest_over(qtbot):
    """A function that lets the mouse rest over a spot of a widget until a condition holds. It moves again and again:
    the screen's own pointer, which lies elsewhere, may take the mouse away in between, and a pointer that is there
    already makes no event."""

    def rest(widget, spot, condition):
        def holds():
            for beside in (QPoint(1, 0), QPoint(0, 0)):
                QTest.mouseMove(widget, spot + beside)
            return condition()

        qtbot.waitUntil(holds, timeout=5000)

    return rest


@pytest.fixture
def ring():
    return Experiment.load(FOLDER / "presets" / "playground.toml")


@pytest.fixture
def lab(qtbot, ring, kernel):
    """A lab with the ring, not started yet; its threads end with the test."""
    made = Lab(Store(ring))
    yield made
    assert made.close(30)


@pytest.fixture
def race_room(qtbot):
    """The first race, at rest, with all of its paths."""
    parent = QObject()
    made = RaceRoom(Settings(), Actions(lambda _name: QObject(), parent))
    made.actions_.show_room("race")
    made.resize(1280, 776)
    qtbot.addWidget(made)
    made.show_theme(look.LIGHT)
    made.show()
    made.begin(playing=False)
    qtbot.waitUntil(lambda: made.lab.paths.complete and made.stage.pictures.map.seen is not None, timeout=20_000)
    yield made
    assert made.close_room()


@pytest.fixture
def open_window(qapp, qtbot, monkeypatch, kernel):
    """A function that opens the real window. A question that the test does not answer itself fails instead of waiting
    for ever. PyTorch is there before it: a window that is closed while its run still loads that leaves the run's thread
    behind where the machine is busy."""
    importlib.import_module("torch")
    from app import application

    def unanswered(box):
        raise AssertionError(f"asked: {box.text()}")

    monkeypatch.setattr(QMessageBox, "exec", unanswered)

    opened = []

    def open_(path=None):
        window = application.open_window(path, Settings())
        opened.append(window)
        qtbot.waitUntil(lambda: window.network.lab.run.number > 0, timeout=10_000)
        return window

    yield open_
    for window in opened:
        window.close_without_asking()
        assert not window.left_threads
        window.deleteLater()
    if look.current() != look.LIGHT:
        style.apply(qapp, look.LIGHT)  # the next test's pictures have letters of the usual size
