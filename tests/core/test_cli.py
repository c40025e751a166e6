"""The headless command: what it prints, how it ends, and what it says to bad input."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys

import numpy as np
import pytest

import main as entry
from core.command_line import arguments
from core.command_line.report import KEYS
from core.documents import typed
from core.experiment import Experiment
from core.machine import device
from core.training.session import Session
from tests.building.places import PRESETS, ROOT

pytestmark = pytest.mark.usefixtures("kernel")
CIRCLE = str(PRESETS / "circle.toml")
KINDS = {
    "state": str,
    "updates": int,
    "epochs": float,
    "samples": int,
    "seconds": float,
    "warm_up_seconds": float,
    "updates_per_second": float,
}


@pytest.fixture
def run(capsys):
    """Carry a command out in this process: its exit status, standard output and standard error."""

    def carry_out(*typed: str) -> tuple[int, str, str]:
        status = entry.main(list(typed))
        out, err = capsys.readouterr()
        return status, out, err

    return carry_out


@pytest.fixture
def file(tmp_path):
    """Write an experiment's text; its path."""

    def write(text: str, name: str = "mine.toml") -> str:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def _refused(result: tuple[int, str, str], *words: str) -> None:
    status, _, err = result
    assert status == 2, err
    assert len(err.strip().splitlines()) == 1, err
    for word in words:
        assert word in err, f"{word!r} is not in {err!r}"


# What it prints


def test_json_has_every_key(run):
    status, out, _ = run("run", CIRCLE, "--updates", "30", "--json")
    found = json.loads(out)
    assert status == 0 and tuple(found) == KEYS
    assert all(isinstance(found[key], kind) for key, kind in KINDS.items())
    assert (found["state"], found["updates"], found["samples"], found["epochs"]) == ("finished", 30, 300, 1.2)
    assert (found["engine"], found["device"], found["parameters"]) == ("fused kernel", "cpu", 17)
    assert {"loss", "penalty", "accuracy"} <= set(found["train"])
    assert {"loss", "accuracy", "baseline"} <= set(found["test"])
    assert found["validation"] is None


def test_it_learns_what_a_session_learns(run):
    _, out, _ = run("run", CIRCLE, "--updates", "40", "--json")
    session = Session(Experiment.load(CIRCLE))
    session.advance(40)
    assert json.loads(out)["test"]["loss"] == session.evaluate()["test.loss"]


def test_values_have_r2(run):
    _, out, _ = run("run", str(PRESETS / "curve.toml"), "--updates", "20", "--json")
    assert "r2" in json.loads(out)["test"] and "accuracy" not in json.loads(out)["test"]


def test_for_a_person(run):
    status, out, err = run("run", CIRCLE, "--updates", "30")
    assert status == 0
    assert out.startswith("finished after 30 updates") and "accuracy" in out
    assert set(err.strip()) <= set("[.]"), "only the progress goes to standard error"


def test_epochs_instead_of_updates(run):
    _, out, _ = run("run", CIRCLE, "--epochs", "2,5", "--json")
    assert json.loads(out)["epochs"] == 2.52  # the first update at or beyond 2.5 epochs of 250 samples in tens


def test_updates_replace_all_stop_rules(run, file):
    path = file(_text("[stop]\nupdates = 5\npatience = 1\nepochs = 0.1\n"))
    _, out, _ = run("run", path, "--updates", "60", "--json")
    found = json.loads(out)
    assert found["updates"] == 60 and found["validation"] is None


def test_a_validation_part_is_reported(run, file):
    _, out, _ = run("run", file(_text("validation_share = 0.2\n[stop]\nupdates = 5\n")), "--json")
    assert {"loss", "accuracy"} <= set(json.loads(out)["validation"])


def test_the_seed_sets_all_four(run):
    outs = [json.loads(run("run", CIRCLE, "--updates", "20", "--seed", seed, "--json")[1]) for seed in ("1", "1", "2")]
    assert outs[0]["test"] == outs[1]["test"] != outs[2]["test"]
    chosen = _chosen("--seed", "7").seeds.model_dump()
    assert len(set(chosen.values())) == 4, "different luck for different purposes"


