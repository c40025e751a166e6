"""The picture of the starts: its cells, its sentence, and the way there from the row of the starting weights."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from app.documents.intents import ShowPicture
from app.forms.row import Row
from app.panels.network_drawer import NetworkDrawer
from app.views.initial.plot import SpreadSheet, filled
from app.views.initial.view import InitialView
from app.views.initial.words import course, sentence
from app.widgets.icon_button import IconButton
from core.data.preparation import prepare
from core.frames import Frame
from core.probes.initial import Initial
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.view_frames import shown, update

pytestmark = pytest.mark.usefixtures("kernel")


def frame_of(values, gradients, kind="he_normal") -> Frame:
    arrays = {"values": np.array([values]), "gradients": np.array([gradients])}
    return Frame(1, 3, None, arrays, {"own": 0, "labels": ("He (normal)",), "kinds": (kind,), "layers": ("h1", "h2", "output")})  # fmt: skip


def test_a_row_a_start_and_a_cell_a_layer(qtbot):
    made = small()
    session = Session(made)
    view = shown(qtbot, InitialView(), made, (528, 300))
    view.show_update(update({"initial": session.frame(Initial())}))
    sheet = view.sheet
    assert sheet.sheet.layers == ("Hidden 1", "Hidden 2", "Output") and len(sheet.sheet.labels) == 9
    assert sheet.sheet.labels[sheet.sheet.own] == "Xavier (uniform)"
    spread = view.frame.arrays["gradients"][4, 1]
    words = sheet.words_at(QPointF(sheet.cell(1, 4, 1).center()))
    assert words.startswith("He (uniform), hidden 2: spread of gradients") and words.endswith(f"{spread:.3g}")
    assert sheet.words_at(QPointF(2, 2)) == ""
    rooms = [sheet.cell(half, row, place) for half in (0, 1) for row in range(9) for place in range(3)]
    assert not any(a.intersects(b) for i, a in enumerate(rooms) for b in rooms[:i])
    assert all(room.right() <= sheet.width() for room in rooms)
    _has_whole_names_however_narrow(qtbot, sheet)
    header, rows = view.numbers()
    assert len(rows) == 27 and len(header) == 4 and rows[13][3] == spread


def _has_whole_names_however_narrow(qtbot, sheet):
    alone = SpreadSheet()
    qtbot.addWidget(alone)
    alone.show_sheet(sheet.sheet, sheet.theme)
    for wide in (220, 250, 320, 528):
        alone.resize(wide, 300)
        fonts = [alone.name_font(row == sheet.sheet.own) for row in range(9)]
        names = [
            QFontMetricsF(font).horizontalAdvance(name) for font, name in zip(fonts, sheet.sheet.labels, strict=True)
        ]
        assert 12 + max(names) <= alone.cell(0, 0, 0).left() and alone.cell(1, 0, 2).right() <= wide


def test_bars_are_as_long_as_powers_of_ten():
    assert [filled(spread) for spread in (0, 1e-6, 1e-2, 10, 1e3, float("nan"))] == [0, 0, 0.5, 1, 1, 0]


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        (0.4, 0.01, "shrink from 0.4 to 0.01"),
        (0.01, 0.4, "grow from 0.01 to 0.4"),
        (0.4, 0.3, "keep about their size, from 0.4 to 0.3"),
        (0.4, 0.0, "vanish"),
        (0.0, 0.0, "are all alike"),
        (float("nan"), 0.1, "are no finite numbers"),
    ],
)
def test_what_becomes_of_a_signal(begin, end, words):
    assert course(begin, end) == words


def test_the_sentence_follows_values_forward_and_gradients_back():
    told = sentence(frame_of((0.4, 0.01, 0.1), (0.5, 0.02, 0.3)), (0, 1))
    assert told == "He (normal), as here: from the first to the last hidden layer values shrink from 0.4 to 0.01; on the way back gradients grow from 0.02 to 0.5."  # fmt: skip
    assert sentence(frame_of((0.4, 0.01, 0.1), (0.5, 0.02, 0.3), kind=""), (0, 1)).startswith("As here: ")
    assert "With two hidden layers or more" in sentence(frame_of((0.4, 0.1, 0.1), (0.5, 0.2, 0.3)), (0,))


def test_the_row_of_the_starting_weights_leads_to_the_picture(qtbot):
    drawer = NetworkDrawer()
    qtbot.addWidget(drawer)
    made = small(layers=[layer(4)])
    drawer.show_experiment(made, prepare(made))
    drawer.refresh()
    asked = []
    drawer.intent.connect(asked.append)
    rows = {row.path: row for row in drawer.findChildren(Row)}
    for path in ("layers.h1.initializer", "output.initializer"):
        next(b for b in rows[path].findChildren(IconButton) if b.accessibleName() == "See it in a picture").click()
    assert asked == 2 * [ShowPicture("initial")]
    others = [row for path, row in rows.items() if not path.endswith(".initializer")]
    assert others and not any(b.accessibleName() == "See it in a picture" for row in others for b in row.findChildren(IconButton) if b.parent() is row)  # fmt: skip
