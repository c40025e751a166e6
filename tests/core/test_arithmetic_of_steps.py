"""What an update makes of a gradient, line by line: against torch.optim in double precision, and the lines against
their own formulas."""

from __future__ import annotations

import itertools
import math
import re

import numpy as np
import pytest

from core import registry
from core.families import Line
from tests.building.coming_updates import account_of, session_of

pytestmark = pytest.mark.usefixtures("kernel")

OPTIMIZERS = tuple(registry.family("optimizers"))
SETTINGS = {
    "sgd momentum": {"kind": "sgd", "momentum": 0.9, "dampening": 0.2, "weight_decay": 0.01},
    "sgd nesterov": {"kind": "sgd", "momentum": 0.9, "nesterov": True},
    "rmsprop": {"kind": "rmsprop", "momentum": 0.5, "centered": True, "weight_decay": 0.01},
    "adam": {"kind": "adam", "amsgrad": True, "weight_decay": 0.1},
    "adamw": {"kind": "adamw", "weight_decay": 0.1},
    "adagrad": {"kind": "adagrad", "lr_decay": 0.1, "initial_accumulator_value": 0.5},
    "nadam": {"kind": "nadam", "weight_decay": 0.1, "decoupled_weight_decay": True},
    "radam": {"kind": "radam", "beta2": 0.9, "weight_decay": 0.1},
    "asgd": {"kind": "asgd", "lambd": 0.1, "t0": 1.0},
    "adafactor": {"kind": "adafactor", "weight_decay": 0.1},
    "muon": {"kind": "muon", "adjust_lr_fn": "match_rms_adamw"},
}
EVERY = [{"kind": kind} for kind in OPTIMIZERS if kind not in SETTINGS] + list(SETTINGS.values())
NAMES = [*(kind for kind in OPTIMIZERS if kind not in SETTINGS), *SETTINGS]
SINGLE = ("mu_product", "eta", "mu")  # torch keeps these in single precision


def worked_out(line: Line, place: int) -> float:
    """The formula with its numbers in it, read as arithmetic."""
    text = line.filled(place, lambda number: f"({number!r})")
    for sign, python in (("·", "*"), ("−", "-"), ("²", "**2"), ("^", "**"), ("½", "0.5")):
        text = text.replace(sign, python)
    text = re.sub(r"\|([^|]*)\|", r"abs(\1)", text)
    text = re.sub(r"√(?=\()", "sqrt", text)
    text = re.sub(r"√(\d)", r"sqrt(\1)", text)
    names = {"sqrt": math.sqrt, "abs": abs, "max": max, "min": min, "sign": np.sign, "ln": math.log, "e": math.e}
    return float(eval(text, {"__builtins__": {}}, names))


def in_symbols(line: Line) -> bool:
    """Whether the line is arithmetic of one number, not of a whole matrix."""
    return "orthogonal" not in line.formula


@pytest.mark.parametrize(
    ("values", "updates"), [*((each, 7) for each in EVERY), *(({"kind": kind}, 0) for kind in OPTIMIZERS)], ids=str
)
def test_the_new_weights_are_those_of_torchs_own_optimizer(values, updates):
    """Before the first step, with an empty memory, and later. Inner steps hand their rounding on to each other."""
    close = 1e-10 if values["kind"] == "lbfgs" else 1e-12
    session = session_of(("optimizer", values), updates=updates)
    account = account_of(session)
    assert account.check is not None and account.check.update is not None
    assert account.check.autograd is not None and account.check.autograd < 1e-13 and account.check.update < close
    session.advance(1)
    after = np.concatenate([told.after for told in account.parameters])
    np.testing.assert_allclose(after, session.vector(), atol=close, rtol=0)


@pytest.mark.parametrize("values", EVERY, ids=NAMES)
def test_each_line_is_what_its_formula_says_with_its_numbers(values):
    edits: tuple[tuple[str, object], ...] = (("clipping.norm", 0.05), ("clipping.value", 0.02))
    if values["kind"] != "rprop":
        edits += (("schedule", {"kind": "step", "every": 2, "gamma": 0.5}),)
    account = account_of(session_of(("optimizer", values), *edits, updates=7))
    for told in account.parameters:
        for line in filter(in_symbols, (*told.lines, *itertools.chain(*told.inner))):
            close = 1e-6 if line.keeps in SINGLE else 1e-9
            for place in range(len(told.places)):
                assert worked_out(line, place) == pytest.approx(line.result(place), rel=close, abs=1e-12), line.formula


@pytest.mark.parametrize("values", EVERY, ids=NAMES)
def test_what_is_said_to_be_remembered_is_what_torch_remembers_then(values):
    session = session_of(("optimizer", values), updates=3)
    account = account_of(session)
    session.advance(1)
    slots = session.snapshot().numbers.slots
    assert slots is not None
    shapes = [told.shape for told in account.parameters]
    for number, told in enumerate(account.parameters):
        for line in told.lines:
            if line.keeps:
                kept = remembered(slots, session.experiment.optimizer, shapes, number, line.keeps)
                np.testing.assert_allclose(np.broadcast_to(line.value, kept.shape), kept, atol=1e-12)


def remembered(slots, optimizer, shapes: list[tuple[int, ...]], number: int, name: str) -> np.ndarray:
    """What torch remembers of a tensor under a name, in one row; a single number as it is."""
    if optimizer.elementwise:
        array = np.asarray(slots[0][name], dtype=np.float64)
        sizes = [math.prod(shape) for shape in shapes]
        return array[sum(sizes[:number]) : sum(sizes[: number + 1])] if array.ndim else array
    shape = shapes[number]
    if "muon" in slots:
        part = [len(shape) == 2 for shape in shapes]
        slots, number = slots["muon" if part[number] else "adamw"], part[:number].count(part[number])
    array = np.asarray(slots[number][name], dtype=np.float64)
    return np.broadcast_to(array, shape).ravel() if array.ndim else array