def test_set_replaces_values_in_their_own_types():
    experiment = _chosen(
        "--set",
        "optimizer.lr=.5",
        "--set",
        "layers.h1.units=7",
        "--set",
        "layers.h1.activation.kind=relu",
        "--set",
        "data.noise=0,25",
        "--set",
        "batch_size=all",
    )
    assert (
        experiment.optimizer.lr == 0.5
        and experiment.layers[0].units == 7
        and experiment.layers[0].activation.kind == "relu"
    )
    assert experiment.data.noise == 0.25 and experiment.batch_size == "all"


def test_a_new_kind_keeps_what_both_share():
    optimizer = _chosen("--set", "optimizer.lr=0.7", "--set", "optimizer.kind=rmsprop").optimizer
    assert (optimizer.kind, optimizer.lr) == ("rmsprop", 0.7)


@pytest.mark.parametrize(
    ("text", "value"),
    [("3", 3), ("3.5", 3.5), (".5", 0.5), ("5.", 5.0), ("1e-3", 0.001), ("0,03", 0.03), ("true", True), ("adam", "adam"), ('"3"', "3"), ("[1, 2]", [1, 2]), ("{a = 1}", {"a": 1}), ("", ""), ("1\nb = 2", "1\nb = 2")],
)  # fmt: skip
def test_values_of_set(text, value):
    assert typed.value(text) == value and type(typed.value(text)) is type(value)


def _chosen(*typed: str) -> Experiment:
    from core.command_line import run as run_command

    return run_command.chosen(arguments.parse(["run", CIRCLE, *typed]))


def test_the_weights_are_saved_and_go_on(run, tmp_path):
    from core.files import weights

    target = tmp_path / "out.safetensors"
    assert run("run", CIRCLE, "--updates", "20", "--weights", str(target))[0] == 0
    resumed = Session.of(weights.load(target))
    whole = Session(Experiment.load(CIRCLE))
    resumed.course.go_on()
    resumed.advance(10)
    whole.advance(30)
    assert np.array_equal(resumed.vector(), whole.vector())


def test_a_table_lies_beside_its_experiment(run, file, tmp_path, monkeypatch):
    rows = "\n".join(f"{i},{i % 7},{'yes' if i % 2 else 'no'}" for i in range(40))
    (tmp_path / "mine.csv").write_text(f"a,b,answer\n{rows}\n", encoding="utf-8")
    path = file('[data]\nkind = "csv"\npath = "mine.csv"\n[stop]\nupdates = 5\n')
    monkeypatch.chdir(ROOT)
    assert run("run", path, "--json")[0] == 0


def test_info(run):
    status, out, _ = run("info", "--json")
    found = json.loads(out)
    assert status == 0 and set(found) == {"versions", "devices", "folders", "documents", "components"}
    comparison = found["documents"]["comparison"]
    assert {"base", "twins", "pace"} <= set(comparison["keys"]) and "learning-rates" in comparison["ready"]
    assert found["components"]["optimizers"]["adam"]["parameters"]["lr"]["default"] == 0.001
    assert {entry["key"] for entry in found["devices"]} == {"cpu", "cuda", "mps"} and "log" in found["folders"]
    told = run("info")[1]
    assert "optimizers" in told and "file comparison" in told and "learning-rates" in told


@pytest.mark.parametrize(
    "typed",
    [("--help",), ("run", "--help"), ("show", "--help"), ("bench", "--help"), ("info", "--help"), ("--version",)],
)
def test_help(run, typed):
    status, out, _ = run(*typed)
    assert status == 0 and out


# How it ends


def test_a_run_that_diverges_ends_with_3_and_nulls(run):
    status, out, _ = run(
        "run", str(PRESETS / "curve.toml"), "--set", "optimizer.kind=sgd", "--set", "optimizer.lr=1e6", "--json"
    )
    found = json.loads(out)
    assert status == 3 and found["state"] == "diverged" and found["train"]["loss"] is None


