"""A view in one file appears in the window without a line elsewhere; so does one in a folder."""

from __future__ import annotations

import inspect
import itertools
import re
import subprocess
import sys
import textwrap

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

import app.views
from app.network.picture_menu import PictureMenu
from app.network.view_list import commands, seats
from app.views.base import View
from app.views.face import About, Seat
from app.views.frame_view import FrameView
from app.views.network.shown import Weight
from app.views.registry import companions_of, faces, place_of, present, seated, view_class
from app.views.surface.view import SurfaceView
from core.experiment import Experiment
from core.machine.resources import FOLDER

ASSIGNED = re.compile(r"self\.(\w+)(?:: [^=\n]+)?(?:, self\.\w+)* = ")
ONE_FILE = '''
from PySide6.QtWidgets import QLabel, QVBoxLayout

from app.views.base import View
from app.views.face import Fit, Seat


class TallyView(View):
    """The number of samples."""

    name = "tally"
    title = "Tally"
    tip = "Show how many samples there are."
    shortcut = "9"
    seat = Seat.RIGHT

    def __init__(self, parent=None):
        super().__init__(parent)
        self.words = QLabel()
        QVBoxLayout(self.body).addWidget(self.words)

    @classmethod
    def fit(cls, experiment):
        return Fit.NETWORK if experiment.description == "to be counted" else Fit.NONE

    @classmethod
    def is_companion(cls, experiment):
        return experiment.batch_size == 7

    def draw(self):
        self.show_body(self.prepared is not None)
        self.words.setText(f"{len(self.prepared.train)} samples" if self.prepared is not None else "")
'''


@pytest.fixture
def add(tmp_path, monkeypatch):
    """A function that puts a file among the views until the test ends."""
    monkeypatch.setattr(app.views, "__path__", [*app.views.__path__, str(tmp_path)])

    def add_(name, code):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(textwrap.dedent(code), encoding="utf-8")
        monkeypatch.delitem(sys.modules, "app.views." + name.removesuffix(".py").replace("/", "."), raising=False)
        faces.cache_clear()

    yield add_
    for name in [
        name for name in sys.modules if name.startswith(("app.views.tally", "app.views.twin", "app.views.ways"))
    ]:
        del sys.modules[name]
    faces.cache_clear()


def test_a_view_in_one_file_has_dock_menu_entry_key_and_place(add, open_window, qtbot):
    add("tally.py", ONE_FILE)
    window = open_window()
    room = window.network
    dock = room.docks["tally"]
    assert dock.windowTitle() == "Tally" and "tally" not in room.views.there
    assert dock.entry in window.menus["View"].actions()
    command = window.actions_["show_tally"]
    assert command in window.menus["View/Picture"].actions() and command.shortcut() == QKeySequence("9")
    assert "tally" in room.layouts.seats.places and room.layouts.place == "boundary"
    command.trigger()
    qtbot.waitUntil(lambda: dock.seen and room.views["tally"].words.text().endswith(" samples"), timeout=60_000)
    room.store.edit("description", "to be counted")
    assert room.layouts.place == "tally" and room.layouts.pair == ("network", "tally")
    assert window.actions_["show_boundary"].text() == "Tally"


WAYS = """
from PySide6.QtWidgets import QLabel, QVBoxLayout

from app.views.base import View


class Folded(View):
    name, title, way_of, way, menu_order = "folded", "Folded space", "network", "Folded", 91


class Written(View):
    name, title, way_of, column, menu_order = "written", "Written", "network", "sums", 92


class Sums(View):
    name, title, menu_order = "sums", "Sums", 93
"""


def seen(room):
    return {name for name, dock in room.docks.items() if dock.seen}


