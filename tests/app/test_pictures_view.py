"""Networks that see pictures: the grid, the pad, the layers as maps, the card with its question, import, layers of any
kind."""

from __future__ import annotations

import dataclasses
import pathlib

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from app.documents.experiment_store import Store
from app.documents.intents import ChooseSample, Predict, SetOption
from app.documents.view_state import ViewState
from app.look import theme as look
from app.look.theme import CAPTION
from app.network.image_dialog import PictureDialog, examine
from app.network.image_import import FILES as PICTURE_FILES
from app.network.image_import import PictureImport, is_pictures
from app.panels import data_choice, layer_edits
from app.panels.network_drawer import NetworkDrawer
from app.views.codes.view import CodesView
from app.views.network.stack_layout import MOST_TILES, lay_out_stack
from app.views.network.stack_structure import StackColumn, stack_columns
from app.views.network.view import NetworkView
from app.views.pictures.answer_bars import Answer, AnswerBars
from app.views.pictures.view import PicturesView
from app.views.registry import place_of
from app.views.results.confusion import Confusion
from app.views.results.view import ResultsView
from core.datasets.own_pictures import OwnImages
from core.experiment import Experiment
from core.files.picture_folders import source
from core.frames import RunState, Update
from core.machine.resources import FOLDER
from core.messages import BadInput
from core.probing.probe import Probe
from core.registry import parse
from core.training.session import Session

CNN = [{"kind": "conv2d", "channels": 4, "kernel": 3}, {"kind": "max_pool", "window": 2}, {"kind": "dense", "units": 6}]


@pytest.fixture(scope="module")
def session() -> Session:
    made = Session(
        Experiment.parse(
            {
                "data": {"kind": "digits", "samples": 200},
                "layers": CNN,
                "batch_size": 32,
                "optimizer": {"kind": "adam", "lr": 0.01},
            }
        )
    )
    made.advance(60)
    return made


def answer(session: Session, requests: dict[str, Probe]) -> Update:
    """What a run would deliver for a view's requests."""
    frames = {name: session.frame(request) for name, request in requests.items()}
    return Update(1, RunState.paused, session.updates, 1.0, 100, 1.0, 0.0, {}, frames)


def shown(qtbot, view, session: Session, state: ViewState | None = None, size=(520, 420)):
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.show_theme(look.current())
    view.show_experiment(session.experiment, session.prepared)
    if state is not None:
        view.show_view(state)
    view.show_update(answer(session, view.requests()))
    return view


# The grid and the bars


def test_the_grid_shows_each_answer_and_marks_what_is_wrong(qtbot, session):
    view = shown(qtbot, PicturesView(), session)
    frame = view.frames["answers"]
    wrong = {int(i) for i in frame.arrays["index"][frame.arrays["decision"] != frame.arrays["y"]]}
    assert {card.index for card in view.grid.cards if card.wrong} == wrong & {card.index for card in view.grid.cards}
    card = view.grid.cards[0]
    place = int(np.flatnonzero(frame.arrays["index"] == card.index)[0])
    assert card.certainty == pytest.approx(float(frame.arrays["answer"][place].max()))
    assert set(session.prepared.table.y[[card.index for card in view.grid.cards]]) == set(range(10))


def test_pictures_can_be_ordered_by_loss_and_only_wrong_ones_shown(qtbot, session):
    state = ViewState(options={"pictures.order": "loss"})
    view = shown(qtbot, PicturesView(), session, state)
    frame = view.frames["answers"]
    assert [card.index for card in view.grid.cards] == frame.arrays["index"][frame.arrays["order"]][
        : len(view.grid.cards)
    ].tolist()
    view.show_view(ViewState(options={"pictures.order": "wrong"}))
    assert view.grid.cards and all(card.wrong for card in view.grid.cards)


