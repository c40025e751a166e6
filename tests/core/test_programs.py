"""Compiled programs: made once, kept whole, thrown away when they are broken; and what the one that looks sees."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

import numpy as np
import pytest

from core.engines import answers
from core.engines.fused import compile as compiling
from core.engines.fused import coverage, programs
from core.engines.fused.batch_inference import looker_for
from core.training.session import Session
from tests.building.experiments import small

pytestmark = pytest.mark.usefixtures("kernel")
ACTIVATIONS = [kind for kind in coverage.ACTIVATIONS if kind not in ("softmax", "step")]


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A folder with nothing in it, and a process that has loaded nothing."""
    monkeypatch.setenv(programs.FOLDER, str(tmp_path))
    monkeypatch.setattr(programs, "functions", {})
    monkeypatch.setattr(programs, "failed", {})
    return tmp_path


def _kept() -> bytes:
    """A program as it lies on the disk."""
    return programs.place("look", "float32").read_bytes()


def test_a_program_is_kept_and_found(monkeypatch, tmp_path):
    whole = _kept()
    monkeypatch.setenv(programs.FOLDER, str(tmp_path))
    monkeypatch.setattr(programs, "functions", {})
    assert programs.function("look", "float32") is None
    programs.room().mkdir(parents=True)
    programs.place("look", "float32").write_bytes(whole)
    assert programs.function("look", "float32") is not None


@pytest.mark.parametrize(
    "harm",
    [
        lambda code: code[:-7],
        lambda code: b"",
        lambda code: b"no header",
        lambda code: code.replace(b'"sha256": "', b'"sha256": "0'),
    ],
)
def test_a_broken_file_counts_as_none(harm, monkeypatch, tmp_path):
    whole = _kept()
    monkeypatch.setenv(programs.FOLDER, str(tmp_path))
    monkeypatch.setattr(programs, "functions", {})
    programs.room().mkdir(parents=True)
    programs.place("look", "float32").write_bytes(harm(whole))
    assert programs.function("look", "float32") is None


def test_what_the_system_has_not_got_is_never_loaded(room, caplog):
    """LLVM would end the process."""
    programs.keep("look", "float32", b"code", ("no_such_function_anywhere",))
    assert programs.function("look", "float32") is None
    assert "no_such_function_anywhere" in caplog.text and programs.wait_for("look", "float32") == programs.UNABLE


def test_several_may_keep_the_same_at_once(room):
    for code in (b"one", b"two"):
        programs.keep("look", "float32", code, ())
    assert programs.place("look", "float32").read_bytes().endswith(b"two")
    assert [path.name for path in programs.room().iterdir()] == ["look-float32.o"]


def test_who_comes_second_compiles_nothing(room, monkeypatch):
    made = []
    monkeypatch.setattr(
        compiling, "make", lambda name, dtype: (made.append((name, dtype)), programs.keep(name, dtype, b"code", ()))
    )
    for _ in range(2):
        compiling.main(["float32", "--politely"] if not hasattr(os, "nice") else ["float32"])
    assert made == [("look", "float32"), ("advance", "float32")]


def test_versions_of_long_ago_are_thrown_away(room):
    for number in range(2 * programs.KEPT):
        folder = pathlib.Path(room / f"old{number}")
        folder.mkdir()
        os.utime(folder, (number, number))
    programs.room().mkdir()
    programs.throw_old_away()
    assert len(list(room.iterdir())) == programs.KEPT and programs.room().exists()


def test_a_kept_kernel_is_used_without_numba():
    code = "import sys\nfrom core.training.session import Session\nfrom core.experiment import Experiment\ns = Session(Experiment.parse({}))\ns.advance(30)\n"
    code += "print(s.learner.engine.name, 'numba' in sys.modules)"
    root = pathlib.Path(programs.__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, timeout=100, check=False
    )
    assert done.stdout.strip() == "fused kernel False", done.stderr


# What it sees


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("kind", ACTIVATIONS)
def test_sums_and_values_of_every_unit(kind, dtype):
    layers = [
        {"kind": "dense", "name": "h1", "units": 5, "activation": kind},
        {"kind": "dense", "name": "h2", "units": 3, "activation": kind, "bias": False},
    ]
    session = Session(small(layers=layers, dtype=dtype))
    looker = looker_for(session.learner.blueprint)
    assert looker is not None
    x = np.concatenate([session.prepared.x] * 9)  # more than a chunk, and a part of one
    expected, tolerance = answers.trace(session.learner.train_state, x), 1e-5 if dtype == "float32" else 1e-12
    for name, (sums, values) in looker.trace(session.vector(), x).items():
        np.testing.assert_allclose(sums, expected[name][0], rtol=tolerance, atol=tolerance)
        np.testing.assert_allclose(values, expected[name][1], rtol=tolerance, atol=tolerance)
    assert np.array_equal(looker.outputs(session.vector()[None], x)[0], looker.trace(session.vector(), x)["output"][1])


def test_many_vectors_in_chunks():
    session = Session(small())
    looker = looker_for(session.learner.blueprint)
    assert looker is not None
    vectors = session.vector() + np.linspace(-1, 1, 11)[:, None]
    whole = looker.outputs(vectors, session.prepared.x)
    assert np.array_equal(
        whole,
        np.concatenate(
            [looker.outputs(vectors[:4], session.prepared.x), looker.outputs(vectors[4:], session.prepared.x)]
        ),
    )
    assert looker.chunk(100) > looker.chunk(10_000) >= 1


def test_where_units_jump_only_those_look_who_evaluate():
    layers = [{"kind": "dense", "name": "h1", "units": 3, "activation": "step"}]
    for engine, looks in (("auto", True), ("eager", False)):
        session = Session(small(layers=layers, engine=engine))
        assert (looker_for(session.learner.blueprint) is not None) == looks
