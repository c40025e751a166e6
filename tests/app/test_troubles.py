"""Broken data and a lack of memory in the window: one banner, and nothing is lost."""

from __future__ import annotations

import numpy as np
import pytest

from app.command_line import show, waiting
from core.engines.eager import EagerEngine
from core.frames import RunState
from core.networks.network import Network
from core.probes.layers import Layers
from core.threads import commands
from tests.building.broken_files import FOLDERS, PICTURES, TEXTS, folder_of
from tests.building.out_of_memory import CPU_SAYS, CUDA_SAYS, raising
from tests.building.picture_files import LABELS, idx

BROKEN = {
    **{
        name: PICTURES[name]
        for name in (
            "IDX, cut off",
            "IDX, giant",
            "gzip, damaged",
            "NPY, pickled objects",
            "NPZ, encrypted",
            "NPZ, one class",
        )
    },
    **{name: ("t.txt", *TEXTS[name]) for name in ("one letter", "binary")},
    **{f"folder, {name}": ("pictures", *FOLDERS[name]) for name in ("empty", "one class", "all broken")},
}


@pytest.fixture
def window(open_window, qtbot, ring, tmp_path):
    """A window with a run of 30 updates behind it."""
    ring.model_copy(update={"speed": "max", "engine": "eager"}).save(tmp_path / "e.toml")
    made = open_window(str(tmp_path / "e.toml"))
    lab = made.network.lab
    qtbot.waitUntil(lambda: lab.runs.ready and lab.run.last is not None, timeout=20_000)
    lab.runs.send(commands.Step("update", 30))
    qtbot.waitUntil(lambda: lab.run.last.updates == 30, timeout=20_000)
    return made


def said(window) -> str:
    notice = window.network.notices.problem
    return notice.text.text() if notice.isVisibleTo(window.network) else ""


def weights(lab, qtbot) -> np.ndarray:
    found = []
    lab.runs.request_snapshot(found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    return found[0].parameters


def test_broken_data_are_one_banner_and_the_way_back_is_open(window, qtbot, tmp_path):
    """One window for all of them: after each, undo brings back the data and the weights that were there before."""
    lab = window.network.lab
    before, trained = lab.store.experiment, weights(lab, qtbot)
    (tmp_path / "labels").write_bytes(idx(LABELS))
    np.save(tmp_path / "y_a.npy", LABELS)
    for place, (name, content, says) in enumerate(BROKEN.values()):
        folder = tmp_path / str(place)
        folder.mkdir()
        for beside in ("labels", "y_a.npy"):
            (folder / beside).write_bytes((tmp_path / beside).read_bytes())
        if isinstance(content, bytes):
            (folder / name).write_bytes(content)
        else:
            (folder / name).mkdir()
            folder_of(folder / name, **content)
        kind = "text" if name.endswith(".txt") else "pictures"
        lab.edit("data", {"kind": kind, "path": str(folder / name)})
        qtbot.waitUntil(lambda says=says: says in said(window), timeout=20_000)
        assert "\n" not in said(window) and "Traceback" not in said(window) and lab.run.state is RunState.failed
        lab.undo()
        qtbot.waitUntil(
            lambda: lab.run.state is not RunState.failed and lab.run.last is not None and lab.run.last.updates == 30,
            timeout=20_000,
        )
        assert lab.store.experiment == before
    assert np.array_equal(weights(lab, qtbot), trained)


@pytest.mark.parametrize("error", [CPU_SAYS, CUDA_SAYS], ids=["CPU", "CUDA"])
def test_no_memory_to_train_pauses_the_run(window, qtbot, monkeypatch, error):
    lab = window.network.lab
    trained = weights(lab, qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(
            EagerEngine,
            "update",
            lambda engine, places, number, factor, update=EagerEngine.update: (
                update(engine, places, number, factor) if number < 30 else raising(error)()
            ),
        )
        lab.play()
        qtbot.waitUntil(lambda: "run out of memory while training with batches of" in said(window), timeout=20_000)
        qtbot.waitUntil(lambda: not lab.playing and lab.run.state is RunState.paused, timeout=20_000)
    assert lab.run.last.updates == 30 and np.array_equal(weights(lab, qtbot), trained)
    lab.runs.send(commands.Step("update", 5))
    qtbot.waitUntil(lambda: lab.run.last.updates == 35, timeout=20_000)


def test_show_ends_where_the_run_has_paused(window, capsys, monkeypatch):
    monkeypatch.setattr(EagerEngine, "update", raising(CPU_SAYS))
    monkeypatch.setattr(waiting, "HOPELESS", 1.0)  # the weight space takes an update to draw its next step, too
    assert show.train(window, 60) == 2
    assert capsys.readouterr().err.startswith("This computer has run out of memory while training")


def test_no_memory_for_a_picture_leaves_the_run_alone(window, qtbot, monkeypatch):
    lab = window.network.lab
    monkeypatch.setattr(Layers, "compute", raising(CPU_SAYS))
    lab.runs.show({"layers": Layers()})
    qtbot.waitUntil(lambda: "run out of memory while making the picture 'layers'" in said(window), timeout=20_000)
    lab.runs.send(commands.Step("update", 5))
    qtbot.waitUntil(lambda: lab.run.last.updates == 35 and lab.run.state is RunState.paused, timeout=20_000)


def test_no_memory_to_build_a_network_keeps_the_experiment(window, qtbot, monkeypatch):
    lab = window.network.lab
    before, trained = lab.store.experiment, weights(lab, qtbot)
    with monkeypatch.context() as patch:
        patch.setattr(Network, "__init__", raising(CPU_SAYS))
        lab.edit("layers.h1.units", 8)
        qtbot.waitUntil(lambda: "run out of memory while building the network" in said(window), timeout=20_000)
        assert lab.store.experiment.layers[0].units == 8
    lab.undo()
    qtbot.waitUntil(
        lambda: lab.run.state is not RunState.failed and lab.run.last is not None and lab.run.last.updates == 30,
        timeout=20_000,
    )
    assert lab.store.experiment == before and np.array_equal(weights(lab, qtbot), trained)