def test_a_wrong_one_that_is_mended_goes_at_once(qtbot, session):
    view = shown(qtbot, PicturesView(), session, ViewState(options={"pictures.order": "wrong"}))
    before = view.frames["answers"]
    wrong = [card.index for card in view.grid.cards]
    decision = before.arrays["decision"].copy()
    place = int(np.flatnonzero(before.arrays["index"] == wrong[0])[0])
    decision[place] = before.arrays["y"][place]
    mended = dataclasses.replace(before, arrays={**before.arrays, "decision": decision})
    view.show_update(Update(1, RunState.paused, 1, 1.0, 100, 1.0, 0.0, {}, {"answers": mended}))
    assert [card.index for card in view.grid.cards] == wrong[1:] and all(card.wrong for card in view.grid.cards)
    all_right = dataclasses.replace(before, arrays={**before.arrays, "decision": before.arrays["y"]})
    view.show_update(Update(1, RunState.paused, 1, 1.0, 100, 1.0, 0.0, {}, {"answers": all_right}))
    assert not view.area.isVisible() and view.none.text() == "No test picture is answered wrongly."
    counted = f"0 of {len(before.arrays['y'])} wrong at update {before.update}"
    assert view.seen.text() == counted
    some = dataclasses.replace(all_right, info={**all_right.info, "left_out": 1600})
    view.show_update(Update(1, RunState.paused, 1, 1.0, 100, 1.0, 0.0, {}, {"answers": some}))
    assert view.seen.text() == f"{counted}; 1,600 more are not looked at here"


def test_long_class_names_of_a_wrong_answer_stand_in_two_lines(qtbot):
    values = {"data": {"kind": "shapes", "samples": 60}, "layers": CNN}
    view = shown(qtbot, PicturesView(), Session(Experiment.parse(values)))
    wrong = next(card for card in view.grid.cards if card.wrong)
    answer_, truth = wrong.words.split("\n")
    assert truth.startswith("not ") and answer_ in view.prepared.table.classes
    assert view.grid.cell(view.grid.columns).top() - view.grid.cell(0).bottom() >= 2 * look.current().px(15)


def test_an_empty_cell_says_that_there_is_none(qtbot, session):
    frame = session.frame(parse("probes", {"kind": "results"}))
    empty = next(
        (row, column) for row in range(10) for column in range(10) if not frame.arrays["confusion"][row, column]
    )
    view = shown(qtbot, PicturesView(), session, ViewState(options={"pictures.pair": list(empty)}))
    assert (
        view.none.isVisible()
        and view.none.text() == f"No test picture of class {empty[0]} is answered with {empty[1]}."
    )
    widget = Confusion()
    qtbot.addWidget(widget)
    widget.resize(490, 160)
    widget.show_counts(frame.arrays["confusion"], frame.info["classes"], look.current())
    assert widget.words_at(widget.cell(*empty).center()).startswith("No sample of class")


def test_ten_classes_have_readable_numbers_in_the_usual_window(qtbot, session):
    """512 × 200 px is the dock at 1280×800: each count is painted, and the worst samples have a page of their own."""
    view = shown(qtbot, ResultsView(), session, size=(512, 196))
    qtbot.waitUntil(lambda: view.confusion.width() > 400)  # Qt lays out anew when it has time
    box = view.confusion.cell(0, 0)
    metrics = QFontMetricsF(look.current().digits(CAPTION, bold=True))
    assert metrics.horizontalAdvance("88") <= box.width() and metrics.capHeight() + 1 <= box.height()
    assert (
        view.confusion.cell(9, 9).right() <= view.confusion.width()
        and view.confusion.cell(9, 9).bottom() <= view.confusion.height()
    )
    assert not view.table.isVisible() and view.tabs.isTabVisible(1)
    view.tabs.setCurrentIndex(1)
    assert view.table.isVisible()
    said = view.figures.toolTip()
    assert "Accuracy" in said and "%" in said and f"update {session.updates}" in said
    assert (
        view.figures.text().endswith(f"update {session.updates}") and view.tabs.width() >= view.tabs.sizeHint().width()
    )
    view.resize(900, 300)
    assert view.table.isVisible() and view.confusion.isVisible() and not view.tabs.isTabVisible(1)


def test_a_choice_of_pictures_ends_with_its_data(ring):
    store = Store(
        ring,
        ViewState(options={"pictures.order": "wrong", "pictures.pair": [1, 2], "sequence.draw": 3}, row=(1.0, 2.0)),
    )
    store.edit("data", {"kind": "pictures", "path": "/one"})
    assert store.view.options == {"sequence.draw": 3} and store.view.row == ()
    store.change_view(options={"pictures.order": "wrong"}, sample=4)
    store.edit("data", {"kind": "pictures", "path": "/other"})
    assert store.view.options == {} and store.view.sample == -1
    store.change_view(options={"pictures.order": "wrong"})
    store.open(Experiment.parse({"data": {"kind": "digits"}}))
    assert store.view.options == {}