def test_a_run_that_fails_ends_with_1(run, monkeypatch):
    from core.engines.eager import EagerEngine

    def fail(*_):
        raise RuntimeError("shapes cannot be multiplied")

    monkeypatch.setattr(EagerEngine, "update", fail)
    status, out, err = run("run", CIRCLE, "--set", "engine=eager", "--json")
    assert (
        status == 1 and json.loads(out)["state"] == "failed" and "unexpected error: shapes cannot be multiplied" in err
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for a single process")
@pytest.mark.parametrize("ending", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_the_program_as_a_whole_interrupted(ending, tmp_path):
    """One process: a light progress on standard error, what was learned so far, the exit status, and no Qt. In the
    background of a shell it would inherit that SIGINT is ignored."""
    check = f"import signal, sys, main; signal.signal(signal.{ending}, signal.SIG_DFL); status = main.main(sys.argv[1:]); assert not any(name.startswith('PySide6') for name in sys.modules); sys.exit(status)"
    command = [
        sys.executable,
        "-c",
        check,
        "run",
        CIRCLE,
        "--updates",
        "100000000",
        "--json",
        "--weights",
        str(tmp_path / "w.safetensors"),
    ]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment()
    )
    assert process.stderr.read(1) == "["
    process.send_signal(signal.Signals[ending])
    out, _ = process.communicate(timeout=60)
    found = json.loads(out)
    assert process.returncode == 130 and found["state"] == "interrupted"
    assert found["updates"] > 0 and found["train"]["accuracy"] > 0 and (tmp_path / "w.safetensors").exists()


def _environment() -> dict[str, str]:
    return os.environ | {"PYTHONUNBUFFERED": "1"}


# Bad input: one line that says what, where, and what is allowed


def _text(rest: str) -> str:
    return (
        f"version = 1\n{rest}"
        if not rest.startswith("[")
        else f'version = 1\n[data]\nkind = "circle"\nsamples = 60\n{rest}'
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("colour = 3\n", ("colour", "not a known key", "batch_size")),
        ('[optimizer]\nkind = "adam"\nspeed = 3\n', ("optimizer.speed", "not a known key", "beta1")),
        ('[optimizer]\nkind = "magic"\n', ("optimizer", "'magic'", "adam", "sgd")),
        ('[data]\nkind = "cube"\n', ("data", "'cube'", "circle")),
        ('[[layers]]\nkind = "dense"\nname = "front"\nunits = 0\n', ("layers.front.units", "at least 1")),
        ('[[layers]]\nkind = "dense"\nactivation = { kind = "swoosh" }\n', ("activation", "'swoosh'", "relu")),
        ("batch_size = 0\n", ("batch_size", "at least 1")),
        ('batch_size = "few"\n', ("batch_size", "'all'")),
        ('speed = "fast"\n', ("speed", "'max'")),
        ("[optimizer]\nkind = 'sgd'\nlr = 'big'\n", ("optimizer.lr", "a number")),
        ("[optimizer]\nkind = 'sgd'\nlr = nan\n", ("optimizer.lr", "finite")),
        ("[data]\nkind = 'circle'\nsamples = 1.5\n", ("data.samples", "whole number")),
        ("layers = 3\n", ("layers", "list")),
        ("[data\n", ("not valid TOML",)),
        ("version = 2\n", ("version", "2")),
        ("version = 'one'\n", ("version",)),
        ('kind = "contest"\n', ("kind", "'network'")),
        ('kind = "race"\n', ("racers", "nobody takes part")),
        ("[data]\nkind = 'formula'\nformula = 'x +'\n[stop]\nupdates = 3\n", ("formula",)),
        ("[data]\nkind = 'formula'\nformula = '__import__(1)'\n[stop]\nupdates = 3\n", ("formula",)),
        ("[data]\nkind = 'formula'\nformula = '1/(x-x)'\n[stop]\nupdates = 3\n", ("formula",)),
        ("[data]\nkind = 'csv'\npath = 'missing.csv'\n[stop]\nupdates = 3\n", ("missing.csv", "cannot be read")),
        ("[start.weights]\n'h9.weight' = [[1.0]]\n[stop]\nupdates = 3\n", ("start.weights.h9.weight", "output.weight")),
        ("[inputs]\nfeatures = ['x9']\n[stop]\nupdates = 3\n", ("inputs.features", "'x9'", "x1^2")),
    ],
)
def test_a_file_that_is_wrong(run, file, text, words):
    _refused(run("run", file(text), "--json"), *words)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (("--set", "optimizer.foo=1"), ("optimizer.foo", "allowed", "lr")),
        (("--set", "layers.h9.units=1"), ("layers.h9.units", "allowed: h1")),
        (("--set", "optimizer.kind=magic"), ("optimizer.kind", "adam")),
        (("--set", "optimizer.lr=-1"), ("optimizer.lr",)),
        (("--set", "optimizer.lr.deep=1"), ("optimizer.lr.deep",)),
        (("--set", "optimizer.lr"), ("--set", "PATH=VALUE")),
        (("--updates", "0"), ("--updates", "at least 1")),
        (("--updates", "many"), ("--updates", "whole number")),
        (("--epochs", "-1"), ("--epochs", "above 0")),
        (("--updates", "3", "--epochs", "3"), ("--epochs", "--updates")),
        (("--seed", "-4"), ("--seed",)),
        (("--device", "tpu"), ("device", "cpu", "cuda", "mps")),
        (("--bogus",), ("--bogus", "--json")),
        (("--set", "stop.updates=0"), ("stop", "--updates")),
        (("--weights", "/nowhere/at/all.safetensors"), ("--weights", "cannot be written")),
    ],
)
def test_options_that_are_wrong(run, typed, words):
    _refused(run("run", CIRCLE, *typed), *words)


