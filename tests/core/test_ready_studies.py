"""What a study may be about: the settings that it offers, the ready ones, and by which part the best is chosen."""

from __future__ import annotations

import pytest

from core.experiment import Experiment
from core.studies.axis import Axis, named
from core.studies.figures import EFFORT, LOSS, SCORE, judge, names_of
from core.studies.made import Made
from core.studies.plan import plan
from core.studies.ready import BATCH, NOISE, PENALTY, RATE, SAMPLES, SIZE, ready
from core.studies.report import Report
from core.studies.result import Result
from core.studies.settings import settings, to_try
from core.studies.study import Study
from core.studies.varied import varied
from core.studies.verdict import verdict
from tests.building.experiments import small
from tests.building.places import PRESETS

pytestmark = pytest.mark.usefixtures("kernel")
KNOWN = {"train.loss": 1.0, "test.loss": 1.0, "train.accuracy": 1.0, "test.accuracy": 1.0, "seconds": 1.0}


def judged(figures: dict[str, tuple[float, float]], *names: str) -> Report:
    """A study of two rates whose runs have come to these."""
    study = Study(small(), (Axis("optimizer.lr", (0.1, 0.2)),))
    planned = plan(study)
    results = {
        each.key: Result(each.key, "", {name: pair[place] for name, pair in figures.items()})
        for place, each in enumerate(planned)
    }
    return Report.of(study, planned, Made("finished", results, 0, 0.0), names)


def words(report: Report) -> str:
    return verdict(report, lambda cell: cell.cell.words)


# What is offered


def test_every_setting_of_the_forms_is_offered_once_with_values_that_go():
    base = Experiment.load(PRESETS / "playground.toml")
    offered = settings(base)
    assert len({each.path for each in offered}) == len(offered) > 30
    paths = {each.path for each in offered}
    assert {"optimizer.lr", "data.samples", "batch_size", "layers.*.units", "layers.count", "loss.kind"} <= paths
    assert not any(path.startswith(("seeds", "stop", "speed", "title")) for path in paths)
    for each in offered:
        axis = varied(f"{each.path}={to_try(base, each.path)}", base)
        assert len(axis.values) > 1 or each.path.endswith(".kind"), each
        if each.path.endswith(".kind"):
            assert len(Study(base, (axis,)).cells) == len(axis.values), each


def test_settings_have_the_symbols_of_the_field():
    labels = {each.path: each.label for each in settings(small(penalties=[{"kind": "l2", "rate": 0.1}]))}
    assert labels["optimizer.lr"] == "Learning rate η" and labels["layers.*.units"] == "Units (all layers)"
    assert labels["penalties.l2.rate"] == "L2: Rate λ"


def test_of_any_other_path_values_beside_its_own_are_offered():
    assert to_try(small(), "evaluate_every") == "2.5,5,10" and to_try(small(), "no.such") == ""


# Ready studies


@pytest.mark.parametrize("preset", ["playground", "iris", "digits-cnn", "gan-ring"])
def test_every_ready_study_can_be_made_or_says_why_not(preset):
    base = Experiment.load(PRESETS / f"{preset}.toml")
    found = ready(base)
    assert [each.name for each in found] == [RATE, SAMPLES, SIZE, NOISE, PENALTY, BATCH]
    for each in found:
        assert bool(each.vary) != bool(each.refusal)
        if each.vary:
            study = Study(base, tuple(varied(text, base) for text in each.vary), luck=each.luck)
            study.check()
            assert len(study.cells) > 3


def test_what_is_measured_has_no_noise_and_samples_are_a_share():
    by_name = {each.name: each for each in ready(Experiment.load(PRESETS / "iris.toml"))}
    assert "measured" in by_name[NOISE].refusal
    assert by_name[SAMPLES].vary[0].startswith("data.train_share=")


def test_lists_have_short_names():
    assert [named(value) for value in ([], [{"kind": "l2", "rate": 0.1}], [{"kind": "dense", "name": "h", "units": 4}] * 2)] == [
        "none", "l2 0.1", "dense 4 + dense 4",
    ]  # fmt: skip


# Which figures


def test_figures_are_those_of_both_parts_as_far_as_there_are_any():
    assert names_of(LOSS, small(), KNOWN) == ("train.loss", "test.loss")
    assert names_of(SCORE, small(), KNOWN) == ("train.accuracy", "test.accuracy")
    assert names_of(SCORE, small(), {"train.loss": 1.0}) == ("train.loss",)
    assert names_of(EFFORT, small(), KNOWN) == ("seconds",)
    assert names_of(EFFORT, small(), KNOWN | {"goal.update": 5.0}) == ("goal.update", "seconds")


def test_the_best_is_chosen_by_the_validation_part_where_there_is_one():
    assert (
        judge("test.loss", KNOWN) == "test.loss" and judge("test.loss", {"validation.loss": 1.0}) == "validation.loss"
    )
    assert judge("train.loss", {"validation.loss": 1.0}) == "train.loss"
    report = judged({"test.loss": (0.1, 0.3), "validation.loss": (0.4, 0.2)}, "test.loss")
    assert (
        words(report)
        == "Best by the validation part: median validation.loss 0.2 at optimizer.lr=0.2; there test.loss is 0.3."
    )


def test_without_one_it_is_told_that_it_was_seen_afterwards():
    assert words(judged({"test.loss": (0.1, 0.3)}, "test.loss")) == (
        "Lowest test loss, seen afterwards: median 0.1 at optimizer.lr=0.1. "
        "The best of 2 by the test part has not been tested."
    )
    assert words(judged({"test.accuracy": (0.1, 0.3)}, "test.accuracy")).startswith(
        "Highest test accuracy, seen afterwards"
    )


def test_what_is_equally_good_is_named():
    study = Study(small(), (Axis("optimizer.lr", (0.1, 0.2, 0.3, 0.4)),))
    planned = plan(study)

    def told(*values: float) -> str:
        pairs = zip(planned, values, strict=True)
        results = {each.key: Result(each.key, "", {"train.loss": value}) for each, value in pairs}
        report = Report.of(study, planned, Made("finished", results, 0, 0.0), ("train.loss",))
        return verdict(report, lambda found: f"Samples {report.cells.index(found) + 1}00")

    assert told(0.1, 0.2, 0.1, 0.1) == "Best median of train.loss: 0.1 at Samples 100, equally at 300 and 400."
    assert told(0.1, 0.1, 0.1, 0.1).endswith("at Samples 100, equally at 200, 300 and 400.")
    assert told(0.3, 0.2, 0.1, 0.1).endswith("at Samples 300, equally at 400.")
    assert told(0.3, 0.2, 0.1, 0.4).endswith("at Samples 300.")


def test_of_the_training_part_no_such_thing_is_said():
    assert (
        words(judged({"train.loss": (0.1, 0.3)}, "train.loss")) == "Best median of train.loss: 0.1 at optimizer.lr=0.1."
    )
    assert words(Report.of(Study(small()), (), Made("finished", {}, 0, 0.0), ("train.loss",))) == ""
