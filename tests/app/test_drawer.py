"""A drawer lies over the pictures, and shuts by Esc, its cross or a press elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QPushButton, QVBoxLayout, QWidget

from app.widgets.combo import Combo, Option
from app.widgets.drawer import Drawer
from app.widgets.slider_field import SliderField
from core.params import Range

LEFT = Qt.MouseButton.LeftButton


class Lab(QMainWindow):
    """A panel, a picture, and a drawer over the picture."""

    def __init__(self) -> None:
        super().__init__()
        ground = QWidget()
        self.setCentralWidget(ground)
        self.panel, self.picture = QWidget(ground), QWidget(ground)
        self.panel.setGeometry(0, 0, 200, 500)
        self.picture.setGeometry(200, 0, 600, 500)
        self.more = QPushButton("More", self.panel)
        self.entry = SliderField("Noise", Range(0, 1))
        self.choice = Combo("Data", (Option("ring", "Ring"), Option("moons", "Moons")))
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self.entry)
        column.addWidget(self.choice)
        self.drawer = Drawer("More about the data", content, self, self.panel)
        self.more.clicked.connect(self.toggle)
        self.shut = 0
        self.drawer.closed.connect(self._count)
        self.resize(800, 500)

    def toggle(self) -> None:
        self.drawer.toggle(self.more)

    def _count(self) -> None:
        self.shut += 1

    def press(self, widget: QWidget, spot: QPoint | None = None) -> None:
        """As a person does: the system tells the window, and the window the widget."""
        place = widget.mapTo(self, widget.rect().center() if spot is None else spot)
        QTest.mouseClick(self.windowHandle(), LEFT, Qt.KeyboardModifier.NoModifier, place)


@pytest.fixture
def lab(qtbot):
    made = Lab()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def test_it_lies_over_the_pictures(lab):
    before = lab.picture.geometry()
    lab.toggle()
    assert lab.drawer.isVisible() and lab.picture.geometry() == before
    assert lab.drawer.x() == 200 and lab.drawer.geometry().bottom() < lab.height()
    lab.toggle()
    assert not lab.drawer.isVisible()


def test_it_is_as_high_as_its_window(lab, qtbot):
    lab.toggle()
    low = lab.drawer.height()
    lab.resize(900, 700)
    lab.panel.resize(200, 700)
    qtbot.waitUntil(lambda: lab.height() == 700, timeout=5000)
    lab.resize(900, 690)
    qtbot.waitUntil(lambda: lab.drawer.height() > low, timeout=5000)


def test_it_stays_beside_its_panel_when_that_moves(lab):
    """Letters of another size moved the bars above it: it stood 3 px too high until the window had another size."""
    lab.toggle()
    lab.panel.setGeometry(0, 3, 210, 490)
    assert (lab.drawer.x(), lab.drawer.y(), lab.drawer.height()) == (210, 3, 490)
    lab.toggle()
    lab.panel.setGeometry(0, 0, 200, 500)
    assert lab.drawer.y() == 3, "nobody asks while it is shut"
    lab.toggle()
    assert lab.drawer.y() == 0


def test_esc_shuts_it_and_gives_the_focus_back(lab, qtbot):
    lab.toggle()
    lab.entry.slider.setFocus()
    qtbot.waitUntil(lab.entry.slider.hasFocus, timeout=5000)
    QTest.keyClick(lab.entry.slider, Qt.Key.Key_Escape)
    assert not lab.drawer.isVisible()
    qtbot.waitUntil(lab.more.hasFocus, timeout=5000)


def test_a_press_elsewhere_shuts_it(lab):
    lab.toggle()
    lab.press(lab.entry.slider)
    assert lab.drawer.isVisible() and not lab.shut
    lab.press(lab.picture, QPoint(560, 400))
    assert not lab.drawer.isVisible() and lab.shut == 1
    lab.press(lab.picture, QPoint(560, 400))
    assert lab.shut == 1


def test_the_button_that_opened_it_shuts_it_once(lab):
    lab.press(lab.more)
    assert lab.drawer.isVisible()
    lab.press(lab.more)
    assert not lab.drawer.isVisible() and lab.shut == 1


def test_a_press_that_puts_a_list_away_leaves_it_open(lab, qtbot):
    lab.toggle()
    lab.choice.showPopup()
    qtbot.waitUntil(lab.choice.view().isVisible, timeout=5000)
    lab.press(lab.picture, QPoint(560, 400))
    qtbot.waitUntil(lambda: not lab.choice.view().isVisible(), timeout=5000)
    assert lab.drawer.isVisible()
    lab.press(lab.picture, QPoint(560, 400))
    assert not lab.drawer.isVisible()
