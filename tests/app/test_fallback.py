"""A file that asks for a device which is not there opens a window that works, and says so."""

from __future__ import annotations

import pytest

from app.documents.experiment_store import Store
from app.network.fallback import Fallback
from core.documents.edits import replace
from core.engines.fused.coverage import UNABLE
from core.frames import RunState, Update
from core.machine import device


@pytest.fixture
def missing():
    return next(choice for choice in device.choices() if choice.reason)


@pytest.fixture
def window(open_window, ring, missing, tmp_path):
    replace(ring, "device", missing.key).save(tmp_path / "gpu.toml")
    return open_window(str(tmp_path / "gpu.toml"))


def test_it_is_learned_automatically_and_one_click_puts_it_back(window, missing, qtbot):
    lab, problem = window.network.lab, window.network.overlays.notices.problem
    qtbot.waitUntil(lambda: window.network.store.experiment.device == "auto", timeout=60_000)
    qtbot.waitUntil(lambda: lab.runs.ready, timeout=60_000)
    assert problem.text.text() == (
        f"This asks for the device “{missing.label}”, but {missing.reason}. It is automatic now."
    )
    assert not problem.isHidden() and not window.network.store.dirty
    lab.step("update")
    qtbot.waitUntil(lambda: lab.run.last.updates == 1, timeout=60_000)
    problem.offer.click()
    assert window.network.store.experiment.device == missing.key
    qtbot.waitUntil(lambda: lab.run.state is RunState.failed, timeout=60_000)  # who insists is told why not
    assert window.network.store.experiment.device == missing.key
    assert missing.reason in problem.text.text()
    window.network.store.edit("device", "auto")
    qtbot.waitUntil(lambda: lab.run.state is not RunState.failed, timeout=60_000)


def test_an_engine_that_is_not_there_is_greyed(window, qtbot):
    qtbot.waitUntil(lambda: window.network.store.experiment.device == "auto", timeout=60_000)
    window.network.overlays.open_drawer("learning")
    options = window.network.overlays.drawers.learning.running.row("engine").editor.options()
    refused = {option.key: option.refusal for option in options if option.refusal}
    reason = next(choice.reason for choice in device.choices() if choice.key == "cuda")
    assert refused == ({"captured": f"A CUDA graph needs an NVIDIA GPU: {reason}"} if reason else {})


def test_the_kernel_that_a_run_could_not_get_is_greyed(open_window):
    room = open_window().network
    room.overlays.open_drawer("learning")
    run = room.lab.run.number
    room.lab.runs.updated.emit(
        Update(run, RunState.running, 1, 1.0, 1, 1.0, 0.0, {}, {}, engine="eager PyTorch", engine_reason=UNABLE)
    )
    options = room.overlays.drawers.learning.running.row("engine").editor.options()
    assert [option.refusal for option in options if option.key == "fused"] == [UNABLE]


def test_a_device_that_is_there_stays(qapp, ring):
    store, said = Store(ring), []
    fallback = Fallback(store, store)
    fallback.said.connect(lambda *words: said.append(words))

    class Told:
        devices = device.choices()

    for key in ("auto", "cpu"):
        store.edit("device", key)
        fallback.look(Told)
        assert (store.experiment.device, said) == (key, [])
