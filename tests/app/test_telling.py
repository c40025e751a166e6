"""Pictures say in a tool-tip what lies under the mouse, and look at their events only meanwhile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QEnterEvent, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from app.look.theme import current
from app.views.network.view import NetworkView
from app.views.pictures.grid import Card, PictureGrid
from app.widgets.telling import Telling
from tests.building.presets import preset
from tests.building.view_frames import experiment, network_frames, shown, update


class Halves(Telling):
    """Says on which side the mouse is, and counts the events that it looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.looked_at = 0
        self.resize(200, 100)

    def words_at(self, place: QPointF) -> str:
        return "left" if place.x() < 100 else ""

    def eventFilter(self, watched, event) -> bool:
        self.looked_at += 1
        return super().eventFilter(watched, event)


@pytest.fixture
def halves(qtbot):
    made = Halves()
    qtbot.addWidget(made)
    return made


def ask(widget: QWidget, spot: QPoint) -> str:
    """What the tip says where the mouse rests."""
    QToolTip.showText(QPoint(), "")
    place = QPointF(spot)
    QApplication.sendEvent(widget, QEnterEvent(place, place, QPointF(widget.mapToGlobal(spot))))
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, spot, widget.mapToGlobal(spot)))
    return QToolTip.text()


@pytest.fixture(autouse=True)
def no_tip_is_left(qtbot):
    yield
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible(), timeout=5000)


def test_the_tip_is_of_the_place_under_the_mouse(halves):
    halves.show()
    assert ask(halves, QPoint(20, 50)) == "left"


def spots(picture: QWidget) -> dict[str, QPoint]:
    """What a picture says, each with a place where it does."""
    return {
        picture.words_at(QPointF(x, y)): QPoint(x, y)
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
    }


def test_a_picture_of_the_grid_says_all_about_itself(qtbot):
    grid, image = PictureGrid(), QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0)
    qtbot.addWidget(grid)
    grid.resize(300, 300)
    grid.show_cards(tuple(Card(number, image, "", 0.5, False, f"no. {number}") for number in range(3)), 0, current())
    assert set(spots(grid)) == {"", "no. 0", "no. 1", "no. 2"}
    assert ask(grid, spots(grid)["no. 1"]) == "no. 1"


def test_a_unit_network_names_its_inputs_and_its_output(qtbot):
    made = experiment(3)
    view = shown(qtbot, NetworkView(), made)
    view.show_update(update(network_frames(made)))
    said = spots(view.canvas)
    assert {"", "x₁", "x₂"} < set(said)
    assert ask(view.canvas, said["x₂"]) == "x₂"


def test_a_network_of_layers_names_each_in_full(qtbot):
    view = shown(qtbot, NetworkView(), preset("digits-dense"))
    canvas = view.stack.canvas
    said = spots(canvas)
    told = "64 ReLU\n1 × 8 × 8 → 64\n4,160 parameters"
    assert {"", "Picture: 1 × 8 × 8", told, "Output\n64 → 10\n650 parameters"} == set(said)
    assert ask(canvas, said[told]) == told


def test_its_events_are_its_own_while_the_mouse_is_elsewhere(halves):
    QApplication.sendEvent(halves, QEvent(QEvent.Type.UpdateRequest))
    assert not halves.looked_at
    place = QPointF(20, 50)
    QApplication.sendEvent(halves, QEnterEvent(place, place, place))
    QApplication.sendEvent(halves, QEvent(QEvent.Type.UpdateRequest))
    assert halves.looked_at
    QApplication.sendEvent(halves, QEvent(QEvent.Type.Leave))
    before = halves.looked_at
    QApplication.sendEvent(halves, QEvent(QEvent.Type.UpdateRequest))
    assert halves.looked_at == before
