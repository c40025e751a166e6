"""A text of one's own comes in through the window: chosen, dropped, or refused in a sentence."""

from __future__ import annotations

import pytest

from app.documents.intents import Import
from app.network.text_import import examine
from app.panels.data_choice import choosing
from app.panels.data_drawer import DataDrawer
from core import registry
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.families import Dataset
from core.machine.resources import FOLDER
from core.messages import BadInput
from core.training.session import Session

TALE = "The sea sees the seals, and the seals see the sea.\nNobody else is there; nobody speaks.\n" * 30


def test_a_dropped_text_becomes_the_data_with_a_network_that_reads_it(open_window, qtbot, tmp_path):
    window = open_window(FOLDER / "presets" / "playground.toml")
    (tmp_path / "tale.txt").write_text(TALE, encoding="utf-8")
    window.files.open(tmp_path / "tale.txt")
    store = window.network.store
    qtbot.waitUntil(lambda: store.experiment.data.kind == "text", timeout=20_000)
    assert store.experiment.task.kind == "characters" and store.experiment.loss.kind == "cross_entropy"
    assert [layer.kind for layer in store.experiment.layers] == ["gru"]
    assert window.network.docks["score"].windowTitle() == "Bits per character"
    assert not window.network.docks["sequence"].isHidden()
    (tmp_path / "bad.txt").write_bytes(b"\x89PNG\x00\x00")
    window.files.open(tmp_path / "bad.txt")
    qtbot.waitUntil(lambda: window.network.notices.problem.isVisibleTo(window.network), timeout=20_000)
    assert store.experiment.data.path.endswith("tale.txt")  # nothing is lost
    window.network.lab.undo()
    assert store.experiment.data.kind == "circle" and [layer.kind for layer in store.experiment.layers] == [
        "dense",
        "dense",
    ]


def test_a_table_in_a_text_file_is_still_a_table(open_window, tmp_path):
    window = open_window(FOLDER / "presets" / "playground.toml")
    (tmp_path / "table.txt").write_text("a b y\n1 2 0\n2 3 1\n4 5 0\n", encoding="utf-8")
    tables, texts = [], []
    window.files.table_dropped.disconnect()
    window.files.table_dropped.connect(tables.append)
    window.files.text_dropped.connect(texts.append)
    window.files.open(tmp_path / "table.txt")
    assert len(tables) == 1 and not texts


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".dat", ".data", ".arff", ".xlsx", ".XLSX"])
def test_every_kind_of_table_is_opened_as_one(open_window, tmp_path, ending):
    window = open_window(FOLDER / "presets" / "playground.toml")
    tables = []
    window.files.table_dropped.disconnect()
    window.files.table_dropped.connect(tables.append)
    window.files.open(tmp_path / f"table{ending}")
    assert tables == [tmp_path / f"table{ending}"]


@pytest.mark.parametrize(
    ("content", "says"), [("", "is empty"), ("z" * 900, "only “z”"), ("to be", "at least 26 are needed")]
)
def test_what_cannot_be_learned_is_said_before_anything_changes(tmp_path, content, says):
    path = tmp_path / "text.txt"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(BadInput, match=says):
        examine(path)


def test_a_short_text_is_taken_with_a_warning(tmp_path):
    path = tmp_path / "text.txt"
    path.write_text(TALE[:200], encoding="utf-8")
    data, sentence = examine(path)
    assert data.kind == "text" and "different ones" in sentence and "little to learn from" in sentence


def test_the_drawer_asks_for_the_file(qtbot):
    drawer = DataDrawer()
    qtbot.addWidget(drawer)
    said = []
    drawer.intent.connect(said.append)
    drawer.shelves[0].chosen.emit("text")
    assert said == [Import("text")]


SEQUENCES = [kind for kind, cls in registry.family("datasets").items() if cls.geometry == "sequence" and kind != "text"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", SEQUENCES)
def test_sequences_chosen_for_a_net_of_the_plane_train_at_once(kind):
    """The ring's own network would take the steps as one row, at the rate of descent in the plane."""
    ring = Experiment.load(FOLDER / "presets" / "playground.toml")
    chosen = replace_all(ring, choosing(ring, kind))
    assert [layer.kind for layer in chosen.layers] == ["gru"] and chosen.optimizer.kind == "adam"
    run = Session(replace_all(chosen, (("evaluate_every", 20),)))
    before = run.evaluate()["train.loss"]
    run.advance(40)
    share = {"parity": 1.02, "recall": 0.97}.get(kind, 0.9)  # parity is found after some 600 updates, all at once
    assert run.evaluate()["train.loss"] < before * share
    back = replace_all(chosen, choosing(chosen, "moons"))
    assert [layer.kind for layer in back.layers] == ["dense"]


def test_a_network_that_reads_sequences_is_kept():
    recall = Experiment.load(FOLDER / "presets" / "recall-lstm.toml")
    chosen = replace_all(recall, choosing(recall, "sunspots"))
    assert chosen.layers[0].units == 24 and chosen.layers[0].kind == "lstm" and chosen.loss.kind == "mean_squared"  # type: ignore[attr-defined]


def test_other_data_leave_the_network_alone():
    ring = Experiment.load(FOLDER / "presets" / "playground.toml")
    for kind, cls in registry.family("datasets").items():
        if cls.geometry not in ("sequence", "images") and kind not in ("csv", "points", ring.data.kind):  # type: ignore[attr-defined]
            edits = choosing(ring, kind)
            assert len(edits) == 1 and isinstance(edits[0][1], Dataset)
