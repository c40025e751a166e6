"""Which column helps: against a loop over rows, shuffles and columns; and what is said of it."""

from __future__ import annotations

import json
import math

import numpy as np
import pytest

import main as entry
from core import random
from core.documents.edits import replace_all
from core.experiment import Experiment
from core.importance.columns import NO_ANSWERS, NO_COLUMNS, columns_of, no_cause, reason_against
from core.importance.shuffling import DIVERGED, UNTAUGHT, Shuffling
from core.luck.columns import ColumnsFound, ColumnsWork, StartCosts, columns_found
from core.luck.question import Question
from core.messages import number_words
from core.probes.dependence import Dependence
from core.probes.importance import Importance, affordable
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.places import PRESETS
from tests.building.presets import preset
from tests.building.waiting import until

pytestmark = pytest.mark.usefixtures("kernel")
TITANIC = {
    "data": {"kind": "titanic"},
    "inputs": {"scaling": "standardize"},
    "layers": [layer(4)],
    "loss": {"kind": "cross_entropy"},
    "optimizer": {"kind": "adam", "lr": 0.02},
    "batch_size": 64,
}
CURVE = {"data": {"kind": "sine"}, "layers": [layer(5)], "loss": {"kind": "mean_squared"}}


@pytest.fixture(scope="module")
def titanic() -> Session:
    session = Session(small(**TITANIC))
    session.advance(60)
    return session


def _right(session: Session, raw: np.ndarray, row: int) -> bool:
    """Whether one row with these raw values is answered as its passenger was."""
    output = session.learner.outputs(session.prepared.encode(raw[None]))[0, 0]
    return bool((output > 0) == session.prepared.table.y[row])


def test_costs_are_those_of_a_plain_loop(titanic):
    frame = titanic.frame(Importance(shuffles=3))
    prepared, info = titanic.prepared, frame.info
    raw, rows = prepared.table.x[prepared.test], prepared.test
    assert info["columns"] == ("class", "age", "sex") and info["ticks"] == (3, 1, 1)
    own = [_right(titanic, raw[place], row) for place, row in enumerate(rows)]
    assert info["score"] == pytest.approx(sum(own) / len(rows))
    places = {"class": [0, 1, 2], "age": [3], "sex": [4]}
    for number, name in enumerate(info["columns"]):
        lost = np.zeros(len(rows))
        for shuffle in range(3):
            order = random.permutation(
                random.key(titanic.experiment.seeds.data, f"importance {name}", shuffle), len(rows)
            )
            wrong = 0
            for place, row in enumerate(rows):
                changed = raw[place].copy()
                for column in places[name]:  # all ticks of one question move together
                    changed[column] = raw[order[place], column]
                right = _right(titanic, changed, row)
                wrong += own[place] - right
                lost[place] += (own[place] - right) / 3
            assert frame.arrays["drops"][number, shuffle] == pytest.approx(wrong / len(rows))
        error = math.sqrt(sum((each - lost.mean()) ** 2 for each in lost) / (len(rows) - 1) / len(rows))
        assert frame.arrays["error"][number] == pytest.approx(error)


def test_the_same_seed_gives_the_same_numbers_and_another_one_others(titanic):
    first, again = (titanic.frame(Importance(shuffles=2)) for _ in range(2))
    assert np.array_equal(first.arrays["drops"], again.arrays["drops"])
    other = Session(small(**TITANIC | {"seeds": {"data": 2}}))
    other.advance(60)
    assert not np.array_equal(first.arrays["rises"], other.frame(Importance(shuffles=2)).arrays["rises"])


