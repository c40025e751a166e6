"""The kernel's programs: what comes with the lab is what the sources say, its machine code is made once, kept whole,
thrown away when it is broken; and what the program that looks sees."""

from __future__ import annotations

import errno
import hashlib
import math
import os
import pathlib
import re
import subprocess
import sys
import threading

import llvmlite.binding as llvm
import numpy as np
import pytest

from core.engines import answers
from core.engines.fused import coverage, programs, shipped
from core.engines.fused.batch_inference import looker_for
from core.engines.fused.coverage import UNABLE
from core.engines.fused.machine_code import object_code
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


def _is_read(monkeypatch) -> bool:
    """Whether the program that lies on the disk is taken, or made anew."""
    made: list[bytes] = []
    monkeypatch.setattr(programs, "functions", {})
    monkeypatch.setattr(programs, "object_code", lambda bitcode: made.append(bitcode) or object_code(bitcode))
    assert programs.function("look", "float32") is not None
    return not made


def test_a_program_is_made_once_and_kept(room, monkeypatch):
    assert not _is_read(monkeypatch) and _is_read(monkeypatch)
    assert [path.name for path in programs.room().iterdir()] == ["look-float32.o"]


def _with_its_sum(code: bytes) -> bytes:
    """A program as it is kept, with the sum that belongs to it."""
    return hashlib.sha256(code).hexdigest().encode() + b"\n" + code


NOISE = np.random.default_rng(1).bytes(5000)
HARMS = {
    "cut": lambda whole: whole[:-7],
    "empty": lambda whole: b"",
    "no sum": lambda whole: b"no sum",
    "another sum": lambda whole: b"0" + whole,
    "noise with its sum": lambda whole: _with_its_sum(NOISE),
    "noise behind the first bytes": lambda whole: _with_its_sum(whole.split(b"\n", 1)[1][:64] + NOISE),
    "cut, with its sum": lambda whole: _with_its_sum(whole.split(b"\n", 1)[1][:-1000]),
    "another program": lambda whole: programs.place("advance", "float32").read_bytes(),
}


@pytest.mark.parametrize("harm", HARMS)
def test_a_broken_file_counts_as_none_and_is_made_anew(harm, monkeypatch, tmp_path):
    """LLVM would end the process, or the program crash at the first call."""
    whole = _kept()
    broken = HARMS[harm](whole)
    monkeypatch.setenv(programs.FOLDER, str(tmp_path))
    programs.room().mkdir(parents=True)
    programs.place("look", "float32").write_bytes(broken)
    assert not _is_read(monkeypatch) and _kept() == whole


# What comes with the lab


def test_what_comes_with_the_lab_is_made_of_these_sources():
    """Who changes the kernel runs `python -m core.engines.fused.native.building`."""
    assert shipped.RECORD.read_text(encoding="ascii").strip() == shipped.sources()
    pairs = [(name, dtype) for name in programs.NAMES for dtype in shipped.DTYPES]
    both = {path(*pair) for pair in pairs for path in (shipped.place, shipped.text)}
    assert _files(shipped.FOLDER) == both | {shipped.RECORD}


@pytest.mark.parametrize("dtype", shipped.DTYPES)
@pytest.mark.parametrize("name", programs.NAMES)
def test_the_text_beside_the_bitcode_says_what_it_is(name, dtype):
    """It speaks of no system and no processor, holds no address of a process, and needs nothing but LLVM itself."""
    text = shipped.text(name, dtype).read_text(encoding="utf-8")
    module = llvm.parse_bitcode(shipped.place(name, dtype).read_bytes())
    assert _instructions(str(module)) == _instructions(text)
    assert (module.triple, module.data_layout) == ("", "")
    needed = {function.name for function in module.functions if function.is_declaration}
    assert needed and all(symbol.startswith("llvm.") for symbol in needed)
    assert not re.search(r"target-cpu|target-features|inttoptr \(i64 \d", text)


def _instructions(text: str) -> list[str]:
    """The lines of a module but for its name."""
    return [line for line in text.splitlines() if not line.startswith(("; ModuleID", "source_filename"))]


