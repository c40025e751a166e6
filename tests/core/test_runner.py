"""A run on its thread: it obeys, it steps, it answers only what is wanted, and it says why it failed."""

from __future__ import annotations

import contextlib
import logging
import pickle
from typing import Literal

import numpy as np
import pytest

from core.documents.edits import replace
from core.engines.eager import EagerEngine
from core.frames import RunState, Update
from core.messages import NEEDS_NEW_START
from core.probing.probe import Probe
from core.threads import commands
from core.threads.line import Line
from core.threads.news import Message, Paused
from core.threads.outbox import Outbox, Status
from core.threads.pacing import LONG, Pace
from core.threads.runner import Runner
from core.threads.trainer import Trainer
from core.threads.wires import Begin, Order
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.runners import Watcher, running
from tests.building.waiting import until

pytestmark = pytest.mark.usefixtures("kernel")
MADE: list[int] = []


class Counting(Probe):
    """A picture that notes when it is made."""

    kind: Literal["counting"] = "counting"

    def compute(self, moment):
        MADE.append(moment.updates)
        return {"update": np.array([moment.updates])}, {}


class Broken(Probe):
    kind: Literal["broken"] = "broken"

    def compute(self, moment):
        raise ArithmeticError("no such picture")


def _vector(watcher: Watcher, ticket: int = 1) -> np.ndarray:
    watcher.runner.send(commands.TakeSnapshot(ticket))
    update = watcher.until(lambda update: update.snapshots)
    return update.snapshots[0][1].parameters


def test_it_waits_for_play_and_ends_at_its_end():
    with running(small(speed="max", stop={"updates": 50})) as watcher:
        watcher.until(lambda update: any(u.prepared for u in watcher.updates))
        assert watcher.poll().state is RunState.idle and watcher.poll().updates == 0
        watcher.runner.send(commands.Resume())
        update = watcher.state(RunState.finished)
        assert (update.updates, update.samples, update.epochs) == (50, 300, 10.0)
        watcher.poll()
        assert watcher.all("update") == [0, *range(5, 51, 5)]
        assert len(watcher.all("test.accuracy")) == 11 and len(watcher.all("seconds")) == 11


def test_the_first_updates_bring_data_baselines_engine_and_device():
    with running(small()) as watcher:
        watcher.until(lambda update: any(u.engine for u in watcher.updates))
        first = next(update for update in watcher.updates if update.engine)
        assert (first.engine, first.engine_reason, first.device) == ("fused kernel", "", "cpu")
        so_far = watcher.updates[: watcher.updates.index(first) + 1]
        (baselines,) = (update.baselines for update in so_far if update.baselines)
        (prepared,) = (update.prepared for update in so_far if update.prepared)
        assert {"train.baseline", "test.baseline_loss"} <= set(baselines) and prepared.outputs == 1


def test_after_pause_there_is_no_further_update():
    with running(small(speed="max"), playing=True) as watcher:
        watcher.until(lambda update: update.updates > 20)
        watcher.runner.send(commands.Pause())
        stopped_at = watcher.state(RunState.paused).updates
        vector = _vector(watcher)
        assert watcher.poll().updates == stopped_at
        assert np.array_equal(_vector(watcher, 2), vector)


def test_play_goes_on_beyond_the_end():
    with running(small(speed="max", stop={"updates": 20}), playing=True) as watcher:
        watcher.state(RunState.finished)
        watcher.runner.send(commands.Resume())
        watcher.until(lambda update: update.updates > 40)


def test_play_goes_on_at_once_from_where_the_weights_were_put_after_the_end():
    with running(small(speed="max", stop={"updates": 20}), playing=True) as watcher:
        watcher.state(RunState.finished)
        vector = _vector(watcher)
        watcher.runner.send(commands.PutAt(vector + 0.1, "by hand", drag=False))
        watcher.until(lambda update: any(mark.kind == "put" for mark in update.marks))
        watcher.runner.send(commands.Resume())
        watcher.until(lambda update: update.updates > 40)


def test_three_sizes_of_step():
    with running(small(batch_size=3)) as watcher:
        send = watcher.runner.send
        send(commands.Step("player"))
        update = watcher.until(lambda update: update.step is not None)
        assert (update.step.number, update.step.of, update.step.updates) == (0, 1, 1), "a lone one's turn is the update"
        watcher.until(lambda update: update.updates == 1)
        send(commands.Step("update"))
        watcher.until(lambda update: update.updates == 2)
        send(commands.Step("epoch"))
        watcher.until(lambda update: update.updates == 12)
        assert watcher.state(RunState.paused).epochs == pytest.approx(1.2)
        send(commands.Step("update", 100))
        watcher.until(lambda update: update.updates == 112)
        vector = _vector(watcher)
        assert np.array_equal(_vector(watcher, 2), vector), "and there it stands"


def test_a_run_that_is_ended_in_a_long_step_ends_quietly(caplog):
    with running(small(engine="eager")) as watcher, caplog.at_level(logging.ERROR):
        watcher.runner.send(commands.Step("update", 10**9))
        watcher.until(lambda update: update.updates > 3)
    assert not caplog.records


