"""`descent-lab run` and `info` know every task: its own figures and yardsticks stand in the report, for programs and
for people."""

from __future__ import annotations

import json
import math

import pytest

import main as entry
from core import registry
from core.command_line.report import KEYS
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")
CLASSES = {"loss", "accuracy", "mistakes", "baseline", "baseline_loss", "samples"}
LETTERS = CLASSES | {"bits_per_character"}
ANSWERS = CLASSES | {f"answer{number}{of}" for number in (1, 2) for of in ("", "_baseline")}
VALUES = {"loss", "r2", "mse", "mae", "baseline", "baseline_loss", "samples"}
DRAWN = {"loss", "mse", "explained", "mean_mse", "baseline", "baseline_loss", "samples"}
FEW_NAMES, FEW_SHAPES = ("--set", "data.samples=300"), ("--set", "data.samples=80")
# task, preset, options, figures of the parts, groups beside the parts
RUNS = {
    "classes": ("classes", "digits-dense", (), CLASSES, {}),
    "answers": ("answers", "two-answers", (), ANSWERS, {}),
    "values": ("values", "curve", (), VALUES, {}),
    "characters": ("characters", "names", FEW_NAMES, LETTERS, {}),
    "forecast": ("forecast", "sunspots", (), VALUES | {"naive_mse"}, {}),
    "autoencoder": ("autoencoder", "code-map", FEW_SHAPES, DRAWN, {}),
    "autoencoder, noise": ("autoencoder", "denoise", (), DRAWN | {"noise_mse"}, {}),
    "autoencoder, watermark": ("autoencoder", "watermark", FEW_SHAPES, DRAWN | {"noise_mse"}, {}),
    "autoencoder, colour": ("autoencoder", "colouring", FEW_SHAPES, DRAWN, {}),
    "gan": (
        "gan",
        "gan-ring",
        ("--set", "data.samples=300"),
        (CLASSES - {"mistakes"}) | {"generator_loss"},
        {"coverage": {"share", "within_3_sigma", "sectors"}},
    ),
    "recall": ("classes", "recall-lstm", ("--set", "data.samples=200"), CLASSES, {}),
}


def test_there_is_a_run_for_every_task():
    assert {task for task, *_ in RUNS.values()} == set(registry.family("tasks"))


@pytest.mark.parametrize(("task", "preset", "options", "figures", "groups"), RUNS.values(), ids=RUNS)
def test_json_has_the_tasks_own_figures(capsys, task, preset, options, figures, groups):
    status = entry.main(["run", str(PRESETS / f"{preset}.toml"), "--updates", "2", "--seed", "1", "--json", *options])
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert status == 0 and found["state"] == "finished" and "\n" not in err.strip()
    assert found["updates"] == 2 and tuple(found)[: len(KEYS)] == KEYS and set(found) - set(KEYS) == set(groups)
    assert figures <= set(found["test"]), figures - set(found["test"])
    assert figures | {"penalty"} <= set(found["train"])
    for name in figures - {"r2", "baseline"}:
        assert isinstance(found["test"][name], (int, float)) and math.isfinite(found["test"][name]), name
    for group, names in groups.items():
        assert names <= set(found[group])


@pytest.mark.parametrize(
    ("preset", "says"),
    [("names", "bits per character "), ("sunspots", "naive mse "), ("denoise", "noise mse "), ("gan-ring", "sectors ")],
)
def test_a_person_is_told_the_same(capsys, preset, says):
    options = () if preset in ("sunspots", "denoise") else ("--set", "data.samples=300")
    assert entry.main(["run", str(PRESETS / f"{preset}.toml"), "--updates", "1", *options]) == 0
    out = capsys.readouterr().out
    assert says in out and out.startswith("finished after 1 updates") and "nan" not in out


def test_info_names_every_task_and_layer(capsys):
    assert entry.main(["info", "--json"]) == 0
    components = json.loads(capsys.readouterr().out)["components"]
    for family in ("tasks", "layers", "datasets", "losses"):
        assert set(components[family]) == set(registry.family(family))
    assert entry.main(["info"]) == 0
    out = capsys.readouterr().out
    assert all(kind in out for family in ("tasks", "layers") for kind in registry.family(family))