def test_views_that_stand_in_the_place_of_another_are_chosen_in_its_heading(add, open_window, qtbot):
    add("ways.py", WAYS)
    room = open_window().network
    docks, first = room.docks, {"recipe", "network", "boundary", "loss", "score"}
    qtbot.waitUntil(lambda: seen(room) == first, timeout=60_000)
    place, column = docks["network"].geometry(), docks["boundary"].width()
    switch = docks["network"].titleBarWidget().switch
    assert {"network": "Network", "folded": "Folded", "written": "Written"}.items() <= switch.words.items()
    switch.choose("folded")
    qtbot.waitUntil(lambda: seen(room) == first - {"network"} | {"folded"} and docks["folded"].x() == place.x())
    docks["folded"].titleBarWidget().switch.choose("written")
    beside = {"recipe", "written", "boundary", "sums"}
    qtbot.waitUntil(lambda: seen(room) == beside)
    qtbot.waitUntil(lambda: docks["boundary"].x() == docks["written"].x() and docks["sums"].width() >= column - 2)
    assert docks["sums"].height() > docks["written"].height() + docks["boundary"].height()  # the whole column
    room.layouts.choose_picture("loss")  # comes behind what stands below
    qtbot.waitUntil(lambda: seen(room) == beside - {"boundary"} | {"loss"})
    room.store.change_view(layout="Lecture")
    qtbot.waitUntil(lambda: seen(room) == {"written", "sums"})
    room.layouts.choose_picture("boundary")
    qtbot.waitUntil(lambda: seen(room) == {"written", "boundary"})
    room.layouts.choose_picture("sums")
    qtbot.waitUntil(lambda: seen(room) == {"written", "sums"})
    room.store.change_view(layout="Explore")
    qtbot.waitUntil(lambda: seen(room) == beside)
    docks["sums"].close()
    qtbot.waitUntil(lambda: seen(room) == first)
    # its height is that which the line above leaves, which may have come since
    qtbot.waitUntil(lambda: docks["network"].x() == place.x() and abs(docks["network"].width() - place.width()) <= 2)
    assert "network" not in room.views["network"].way_of and not room.tabifiedDockWidgets(docks["boundary"])


def test_pictures_for_the_document_come_first_in_the_view_menu_and_each_other_in_one_submenu(qtbot):
    menu, documents = (
        QMenu(),
        [Experiment.load(FOLDER / "presets" / f"{name}.toml") for name in ("titanic", "digits-dense")],
    )
    qtbot.addWidget(menu)
    menu.addAction("Theme")
    entries = {name: QAction(face.title, menu) for name, face in faces().items()}
    made = PictureMenu(menu, entries, lambda: present(documents[0]))
    keys = {name: action.shortcut() for name, action in entries.items()}
    names = {action: name for name, action in entries.items()}
    companions = {"boundary", "predict", "importance"}, {"pictures", "results"}
    for ready, not_yet in (companions, reversed(companions)):
        menu.aboutToShow.emit()
        first = list(itertools.takewhile(lambda action: not action.isSeparator(), menu.actions()))
        others = [action for other in made.others.values() for action in other.actions()]
        assert ready < {names[action] for action in first} and not_yet <= {names[action] for action in others}
        assert sorted(names[action] for action in (*first, *others)) == sorted(entries)
        assert {name: action.shortcut() for name, action in entries.items()} == keys
        assert menu.actions()[-1].text() == "Theme" and all(
            other.menuAction().isVisible() for other in made.others.values()
        )
        documents.reverse()
    for action in made.others[About.NEURON].actions():
        action.setVisible(False)
    made.arrange()
    assert not made.others[About.NEURON].menuAction().isVisible()


def test_every_picture_says_what_it_shows():
    for face in faces().values():
        assert re.fullmatch(r"[A-Z].{15,110}\.", face.tip), face.name


def test_the_weight_space_comes_by_its_key(open_window, qtbot):
    window = open_window()
    room = window.network
    qtbot.waitUntil(lambda: room.docks["score"].seen, timeout=60_000)
    assert "surface" not in room.views.there and room.docks["surface"].isHidden()
    assert room.docks["surface"] not in room.tabifiedDockWidgets(room.docks["boundary"])
    window.actions_["show_surface"].trigger()
    qtbot.waitUntil(lambda: room.docks["surface"].seen, timeout=60_000)
    assert room.docks["surface"] in room.tabifiedDockWidgets(room.docks["score"])
    qtbot.waitUntil(lambda: room.lab.runs.ready, timeout=60_000)


