"""What components say of the numbers beside the parameters is what torch holds: files are measured by it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from core import document, registry
from core.data.preparation import prepare
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.families import Kept
from core.files import weights
from core.machine.resources import FOLDER
from core.networks.blueprint import blueprint_of
from core.networks.network import Network
from core.training.session import Session

PRESETS = [
    path
    for path in sorted((FOLDER / "presets").glob("*.toml"))
    if path.stem != "gallery" and document.kind_of(path) == "network"
]
SETTINGS = {
    "sgd": {"momentum": 0.9},
    "rmsprop": {"momentum": 0.5, "centered": True},
    "adam": {"amsgrad": True},
    "lbfgs": {"max_iter": 4},
}


def flat(value, way=()):
    """The shapes of all arrays in a memory, () for numbers and the first of a list for a list, by the way to each."""
    if isinstance(value, dict):
        return {key: shape for name, item in value.items() for key, shape in flat(item, (*way, name)).items()}
    if isinstance(value, list):
        value = value[0]
    if isinstance(value, Kept):
        return {way: value.shape}
    return {way: np.shape(value)}


@pytest.mark.parametrize("bare", [False, True], ids=["all settings on", "defaults"])
@pytest.mark.parametrize("kind", registry.family("optimizers"))
def test_an_optimizer_keeps_what_it_says(kind, bare, tmp_path):
    settings = {} if bare else SETTINGS.get(kind, {})
    edits = (("optimizer", {"kind": kind, **settings}), ("engine", "eager"), ("dtype", "float64"))
    experiment = replace_all(Experiment.load(FOLDER / "presets" / "playground.toml"), edits)
    session = Session(experiment)
    session.advance(3)
    slots = session.snapshot().numbers.slots
    assert slots is not None
    said = flat(session.learner.blueprint.memory)
    if slots or kind != "sgd":
        assert flat(slots) == said
    weights.save(session.snapshot(), tmp_path / "net.safetensors")
    other = Session.of(weights.load(tmp_path / "net.safetensors"))
    other.advance(3)
    session.advance(3)
    np.testing.assert_array_equal(other.vector(), session.vector())


@pytest.mark.parametrize("path", PRESETS, ids=lambda path: path.stem)
def test_a_network_has_beside_its_parameters_what_its_layers_say(path):
    experiment = Experiment.load(path)
    blueprint = blueprint_of(experiment, prepare(experiment))
    network = Network(blueprint, torch.device("cpu"))
    assert {name: array.shape for name, array in network.buffers_as_numpy().items()} == blueprint.beside


def test_two_players_memories_have_names_of_their_own(tmp_path):
    session = Session(Experiment.load(FOLDER / "presets" / "gan-ring.toml"))
    session.advance(2)
    weights.save(session.snapshot(), tmp_path / "net.safetensors")
    slots = weights.load(tmp_path / "net.safetensors").numbers.slots
    assert slots is not None
    assert flat(slots) == flat(session.learner.blueprint.memory)
    assert list(slots) == ["first", "second"]