def test_a_cell_of_the_confusion_matrix_leaves_its_pictures_only(qtbot, session):
    view = shown(qtbot, PicturesView(), session, ViewState(options={"pictures.pair": [0, 0]}))
    assert view.grid.cards and all(
        not card.wrong and session.prepared.table.y[card.index] == 0 for card in view.grid.cards
    )
    with qtbot.waitSignal(view.intent) as said:
        view.pair.click()
    assert said.args == [SetOption("pictures.pair", [])]


def test_a_press_on_the_confusion_matrix_names_its_cell(qtbot):
    widget = Confusion()
    qtbot.addWidget(widget)
    widget.resize(300, 260)
    widget.show_counts(np.array([[3, 1], [0, 4]]), ("a", "b"), look.current())
    with qtbot.waitSignal(widget.pressed) as said:
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=widget.cell(0, 1).center().toPoint())
    assert said.args == [0, 1] and "answered with b" in widget.words_at(widget.cell(0, 1).center())


def test_a_picture_of_the_grid_is_chosen_by_mouse_and_keys(qtbot, session):
    view = shown(qtbot, PicturesView(), session)
    second = view.grid.cards[1].index
    with qtbot.waitSignal(view.intent) as said:
        QTest.mousePress(view.grid, Qt.MouseButton.LeftButton, pos=view.grid.cell(1).center().toPoint())
    assert said.args == [ChooseSample(second)]
    view.show_view(ViewState(sample=second))
    with qtbot.waitSignal(view.intent) as said:
        QTest.keyClick(view.grid, Qt.Key.Key_Right)
    assert said.args == [ChooseSample(view.grid.cards[2].index)]


def test_where_ten_bars_would_lie_over_each_other_the_strongest_stand_alone(qtbot):
    bars = AnswerBars()
    qtbot.addWidget(bars)
    shares = np.array([0.0, 0.1, 0.05, 0.4, 0.0, 0.25, 0.0, 0.2, 0.0, 0.0])
    bars.show_answer(Answer(tuple("0123456789"), shares), look.LIGHT)
    bars.resize(160, 140)
    assert bars.order() == list(range(10))
    bars.resize(160, 50)
    assert bars.order() == [3, 5, 7]


def test_the_bars_are_the_answer_to_the_chosen_picture(qtbot, session):
    sample = int(session.prepared.test[7])
    view = shown(qtbot, PicturesView(), session, ViewState(sample=sample))
    expected = session.frame(parse("probes", {"kind": "sample", "index": sample})).arrays["answer"]
    assert view.bars.answer is not None
    assert np.allclose(view.bars.answer.shares, expected) and view.bars.answer.truth == str(
        session.prepared.table.y[sample]
    )
    assert "truly" in view.bars.words()
    view.show_view(
        ViewState(sample=sample - 1)
    )  # nothing is known of it yet: the bars are not those of another picture
    assert view.bars.answer is None


# The pad


def draw_a_line(pad) -> None:
    room = pad.room()
    places = [QPointF(room.center().x(), room.top() + share * room.height()) for share in (0.2, 0.5, 0.8)]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=places[0].toPoint())
    QTest.mouseMove(pad, places[1].toPoint())
    pad.stroke((places[2] - room.topLeft()) * (168 / room.width()))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=places[2].toPoint())


def test_what_is_drawn_goes_the_way_of_the_data(qtbot, session):
    view = shown(qtbot, PicturesView(), session)
    with qtbot.waitSignal(view.intent) as said:
        draw_a_line(view.pad)
    (asked,) = said.args
    assert isinstance(asked, Predict) and len(asked.row) == 64
    row = asked.row
    assert np.array_equal(row, view.data.drawn(view.pad.ink(), session.experiment.seeds.data))
    picture = np.array(row).reshape(8, 8)
    assert picture[:, 3:5].sum() > 0.9 * picture.sum() > 0 and picture[0].any() and picture[-1].any()


