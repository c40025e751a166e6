"""What no update changes is painted once; what is painted that way looks as if it had been painted anew."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.bars.figures import Digits
from app.look import theme as look
from app.look.theme import DARK, diverging, diverging_lut
from app.views.drawing import answer_colours
from app.views.network.background import Background
from app.views.network.view import NetworkView
from app.widgets.combo import Combo, Option
from core.data.preparation import prepare
from core.documents.edits import replace
from core.experiment import Experiment
from core.machine.resources import FOLDER
from tests.building.presets import preset


@pytest.fixture
def view(qtbot):
    experiment = Experiment.load(FOLDER / "presets" / "playground.toml")
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.show_experiment(experiment, prepare(experiment))
    view.show()
    qtbot.waitExposed(view)
    view.show_theme(view.theme)
    return view


def _pixels(image: QImage) -> bytes:
    return bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())


@pytest.fixture
def grounds(monkeypatch):
    """The backgrounds that are painted from now on, each with its density."""
    painted, picture = [], Background.picture

    def recorded(background, lit, density):
        made = picture(background, lit, density)
        painted.append((density, made))
        return made

    monkeypatch.setattr(Background, "picture", recorded)
    return painted


def test_the_network_is_the_same_from_its_kept_ground_as_painted_anew(view, grounds):
    canvas = view.canvas
    view.show_theme(DARK)
    view.show_theme(look.current())
    anew = _pixels(canvas.grab().toImage())
    painted = len(grounds)
    assert painted and _pixels(canvas.grab().toImage()) == anew
    assert len(grounds) == painted, "the words are not painted again"
    view.show_theme(DARK)
    assert _pixels(canvas.grab().toImage()) != anew
    canvas.resize(500, 400)
    assert canvas.grab().toImage().size() == canvas.size() == grounds[-1][1].size()


def test_a_copied_picture_has_its_words_at_its_own_density(view, grounds):
    view.canvas.grab()
    view.picture()
    density, ground = grounds[-1]
    assert density == 2.0 and ground.size() == 2 * view.canvas.size()


class Heard(QObject):
    """The events of one kind that widgets are sent."""

    def __init__(self, kind: QEvent.Type, *widgets: QWidget) -> None:
        super().__init__()
        self.kind, self.count = kind, 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == self.kind
        return False


def test_the_buttons_of_a_network_are_told_once_what_they_do(view):
    heard = Heard(QEvent.Type.ToolTipChange, *view.canvas.findChildren(QAbstractButton))
    view.draw()
    assert not heard.count
    view.show_experiment(replace(view.experiment, "layers.h1.units", 3), view.prepared)
    assert heard.count


def test_a_network_of_layers_is_laid_out_once(qtbot):
    made = preset("digits-dense")
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(640, 480)
    view.show_experiment(made, prepare(made))
    view.show()
    qtbot.waitExposed(view)
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    heard = Heard(QEvent.Type.LayoutRequest, view.stack.canvas)
    view.draw()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert not heard.count
    count = view.stack.counts["layers"]
    assert count.words.text() == "1 hidden layer"
    view.show_experiment(replace(made, "layers", []), prepare(made))
    assert count.words.text() == "0 hidden layers"


def test_a_choice_shown_again_says_nothing_anew(qtbot):
    combo = Combo("Data", (Option("ring", "Ring", "Two rings"), Option("moons", "Moons", "Two moons")))
    qtbot.addWidget(combo)
    combo.set_value("moons")
    heard = Heard(QEvent.Type.ToolTipChange, combo)
    combo.set_value("moons")
    assert not heard.count and combo.toolTip() == "Two moons"
    combo.set_value("ring")
    assert heard.count == 1 and combo.toolTip() == "Two rings"


def test_a_number_that_grows_within_its_room_lays_nothing_out_anew(qtbot):
    digits = Digits("–")
    qtbot.addWidget(digits)
    digits.reserve(digits.font(), "8,888")
    room = digits.size()
    digits.setText("1,234")
    assert digits.size() == room and digits.minimumSize() == digits.maximumSize() == room
    digits.setText("123,456,789")
    assert digits.maximumWidth() > room.width() and digits.maximumWidth() >= digits.sizeHint().width()


def test_colours_of_values_at_the_ends_between_and_unknown():
    values = np.array([[-9.0, -1.0, 0.0], [1.0, np.inf, np.nan]])
    found, scale = diverging(values, -1.0, 1.0), diverging_lut()
    assert found.shape == (2, 3, 4) and (found[0] == scale[[0, 0, 127]]).all()
    assert (found[1, :2] == scale[[254, 254]]).all() and tuple(found[1, 2]) not in set(map(tuple, scale))


def test_the_lines_of_several_levels_are_those_of_each():
    x = np.linspace(-3, 3, 40)
    field = np.sin(x)[:, None] * np.cos(x)
    field[4, 7] = np.nan
    levels, extent = np.array([-0.5, 0.0, 0.3, 2.0]), (-3.0, 3.0, -3.0, 3.0)
    xs, ys, ends = answer_colours.contours(field, levels, extent)
    for level in levels:
        one = answer_colours.contour(field, float(level), extent)
        assert np.array_equal(xs[ends == level], one[0]) and np.array_equal(ys[ends == level], one[1])
    assert len(xs) == len(ends) and not (ends == 2.0).any()
