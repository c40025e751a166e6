"""Ready-made networks are compared with an equal budget: parameters and updates are named, and the run before stands
grey."""

from __future__ import annotations

from app.documents.intents import CompareBudgets
from app.panels import budget
from app.panels.network_drawer import NetworkDrawer
from core.documents.edits import replace_all
from core.threads import commands
from tests.building.presets import preset


def test_the_run_before_is_named_and_stands_grey(open_window, qtbot, tmp_path):
    replace_all(preset("digits-dense"), (("speed", "max"), ("evaluate_every", 10), ("data.samples", 200))).save(
        tmp_path / "e.toml"
    )
    window = open_window(str(tmp_path / "e.toml"))
    room, lab = window.network, window.network.lab
    qtbot.waitUntil(lambda: lab.runs.ready and lab.run.last is not None, timeout=20_000)
    lab.runs.send(commands.Step("update", 30))
    qtbot.waitUntil(lambda: lab.run.last.updates == 30, timeout=20_000)
    room.overlays.open_drawer("network")
    panel = next(part for part in room.wiring.parts if isinstance(part, NetworkDrawer))
    row = {option.key: option for option in panel.rows.options()}["cnn-flatten"]
    assert "9,594 parameters" in row.summary
    first = lab.run.number
    panel.rows.changed.emit("cnn-flatten")
    said = room.status.sentence.text()
    assert said == budget.sentence(CompareBudgets("CNN with flatten", 9_594, 64 * 65 + 65 * 10), 30)
    assert "9,594 parameters, 4,810 before" in said and "30 updates" in said
    qtbot.waitUntil(lambda: lab.run.number > first and lab.runs.ready and lab.run.last is not None, timeout=20_000)
    lab.runs.send(commands.Step("update", 10))
    qtbot.waitUntil(lambda: lab.run.last is not None and lab.run.last.updates == 10, timeout=20_000)
    curves = room.views["loss"]
    assert curves.ghost.newest == 30 and curves.history.newest == 10


def test_tasks_that_differ_are_not_compared(open_window, qtbot, tmp_path):
    replace_all(preset("digits-dense"), (("data.samples", 200),)).save(tmp_path / "e.toml")
    window = open_window(str(tmp_path / "e.toml"))
    qtbot.waitUntil(lambda: window.network.lab.run.last is not None, timeout=20_000)
    window.network.overlays.open_drawer("network")
    panel = next(part for part in window.network.wiring.parts if isinstance(part, NetworkDrawer))
    panel.rows.changed.emit("autoencoder")
    assert (
        window.network.store.experiment.task.kind == "autoencoder"
        and "before" not in window.network.status.sentence.text()
    )


def test_words_of_a_budget():
    compared = CompareBudgets("Small residual net", 5_130, 50_890)
    assert (
        budget.sentence(compared, 0)
        == "Small residual net: 5,130 parameters, 50,890 before. Compare them after equally many updates."
    )
    assert budget.sentence(compared, 1).endswith("with its 1 update: an equal budget is 1 update for this one, too.")