def test_a_drawing_stays_on_the_pad_until_a_picture_is_chosen(qtbot, session):
    view = shown(qtbot, PicturesView(), session)
    draw_a_line(view.pad)
    row = tuple(view.data.drawn(view.pad.ink(), 1).tolist())
    view.show_view(ViewState(row=row))
    assert view.pad.drawing and "Your drawing" in view.told.text()
    view.show_update(answer(session, view.requests()))
    assert view.bars.answer is not None and view.bars.answer.truth == ""
    view.show_view(ViewState(sample=5))
    assert not view.pad.drawing


@pytest.mark.usefixtures("kernel")
def test_where_there_are_no_pictures_the_view_says_so(qtbot):
    made = Session(Experiment.parse({}))
    view = PicturesView()
    qtbot.addWidget(view)
    view.show()
    view.show_experiment(made.experiment, made.prepared)
    assert view.requests() == {} and not view.body.isVisible()


# The network


def test_a_network_with_pictures_has_a_column_for_each_layer(qtbot, session):
    view = shown(qtbot, NetworkView(), session)
    assert view.shows_stack and view.stack.isVisible() and not view.canvas.isVisible()
    columns = view.stack.canvas.columns
    assert [column.size for column in columns] == ["1 × 8 × 8", "4 × 6 × 6", "4 × 3 × 3", "6", "10"]
    assert [column.title for column in columns] == ["Picture", "Conv 3 × 3", "Max pool 2", "Dense", "Output"]
    assert sum(column.parameters for column in columns) == len(session.vector())
    assert view.stack.canvas.image("h1", 3) is not None


@pytest.mark.usefixtures("kernel")
def test_dense_networks_in_the_plane_are_drawn_by_units_as_before(qtbot):
    made = Session(Experiment.parse({"layers": [{"kind": "dense", "units": 3}]}))
    view = shown(qtbot, NetworkView(), made)
    assert not view.shows_stack and view.canvas.isVisible() and set(view.requests()) == {"neurons", "weights"}


@pytest.mark.parametrize("size", [(300, 200), (528, 414), (900, 700)])
def test_tiles_stay_within_the_picture_and_do_not_overlap(qapp, size):
    columns = (StackColumn("inputs", "Picture", (3, 32, 32)), StackColumn("h1", "Conv", (64, 30, 30)), StackColumn("h2", "Dense", (300,)),
               StackColumn("h3", "GRU", (20, 16)), StackColumn("output", "Output", (10,), answers=tuple("0123456789")))  # fmt: skip
    layout = lay_out_stack(columns, *size, look.current())
    rooms = [tile.room for tiles in layout.tiles for tile in tiles]
    assert all(
        room.left() >= 0 and room.right() <= size[0] and room.top() >= 0 and room.bottom() <= size[1] for room in rooms
    )
    assert not any(
        one.adjusted(1, 1, -1, -1).intersects(other.adjusted(1, 1, -1, -1))
        for n, one in enumerate(rooms)
        for other in rooms[:n]
    )
    assert layout.left_out == (0, 64 - MOST_TILES, 300 - MOST_TILES, 0, 0)


def test_the_names_of_classes_are_not_cut_where_there_is_room(qapp):
    columns = (StackColumn("inputs", "Sequence", (20, 26)), StackColumn("h1", "LSTM", (16,)),
               StackColumn("output", "Output", (4,), answers=("French", "Spanish", "Italian", "Polish")))  # fmt: skip
    layout = lay_out_stack(columns, 528, 372, look.current())
    bold = QFontMetricsF(look.current().font(CAPTION + 1, bold=True))
    assert layout.names >= bold.horizontalAdvance("Spanish")
    assert lay_out_stack(columns, 200, 372, look.current()).names <= 40  # never more than a fifth
    digits = (*columns[:2], StackColumn("output", "Output", (10,), answers=tuple("0123456789")))
    assert lay_out_stack(digits, 528, 372, look.current()).names < 20


def test_a_sequence_network_is_shown_too(qtbot):
    made = Session(
        Experiment.parse(
            {
                "data": {"kind": "recall", "samples": 100},
                "layers": [{"kind": "gru", "units": 5, "returns": "all"}, {"kind": "gru", "units": 4}],
            }
        )
    )
    view = shown(qtbot, NetworkView(), made)
    assert view.stack.canvas.frame is not None and len(stack_columns(made.experiment, made.prepared)) == 4


