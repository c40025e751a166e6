"""The line at the bottom: what it says, and for how long."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtWidgets import QApplication

from app.bars import status_line
from app.bars.status_line import StatusLine
from core.experiment import Experiment
from core.frames import RunState, Update
from core.messages import LOADING


@pytest.fixture
def line(qtbot):
    made = StatusLine()
    qtbot.addWidget(made)
    made.resize(900, 28)
    made.show()
    return made


def told(**news) -> Update:
    return Update(1, RunState.running, 5, 1.0, 5, 1.0, 100.0, {}, {}, **news)


def test_that_pytorch_is_loaded_is_said_until_an_engine_is_there(line):
    line.say(LOADING)
    line.show_update(told(), Experiment(), ready=True)
    assert line.sentence.text() == LOADING
    line.show_update(told(engine="eager PyTorch", device="cpu"), Experiment(), ready=True)
    assert line.sentence.text().startswith("Learning")


def test_another_event_stays_when_an_engine_is_chosen(line):
    line.say("Light theme.")
    line.show_update(told(engine="eager PyTorch", device="cpu"), Experiment(), ready=True)
    assert line.sentence.text() == "Light theme."


def test_an_event_does_not_outlast_the_run_that_it_began(line):
    """ "Other data …: the learning starts anew" stood there when early stopping had ended the run."""
    line.show_update(told(), Experiment(), ready=True)
    line.say("Other data: the learning starts anew.")
    line.show_update(told(), Experiment(), ready=True)
    assert line.sentence.text() == "Other data: the learning starts anew."
    over = dataclasses.replace(told(), state=RunState.finished, updates=200)
    line.show_update(over, Experiment(), ready=True)
    assert line.sentence.text().endswith("finished at update 200. Space goes on beyond it.")
    line.say("Light theme.")
    line.show_update(over, Experiment(), ready=True)
    assert line.sentence.text() == "Light theme."


def test_an_offer_outlasts_its_sentence_until_another_run_is_shown_or_it_has_come_far(qtbot, monkeypatch):
    monkeypatch.setattr(status_line, "LASTS", 0)
    line, acts = StatusLine(), []
    qtbot.addWidget(line)
    line.show()

    def said(sentence, *offer):
        line.say(sentence, *offer)
        qtbot.waitUntil(lambda: line.sentence.text() == line.resting, timeout=5000)

    def offered():
        said("η is 0.1 from update 5 on.", "From the start", lambda: acts.append(1))

    line.show_update(told(), Experiment(), ready=True)
    offered()
    said("Light theme.")
    line.show_update(dataclasses.replace(told(), updates=50), Experiment(), ready=True)
    assert line.chip.isVisible() and line.chip.toolTip() == "η is 0.1 from update 5 on."
    line.chip.click()
    assert acts == [1] and line.chip.isHidden()
    for later, past in (({"updates": 501}, ""), ({"run": 2, "updates": 50}, ""), ({"run": 2}, "Update 3 of 5.")):
        offered()
        assert line.chip.isVisible()
        line.show_update(dataclasses.replace(told(), **later), Experiment(), ready=True, past=past)
        assert line.chip.isHidden(), later
    assert acts == [1]


def test_the_device_makes_way_for_a_sentence_that_has_no_room_beside_it_and_comes_back(line):
    line.show_update(told(engine="fused kernel", device="cpu"), Experiment(), ready=True)
    assert not line.device.isHidden()
    wide = line.sentence.fontMetrics().horizontalAdvance
    line.say(next("n" * count for count in range(900) if wide("n" * count) > line.sentence.width()))
    QApplication.processEvents()
    assert line.device.isHidden() and not line.sentence.shown().endswith("…")
    line.say("Short.")
    assert not line.device.isHidden()


def test_what_has_no_room_ends_in_three_dots_and_stands_in_the_tip(line):
    long = "All of this sentence has no room. " * 9
    line.say(long)
    QApplication.processEvents()
    assert line.sentence.shown().endswith("…") and long.startswith(line.sentence.shown()[:-1].rstrip())
    assert line.sentence.toolTip() == line.sentence.text() == long
    line.say("Short.")
    assert line.sentence.shown() == "Short."
