"""Compiled programs: made once, kept whole, thrown away when they are broken; and what the one that looks sees."""

from __future__ import annotations

import errno
import hashlib
import json
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
from core.engines.fused.coverage import UNABLE
from core.machine.resources import FOLDER
from core.training.session import Session
from tests.building.experiments import small
from tests.building.places import ROOT

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


def _header(code: bytes, **facts: object) -> bytes:
    """A program as it is kept, with the sum that belongs to it."""
    found = {"needs": [], "sha256": hashlib.sha256(code).hexdigest()} | facts
    return json.dumps(found).encode() + b"\n" + code


NOISE = np.random.default_rng(1).bytes(5000)
HARMS = {
    "cut": lambda whole: whole[:-7],
    "empty": lambda whole: b"",
    "no header": lambda whole: b"no header",
    "another sum": lambda whole: whole.replace(b'"sha256": "', b'"sha256": "0'),
    "a list as header": lambda whole: b"[]" + whole[whole.index(b"\n") :],
    "a number as header": lambda whole: b"3" + whole[whole.index(b"\n") :],
    "needs that are none": lambda whole: _header(whole.split(b"\n", 1)[1], needs=7),
    "noise with its sum": lambda whole: _header(NOISE),
    "noise behind the first bytes": lambda whole: _header(whole.split(b"\n", 1)[1][:64] + NOISE),
    "cut, with its sum": lambda whole: _header(whole.split(b"\n", 1)[1][:-1000]),
    "another program": lambda whole: programs.place("advance", "float32").read_bytes(),
}


@pytest.mark.parametrize("harm", HARMS)
def test_a_broken_file_counts_as_none(harm, monkeypatch, tmp_path):
    """LLVM would end the process, or the program crash at the first call."""
    broken = HARMS[harm](_kept())
    monkeypatch.setenv(programs.FOLDER, str(tmp_path))
    monkeypatch.setattr(programs, "functions", {})
    programs.room().mkdir(parents=True)
    programs.place("look", "float32").write_bytes(broken)
    assert programs.function("look", "float32") is None
    assert not programs.is_kept("look", "float32")


def test_every_kept_program_is_sound():
    for name in programs.NAMES:
        for dtype in ("float32", "float64"):
            assert programs.is_kept(name, dtype)


def test_what_the_system_has_not_got_is_never_loaded(room, monkeypatch, caplog):
    """LLVM would end the process."""
    monkeypatch.setattr(programs, "is_sound", lambda code, name: True)
    programs.keep("look", "float32", b"code", ("no_such_function_anywhere",))
    assert programs.function("look", "float32") is None
    assert "no_such_function_anywhere" in caplog.text and programs.wait_for("look", "float32") == UNABLE


TRAP = "import pathlib, sys\npathlib.Path({mark!r}).write_text(__name__)\nraise SystemExit('a stranger')\n"


@pytest.fixture
def strangers_folder(tmp_path, monkeypatch):
    """A folder that somebody stands in, with modules named like ours and like those that we need; who imports one
    leaves a mark."""
    folder, mark = tmp_path / "stranger", tmp_path / "mark"
    (folder / "core").mkdir(parents=True)
    for name in ("numba", "torch", "numpy", "llvmlite", "filelock", "json", "main", "sitecustomize", "core/__init__"):
        (folder / f"{name}.py").write_text(TRAP.format(mark=str(mark)))
    monkeypatch.chdir(folder)
    return mark


@pytest.mark.slow
def test_a_broken_program_is_made_anew_whatever_lies_in_the_folder(room, strangers_folder, monkeypatch):
    programs.room().mkdir(parents=True)
    programs.place("look", "float32").write_bytes(b"[]\n")
    monkeypatch.setenv("PYTHONPATH", os.pathsep)  # nothing, twice: the folder that one stands in
    assert programs.wait_for("look", "float32") == ""
    assert programs.function("look", "float32") is not None
    assert not strangers_folder.exists()
    assert not list(programs.room().glob("*.part"))


