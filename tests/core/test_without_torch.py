"""Where the kernel suffices, torch is not even loaded: a run from its first update, its evaluations, its pictures."""

from __future__ import annotations

import json
import subprocess

import pytest

from core.machine import processes
from core.machine.resources import FOLDER

PLAYGROUND = FOLDER / "presets" / "playground.toml"
OPTIMIZERS = [
    {"kind": "sgd"},
    {"kind": "sgd", "momentum": 0.9, "dampening": 0.3},
    {"kind": "adam", "amsgrad": True},
    {"kind": "adamw"},
    {"kind": "nadam"},
    {"kind": "rmsprop", "momentum": 0.5, "centered": True},
    {"kind": "adagrad", "initial_accumulator_value": 0.1},
]
REFUSED = 'import sys\nsys.modules["torch"] = None\n'
RUNS = """
import json
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.probes.boundary import Boundary
from core.probes.layers import Layers
from core.probes.neurons import Neurons
from core.probes.results import Results
from core.probes.sample import Sample
from core.probes.surface import Surface
from core.probes.weights import Weights
from core.training.advice import symptoms_of
from core.training.session import Session

experiment, found = Experiment.load(FILE), {}
for settings in SETTINGS:
    session = Session(replace_all(experiment, (("optimizer", settings), ("stop", {"updates": 500}))))
    session.advance(500)
    for request in (Boundary(), Layers(), Neurons(), Results(), Sample(), Surface(resolution=5), Weights()):
        assert session.frame(request).arrays
    moment = session.moment(memory=True)
    assert moment.landscape.step().any() and moment.landscape.gradient().any()
    symptoms = symptoms_of(session.course, session.learner)
    assert symptoms.gradient_length() > 0 and symptoms.hidden() and symptoms.output().values.any()
    again = Session.of(session.snapshot())
    again.load_parameters(session.parameters())
    found[json.dumps(settings)] = session.learner.engine.name
assert "numba" not in sys.modules
print(json.dumps(found))
"""


def without_torch(code: str) -> subprocess.CompletedProcess[str]:
    """A process in which torch cannot be imported."""
    return subprocess.run(
        processes.python("-c", REFUSED + code),
        capture_output=True,
        text=True,
        env=processes.environment() | {"QT_QPA_PLATFORM": "offscreen"},
        cwd=processes.ROOT,
        timeout=100,
        check=False,
    )


@pytest.mark.usefixtures("kernel")
def test_a_dense_net_learns_and_is_drawn():
    said = without_torch(f"FILE, SETTINGS = {str(PLAYGROUND)!r}, {OPTIMIZERS!r}\n{RUNS}")
    assert said.returncode == 0, said.stderr
    assert set(json.loads(said.stdout).values()) == {"fused kernel"} and said.stderr == ""


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize(
    "command",
    [
        "run playground --updates 200 --json",
        "surface playground --updates 20 --resolution 11 --out surface.npz",
        "show playground --updates 20 --screenshot window.png",
    ],
    ids=lambda command: command.split()[0],
)
def test_commands_do_with_it(command, tmp_path):
    words = [str(tmp_path / word) if "." in word else word for word in command.split()]
    said = without_torch(f"from main import main\nsys.exit(main({words!r}))")
    assert said.returncode == 0, said.stderr
    assert all((tmp_path / word).stat().st_size for word in command.split() if "." in word)


def test_the_refusal_is_one():
    said = without_torch(f"FILE, SETTINGS = {str(PLAYGROUND)!r}, [{{'kind': 'radam'}}]\n{RUNS}")
    assert said.returncode != 0 and "torch" in said.stderr
