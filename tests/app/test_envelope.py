"""The envelope in the window: nothing shows what is sealed, it opens once, the run is marked, and nothing closes it."""

from __future__ import annotations

import pytest

from app.documents.view_state import ViewState
from core.data.envelope import Opened, name_of
from core.data.preparation import prepare
from core.training.envelope import open_envelope
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")
LIMIT = 60_000
OPENED = Opened(7, "accuracy", {"accuracy": 0.976}, {"accuracy": 0.944}, 125, 124)


@pytest.fixture
def room(open_window, qtbot):
    """The network room with a run of the circle, half of whose test part is sealed, after 60 updates."""
    window = open_window(PRESETS / "circle.toml")
    window.resize(1280, 800)
    room, lab = window.network, window.network.lab
    assert not room.actions_["envelope"].isEnabled()
    lab.edit("data.sealed_share", 0.5)
    qtbot.waitUntil(lambda: lab.run.last is not None, timeout=LIMIT)
    lab.begin_up_to(60)
    qtbot.waitUntil(lambda: lab.run.last is not None and lab.run.last.updates == 60, timeout=LIMIT)
    return room


def opened(room, qtbot):
    room.actions_["envelope"].trigger()
    room.envelope.sheet.press.click()
    qtbot.waitUntil(lambda: room.envelope.opened is not None, timeout=LIMIT)
    return room.envelope.opened


def test_it_opens_once_marks_the_run_and_nothing_closes_it(room, qtbot, tmp_path):
    lab, store = room.lab, room.store
    sheet = room.envelope.sheet
    room.actions_["envelope"].trigger()
    assert room.envelope.is_open and sheet.press.isVisible() and not sheet.both.isVisible()
    assert "samples of the test part are sealed" in sheet.words.text()
    sheet.shut()
    before = store.document
    store.saved(tmp_path / "x.toml")
    assert not store.dirty
    found = opened(room, qtbot)
    held = []
    lab.runs.request_snapshot(held.append)
    qtbot.waitUntil(lambda: bool(held), timeout=LIMIT)
    expected = open_envelope(held[0].experiment, 60, held[0].parameters, held[0].numbers.buffers)
    assert found == expected
    assert sheet.both.isVisible() and not sheet.press.isVisible() and not sheet.words.isVisible()
    assert [label.text() for label in sheet.figures] == [
        f"{100 * part['accuracy']:.{0 if part['accuracy'] in (0, 1) else 1}f} %" for part in (found.test, found.sealed)
    ]
    assert store.dirty and store.document == before, "there is something to be saved: that it is open"
    qtbot.waitUntil(
        lambda: any(mark.kind == "envelope" for mark in lab.runs.metrics[lab.run.number].marks), timeout=LIMIT
    )
    sheet.shut()
    room.actions_["envelope"].trigger()
    assert not sheet.press.isVisible(), "it opens once"
    sheet.shut()
    lab.edit("optimizer.lr", 0.5)
    for _ in range(2):  # the sealed share itself is taken back
        lab.undo()
    assert room.envelope.opened is None and not room.actions_["envelope"].isEnabled()
    for _ in range(2):
        lab.redo()
    assert room.envelope.opened == found
    store.view.save(tmp_path / "x.view.toml")
    loaded = ViewState.load(tmp_path / "x.view.toml", ViewState())
    assert Opened.read(loaded.envelopes[name_of(store.experiment)]) == found
    lab.edit("seeds.data", 5)
    assert room.envelope.opened is None, "other samples are in another envelope"


def test_nothing_of_the_window_knows_the_sealed_samples(room, qtbot):
    prepared = room.lab.runs.samples.fitting()
    inside = prepare(room.store.experiment, opened=True)
    secret = {row.tobytes() for row in inside.table.x[inside.test]}
    assert secret and not secret & {row.tobytes() for row in prepared.table.x}
    assert prepared.sealed == len(secret)
    assert not any("sealed" in name for name in room.lab.run.figures)
    room.overlays.open_drawer("data")
    drawer = room.overlays.drawers.data
    assert drawer.parts.counts == (len(prepared.train), 0, len(prepared.test), prepared.sealed)
    assert drawer.envelope.isVisible()
    drawer.envelope.click()
    assert room.envelope.is_open
    room.envelope.sheet.shut()
    room.lab.edit("data.sealed_share", 0.0)
    assert not drawer.envelope.isVisible()


def test_of_a_run_that_is_another_one_by_now_nothing_is_told(room):
    room.actions_["envelope"].trigger()
    sheet = room.envelope.sheet
    sheet.press.setEnabled(False)
    sheet.tell_late()
    assert sheet.press.isEnabled() and "another one" in sheet.caution.text() and room.envelope.opened is None
    sheet.shut()


def test_an_opened_envelope_stays_with_the_view(tmp_path):
    view = ViewState(envelopes={"a": OPENED.values()})
    assert view.belongs_to_file() and view.for_another().envelopes == view.envelopes
    view.save(tmp_path / "x.view.toml")
    other = ViewState(envelopes={"b": OPENED.values()})
    assert ViewState.load(tmp_path / "x.view.toml", other).envelopes.keys() == {"a", "b"}
    ViewState().save(tmp_path / "y.view.toml")
    assert ViewState.load(tmp_path / "y.view.toml", other).envelopes == other.envelopes
