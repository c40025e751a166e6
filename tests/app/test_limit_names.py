"""One vocabulary for what a file hides and locks: each name that a control obeys is known, each that is known is
obeyed, and whoever writes another one is told."""

from __future__ import annotations

import re
import tomllib

import pytest

from app.documents.intents import IMPORTS, AddLayer, Import, KeepPoint, PutAt, PutOnAxis
from app.documents.limits import Limits
from app.documents.view_state import ViewState
from app.documents.wish import Wish
from app.network.control_names import OWN, control_names
from app.race.control_names import CONTROL_NAMES
from app.shell import limit_names
from app.views.boundary.thinned import GHOSTS
from app.views.boundary.view import BoundaryView
from app.views.drawing.images import MADE
from app.views.registry import faces
from app.widgets.limited import Limited
from core.documents.allowed_keys import is_setting
from core.experiment import Experiment
from core.race import Race
from tests.building.listening import Said
from tests.building.places import ROOT
from tests.building.view_frames import experiment, shown


def names_of(root) -> set[str]:
    return {path for place in root.findChildren(Limited) for path in place.paths}


@pytest.fixture
def window(open_window):
    """With everything built that a person may open."""
    window = open_window()
    room = window.network
    for name in faces():
        room.views[name]
    assert room.views.of(BoundaryView).plane and room.views.of(BoundaryView).players.bar
    room.store.edit("penalties", ({"kind": "l2", "rate": 0.01},))
    for panel in room.overlays.drawers.panels:
        panel.refresh()
    room.overlays.draw_bar.brush()  # builds the tools
    room.views["surface"].bar.more.click()
    window.rooms.of("race")
    return window


def test_every_control_is_called_by_a_known_name_and_every_known_name_is_obeyed(window):
    card = window.network.views["surface"].asking.card
    found = {"network": names_of(window.network) | names_of(card), "race": names_of(window.rooms.of("race"))}
    for kind, document in (("network", Experiment), ("race", Race)):
        room = window.rooms.of(kind)
        names, limits = window.files.names(room), Limits(locked=frozenset(found[kind]))
        assert limit_names.unknown(limits, document, names) == ()
    views = window.network.views.values()
    asked = {name for wish in (KeepPoint("A"), PutOnAxis("", "", 0), PutAt(None, False)) for name in wish.changes}
    toggled = {toggle.name for view in views for toggle in view.toggles()}
    docks = {f"show_{name}" for name in faces()}
    by_intent_alone = {
        MADE,
        "pinned",
        "curves.train",
        GHOSTS,
        "importance.column",
    }  # a press on a picture or a bar, a right-click, where several runs are seen, where units are switched off
    assert set(control_names()) - found["network"] - toggled - docks - asked == by_intent_alone
    assert set(CONTROL_NAMES) <= found["race"]
    card.close()


def test_a_choice_of_a_view_is_not_made_where_a_file_forbids_it(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(4))
    view.show_view(ViewState(locked=("boundary",)))
    said = Said(view)
    view.set_option("boundary.line", False)
    assert not said.intents and "boundary.line" not in view.state.options
    view.show_view(ViewState())
    view.set_option("boundary.line", False)
    assert said.intents and view.state.options["boundary.line"] is False


@pytest.mark.parametrize(
    "path",
    [
        "optimizer", "optimizer.kind", "optimizer.lr", "layers", "layers.h1", "layers.h7.units", "penalties.l2.rate",
        "layers.h1.activation.kind", "task.layers.g1.units", "seeds", "start.weights", "data.points", "speed",
    ],
)  # fmt: skip
def test_settings_are_known_of_whatever_kind_they_are(path):
    assert is_setting(Experiment, path)


@pytest.mark.parametrize(
    "path",
    ["optimzer", "optimizer.rate", "layers.h1.unit", "layers.1.units", "data.points.3", "seeds.weight", "racers"],
)
def test_what_no_experiment_has_is_no_setting(path):
    assert not is_setting(Experiment, path)


def test_racers_are_called_by_their_numbers():
    assert is_setting(Race, "racers.1.optimizer.lr") and is_setting(Race, "racers") and is_setting(Race, "terrain.f")
    assert not is_setting(Race, "racers.Adam.optimizer.lr") and not is_setting(Race, "optimizer.lr")


def test_the_sentence_names_what_nobody_obeys_and_what_may_be_meant():
    names = {"play", "surface.plane", "show_loss"}
    limits = Limits(frozenset(("optimzer", "surface", "play")), frozenset(("optimizer.kind", "show_los")))
    assert limit_names.told(limits, Experiment, names, "ring.view.toml") == (
        "ring.view.toml hides or locks what is not known here: 'optimzer', 'show_los'."
        " Is 'optimizer' and 'show_loss' meant?"
    )
    assert limit_names.told(Limits(frozenset(("surface",))), Experiment, names, "a") == ""


def test_a_file_with_an_unknown_name_is_opened_and_that_is_said(open_window, tmp_path):
    window = open_window()
    path = tmp_path / "ring.toml"
    window.network.store.document.save(path)
    path.with_suffix(".view.toml").write_text('locked = ["optimizer.kind", "more.dta", "race.guess"]\n')
    window.files.open(path)
    said = window.network.notices.problem
    assert said.isVisibleTo(window) and "'more.dta', 'race.guess'. Is 'more.data'" in said.text.text()
    assert not window.network.recipe.optimizer.isEnabled()


def test_imports_of_every_kind_have_their_command():
    assert {name for what in IMPORTS for name in Import(what).changes} == {*IMPORTS.values(), "data.kind"}
    assert AddLayer("task.layers").changes == ("task.layers",) and Wish().changes == () and "weights" in OWN


def test_the_names_are_listed_as_they_are():
    paper = (ROOT / "docs" / "hide-and-lock.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([\w.]+)` \| (.+) \|$", paper, re.MULTILINE))
    pictures = {f"show_{name}" for name in faces()}
    named = {name: words for name, words in control_names().items() if name not in pictures}
    assert rows == named | CONTROL_NAMES
    (view,) = re.findall(r"```toml\n(.*?)```", paper, re.DOTALL)
    limits = ViewState(**{key: tuple(paths) for key, paths in tomllib.loads(view).items()}).limits
    assert len(limits.hidden) == 2 and len(limits.locked) == 3
    assert limit_names.unknown(limits, Experiment, control_names()) == ()
