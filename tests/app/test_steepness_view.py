"""Step and sigmoid side by side: what the picture says, and for which experiments it stands there."""

from __future__ import annotations

import pytest

from app.documents.intents import SetOption
from app.documents.view_state import ViewState
from app.views.registry import place_of
from app.views.steepness.view import SteepnessView
from core.experiment import Experiment
from core.probes.steepness import Steepness
from core.training.session import Session
from tests.building.listening import Said
from tests.building.places import PRESETS
from tests.building.view_frames import experiment, shown, update

pytestmark = pytest.mark.usefixtures("kernel")
CARD = Experiment.load(PRESETS / "step-sigmoid.toml")


def test_both_sheets_share_their_scale_and_the_path_is_that_of_a_plain_sigmoid(qtbot):
    session = Session(CARD)
    session.advance(40)
    view = shown(qtbot, SteepnessView(), CARD, (512, 376))
    for k in (1.0, 5.0):
        view.show_update(update({"steepness": session.frame(Steepness(k=k, resolution=11))}))
        stairs, hill = (sheet.seen for sheet in view.maps)
        assert stairs is not None and hill is not None and stairs.sheet.scale == hill.sheet.scale
        assert len(stairs.marks.path) == 0 and (len(hill.marks.path) > 0) is (k == 1.0)
        assert stairs.marks.ball == hill.marks.ball == tuple(session.vector().tolist())
        assert view.titles[1].text().endswith(f"k = {k:g}") and "staircase has slope 0" in view.said.text()
    header, rows = view.numbers()
    assert header == ["bias", "J, step", "J, σ(k·z), k = 5"] and len(rows) == 241


def test_the_slider_asks_for_another_steepness(qtbot):
    view = shown(qtbot, SteepnessView(), CARD, (512, 376))
    said = Said(view)
    view.steepness.changed.emit(7.5)
    assert said.intents[-1] == SetOption("steepness.k", 7.5)
    request = view.requests()["steepness"]
    assert isinstance(request, Steepness) and request.k == 7.5
    view.show_view(ViewState(locked=("steepness.k",)))
    view.steepness.changed.emit(3.0)
    assert len(said.intents) == 1


def test_in_little_room_the_sheets_stand_alone(qtbot):
    session = Session(CARD)
    view = shown(qtbot, SteepnessView(), CARD, (400, 200))
    view.show_update(update({"steepness": session.frame(Steepness(resolution=5))}))
    assert not view.cut.isVisible() and not view.said.isVisible() and "nothing to descend" in view.toolTip()


def test_it_stands_where_one_neuron_has_a_step_or_a_sigmoid_of_its_own():
    assert place_of(CARD) == "steepness" and place_of(experiment()) == "boundary"
    landscape = Experiment.load(PRESETS / "landscape.toml")
    assert place_of(landscape) == "surface" and not SteepnessView.fit(landscape)
    view_of_another = SteepnessView.fit(experiment(3))
    assert not view_of_another
