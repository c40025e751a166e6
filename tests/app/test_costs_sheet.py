"""The sheet of what a network costs: what is counted and timed stands in its place, what is not there with its
reason."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from app.costs.curve import colours
from app.costs.sheet import BESIDE, NO_GPU, CostSheet
from app.costs.words import bytes_words, rate_words, time_words
from app.look.theme import DARK, LIGHT, current
from core.costs import work
from core.costs.timed import Timed
from core.costs.ways import Way
from core.data.preparation import prepare
from tests.building.experiments import small
from tests.building.presets import preset

KERNEL, TORCH = Way("fused", "CPU, fused kernel", "fused"), Way("one", "CPU, PyTorch", "eager", threads=1)
CUDA = Way("cuda", "GPU (CUDA), PyTorch", "eager", "cuda", reason="no driver")


@pytest.fixture
def timing(monkeypatch):
    """What each way takes, by its key, in place of the clock: seconds, or why it cannot."""
    found: dict[str, float | str] = {"fused": 2e-6, "one": 5e-4}
    asked: list[tuple[str, int, int]] = []

    def timed(way, experiment, prepared, halted):
        taken, batch = found[way.key], experiment.batch_size
        asked.append((way.key, batch, experiment.layers[0].units if experiment.layers else 0))
        return Timed(way, batch, problem=taken) if isinstance(taken, str) else Timed(way, batch, taken)

    monkeypatch.setattr(work, "timed", timed)
    monkeypatch.setattr(work, "ways", lambda: (KERNEL, TORCH, CUDA))
    return found, asked


@pytest.fixture
def sheet(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1200, 760)
    window.show()
    made = CostSheet(window)
    yield made
    assert made.end(10)


def opened(sheet, qtbot, experiment):
    sheet.open(experiment, prepare(experiment))
    qtbot.waitUntil(lambda: not sheet.working, timeout=60_000)
    return sheet


def test_layers_stand_with_what_is_counted(sheet, qtbot, timing):
    rows = opened(sheet, qtbot, small(optimizer={"kind": "adam"})).layers.rows
    assert [row.cells for row in rows] == [
        ("Dense", "4", "12", "8"), ("Dense", "3", "15", "12"), ("Output", "1", "4", "3"), ("Together", "", "31", "23"),
    ]  # fmt: skip
    assert [row.strong for row in rows] == [False, False, False, True]
    assert sheet.bytes.text().startswith(
        "Parameters 248 B, what the optimizer remembers 496 B, what all layers pass on for a batch of 7: 448 B."
    )
    assert sheet.layers.words_at(QPointF(20, 30)) == "Dense  4  12  8" and sheet.layers.words_at(QPointF(20, 2)) == ""
    sheet.grab()


def test_what_is_not_remembered_is_not_said(sheet, qtbot, timing):
    assert "remembers" not in opened(sheet, qtbot, small()).bytes.text()


def test_players_are_named(sheet, qtbot, timing):
    rows = opened(sheet, qtbot, preset("gan-ring")).layers.rows
    assert rows[0].cells[0] == "discriminator: Dense" and rows[-2].cells[0] == "generator: Output"


def test_each_way_is_told_or_has_its_reason(sheet, qtbot, timing):
    timing[0]["fused"] = "The kernel does not know it."
    rows = opened(sheet, qtbot, small()).ways.rows
    assert rows[0].cells == ("CPU, fused kernel",) and rows[0].reason == "The kernel does not know it."
    assert rows[1].cells == ("CPU, PyTorch", "500 µs", "14,000") and not rows[1].reason and rows[1].swatch
    assert rows[2].reason == "no driver" and not rows[2].swatch
    assert sheet.ways.words_at(QPointF(20, 75)) == "GPU (CUDA), PyTorch: no driver"
    assert sheet.beside.text() == f"{BESIDE} {NO_GPU}"
    sheet.grab()


def test_with_a_gpu_nobody_says_that_there_is_none(sheet, qtbot, timing, monkeypatch):
    timing[0]["cuda"] = 1e-3
    monkeypatch.setattr(work, "ways", lambda: (TORCH, Way("cuda", "GPU: Some, PyTorch", "eager", "cuda")))
    opened(sheet, qtbot, small())
    assert sheet.beside.text() == BESIDE and sheet.ways.rows[1].cells[1] == "1 ms"


def test_a_sweep_begins_when_it_is_asked_for(sheet, qtbot, timing):
    opened(sheet, qtbot, small())
    assert not sheet.points and len(timing[1]) == 2 and not sheet.halt.isVisible()
    sheet.measure.click()
    qtbot.waitUntil(lambda: not sheet.working, timeout=60_000)
    assert [point.size for point in sheet.points if point.timed.way is TORCH] == [4, 16, 64, 256, 1024]
    assert ("one", 7, 1024) in timing[1] and len(sheet.ways.rows) == 3
    sheet.axis.chosen.emit(work.BATCH)
    assert not sheet.points
    sheet.axis.set_value(work.BATCH)
    sheet.measure.click()
    qtbot.waitUntil(lambda: not sheet.working, timeout=60_000)
    assert [point.size for point in sheet.points if point.timed.way is KERNEL] == [1, 4, 16, 30]
    (x0, x1), (y0, y1) = sheet.curve.box.viewRange()
    assert x0 < 0 < np.log10(30) < x1 and y0 < np.log10(2e-3) < np.log10(0.5) < y1
    sheet.grab()


def test_without_hidden_layers_only_the_batch_can_be_varied(sheet, qtbot, timing):
    opened(sheet, qtbot, small(layers=[]))
    assert sheet.axis.value() == work.BATCH and not sheet.axis.isEnabled()


def test_what_was_timed_is_there_when_it_is_opened_again(sheet, qtbot, timing):
    experiment = small()
    opened(sheet, qtbot, experiment)
    sheet.shut()
    opened(sheet, qtbot, experiment)
    assert len(timing[1]) == 2
    opened(sheet, qtbot, small(batch_size=3))
    assert len(timing[1]) == 4


def test_lines_are_told_apart():
    for theme in (LIGHT, DARK):
        assert len(set(colours(theme))) == 8 and not {theme.negative, theme.positive} & {
            ink for ink, _ in colours(theme)
        }
    assert current() in (LIGHT, DARK)


@pytest.mark.parametrize(
    "words, said",
    [
        (bytes_words(124), "124 B"), (bytes_words(1240), "1.2 kB"), (bytes_words(86_400_000), "86 MB"),
        (time_words(9.4e-7), "0.94 µs"), (time_words(4.5e-4), "450 µs"), (time_words(0.0123), "12 ms"), (time_words(1.23), "1.2 s"),
        (rate_words(1234), "1,200"), (rate_words(10_414_608), "10 million"), (rate_words(0.7), "1"),
    ],
)  # fmt: skip
def test_numbers_are_short(words, said):
    assert words == said


def test_what_was_stopped_is_timed_when_it_is_opened_again(sheet, qtbot, timing, monkeypatch):
    experiment, whole = small(), work.timed

    def halting(*asked):
        sheet.stop()
        return whole(*asked)

    monkeypatch.setattr(work, "timed", halting)
    opened(sheet, qtbot, experiment)
    assert [row.cells[1:] for row in sheet.ways.rows[:2]] == [("–", "–"), ("–", "–")]
    monkeypatch.setattr(work, "timed", whole)
    opened(sheet, qtbot, experiment)
    assert [row.cells[1] for row in sheet.ways.rows[:2]] == ["2 µs", "500 µs"]


@pytest.mark.slow
def test_the_run_goes_on_under_the_sheet(open_window, qtbot, timing):
    window = open_window()
    room = window.network
    qtbot.waitUntil(lambda: room.lab.runs.samples.fitting() is not None, timeout=60_000)
    playing = room.lab.playing
    window.actions_["costs"].trigger()
    assert room.costs.is_open and room.lab.playing == playing
    qtbot.waitUntil(lambda: not room.costs.sheet.working, timeout=60_000)
    room.costs.sheet.shut()
    assert not room.costs.is_open