def test_of_values_it_is_r2_that_falls():
    session = Session(small(**CURVE))
    session.advance(20)
    shuffling = Shuffling(session.moment())
    assert shuffling.score == pytest.approx(session.evaluate()["test.r2"])
    (column,) = columns_of(session.prepared)
    cost = shuffling.cost(column, 2)
    y = session.prepared.table.y[session.prepared.test]
    order = random.permutation(random.key(session.experiment.seeds.data, f"importance {column.name}", 1), len(y))
    raw = session.prepared.table.x[session.prepared.test][order]
    error = session.learner.outputs(session.prepared.encode(raw))[:, 0] - y
    r2 = 1 - (error**2).sum() / ((y - y.mean()) ** 2).sum()
    assert cost.drops[1] == pytest.approx(shuffling.score - r2)
    assert cost.rises[1] == pytest.approx((error**2).mean() - session.evaluate()["test.loss"])


def test_of_several_answers_all_have_to_be_right():
    session = Session(preset("two-answers"))
    session.advance(30)
    shuffling = Shuffling(session.moment())
    assert shuffling.score == pytest.approx(session.evaluate()["test.accuracy"])
    frame = session.frame(Dependence())
    assert frame.info["outputs"] == ("neither", "in disc", "above line", "both")
    assert frame.arrays["mean"].sum(axis=1) == pytest.approx(1.0)
    assert session.frame(Importance(shuffles=1)).info["label"] == "All right"


def test_constructed_inputs_move_with_their_column():
    """x₁ is shuffled before x₁² and x₁x₂ are made of it."""
    session = Session(small(inputs={"features": ["x1^2", "x1*x2"]}))
    session.advance(20)
    columns = columns_of(session.prepared)
    assert [column.places for column in columns] == [(0,), (1,)]
    cost = Shuffling(session.moment()).cost(columns[0], 1)
    rows = session.prepared.test
    order = random.permutation(random.key(session.experiment.seeds.data, f"importance {columns[0].name}", 0), len(rows))
    raw = session.prepared.table.x[rows].copy()
    raw[:, 0] = raw[order, 0]
    right = (session.learner.outputs(session.prepared.encode(raw))[:, 0] > 0) == session.prepared.table.y[rows]
    assert cost.drop == pytest.approx(session.evaluate()["test.accuracy"] - right.mean())


def test_only_columns_that_the_network_is_given_are_asked():
    session = Session(small(**TITANIC | {"inputs": {"features": ["sex", "class = 1st"], "scaling": "standardize"}}))
    assert [column.name for column in columns_of(session.prepared)] == ["class", "sex"]


def test_without_a_test_part_the_training_part_is_shuffled():
    session = Session(small(data={"kind": "holiday"}))
    session.advance(500)
    info = session.frame(Importance(shuffles=1)).info
    assert info["part"] == "train" and info["rows"] == 8


@pytest.mark.parametrize(
    "preset, said",
    [
        ("digits-dense", NO_COLUMNS),
        ("sunspots", NO_COLUMNS),
        ("names", NO_COLUMNS),
        ("gan-ring", NO_ANSWERS),
        ("circle", ""),
        ("curve", ""),
        ("wine", ""),
    ],
)
def test_pictures_and_sequences_have_no_columns(preset, said):
    assert reason_against(Experiment.load(PRESETS / f"{preset}.toml")) == said


def test_a_run_that_has_diverged_has_no_score(titanic):
    session = Session(titanic.experiment)
    session.learner.write(slice(None), np.full_like(session.vector(), np.nan))
    assert session.frame(Importance(shuffles=1)).info == {"problem": DIVERGED}
    assert session.frame(Dependence()).info == {"problem": DIVERGED}


def test_of_a_network_that_has_not_learned_nothing_is_told(titanic):
    """Also where early stopping has brought the start back; but weights that a file brings along may know something."""
    session = Session(titanic.experiment)
    start = session.vector().copy()
    assert session.frame(Importance(shuffles=1)).info == {"problem": UNTAUGHT}
    session.advance(60)
    assert not session.frame(Importance(shuffles=1)).info.get("problem")
    session.learner.write(slice(None), start)
    assert session.updates == 60 and session.frame(Importance(shuffles=1)).info == {"problem": UNTAUGHT}
    weights = {"output.bias": [0.5]}
    brought = Session(replace_all(titanic.experiment, (("start", {"weights": weights}),)))
    assert Shuffling(brought.moment()).ignorance != UNTAUGHT


