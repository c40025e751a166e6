"""Step by sample: the samples of the coming batch are told in numbers, one after another; the weights stand still."""

from __future__ import annotations

import pytest


@pytest.fixture
def room(qtbot, open_window):
    room = open_window().network
    qtbot.waitUntil(lambda: room.lab.run.last is not None and room.lab.run.last.updates > 0, timeout=60_000)
    return room


def test_step_by_sample_shows_the_numbers_and_goes_through_the_batch(room, qtbot):
    room.actions_["step_sample"].trigger()
    view = room.views["numbers"]
    qtbot.waitUntil(lambda: view.account is not None and room.store.view.sample >= 0, timeout=30_000)
    qtbot.waitUntil(lambda: room.lab.run.last.state.value == "paused", timeout=10_000)
    qtbot.waitUntil(lambda: view.account.update == room.lab.run.last.updates + 1, timeout=10_000)
    updates, batch = room.lab.run.last.updates, view.account.coming.samples.tolist()
    assert len(batch) == 10 and view.account.coming.losses.max() == view.account.loss.value
    place = view.account.place
    for further in (1, 2):
        room.actions_["step_sample"].trigger()
        expected = batch[(place + further) % 10]
        qtbot.waitUntil(lambda expected=expected: view.account.sample == expected, timeout=10_000)
    assert room.lab.run.last.updates == updates  # looking never learns


def test_beads_run_with_a_single_update(room, qtbot):
    room.lab.pause()
    qtbot.waitUntil(lambda: room.lab.run.last.state.value == "paused", timeout=10_000)
    network, seen = room.views["network"], []
    network.canvas.update()
    room.lab.step("update")
    qtbot.waitUntil(lambda: network.canvas.pulse is not None and not seen.append(network.canvas.pulse), timeout=10_000)
    assert seen[-1][0] <= 1.0