def test_a_device_that_is_not_there(run):
    missing = next(choice for choice in device.choices() if choice.reason)
    _refused(run("run", CIRCLE, "--device", missing.key), missing.key, missing.reason, "allowed", "cpu")


@pytest.mark.parametrize("command", [(), ("run",), ("show",)])
def test_a_file_that_is_missing_or_unreadable(run, command, tmp_path):
    more = ("--screenshot", str(tmp_path / "out.png")) if command == ("show",) else ()
    _refused(run(*command, str(tmp_path / "no.toml"), *more), "no.toml", "cannot be read")
    _refused(run(*command, str(tmp_path), *more), "cannot be read")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00\x01")
    _refused(run(*command, str(tmp_path / "binary.toml"), *more), "binary.toml", "UTF-8")


def test_no_window_is_built_for_a_missing_file():
    check = "import sys, main; status = main.main(['missing.toml']); assert not any(name.startswith('PySide6') for name in sys.modules); sys.exit(status)"
    done = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert done.returncode == 2 and done.stderr.startswith("missing.toml: cannot be read")


def test_bad_input_prints_an_object_too(run, file):
    status, out, _ = run("run", file("colour = 3\n"), "--json")
    assert status == 2 and json.loads(out) == dict.fromkeys(KEYS) | {"state": "bad input"}


def test_a_folder_that_may_not_be_written_to(run, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("core.machine.whole_file.pathlib.Path.touch", refuse)
    _refused(run("run", CIRCLE, "--weights", str(tmp_path / "w.safetensors")), "cannot be written")


@pytest.mark.parametrize(
    "typed",
    [
        ("run",),
        ("show", CIRCLE),
        ("show", CIRCLE, "--screenshot", "x.png", "--size", "big"),
        ("bench", "everything"),
        ("info", "extra"),
    ],
)
def test_commands_that_are_wrong(run, typed):
    _refused(run(*typed))


@pytest.mark.parametrize(("typed", "said"), [("rnu", "did you mean run?"), ("qqqqq", "The commands are run, study")])
def test_a_mistyped_command_names_the_commands(run, typed, said):
    status, _, err = run(typed)
    assert status == 2 and said in err and "pictures, bench" in err


@pytest.mark.parametrize(("name", "updates"), [("playground", 30), ("xor-riddle", 20)])
def test_a_preset_is_found_by_its_name(run, name, updates):
    status, out, _ = run("run", name, "--updates", str(updates), "--json")
    assert status == 0 and json.loads(out)["updates"] == updates


def test_a_race_of_the_shelf_is_found_by_its_name(run):
    status, out, _ = run("run", "three-rates", "--updates", "5", "--json")
    assert status == 0 and json.loads(out)["kind"] == "race"


def test_a_file_of_ones_own_comes_before_a_preset_of_that_name(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "playground").write_text("no = ")
    status, _, err = run("run", "playground", "--updates", "5")
    assert status == 2 and "playground" in err
    assert run("run", "gallery", "--updates", "5")[0] == 2  # the order of the cards is no preset