def test_frames_of_another_network_are_not_drawn(qtbot, session):
    view = shown(qtbot, NetworkView(), session)
    other = Session(
        Experiment.parse(
            {"data": {"kind": "digits", "samples": 200}, "layers": [{"kind": "conv2d", "channels": 2, "kernel": 5}]}
        )
    )
    view.show_experiment(other.experiment, other.prepared)
    assert view.stack.canvas.frame is None


def test_the_card_asks_before_it_answers(qtbot, session):
    view = shown(qtbot, NetworkView(), session)
    view.stack.open_card(1, 2)
    card = view.stack.card
    assert "excitement" not in view.requests() and not card.patches.isVisible()
    with qtbot.waitSignal(view.wants):
        card.guesses.findChildren(QPushButton)[0].click()
    assert view.requests()["excitement"] == parse("probes", {"kind": "excitement", "layer": "h1", "unit": 2})
    view.show_update(answer(session, view.requests()))
    assert card.patches.isVisible() and len(card.patches.images) == 8 and len(card.ascent.images) == 1
    assert "You expected" in card.asked.text()
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert view.stack.card is None and "excitement" not in view.requests()


def test_a_card_of_a_layer_that_goes_is_shut(qtbot, session):
    view = shown(qtbot, NetworkView(), session)
    view.stack.open_card(3, 0)
    fewer = Session(Experiment.parse({"data": {"kind": "digits", "samples": 200}, "layers": CNN[:2]}))
    view.show_experiment(fewer.experiment, fewer.prepared)
    assert view.stack.card is None


# A layer in the plane


def test_codes_choose_a_layer_and_a_sample(qtbot, session):
    view = shown(qtbot, CodesView(), session, size=(520, 300))
    frame = view.frames["codes"]
    assert [option.text for option in view.layer.options()] == ["1  Conv 3 × 3", "2  Max pool 2", "3  Dense", "Output"]
    x, y = frame.arrays["places"][4]
    assert view.sample_at(view.plot.px_of(float(x), float(y))) is not None
    with qtbot.waitSignal(view.intent) as said:
        view.layer.changed.emit("h1")
    assert said.args == [SetOption("codes.layer", "h1")]


# Layers of any kind


@pytest.fixture
def panel(qtbot, session):
    made = NetworkDrawer()
    qtbot.addWidget(made)
    made.resize(320, 1600)
    made.show()
    made.show_experiment(session.experiment, session.prepared)
    yield made  # held until its last paint


def test_any_kind_of_layer_can_be_added_where_it_fits(qtbot, session, panel):
    refusals = {option.key: option.refusal for option in panel.add.options()}
    assert "sequence" in refusals["lstm"] and not refusals["conv2d"] and not refusals["dropout"]
    with qtbot.waitSignal(panel.edit) as said:
        panel.add.changed.emit("batch_norm")
    assert said.args[0] == "layers" and [layer.kind for layer in said.args[1]] == [
        "conv2d",
        "max_pool",
        "dense",
        "batch_norm",
    ]
    pooled = layer_edits.inserted(session.experiment.layers, "max_pool", session.prepared.shape)
    assert [layer.kind for layer in pooled] == ["conv2d", "max_pool", "max_pool", "dense"]


def test_a_ready_row_takes_the_place_of_the_hidden_layers(qtbot, panel):
    with qtbot.waitSignal(panel.edit) as said:
        panel.rows.changed.emit("residual")
    assert [layer.kind for layer in said.args[1]] == ["conv2d", "residual", "residual", "global_pool"]
    assert {option.key: option.refusal for option in panel.rows.options()}["recurrent"]


def test_what_does_not_fit_is_said_at_its_layer(panel):
    panel.show_problem("layers.h2", "its window of 9 is larger than what comes in")
    assert "Layer 2 (Max pooling): its window" in panel.problem.sentence.text()
    assert panel.cards["h2"].problem.text().startswith("Its window") and not panel.cards["h1"].problem.text()


# Pictures of one's own


