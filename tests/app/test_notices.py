"""Notices: what was said of a document that is closed is gone with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QLabel

from core.frames import Advice, Offer


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
    overlays.show_advice(Advice("dead", "Dead.", layers=("h1",)))
    window.network.take(window.network.fresh(), None, None, False)
    assert pointed[0] == ("h1",) and pointed[-1] == ()


def test_what_is_said_stays_while_the_mouse_is_on_it(open_window):
    """ "Take η = 1" became "To the start with η = 1" under a hand that was about to press it, and the run was gone."""
    overlays = open_window().network.overlays
    card, taken = overlays.notices.advice, []
    overlays.advice_taken.disconnect()
    overlays.advice_taken.connect(taken.append)
    first, anew = Offer("a third", "Take η = 1"), Offer("a third", "To the start with η = 1", rewind=True)
    overlays.show_advice(Advice("unstable", "Unstable.", offers=(first,)))
    entered = QEnterEvent(*[QPointF(card.rect().center())] * 3)
    QApplication.sendEvent(card, entered)
    overlays.show_advice(Advice("saturated", "Stuck.", offers=(anew,)))
    overlays.show_advice(None)
    overlays.show_advice(Advice("saturated", "Stuck.", offers=(anew,)))
    assert (card.isVisible(), card.offer.text()) == (True, "Take η = 1")
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    assert card.offer.text() == "To the start with η = 1"  # now nobody is about to press it
    QApplication.sendEvent(card, entered)
    overlays.show_advice(None)
    card.offer.click()
    assert taken[-1].offers == (anew,) and card.isHidden()
    QApplication.sendEvent(card, QEvent(QEvent.Type.Leave))
    assert card.isHidden()


def test_the_usual_remedy_and_one_more_are_offered_and_the_one_that_is_pressed_is_taken(open_window, qtbot):
    window = open_window()
    overlays, taken = window.network.overlays, []
    overlays.advice_taken.disconnect()
    overlays.advice_taken.connect(taken.append)
    first, second = Offer("Tanh", "Take Tanh"), Offer("a third of the rate", "Take η = 0.01")
    for button, offer in (("offer", first), ("other", second)):
        overlays.show_advice(Advice("stuck", "Stuck.", offers=(first, second)))
        getattr(overlays.notices.advice, button).click()
        assert taken.pop().offers == (offer,)
    overlays.show_advice(Advice("stuck", "Stuck."))
    assert overlays.notices.advice.offer.isHidden() and overlays.notices.advice.other.isHidden()


def place_in(window, widget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


STUCK = (
    "Stuck: the loss stays at 0.72. In hidden layer 1, 1 of 4 units (3) are saturated, so hardly any gradient passes."
)


def test_an_advice_covers_no_picture_and_no_drawer(open_window, qtbot):
    """It lay over the whole curve that it spoke of, then over the figures of the accuracy; and over the last shelves
    of the data."""
    window = open_window()
    room = window.network
    advice, docks = room.notices.advice, ("network", "boundary", "loss", "score")
    room.overlays.show_advice(Advice("saturated", STUCK, offers=(Offer("another start", "Other start"),)))
    for size in ((1280, 740), (1920, 1080)):
        window.resize(*size)
        qtbot.waitUntil(lambda size=size: place_in(window, advice).right() == size[0] - 1)
        assert not any(
            place_in(window, advice).intersects(place_in(window, room.docks[name].widget())) for name in docks
        )
        assert not advice.text.cut and advice.more.isHidden() and advice.offer.isVisible()
    for name in ("data", "learning", "network"):
        room.overlays.open_drawer(name)
        drawer = room.overlays.drawers.drawers[name]
        assert drawer.isVisible() and not place_in(window, advice).intersects(place_in(window, drawer))


def test_a_long_advice_has_two_lines_and_is_read_whole_by_a_button(open_window, qtbot):
    window = open_window()
    window.resize(1280, 740)
    overlays, advice = window.network.overlays, window.network.notices.advice
    text = f"{STUCK} {STUCK} {STUCK}"
    overlays.show_advice(Advice("stuck", text, offers=(Offer("a", "To the start with η = 0.03"),)))
    qtbot.waitUntil(lambda: advice.text.cut and advice.more.isVisible())
    assert len(advice.text.shown) == 2 and advice.text.shown[-1].endswith("…")
    assert advice.height() <= 38 and advice.text.height() >= 2 * advice.text.fontMetrics().height()
    advice.more.click()
    assert advice.popover.isVisible() and any(text in label.text() for label in advice.popover.findChildren(QLabel))
    advice.popover.close()
    window.actions_["layout"].trigger()  # a lecture, where it is one of the stack, and whole
    assert advice.isVisible() and not advice.text.cut and advice.more.isHidden()
    window.actions_["layout"].trigger()
    assert advice.isVisible() and advice.text.cut


def test_what_is_no_advice_covers_neither_the_curve_of_the_loss_nor_a_drawer(open_window, qtbot):
    window = open_window()
    window.resize(1280, 760)
    room = window.network
    qtbot.waitUntil(lambda: room.docks["score"].seen and room.docks["loss"].seen)
    notices = room.notices
    notices.problem.say(STUCK)
    assert not place_in(window, notices).intersects(place_in(window, room.docks["loss"]))
    assert place_in(window, notices).left() >= place_in(window, room.docks["score"]).left()
    for name in ("score", "surface"):
        room.docks[name].hide()
    qtbot.waitUntil(lambda: place_in(window, room.docks["loss"]).contains(place_in(window, notices)))
    room.overlays.open_drawer("data")
    drawer = room.overlays.drawers.drawers["data"]
    assert not place_in(window, notices).intersects(place_in(window, drawer))
