"""Numbers of several players: whose update is told is chosen above the phases, and all names are that player's."""

from __future__ import annotations

import pytest

from app.documents.intents import SetOption
from app.documents.view_state import ViewState
from app.look import theme as look
from app.views.arithmetic.view import ArithmeticView
from app.views.numbers.looked import PLAYER, UNIT, UPDATE, Looked
from app.views.numbers.view import NumbersView
from core.frames import RunState, Update
from core.training.session import Session
from tests.building.listening import Said
from tests.building.presets import preset

pytestmark = pytest.mark.usefixtures("kernel")


@pytest.fixture(scope="module")
def ring():
    return Session(preset("gan-ring", ("data.samples", 200), ("batch_size", 16)))


def shown(qtbot, kind, session, options=None, sample=-1):
    view = kind()
    qtbot.addWidget(view)
    view.resize(520, 420)
    view.show_theme(look.current())
    view.show_experiment(session.experiment, session.prepared)
    view.show()
    told(view, session, options, sample)
    return view


def told(view, session, options=None, sample=-1):
    """What the view asks for while it looks at this, as the run answers it."""
    view.show_view(ViewState(sample=sample, options=options or {}))
    frames = {"account": session.frame(view.requests()["account"])}
    view.show_update(Update(1, RunState.paused, session.updates, 0.0, 0, 0.0, 1.0, {}, frames))


def test_the_player_is_chosen_above_the_phases(qtbot, ring):
    view = shown(qtbot, NumbersView, ring)
    said = Said(view)
    assert view.whose.isVisible() and view.whose.words == {"discriminator": "D", "generator": "G"}
    assert view.account.player == view.whose.value() == "discriminator"
    assert [column.words for column in view.canvas.columns] == ["inputs", "hidden 1", "hidden 2", "output"]
    view.whose.choose("generator")
    assert said.of(SetOption) == [SetOption(PLAYER, "generator"), SetOption(UNIT, [""])]
    told(view, ring, {PLAYER: "generator"})
    assert view.account.player == view.whose.value() == "generator" and view.account.problem == ""
    heads = [column.words for column in view.canvas.columns]
    assert heads == ["inputs", "G 1", "G 2", "G output", "D 1", "D 2", "D output"]
    assert view.account.unit.layer == "generator.g1"
    view.resize(900, 420)
    assert view.whose.words == {"discriminator": "Discriminator", "generator": "Generator"}


def test_a_lone_player_has_no_choice(qtbot):
    view = shown(qtbot, NumbersView, Session(preset("pass")))
    assert view.account.player == "" and not view.whose.isVisible()


def test_the_sheet_says_whose_numbers_these_are(qtbot, ring):
    sheet = shown(qtbot, ArithmeticView, ring, {PLAYER: "generator"})
    assert sheet.who.text().startswith("Generator: A generated sample · number ")
    assert sheet.paper.toPlainText().startswith("Forward: unit 1 of hidden layer 1 of G")
    assert "Output of G" in sheet.paper.toPlainText() and "Hidden layer 2 of D" in sheet.paper.toPlainText()
    told(sheet, ring)
    assert sheet.who.text().startswith("Discriminator: ") and " of D" not in sheet.paper.toPlainText()


def test_noise_is_no_sample_of_the_table(qtbot, ring):
    view = shown(qtbot, NumbersView, ring, {PLAYER: "generator"}, sample=5)
    assert view.requests()["account"].sample == -1 and view.account.problem == ""
    assert view.account.inputs == ("noise 1", "noise 2")
    view.show_view(ViewState(sample=5))
    assert view.requests()["account"].sample == 5


def test_the_update_that_was_told_of_one_is_not_told_as_that_of_the_other(qtbot):
    session = Session(preset("gan-ring", ("data.samples", 200), ("batch_size", 16)))
    options = {PLAYER: "generator", "numbers.phase": [UPDATE, 1]}
    view = shown(qtbot, NumbersView, session, options)
    session.advance(1)
    told(view, session, options)
    assert view.is_made and view.phase == UPDATE and (view.account.player, view.account.update) == ("generator", 1)
    told(view, session, options | {PLAYER: "discriminator"})
    assert not view.is_made and (view.account.player, view.account.update) == ("discriminator", 2)


def test_a_player_that_there_is_not_is_the_first():
    assert Looked.of({PLAYER: 3}).player == "" and Looked.of({PLAYER: "generator"}).player == "generator"