@pytest.mark.usefixtures("kernel")
def test_own_pictures_are_examined_before_anything_changes(tmp_path: pathlib.Path):
    rng = np.random.default_rng(1)
    np.savez(tmp_path / "mine.npz", images=rng.integers(0, 255, (30, 12, 12), dtype=np.uint8), labels=np.arange(30) % 3)
    found = examine(tmp_path / "mine.npz")
    values = found.data.model_dump()
    assert (
        values["kind"] == "pictures"
        and (values["size"], values["colours"]) == (12, "grey")
        and "30 pictures of 12 × 12" in found.sentence
        and "Pixels go from 0 to 254: divided by 254." in found.sentence
    )
    prepared = Session(Experiment.parse({"data": values})).prepared
    assert prepared.shape == (1, 12, 12) and "Pixels go from 0 to 254: divided by 254." in prepared.notes
    (tmp_path / "broken.npz").write_bytes(b"PK\x03\x04nothing")
    with pytest.raises(BadInput):
        examine(tmp_path / "broken.npz")


def test_the_dialog_asks_for_size_and_colours(qtbot, tmp_path: pathlib.Path):
    for name, colour in (("warm", (250, 90, 20)), ("cold", (20, 90, 250))):
        (tmp_path / name).mkdir()
        for number in range(6):
            Image.new("RGB", (40, 30), colour).save(tmp_path / name / f"{number}.png")
    window = QWidget()
    qtbot.addWidget(window)
    pictures = PictureImport(window, tuple)
    pictures.begin(tmp_path)
    qtbot.waitUntil(lambda: window.findChild(PictureDialog) is not None, timeout=10_000)
    dialog = window.findChild(PictureDialog)
    with qtbot.waitSignal(pictures.edits, timeout=10_000) as said:
        assert (
            dialog.found.data.colours == "colour"
            and "40 × 30 pixels, in colour. The longer side is cut" in dialog.before.text()
        )
        dialog.size_box.setValue(10)
        dialog.colours.changed.emit("colour")
        qtbot.waitUntil(lambda: dialog.ok.isEnabled() and dialog.found.data.size == 10)
        assert dialog.found.samples.shape == (8, 3, 10, 10) and "12 pictures of 10 × 10" in dialog.outcome.text()
        assert "Pixels are divided by 255" in dialog.outcome.text()
        dialog.accept()
    ((path, values),), plain = said.args
    assert path == "data" and values["size"] == 10 and values["colours"] == "colour"
    assert plain and dialog.plain.isHidden(), "nothing was set before"


def test_dropped_pictures_are_told_from_experiments(tmp_path: pathlib.Path):
    assert (
        is_pictures(tmp_path)
        and is_pictures(pathlib.Path("train-images-idx3-ubyte"))
        and is_pictures(pathlib.Path("a.NPZ"))
    )
    assert not is_pictures(pathlib.Path("ring.toml")) and not is_pictures(pathlib.Path("table.csv"))
    assert is_pictures(pathlib.Path("cats/1.PNG"))


def test_one_picture_stands_for_its_folder_and_what_was_lost_or_cut_is_said(qtbot, tmp_path: pathlib.Path):
    for name, shade in (("cats", 40), ("dogs", 200)):
        (tmp_path / name).mkdir()
        for number in range(4):
            Image.new("L", (40, 32) if number < 1 else (28, 28), shade).save(tmp_path / name / f"{number}.png")
    (tmp_path / "dogs" / "broken.png").write_bytes(b"\x89PNG nothing")
    found = examine(source(tmp_path / "cats" / "2.png"))
    assert found.table.classes == ("cats", "dogs") and "8 pictures of 28 × 28" in found.sentence
    assert (
        "cannot be read: 1, left out." in found.sentence
        and "not square: 2 of 8, their longer sides cut." in found.sentence
    )
    assert PICTURE_FILES.count("*.png") == 1 and "*.npz" in PICTURE_FILES, "the dialog shows single pictures, too"
    window = QWidget()
    qtbot.addWidget(window)
    pictures, said = PictureImport(window, tuple), []
    pictures.said.connect(said.append)
    (tmp_path / "bad.npz").write_bytes(b"nothing")
    with qtbot.waitSignal(pictures.failed, timeout=10_000):
        pictures.begin(tmp_path / "bad.npz")
    assert said[-1] == "Nothing was imported from bad.npz: the data are as they were.", "not “Reading …” for ever"
    tips = data_choice.short_label(OwnImages), OwnImages.label, OwnImages.summary()
    assert not any("…" in words for words in tips) and tips[0] == "Pictures"


# The window


