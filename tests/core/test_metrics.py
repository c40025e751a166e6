"""A run owns its metrics: what it takes in, and which run stands behind a new one."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from core.documents import edits
from core.experiment import Experiment
from core.frames import Mark, RunState, Update
from core.history import metrics as run_metrics
from core.history.lowest import Low
from core.history.metrics import History, Metrics, ghost_of

CIRCLE, XOR = (Experiment.parse({"data": {"kind": kind}}) for kind in ("circle", "xor"))


def told(*updates: int, run: int = 1, marks: tuple[Mark, ...] = (), baselines=None) -> Update:
    at = np.array(updates, dtype=float)
    columns = {"update": at, "train.loss": 1 / (1 + at)} if updates else {}
    return Update(run, RunState.running, 0, 0.0, 0, 0.0, 0.0, columns, {}, marks=marks, baselines=baselines)


def of(*updates: int, run: int = 1, experiment: Experiment = CIRCLE) -> Metrics:
    made = Metrics(run, experiment)
    made.take(told(*updates, run=run))
    return made


def test_many_updates_make_one_history_whenever_somebody_looks():
    made = Metrics(1, CIRCLE)
    for update in range(3 * run_metrics.MOST_FRESH):
        made.take(told(update))
    assert made.history.column("update").mean.tolist() == list(range(3 * run_metrics.MOST_FRESH))
    assert made.history is made.history and made.returns == 0


def test_who_goes_back_leaves_neither_evaluations_nor_flags_behind():
    made = Metrics(1, CIRCLE)
    made.take(told(0, 5, 10, marks=(Mark(5, "live", "early"), Mark(10, "live", "late"))))
    made.take(told(5))
    assert made.history.column("update").mean.tolist() == [0, 5] and made.returns == 1
    assert [mark.text for mark in made.marks] == ["early"]


def test_flags_and_yardsticks_stay_until_there_are_newer_ones():
    made = Metrics(1, CIRCLE)
    made.take(told(0, baselines={"test.baseline": 0.5}))
    made.take(told(5, marks=tuple(Mark(5, "live", str(number)) for number in range(2 * run_metrics.MOST_MARKS))))
    made.take(told())
    assert made.baselines == {"test.baseline": 0.5}
    assert len(made.marks) == run_metrics.MOST_MARKS and made.marks[-1].text == str(2 * run_metrics.MOST_MARKS - 1)


def test_news_of_another_run_are_refused():
    with pytest.raises(ValueError, match="run 2"):
        of(0, 5).take(told(10, run=2))


def test_behind_a_run_stands_the_last_one_that_learned_the_same():
    first, second = of(0, 5, 10), of(0, run=2)
    assert ghost_of(first, None, CIRCLE) is first
    assert ghost_of(second, first, CIRCLE) is first, "the second never learned"
    assert ghost_of(first, None, XOR) is None and ghost_of(second, None, CIRCLE) is None


def test_the_same_again_takes_no_other_run_away():
    """Adam after SGD, and Adam once more from the same start: SGD still stands behind it."""
    adam = edits.replace(CIRCLE, "optimizer.kind", "adam")
    sgd, first = of(0, 5, 10), of(0, 5, run=2, experiment=adam)
    assert ghost_of(first, sgd, adam) is sgd
    assert ghost_of(first, None, adam) is first and ghost_of(first, sgd, CIRCLE) is first
    assert ghost_of(first, sgd, edits.replace(adam, "speed", "max")) is sgd, "nothing of it is in a curve"
    first.take(told(10, run=2, marks=(Mark(10, "goal", "reached"),)))
    assert ghost_of(first, sgd, adam) is sgd
    first.take(told(15, run=2, marks=(Mark(10, "put", "by hand"),)))
    assert ghost_of(first, sgd, adam) is first, "it went another way"


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 10, 11, 23, 200])
def test_curves_that_were_kept_go_on_as_if_never_put_aside(count):
    """Block by block, and in the figures; within the block that was not full yet smallest, largest, mean and newest."""
    rng = np.random.Generator(np.random.PCG64(count))
    rows = {"update": np.arange(count + 40.0), "test.loss": rng.normal(size=count + 40)}
    rows["test.loss"][3] = np.nan
    whole, part = History(8), History(8)
    for history in (whole, part):
        history.add({name: values[:count] for name, values in rows.items()})
    kept = History.of(part.at_rest(), 8)
    for more in (slice(count, count), slice(count, count + 1), slice(count + 1, count + 40)):
        for history in (whole, kept):
            history.add({name: values[more] for name, values in rows.items() if len(values[more])})
        assert (len(kept), kept.size, kept.names) == (len(whole), whole.size, whole.names)
        for name in whole.names:
            one, other = kept.column(name), whole.column(name)
            assert np.allclose(
                [one.low, one.high, one.mean], [other.low, other.high, other.mean], rtol=1e-9, equal_nan=True
            )
            assert np.array_equal(one.last, other.last, equal_nan=True)


def test_curves_at_rest_know_their_newest_figures():
    history = History(4)
    history.add({"update": np.arange(7.0), "test.loss": np.array([3.0, 1.0, 2.0, 9.0, 5.0, 4.0, 4.5])})
    kept = history.at_rest()
    assert (kept.size, kept.left, kept.newest) == (2, 1, {"update": 6.0, "test.loss": 4.5})
    assert kept.blocks["test.loss"].tolist() == [[1, 3, 2], [2, 9, 5.5], [4, 5, 4.5], [4.5, 4.5, 4.5]]


def losses(first: int, values: list[float], name: str = "test.loss") -> Update:
    at = np.arange(first, first + len(values), dtype=float)
    return dataclasses.replace(told(), metrics={"update": at, "train.loss": at, name: np.array(values)})


def test_the_lowest_loss_is_known_with_its_very_update_however_many_there_are():
    made, generator = Metrics(1, CIRCLE), np.random.default_rng(0)
    values = 1 + generator.random(5000)
    values[[777, 4001]] = 0.5, 0.25
    for first in range(0, 5000, 500):
        made.take(losses(first, values[first : first + 500].tolist()))
        low, seen = made.lowest, values[: first + 500]
        assert low == Low("test.loss", int(seen.argmin()), float(seen.min()))
    assert made.history.size > 1
    made.take(losses(4000, [2.0]))
    assert made.lowest == Low("test.loss", 777, 0.5), "what came after is not there any more"
    assert made.branched(700, 2).lowest == Low("test.loss", int(values[:701].argmin()), float(values[:701].min()))


def test_of_a_long_descent_few_records_are_kept_and_each_was_measured():
    made, values = Metrics(1, CIRCLE), np.linspace(3, 1, 3000)
    for update in range(0, 3000, 60):
        made.take(losses(update, values[update : update + 60].tolist()))
    assert made.lowest == Low("test.loss", 2999, 1.0)
    low = made.branched(1500, 2).lowest
    assert low is not None and low.update <= 1500 and low.value == pytest.approx(values[1500], rel=0.01)


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_no_lowest_loss(value):
    made = Metrics(1, CIRCLE)
    assert made.lowest is None
    made.take(losses(0, [value, value]))
    assert made.lowest is None
    made.take(losses(2, [value, 3.0, value, 4.0], "validation.loss"))
    assert made.lowest == Low("validation.loss", 3, 3.0)


def test_of_a_value_that_is_dragged_the_last_mark_holds():
    made = Metrics(1, CIRCLE)
    for rate in ("0.1", "0.2"):
        made.take(
            told(5, marks=(Mark(5, "live", f"η is {rate}", "optimizer.lr"), Mark(5, "live", "noise", "data.noise")))
        )
    assert [mark.text for mark in made.marks] == ["η is 0.2", "noise"]
