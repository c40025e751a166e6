"""Layers and results with real widgets and made-up frames: what they show and what they say."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from app.documents.intents import (
    ChooseSample,
    Predict,
)
from app.documents.view_state import ViewState
from app.look import theme as look
from app.shell.commands import TABLE
from app.views.layers.histogram import Histogram
from app.views.layers.view import LayersView
from app.views.network.stack_structure import layer_title
from app.views.predict.view import PredictView
from app.views.results.confusion import Confusion
from app.views.results.mistakes import LARGE
from app.views.results.view import ResultsView
from core import registry
from core.experiment import Experiment
from core.frames import Frame
from core.probing.probe import Probe
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.listening import Said
from tests.building.places import PRESETS
from tests.building.view_frames import experiment, shown, update


def test_layers_numbers_are_the_counts_and_sentences_are_shown(qtbot):
    arrays = {}
    for name in ("h1", "output"):
        for quantity in ("weights", "gradients", "activations"):
            arrays[f"{name}.{quantity}.counts"], arrays[f"{name}.{quantity}.edges"] = np.histogram(
                np.arange(10.0), bins=4
            )
    info = {
        "layers": ("h1", "output"),
        "makers": {},
        "sentences": ("One unit is dead.",),
        "samples": 10,
        "of": 30,
        "judged": "all",
        "bare": (),
    }
    frame = Frame(1, 1, None, arrays, info)
    view = shown(qtbot, LayersView(), experiment(2))
    view.show_update(update({"layers": frame}))
    header, rows = view.numbers()
    assert header == ["layer", "quantity", "from", "to", "count"]
    assert sum(row[-1] for row in rows) == 6 * 10
    assert view.sentence.text() == "One unit is dead. Looked at on 10 of 30 training samples."


def test_layers_without_weights_say_so_and_rows_are_called_as_in_the_network(qtbot):
    made = Experiment.load(PRESETS / "digits-cnn.toml")
    session = Session(made)
    view = shown(qtbot, LayersView(), made)
    view.show_update(update({"layers": session.frame(registry.read(Probe, "layers"))}))
    words = [label.text() for label in view.labels.values()]
    assert words == [*(layer_title(made, layer.name) for layer in made.layers), "Output"]
    bare = [layer.name for layer in made.layers if layer.kind.startswith(("max_pool", "flatten"))]
    assert bare
    for (name, quantity), histogram in view.histograms.items():
        told = "no weights" if name in bare and quantity != "activations" else ""
        assert histogram.nothing == told, (name, quantity)


@pytest.mark.parametrize(
    ("low", "high", "ends"),
    [
        (-0.63, 0.71, ("−0.63", "0.71")),
        (-0.0132, 0.008, ("−0.013", "0.008")),
        (-20.5, 19.5, ("−20.50", "19.50")),
        (0.0, 2e-7, ("0", "2e−7")),
    ],
)
def test_the_ends_of_a_histogram_tell_which_side_is_longer(qtbot, low, high, ends):
    histogram = Histogram("Gradients")
    qtbot.addWidget(histogram)
    histogram.show_counts(np.array([1, 2]), np.array([low, (low + high) / 2, high]), look.current(), "")
    assert histogram.ends() == ends and histogram.nothing == ""


@pytest.mark.parametrize(
    ("activations", "words"),
    [
        ((), "There are no hidden units that could be dead"),
        (("step",), "There are no hidden units that could be dead"),
        (("linear",), "There are no hidden units that could be dead"),
        (("tanh",), "No unit is dead and none is saturated. Looked at on all 30 training samples."),
        (("step", "tanh"), "No unit that could be so is dead"),
    ],
)
@pytest.mark.usefixtures("kernel")
def test_only_of_units_that_could_be_dead_it_is_said_that_they_are_not(qtbot, activations, words):
    layers = [layer(3, activation, f"h{i}") for i, activation in enumerate(activations)]
    session = Session(small(layers=layers, engine="eager"))
    view = shown(qtbot, LayersView(), session.experiment)
    view.show_update(update({"layers": session.frame(registry.read(Probe, "layers"))}))
    assert view.sentence.text().startswith(words)


def results_frame() -> Frame:
    index, y = np.array([4, 9, 2]), np.array([0, 1, 1])
    answer, loss = np.array([[0.2], [0.1], [0.9]]), np.array([0.2, 2.3, 0.1])
    arrays = {
        "index": index,
        "y": y,
        "answer": answer,
        "loss": loss,
        "decision": np.array([0, 0, 1]),
        "confusion": np.array([[1, 0], [1, 1]]),
        "order": np.array([1, 0, 2]),
    }
    info = {
        "part": "test",
        "task": "classes",
        "classes": ("A", "B"),
        "target": "class",
        "columns": ("x₁", "x₂"),
        "figures": {"accuracy": 2 / 3},
        "left_out": 0,
        "probability": True,
    }
    return Frame(1, 1, None, arrays, info)


def test_a_click_on_a_bad_sample_chooses_it(qtbot):
    view = shown(qtbot, ResultsView(), experiment(2))
    view.show_update(update({"results": results_frame()}))
    said = Said(view)
    view.table.cellClicked.emit(0, 1)
    assert said.intents == [ChooseSample(9)]
    assert view.table.item(0, 3).text() == "A (0.90)"
    assert "Accuracy 66.7 %" in view.figures.toolTip() and "update 1" in view.figures.toolTip()


def test_the_fields_of_one_row_hold_the_row_that_stands_below(qtbot):
    view = shown(qtbot, PredictView(), experiment(2))
    prepared = view.prepared
    view.show_view(ViewState(row=(2.5, -1.0)))
    assert view.entry.row() == (2.5, -1.0)
    view.show_view(ViewState(sample=7))
    assert view.entry.row() == pytest.approx(prepared.table.x[7], abs=1e-3)
    view.show_view(ViewState(sample=8))
    assert view.entry.row() == pytest.approx(prepared.table.x[8], abs=1e-3)


def told(view: PredictView) -> bool:
    """Whether the way of a row through the network stands there."""
    return any(not numbers.isHidden() for _, numbers in view.forward.labels)


@pytest.mark.usefixtures("kernel")
def test_what_was_said_of_another_row_goes_at_once(qtbot):
    session = Session(small(layers=[layer(3)], engine="eager"))
    view = shown(qtbot, PredictView(), session.experiment)
    view.show_view(ViewState(sample=3))
    frames = {name: session.frame(request) for name, request in view.requests().items()}
    view.show_update(update(frames))
    assert told(view)
    view.show_view(ViewState(sample=4))
    assert not told(view)
    view.show_update(update({"predicted": session.frame(view.requests()["predicted"])}))
    view.show_view(ViewState())
    assert not told(view)


def test_a_typed_row_is_predicted(qtbot):
    view = shown(qtbot, PredictView(), experiment(2))
    said = Said(view)
    assert view.requests()["predicted"].row == view.entry.row()  # before anybody has typed: a typical row
    field = view.entry.cells[0]
    field.setText("")
    QTest.keyClicks(field, "2.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert isinstance(said.intents[0], Predict) and said.intents[0].row[0] == 2.5
    view.show_view(ViewState(row=(2.5, 0.0)))
    assert view.requests()["predicted"].row == (2.5, 0.0)


@pytest.mark.usefixtures("kernel")
def test_the_answer_stands_above_the_fields_and_is_that_to_what_is_asked(qtbot):
    session = Session(small(layers=[layer(3, "tanh", "h1")], engine="eager"))
    view = shown(qtbot, PredictView(), session.experiment, size=(512, 200))
    assert view.answer.text() == "…"
    row = (1.0, 2.0)
    for state, who in (
        (ViewState(), "Your row: "),
        (ViewState(row=row), "Your row: "),
        (ViewState(sample=7), "Sample 8: "),
    ):
        view.show_view(state)
        frame = session.frame(view.requests()["predicted"])
        view.show_update(update({"predicted": frame}))
        answer = float(frame.arrays["answer"][0])
        decided = session.prepared.table.classes[int(frame.arrays["decision"][0])]
        assert view.answer.text().startswith(f"{who}{decided}  ({answer:.3f}"[:24])
        assert view.answer.text().endswith(f"truly {frame.info['truth']}") is (state.sample == 7)
    assert view.answer.y() + view.answer.height() <= view.entry.mapTo(view, QPoint(0, 0)).y() < view.height()
    view.show_view(ViewState(row=row))
    assert view.answer.text() == "…"  # the answer to the sample is none to the row


def test_a_row_is_typed_where_there_are_columns_alone(qtbot):
    for name, there in (
        ("titanic", True),
        ("iris", True),
        ("playground", False),
        ("digits-cnn", False),
        ("prose", False),
    ):
        assert PredictView.is_companion(Experiment.load(PRESETS / f"{name}.toml")) is there
    view = shown(qtbot, PredictView(), Experiment.load(PRESETS / "digits-cnn.toml"))
    assert view.requests() == {} and "columns of numbers" in view.empty.text()


@pytest.mark.parametrize("width", [486, 512, 1200])
@pytest.mark.usefixtures("kernel")
def test_no_head_of_the_matrix_and_no_figure_is_cut(qtbot, width):
    session = Session(Experiment.load(PRESETS / "iris.toml"))
    theme = dataclasses.replace(look.current(), scale=1.25)
    view = shown(qtbot, ResultsView(), session.experiment, size=(width, 118))
    view.show_theme(theme)
    view.show_update(update({"results": session.frame(view.requests()["results"])}))
    matrix = view.confusion
    QApplication.processEvents()
    metrics = QFontMetricsF(theme.font(look.CAPTION))
    assert all(metrics.horizontalAdvance(name) <= matrix.cell(0, 0).width() for name in matrix.classes)
    assert all(metrics.horizontalAdvance(name) <= matrix.left - 8 for name in matrix.classes)
    assert matrix.cell(2, 2).bottom() <= matrix.height()
    assert view.tabs.isTabVisible(1) is (width < 1200)  # the worst samples have made room
    assert view.figures.fontMetrics().horizontalAdvance(view.figures.text()) <= view.figures.width()


@pytest.mark.parametrize("width", [300, 420, 520, 900])
def test_cells_of_a_row_stand_beside_one_another_as_far_as_there_is_room(qtbot, width):
    made = Experiment.load(PRESETS / "iris.toml")
    view = shown(qtbot, PredictView(), made, (width, 150))
    view.show_body(True)
    area = view.findChild(QScrollArea)
    names = [label for label in view.entry.findChildren(QLabel) if label.isVisible()]
    assert len(names) == 4

    def all_are_whole():
        return all(
            part.width() >= part.minimumSizeHint().width()
            and part.mapTo(area.widget(), QPoint(part.width(), 0)).x() <= area.viewport().width()
            for part in (*view.entry.cells, *names)
        )

    qtbot.waitUntil(all_are_whole)  # Qt lays out anew when it has time
    beside = sum(cell.y() == view.entry.cells[0].y() for cell in view.entry.cells)
    least, most = {300: (1, 3), 420: (1, 4)}.get(width, (4, 4))  # how wide a cell is depends on the sheet that is worn
    assert least <= beside <= most


@pytest.mark.parametrize(("classes", "height"), [(10, 105), (10, 260), (27, 120)])
def test_no_name_of_a_true_class_touches_the_next_one(qtbot, classes, height):
    """10 classes in the lower dock of a small window; 27 letters there: only some are named."""
    widget = Confusion()
    qtbot.addWidget(widget)
    widget.resize(500, height)
    widget.show_counts(np.eye(classes, dtype=int), tuple(map(str, range(classes))), look.current())
    font, rows = widget.names_beside()
    usual = look.current().font(look.CAPTION).pixelSize()
    assert font.pixelSize() == usual if height > 200 else 8 <= font.pixelSize() < usual
    away = widget.cell(rows.step, 0).top() - widget.cell(0, 0).top()
    assert QFontMetricsF(font).capHeight() < away and len(rows) >= 9 and rows.step == (1 if classes == 10 else 2)


def test_what_is_mistaken_most_often_stands_beside_cells_too_low_for_numbers(qtbot):
    """In the lower dock of a small window; a line opens its pictures as a cell does. Where the numbers have room, none
    of it."""
    counts = np.diag(np.full(10, 50)) + 0
    counts[9, 5], counts[2, 8], counts[9, 3], counts[1, 5] = 28, 23, 12, 7
    widget = Confusion()
    qtbot.addWidget(widget)
    widget.resize(490, 100)
    widget.show_counts(counts, tuple("0123456789"), look.current())
    mistakes = widget.mistakes
    assert not widget.readable and [mistakes.words(pair) for pair in mistakes.pairs] == [
        "9 taken for 5: 28",
        "2 taken for 8: 23",
        "9 taken for 3: 12",
    ]
    spot = mistakes.line(2).center()
    assert widget.cell_at(spot) == (2, 8)
    assert widget.words_at(spot) == "23 samples of class 2 are answered with 8"
    assert mistakes.room.left() > widget.cell(9, 9).right() and mistakes.line(4).bottom() <= widget.height()
    widget.show_counts(np.diag(np.full(10, 50)), widget.classes, look.current())
    assert widget.mistakes.pairs == ()
    widget.resize(490, 260)
    widget.show_counts(counts, widget.classes, look.current())
    assert widget.readable and widget.cell_at(spot) is None


def test_the_key_that_the_words_beside_the_matrix_name_fills_the_room():
    entry = next(entry for entry in TABLE if entry.name == "fill_room")
    assert LARGE.startswith(f"{entry.shortcut} ")