def test_pictures_stand_where_the_input_space_does(open_window, qtbot):
    window = open_window(FOLDER / "presets" / "digits-cnn.toml")
    docks, room = window.network.docks, window.network
    window.show()
    assert not docks["pictures"].isHidden() and docks["boundary"].isHidden()
    view = room.views["pictures"]
    qtbot.waitUntil(lambda: "answers" in view.frames and "maps" in view.frames, timeout=60_000)
    assert "neurons" not in room.lab.runs.shown and "boundary" not in room.lab.runs.shown
    room.lab.edit("data", {"kind": "circle"})
    assert docks["pictures"].isHidden() and not docks["boundary"].isHidden()
    room.lab.undo()
    assert not docks["pictures"].isHidden() and docks["boundary"].isHidden()


def test_own_pictures_come_in_by_dropping_a_file(open_window, qtbot, tmp_path):
    window = open_window(FOLDER / "presets" / "digits-cnn.toml")
    rng = np.random.default_rng(1)
    np.savez(tmp_path / "mine.npz", images=rng.integers(0, 255, (40, 12, 12), dtype=np.uint8), labels=np.arange(40) % 4)
    window.files.open(tmp_path / "mine.npz")
    qtbot.waitUntil(lambda: window.findChild(PictureDialog) is not None, timeout=20_000)
    window.findChild(PictureDialog).accept()
    qtbot.waitUntil(lambda: window.network.store.experiment.data.kind == "pictures", timeout=20_000)
    assert window.network.store.experiment.layers[0].kind == "conv2d"
    (tmp_path / "bad.npy").write_bytes(b"nothing")
    window.files.open(tmp_path / "bad.npy")
    qtbot.waitUntil(lambda: window.network.notices.problem.isVisibleTo(window.network), timeout=20_000)
    assert window.network.store.experiment.data.path.endswith("mine.npz")


def test_escape_shuts_the_card_first_and_never_throws_a_drawing_away(open_window, qtbot):
    window = open_window(FOLDER / "presets" / "digits-dense.toml")
    room = window.network
    qtbot.waitUntil(
        lambda: room.lab.runs.samples.fitting() is not None and room.lab.runs.samples.fitting().shape == (1, 8, 8),
        timeout=60_000,
    )
    room.lab.obey(Predict(tuple(np.linspace(0, 1, 64).tolist())))
    stack = room.views["network"].stack
    qtbot.waitUntil(lambda: len(stack.canvas.columns) == 3, timeout=10_000)
    stack.open_card(1, 0)
    stack.card.findChildren(QPushButton)[0].click()  # the guess takes the buttons away, and the focus with them
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Escape)
    assert stack.card is None and len(room.store.view.row) == 64
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert len(room.store.view.row) == 64, "a drawing has no way back"
    room.lab.obey(ChooseSample(3))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert room.store.view.sample == -1


def test_the_confusion_matrix_stands_ready_under_its_name(open_window, qtbot):
    window = open_window(FOLDER / "presets" / "digits-dense.toml")
    docks, room = window.network.docks, window.network
    qtbot.waitUntil(lambda: room.lab.run.number > 0, timeout=60_000)
    assert (
        not docks["results"].isHidden()
        and docks["results"].windowTitle() == docks["results"].entry.text() == "Confusion matrix"
    )
    assert docks["results"] in room.tabifiedDockWidgets(docks["score"])
    room.take(Experiment.load(FOLDER / "presets" / "sunspots.toml"), None, None, playing=False)
    assert (
        room.store.experiment.data.kind == "sunspots"
        and docks["results"].isHidden()
        and docks["results"].windowTitle() == "Results"
    )


def test_a_code_that_is_a_map_stands_in_the_first_place(open_window, qtbot):
    window = open_window(FOLDER / "presets" / "code-map.toml")
    docks, room = window.network.docks, window.network
    qtbot.waitUntil(lambda: docks["code_map"].seen, timeout=60_000)
    assert room.layouts.place == "code_map" and docks["redrawing"] in room.tabifiedDockWidgets(docks["code_map"])
    room.lab.edit("task.damage", "noise")
    qtbot.waitUntil(lambda: docks["redrawing"].seen)
    assert not docks["code_map"].isHidden() and docks["code_map"] in room.tabifiedDockWidgets(docks["redrawing"])


def test_the_place_of_each_kind_of_data():
    assert place_of(Experiment.parse({"data": {"kind": "mnist"}})) == "pictures"
    assert place_of(Experiment.parse({})) == "boundary"