@pytest.mark.parametrize("experiment, points", [(TITANIC, True), (CURVE, False)])
def test_what_is_no_better_than_an_answer_that_never_looks_says_nothing(experiment, points):
    """Against the majority class, or the mean, of the training part; a lower loss alone is knowledge too."""
    session = Session(small(**experiment))
    y, train, test = session.prepared.table.y, session.prepared.train, session.prepared.test
    mean = y[train].mean()
    right = (y[test] == round(mean)).mean() if points else 1 - ((y[test] - mean) ** 2).mean() / y[test].var()
    same = np.zeros_like(session.vector())
    same[-1] = np.log(mean / (1 - mean)) if points else mean  # the output's bias: always the best constant answer
    session.learner.write(slice(None), same + 1e-6)
    shuffling = Shuffling(session.moment())
    figure = f"{100 * right:.1f} %" if points else number_words(right)
    assert shuffling.ignorance.count(figure) == 2 and "on the test rows" in shuffling.ignorance
    assert session.frame(Importance(shuffles=1)).info == {"problem": shuffling.ignorance}
    learned = Session(session.experiment)
    learned.advance(300)
    assert Shuffling(learned.moment()).ignorance == ""


@pytest.mark.parametrize("columns, rows", [(5, 2000), (100, 2000), (200, 1000), (500, 200)])
def test_of_many_columns_fewer_rows_are_looked_at(columns, rows):
    assert affordable(columns, 10) == rows


# Along a column


def _said(session: Session, raw: np.ndarray) -> float:
    outputs = session.learner.outputs(session.prepared.encode(raw))[:, 0]
    return float(np.mean([1 / (1 + math.exp(-output)) for output in outputs]))


def test_partial_dependence_is_the_mean_over_the_rows(titanic):
    prepared = titanic.prepared
    raw = prepared.table.x[prepared.test]
    frame = titanic.frame(Dependence(column="age"))
    ages = raw[:, 3][~np.isnan(raw[:, 3])]
    assert frame.arrays["values"][0] == ages.min() and frame.arrays["values"][-1] == ages.max()
    for place in (0, 11, 30):
        changed = raw.copy()
        changed[:, 3] = frame.arrays["values"][place]
        assert frame.arrays["mean"][place, 0] == pytest.approx(_said(titanic, changed))
    by_class = titanic.frame(Dependence(column="class"))
    assert by_class.info["words"] == ("1st", "2nd", "3rd")
    for place, ticks in enumerate(np.eye(3)):
        changed = raw.copy()
        changed[:, :3] = ticks
        assert by_class.arrays["mean"][place, 0] == pytest.approx(_said(titanic, changed))


def test_the_middle_80_percent_of_the_rows_lie_in_the_band(titanic):
    prepared = titanic.prepared
    raw = prepared.table.x[prepared.test].copy()
    raw[:, 4] = 1.0
    outputs = titanic.learner.outputs(prepared.encode(raw))[:, 0]
    arrays = titanic.frame(Dependence(column="sex")).arrays
    expected = np.quantile(1 / (1 + np.exp(-outputs)), (0.1, 0.9))
    assert [arrays["low"][1, 0], arrays["high"][1, 0]] == pytest.approx(expected.tolist(), rel=1e-5)


# Over starts


def _found(*drops: tuple[float, ...]) -> ColumnsFound:
    question = Question(small(**TITANIC), 10, len(drops))
    starts = [
        StartCosts(number, 10, ("class", "sex"), np.array(each), 0.8, "test", 328)
        for number, each in enumerate(drops, start=1)
    ]
    found = columns_found(question, starts)
    assert found is not None
    return found


