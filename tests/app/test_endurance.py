"""Long-lived windows: many repaints, docks that float, dock again and hide."""

from __future__ import annotations

import pytest

REPAINTS = 2000  # of all views together: the references that such a Qt loses are lost to the whole process


@pytest.fixture
def window(qtbot, open_window):
    made = open_window()
    qtbot.waitUntil(
        lambda: made.network.lab.run.last is not None and made.network.lab.run.last.updates > 0, timeout=60_000
    )
    return made


def test_the_views_survive_two_thousand_repaints(window, qtbot):
    """A Qt release that loses references to None dies after 100 to 150 repaints of one plot: this test would not come
    to its end."""
    each = REPAINTS // len(window.network.views)
    assert each > 150
    for name, view in window.network.views.items():
        window.network.docks[name].show()
        window.network.docks[name].raise_()
        qtbot.waitUntil(
            lambda view=view, name=name: window.network.docks[name].seen and bool(view.frames or not view.requests()),
            timeout=20_000,
        )
        for _ in range(each):
            view.redraw()
            view.repaint()
    assert window.network.lab.run.last.updates > 0


def test_docks_float_dock_again_and_hide(window, qtbot):
    for dock in window.network.docks.values():
        dock.show()
        dock.raise_()
        for floating in (True, False):
            dock.setFloating(floating)
            qtbot.waitUntil(lambda dock=dock, floating=floating: dock.isFloating() is floating, timeout=5000)
            dock.repaint()
        dock.hide()
        assert not dock.isVisible()
    qtbot.waitUntil(lambda: not window.network.lab.runs.shown, timeout=5000)  # a hidden dock asks for nothing
    for dock in window.network.docks.values():
        dock.show()
    before = window.network.lab.run.last.updates
    qtbot.waitUntil(lambda: window.network.lab.run.last.updates > before, timeout=20_000)
