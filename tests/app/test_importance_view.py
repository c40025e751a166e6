"""Which column helps, in its picture and on the sheet of twenty starts: what stands where, and where it must not."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from app.documents.intents import OverStarts
from app.documents.view_state import ViewState
from app.luck.columns_sheet import NO_SCORE, ColumnsSheet
from app.network.starts import NOTHING_MADE
from app.views.importance.view import COLUMN, ImportanceView
from app.views.importance.words import KEY
from app.widgets.cost_bars import CostBar, CostBars
from core.frames import Frame
from core.importance.columns import NO_ANSWERS, NO_COLUMNS
from core.importance.shuffling import DIVERGED, UNTAUGHT
from core.probes.dependence import Dependence
from core.probes.importance import Importance
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.listening import Said
from tests.building.presets import preset
from tests.building.view_frames import shown, update

pytestmark = pytest.mark.usefixtures("kernel")
TITANIC = {
    "data": {"kind": "titanic"},
    "inputs": {"scaling": "standardize"},
    "layers": [layer(3)],
    "loss": {"kind": "cross_entropy"},
}


@pytest.fixture(scope="module")
def session() -> Session:
    made = Session(small(**TITANIC))
    made.advance(40)
    return made


def told(view: ImportanceView, session: Session) -> None:
    """All that it asks for, until it asks for nothing else."""
    for _ in range(2):
        view.show_update(update({name: session.frame(probe) for name, probe in view.requests().items()}))


@pytest.fixture
def view(qtbot, session) -> ImportanceView:
    view = shown(qtbot, ImportanceView(), session.experiment, (528, 220))
    view.show_experiment(session.experiment, session.prepared)
    told(view, session)
    return view


def test_bars_stand_by_their_cost_and_say_it(view, session):
    frame = session.frame(Importance())
    drops = frame.arrays["drops"].mean(axis=1)
    names = [frame.info["columns"][place] for place in np.argsort(-drops, kind="stable")]
    assert [bar.name for bar in view.bars.bars] == names
    bar = next(bar for bar in view.bars.bars if bar.name == "class")
    assert bar.value == drops[0] and bar.words == f"{100 * drops[0]:.1f} points".replace("-", "−")
    assert (bar.low, bar.high) == pytest.approx(
        (drops[0] - 2 * frame.arrays["error"][0], drops[0] + 2 * frame.arrays["error"][0])
    )
    assert list(bar.dots) == frame.arrays["drops"][0].tolist()
    assert "class (3 inputs, one for each answer, shuffled together)" in bar.tip and "the loss rises by" in bar.tip
    assert not any("together" in bar.tip for bar in view.bars.bars if bar.name != "class")
    assert view.words.text().startswith(f"Accuracy {100 * frame.info['score']:.1f} % on {frame.info['rows']} test rows")
    assert (
        "not what decides survival in the world" in view.sentence.text() and "hide each other's" in view.sentence.text()
    )
    header, rows = view.numbers()
    assert len(rows) == 3 and len(rows[0]) == len(header) and rows[0][1] == drops[0]


def test_a_press_on_a_bar_leads_along_its_column(view, session, qtbot):
    assert view.column == view.bars.bars[0].name == view.curve.frame.info["column"]  # without a choice the dearest
    said = Said(view)
    last = view.bars.bars[-1].name
    view.bars.chosen.emit(last)
    assert (
        view.state.options[COLUMN] == last and said.intents and view.requests()["dependence"] == Dependence(column=last)
    )
    assert view.curve.frame is None  # not that of another column
    told(view, session)
    assert view.curve.frame.info["column"] == last and view.bars.in_hand == last


def test_the_curve_has_its_points_where_the_answers_are(view, session):
    view.show_view(ViewState(options={COLUMN: "class"}))
    told(view, session)
    curve = view.curve
    assert curve.title == "Mean P(survived) along class" and curve.words == ("1st", "2nd", "3rd")
    assert curve.y_of(0.0) == curve.area.bottom() and curve.y_of(1.0) == pytest.approx(curve.area.top())
    assert curve.x_of(1) == pytest.approx(curve.area.center().x())
    words = curve.words_at(QPointF(curve.x_of(2), 30))
    assert words.startswith("class = 3rd in every row\nsurvived: ") and "the middle 80 % of the rows" in words
    view.show_view(ViewState(options={COLUMN: "age"}))
    told(view, session)
    assert (
        curve.words == () and curve.x_of(0) == curve.area.left() and curve.x_of(30) == pytest.approx(curve.area.right())
    )
    view.curve.grab()


@pytest.mark.parametrize(
    "made, title, percent",
    [
        (small(data={"kind": "iris"}, layers=[layer(3)]), "Mean P(class) along ", True),
        (small(data={"kind": "sine"}, layers=[layer(3)], loss={"kind": "mean_squared"}), "Mean y along x", False),
        (small(loss={"kind": "half_squared"}), "Mean output for disc along ", True),
        (preset("two-answers"), "Mean P(class) along ", True),
    ],
)
def test_several_classes_values_and_answers(qtbot, made, title, percent):
    session = Session(made)
    session.advance(300)
    view = shown(qtbot, ImportanceView(), made, (700, 300))
    view.show_experiment(made, session.prepared)
    told(view, session)
    assert view.curve.title.startswith(title) and ("points" in view.bars.bars[0].words) == percent
    assert view.curve.words_at(QPointF(view.curve.area.center())).count("\n") == len(view.curve.frame.info["outputs"])
    view.grab()


@pytest.mark.parametrize(
    "name, sentence", [("digits-dense", NO_COLUMNS), ("names", NO_COLUMNS), ("gan-ring", NO_ANSWERS)]
)
def test_where_there_are_no_columns_it_says_so_and_asks_for_nothing(qtbot, name, sentence):
    view = shown(qtbot, ImportanceView(), None, (400, 300))
    view.show_experiment(preset(name))
    assert view.requests() == {} and view.empty.text() == sentence and view.empty.isVisible()


@pytest.mark.parametrize("why", [DIVERGED, UNTAUGHT])
def test_where_a_cost_says_nothing_the_reason_stands_in_the_place_of_the_bars(view, why):
    """Columns stood there by what they cost a network that early stopping had set back to update 0."""
    view.show_update(update({"importance": Frame(1, 10, None, {}, {"problem": why})}))
    assert view.empty.text() == why and view.empty.isVisible() and not view.bars.isVisible()
    assert view.numbers()[1] == []


def test_where_there_is_little_room_the_sentence_is_a_tip(view):
    assert view.sentence.isVisible() and view.sentence.text() in view.words.toolTip()
    view.resize(528, 120)
    assert not view.sentence.isVisible()


def test_where_it_is_narrow_the_bars_have_the_room(view, qtbot):
    assert view.curve.isVisible() and set(view.requests()) == {"importance", "dependence"}
    view.resize(260, 160)
    assert not view.curve.isVisible() and set(view.requests()) == {"importance"}
    view.resize(260, 400)  # one above the other
    assert view.curve.isVisible() and len(view.requests()) == 2
    qtbot.waitUntil(lambda: view.curve.y() > view.listing.y())


def test_twenty_starts_are_asked_for(view):
    said = Said(view)
    view.over.click()
    assert said.intents == [OverStarts(view.experiment, 40)]


@pytest.mark.slow
def test_the_sheet_opens_for_the_run_whose_button_was_pressed(open_window, qtbot, session):
    room = open_window().network
    sentences = []
    room.lab.sentence.connect(sentences.append)
    room.starts.open_columns(session.experiment, 0)
    assert sentences == [NOTHING_MADE] and not room.starts.is_open
    room.wiring.obey(OverStarts(session.experiment, 5))
    assert room.starts.is_open and room.starts.columns.question.experiment is session.experiment
    assert room.starts.columns.question.updates == 5 and not room.lab.playing
    qtbot.waitUntil(lambda: not room.starts.columns.working, timeout=60_000)
    room.starts.columns.shut()


# The bars alone


def _bars(*values: float) -> tuple[CostBar, ...]:
    return tuple(
        CostBar(f"c{number}", value, value - 1, value + 1, (value,), f"{value} points", f"{value}", f"tip {number}")
        for number, value in enumerate(values)
    )


def test_bars_share_one_axis_with_zero_on_it(qtbot, view):
    bars = CostBars("bars")
    qtbot.addWidget(bars)
    bars.resize(400, 90)
    bars.show_bars(_bars(8.0, 3.0, -2.0), "c1", view.theme)
    left, right = bars.area
    assert bars.ends == (-3.0, 9.0) and bars.x_of(-3) == left and bars.x_of(9) == right
    assert bars.words_at(QPointF(5, 40)) == "tip 1" and bars.words_at(QPointF(5, 500)) == ""
    heard = []
    bars.chosen.connect(heard.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(bars, key)
    qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPointF(50, 75).toPoint())
    assert heard == ["c2", "c0", "c2"]
    assert not bars.is_brief
    bars.resize(120, 120)
    assert bars.is_brief
    bars.show_bars((), "", view.theme)
    assert bars.ends == (0.0, 1.0)
    bars.grab()


def test_bars_share_the_height_and_the_key_stands_below_them_where_there_is_room(qtbot, view):
    bars = CostBars("bars")
    qtbot.addWidget(bars)
    bars.key = KEY
    bars.show_bars(_bars(8.0, 3.0, -2.0), "c1", view.theme)
    tall = {}
    for height in (90, 200, 600):
        bars.resize(500, height)
        bars.grab()
        assert (bars.tells_key, bars.minimumHeight()) == (height > 90, 90)
        tall[height] = next(y for y in range(height) if bars.words_at(QPointF(5, y)) == "tip 1")
    assert tall[90] == 30 < tall[200] < tall[600] == 52
    bars.resize(200, 600)
    assert not bars.tells_key, "its words have no room"


# The sheet


@pytest.fixture
def sheet(qtbot) -> Iterator[ColumnsSheet]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 500)
    window.show()
    made = ColumnsSheet(window)
    yield made
    assert made.end(10)


def test_the_sheet_tells_of_each_column_over_the_starts(qtbot, session, sheet):
    sheet.open(session.experiment, 5)
    qtbot.waitUntil(lambda: not sheet.working, timeout=60_000)
    assert len(sheet.starts) == 20 and sheet.progress.text() == "Each after 5 updates" and not sheet.halt.isVisible()
    assert sheet.found is not None and sheet.sentence.text() == sheet.found.sentence
    assert [bar.name for bar in sheet.bars.bars] == [sheet.found.columns[place] for place in sheet.found.order]
    bar, place = sheet.bars.bars[0], sheet.found.order[0]
    assert (bar.low, bar.value, bar.high) == tuple(sheet.found.bands[place].tolist()) and len(bar.dots) == 20
    assert "What these networks use, not what decides anything in the world." in sheet.about.text()
    before = sheet.starts
    sheet.shut()
    sheet.open(session.experiment, 5)
    assert sheet.starts is before and not sheet.working  # all of it is there


def test_starts_that_have_diverged_have_no_score(qtbot, sheet):
    lost = small(data={"kind": "sine"}, layers=[], loss={"kind": "mean_squared"}, optimizer={"kind": "sgd", "lr": 1e6})
    sheet.open(lost, 40)
    qtbot.waitUntil(lambda: not sheet.working, timeout=60_000)
    assert sheet.sentence.text() == NO_SCORE and not sheet.bars.bars