def test_a_picture_is_made_only_when_it_is_wanted_and_the_last_one_was_taken():
    probe = Counting()
    MADE.clear()
    with running(small()) as watcher:
        runner = watcher.runner
        step = commands.Step("update")
        for _ in range(3):
            runner.send(step)
        watcher.until(lambda update: update.updates == 3)
        assert MADE == [], "nobody looks: nothing is made"
        runner.send(commands.Show({"a": probe}))
        watcher.until(lambda update: watcher.frames("a"))
        assert len(MADE) == 1
        for _ in range(4):
            runner.send(step)
        until(lambda: runner.status[1] == 7)
        until(lambda: len(MADE) == 2)
        for _ in range(4):
            runner.send(step)
        until(lambda: runner.status[1] == 11)
        assert len(MADE) == 2, "the last picture still waits to be taken"
        watcher.until(lambda update: watcher.frames("a")[-1].update == 11)
        assert len(MADE) == 3
        runner.send(commands.Show({}))
        runner.send(step)
        watcher.until(lambda update: update.updates == 12)
        assert len(MADE) == 3, "hidden again: nothing is made"


def test_a_still_that_is_asked_for_is_handed_over_before_the_next_slice():
    runner = Runner(replace(small(), "speed", "max"), playing=True)  # never started: the loop is gone through by hand
    line = Line()
    trainer = Trainer(line)
    line.send(runner.run, Begin(Order(runner.experiment, playing=True), runner.wires))
    trainer.obey()
    lane = trainer.lanes[runner.run]
    trainer.learn()
    made = lane.session.updates
    line.send(runner.run, commands.Look(memory=False, version=-1))
    trainer.obey()
    assert runner.painter.still is not None and runner.painter.still.updates == lane.session.updates == made > 0
    assert lane.sought is None
    lane.close()


def test_a_picture_that_fails_does_not_end_the_run(caplog):
    with running(small(speed="max", stop={"updates": 30})) as watcher:
        with caplog.at_level(logging.CRITICAL, logger="core.threads.probe_job"):
            watcher.runner.send(commands.Show({"a": Broken(kind="broken")}))
            update = watcher.until(lambda update: update.message)
        assert "no such picture" in update.message
        watcher.runner.send(commands.Resume())
        watcher.state(RunState.finished)


def test_live_changes_and_what_needs_a_new_start():
    with running(small(speed="max"), playing=True) as watcher:
        watcher.runner.send(commands.Apply(replace(small(speed="max"), "optimizer.lr", 0.3)))
        update = watcher.until(lambda update: update.marks)
        assert (update.marks[0].text, update.marks[0].about) == ("η is 0.3", "optimizer.lr")
        watcher.runner.send(commands.Apply(replace(small(speed="max"), "layers.h1.units", 5)))
        assert "anew" in watcher.until(lambda update: update.message).message


def test_new_data_in_mid_run_are_told():
    with running(small()) as watcher:
        watcher.until(lambda update: any(u.prepared for u in watcher.updates))
        watcher.runner.send(commands.Apply(replace(small(), "data.samples", 80)))
        update = watcher.until(lambda update: update.prepared is not None)
        assert len(update.prepared.table.x) == 80 and update.baselines is not None


def test_a_weight_set_by_hand_and_one_that_is_not_there():
    with running(small()) as watcher:
        watcher.runner.send(commands.SetParameter("h1.weight", (0, 0), 9.0))
        assert _vector(watcher)[0] == 9.0
        watcher.runner.send(commands.LoadParameters({"h7.weight": [[1.0]]}))
        assert "no such parameter" in watcher.until(lambda update: update.message).message


def test_back_to_a_snapshot():
    session = Session(small())
    session.advance(7)
    with running(small(), snapshot=session.snapshot()) as watcher:
        watcher.until(lambda update: update.updates == 7)
        watcher.runner.send(commands.Step("epoch"))
        watcher.until(lambda update: update.updates > 7)
        watcher.runner.send(commands.Restore(session.snapshot()))
        watcher.until(lambda update: update.updates == 7)
        assert np.array_equal(_vector(watcher), session.vector())


def test_a_device_that_is_not_there_is_a_failed_run_with_a_sentence():
    missing = next(choice for choice in _choices() if choice.reason)
    with running(small(device=missing.key)) as watcher:
        update = watcher.state(RunState.failed)
        message = update.message or watcher.until(lambda update: update.message).message
        assert missing.reason in message


def _choices():
    from core.machine import device

    return device.choices()


def test_an_exception_ends_the_run_with_one_line(monkeypatch, caplog):
    def fail(*_):
        raise RuntimeError("shapes differ\nand more")

    monkeypatch.setattr(EagerEngine, "update", fail)
    with running(small(speed="max", engine="eager"), playing=True) as watcher:
        update = watcher.state(RunState.failed)
        message = update.message or watcher.until(lambda update: update.message).message
        assert "shapes differ. The log has the details" in message and "\n" not in message
    assert "Traceback" in caplog.text


