"""Notices: what was said of a document that is closed is gone with it."""

from __future__ import annotations

import pytest

from core.frames import Advice


@pytest.mark.parametrize("room", ["network", "race"])
def test_another_document_puts_away_what_was_said_of_the_one_before(open_window, qtbot, room):
    window = open_window()
    window.enter(room)
    here = window.room
    here.notices.problem.say("The file could not be saved.")
    here.notices.advice.say("Stuck.")
    here.take(here.fresh(), None, None, False)
    assert here.notices.problem.isHidden() and here.notices.advice.isHidden()


def test_another_document_outlines_no_layer(open_window, qtbot):
    window = open_window()
    overlays = window.network.overlays
    pointed = []
    overlays.pointed.connect(pointed.append)
    overlays.show_advice(Advice("dead", "Dead.", layer="h1"))
    window.network.take(window.network.fresh(), None, None, False)
    assert pointed[0] == "h1" and pointed[-1] == ""
