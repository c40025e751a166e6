"""What every view does, with real widgets and made-up frames."""

from __future__ import annotations

import csv

import pytest
from PySide6.QtCore import Qt

from app.look import theme as look
from app.views.base import save_numbers, save_picture
from app.views.boundary.view import BoundaryView
from app.views.curves.view import LossView
from app.views.layers.view import LayersView
from app.views.network.view import NetworkView
from app.views.results.view import ResultsView
from tests.building.view_frames import SIZE, boundary_frame, experiment, shown, update


@pytest.mark.parametrize("make", [BoundaryView, NetworkView, LayersView, ResultsView, LossView])
def test_an_empty_view_says_what_would_fill_it_and_has_a_picture(qtbot, make):
    view = shown(qtbot, make())
    assert len(view.empty_text) > 20
    assert view.empty.isVisible() and not view.body.isVisible()
    assert not view.picture().isNull()
    assert not view.numbers()[1]


def test_a_hidden_view_draws_nothing_until_it_is_shown(qtbot):
    view = BoundaryView()
    qtbot.addWidget(view)
    view.show_theme(look.current())
    view.show_update(update({"boundary": boundary_frame()}))
    assert view.map.image is None
    view.resize(400, 400)
    view.show()
    assert view.map.image is not None


def test_only_frames_of_its_own_are_kept_and_only_the_last(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(2))
    first, last = boundary_frame(0), boundary_frame(1)
    view.show_update(update({"boundary": first, "weights": first}))
    view.show_update(update({"boundary": last}))
    assert view.frames == {"boundary": last}


def test_picture_and_numbers_are_saved(qtbot, tmp_path):
    view = shown(qtbot, BoundaryView(), experiment(2))
    view.show_update(update({"boundary": boundary_frame()}))
    save_picture(view, tmp_path / "map.png")
    save_numbers(view, tmp_path / "map.csv")
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")
    rows = list(csv.reader((tmp_path / "map.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["x₁", "x₂", "answer"]
    assert len(rows) == 1 + SIZE * SIZE
    with pytest.raises(OSError, match="cannot be written: there is no folder"):
        save_picture(view, tmp_path / "missing" / "map.png")


def test_our_menu_stands_in_for_the_plot_s_own(qtbot):
    view = shown(qtbot, BoundaryView(), experiment(2))
    view.show_update(update({"boundary": boundary_frame()}))
    texts = [action.text() for action in view.menu().actions()]
    assert texts[:3] == ["Copy picture", "Save picture…", "Save numbers…"]
    assert "Show test points" in texts
    assert view.plot.contextMenuPolicy() is Qt.ContextMenuPolicy.NoContextMenu
    assert not view.plot.box.menuEnabled()