@pytest.mark.slow
def test_the_same_is_written_down_again(tmp_path, monkeypatch):
    """By another process, of the same sources."""
    code = f"import pathlib\nfrom core.engines.fused import shipped\nshipped.FOLDER = pathlib.Path({str(tmp_path)!r})\n"
    code += "shipped.RECORD = shipped.FOLDER / 'sources.txt'\nfrom core.engines.fused.native import building\nbuilding.main()"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, timeout=500, check=True)
    written = {path.relative_to(tmp_path) for path in _files(tmp_path)}
    assert written == {path.relative_to(shipped.FOLDER) for path in _files(shipped.FOLDER)}
    for path in written:
        assert (tmp_path / path).read_bytes() == (shipped.FOLDER / path).read_bytes(), path


def _files(folder: pathlib.Path) -> set[pathlib.Path]:
    return {path for path in folder.rglob("*") if path.is_file()}


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


@pytest.mark.parametrize("arguments", [("info",), ("run", "playground.toml", "--updates", "3"), ("--version",)])
def test_the_command_works_in_any_folder(arguments, strangers_folder):
    given = [str(FOLDER / "presets" / word) if word.endswith(".toml") else word for word in arguments]
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *given], capture_output=True, text=True, timeout=100, check=False
    )
    assert (done.returncode, "stranger" in done.stderr, "Traceback" in done.stderr) == (0, False, False), done.stderr
    assert not strangers_folder.exists()


@pytest.mark.parametrize("where", ["a file in its place", "a full disk"])
def test_what_cannot_be_kept_learns_all_the_same(where, room, monkeypatch, caplog):
    if where == "a full disk":

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(programs, "write_bytes", full)
    else:
        programs.room().parent.mkdir(exist_ok=True)
        programs.room().write_text("no folder")
    session = Session(small(dtype="float32"))
    assert (session.learner.engine.name, session.learner.engine_reason) == ("fused kernel", "")
    session.advance(3)
    assert not [record for record in caplog.records if record.levelname == "WARNING"]
    assert not list(room.rglob("*.part"))


def test_an_llvm_that_is_not_as_it_is_known_is_one_sentence(monkeypatch, caplog):
    """A release of llvmlite that has not got what is used of it."""

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
        programs.keep("look", "float32", code)
    assert programs.place("look", "float32").read_bytes().endswith(b"two")
    assert [path.name for path in programs.room().iterdir()] == ["look-float32.o"]


def test_who_comes_second_makes_nothing(room, monkeypatch):
    made = []
    monkeypatch.setattr(programs, "object_code", lambda bitcode: made.append(bitcode) or object_code(bitcode))
    threads = [threading.Thread(target=programs.function, args=("look", "float32")) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(made) == 1 and programs.function("look", "float32")


def test_versions_of_long_ago_are_thrown_away(room):
    for number in range(2 * programs.KEPT):
        folder = pathlib.Path(room / f"old{number}")
        folder.mkdir()
        os.utime(folder, (number, number))
    programs.room().mkdir()
    programs.throw_old_away()
    assert len(list(room.iterdir())) == programs.KEPT and programs.room().exists()


def test_the_kernel_is_used_without_numba():
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


EXACT = {
    "gelu": lambda a: a * 0.5 * (1.0 + math.erf(a * math.sqrt(0.5))),
    "sine": math.sin,
    "softplus": lambda a: a if a > 20.0 else math.log1p(math.exp(a)),
}


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("kind", EXACT)
def test_series_are_exact_to_the_last_places(kind, dtype):
    """Against the C library's functions in double precision, from angles and tails that nets come to."""
    layers = [{"kind": "dense", "name": "h1", "units": 1, "activation": kind, "bias": False}]
    session = Session(small(layers=layers, dtype=dtype))
    looker = looker_for(session.learner.blueprint)
    assert looker is not None
    vector = session.vector()
    vector[:2] = 1.0, 0.0
    a = np.concatenate([np.linspace(-9, 9, 400), [-1e4, -700.0, -30.0, -1e-9, 0.0, 1e-9, 30.0, 700.0, 1e4]])
    x = np.stack([a, np.zeros_like(a)], axis=1).astype(dtype)
    exact = [EXACT[kind](float(value)) for value in x[:, 0]]
    places = 4 * np.finfo(dtype).eps
    np.testing.assert_allclose(looker.trace(vector, x)["h1"][1][:, 0], exact, rtol=places, atol=places)


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
