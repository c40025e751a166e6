"""Two sides from the same starts: which pairs are made, that each start is what it is alone, and what is said."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.documents.edits import replace
from core.luck.as_row import pairs_as_row
from core.luck.pair_work import PairNews, PairWork
from core.luck.paired import NOT_COMPARED, Paired, PairedQuestion, paired
from core.luck.question import ORDER
from core.luck.start import Start
from core.messages import BadInput
from core.runs.many import one
from core.runs.seeds import START, reseeded
from core.runs.statistics import median_interval
from tests.building.experiments import layer, small
from tests.building.presets import preset
from tests.building.waiting import until

pytestmark = pytest.mark.usefixtures("kernel")
A, B = small(), small(optimizer={"kind": "sgd", "lr": 1.0})
MEAN = {"data": {"kind": "plane", "samples": 40}, "loss": {"kind": "mean_squared"}}


def start(number: int, figure: float, ended: str = "", name: str = "test.loss") -> Start:
    at = np.array([0.0, 10.0])
    return Start(number, small(), 10, ended, {name: figure}, name, at, np.array([1.0, figure]))


def of(first: list[float], second: list[float], name: str = "test.loss", **more) -> Paired:
    sides = [[start(place, value, name=name) for place, value in enumerate(side, start=1)] for side in (first, second)]
    found = paired(PairedQuestion((A, B), (10, 10), **more), sides, name)
    assert found is not None
    return found


def told(lower: int, higher: int, ties: int = 0) -> Paired:
    count = lower + higher + ties
    return of([1.0] * count, [0.5] * lower + [2.0] * higher + [1.0] * ties)


def made(question: PairedQuestion, known: Paired | None = None) -> tuple[Paired | None, list[PairNews]]:
    work, news, newest = PairWork(question, known), [], known
    work.start()

    def over() -> bool:
        nonlocal newest
        news.append(work.poll())
        newest = news[-1].paired or newest
        return news[-1].over

    until(over, 60)
    assert work.close(20) and not news[-1].problem
    return newest, news


def test_each_start_is_what_it_is_alone_and_both_of_a_pair_have_the_same_luck():
    found, news = made(PairedQuestion((A, B), (20, 30), count=4))
    assert found is not None and len(found.pairs) == 4 and news[-1].made == 4
    for place, (first, second) in enumerate(found.pairs):
        for side, updates, own in ((A, 20, first), (B, 30, second)):
            alone = side if place == 0 else reseeded(side, place, START)
            outcome = one(alone, updates)
            assert own.experiment == alone and own.figures["test.loss"] == outcome.figures["test.loss"]
        assert first.experiment.seeds == second.experiment.seeds


def test_who_wants_more_begins_with_those_that_there_are():
    few, _ = made(PairedQuestion((A, B), (5, 5), count=2))
    more, _ = made(PairedQuestion((A, B), (5, 5), count=3), few)
    assert few is not None and more is not None and more.pairs[:2] == few.pairs and len(more.pairs) == 3


def test_a_start_without_its_twin_is_no_pair():
    question = PairedQuestion((A, B), (10, 10))
    assert paired(question, ([start(1, 0.5)], [])) is None
    found = paired(question, ([start(1, 0.5), start(3, 0.5)], [start(3, 0.4)]))
    assert found is not None and found.lines == ((0.5, 0.4),)


@pytest.mark.parametrize(
    ("lower", "higher", "ties", "said"),
    [
        (15, 5, 0, "B ends lower in 15 of 20 starts (sign test, p = 0.04)."),
        (14, 6, 0, "B ends lower in 14 of 20 starts: not told apart by 20 (sign test, p = 0.12)."),
        (5, 15, 0, "B ends higher in 15 of 20 starts (sign test, p = 0.04)."),
        (14, 3, 3, "B ends lower in 14 of 17 starts (sign test, p = 0.01); 3 ended alike and are left out."),
        (5, 0, 0, "B ends lower in 5 of 5 starts: not told apart by 5 (sign test, p = 0.06)."),
        (0, 0, 20, "All 20 ended alike."),
    ],
)
def test_what_is_said(lower, higher, ties, said):
    assert told(lower, higher, ties).sentence == said


def test_how_much_with_the_interval_of_the_sixth_and_the_fifteenth_of_twenty():
    second = [place / 100 for place in range(-4, 16)]
    found = of([0.0] * 20, second)
    assert found.difference[0] == pytest.approx(0.055)
    said = (
        "The median difference B − A of the test loss is +0.055, a 95 % interval of +0.01 to +0.1 (order statistics)."
    )
    assert found.how_much == said
    few = of([0.0] * 5, [0.1] * 5)
    assert few.how_much == "The median difference B − A of the test loss is +0.1; of so few pairs there is no interval."


def test_a_run_that_has_diverged_is_worse_than_all_others():
    question = PairedQuestion((A, B), (10, 10))
    first = [start(1, 0.5), start(2, 9e9, "diverged"), start(3, math.nan, "diverged")]
    found = paired(question, (first, [start(1, 1e9, "diverged"), start(2, 0.1), start(3, 0.2, "diverged")]))
    assert found is not None and found.lines == ((0.5, math.inf), (math.inf, 0.1), (math.inf, math.inf))
    assert (found.test.lower, found.test.higher, found.test.ties) == (1, 1, 1)
    assert found.how_much == "", "no difference is a number"


def test_where_more_is_better_the_worst_is_below_all():
    found = of([0.9, 0.8], [0.95, math.nan], "test.accuracy")
    assert not found.falling and found.lines[1] == (0.8, -math.inf)
    assert (found.test.higher, found.test.lower) == (1, 1)


def test_losses_of_two_kinds_are_not_compared():
    classes = small(layers=[layer(4)])
    assert PairedQuestion((classes, classes), (1, 1)).figures[0] == "test.loss"
    hinge = small(loss={"kind": "hinge"})
    assert PairedQuestion((classes, hinge), (1, 1)).figures == ("test.accuracy", "train.accuracy")
    assert not PairedQuestion((classes, small(**MEAN)), (1, 1)).figures
    assert paired(PairedQuestion((classes, small(**MEAN)), (1, 1)), ([start(1, 1.0)], [start(1, 1.0)])) is None
    assert "losses are not the same" in NOT_COMPARED


def test_what_they_have_in_common_and_what_may_be_concluded():
    question = PairedQuestion((A, B), (10, 10), luck=(ORDER,))
    assert question.words == "20 starts of each · same data and split and weights · other order"
    assert not question.own_data
    for edit in (("data.noise", 0.3), ("seeds.data", 7), ("data.shuffle_pixels", True)):
        base = preset("digits-dense") if edit[0].endswith("pixels") else A
        own = PairedQuestion((base, replace(base, *edit)), (10, 10))
        assert own.words == "20 starts of each · each its own data, the same in every start · other weights and order"
    assert PairedQuestion((A, B), (10, 10)).words == "20 starts of each · same data and split · other weights and order"
    assert told(3, 2).about.startswith("This is about other starts on these data and this split.")
    ordered = of([1.0], [2.0], luck=(ORDER,)).about
    assert ordered.startswith("This is about other orders on these data and this split with these weights.")
    assert "not at its best" in told(3, 2).about


@settings(max_examples=40)
@given(st.lists(st.floats(-1, 1).filter(lambda value: value != 0.0), min_size=6, max_size=40))
def test_two_are_told_apart_where_the_interval_leaves_nothing_out(differences):
    found = of([0.0] * len(differences), differences)
    interval = median_interval(differences)
    assert interval is not None
    assert found.test.told_apart == (interval.low > 0 or interval.high < 0)


@pytest.mark.parametrize(
    ("counts", "came"),
    [((15, 5), "B lower in 15 of 20"), ((3, 9, 8), "B higher in 9 of 12"), ((0, 0, 20), "all alike")],
)
def test_what_came_of_pairs_is_one_row_of_the_list(counts, came):
    found = told(*counts)
    row = pairs_as_row(found)
    assert row.words == f"20 starts of A | B (η 0.1 → 1): {came} · {A.data.label}"
    assert (row.kind, row.count, row.updates, row.figures) == ("pairs", 40, 10, {}), "no run has the figure of a pair"
    assert row.told == f"{found.sentence} {found.how_much}"


def test_a_row_of_sides_that_ended_apart_says_after_how_many_updates_each():
    sides = [[start(1, value)] for value in (1.0, 2.0)]
    row = pairs_as_row(paired(PairedQuestion((A, A), (10, 30)), sides))
    assert row.updates == 30 and row.told.startswith("After 10 and 30 updates. ") and " | B: " in row.words


def test_a_question_about_pairs_is_asked_again_as_it_was():
    question = PairedQuestion((A, B), (20, 30), ("A", "C"), luck=(ORDER,))
    assert PairedQuestion.loads(question.dumps()) == question
    for text in ("", "{}", "[]", '{"sides": [1, 2]}', question.dumps().replace("[20, 30]", "[20]")):
        with pytest.raises(BadInput):
            PairedQuestion.loads(text)