def test_a_run_that_diverges_says_so_and_offers_a_smaller_rate():
    wild = small(
        data={"kind": "plane", "samples": 60},
        layers=[],
        loss={"kind": "mean_squared"},
        optimizer={"kind": "sgd", "lr": 30.0},
        evaluate_every=1,
    )
    with running(replace(wild, "speed", "max"), playing=True) as watcher:
        watcher.state(RunState.diverged)
        advice = (
            watcher.until(lambda update: any(u.advice for u in watcher.updates))
            and [u.advice for u in watcher.updates if u.advice][-1]
        )
        assert advice.kind == "diverged" and advice.offers[0].edits == (("optimizer.lr", 10.0),)


def test_three_runs_on_threads_equal_the_same_three_alone():
    experiments = [
        small(
            dtype="float32",
            speed="max",
            stop={"updates": 200},
            seeds={"weights": seed},
            layers=[layer(8, dropout=0.2), layer(4, "relu", "h2")],
            optimizer={"kind": kind},
        )
        for seed, kind in ((1, "sgd"), (2, "adam"), (3, "rmsprop"))
    ]
    with contextlib.ExitStack() as stack:
        watchers = [stack.enter_context(running(experiment, playing=True)) for experiment in experiments]
        together = [(watcher.state(RunState.finished), _vector(watcher))[1] for watcher in watchers]
    for experiment, vector in zip(experiments, together, strict=True):
        alone = Session(experiment)
        alone.advance(1000)
        assert np.array_equal(alone.vector(), vector)


# The clock


class Clock:
    def __init__(self, monkeypatch) -> None:
        self.now = 100.0
        monkeypatch.setattr("core.threads.pacing.time.monotonic", lambda: self.now)


@pytest.mark.parametrize("speed", [1.0, 3.0, 10.0, 100.0, 1000.0])
def test_ten_seconds_at_a_speed_make_ten_times_as_many_updates(monkeypatch, speed):
    """The clock is looked at a little too late each time, as a real thread does."""
    clock = Clock(monkeypatch)
    pace, made = Pace(), 0
    while clock.now < 110.0:
        clock.now += max(pace.wait(speed), 0.0) + 0.0013
        due = pace.due(speed)
        pace.made(due, due * 1e-5)
        made += due
    assert made == pytest.approx(10 * speed, rel=0.02, abs=1)


def test_after_a_long_delay_little_is_made_up_for(monkeypatch):
    clock = Clock(monkeypatch)
    pace = Pace()
    clock.now += 60.0
    pace.made(0, 0.0)
    assert pace.due(100.0) <= 10


def test_at_full_speed_a_slice_is_as_long_as_it_may_be(monkeypatch):
    Clock(monkeypatch)
    pace = Pace()
    for _ in range(50):
        pace.made(10, 10 * 2e-4)
    assert pace.due("max") == pytest.approx(150, abs=8)
    assert pace.due("max", LONG) == pytest.approx(500, abs=25), "an engine that tells on its way may take longer"
    assert pace.wait("max") == 0.0


def test_the_seconds_before_are_added_once_to_all_that_comes_out_whenever_it_was_told():
    with running(small(), seconds=2.0) as watcher:
        runner = watcher.runner
        runner.send(commands.Step("update", 10))
        until(lambda: runner.status.updates == 10 and runner.status.state is RunState.paused)
        runner.send(commands.Spent(5.0))
        assert watcher.poll().seconds == runner.status.seconds + 7.0
        assert len(watcher.all("seconds")) >= 3 and min(watcher.all("seconds")) >= 7.0
        runner.send(commands.Step("update", 10))
        watcher.until(lambda update: update.updates == 20 and update.state is RunState.paused)
        assert watcher.updates[-1].seconds == runner.status.seconds + 7.0 == watcher.all("seconds")[-1]


def _update_of(*news: object) -> Update:
    found = Outbox()
    for item in news:
        found.take(item)
    return found.update(1, Status(), 0.0, 0)


def test_why_a_run_has_paused_is_not_hidden_by_a_picture_that_fails_too():
    found = _update_of(Message("before"), Paused("no memory to train"), Message("no memory for a picture"))
    assert found.paused == found.message == "no memory to train"


def test_of_two_messages_in_one_poll_none_is_lost():
    found = _update_of(Message("no such parameter"), Message(NEEDS_NEW_START))
    assert found.messages == ("no such parameter", NEEDS_NEW_START) and not found.paused


def test_what_is_no_news_is_an_error_and_no_guess():
    with pytest.raises(TypeError, match="dict is no news"):
        _update_of({"step": 1})


@pytest.mark.parametrize("value", [Message("a"), Paused("b"), commands.Step("update", 3), commands.PutAt(np.zeros(2))])
def test_commands_and_news_can_be_sent_elsewhere(value):
    assert type(pickle.loads(pickle.dumps(value))) is type(value)
