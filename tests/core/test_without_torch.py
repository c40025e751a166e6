"""Where the kernel suffices, torch is not even loaded: a run from its first update, its evaluations, its pictures."""

from __future__ import annotations

import json
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
from main import main
status = main(WORDS)
print(*sorted(name for name in HEAVY if name in sys.modules), file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize(
    ("command", "needed"),
    [
        ("--help", set()),
        ("--version", set()),
        ("info", set()),
        ("info --json", set()),
        ("run playground --updates 200 --json", set()),
        ("run beale --json", set()),
        ("surface playground --updates 20 --resolution 11 --out surface.npz", set()),
        ("show playground --updates 20 --screenshot window.png", WINDOW),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_command_loads_what_it_needs(command, needed, tmp_path):
    if command.startswith("info"):
        _needs_no_torch_for_devices()
    words = [str(tmp_path / word) if "." in word else word for word in command.split()]
    heavy = [*WINDOW, "torch.optim", "numba", "OpenGL", "onnx", "optuna"]
    said = without_torch(f"WORDS, HEAVY = {words!r}, {heavy!r}{LOADED}")
    assert (said.returncode, set(said.stderr.split("\n")[-2].split())) == (0, needed), said.stderr
    assert all((tmp_path / word).stat().st_size for word in command.split() if "." in word)


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
