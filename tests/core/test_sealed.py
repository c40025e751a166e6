"""The sealed part: samples that nothing shows until the envelope is opened, and what a run comes to on them."""

from __future__ import annotations

import json

import numpy as np
import pytest

import main as entry
from core.comparison import Comparison
from core.data.envelope import Opened, name_of
from core.data.preparation import prepare
from core.documents.edits import replace, replace_all
from core.experiment import Experiment
from core.messages import BadInput
from core.training.envelope import open_envelope
from core.training.session import Session
from tests.building.experiments import small
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")
SHARE = ("data.sealed_share", 0.5)


def sealed(experiment: Experiment) -> Experiment:
    return replace(experiment, *SHARE)


def rows(prepared, part: str) -> set[bytes]:
    """The samples of a part, as the data give them."""
    return {row.tobytes() for row in np.asarray(prepared.table.x)[prepared.part(part)]}


def of(preset: str) -> Experiment:
    return Experiment.load(PRESETS / f"{preset}.toml")


# Which samples


@pytest.mark.parametrize("preset", ["playground", "titanic", "curve", "digits-cnn"])
def test_what_is_sealed_is_in_no_array_and_all_else_is_as_it_was(preset):
    whole, shown = prepare(of(preset)), prepare(sealed(of(preset)))
    opened = prepare(sealed(of(preset)), opened=True)
    assert whole.sealed == opened.sealed == 0 and shown.sealed == len(opened.test) > 0
    assert len(shown.test) + shown.sealed == len(whole.test)
    assert len(shown.table.y) == len(shown.x) == len(shown.targets) == len(whole.x) - shown.sealed
    for part in ("train", "validation"):
        for each in (shown, opened):
            np.testing.assert_array_equal(each.x[each.part(part)], whole.x[whole.part(part)])
            np.testing.assert_array_equal(each.targets[each.part(part)], whole.targets[whole.part(part)])
    assert rows(shown, "test") | rows(opened, "test") == rows(whole, "test")
    if preset in ("playground", "curve"):  # no two samples are the same there
        everywhere = {row.tobytes() for row in np.asarray(shown.table.x)}
        assert not everywhere & rows(opened, "test")


def test_every_class_is_sealed_in_the_same_share():
    shown, opened = prepare(sealed(of("iris"))), prepare(sealed(of("iris")), opened=True)
    for each in (shown, opened):
        counts = np.bincount(each.table.y[each.test])
        assert counts.max() - counts.min() <= 1


def test_of_what_follows_in_time_the_end_is_sealed():
    whole, opened = prepare(of("sunspots")), prepare(sealed(of("sunspots")), opened=True)
    np.testing.assert_array_equal(whole.x[whole.test][-len(opened.test) :], opened.x[opened.test])


def test_groups_are_sealed_whole():
    shown, opened = prepare(sealed(of("names"))), prepare(sealed(of("names")), opened=True)
    assert shown.table.groups is not None and opened.table.groups is not None
    assert not set(shown.table.groups[shown.test].tolist()) & set(opened.table.groups[opened.test].tolist())


def test_other_luck_of_the_data_seals_others_and_nothing_else_does():
    first, again = (prepare(sealed(small()), opened=True) for _ in range(2))
    assert rows(first, "test") == rows(again, "test")
    assert rows(first, "test") == rows(prepare(replace(sealed(small()), "seeds.weights", 9), opened=True), "test")
    assert rows(first, "test") != rows(prepare(replace(sealed(small()), "seeds.data", 9), opened=True), "test")


def test_the_notes_say_how_many():
    assert any("15 more are sealed" in note for note in prepare(sealed(small())).notes)
    assert not any("sealed" in note for note in prepare(small()).notes)


def test_what_cannot_be_sealed_is_refused():
    drawn = small(data={"kind": "points", "points": [[0, 0, 0], [1, 1, 1], [1, 0, 0], [0, 1, 1]], "train_share": 0.5})
    with pytest.raises(BadInput, match="has seen them all"):
        sealed(drawn)
    assert replace(sealed(small()), "data.kind", "points").data.sealed_share == 0
    with pytest.raises(BadInput, match="too few to seal"):
        prepare(sealed(small(data={"kind": "circle", "samples": 60, "train_share": 1.0})))
    with pytest.raises(BadInput, match="nothing is sealed"):
        open_envelope(small(), 0, np.zeros(1), {})


# What comes of them


@pytest.mark.parametrize("edits", [(), (("validation_share", 0.2),), (("data.noise", 0.3),)])
def test_a_run_is_the_same_and_both_figures_together_are_those_of_the_whole_test_part(edits):
    plain = replace_all(small(), edits) if edits else small()
    whole, run = Session(plain), Session(sealed(plain))
    for session in (whole, run):
        session.advance(60)
    np.testing.assert_array_equal(whole.vector(), run.vector())
    told = whole.evaluate()
    assert {name: value for name, value in run.evaluate().items() if name.startswith("train.")} == {
        name: value for name, value in told.items() if name.startswith("train.")
    }
    opened = open_envelope(run.experiment, 60, run.vector(), {})
    counts = opened.test_samples, opened.sealed_samples
    assert sum(counts) == len(whole.prepared.test)
    for name in ("loss", "accuracy"):
        mean = np.average([opened.test[name], opened.sealed[name]], weights=counts)
        assert mean == pytest.approx(told[f"test.{name}"])
    assert opened.test["loss"] == pytest.approx(run.evaluate()["test.loss"])


def test_no_figure_of_a_run_knows_of_them():
    run = Session(sealed(small()))
    run.advance(20)
    assert not any("sealed" in name for name in (*run.evaluate(), *run.baselines, *run.course.evaluations.take()))


