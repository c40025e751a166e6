"""Before and after an autoencoder, and the map of its codes: real widgets with frames of a real session."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from app.documents.intents import ChooseSample
from app.documents.view_state import ViewState
from app.look import theme as look
from app.views.code_map.view import CodeMapView
from app.views.codes.view import CodesView
from app.views.redrawing.view import RedrawingView
from core.experiment import Experiment
from core.frames import RunState, Update
from core.training.session import Session

pytestmark = pytest.mark.usefixtures("kernel")


def session_of(damage: str = "none", code: int = 2, **data) -> Session:
    values = {
        "data": {"kind": "digits", "samples": 120} | data, "task": {"kind": "autoencoder", "damage": damage}, "loss": {"kind": "mean_squared"},
        "layers": [{"kind": "dense", "name": "code", "units": code, "activation": {"kind": "tanh"}}, {"kind": "dense", "name": "h2", "units": 12}],
    }  # fmt: skip
    session = Session(Experiment.parse(values))
    session.advance(3)
    return session


def answer(view, session: Session) -> None:
    frames = {name: session.frame(probe) for name, probe in view.requests().items()}
    view.show_update(Update(1, RunState.running, session.updates, 1.0, 100, 1.0, 100.0, {}, frames))


def shown(qtbot, view, session: Session, size=(512, 412)):
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_theme(look.current())
    view.show_view(ViewState())
    view.show_experiment(session.experiment, session.prepared)
    view.show()
    answer(view, session)
    return view


@pytest.mark.parametrize(("damage", "rows"), [("none", 2), ("noise", 3), ("watermark", 3)])
def test_pictures_stand_before_and_after_with_their_errors(qtbot, damage, rows):
    session = session_of(damage)
    view = shown(qtbot, RedrawingView(), session)
    arrays = view.frame.arrays
    assert len(view.rows.rows) == rows and view.rows.count == 8
    outputs = session.learner.outputs(session.prepared.x[arrays["index"]])
    assert np.allclose(
        arrays["error"], ((outputs - session.prepared.targets[arrays["index"]]) ** 2).mean(axis=1), atol=1e-6
    )
    assert "Mean squared error of a pixel" in view.sentence.text() and "mean picture" in view.sentence.text()
    assert ("as it is" in view.sentence.text()) == (damage != "none")
    assert not view.grab().toImage().isNull()


def test_grey_shapes_are_coloured(qtbot):
    session = session_of("colour", kind="shapes", side=12, colour="by shape")
    view = shown(qtbot, RedrawingView(), session)
    arrays = view.frame.arrays
    assert arrays["seen"].shape == (8, 12, 12, 1) and arrays["drawn"].shape == arrays["clean"].shape == (8, 12, 12, 3)
    assert np.isnan(arrays["seen_error"]).all()


@pytest.mark.parametrize("size", [(512, 412), (512, 200), (900, 300), (260, 500)])
def test_no_picture_covers_another_at_any_size(qtbot, size):
    view = shown(qtbot, RedrawingView(), session_of("noise"), size)
    cells = [view.rows.cell(row, column) for row in range(3) for column in range(8)]
    for number, cell in enumerate(cells):
        assert (
            cell.left() >= 0 and cell.right() <= view.rows.width() + 0.5 and cell.bottom() <= view.rows.height() + 0.5
        )
        assert not any(cell.intersects(other) for other in cells[:number])


def test_the_arrows_turn_the_page_and_a_click_chooses(qtbot):
    session = session_of()
    view = shown(qtbot, RedrawingView(), session)
    said = []
    view.intent.connect(said.append)
    view.after.click()
    assert view.requests()["redrawing"].first == 8
    QTest.mouseClick(view.rows, Qt.MouseButton.LeftButton, pos=view.rows.cell(0, 2).center().toPoint())
    assert said[-1] == ChooseSample(int(view.frame.arrays["index"][2]))
    assert "mean squared error" in view.rows.words_at(view.rows.cell(1, 0).center())


@pytest.mark.parametrize("view", [RedrawingView, CodeMapView])
def test_other_tasks_say_what_would_fill_it(qtbot, view):
    made = shown(qtbot, view(), Session(Experiment.parse({"data": {"kind": "circle", "samples": 40}})))
    assert made.requests() == {} and not made.body.isVisible() and "Autoencoder" in made.empty_text


# The map


def test_the_codes_lie_where_the_layer_says(qtbot):
    session = session_of()
    view = shown(qtbot, CodeMapView(), session)
    arrays = view.frame.arrays
    values = session.learner.trace(session.prepared.x[arrays["index"]])["code"][1]
    assert np.allclose(arrays["codes"], values, atol=1e-6)
    drawn = sum(len(item.getData()[0]) for item in view.swarm if item.isVisible())
    assert drawn == len(arrays["codes"])
    symbols = {item.opts["symbol"] for item in view.swarm if item.isVisible()}
    assert len(symbols) == 10


def test_the_decoder_draws_at_a_samples_code_what_the_network_draws_of_it(qtbot):
    session = session_of()
    view = shown(qtbot, CodeMapView(), session)
    code, index = view.frame.arrays["codes"][5], int(view.frame.arrays["index"][5])
    view.point_at(float(code[0]), float(code[1]))
    answer(view, session)
    whole = session.learner.outputs(session.prepared.x[index][None])[0].reshape(8, 8)
    assert np.allclose(view.frame.arrays["drawn"][..., 0], whole, atol=1e-5)


def test_dragging_walks_and_asks_for_other_pictures(qtbot):
    session = session_of()
    view = shown(qtbot, CodeMapView(), session)
    asked = []
    view.wants.connect(lambda: asked.append(view.requests()["code_map"].at))
    sheet = view.requests()["code_map"].sheet
    port, centre = view.plot.viewport(), QPointF(view.plot.px_of(*view.frame.arrays["at"])).toPoint()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=centre)
    QTest.mouseMove(port, centre / 2 + centre / 2)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=centre)
    assert asked and len(asked[0]) == 2
    assert "drag" in view.words.text()
    x0, x1, *_ = view.frame.arrays["extent"]
    view.point_at(1e9, 0.0)
    assert view.requests()["code_map"].at[0] == pytest.approx(float(x1)) and x0 < x1
    assert view.requests()["code_map"].sheet == sheet, (
        "the drawings all over the map stay while the pointer is dragged, and after"
    )


def test_a_wider_code_is_seen_in_its_principal_plane(qtbot):
    session = session_of(code=6)
    view = shown(qtbot, CodeMapView(), session)
    values = session.learner.trace(session.prepared.x[view.frame.arrays["index"]])["code"][1].astype(float)
    spread = np.linalg.svd(values - values.mean(axis=0), compute_uv=False) ** 2
    assert view.frame.info["share"] == pytest.approx(spread[:2].sum() / spread.sum(), rel=1e-6)
    assert "6 numbers" in view.words.text() and "component" in view.frame.info["x"]


def test_the_sheet_stands_only_where_its_drawings_can_be_seen(qtbot):
    session = session_of()
    small, large = (shown(qtbot, CodeMapView(), session, size) for size in ((420, 180), (900, 600)))
    assert small.requests()["code_map"].sheet == (0, 0)
    answer(large, session)  # by now the layout has given the plot its room
    columns, rows = large.requests()["code_map"].sheet
    assert columns >= 4 and rows >= 4 and large.frame.arrays["sheet"].shape == (rows, columns, 8, 8, 1)
    next(toggle for toggle in large.toggles() if toggle.text == "Drawings all over the map").turn(False)
    assert large.requests()["code_map"].sheet == (0, 0)
    assert not large.grab().toImage().isNull()


def test_numbers_hold_a_row_a_sample(qtbot):
    for view in (RedrawingView(), CodeMapView()):
        header, rows = shown(qtbot, view, session_of()).numbers()
        assert rows and all(len(row) == len(header) for row in rows)


@pytest.mark.parametrize("view", [CodeMapView, CodesView])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_key_of_a_swarm_has_exactly_the_marks_of_its_samples(qtbot, view, name):
    made = shown(qtbot, view(), session_of(), size=(520, 420))
    theme = look.resolve(name, 1.0)
    made.show_theme(theme)
    made.redraw()
    items = [item for item in made.plot.box.addedItems if isinstance(item, pg.ScatterPlotItem) and len(item.data)]
    painted = {
        (item.opts["brush"].color().name(), item.opts["symbol"], item.opts["pen"].color().name()) for item in items
    }
    looks = made.key.looks
    assert [each.name for each in looks] == list("0123456789")
    assert {(each.colour.lower(), each.symbol, each.rim.lower()) for each in looks} <= painted
    qtbot.waitUntil(lambda: made.key.height() >= made.key.heightForWidth(made.key.width()))
    image = made.key.grab().toImage()
    density = image.devicePixelRatio()
    for each, spot in zip(looks, made.key.spots(made.key.width()), strict=True):
        middle = made.key.marker(spot).center() * density
        assert image.pixelColor(int(middle.x()), int(middle.y())).name() == each.colour.lower(), each.name
