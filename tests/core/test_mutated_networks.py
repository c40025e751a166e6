"""A trained network's file from anywhere: what does not fit is one sentence, what is accepted runs; nothing ends the
process, native kernel or not."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys

import numpy as np
import pytest

from core.data.batches import Cursor
from core.files import weights
from core.history.trajectory import Trajectory
from core.messages import BadInput
from core.training.session import Session
from tests.building.experiments import small
from tests.building.mutated_networks import KINDS, Mutant, mutated, network
from tests.building.places import ROOT

pytestmark = pytest.mark.usefixtures("kernel")

EACH = 125  # mutants of each of the eight kinds


def refused(raw: bytes, folder) -> str:
    """What is said of a file; "" where it is taken, and then a run goes on from it."""
    file = folder / f"net{weights.SUFFIX}"
    file.write_bytes(raw)
    try:
        snapshot = weights.load(file)
    except BadInput as error:
        return str(error)
    Session.of(snapshot).advance(7)
    return ""


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    folder = tmp_path_factory.mktemp("networks")
    return {kind: network(kind, folder) for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # weights drawn from noise overflow
def test_mutated_files_are_a_sentence_or_a_run(kind, whole, tmp_path):
    chance = np.random.default_rng([11, *map(ord, kind)])
    assert refused(whole[kind], tmp_path) == ""
    said = [refused(mutated(whole[kind], chance), tmp_path) for _ in range(EACH)]
    assert sum(map(bool, said)) > EACH // 2, "the mutations change something"
    for sentence in filter(None, said):
        assert "\n" not in sentence
        assert sentence.startswith(str(tmp_path)), sentence
        assert len(sentence) < 400, sentence


def rest(mutant: Mutant, name: str) -> list:
    """The pair of a name and its value in the metadata."""
    return next(pair for pair in mutant.plain["rest"]["pairs"] if pair[0] == name)


def cursor(**values):
    def change(mutant: Mutant) -> None:
        mutant.plain["cursor"] |= values

    return change


def counted(name, value):
    def change(mutant: Mutant) -> None:
        rest(mutant, name)[1] = value

    return change


def array(name, value):
    return lambda mutant: mutant.put(name, value)


def within_watch(name, value):
    def change(mutant: Mutant) -> None:
        next(pair for pair in mutant.plain["watch"]["pairs"] if pair[0] == name)[1] = value

    def change_table(mutant: Mutant) -> None:
        mutant.plain["watch"][name] = value

    return lambda mutant: (change if "pairs" in mutant.plain["watch"] else change_table)(mutant)


ADAM, SIZE = "state/slots/0", 25
WRONG = {
    "the epoch is negative": ("Adam", cursor(epoch=-1), "cursor.epoch: must be a whole number of at least 0, not -1"),
    "the epoch is no number": ("Adam", cursor(epoch="x"), "cursor.epoch: must be a whole number of at least 0, not 'x'"),
    "beyond the samples": ("Adam", cursor(position=251), "cursor.position: must be a whole number from 0 to 250, not 251"),
    "before the samples": ("Adam", cursor(position=-5), "cursor.position: must be a whole number from 0 to 250, not -5"),
    "carried beyond": ("Adam", cursor(carried=10**6), "cursor.carried: must be a whole number from 0 to 250"),
    "carried from nowhere": ("Adam", cursor(epoch=0, carried=3), "cursor.carried: must be a whole number from 0 to 0"),
    "averages too short": ("Adam", array(f"{ADAM}/exp_avg", np.zeros(3, "f4")), "slots.0.exp_avg: has the shape (3,), this network needs (25,)"),
    "averages too long": ("Adam", array(f"{ADAM}/exp_avg_sq", np.zeros(99, "f4")), "slots.0.exp_avg_sq: has the shape (99,), this network needs (25,)"),
    "averages of another kind": ("Adam", array(f"{ADAM}/exp_avg", np.zeros(SIZE)), "slots.0.exp_avg: holds float64 numbers, this network needs float32"),
    "steps that are no number": ("Adam", array(f"{ADAM}/step", np.array(np.nan, "f4")), "slots.0.step: must be a finite number of at least 0, not nan"),
    "fewer steps than none": ("Adam", array(f"{ADAM}/step", np.array(-3, "f4")), "slots.0.step: must be a finite number of at least 0, not -3"),
    "a row of steps": ("Adam", array(f"{ADAM}/step", np.zeros(2, "f4")), "slots.0.step: has the shape (2,), this network needs ()"),
    "too many cut links": ("cut links", array("state/dead", np.zeros(99, bool)), "dead: has the shape (99,), this network needs (25,)"),
    "cut links as numbers": ("cut links", counted("dead", 3), "dead: must be an array, not 3"),
    "a negative count": ("Adam", counted("updates", -1), "updates: must be a whole number of at least 0, not -1"),
    "a count without end": ("Adam", counted("samples", 10**40), "samples: must be a whole number of at least 0, not 1000"),
    "epochs that are none": ("Adam", counted("base_epochs", float("nan")), "base_epochs: must be a finite number of at least 0, not nan"),
    "another end": ("Adam", counted("ended", "tired"), "ended: must be one of '', 'finished', 'diverged', 'stopped', not 'tired'"),
    "a statistic too short": ("batch norm", array("state/buffers/h1.norm.running_mean", np.zeros(1, "f4")), "buffers.h1.norm.running_mean: has the shape (1,), this network needs (4,)"),
    "a way too narrow": ("Adam", array("path/vectors", np.zeros((2, 3), "f4")), "path.vectors: has the shape (2, 3), this network needs"),
    "a parameter of another kind": ("Adam", array("parameters/h1.weight", np.zeros((4, 2))), "parameters: holds float64 numbers, this network needs float32"),
}  # fmt: skip


@pytest.mark.parametrize("way", WRONG)
def test_what_goes_into_an_engine_is_measured_first(way, whole, tmp_path):
    kind, change, sentence = WRONG[way]
    mutant = Mutant(whole[kind])
    change(mutant)
    assert sentence in refused(mutant.bytes(), tmp_path)


def test_a_memory_of_another_optimizer_is_refused(whole, tmp_path):
    mutant, other = Mutant(whole["Adam"]), Mutant(whole["momentum"])
    rest(other, "slots")[1] = rest(mutant, "slots")[1]
    for name in ("exp_avg", "exp_avg_sq", "max_exp_avg_sq"):
        other.put(f"{ADAM}/{name}", np.zeros(SIZE, "f4"))
    other.put(f"{ADAM}/step", np.array(3, "f4"))
    assert "is not known" in refused(other.bytes(), tmp_path)


@pytest.mark.parametrize("way", ["the epoch is negative", "averages too long", "carried beyond", "too many cut links"])
def test_the_command_says_it_and_ends_with_2(way, whole, tmp_path):
    kind, change, sentence = WRONG[way]
    mutant = Mutant(whole[kind])
    change(mutant)
    file = tmp_path / f"net{weights.SUFFIX}"
    file.write_bytes(mutant.bytes())
    command = [sys.executable, str(ROOT / "main.py"), str(file)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False, env=dict(os.environ))
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_path_of_odd_updates_alone_is_thinned():
    path = Trajectory(200_000, np.dtype("float32"))
    for update in range(1, 2 * path.capacity + 3, 2):
        path.record(update, np.zeros(200_000, np.float32))
    assert path.path().updates.tolist() == [1]


def test_a_pipe_is_not_waited_for(tmp_path):
    file = tmp_path / f"pipe{weights.SUFFIX}"
    os.mkfifo(file)
    with pytest.raises(BadInput, match="no plain file"):
        weights.load(file)


def test_deep_metadata_are_a_sentence(whole, tmp_path):
    mutant = Mutant(whole["Adam"])
    raw = mutant.bytes()
    deep = json.dumps("[" * 100_000)[1:-1]
    mutant.header["__metadata__"]["descent-lab"] = deep
    header = json.dumps(mutant.header).encode()
    assert "damaged" in refused(len(header).to_bytes(8, "little") + header + bytes(mutant.body), tmp_path)
    assert raw


@pytest.mark.parametrize("engine", ["fused", "eager"])
@pytest.mark.parametrize(
    ("way", "sentence"),
    [("cursor", "cursor.epoch: must be a whole number of at least 0, not -1"), ("memory", "slots.0.exp_avg: has the shape (3,)")],
)  # fmt: skip
def test_a_snapshot_from_anywhere_is_measured_before_an_engine_takes_it(engine, way, sentence):
    experiment = small(optimizer={"kind": "adam", "lr": 0.01}, engine=engine)
    session = Session(experiment)
    session.advance(10)
    snapshot, other = session.snapshot(), Session(experiment)
    state, numbers = snapshot.state, snapshot.numbers
    if way == "cursor":
        snapshot = dataclasses.replace(snapshot, state=state._replace(cursor=Cursor(-1)))
    else:
        short = {0: {**numbers.slots[0], "exp_avg": np.zeros(3, np.float32)}}
        snapshot = dataclasses.replace(snapshot, numbers=numbers._replace(slots=short))
    with pytest.raises(BadInput) as refusal:
        other.restore(snapshot)
    assert sentence in str(refusal.value)
    other.advance(10)
    np.testing.assert_array_equal(other.vector(), session.vector())
