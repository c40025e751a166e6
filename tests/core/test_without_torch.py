"""Where the kernel suffices, torch is not even loaded: a run from its first update, its evaluations, its pictures."""

from __future__ import annotations

import json
import pathlib
import subprocess

import pytest

from core.machine import drivers, processes
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
from core.probes.arithmetic import Arithmetic
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
    assert session.frame(Arithmetic(check=False)).info["account"].parameters
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


WINDOW = {"PySide6", "pyqtgraph"}
LOADED = """
import json
from main import main

found = {}
for command, words in COMMANDS.items():
    found[command] = main(words), [name for name in HEAVY if name in sys.modules]
print("", json.dumps(found), sep=chr(10))
"""


def _loaded(tmp_path: pathlib.Path, *commands: str) -> dict[str, tuple[int, set[str]]]:
    """How each command ends and which of the heavy packages are there then, those of commands before it included."""
    words = {each: [str(tmp_path / word) if "." in word else word for word in each.split()] for each in commands}
    heavy = [*WINDOW, "torch.optim", "numba", "OpenGL", "onnx", "optuna"]
    said = without_torch(f"COMMANDS, HEAVY = {words!r}, {heavy!r}{LOADED}")
    assert said.returncode == 0, said.stderr
    assert all((tmp_path / word).stat().st_size for each in commands for word in each.split() if "." in word)
    return {each: (end, set(names)) for each, (end, names) in json.loads(said.stdout.splitlines()[-1]).items()}


@pytest.mark.usefixtures("kernel")
def test_a_command_loads_no_more_than_it_needs(tmp_path):
    _needs_no_torch_for_devices()
    commands = (
        "--help",
        "--version",
        "info",
        "info --json",
        "run playground --updates 200 --json",
        "run beale --json",
        "surface playground --updates 20 --resolution 11 --out surface.npz",
    )
    assert _loaded(tmp_path, *commands) == dict.fromkeys(commands, (0, set()))


@pytest.mark.usefixtures("kernel")
def test_a_command_that_shows_a_window_loads_it(tmp_path):
    show = "show playground --updates 20 --screenshot window.png"
    assert _loaded(tmp_path, show) == {show: (0, WINDOW)}


MENU = """
import json
from app import application
from app.command_line.waiting import wait
from core.frames import RunState
from core.machine.resources import FOLDER

window = application.open_window()
room = window.network
wait(lambda: room.lab.run.last is not None and room.lab.run.last.updates >= 1, 60.0)
room.overlays.open_drawer("learning")
options = room.overlays.drawers.learning.running.row("device").editor.options()
window.open(FOLDER / "presets" / "mnist-cnn.toml")
wait(lambda: room.lab.run.state is RunState.failed, 60.0)
print(json.dumps([{option.key: option.refusal for option in options}, room.overlays.notices.problem.text.text()]))
window.close_and_forget()
"""


@pytest.mark.usefixtures("kernel")
def test_the_device_menu_does_with_it_and_what_does_not_says_so():
    _needs_no_torch_for_devices()
    said = without_torch(MENU)
    assert said.returncode == 0, said.stderr
    refused, problem = json.loads(said.stdout)
    assert refused == {"auto": "", "cpu": "", "cuda": drivers.no_gpu(), "mps": drivers.NO_APPLE}
    assert problem == "PyTorch: cannot be loaded: import of torch halted; None in sys.modules"


def _needs_no_torch_for_devices() -> None:
    if not drivers.no_gpu():
        pytest.skip("only PyTorch itself knows whether there is a GPU")


def test_the_refusal_is_one():
    said = without_torch(f"FILE, SETTINGS = {str(PLAYGROUND)!r}, [{{'kind': 'radam'}}]\n{RUNS}")
    assert said.returncode != 0 and "PyTorch: cannot be loaded" in said.stderr
