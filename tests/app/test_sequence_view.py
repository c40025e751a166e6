"""The picture of a sequence with real widgets: frames of a real session, what is asked for, and what a person does."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest

from app.documents.intents import ChooseSample
from app.documents.view_state import ViewState
from app.look import theme as look
from app.views.drawing.letters import LINE_SHARE, lowered
from app.views.sequence.answer import answer_sentence, chances_of
from app.views.sequence.strips import DECADES, LEAST, log_heights
from app.views.sequence.view import SequenceView
from core.experiment import Experiment
from core.frames import RunState, Update
from core.machine.resources import FOLDER
from core.probes.sequence import Sequence
from core.training.session import Session

RECALL = {
    "data": {"kind": "recall", "samples": 60, "steps": 7, "alphabet": 3},
    "layers": [{"kind": "lstm", "units": 4}],
}
SUNSPOTS = {
    "data": {"kind": "sunspots", "steps": 6},
    "task": {"kind": "forecast"},
    "loss": {"kind": "mean_squared"},
    "layers": [{"kind": "gru", "units": 4}],
}
NAMES = {
    "data": {"kind": "names", "steps": 5, "samples": 200},
    "task": {"kind": "characters"},
    "layers": [{"kind": "gru", "units": 4, "depth": 2}],
}
SENTENCES = {
    "data": {"kind": "sentences", "samples": 60, "fillers": 2, "countries": 3},
    "layers": [{"kind": "rnn", "units": 4}],
}
ADDING = {
    "data": {"kind": "adding", "samples": 60, "steps": 6},
    "loss": {"kind": "mean_squared"},
    "layers": [{"kind": "gru", "units": 4}],
    "task": {"kind": "values"},
}


def session_of(values) -> Session:
    session = Session(Experiment.parse(values))
    session.advance(3)
    return session


def shown(qtbot, session: Session, state: ViewState | None = None, size=(512, 412)) -> SequenceView:
    """A view with the frames that it asks a session for."""
    view = SequenceView()
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_theme(look.current())
    view.show_view(state or ViewState())
    view.show_experiment(session.experiment, session.prepared)
    view.show()
    answer(view, session)
    return view


def answer(view: SequenceView, session: Session) -> None:
    frames = {name: session.frame(probe) for name, probe in view.requests().items()}
    view.show_update(Update(1, RunState.running, session.updates, 1.0, 100, 1.0, 100.0, {}, frames))


def test_the_cell_is_unrolled_with_its_gates_and_the_gradient(qtbot):
    view = shown(qtbot, session_of(RECALL))
    labels = [strip.label for strip in view.unrolled.strips]
    assert labels == ["input gate", "forget gate", "candidate", "output gate", "memory c", "state h", "|∂L/∂memory|"]
    assert "guesses" in view.words.text() and view.words.text().startswith("Test sequence")
    assert view.answers.currentWidget().isVisible() and len(view.chances.rows) == 3
    assert not view.grab().toImage().isNull()


@pytest.mark.parametrize("size", [(512, 412), (512, 214), (900, 300), (300, 600)])
@pytest.mark.parametrize(
    "values", [RECALL, SUNSPOTS, NAMES, SENTENCES, ADDING], ids=["recall", "sunspots", "names", "sentences", "adding"]
)
def test_every_task_is_drawn_at_every_size(qtbot, values, size):
    view = shown(qtbot, session_of(values), size=size)
    image = view.grab().toImage()
    assert not image.isNull()
    rooms = view.unrolled.rooms()
    assert all(room.height() > 0 and room.right() <= view.unrolled.width() for room in rooms)
    assert all(one.bottom() <= other.top() + 0.01 for one, other in itertools.pairwise(rooms))


@pytest.mark.parametrize(("size", "scale"), [((512, 350), 1.0), ((512, 300), 1.25), ((900, 600), 1.0)])
def test_the_names_of_the_strips_do_not_touch(qtbot, size, scale):
    """300 px is what is left at a text scale of 125 % in a window of 1280×740."""
    view = shown(qtbot, session_of(RECALL), size=size)
    theme = look.resolve("light", scale)
    view.show_theme(theme)
    unrolled = view.unrolled
    rooms = [unrolled.label_room(*each) for each in zip(unrolled.strips, unrolled.rooms(), strict=True)]
    fonts = [lowered(theme.font(look.CAPTION), room.height(), LEAST) for room in rooms]
    for font, (one, other) in zip(fonts, itertools.pairwise(rooms), strict=False):
        assert LINE_SHARE * QFontMetricsF(font).height() <= other.center().y() - one.center().y() + 1
    assert size[0] == 512 or all(font == theme.font(look.CAPTION) for font in fonts)


def test_what_is_asked_for_fits_the_task(qtbot):
    asked = {
        name: set(shown(qtbot, session_of(values)).requests())
        for name, values in (("recall", RECALL), ("sun", SUNSPOTS), ("names", NAMES))
    }
    assert asked == {"recall": {"sequence"}, "sun": {"sequence", "continuation"}, "names": {"sequence", "writing"}}


@pytest.mark.usefixtures("kernel")
def test_other_data_say_what_would_fill_it(qtbot):
    view = shown(qtbot, session_of({"data": {"kind": "circle", "samples": 40}}))
    assert view.requests() == {} and not view.body.isVisible()
    assert "sequences" in view.empty_text


def test_a_network_without_a_cell_says_so_and_shows_the_inputs(qtbot):
    view = shown(qtbot, session_of(SUNSPOTS | {"layers": [{"kind": "flatten"}, {"kind": "dense", "units": 4}]}))
    assert view.note.isVisible() and "RNN" in view.note.text()
    assert [strip.kind for strip in view.unrolled.strips] == ["input", "slope"]


def test_the_arrows_walk_through_the_part(qtbot):
    session = session_of(RECALL)
    view = shown(qtbot, session)
    said = []
    view.intent.connect(said.append)
    view.after.click()
    view.before.click()
    test = session.prepared.test
    assert said == [ChooseSample(int(test[1])), ChooseSample(int(test[-1]))]
    view.show_view(ViewState(sample=int(test[1])))
    assert view.requests()["sequence"].index == test[1]


def test_a_click_lets_the_forecast_begin_there(qtbot):
    session = session_of(SUNSPOTS)
    view = shown(qtbot, session)
    assert "left to itself" in view.forecast.words.text() and len(view.forecast.free.getData()[0]) == 60
    info = view.forecast.frame.info
    for name in ("taught_mse", "free_mse", "naive_mse"):  # in sunspots, not in hundreds of them
        assert f"±{100 * info[name] ** 0.5:.3g}" in view.forecast.words.text()
    assert "in sunspots" in view.forecast.words.text()
    years, values = view.forecast.truth.getData()
    counted = dict(np.loadtxt(FOLDER / "data" / "sunspots.csv", delimiter=",", skiprows=1))
    assert all(counted[year] == pytest.approx(100 * value) for year, value in zip(years, values, strict=True))
    said = []
    view.intent.connect(said.append)
    port = view.forecast.plot.viewport()
    start = view.forecast.frame.info["start"]
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=view.forecast.plot.px_of(1706 + start + 20, 0.5).toPoint())
    assert said == [ChooseSample(start + 20)], "the year that was clicked, not the one beside it"
    before = view.forecast.plot.px_of(1706 + start + 20, 0.5).x()
    view.show_view(ViewState(sample=said[0].sample))
    answer(view, session)
    assert view.forecast.frame.info["start"] == said[0].sample and view.forecast.line.value() == 1706 + start + 20
    assert view.forecast.plot.px_of(view.forecast.line.value(), 0.5).x() == pytest.approx(before, abs=1), (
        "the place that was clicked stays where it is"
    )
    assert len(view.forecast.free.getData()[0]) == 40, "up to the end of the window"
    asked = view.requests()["continuation"]
    answer(view, session)
    assert view.requests()["continuation"] == asked, "it is not asked for anew"


def test_errors_of_the_stretch_and_of_the_whole_test_part_are_told_apart(qtbot):
    session = session_of(SUNSPOTS)
    view = shown(qtbot, session)
    words, prepared = view.forecast.words.text(), session.prepared
    test = prepared.test
    naive = prepared.table.x[test].reshape(len(test), -1)[:, -1] - prepared.table.y[test]
    taught = session.learner.outputs(prepared.x[test])[:, 0] - prepared.table.y[test]
    first = 1706 + view.forecast.frame.info["start"]
    assert f"from year {first} to {first + 59}" in words
    assert (
        f"Whole test part: one step ahead ±{100 * np.mean(taught**2) ** 0.5:.3g}, last value again ±{100 * np.mean(naive**2) ** 0.5:.3g}"
        in words
    )


def test_temperature_and_another_draw_are_kept_as_options(qtbot):
    session = session_of(NAMES)
    view = shown(qtbot, session)
    before = view.text.text.text()
    view.text.slider.setValue(15)
    assert view.requests()["writing"].temperature == 1.5
    assert view.state.options["sequence.temperature"] == 1.5
    view.text.more.click()
    assert view.requests()["writing"].draw == 2
    answer(view, session)
    assert view.text.text.text() != before and "τ 1.5" in view.text.degree.text()


def test_several_cells_can_be_chosen(qtbot):
    view = shown(qtbot, session_of(NAMES))
    assert view.cell.isVisible() and view.cell.count() == 2
    first = view.unrolled.strips[-2].values
    view.cell.set_value(1)
    view.redraw()
    assert not np.array_equal(first, view.unrolled.strips[-2].values)


def test_the_sentence_and_its_guess(qtbot):
    view = shown(qtbot, session_of(SENTENCES))
    assert view.chances.heading.startswith("I live in ") and view.chances.heading.endswith(" … I speak fluent …")
    words = [word for word, *_ in view.chances.rows]
    assert set(words) == {"French", "Spanish", "Italian"} and sum(true for *_, true in view.chances.rows) == 1
    chances = [chance for _, chance, _ in view.chances.rows]
    assert chances == sorted(chances, reverse=True) and sum(chances) == pytest.approx(1)


def test_a_single_output_speaks_for_two_classes():
    session = session_of(
        {"data": {"kind": "parity", "samples": 40, "steps": 4}, "layers": [{"kind": "rnn", "units": 3}]}
    )
    frame = session.frame(Sequence())
    rows = chances_of(frame)
    assert {word for word, *_ in rows} == {"odd", "even"} and sum(chance for _, chance, _ in rows) == pytest.approx(1)
    assert "guesses" in answer_sentence(frame)


def test_values_are_said_in_words(qtbot):
    view = shown(qtbot, session_of(ADDING))
    assert "answered" in view.words.text() and not view.answers.isVisible()
    assert [strip.label for strip in view.unrolled.strips][:2] == ["number", "mark"]


def test_pointing_tells_step_and_numbers(qtbot):
    view = shown(qtbot, session_of(RECALL))
    strips = view.unrolled
    left, width = strips.column()
    room = strips.rooms()[1]
    words = strips.words_at(QPointF(left + 2.5 * width, room.center().y()))
    assert words.startswith("Step 3: forget gate") and "0 … 1" in words
    assert strips.words_at(QPointF(QPoint(-5, -5))) == ""


def test_bars_take_no_more_room_than_they_need_and_a_space_is_seen(qtbot):
    view = shown(qtbot, session_of(RECALL))
    qtbot.waitUntil(lambda: view.answers.height() <= view.chances.needs() < view.unrolled.height())
    assert view.unrolled.key_height() > 0
    sunspots = shown(qtbot, session_of(SUNSPOTS))
    qtbot.waitUntil(lambda: abs(sunspots.answers.height() - sunspots.unrolled.height()) <= 2)
    story = shown(
        qtbot,
        session_of(
            {
                "data": {"kind": "story", "samples": 300, "steps": 12},
                "task": {"kind": "characters"},
                "layers": [{"kind": "gru", "units": 4}],
            }
        ),
    )
    assert "␣" in story.unrolled.symbols and "space" not in story.unrolled.symbols


def test_the_log_scale_of_the_gradient():
    heights, largest = log_heights(np.array([0.0, 1e-9, 5e-4, 0.5]))
    assert largest == 0.5 and heights[0] == 0 and heights[1] == 0 and heights[3] == 1
    assert heights[2] == pytest.approx((DECADES - 3) / DECADES)
    assert log_heights(np.zeros(3))[1] == 0
    fading = 0.9 * 10.0 ** -np.arange(5)
    assert np.diff(log_heights(fading)[0]) == pytest.approx(-1 / DECADES), "a tenfold fall is one line of the scale"
    assert log_heights(fading)[0] == pytest.approx(log_heights(1e-7 * fading)[0]), (
        "bars of a sequence that is answered rightly compare with those of another"
    )
    assert np.isfinite(log_heights(np.array([np.nan, np.inf, 1.0]))[0]).all()


def test_numbers_hold_a_row_a_step(qtbot):
    view = shown(qtbot, session_of(RECALL))
    header, rows = view.numbers()
    assert len(rows) == 7 and header[:2] == ["step", "input"] and all(len(row) == len(header) for row in rows)


def test_hidden_it_asks_for_nothing_to_be_drawn(qtbot):
    session = session_of(RECALL)
    view = SequenceView()
    qtbot.addWidget(view)
    view.show_experiment(session.experiment, session.prepared)
    answer(view, session)
    assert view.unrolled.frame is None
