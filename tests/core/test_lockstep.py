"""Runs of one learning thread get on in step, and each is what it would be alone, to the last bit."""

from __future__ import annotations

import itertools
import threading
import types

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.comparison.comparison import Pace
from core.data.batches import Batches, Cursor
from core.documents.edits import replace
from core.experiment import Experiment
from core.frames import RunState
from core.threads import commands, lane, lockstep
from core.threads.learning_thread import LearningThread
from core.threads.line import Enter, Line
from core.threads.milestones import MOST, Milestones
from core.threads.runner import Runner
from core.threads.trainer import Trainer
from core.threads.wires import Begin, Order
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.gan_by_hand import game
from tests.building.runners import Watcher
from tests.building.waiting import until

pytestmark = pytest.mark.usefixtures("kernel")
BASE = {"speed": "max"}


class Lanes:
    """The loop of a learning thread, gone through by hand."""

    def __init__(self, *experiments: Experiment, pace: Pace = "updates") -> None:
        self.line = Line()
        self.trainer = Trainer(self.line)
        self.runners = [Runner(experiment) for experiment in experiments]  # never started
        for runner in self.runners:
            self.line.send(runner.run, Begin(Order(runner.experiment), runner.wires))
        self.line.send(self.runners[0].run, commands.KeepStep(pace))
        self.trainer.obey()
        self.all = [self.trainer.lanes[runner.run] for runner in self.runners if runner.run in self.trainer.lanes]

    @property
    def sessions(self) -> list[Session]:
        return [each.session for each in self.all]

    @property
    def updates(self) -> list[int]:
        return [session.updates for session in self.sessions]

    @property
    def samples(self) -> list[int]:
        return [session.samples for session in self.sessions]

    def send(self, command, place: int = 0) -> None:
        self.line.send(self.runners[place].run, command)
        self.trainer.obey()
        for each in self.all:
            each.tell(playing=self.trainer.playing)

    def learn(self, most: int = 10_000) -> None:
        """Up to the end of all runs, or of a step."""
        for _ in range(most):
            if not (self.trainer.playing or self.trainer.ahead or not self.trainer.lockstep.even):
                return
            self.trainer.turn()

    def states(self) -> list[RunState]:
        return [runner.poll().state for runner in self.runners]

    def close(self) -> None:
        for each in self.all:
            each.close()


