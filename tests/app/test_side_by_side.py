"""Side by side: another run stands beside the one in the window, with the same luck and in step with it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.bars.company_bar import SAME_LUCK
from app.documents.intents import OpenGathered, SetWeight
from app.look.run_colours import run_colour
from app.network.pair import columns
from app.panels.beside_card import BOTH, SHELF, BesideCard
from app.panels.beside_offers import COPY, offers, offers_beside
from app.views.curves.view import LossView
from app.views.surface.choice import answered
from app.views.surface.shared import ALONE
from app.views.surface.sheet import Scale
from core.documents.edits import replace, replace_all
from core.experiment import Experiment
from core.frames import RunState
from core.machine import folders
from core.messages import BadInput
from core.surfaces.laid import SAID, Laid
from core.threads import commands
from core.training.session import Session
from tests.building.places import PRESETS

LEFT = Qt.MouseButton.LeftButton


def until(qtbot, condition):
    qtbot.waitUntil(condition, timeout=30_000)


@pytest.fixture
def room(open_window, qtbot):
    """The network room with a run of the ring that has made 40 updates, at rest: hardly a past."""
    window = open_window()
    window.resize(1280, 740)
    window.show()
    lab = window.network.lab
    until(qtbot, lambda: lab.runs.ready and lab.run.last is not None)
    assert not window.network.bars.beside.isEnabled(), "pale while there is hardly a past"
    lab.begin_up_to(40)
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates == 40 and not lab.playing)
    return window.network


@pytest.fixture
def ripe(room, qtbot):
    """The same after 60 updates: a run of its own, beside which another one may be set."""
    learn(room.lab, qtbot, 20)
    return room


def press(room, words):
    """Open the card by the button on the timeline, and press one of its offers."""
    QTest.mouseClick(room.bars.beside, LEFT)
    button = next(button for button in room.side_by_side.card.buttons if button.text().startswith(words))
    QTest.mouseClick(button, LEFT)


def weights(lab, qtbot, number):
    """Updates and parameters of a run."""
    found = []
    lab.runs.request_snapshot(found.append, to=number)
    until(qtbot, lambda: bool(found))
    return found[0].updates, found[0].parameters


def rest(lab, qtbot):
    lab.pause()
    until(qtbot, lambda: all(run.state in (RunState.idle, RunState.paused) for run in lab.twins.standings))


def test_one_click_sets_two_runs_side_by_side_with_the_same_luck_and_one_leads_out(ripe, qtbot):
    room, lab, old = ripe, ripe.lab, ripe.lab.run
    network, boundary = room.stage.views["network"], room.stage.views["boundary"]
    before = {name: dock.widget() for name, dock in room.docks.items()}
    press(room, "η × 10")
    assert lab.playing and len(lab.twins.numbers) == 1
    until(qtbot, lambda: all(run.last is not None and run.last.updates > 30 for run in lab.twins.standings))
    rest(lab, qtbot)
    room.side_by_side.open()
    pale = [button.text() for button in room.side_by_side.card.buttons if not button.isEnabled()]
    assert _between(room.side_by_side.card, room.bars.beside) <= 8
    room.side_by_side.card.close()
    another = room.side_by_side.heading.another_button
    another.click()
    assert _between(room.side_by_side.card, another) <= 8, "at the button that was pressed"
    room.side_by_side.card.close()
    room.side_by_side.card.close()
    assert "η × 10 = 0.3 is C" in pale, "what stands beside already is not offered again"
    assert lab.runs.held[old.number].last.updates == 60 and old.letter == "A", "it stays, with all of its updates"
    _shows_both(room, qtbot, network, boundary)
    _learns_as_alone(room, qtbot)
    first, twin, made = lab.run.number, lab.twins.numbers[0], lab.run.last.updates
    assert [run.last.updates for run in lab.twins.standings] == [made, made], "in step"
    actions = {action.text(): action for action in room.side_by_side.heading.one_button.menu().actions()}
    actions["C  η 0.3"].trigger()
    assert lab.run.number == twin and lab.store.experiment.optimizer.lr == 0.3 and not lab.twins.there
    assert {name: dock.widget() for name, dock in room.docks.items()} == before and not room.lanes.views
    assert not room.side_by_side.heading.isVisible() and len(lab.runs.held) == 3, "B stays in the list of runs"
    assert not room.stage.views.of(LossView).company.runs
    lab.play()
    until(qtbot, lambda: lab.run.last.updates > made + 20)
    lab.pause()
    assert lab.runs.held[first].last.updates == made, "C goes on alone"
    rest(lab, qtbot)
    alone = lab.run.last.updates
    lab.undo()
    assert [run.letter for run in lab.twins.standings] == ["B", "C"] and lab.store.experiment.optimizer.lr == 0.03
    until(qtbot, lambda: [run.last.updates for run in lab.twins.standings] == [alone, alone])
    _learns_as_alone(room, qtbot)  # nobody is made anew: B has come up to C
    lab.undo()
    assert (lab.run.letter, lab.run.last.updates, lab.twins.there) == ("A", 60, False)
    lab.redo()
    assert [run.letter for run in lab.twins.standings] == ["B", "C"] and lab.run.last.updates == alone


def test_whoever_stays_alone_goes_on_if_all_were_learning(room, qtbot):
    """The button said Pause, and nothing learned."""
    lab = room.lab
    room.side_by_side.add((("optimizer.lr", 0.3),))
    until(qtbot, lambda: all(run.last is not None and run.last.updates > 20 for run in lab.twins.standings))
    twin = lab.twins.numbers[0]
    assert lab.playing
    room.side_by_side.leave(twin)
    made = lab.run.last.updates
    assert lab.run.number == twin and lab.playing
    until(qtbot, lambda: lab.run.last.updates > made + 20 and lab.run.state is RunState.running)
    lab.pause()
    until(qtbot, lambda: lab.run.state is RunState.paused)
    assert not lab.playing


@pytest.mark.parametrize(
    ("count", "room", "row"),
    [
        (4, (1050, 380), 4),
        (4, (1690, 600), 4),
        (4, (700, 700), 2),
        (3, (1050, 380), 3),
        (3, (500, 700), 2),
        (2, (400, 900), 2),
    ],
)
def test_as_many_stand_in_a_row_as_makes_their_pictures_largest(qapp, count, room, row):
    assert columns(count, *room) == row


def _between(card: QWidget, button: QWidget) -> int:
    """How far a card is above or below a button, px."""
    top = button.mapToGlobal(button.rect().topLeft()).y()
    return min(abs(top - card.geometry().bottom()), abs(card.geometry().top() - top - button.height()))


def _shows_both(room, qtbot, network, boundary):
    """Pictures in pairs, a curve a run, a heading that says what is shared."""
    lab, pairs, twin = room.lab, room.lanes.pairs, room.lab.twins.numbers[0]
    assert set(pairs) == {"network", "boundary"}
    for name, own in (("network", network), ("boundary", boundary)):
        ours, theirs = pairs[name].cells
        assert ours.view is own and theirs.view is room.lanes.views[1, name]
        assert (ours.name.text(), theirs.name.text()) == ("η 0.03", "η 0.3")
        assert ours.view.isVisible() and theirs.view.isVisible() and ours.x() < theirs.x()
    until(qtbot, lambda: all("boundary" in cell.view.frames for cell in pairs["boundary"].cells))
    maps = [cell.view.frames["boundary"].arrays["answers"] for cell in pairs["boundary"].cells]
    assert maps[0].shape == maps[1].shape and not np.array_equal(*maps)
    curves = room.stage.views.of(LossView)
    curves.redraw()
    assert [run.letter for run in curves.company.runs] == ["B", "C"]
    for line, number in zip(curves.company.lines, (lab.run.number, twin), strict=False):
        history = lab.runs.metrics[number].history
        assert line.getData()[1] == pytest.approx(history.column("test.loss").mean)
        letter = lab.runs.held[number].letter
        assert line.opts["pen"].color().name().upper() == run_colour(letter, curves.theme).upper()
    heading = room.side_by_side.heading
    until(qtbot, lambda: heading.shared.text() == "Shared: data ✓   split ✓   start ✓   order ✓")
    assert heading.isVisible() and heading.words.shown() == SAME_LUCK, "nothing is cut"


def _learns_as_alone(room, qtbot):
    lab = room.lab
    for number, experiment in zip((lab.run.number, *lab.twins.numbers), lab.twins.experiments, strict=True):
        updates, vector = weights(lab, qtbot, number)
        alone = Session(experiment)
        alone.advance(updates)
        assert np.array_equal(alone.vector(), vector), "the same as alone, bit for bit"


def test_all_are_stepped_and_looked_back_at_together_and_what_is_linked_is_changed_in_all(ripe, qtbot):
    lab, copy = ripe.lab, ripe.actions_["copy_beside"]
    copy.trigger()
    rest(lab, qtbot)
    lab.begin_up_to(60)
    until(qtbot, lambda: all(run.last is not None and run.last.updates == 60 for run in lab.twins.standings))
    lab.step("update")
    until(qtbot, lambda: all(run.last.updates == 61 for run in lab.twins.standings))
    lab.time.look_at(20)
    until(qtbot, lambda: all(run.recalled is not None and run.recalled.updates == 20 for run in lab.twins.standings))
    curves = ripe.stage.views.of(LossView)
    until(qtbot, lambda: _told(curves) == _figures(run.recalled.figures for run in lab.twins.standings))
    lab.time.now()
    until(qtbot, lambda: _told(curves) == _figures(run.figures for run in lab.twins.standings))
    lab.edit("optimizer.lr", 0.1)
    assert [run.told.optimizer.lr for run in lab.twins.standings] == [0.1, 0.1]
    first = lab.run.number
    lab.edit("layers.h1.units", 3)
    until(qtbot, lambda: lab.run.number != first and len(lab.twins.numbers) == 1)
    assert [len(each.layers) for each in lab.twins.experiments] == [2, 2]
    assert [run.told.layers[0].units for run in lab.twins.standings] == [3, 3]


def _told(curves):
    """The numbers above the curves, one a run."""
    return [entry.text for entry in curves.head.entries if entry.run]


def _figures(told):
    """The loss on the test part, of each run."""
    return [f"{np.ravel(figures['test.loss'])[-1]:.3f}" for figures in told if figures]


def test_weight_spaces_lie_on_one_plane_where_shapes_are_equal(room, qtbot):
    room.actions_["show_surface"].trigger()
    room.side_by_side.add((("optimizer.lr", 0.3),))
    one, other = _sheets(room, qtbot, "one plane")
    assert all(np.array_equal(one.arrays[name], other.arrays[name]) for name in ("center", "u", "v", "alpha", "beta"))
    assert one.arrays["loss"] == pytest.approx(other.arrays["loss"], rel=1e-9), "same data, same loss, same weights"
    assert not np.array_equal(one.arrays["path"], other.arrays["path"]) and SAID in other.info["notes"]
    assert SAID not in one.info["notes"]
    lead, beside = (cell.view for cell in room.lanes.pairs["surface"].cells)
    before = lead.asking.sight.ticket
    beside.asking.centre()
    assert lead.asking.sight.ticket == before + 1, "set anew there, where the plane is from"
    until(qtbot, lambda: _answered_on(lead, beside) and answered(lead.frame).ticket == before + 1)
    room.side_by_side.leave(room.lab.run.number)
    assert room.docks["surface"].widget() is lead and lead.isVisible() and lead.shared is ALONE


def test_weight_spaces_of_other_shapes_have_their_own_planes_and_one_height_scale(room, qtbot):
    room.actions_["show_surface"].trigger()
    room.side_by_side.add((("layers.h1.units", 3),))
    one, other = _sheets(room, qtbot, "own plane, one height")
    assert len(one.arrays["center"]) != len(other.arrays["center"]) and SAID not in other.info["notes"]


def _answered_on(lead, beside):
    """Whether the second picture has answered on the plane of the first."""
    laid = Laid.of(lead.frames["surface"])
    return beside.shared.laid is answered(beside.frames["surface"]).laid and beside.shared.laid.same(laid)


def _sheets(room, qtbot, words):
    """The whole answers side by side, at rest, which are drawn in one range of colours and heights."""
    until(qtbot, lambda: all(run.last is not None and run.last.updates > 4 for run in room.lab.twins.standings))
    rest(room.lab, qtbot)
    pairs = room.lanes.pairs
    until(qtbot, lambda: [cell.common.text() for cell in pairs["surface"].cells] == [words] * 2)
    assert not any(cell.common.text() for name in pairs if name != "surface" for cell in pairs[name].cells)
    lead, beside = views = [cell.view for cell in pairs["surface"].cells]

    def settled():
        frames = [view.frames.get("surface") for view in views]
        if any(frame is None or frame.info["stage"][0] < frame.info["stage"][1] for frame in frames):
            return False
        now = [frame.update for frame in frames] == [run.last.updates for run in room.lab.twins.standings]
        return now and (words != "one plane" or _answered_on(lead, beside))

    until(qtbot, settled)
    scales = {view.pages.map.seen.sheet.scale for view in views}
    ranges = [view.frames["surface"].arrays["levels"] for view in views]
    assert scales == {Scale.of(np.array([min(r[0] for r in ranges), max(r[1] for r in ranges)]), log=False)}
    assert lead.shared.slices == beside.shared.slices is not None
    return lead.frames["surface"], beside.frames["surface"]


def test_with_one_run_nothing_is_built(room):
    assert not room.lanes.views and not room.lanes.pairs and room.side_by_side.card is None
    assert "heading" not in vars(room.side_by_side)


def test_a_run_of_the_shelf_that_the_window_holds_no_more_stands_beside(ripe, qtbot, home):
    room, lab = ripe, ripe.lab
    lab.shelf.open(folders.data())
    lab.edit("optimizer.lr", 0.1)
    first, before = lab.run.run.id, lab.run.number
    lab.shelf.keep()
    until(qtbot, lambda: lab.shelf.entry(first) is not None)
    lab.runs.begin(False)
    until(qtbot, lambda: lab.run.last is not None and lab.run.prepared is not None)
    lab.edit("optimizer.lr", 0.03)
    lab.begin_up_to(60)
    until(qtbot, lambda: lab.run.last is not None and lab.run.last.updates == 60 and not lab.shelf.is_busy)
    assert before not in lab.runs.held
    room.side_by_side.open()
    shelf = next(button for button in room.side_by_side.card.buttons if button.text() == SHELF)
    (offer,) = shelf.menu().actions()
    words = offer.text()
    assert words.endswith("  The ring, 60 updates") and shelf.isEnabled()
    offer.trigger()
    until(qtbot, lambda: lab.twins.there)
    assert [each.optimizer.lr for each in lab.twins.experiments] == [0.03, 0.1], "its settings of now, from the start"
    rest(lab, qtbot)
    room.side_by_side.open()
    menu = next(button for button in room.side_by_side.card.buttons if button.text() == SHELF).menu()
    others = ["B  The ring, 60 updates", words]
    assert [action.text() for action in menu.actions()] == others, "those that stand here are not offered"
    room.side_by_side.card.close()


def test_each_offer_of_the_card_changes_what_it_says():
    ring = Experiment.load(PRESETS / "playground.toml")
    made = {offer.words: replace_each(ring, offer.edits) for offer in offers(ring)}
    assert made["η × 10 = 0.3"].optimizer.lr == 0.3 and made["η ÷ 10 = 0.003"].optimizer.lr == 0.003
    assert made["Other optimizer: Adam"].optimizer.kind == "adam"
    assert {layer.acts.kind for layer in made["Other activation: ReLU"].layers} == {"relu"}
    penalised = made["With weight penalty"]
    assert (
        penalised.penalties[0].kind == "l2"
        and not replace_each(penalised, _named(penalised, "Without").edits).penalties
    )
    assert made["Other start"].seeds.weights == ring.seeds.weights + 1
    assert made["Other start"].seeds.data == ring.seeds.data
    assert made[f"{COPY} (Ctrl+D)"] == ring


def test_what_stands_beside_already_is_named_and_cannot_be_chosen_again(qapp, qtbot):
    ring = Experiment.load(PRESETS / "playground.toml")
    lanes = [("B", replace(ring, "optimizer.lr", 0.3)), ("C", ring)]
    found = {offer.words: offer.is_there for offer in offers_beside(ring, lanes)}
    assert [words for words, there in found.items() if there] == ["η × 10 = 0.3 is B"], "a copy goes twice"
    assert "η ÷ 10 = 0.003" in found and len(found) == len(offers(ring))
    window = QWidget()
    qtbot.addWidget(window)
    card = BesideCard(ring, lanes, (), window)
    (there,) = [button for button in card.buttons if button.text().endswith(" is B")]
    chosen = []
    card.chosen.connect(chosen.append)
    there.click()
    assert not there.isEnabled() and not chosen
    card.buttons[1].click()
    assert chosen == [(("optimizer.lr", 0.003),)]
    assert "the same luck, except with Other start" in BOTH


def test_no_offer_is_beyond_what_a_setting_may_be():
    fast = replace(Experiment(), "optimizer.lr", 20.0)
    for offer in offers(fast):
        replace_each(fast, offer.edits)
    perceptron = replace_each(
        Experiment(), (("rule.kind", "perceptron"), ("loss", "mistakes"), ("layers", ()), ("batch_size", 1))
    )
    assert not any(offer.words.startswith(("Other optimizer", "With")) for offer in offers(perceptron))


def _named(experiment, words):
    return next(offer for offer in offers(experiment) if offer.words.startswith(words))


def replace_each(experiment, edits):
    from core.comparison import Comparison

    try:
        return Comparison(base=experiment).with_twin(edits).experiments()[1]
    except BadInput as error:
        raise AssertionError(f"{edits}: {error}") from error


def test_one_recipe_whose_rows_are_parted_and_joined_by_their_sign(ripe, qtbot):
    room, lab, recipe = ripe, ripe.lab, ripe.recipe
    press(room, "η × 10")
    rest(lab, qtbot)
    until(qtbot, lambda: recipe in room.linking.links)
    links = {link.path: link for link in room.linking.links[recipe].links.values()}
    assert {"data.kind", "data.noise", "loss.kind", "optimizer.kind", "optimizer.lr", "batch_size"} <= set(links)
    assert [path for path, link in links.items() if link.parted] == ["optimizer.lr"]
    (row,) = links["optimizer.lr"].rows
    assert row.editor.value() == 0.3 and recipe.rate.value() == 0.03
    row.editor.changed.emit(0.1)
    assert [run.told.optimizer.lr for run in lab.twins.standings] == [0.03, 0.1]
    batch = links["batch_size"]
    QTest.mouseClick(batch.button, LEFT)
    until(qtbot, lambda: len(batch.rows) == 1 and batch.rows[0].isVisible())
    batch.rows[0].editor.changed.emit(5)
    lab.edit("batch_size", 20)
    assert [run.told.batch_size for run in lab.twins.standings] == [20, 5]
    lab.undo()
    lab.undo()
    assert [run.told.batch_size for run in lab.twins.standings] == [10, 10]
    QTest.mouseClick(links["optimizer.lr"].button, LEFT)
    until(qtbot, lambda: not links["optimizer.lr"].rows)
    assert [run.told.optimizer.lr for run in lab.twins.standings] == [0.03, 0.03]
    room.side_by_side.leave(lab.run.number)
    until(qtbot, lambda: not room.linking.links)


def test_the_pace_is_chosen_on_the_heading_and_axis_and_digits_follow(room, qtbot):
    lab = room.lab
    room.side_by_side.add((("batch_size", 40),))
    heading = room.side_by_side.heading
    assert heading.pace.text() == "By samples seen", "the batches differ"
    until(qtbot, lambda: all(run.last is not None and run.last.samples > 2000 for run in lab.twins.standings))
    rest(lab, qtbot)
    one, other = (run.last for run in lab.twins.standings)
    assert one.samples == one.updates * 10 and abs(one.samples - other.samples) < 40, "no batch is cut"
    assert lab.store.view.x_axis == "samples"
    figure = room.transport.figures.by_name["Update"]
    assert figure.name.text() == "Samples" and figure.value.text() == f"{one.samples:,}"
    actions = {action.text(): action for action in heading.pace.menu().actions()}
    actions["By updates"].trigger()
    assert heading.pace.text() == "By updates" and lab.store.view.x_axis == "update"
    assert figure.name.text() == "Update"
    lab.undo()
    assert heading.pace.text() == "By samples seen"
    room.side_by_side.leave(lab.run.number)
    assert lab.store.view.x_axis == "update" and figure.name.text() == "Update"


@pytest.mark.slow
def test_the_letter_stands_at_the_digits_and_every_goal_is_told_with_its_own(room, qtbot, monkeypatch):
    lab, said, status = room.lab, [], room.bars.status
    say = status.say
    monkeypatch.setattr(status, "say", lambda sentence: (said.append(sentence), say(sentence)))
    assert room.transport.whose.isHidden()
    room.side_by_side.add((("optimizer.lr", 0.3),))
    until(qtbot, lambda: room.transport.whose.letter == "A" and room.transport.whose.isVisible())
    until(qtbot, lambda: any("reached the goal" in each for each in said))
    told = [each for each in said if "reached the goal" in each]
    assert len(told) == 1 and told[0].startswith("B reached the goal at update ")
    rest(lab, qtbot)
    room.side_by_side.leave(lab.run.number)
    assert room.transport.whose.isHidden()


def test_four_runs_have_one_kind_of_picture_with_the_loss_below_and_keys_choose_it(room, qtbot):
    lab, side = room.lab, room.side_by_side
    for edits in ((("optimizer.lr", 0.3),), (("optimizer.kind", "adam"),), ()):
        side.add(edits)
    rest(lab, qtbot)
    assert [run.letter for run in lab.twins.standings] == ["A", "B", "C", "D"]
    assert len(lab.twins.numbers) == 3 and not side.heading.another_button.isEnabled()
    seen = {name for name, dock in room.docks.items() if dock.isVisible()}
    assert seen == {"recipe", "boundary", "loss"}
    cells = room.lanes.pairs["boundary"].cells
    assert [cell.name.text() for cell in cells] == ["η 0.03, SGD", "η 0.3", "Adam", "a copy"]
    until(qtbot, lambda: len({cell.y() for cell in cells}) == 1 and cells[0].x() < cells[1].x() < cells[3].x())
    assert all(cell.view.area.plot.width() > 190 for cell in cells), "in two rows their maps had 112 px"
    assert room.window().size() == QSize(1280, 740), "no number of pictures makes the window grow"
    room.actions_["show_network"].trigger()
    assert room.docks["network"].isVisible() and not room.docks["boundary"].isVisible()
    assert room.docks["loss"].isVisible() and len(room.lanes.pairs["network"].cells) == 4
    side.leave(lab.run.number)
    assert all(room.docks[name].isVisible() for name in ("network", "boundary", "loss", "score"))


def test_a_lecture_has_a_and_b_of_one_kind_with_names_for_the_back_row(room, qtbot):
    lab = room.lab
    room.side_by_side.copy()
    room.actions_["layout"].trigger()
    rest(lab, qtbot)
    assert room.docks["boundary"].isVisible() and not room.docks["network"].isVisible()
    for cell in room.lanes.pairs["boundary"].cells:
        assert cell.name.font().pixelSize() >= 24 and cell.sign.pixmap().height() >= 24
        assert cell.width() == pytest.approx(room.width() / 2, abs=8)
    assert all(letter.isVisible() and letter.toolTip().endswith("run A") for letter in room.bars.lecture.letters)
    room.actions_["show_network"].trigger()
    assert room.docks["network"].isVisible() and not room.docks["boundary"].isVisible()


@pytest.mark.slow
def test_20_starts_repeats_the_pair_with_the_same_luck_on_both_sides(ripe, qtbot):
    room = ripe
    press(room, "η × 10")
    lab = room.lab
    rest(lab, qtbot)
    lab.begin_up_to(200)
    until(qtbot, lambda: all(run.last is not None and run.last.updates == 200 for run in lab.twins.standings))
    room.actions_["starts"].trigger()
    sheet = room.starts.pairs
    qtbot.waitUntil(lambda: not sheet.working, timeout=60_000)
    paired = sheet.paired
    assert len(paired.pairs) == 20 and paired.question.names == ("B", "C")
    own = [lab.runs.metrics[run.number].history.column("test.loss").last for run in lab.twins.standings]
    assert list(paired.lines[0]) == pytest.approx(own, rel=1e-5), "the first pair is that in the window"
    assert sheet.sentence.text() == paired.sentence and "(sign test, p" in paired.sentence
    assert sheet.how_much.text().startswith("The median difference C − B of the test loss is ")
    assert len(sheet.plot.heights()) == 20 and all(0 <= end <= 1 for line in sheet.plot.heights() for end in line)
    assert not sheet.other.isVisible() and sheet.progress.text() == "20 pairs, after 200 updates"
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not room.starts.is_open and lab.twins.there
    (made,) = lab.gatherings.there.values()
    assert made.words.startswith("20 starts of B | C (η 0.03 → 0.3): C ") and (made.count, made.updates) == (40, 200)
    assert made.told == f"{paired.sentence} {paired.how_much}" and not made.figures
    sheet.paired = None  # as after a restart
    room.wiring.obey(OpenGathered(made.id))
    qtbot.waitUntil(lambda: sheet.isVisible() and not sheet.working, timeout=60_000)
    assert sheet.paired.lines == paired.lines and list(lab.gatherings.there) == [made.id]


def pair(lab, qtbot, updates, *edits):
    """A | B, of which B has settings of its own, after so many updates; both experiments."""
    lab.twins.begin(lab.twins.one_more(edits))
    learn(lab, qtbot, updates)
    assert [run.letter for run in lab.twins.standings] == ["A", "B"]
    return lab.twins.experiments


def learn(lab, qtbot, updates):
    """So many updates more, of all."""
    end = updates + (lab.run.last.updates if lab.run.last is not None else 0)
    lab.runs.send(commands.Step("update", updates))
    until(qtbot, lambda: _at(lab, end) and not lab.playing)


def look(lab, qtbot, update):
    lab.time.look_at(update)
    until(qtbot, lambda: all(_arrived(run, update) for run in lab.twins.standings))


def _arrived(run, update):
    return run.recalled is not None and run.recalled.updates == update and run.recalled.figures is not None


def _beyond(run, update):
    return run.last is not None and run.last.updates > update


def _at(lab, update):
    return all(run.last is not None and run.last.updates == update for run in lab.twins.standings)


def stand(lab):
    """The letters of the runs that stand side by side, and their learning rates as the recipe shows them."""
    return "".join(run.letter for run in lab.twins.standings), [each.optimizer.lr for each in lab.twins.experiments]


def _is(lab, qtbot, number, experiment, *deeds):
    """A run is what a fresh one is to which the same was done: (updates, settings) one after the other."""
    alone = Session(experiment)
    for updates, changes in deeds:
        alone.advance(updates - alone.updates)
        alone.apply(replace_all(alone.experiment, changes))
    made, vector = weights(lab, qtbot, number)
    alone.advance(made - alone.updates)
    assert np.array_equal(alone.vector(), vector)


def test_what_is_changed_in_the_past_begins_a_branch_of_all_and_undo_and_redo_lead_to_the_pairs_that_stood(room, qtbot):
    lab = room.lab
    ring, other = pair(lab, qtbot, 60, ("optimizer.lr", 0.3))
    lab.edit("batch_size", 5)
    learn(lab, qtbot, 30)
    stood, lettered = [run.number for run in lab.twins.standings], []
    lab.runs.lettered.connect(lettered.append)
    room.store.settle()
    look(lab, qtbot, 20)
    assert [each.batch_size for each in lab.twins.experiments] == [10, 10], "the settings of that update"
    assert [run.told.batch_size for run in lab.twins.standings] == [5, 5] and not room.store.dirty
    lab.edit("optimizer.lr", 0.1)  # its own
    lab.edit("batch_size", 20)  # one for all
    said = lab.branching.words
    assert said == "Play goes on from update 20 with batch size 20, η 0.1 as runs C | D; runs A | B stay."
    assert stand(lab) == ("AB", [0.1, 0.3]) and [each.batch_size for each in lab.twins.experiments] == [20, 20]
    assert [run.told.batch_size for run in lab.twins.standings] == [5, 5], "it waits there"
    lab.step("update")
    until(qtbot, lambda: lab.run.letter == "C" and _at(lab, 21))
    come_on = [run.number for run in lab.twins.standings]
    assert [lab.runs.metrics[number].letter for number in come_on] == ["C", "D"] and lettered == come_on
    lab.step("update")
    until(qtbot, lambda: _at(lab, 22))
    assert stand(lab) == ("CD", [0.1, 0.3]) and [run.run.branch for run in lab.twins.standings] == [20, 20]
    assert [run.run.parent for run in lab.twins.standings] == [lab.runs.held[each].run.id for each in stood]
    _is(lab, qtbot, come_on[0], ring, (20, (("optimizer.lr", 0.1), ("batch_size", 20))))
    _is(lab, qtbot, come_on[1], other, (20, (("batch_size", 20),)))
    assert [cell.view.isVisible() for cell in room.lanes.pairs["boundary"].cells] == [True, True]
    lab.undo()
    until(qtbot, lambda: all(_arrived(run, 20) for run in lab.twins.standings))
    assert [run.number for run in lab.twins.standings] == stood and stand(lab) == ("AB", [0.1, 0.3])
    assert [each.batch_size for each in lab.twins.experiments] == [10, 10] and lab.branching.pending
    lab.undo()
    assert stand(lab) == ("AB", [0.03, 0.3]) and not lab.branching.pending
    lab.redo()
    lab.redo()
    until(qtbot, lambda: lab.run.letter == "C")
    assert [run.number for run in lab.twins.standings] == come_on and _at(lab, 22)
    lab.undo()
    until(qtbot, lambda: all(_arrived(run, 20) for run in lab.twins.standings))
    lab.time.now()
    assert stand(lab) == ("AB", [0.03, 0.3]) and _at(lab, 90)
    for number, own in zip(stood, (ring, other), strict=True):
        _is(lab, qtbot, number, own, (60, (("batch_size", 5),)))
    lab.step("update")
    until(qtbot, lambda: _at(lab, 91))
    assert len(lab.runs.held) == 4, "no run is lost"


def test_what_one_of_them_is_to_have_of_its_own_waits_in_the_past_too(room, qtbot):
    lab = room.lab
    first, other = pair(lab, qtbot, 40, ("optimizer.lr", 0.3))
    look(lab, qtbot, 30)
    lab.parting.edits(1, (("optimizer.lr", 0.5),))
    assert [run.told.optimizer.lr for run in lab.twins.standings] == [0.03, 0.3]
    assert lab.branching.words == "Play goes on from update 30 with η 0.5 in B as runs C | D; runs A | B stay."
    lab.parting.let_go()
    look(lab, qtbot, 25)
    assert stand(lab) == ("AB", [0.03, 0.3]) and not lab.branching.pending, "let go by looking elsewhere"
    lab.parting.edits(1, (("optimizer.lr", 0.5),))
    lab.play()
    until(qtbot, lambda: all(run.letter in "CD" and _beyond(run, 30) for run in lab.twins.standings))
    rest(lab, qtbot)
    assert stand(lab) == ("CD", [0.03, 0.5])
    one, two = (run.number for run in lab.twins.standings)
    _is(lab, qtbot, one, first)
    _is(lab, qtbot, two, other, (25, (("optimizer.lr", 0.5),)))
    lab.undo()
    until(qtbot, lambda: all(_arrived(run, 25) for run in lab.twins.standings))
    assert stand(lab) == ("AB", [0.03, 0.3]) and not lab.branching.pending


def test_undo_of_a_weight_set_by_hand_leads_all_to_the_update_at_which_that_was_done(room, qtbot):
    lab = room.lab
    first, other = pair(lab, qtbot, 30, ("optimizer.kind", "adam"))
    lab.obey(SetWeight("h1.weight", (0, 0), 3.5, "w"))
    lab.undo()  # nobody has learned since: the run is what it was
    until(qtbot, lambda: weights(lab, qtbot, lab.run.number)[1][0] != 3.5)
    learn(lab, qtbot, 10)
    stood = [run.number for run in lab.twins.standings]
    for number, own in zip(stood, (first, other), strict=True):
        _is(lab, qtbot, number, own)
    look(lab, qtbot, 20)  # its past is there as before
    lab.time.now()
    lab.obey(SetWeight("h1.weight", (0, 0), 3.5, "w"))
    learn(lab, qtbot, 10)
    after = weights(lab, qtbot, stood[0])[1]
    lab.undo()
    until(qtbot, lambda: all(_arrived(run, 40) for run in lab.twins.standings) and lab.branching.pending)
    said = "Play goes on from update 40 with the weights that it had before as runs C | D; runs A | B stay."
    assert lab.branching.words == said and _at(lab, 50)
    lab.redo()
    assert lab.run.looking is None and not lab.branching.pending
    assert np.array_equal(weights(lab, qtbot, stood[0])[1], after), "it is as it was, with all its updates"
    lab.undo()
    until(qtbot, lambda: lab.run.looking == 40 and lab.branching.pending)
    lab.step("update")
    until(qtbot, lambda: lab.run.letter == "C" and _at(lab, 41))
    for run, own in zip(lab.twins.standings, (first, other), strict=True):
        _is(lab, qtbot, run.number, own)
    look(lab, qtbot, 40)
    lab.time.now()
    lab.redo()
    assert [run.number for run in lab.twins.standings] == stood and len(lab.runs.held) == 4
    learn(lab, qtbot, 1)
    assert _at(lab, 51), "in step as before"


def test_play_stays_pressed_while_one_of_them_learns(room, qtbot):
    lab = room.lab
    lab.edit("speed", "max")
    room.side_by_side.add((("stop.updates", 4000),))
    lab.edit("stop.updates", 100)
    until(qtbot, lambda: lab.run.last is not None and lab.run.state is RunState.finished)
    assert lab.run.last.updates == 100
    until(qtbot, lambda: not lab.playing)
    assert [run.last.updates for run in lab.twins.standings] == [100, 4000]
