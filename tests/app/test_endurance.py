"""Long-lived windows: many repaints, docks that float, dock again and hide."""

from __future__ import annotations

import pytest

REPAINTS = 2000


@pytest.fixture
def window(qtbot, open_window):
    made = open_window()
    qtbot.waitUntil(lambda: made.lab.last is not None and made.lab.last.updates > 0, timeout=60_000)
    return made


def test_every_view_survives_two_thousand_repaints(window, qtbot):
    """A Qt release that loses references to None dies after some hundred repaints: this test would not come to its end."""
    for name, view in window.views.items():
        window.docks[name].show()
        window.docks[name].raise_()
        qtbot.waitUntil(lambda view=view, name=name: window.docks[name].seen and bool(view.frames or not view.frame_names), timeout=20_000)
        for _ in range(REPAINTS):
            view.redraw()
            view.repaint()
    assert window.lab.last.updates > 0


def test_docks_float_dock_again_and_hide(window, qtbot):
    for dock in window.docks.values():
        dock.show()
        dock.raise_()
        for floating in (True, False):
            dock.setFloating(floating)
            qtbot.waitUntil(lambda dock=dock, floating=floating: dock.isFloating() is floating, timeout=5000)
            dock.repaint()
        dock.hide()
        assert not dock.isVisible()
    qtbot.waitUntil(lambda: not window.lab._shown, timeout=5000)  # a hidden dock asks for nothing
    for dock in window.docks.values():
        dock.show()
    before = window.lab.last.updates
    qtbot.waitUntil(lambda: window.lab.last.updates > before, timeout=20_000)