@pytest.fixture(autouse=True, scope="module")
def patience():
    """Time enough for all to come up at once, however much else runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lockstep, "PATIENCE", 60.0)
        yield


@pytest.fixture
def lanes():
    made: list[Lanes] = []

    def make(*experiments, **more) -> Lanes:
        made.append(Lanes(*experiments, **more))
        return made[-1]

    yield make
    for each in made:
        each.close()


def alone(experiment: Experiment, updates: int) -> np.ndarray:
    session = Session(experiment)
    session.advance(updates)
    return session.vector()


OTHERS = [
    small(**BASE, optimizer={"kind": "adam"}),
    small(**BASE, engine="eager"),
    small(**BASE, engine="fused", layers=[layer(8, "relu")], penalties=[{"kind": "l2"}]),
    small(**BASE, data={"kind": "plane", "samples": 40}, layers=[layer(3)], batch_size="all", loss={"kind": "mean_squared"}),
    small(**BASE, data={"kind": "recall", "samples": 40, "steps": 4}, layers=[{"kind": "rnn", "units": 3}], loss={"kind": "cross_entropy"}),
    small(**BASE, data={"kind": "digits", "samples": 60}, layers=[{"kind": "dropout", "share": 0.5}, layer(4)], loss={"kind": "cross_entropy"}),
    small(**BASE, layers=[], rule={"kind": "perceptron"}, loss={"kind": "mistakes"}),
    small(**BASE, rule={"kind": "chance"}),
    small(**BASE, rule={"kind": "hand"}),
    small(**BASE, data={"kind": "cloud", "samples": 40}, task={"kind": "gan"}, layers=[layer(3)], loss=None),
]  # fmt: skip


@pytest.mark.parametrize(("pace", "others"), [("updates", OTHERS), ("samples", OTHERS[:2]), ("seconds", OTHERS[:2])])
def test_each_is_what_it_is_alone_whatever_stands_beside_it(lanes, pace, others):
    together = [small(**BASE), *others]
    ends = [30 + 3 * place for place in range(len(together))]
    experiments = [replace(each, "stop.updates", end) for each, end in zip(together, ends, strict=True)]
    found = lanes(*experiments, pace=pace)
    found.send(commands.Resume())
    found.learn()
    assert found.updates == ends and set(found.states()) == {RunState.finished}
    for experiment, session, end in zip(experiments, found.sessions, ends, strict=True):
        assert np.array_equal(session.vector(), alone(experiment, end)), experiment.layers


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.sampled_from([1, 2, 7, "player", "epoch", "all η", "B's η", "slice", "pause"]), max_size=8),
    st.sampled_from(["updates", "samples", "seconds"]),
)
def test_what_is_done_on_the_way_is_what_it_would_be_alone(deeds, pace):
    first, second = small(speed=200), small(speed=200, batch_size=7)
    found, own = Lanes(first, second, pace=pace), [Session(first), Session(second)]
    for deed in deeds:
        match deed:
            case int():
                found.send(commands.Step("update", deed))
            case "player" | "epoch":
                found.send(commands.Step(deed))
            case "all η" | "B's η":
                for place in (0, 1) if deed == "all η" else (1,):
                    changed = replace(found.sessions[place].experiment, "optimizer.lr", 0.5)
                    own[place].advance(found.updates[place] - own[place].updates)
                    own[place].apply(changed)
                    found.send(commands.Apply(changed), place)
            case "slice":
                found.send(commands.Resume())
                found.trainer.turn()
                found.send(commands.Pause())
            case _:
                found.send(commands.Pause())
        found.learn()
        if pace == "updates":
            assert found.updates[0] == found.updates[1]
        if pace == "samples":
            assert abs(found.samples[0] - found.samples[1]) < 10
    for place, session in enumerate(own):
        session.advance(found.updates[place] - session.updates)
        assert np.array_equal(session.vector(), found.sessions[place].vector())
    found.close()


def test_by_samples_all_have_seen_as_many_when_the_largest_batch_is_full(lanes):
    found = lanes(*(small(**BASE, batch_size=size) for size in (1, 10, "all")), pace="samples")
    found.send(commands.Step("update"))
    assert found.samples == [30, 30, 30] and found.updates == [30, 3, 1]
    found.send(commands.Resume())
    for _ in range(3):
        found.trainer.turn()
        assert len(set(found.samples)) == 1 and found.samples[0] > 30
    found.send(commands.Pause())
    found.send(commands.Step("epoch"))
    found.learn()
    assert len(set(found.samples)) == 1


def test_by_samples_nobody_is_ahead_by_more_than_a_batch(lanes):
    found = lanes(*(small(**BASE, batch_size=size) for size in (7, 9)), pace="samples")
    for _ in range(20):
        found.send(commands.Step("update"))
        assert 0 <= found.samples[0] - found.samples[1] < 7


def test_who_was_ahead_by_less_than_a_batch_waits_where_they_go_on(lanes):
    experiments = [small(**BASE, batch_size=size) for size in (7, 9)]
    found = lanes(*experiments, pace="samples")
    for session, updates in zip(found.sessions, (2, 1), strict=True):
        session.advance(updates)
    found.send(commands.KeepStep("samples"))
    assert found.samples == [14, 9]
    for _ in range(20):
        found.send(commands.Step("update"))
        assert 0 <= found.samples[0] - found.samples[1] < 7


def test_by_seconds_all_have_learned_as_long(lanes, monkeypatch):
    clock = types.SimpleNamespace(now=0.0)
    watch = types.SimpleNamespace(monotonic=lambda: clock.now)
    for module in (lane, lockstep):
        monkeypatch.setattr(module, "time", watch)
    found = lanes(small(**BASE), small(**BASE), pace="seconds")
    for session, cost in zip(found.sessions, (1.0, 0.25), strict=True):
        monkeypatch.setattr(session, "advance", _slowly(session.advance, clock, cost))
    for _ in range(5):
        found.send(commands.Step("update"))
        found.learn()
    assert found.updates[0] == 5 and found.all[0].seconds == 5.0
    assert found.updates[1] == 20 and found.all[1].seconds == 5.0


def _slowly(advance, clock, cost):
    """Updates that take so many seconds each of a clock."""

    def slowly(updates, late, *limits):
        made = 0
        while made < updates and not (late() or limits[0][0]):
            made += advance(1, late, *limits)
            clock.now += cost
        return made

    return slowly


def test_one_that_has_ended_stands_still_and_the_others_go_on(lanes):
    found = lanes(small(**BASE, stop={"updates": 5}), small(**BASE, stop={"updates": 9}))
    found.send(commands.Resume())
    while found.trainer.lanes and found.updates[0] < 5:
        found.trainer.turn()
    found.send(commands.Pause())
    found.send(commands.Resume())  # one may go on: nobody goes beyond its end
    found.learn()
    assert found.updates == [5, 9] and found.states() == [RunState.finished] * 2
    found.send(commands.Step("update"))  # all stand at their ends
    assert found.updates == [6, 10] and found.states() == [RunState.paused] * 2


def test_a_run_that_diverges_does_not_end_its_twin(lanes):
    wild = {
        "data": {"kind": "plane", "samples": 60},
        "layers": [],
        "loss": {"kind": "mean_squared"},
        "evaluate_every": 1,
    }
    found = lanes(
        small(**BASE, **wild, optimizer={"kind": "sgd", "lr": 30.0}, stop={"updates": 200}),
        small(**BASE, **wild, optimizer={"kind": "sgd", "lr": 0.01}, stop={"updates": 200}),
    )
    found.send(commands.Resume())
    found.learn()
    assert found.states() == [RunState.diverged, RunState.finished] and found.updates[1] == 200


def test_the_longest_step_is_told_to_any_and_made_by_all(lanes):
    found = lanes(small(**BASE), small(**BASE, optimizer={"kind": "adam"}))
    found.send(commands.Step("update", 300), place=1)
    found.learn()
    assert found.updates == [300, 300] and found.states() == [RunState.paused] * 2


def test_player_by_player_the_others_make_the_update_with_it(lanes):
    found = lanes(game(**BASE), game(**BASE))
    found.send(commands.Step("player"), place=1)
    assert found.updates == [0, 0]
    found.send(commands.Step("player"), place=1)
    assert found.updates == [1, 1]


def test_what_cannot_be_made_up_at_once_is_made_between_two_commands(lanes, monkeypatch):
    monkeypatch.setattr(lockstep, "PATIENCE", -1.0)
    found = lanes(small(**BASE), small(**BASE))
    found.send(commands.Step("update"))
    assert found.updates == [1, 0] and found.trainer._idle_time() == 0.0  # noqa: SLF001
    found.trainer.turn()
    assert found.updates == [1, 1] and found.trainer._idle_time() is None  # noqa: SLF001


def test_a_hand_changes_one_run_alone(lanes):
    found = lanes(small(**BASE), small(**BASE))
    found.send(commands.SetParameter("h1.weight", (0, 0), 9.0), place=1)
    assert [session.vector()[0] == 9.0 for session in found.sessions] == [False, True]


def test_the_past_of_all_is_where_they_were_then(lanes):
    found = lanes(small(**BASE, batch_size=2), small(**BASE, batch_size=6), pace="samples")
    found.send(commands.Step("update", 20))
    found.learn()
    assert found.updates == [60, 20]
    found.send(commands.Recall(30), place=0)
    until(lambda: all(_shown(runner) for runner in found.runners))
    assert [_shown(runner) for runner in found.runners] == [30, 10]
    found.send(commands.Recall(None), place=1)
    assert not any(each._time_machine.looking_back for each in found.all)  # noqa: SLF001


def _shown(runner: Runner, known: dict[int, int] = {}) -> int | None:  # noqa: B006 what came last is remembered
    recalled = runner.poll().recalled
    if recalled is not None and recalled.figures is not None:
        known[runner.run] = recalled.updates
    return known.get(runner.run)


def test_memory_that_runs_out_pauses_all(lanes, monkeypatch):
    found = lanes(small(**BASE), small(**BASE))
    found.send(commands.Step("update"))
    monkeypatch.setattr(found.sessions[1], "advance", _no_memory)
    found.send(commands.Resume())
    found.trainer.turn()
    updates = [runner.poll() for runner in found.runners]
    assert [update.state for update in updates] == [RunState.paused] * 2 and all(update.paused for update in updates)
    assert not found.trainer.playing and found.trainer.lockstep.even


def _no_memory(*_):
    raise MemoryError


def test_runners_share_a_thread_and_are_polled_each(caplog):
    first = Runner(small(**BASE))
    second = Runner(small(**BASE, optimizer={"kind": "adam"}), beside=first)
    watchers = [Watcher(first), Watcher(second)]
    for runner in (first, second):
        runner.start()
    second.send(commands.Step("update", 40))
    for watcher in watchers:
        watcher.until(lambda update: update.updates == 40 and update.state is RunState.paused)
    assert second.close() and first.alive and not second.alive
    first.send(commands.Step("update"))
    watchers[0].until(lambda update: update.updates == 41)
    third = Runner(small(**BASE), beside=first)
    third.start()
    third.send(commands.Step("update", 2))
    watchers[0].until(lambda update: update.updates == 43)
    assert first.close() and third.alive and third.close() and not first.alive
    again = Runner(small(**BASE), beside=first)  # the thread has ended: another one begins
    again.start()
    assert again.alive and again.close() and not caplog.records


def two_in_step() -> tuple[Runner, Runner, list[Watcher]]:
    """Two runs of one thread, both at update 30, with who listens to them."""
    first = Runner(small(**BASE))
    second = Runner(small(**BASE, optimizer={"kind": "adam"}), beside=first)
    watchers = [Watcher(first), Watcher(second)]
    for runner in (first, second):
        runner.start()
    first.send(commands.Step("update", 30))
    for watcher in watchers:
        watcher.until(lambda update: update.updates == 30)
    return first, second, watchers


def test_a_run_that_parts_rests_and_goes_on_alone_as_it_would_have():
    first, second, watchers = two_in_step()
    first.send(commands.Resume())
    second.part()
    second.send(commands.TakeSnapshot(1))
    watchers[1].until(lambda update: bool(update.snapshots))
    rested = watchers[1].updates[-1].updates
    first.send(commands.Pause())
    watchers[0].until(lambda update: update.state is RunState.paused)
    second.send(commands.Step("update", 20))
    watchers[1].until(lambda update: update.updates == rested + 20 and update.state is RunState.paused)
    second.send(commands.TakeSnapshot(2))
    watchers[1].until(lambda update: 2 in dict(update.snapshots))
    alone = Session(second.experiment)
    alone.advance(rested + 20)
    taken = dict(pair for update in watchers[1].updates for pair in update.snapshots)
    assert np.array_equal(taken[2].parameters, alone.vector())
    assert first.alive and second.close() and first.close() and not (first.alive or second.alive)


def test_a_run_that_has_parted_comes_back_and_whoever_is_behind_comes_up():
    first, second, watchers = two_in_step()
    second.part()
    second.send(commands.Step("update", 20))
    watchers[1].until(lambda update: update.updates == 50)
    second.join(first)
    second.send(commands.TakeSnapshot(1))  # told on the way, obeyed there
    watchers[1].until(lambda update: 1 in dict(update.snapshots))
    watchers[0].until(lambda update: update.updates == 50)
    first.send(commands.Step("update", 5))
    for watcher in watchers:
        watcher.until(lambda update: update.updates == 55 and update.state is RunState.paused)
    first.send(commands.Recall(12))
    for watcher in watchers:
        watcher.until(lambda update: update.recalled is not None and update.recalled.updates == 12)
    for runner in (first, second):
        runner.send(commands.TakeSnapshot(2))
    for watcher, runner in zip(watchers, (first, second), strict=True):
        watcher.until(lambda update: 2 in dict(update.snapshots))
        taken = dict(pair for update in watcher.updates for pair in update.snapshots)
        assert np.array_equal(taken[2].parameters, alone(runner.experiment, 55))
    assert second.close() and first.close() and not (first.alive or second.alive)


def test_who_comes_while_all_look_back_looks_back_too_and_the_one_that_was_told_and_left_does_not():
    first, second, watchers = two_in_step()
    third = Runner(small(**BASE, optimizer={"kind": "rmsprop"}))
    watchers.append(Watcher(third))
    third.start()
    third.send(commands.Step("update", 30))
    watchers[2].until(lambda update: update.updates == 30)
    second.send(commands.Recall(12))
    for watcher in watchers[:2]:
        watcher.until(lambda update: update.recalled is not None and update.recalled.updates == 12)
    second.part()
    second.send(commands.Step("update", 5))
    watchers[1].until(lambda update: update.updates == 35)
    before = len(watchers[1].updates)
    third.join(first)
    watchers[2].until(lambda update: update.recalled is not None and update.recalled.updates == 12)
    second.send(commands.TakeSnapshot(1))
    watchers[1].until(lambda update: 1 in dict(update.snapshots))
    assert not any(update.recalled for update in watchers[1].updates[before:])
    assert third.close() and second.close() and first.close()


def holding_up(monkeypatch) -> threading.Event:
    """No run comes to another thread before that is set."""
    gate, adopt = threading.Event(), LearningThread.adopt
    monkeypatch.setattr(LearningThread, "adopt", lambda *place: gate.wait(30) and adopt(*place))
    return gate


def test_a_run_that_parts_and_comes_back_before_its_thread_has_heard_of_either_is_in_step(monkeypatch):
    first, second, watchers = two_in_step()
    gate = holding_up(monkeypatch)
    for number in range(3):  # its thread hears of the first of six moves, and waits
        second.part()
        second.send(commands.TakeSnapshot(2 * number))
        second.join(first)
        second.send(commands.TakeSnapshot(2 * number + 1))
    gate.set()
    watchers[1].until(lambda update: 5 in dict(update.snapshots))
    told = [ticket for update in watchers[1].updates for ticket, _ in update.snapshots]
    assert told == list(range(6)), "each where it was told, in the order in which it was"
    first.send(commands.Step("update", 5))
    for watcher in watchers:
        watcher.until(lambda update: update.updates == 35 and update.state is RunState.paused)
    second.send(commands.TakeSnapshot(6))
    watchers[1].until(lambda update: 6 in dict(update.snapshots))
    assert np.array_equal(dict(watchers[1].updates[-1].snapshots)[6].parameters, alone(second.experiment, 35))
    assert second.close() and first.close() and not (first.alive or second.alive)


def test_what_a_run_is_told_on_its_way_waits_though_all_others_have_left_the_thread(monkeypatch):
    first, second, watchers = two_in_step()
    second.part()
    second.send(commands.Step("update", 20))
    watchers[1].until(lambda update: update.updates == 50)
    gate = holding_up(monkeypatch)
    second.join(first)
    second.send(commands.TakeSnapshot(1))
    assert first.close() and not first.alive, "the thread that it is to come to has ended"
    gate.set()
    watchers[1].until(lambda update: 1 in dict(update.snapshots))
    assert second.close() and not second.alive


@pytest.mark.parametrize("pace", ["updates", "samples", "seconds"])
def test_who_comes_from_another_thread_is_caught_up_with_by_the_count_that_is_the_same_for_all(lanes, pace):
    found, other = lanes(small(**BASE), pace=pace), Lanes(small(**BASE, batch_size=28))
    for each, count in ((found, 10), (other, 30)):
        each.send(commands.Step("update", count))
        each.learn()
        each.all[0].here = 1.0
    lane = other.all[0]
    found.line.send(lane.run, Enter(lane))
    found.trainer.obey()
    found.learn()
    one, two = found.sessions[0], lane.session
    assert two.updates == 30 and (one.updates == {"updates": 30, "seconds": 10}.get(pace, one.updates))
    assert pace != "samples" or 0 <= one.samples - two.samples < one.learner.batches.size
    assert list(found.trainer.lanes) == [found.all[0].run, lane.run]
    other.close()


def test_a_run_that_cannot_begin_leaves_the_others_alone():
    from core.machine import device

    missing = next(choice for choice in device.choices() if choice.reason)
    first = Runner(small(**BASE))
    second = Runner(small(device=missing.key), beside=first)
    for runner in (first, second):
        runner.start()
    Watcher(second).state(RunState.failed)
    first.send(commands.Step("update"))
    Watcher(first).until(lambda update: update.updates == 1)
    assert first.close() and second.close()


def test_milestones_lie_evenly_between_those_that_were_set():
    found = Milestones()
    found.set(0, 0, 0.0)
    found.set(10, 100, 1.0)
    found.set(20, 300, 3.0)
    assert [found.at(5, "samples"), found.at(15, "samples"), found.at(15, "updates")] == [50.0, 200.0, 15.0]
    assert [found.updates_at("samples", 200.0), found.updates_at("seconds", 2.0), found.updates_at("samples", 900.0)] == [15, 15, 20]  # fmt: skip
    found.set(10, 90, 5.0)  # it is there again, and what came after is no more
    assert found.updates_at("samples", 900.0) == 10 and found.at(10, "samples") == 90.0


def test_milestones_are_thinned():
    found = Milestones()
    for updates in range(1, 2 * MOST):
        found.set(updates, 10 * updates, 0.1 * updates)
    assert len(found._rows) <= MOST and found.at(777, "samples") == 7770.0  # noqa: SLF001


@pytest.mark.parametrize("last_batch", ["keep", "drop", "carry"])
@pytest.mark.parametrize("size", [1, 7, 13, 29, 30])
def test_between_two_milestones_the_samples_are_right_to_within_a_batch(size, last_batch):
    batches, cursor, seen = Batches(small(batch_size=size, last_batch=last_batch), 30), Cursor(), [0]
    for _ in range(200):
        places, cursor = batches.next(cursor)
        seen.append(seen[-1] + len(places))
    found = Milestones()
    found.set(200, seen[-1], 1.0)
    largest = max(b - a for a, b in itertools.pairwise(seen))
    assert all(abs(found.at(update, "samples") - samples) <= largest for update, samples in enumerate(seen))
    assert all(abs(found.updates_at("samples", samples) - update) <= 1 for update, samples in enumerate(seen))
