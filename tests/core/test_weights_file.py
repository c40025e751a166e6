"""Trained networks on the disk: restored ≡ never interrupted; damaged files in words."""

from __future__ import annotations

import numpy as np
import pytest

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.files import weights
from core.machine.resources import FOLDER
from core.messages import BadInput
from core.training.session import Session

pytestmark = pytest.mark.usefixtures("kernel")

PRESET = FOLDER / "presets" / "playground.toml"
WAYS = {
    "plain": (),
    "Adam": (("optimizer", {"kind": "adam", "lr": 0.01}),),
    "Muon": (("optimizer", {"kind": "muon"}),),
    "L1 that cuts": (("penalties", ({"kind": "l1", "rate": 0.01},)),),
    "early stopping": (("stop.patience", 50),),
    "plateau": (("schedule", {"kind": "plateau"}),),
}


@pytest.mark.parametrize("way", WAYS)
def test_saved_and_opened_goes_on_as_if_never_interrupted(way, tmp_path):
    experiment = replace_all(Experiment.load(PRESET), WAYS[way])
    session = Session(experiment)
    session.advance(60)
    file = tmp_path / f"net{weights.SUFFIX}"
    weights.save(session.snapshot(), file)
    other = Session.of(weights.load(file))
    assert (other.updates, other.epochs) == (60, session.epochs)
    session.advance(60)
    other.advance(60)
    np.testing.assert_array_equal(session.vector(), other.vector())
    assert session.last == other.last


def test_parameters_have_their_names_in_the_file(tmp_path):
    from safetensors.numpy import load_file

    session = Session(Experiment.load(PRESET))
    weights.save(session.snapshot(), tmp_path / "net.safetensors")
    tensors = load_file(tmp_path / "net.safetensors")
    np.testing.assert_array_equal(tensors["parameters/h1.weight"], session.parameters()["h1.weight"])


def test_live_changes_and_marks_come_along(tmp_path):
    session = Session(Experiment.load(PRESET))
    session.advance(3)
    session.apply(replace_all(session.experiment, (("optimizer.lr", 0.1),)))
    weights.save(session.snapshot(), tmp_path / "net.safetensors")
    snapshot = weights.load(tmp_path / "net.safetensors")
    assert snapshot.experiment == session.experiment
    assert snapshot.journal.marks == session.course.journal.marks
    assert snapshot.journal.log == session.course.journal.log


@pytest.mark.parametrize("damage", ["missing", "cut", "empty", "text", "foreign", "folder"])
def test_damaged_files_are_refused_in_one_sentence(damage, tmp_path):
    file = tmp_path / "net.safetensors"
    weights.save(Session(Experiment.load(PRESET)).snapshot(), file)
    if damage == "missing":
        file.unlink()
    elif damage == "cut":
        file.write_bytes(file.read_bytes()[:-40])
    elif damage == "empty":
        file.write_bytes(b"")
    elif damage == "text":
        file.write_text("hello")
    elif damage == "folder":
        file = tmp_path
    else:
        from safetensors.numpy import save_file

        save_file({"a": np.zeros(3)}, file)
    with pytest.raises(BadInput) as raised:
        weights.load(file)
    assert str(file) in str(raised.value)
    assert "\n" not in str(raised.value)