def test_a_card_about_the_weight_space_shows_it_large_with_the_input_space_beside_it(open_window, qtbot):
    window = open_window(FOLDER / "presets" / "landscape.toml")
    room = window.network
    docks, surface, boundary = room.docks, room.docks["surface"], room.docks["boundary"]
    qtbot.waitUntil(lambda: surface.seen, timeout=60_000)
    assert boundary in room.tabifiedDockWidgets(surface) and surface.y() < docks["score"].y()
    assert surface.height() > docks["score"].height() and room.layouts.pair == ("network", "surface")
    assert window.actions_["show_boundary"].text() == "Input space"
    window.actions_["show_boundary"].trigger()
    qtbot.waitUntil(lambda: boundary.seen and not surface.seen)
    window.actions_["show_surface"].trigger()
    qtbot.waitUntil(lambda: surface.seen and not boundary.seen)
    room.take(Experiment.load(FOLDER / "presets" / "playground.toml"), None, None, playing=False)
    qtbot.waitUntil(lambda: boundary.seen and surface.isHidden() and docks["score"].seen)
    assert not room.tabifiedDockWidgets(boundary)
    window.actions_["show_surface"].trigger()
    qtbot.waitUntil(lambda: surface.seen)
    assert surface.y() > boundary.y() and docks["score"] in room.tabifiedDockWidgets(surface)
    room.take(Experiment.load(FOLDER / "presets" / "landscape.toml"), None, None, playing=False)
    qtbot.waitUntil(lambda: surface.seen and docks["score"].seen and surface.y() < docks["score"].y())
    assert boundary in room.tabifiedDockWidgets(surface)


def test_an_axis_that_is_chosen_in_the_network_is_seen_in_the_weight_space(open_window, qtbot, monkeypatch):
    room = open_window().network
    network, pointed = room.views["network"], []
    monkeypatch.setattr(SurfaceView, "show_direction", lambda _view, weight: pointed.append(weight))
    network.canvas.weight_picked.emit(Weight("h1.weight", (0, 1), "w from x₂ to unit 1"))
    qtbot.waitUntil(lambda: room.docks["surface"].seen, timeout=60_000)
    assert room.store.view.options["surface"]["at"][0] == "h1.weight[0,1]"
    network.weight_pointed.emit(("h1.bias", (0,), "bias of unit 1"))
    assert pointed == [("h1.bias", (0,), "bias of unit 1")]


def test_a_view_says_for_which_experiments_it_stands_ready(add):
    add("tally.py", ONE_FILE)
    ring = Experiment.load(FOLDER / "presets" / "playground.toml")
    assert place_of(ring) == "boundary" and not companions_of(ring)
    assert companions_of(ring.model_copy(update={"batch_size": 7})) == ("tally",)
    assert place_of(ring.model_copy(update={"description": "to be counted"})) == "tally"


def test_a_view_in_a_folder_without_a_face_of_its_own_is_found(add):
    add("tally/__init__.py", '"""A view."""')
    add("tally/view.py", ONE_FILE)
    assert faces()["tally"].title == "Tally" and view_class("tally").__name__ == "TallyView"


def test_two_views_of_one_name_are_refused(add):
    add("tally.py", ONE_FILE)
    add("twin.py", ONE_FILE)
    with pytest.raises(TypeError, match="two views are called 'tally'"):
        faces()


def test_every_view_wears_its_face(qapp):
    for name, face in faces().items():
        view = view_class(name)
        assert issubclass(view, face) and view.name == name and view.title == face.title and face.title


def test_no_view_calls_a_method_as_its_base_calls_a_value(qapp):
    """What the base writes into itself hides a method of that name in a view; Qt's slot tells nobody."""
    written = {name for cls in (View, FrameView) for name in ASSIGNED.findall(inspect.getsource(cls))}
    assert len(written) > 8
    clashes = {
        name: methods
        for name in faces()
        if (
            methods := {
                each
                for cls in view_class(name).__mro__
                for each in written & set(vars(cls))
                if inspect.isfunction(vars(cls)[each])
            }
        )
    }
    assert not clashes


def test_each_corner_of_the_grid_has_one_view_and_every_command_a_view():
    assert [len(seated(seat)) for seat in (Seat.LEFT, Seat.BELOW_LEFT, Seat.BELOW_RIGHT)] == [1, 1, 1]
    assert seats().at_first == ("network", "boundary", "loss", "score")
    assert set(commands()) == {name for name, face in faces().items() if face.shortcut}


def test_the_menus_need_no_view_in_a_folder():
    code = (
        "import sys; from app.views.registry import faces; faces(); "
        "print([name for name in sys.modules if name.startswith('app.views.') and name.endswith('.view')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "[]", done.stdout + done.stderr
