"""A race as a document: file, names, edits, refusals, and what the command line prints."""

from __future__ import annotations

import json

import pytest

import main
from core import document
from core.documents import edits
from core.experiment import Experiment
from core.messages import BadInput, Refusal
from core.race import Race
from tests.building.places import PRESETS

RATES = str(PRESETS / "three-rates.toml")
TEXT = """
kind = "race"
terrain = { kind = "bowl" }
updates = 30
[[racers]]
optimizer = { kind = "sgd", lr = 0.5 }
[[racers]]
optimizer = { kind = "sgd", lr = 3.0 }
[[racers]]
player = "anywhere"
"""


@pytest.fixture
def race():
    return Race.loads(TEXT)


# File


def test_a_file_needs_little_and_comes_back_as_it_was(race, tmp_path):
    assert [(racer.name, racer.colour) for racer in race.racers] == [("SGD", 0), ("SGD 2", 1), ("Chance", 2)]
    assert race.start == race.terrain.start == (-3.0, 2.0)
    race.save(tmp_path / "race.toml")
    assert Race.load(tmp_path / "race.toml") == race == Race.loads(race.dumps())
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_a_document_is_what_its_kind_says(race, tmp_path):
    race.save(tmp_path / "race.toml")
    assert document.load(tmp_path / "race.toml") == race
    kinds = [
        document.kind_of(path) for path in (tmp_path / "race.toml", PRESETS / "playground.toml", tmp_path / "none.toml")
    ]
    assert kinds == ["race", "network", ""]
    assert isinstance(document.load(PRESETS / "playground.toml"), Experiment)
    with pytest.raises(BadInput, match="must be 'race'"):
        Race.load(PRESETS / "playground.toml")
    with pytest.raises(BadInput, match="kind"):
        Experiment.load(tmp_path / "race.toml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('kind = "race"\nversion = 9', "update Descent Lab"),
        ('kind = "race"\nterrain = "moon"', "terrain: kind 'moon' is not known; allowed: bowl"),
        ('kind = "race"\nspeeed = 1', "speeed: is not a known key; allowed: version"),
        ('kind = "race"\n[[racers]]\nname = "A"\nrace = 1', "racers.A.race: is not a known key; allowed: name, player"),
        (
            'kind = "race"\n[[racers]]\nname = "A"\noptimizer = { kind = "adam", mu = 1 }',
            "racers.A.optimizer.mu: is not a known key; allowed: kind, lr",
        ),
        ('kind = "race"\nstart = [1.0]', "start"),
        ('kind = "race"\nstart = [1e9, 0.0]', "start: x = 1e+09 is too far from the picture"),
        ('kind = "race"\nterrain = { kind = "formula", f = "x + z" }', "terrain.f: 'z' is not known"),
        ('kind = "race"\n[[racers]]\nname = "A"\n[[racers]]\nname = "A"', "racers.2.name: two racers are called A"),
        ('kind = "race"\n[[racers]]\nname = "a.b"', "cannot be called a.b"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text, said):
    with pytest.raises(BadInput) as caught:
        Race.loads(text, "race.toml")
    assert said in str(caught.value) and "\n" not in str(caught.value)


# Edits


def test_edits_by_path_find_racers_by_name(race):
    faster = edits.replace(race, "racers.SGD 2.optimizer.lr", 0.1)
    assert faster.racers[1].optimizer.lr == 0.1 and faster.racers[0] == race.racers[0]
    other = edits.replace(faster, "racers.SGD 2.optimizer.kind", "adam")
    assert (other.racers[1].optimizer.kind, other.racers[1].optimizer.lr) == ("adam", 0.1)
    renamed = edits.replace(other, "racers.SGD 2.name", "mine")
    assert [racer.name for racer in renamed.racers] == ["SGD", "mine", "Chance"]
    assert edits.get(renamed, "racers.mine.optimizer.lr") == 0.1
    assert edits.replace(race, "start", (1.0, 2.0)).start == (1.0, 2.0)
    assert set(edits.differences(race, faster)) == {"racers"}


def test_a_new_terrain_brings_its_own_start_and_forgets_what_to_try(race):
    told = edits.replace_all(race, (("start", (1.0, 1.0)), ("what_to_try", "Try this. Or that.")))
    saddle = edits.replace(told, "terrain.kind", "saddle")
    assert saddle.start == saddle.terrain.start and saddle.what_to_try == ()
    assert edits.replace_all(told, (("terrain.kind", "saddle"), ("start", (1.0, 0.5)))).start == (1.0, 0.5)
    steeper = edits.replace(edits.replace(told, "terrain.kind", "rosenbrock"), "terrain.steepness", 10.0)
    assert steeper.what_to_try == () and steeper.terrain.steepness == 10.0
    assert edits.replace(told, "start", None).start == told.terrain.start


def test_another_racer_gets_a_free_name_and_colour(race):
    racer = race.another("sgd")
    assert (racer.name, racer.colour, racer.optimizer.kind) == ("SGD 3", 3, "sgd")
    assert race.another(player="nearby").name == "Chance 2"
    assert edits.replace(race, "racers", (*race.racers, racer)).racers[-1] == racer
    assert edits.replace(race, "racers", race.racers[1:]).racer("SGD 2") == race.racers[1]
    with pytest.raises(KeyError):
        race.racer("nobody")


def test_a_refused_combination_names_its_racer_and_mends_it(race):
    with pytest.raises(BadInput) as caught:
        edits.replace(race, "racers.SGD 2.optimizer.nesterov", True)
    assert caught.value.path == "racers.SGD 2.optimizer.nesterov"
    cause = caught.value.__cause__
    assert isinstance(cause, Refusal) and cause.mend is not None
    mended = edits.replace_all(race, (("racers.SGD 2.optimizer.nesterov", True), *cause.mend.edits))
    assert mended.racers[1].optimizer.momentum == 0.9


# Command line


@pytest.fixture
def run(capsys):
    def run(*typed):
        capsys.readouterr()
        status = main.main(list(typed))
        out = capsys.readouterr()
        return status, out.out, out.err

    return run


def test_run_prints_where_everybody_got_to(run):
    status, out, err = run("run", RATES, "--json")
    found = json.loads(out)
    assert status == 0 and err == ""
    assert (found["state"], found["kind"], found["terrain"], found["updates"], found["winner"]) == (
        "finished",
        "race",
        "ill_conditioned",
        200,
        "good",
    )
    slow, good, large = found["racers"]
    assert (slow["name"], slow["optimizer"], slow["lr"], slow["arrived"], slow["diverged"]) == (
        "slow",
        "sgd",
        0.004,
        None,
        None,
    )
    assert slow["distance"] == pytest.approx(3.5 * 0.996**200, rel=1e-9)
    assert good["arrived"] == 95 and good["value"] < 1e-6 and good["computed"] == "rule"
    assert large["diverged"] is not None and large["updates"] == large["diverged"] < 200


def test_run_for_a_person(run):
    status, out, _ = run("run", RATES)
    assert status == 0
    assert "½(x² + 25y²)" in out and "diverged at update" in out and out.rstrip().endswith("good arrives first.")


def test_set_updates_and_seed(run):
    found = json.loads(
        run(
            "run",
            RATES,
            "--set",
            "racers.too large.optimizer.lr=0.079",
            "--set",
            "noise=1",
            "--updates",
            "50",
            "--seed",
            "3",
            "--json",
        )[1]
    )
    assert found["updates"] == 50 and found["noise"] == 1 and found["racers"][2]["lr"] == 0.079
    again, other = (
        json.loads(run("run", RATES, "--set", "noise=1", "--updates", "50", "--seed", seed, "--json")[1])["racers"][1][
            "value"
        ]
        for seed in "34"
    )
    assert again == found["racers"][1]["value"] != other


def test_a_saddle_has_no_distance_and_no_bottom(run):
    _, out, _ = run("run", RATES, "--set", "terrain=saddle", "--json")
    rows = json.loads(out)["racers"]
    assert all(row["distance"] is None and row["arrived"] is None for row in rows)
    assert rows[1]["fell"] is not None and rows[1]["diverged"] is None
    assert "there is no bottom" in run("run", RATES, "--set", "terrain=saddle")[1]


def test_when_all_diverge_the_status_says_so(run, tmp_path):
    text = 'kind = "race"\nterrain = "bowl"\n[[racers]]\noptimizer = { kind = "sgd", lr = 3.0 }\n'
    (tmp_path / "race.toml").write_text(text, encoding="utf-8")
    status, out, _ = run("run", str(tmp_path / "race.toml"), "--json")
    assert status == 3 and json.loads(out)["state"] == "diverged"


@pytest.mark.parametrize(("typed", "said"), [(["--epochs", "2"], "no epochs"), (["--weights", "a"], "no network"), (["--device", "cuda"], "CPU"), (["--set", "racers.x.colour=1"], "there is no 'x'; allowed: slow, good, too large")])  # fmt: skip
def test_what_makes_no_sense_for_a_race_is_refused(run, typed, said):
    status, out, err = run("run", RATES, *typed)
    assert status == 2 and said in err and out == ""
