"""What luck does to a run: which starts are made, that their numbers are those of `run --seed`, and what is said."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

import main as entry
from core.experiment import Experiment
from core.luck.band import band
from core.luck.found import Found, found, goal_words, written
from core.luck.question import DATA, MANY, ORDER, WEIGHTS, Question
from core.luck.start import Start
from core.luck.work import News, Work, at_once
from core.runs.many import many, one
from core.runs.seeds import reseeded
from core.studies.drawn import Picture
from tests.building.experiments import layer, small
from tests.building.waiting import until

pytestmark = pytest.mark.usefixtures("kernel")
NOTHING = lambda _outcome: None  # noqa: E731 nothing is drawn


def answered(question: Question, known: tuple[Start, ...] = (), draw=NOTHING) -> tuple[list[Start], list[News]]:
    """All starts of a question, and what was told on the way."""
    work, starts, told = Work(question, known, draw), list(known), []
    work.start()

    def over() -> bool:
        told.append(work.poll())
        starts.extend(told[-1].starts)
        return told[-1].over

    until(over, 120)
    assert work.close(20)
    return starts, told


def start(number: int, figure: float, ended: str = "", name: str = "test.loss", experiment=None) -> Start:
    """A start that has come to a figure in a straight line."""
    at = np.arange(0.0, 101.0, 10.0)
    return Start(
        number, experiment or small(), 100, ended, {name: figure}, name, at, np.linspace(1.0, figure, len(at))
    )  # fmt: skip


# Which starts


def test_the_first_is_the_run_itself_and_the_others_have_the_luck_of_a_seed():
    question = Question(small(), 40, 4)
    own, *others = question.experiments
    assert own == small()
    for number, other in enumerate(others, start=1):
        assert other == reseeded(small(), number, ("weights", "batches", "dropout"))


def test_who_wants_more_begins_with_the_same():
    assert Question(small(), 40, 100).experiments[:20] == Question(small(), 40, 20).experiments


@pytest.mark.parametrize(
    ("luck", "words", "about"),
    [
        ((WEIGHTS, ORDER), "20 starts · same data and split · other weights and order", "about other starts on these data and this split"),
        ((WEIGHTS,), "20 starts · same data and split and order · other weights", "about other weights on these data and this split in this order"),
        ((ORDER,), "20 starts · same data and split and weights · other order", "about other orders on these data and this split with these weights"),
        ((DATA, WEIGHTS, ORDER), "20 starts · other data and split, weights and order", "about other data and splits and starts"),
    ],
)  # fmt: skip
def test_what_is_the_same_is_said(luck, words, about):
    question = Question(small(), 40, luck=luck)
    assert (question.words, question.about) == (words, about)


def test_only_the_luck_that_is_named_differs():
    for experiment in Question(small(), 40, 5, (DATA,)).experiments[1:]:
        assert experiment.seeds.data != small().seeds.data
        assert experiment.seeds.weights == small().seeds.weights


# Their numbers


def test_the_numbers_of_a_start_are_those_of_the_command_with_its_seed(tmp_path, capsys):
    experiment = small(data={"kind": "circle", "samples": 60, "noise": 0.2})
    starts, _ = answered(Question(experiment, 45, 4, (DATA, WEIGHTS, ORDER)))
    file = tmp_path / "small.toml"
    experiment.save(file)
    for start in starts[1:]:
        assert entry.main(["run", str(file), "--seed", str(start.number - 1), "--updates", "45", "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        for part in ("train", "test"):
            assert told[part]["loss"] == start.figures[f"{part}.loss"]
            assert told[part]["accuracy"] == start.figures[f"{part}.accuracy"]


@pytest.mark.parametrize("kind", ["kernel", "sessions"])
def test_each_is_what_the_same_run_is_by_itself(kind):
    experiment = small(layers=[layer(4, normalization="layer")]) if kind == "sessions" else small()
    question = Question(experiment, 33, 3)
    for start, each in zip(answered(question)[0], question.experiments, strict=True):
        expected = one(each, 33)
        assert start.figures == expected.figures
        np.testing.assert_array_equal(start.values, expected.curves[start.name])


def test_what_is_known_is_not_made_again():
    first, _ = answered(Question(small(), 30, 2))
    question = Question(small(), 30, 5)
    more, told = answered(question, tuple(first))
    assert [start.number for news in told for start in news.starts] == [3, 4, 5]
    assert [start.experiment for start in more] == list(question.experiments)


def test_pictures_come_with_the_starts_and_of_a_thousand_five():
    drawn = Picture(*(np.zeros((3, 4, 3), np.uint8) for _ in range(2)))
    _, told = answered(Question(small(), 20, 3), draw=lambda _: drawn)
    assert {number for news in told for number in news.pictures} == {1, 2, 3}
    starts, told = answered(Question(small(), 2, MANY), draw=lambda _: drawn)
    summary = [news.found for news in told if news.found is not None][-1]
    assert len(starts) == MANY == len(summary.starts)
    assert {number for news in told for number in news.pictures} == {each.number for _, each in summary.examples}


def test_of_long_runs_few_are_held_at_a_time():
    assert at_once(Question(small(), 100)) == 100  # an evaluation every 5 updates
    assert at_once(Question(small(), 250_000)) == 9
    assert at_once(Question(small(), 10**9)) == 1


def test_starts_that_are_made_in_parts_are_the_same(monkeypatch):
    question = Question(small(), 30, 7)
    whole, _ = answered(question)
    monkeypatch.setattr("core.luck.work.EVALUATIONS", 14)  # of two starts
    parts, _ = answered(question)
    assert [start.number for start in parts] == list(range(1, 8))
    assert [start.figures for start in parts] == [start.figures for start in whole]


def test_a_long_course_is_thinned_and_keeps_its_ends():
    (outcome,) = many([small(evaluate_every=1)], 1000)
    assert outcome is not None
    made = Start.of(1, outcome)
    assert len(made.at) == 200 and (made.at[0], made.at[-1]) == (0, 1000)
    assert (made.values[0], made.values[-1]) == (outcome.curves[made.name][0], made.figure)


# Stopping


def test_whoever_stops_it_is_not_kept_waiting_by_a_long_run():
    work = Work(Question(small(), 10**9), (), NOTHING)
    work.start()
    assert work.close(20)
    news = work.poll()
    assert news.over and not news.starts and not news.problem


def test_a_stopped_one_keeps_what_was_made():
    work, made = Work(Question(small(), 2000, MANY), (), NOTHING), []

    def some() -> bool:
        made.extend(work.poll().starts)
        return len(made) >= 3

    work.start()
    until(some)
    assert work.close(20)
    last = work.poll()
    made.extend(last.starts)
    assert last.over and 3 <= len(made) < MANY
    assert last.found is not None and len(last.found.starts) == len(made)


def test_what_cannot_be_is_a_sentence():
    _, told = answered(Question(small(engine="eager", device="cuda"), 20, 2))
    assert "cuda" in told[-1].problem.lower()


# What is said


def test_with_a_goal_the_share_is_said_with_its_interval():
    experiment = Experiment.parse({"goal": {"metric": "test.accuracy", "value": 0.97}})
    figures = [0.98] * 17 + [0.9] * 3
    starts = [start(n, figure, name="test.accuracy", experiment=experiment) for n, figure in enumerate(figures, 1)]
    summary = found(Question(experiment, 100), starts)
    assert summary is not None
    assert summary.sentence == (
        "17 of 20 reach 97 %, a 95 % interval of 64 to 95 % (Wilson), about other starts on these data and this split."
    )


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ({"metric": "test.loss", "value": 0.05}, "a test loss of 0.05"),
        ({"metric": "train.mistakes", "value": 0}, "0 training mistakes"),
        ({"metric": "test.r2", "value": 0.95}, "a test R² of 0.95"),
        ({"metric": "test.accuracy", "value": 0.975}, "97.5 %"),
        (
            {"metric": "coverage.share", "value": 0.9, "text": "Nine of ten are near."},
            "the goal (Nine of ten are near)",
        ),
    ],
)
def test_what_is_reached_is_said(goal, said):
    experiment = Experiment.parse(
        {"goal": goal, "data": {"kind": "sine"} if "r2" in goal["metric"] else {"kind": "circle"}}
    )
    assert experiment.goal is not None and goal_words(experiment, experiment.goal) == said


def test_a_goal_for_another_loss_is_none():
    goal = {"metric": "test.loss", "value": 0.05, "loss": "mean_squared"}
    experiment = small(goal=goal)
    summary = found(Question(experiment, 100), [start(1, 0.04, experiment=experiment)])
    assert summary is not None and summary.reached is None and "median" in summary.sentence


def test_without_a_goal_the_median_and_the_middle_are_said():
    summary = found(Question(small(), 100), [start(n, n / 10) for n in range(1, 12)])
    assert summary is not None and summary.reached is None
    assert summary.sentence == (
        "Of 11 starts the median test loss is 0.6, the middle 80 % lie from 0.2 to 1,"
        " about other starts on these data and this split."
    )


def test_that_some_have_diverged_is_said():
    starts = [start(n, n / 10) for n in range(1, 11)]
    summary = found(Question(small(), 100), [*starts, start(11, math.nan, "diverged")])
    assert summary is not None and summary.sentence.endswith("on these data and this split. 1 diverged.")
    assert "diverged" not in Found(Question(small(), 100), tuple(starts)).sentence


@pytest.mark.parametrize(
    ("value", "said"), [(0.031, "0.031"), (-2.2e11, "−2.2e11"), (1.5e-7, "1.5e−7"), (-math.inf, "−∞"), (math.nan, "no number")]
)  # fmt: skip
def test_values_are_written_as_they_are_read(value, said):
    assert written(small(), "test.loss", value) == said


def test_the_best_come_first_and_what_has_diverged_last():
    starts = [start(1, 0.5), start(2, math.nan, "diverged"), start(3, 0.1), start(4, 0.5)]
    assert [each.number for each in Found(Question(small(), 100), tuple(starts)).in_order] == [3, 1, 4, 2]
    rising = [start(n, figure, name="test.accuracy") for n, figure in ((1, 0.5), (2, 0.9))]
    assert [each.number for each in Found(Question(small(), 100), tuple(rising)).in_order] == [2, 1]


def test_a_thousand_are_told_by_five():
    summary = found(Question(small(), 100, MANY), [start(n, float(n)) for n in range(1, 1001)])
    assert summary is not None
    assert [(share, each.number) for share, each in summary.examples] == [
        (0.1, 101), (0.25, 251), (0.5, 501), (0.75, 750), (0.9, 900),
    ]  # fmt: skip


def test_the_band_holds_the_middle_of_each_update():
    made = band([start(n, n / 10) for n in range(1, 12)], falling=True)
    np.testing.assert_array_equal(made.at, np.arange(0.0, 101.0, 10.0))
    assert (made.low[0], made.high[0]) == (1.0, 1.0)
    np.testing.assert_allclose((made.low[-1], made.middle[-1], made.high[-1]), (0.2, 0.6, 1.0))


def test_a_diverged_run_is_above_the_band_from_there_on():
    made = band([start(1, 0.5), start(2, 0.5, "diverged")], falling=True)
    assert np.isfinite(made.high[:-1]).all() and made.high[-1] == np.inf


def test_the_best_come_first_by_the_validation_part_where_there_is_one():
    starts, _ = answered(Question(small(), 20, 5))
    plain = found(Question(small(), 20, 5), starts)
    assert plain is not None and plain.best_first == plain.in_order
    assert plain.untested == "The best of 5 by the test part has not been tested."
    question = Question(small(validation_share=0.3), 40, 5)
    starts, _ = answered(question)
    watched = found(question, starts)
    assert watched is not None and watched.untested == "" and watched.name.startswith("test.")
    figures = [start.figures[watched.name.replace("test", "validation")] for start in watched.best_first]
    assert figures == sorted(figures, reverse=not watched.falling)