def test_what_is_said_of_starts():
    found = _found((0.1, 0.2), (0.3, 0.2), (0.0, 0.2), (math.nan, math.nan))
    assert found.dearest == (1, 2) and found.order == (1, 0)
    assert found.sentence == (
        "sex costs most in 2 of 3 starts, class in 1: about other starts on these data and this split. 1 without a score."
    )
    assert found.bands[0].tolist() == pytest.approx([0.02, 0.1, 0.26])
    assert columns_found(found.question, [found.starts[-1]]) is None


def test_each_start_is_a_run_of_its_own():
    """The first has the experiment's own luck: what it is told of is what the run itself is told."""
    experiment = small(**TITANIC)
    work = ColumnsWork(Question(experiment, 20, 3), shuffles=2)
    work.start()
    starts: list[StartCosts] = []

    def over() -> bool:
        pieces, done, problem = work.news()
        starts.extend(pieces)
        assert not problem
        return done

    until(over)
    assert work.close(10) and sorted(start.number for start in starts) == [1, 2, 3]
    first = next(start for start in starts if start.number == 1)
    session = Session(experiment)
    session.advance(20)
    drops = session.frame(Importance(shuffles=2, most=0)).arrays["drops"]
    assert first.drops == pytest.approx(drops.mean(axis=1))


# The command


def _told(capsys, *typed: str) -> tuple[int, str, str]:
    status = entry.main(["importance", *typed])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_the_command_prints_what_a_session_says(capsys):
    status, out, _ = _told(capsys, "titanic", "--updates", "30", "--shuffles", "2", "--json")
    found = json.loads(out)
    session = Session(Experiment.load(PRESETS / "titanic.toml"))
    session.advance(30)
    frame = session.frame(Importance(shuffles=2, most=0))
    assert status == 0 and found["updates"] == 30 and found["rows"] == 328 and found["shuffles"] == 2
    for place, name in enumerate(frame.info["columns"]):
        assert found["columns"][name]["drops"] == pytest.approx(frame.arrays["drops"][place].tolist())
        assert found["columns"][name]["standard_error"] == pytest.approx(float(frame.arrays["error"][place]))
    drops = [column["drop"] for column in found["columns"].values()]
    assert drops == sorted(drops, reverse=True) and "starts" not in found


def test_the_table_and_what_has_to_be_known_of_it(capsys):
    status, out, _ = _told(capsys, "titanic", "--updates", "30", "--starts", "2")
    lines = out.splitlines()
    assert status == 0 and "328 rows of the test part, after 30 updates; each column shuffled 10 times" in lines[0]
    assert lines[1].split("  ")[0] == "column" and lines[1].endswith("10 % of starts  median  90 %")
    assert sorted(line.split()[0] for line in lines[2:5]) == ["age", "class", "sex"]
    falls = [float(line.split()[1].replace("−", "-")) for line in lines[2:5]]
    assert falls == sorted(falls, reverse=True)
    assert " costs most in " in lines[-2] and lines[-2].endswith("about other starts on these data and this split.")
    assert lines[-1] == (
        "It is what this network uses, not what decides survival in the world; columns that tell the same hide each "
        "other's cost."
    )


@pytest.mark.parametrize(
    "typed, said",
    [
        (("digits-dense",), NO_COLUMNS),
        (("gan-ring",), NO_ANSWERS),
        (("there-is-none.toml",), "cannot be read"),
        (("titanic", "--shuffles", "1"), "must be a whole number, at least 2"),
        (("titanic", "--starts", "0"), "must be a whole number, at least 1"),
        (("beale",), "must be 'network', not 'race'"),
    ],
)
def test_bad_input_is_one_sentence(capsys, typed, said):
    status, out, err = _told(capsys, *typed)
    assert status == 2 and not out and said in err and len(err.strip().splitlines()) == 1


def test_the_world_is_named_for_data_from_the_world_alone():
    told = {name: no_cause(preset(name), "class") for name in ("titanic", "iris", "circle", "pass")}
    assert told["titanic"] == told["iris"] == ", not what decides class in the world"
    assert told["circle"] == told["pass"] == ""