@pytest.mark.parametrize("arguments", [("info",), ("run", "playground.toml", "--updates", "3"), ("--version",)])
def test_the_command_works_in_any_folder(arguments, strangers_folder):
    given = [str(FOLDER / "presets" / word) if word.endswith(".toml") else word for word in arguments]
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *given], capture_output=True, text=True, timeout=100, check=False
    )
    assert (done.returncode, "stranger" in done.stderr, "Traceback" in done.stderr) == (0, False, False), done.stderr
    assert not strangers_folder.exists()


@pytest.mark.parametrize("where", ["a file in its place", "a full disk"])
def test_what_cannot_be_kept_is_one_sentence_and_eager_goes_on(where, room, monkeypatch, caplog, capsys):
    if where == "a full disk":

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(programs, "write_bytes", full)
        monkeypatch.setattr(compiling, "make", lambda name, dtype: programs.keep(name, dtype, b"code", ()))
        assert compiling.main(["float32", "look"]) == 1
    else:
        programs.room().parent.mkdir(exist_ok=True)
        programs.room().write_text("no folder")
        assert compiling.main(["float32", "look"]) == 1
        session = Session(small())
        assert (session.learner.engine.name, session.learner.engine_reason) == ("eager PyTorch", UNABLE)
        session.advance(3)
        warned = [record for record in caplog.records if record.levelname == "WARNING"]
        assert len(warned) == 1 and "\n" not in warned[0].getMessage() and "cannot be written" in caplog.text
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "cannot be written" in said and "Traceback" not in said
    assert not list(room.rglob("*.part"))


@pytest.mark.slow
def test_a_run_without_a_cache_says_so_in_one_line(room):
    (room / "file").touch()
    command = [
        sys.executable,
        str(ROOT / "main.py"),
        "run",
        str(FOLDER / "presets" / "playground.toml"),
        "--updates",
        "3",
    ]
    environment = os.environ | {programs.FOLDER: str(room / "file")}
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, check=False, env=environment)
    said = [line for line in done.stderr.splitlines() if not line.startswith("[")]
    assert (done.returncode, len(said)) == (0, 1), done.stderr
    assert said[0].startswith("The native kernel cannot be had (") and said[0].endswith("so PyTorch learns instead.")
    assert "eager PyTorch" in done.stdout


def test_an_llvm_that_is_not_as_it_is_known_is_one_sentence(monkeypatch, caplog):
    """A release of numba or llvmlite that changes what is used of its insides."""

    def changed(_code: bytes, _name: str) -> None:
        raise AttributeError("module has no attribute 'create_mcjit_compiler'")

    monkeypatch.setattr(programs, "functions", {})
    monkeypatch.setattr(programs, "failed", {})
    monkeypatch.setattr(programs, "function_of", changed)
    session = Session(small())
    assert (session.learner.engine.name, session.learner.engine_reason) == ("eager PyTorch", UNABLE)
    warned = [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]
    assert len(warned) == 1 and "create_mcjit_compiler" in warned[0]


def test_drafts_that_nobody_finishes_are_thrown_away(room):
    programs.room().mkdir(parents=True)
    old, new = (programs.room() / f".{age}{programs.DRAFT}" for age in ("old", "new"))
    for draft in (old, new):
        draft.touch()
    os.utime(old, (0, 0))
    programs.throw_old_away()
    assert not old.exists() and new.exists()


def test_several_may_keep_the_same_at_once(room):
    for code in (b"one", b"two"):
        programs.keep("look", "float32", code, ())
    assert programs.place("look", "float32").read_bytes().endswith(b"two")
    assert [path.name for path in programs.room().iterdir()] == ["look-float32.o"]


def test_who_comes_second_compiles_nothing(room, monkeypatch):
    made = []
    monkeypatch.setattr(programs, "is_sound", lambda code, name: True)
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
