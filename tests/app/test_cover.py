"""The first picture by OpenGL makes Qt make the window anew; what it showed stays on the screen meanwhile."""

from __future__ import annotations

import subprocess
import sys
import weakref

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QBackingStore, QGuiApplication, QImage, QWindow
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.views.surface.cover import Cover, cover
from tests.building.places import ROOT


@pytest.fixture
def window(qtbot):
    """A window of one bright colour, shown."""
    made = QWidget()
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setStyleSheet("QWidget { background: #40C060; }")
    row = QHBoxLayout(made)
    row.addWidget(QLabel("before"))
    made.setGeometry(100, 100, 300, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def on_the_screen(window: QWidget) -> np.ndarray:
    """The middle of what the screen shows where the window is, (rows, columns, 3) uint8, and no event is handled."""
    place = window.mapToGlobal(window.rect().topLeft())
    grabbed = QGuiApplication.primaryScreen().grabWindow(0, place.x() + 60, place.y() + 120, 180, 60)
    image = grabbed.toImage().convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(bytes(image.constBits()), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3)


@pytest.mark.gl
def test_what_was_seen_stays_while_the_window_is_made_anew_and_goes_then(qtbot, window):
    qtbot.waitUntil(lambda: on_the_screen(window).mean(axis=(0, 1)) == pytest.approx([0x40, 0xC0, 0x60], abs=2))
    old = window.winId()
    picture = QOpenGLWidget()
    made = cover(window, picture)
    assert made is not None
    window.layout().addWidget(picture)
    assert window.winId() != old, "Qt has made the window anew"
    assert on_the_screen(window).mean(axis=(0, 1)) == pytest.approx([0x40, 0xC0, 0x60], abs=2)  # and it is not black
    gone = []
    made.destroyed.connect(lambda: gone.append(True))

    def drawn():
        picture.update()
        return bool(gone)

    qtbot.waitUntil(drawn, timeout=10_000)
    another = QOpenGLWidget()
    assert cover(window, another) is None, "a window that OpenGL draws already is not made anew"
    another.deleteLater()


@pytest.mark.gl
def test_a_picture_that_is_never_drawn_leaves_no_cover_for_ever(qtbot, window, monkeypatch):
    monkeypatch.setattr("app.views.surface.cover.PATIENCE", 50)
    picture = QOpenGLWidget()
    made = cover(window, picture)
    assert isinstance(made, Cover)
    gone = []
    made.destroyed.connect(lambda: gone.append(True))
    qtbot.waitUntil(lambda: bool(gone), timeout=5000)
    picture.deleteLater()


@pytest.mark.gl
def test_a_window_that_is_closed_before_its_picture_is_drawn_takes_the_cover_along(qtbot, window, monkeypatch):
    """What paints it must not outlive Qt: the program crashed at an end that came soon."""
    stores: list[weakref.ref[QBackingStore]] = []

    def remembered(of: QWindow) -> QBackingStore:
        store = QBackingStore(of)
        stores.append(weakref.ref(store))
        return store

    monkeypatch.setattr("app.views.surface.cover.QBackingStore", remembered)
    picture = QOpenGLWidget()
    qtbot.addWidget(picture)
    made = cover(window, picture)
    assert made is not None and [store() is not None for store in stores] == [True]
    window.close()
    assert not made.isVisible() and [store() for store in stores] == [None]
    gone = []
    made.destroyed.connect(lambda: gone.append(True))
    qtbot.waitUntil(lambda: bool(gone))


ENDING = """
import sys
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QApplication, QWidget
from app.views.surface.cover import cover

app = QApplication([])
window = QWidget()
window.show()
while not window.windowHandle().isExposed():
    app.processEvents()
picture = QOpenGLWidget()
made = cover(window, picture)
made.itself = made  # as in a window, whose parts know each other
window.close()
sys.exit(0)
"""


@pytest.mark.gl
def test_the_program_ends_in_good_order_while_the_window_is_covered():
    done = subprocess.run([sys.executable, "-c", ENDING], capture_output=True, text=True, timeout=60, cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.gl
def test_a_window_that_nobody_sees_is_not_covered(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    assert cover(window, QOpenGLWidget(window)) is None