def test_an_envelope_is_that_of_its_samples():
    name = name_of(sealed(small()))
    assert name == name_of(replace(sealed(small()), "optimizer.lr", 0.5))
    others = (("seeds.data", 2), ("data.noise", 0.2), ("data.samples", 80), ("data.sealed_share", 0.4))
    assert len({name, *(name_of(replace(sealed(small()), *edit)) for edit in others)}) == 5


def test_what_was_in_it_is_kept_as_plain_values():
    opened = Opened(7, "accuracy", {"accuracy": 0.976, "loss": 0.1}, {"accuracy": 0.944, "loss": 0.125}, 125, 124)
    assert Opened.read(opened.values()) == opened
    for broken in (
        {},
        3,
        opened.values() | {"measure": "r2"},
        opened.values() | {"test": 5},
        opened.values() | {"updates": "x"},
    ):
        assert Opened.read(broken) is None


def test_the_drop_is_said():
    opened = Opened(7, "accuracy", {"accuracy": 0.976, "loss": 0.1}, {"accuracy": 0.944, "loss": 0.125}, 125, 124)
    assert opened.drop() == "test accuracy 97.6 %, sealed 94.4 %: 3.2 points lower"
    assert opened.drop("loss") == "test loss 0.1, sealed 0.125: 0.025 higher"
    assert Opened(7, "loss", {"loss": 0.1}, {"loss": 0.1}, 1, 1).drop() == "test loss 0.1, sealed 0.1: the same"


# The command line


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "small.toml"
    sealed(small()).save(path)
    return str(path)


def test_run_tells_of_them_only_when_the_envelope_is_opened(file, capsys, tmp_path):
    history = tmp_path / "history.csv"
    assert entry.main(["run", file, "--updates", "20", "--history", str(history)]) == 0
    out = capsys.readouterr().out
    assert "15 samples are sealed" in out and "The envelope" not in out and "sealed" not in history.read_text()
    assert entry.main(["run", file, "--updates", "20", "--json"]) == 0
    assert "sealed" not in capsys.readouterr().out
    assert entry.main(["run", file, "--updates", "20", "--json", "--open-envelope"]) == 0
    found = json.loads(capsys.readouterr().out)
    run = Session(Experiment.load(file))
    run.advance(20)
    opened = open_envelope(run.experiment, 20, run.vector(), {})
    assert found["sealed"]["accuracy"] == opened.sealed["accuracy"] and found["sealed"]["samples"] == 15
    assert entry.main(["run", file, "--updates", "20", "--open-envelope"]) == 0
    assert f"The envelope: {opened.drop()} (of 15 and 15 samples)." in capsys.readouterr().out


def test_study_opens_it_for_its_best_cell_alone(file, capsys, tmp_path):
    typed = [
        "study",
        file,
        "--vary",
        "optimizer.lr=0.01,0.3",
        "--updates",
        "60",
        "--starts",
        "3",
        "--storage",
        str(tmp_path / "s"),
    ]
    assert entry.main(typed) == 0
    assert "sealed" not in capsys.readouterr().out
    assert entry.main([*typed, "--json", "--open-envelope"]) == 0
    found = json.loads(capsys.readouterr().out)["envelope"]
    assert found["edits"] == {"optimizer.lr": 0.3} and found["starts"] == 3
    assert entry.main([*typed, "--open-envelope"]) == 0
    assert "The envelope, opened for optimizer.lr=0.3: median test accuracy " in capsys.readouterr().out


def test_where_nothing_is_sealed_there_is_nothing_to_open(capsys, tmp_path):
    path = tmp_path / "plain.toml"
    small().save(path)
    for command in (["run"], ["study"]):
        assert entry.main([*command, str(path), "--updates", "5", "--open-envelope"]) == 2
        assert "nothing is sealed" in capsys.readouterr().err


def test_of_runs_side_by_side_each_is_told_and_one_line_says_that_there_is_something(capsys, tmp_path):
    path = str(tmp_path / "two.toml")
    comparison = Comparison(base=sealed(small())).with_twin((("optimizer.lr", 0.5),))
    comparison.save(path)
    assert entry.main(["run", path, "--updates", "20"]) == 0
    out = capsys.readouterr().out
    assert out.count("15 samples are sealed") == 1 and "The envelope" not in out
    assert entry.main(["run", path, "--updates", "20", "--json"]) == 0
    assert "sealed" not in capsys.readouterr().out
    inside = []
    for lane in comparison.experiments():
        run = Session(lane)
        run.advance(20)
        inside.append(open_envelope(lane, 20, run.vector(), {}))
    assert entry.main(["run", path, "--updates", "20", "--json", "--open-envelope"]) == 0
    rows = json.loads(capsys.readouterr().out)["runs"]
    assert [row["sealed"] for row in rows] == [{**each.sealed, "samples": 15} for each in inside]
    assert entry.main(["run", path, "--updates", "20", "--open-envelope"]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "envelope" in line]
    words = [
        f"  {name}: The envelope: {each.drop()} (of 15 and 15 samples)."
        for name, each in zip("AB", inside, strict=True)
    ]
    assert told == words
    Comparison(base=small()).with_twin((("optimizer.lr", 0.5),)).save(path)
    assert entry.main(["run", path, "--updates", "5", "--open-envelope"]) == 2
    assert "nothing is sealed" in capsys.readouterr().err


def test_what_is_no_network_has_no_envelope(capsys):
    assert entry.main(["run", "rosenbrock", "--open-envelope"]) == 2
    assert "goes with networks" in capsys.readouterr().err
