"""Qt paints on its own: no handler in Python, ours or pyqtgraph's, stands between a plot and its paint."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtWidgets import QGraphicsView, QWidget

import app
from app.look import theme as look
from app.views.drawing.plot import Plot, say


def _kinds(base: type) -> set[type]:
    return {base, *(kind for each in base.__subclasses__() for kind in _kinds(each))}


@pytest.fixture(scope="module")
def ours() -> set[type]:
    """Every kind of widget of the program."""
    for module in pkgutil.walk_packages(app.__path__, "app."):
        importlib.import_module(module.name)
    return {kind for kind in _kinds(QWidget) if kind.__module__.startswith("app.")}


def test_no_widget_has_a_handler_of_all_events(ours):
    """Inherited ones count, too."""
    assert not [(kind, name) for kind in ours for name in ("event", "viewportEvent") if _in_python(kind, name)]


def test_no_scene_is_painted_from_python(ours):
    views = [kind for kind in ours if issubclass(kind, QGraphicsView)]
    assert Plot in views and not [kind for kind in views if _in_python(kind, "paintEvent")]


def _in_python(kind: type, name: str) -> bool:
    return inspect.isfunction(getattr(kind, name, None))


def test_a_plot_is_where_its_ranges_say_as_soon_as_they_are_set(qtbot):
    plot = Plot("Loss")
    qtbot.addWidget(plot)
    plot.dress(look.current())
    curve = pg.PlotCurveItem(np.array([0.0, 1.0]), np.array([0.0, 1.0]))
    plot.addItem(curve)
    plot.resize(400, 300)
    plot.show()
    qtbot.waitExposed(plot)
    for extent in ((0.0, 1.0, 0.0, 1.0), (-2.0, 6.0, -1.0, 3.0)):
        plot.frame_to(*extent)
        _lies_in(plot, curve, extent)
    plot.resize(640, 200)
    qtbot.waitUntil(lambda: plot.box.width() > 500, timeout=5000)
    _lies_in(plot, curve, extent)


def _lies_in(plot: Plot, curve: pg.PlotCurveItem, extent: tuple[float, float, float, float]) -> None:
    """The curve's own transform, by which it is painted: its end stands at (1, 1) of the data."""
    x0, x1, y0, y1 = extent
    room = plot.box.mapRectToScene(plot.box.rect())
    end = curve.sceneTransform().map(1.0, 1.0)
    assert end[0] == pytest.approx(room.left() + room.width() * (1 - x0) / (x1 - x0), abs=0.01)
    assert end[1] == pytest.approx(room.bottom() - room.height() * (1 - y0) / (y1 - y0), abs=0.01)


@pytest.mark.parametrize(
    ("value", "words"),
    [(1e8, "1e8"), (6.2e5, "6.2e5"), (-1.5e-5, "−1.5e−5"), (2e-7, "2e−7"), (10.0, "10.00"), (0.0, "0.00")],
)
def test_a_power_is_written_with_the_digits_that_it_has(value, words):
    assert say(value) == words
