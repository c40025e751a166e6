"""The picture thread: only what is wanted, all of a round from one Still, progressive pictures in chunks, nothing stale
after a jump."""

from __future__ import annotations

import contextlib
import logging
import threading
from typing import ClassVar, Literal

import numpy as np
import pytest

from core.documents.edits import replace
from core.frames import RunState
from core.history.still import Still
from core.probes.boundary import Boundary
from core.probes.layers import Layers
from core.probes.neurons import Neurons
from core.probes.weights import Weights
from core.probing.probe import Probe
from core.threads import commands
from core.threads.painter import FrameBatch, Painter
from core.training.session import Session
from tests.building.experiments import layer, small
from tests.building.runners import Watcher, running
from tests.building.waiting import until

pytestmark = pytest.mark.usefixtures("kernel")


class Where(Probe):
    """Says which moment it was made from."""

    kind: Literal["where"] = "where"

    def compute(self, moment):
        return {"update": np.array([moment.updates]), "vector": moment.weights.vector()}, {}


class Slow(Probe):
    """Comes in stages; between them it says how far it is, and waits for a permit where the test wants that."""

    kind: Literal["slow"] = "slow"
    of: int = 3
    ticket: int = 0
    permits: ClassVar[threading.Semaphore] = threading.Semaphore(0)
    dropped: ClassVar[list[int]] = []
    ended: ClassVar[list[int]] = []

    def stages(self, moment):
        try:
            for stage in range(self.of):
                yield None
                while not self.permits.acquire(timeout=0.001):
                    yield None
                yield (
                    {"update": np.array([moment.updates]), "vector": moment.weights.parameters()["h1.weight"]},
                    {"stage": (stage + 1, self.of)},
                )
            self.ended.append(moment.updates)
        except GeneratorExit:
            self.dropped.append(moment.updates)
            raise


class Fails(Probe):
    kind: Literal["fails"] = "fails"

    def stages(self, moment):
        yield {"a": np.zeros(1)}, {}
        raise ArithmeticError("the second stage is impossible")


class Clock:
    """Time that passes only by what the two pictures below cost."""

    now = 0.0
    work: ClassVar[list[str]] = []

    @classmethod
    def spend(cls, seconds: float, what: str) -> None:
        cls.now += seconds
        cls.work.append(what)


class Dear(Probe):
    """Made at one go, in a second."""

    kind: Literal["dear"] = "dear"

    def compute(self, moment):
        Clock.spend(1.0, "dear")
        return {"update": np.array([moment.updates])}, {}


class Long(Probe):
    """Thirty chunks of a tenth of a second."""

    kind: Literal["long"] = "long"

    def stages(self, moment):
        for _ in range(30):
            Clock.spend(0.1, "chunk")
            yield None
        Clock.work.append("over")
        yield {"update": np.array([moment.updates])}, {}


class Remembers(Probe):
    """What the optimizer's memory was."""

    kind: Literal["remembers"] = "remembers"
    needs_memory: ClassVar[bool] = True

    def compute(self, moment):
        return {"slots": np.array([moment.still.numbers.slots is not None and len(moment.still.numbers.slots)])}, {}


class Studio:
    """A painter and its learning thread, played by the test."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.asked: list[tuple[bool, int]] = []
        self.rounds: list[FrameBatch] = []
        self.problems: list[str] = []
        self.painter = Painter(
            7, lambda look: self.asked.append((look.memory, look.version)), self.rounds.append, self.problems.append
        )
        self.painter.start()

    def give(self) -> None:
        self.painter.give(self.session.still())

    def wait(self, rounds: int) -> FrameBatch:
        until(lambda: len(self.rounds) >= rounds)
        return self.rounds[rounds - 1]


@contextlib.contextmanager
def painting(session: Session):
    Slow.permits, Slow.dropped[:], Slow.ended[:] = threading.Semaphore(0), [], []
    studio = Studio(session)
    try:
        yield studio
    finally:
        studio.painter.stop()
        studio.painter.join(5.0)
        assert not studio.painter.alive


def test_nothing_is_asked_for_while_nothing_is_shown():
    with painting(Session(small())) as studio:
        studio.give()
        studio.painter.show({"a": Where(kind="where")})
        until(lambda: studio.asked)
        assert studio.asked == [(False, -1)], "a Still of before it was shown may be of long ago"
        studio.painter.show({})
        studio.give()
        studio.painter.show({"b": Where(kind="where")})
        until(lambda: len(studio.asked) == 2)
        assert not studio.rounds


def test_the_pictures_of_a_round_are_of_one_moment_and_come_together(monkeypatch):
    monkeypatch.setattr("core.threads.painter.TOGETHER", 10.0)
    session = Session(small())
    with painting(session) as studio:
        studio.painter.show({"a": Where(kind="where"), "slow": Slow(kind="slow"), "b": Where(kind="where")})
        Slow.permits.release(3)
        studio.give()
        first = studio.wait(1)
        assert set(first.frames) == {"a", "b", "slow"}, "the first stage came soon enough"
        session.advance(5)
        studio.painter.taken(("a", "b"))
        until(lambda: any(version >= 0 for _, version in studio.asked))
        studio.give()
        second = studio.wait(2)
        assert set(second.frames) == {"a", "b"} and {frame.update for frame in second.frames.values()} == {5}


def test_a_still_is_asked_for_once_and_only_when_the_last_picture_was_taken():
    session = Session(small())
    with painting(session) as studio:
        studio.painter.show({"a": Where(kind="where")})
        until(lambda: len(studio.asked) == 1)
        studio.give()
        studio.wait(1)
        session.advance(1)
        studio.give()
        assert len(studio.asked) == 1 and len(studio.rounds) == 1, "nobody has taken the first picture"
        studio.painter.taken(("a",))
        assert studio.wait(2).frames["a"].update == 1, "the Still at hand is newer"
        studio.painter.taken(("a",))
        until(lambda: len(studio.asked) == 2)
        assert studio.asked[-1] == (False, session.course.version)


def test_stages_come_one_by_one_as_they_are_taken_and_others_get_their_turn():
    session = Session(small())
    with painting(session) as studio:
        studio.painter.show({"slow": Slow(kind="slow")})
        studio.give()
        Slow.permits.release()
        assert studio.wait(1).frames["slow"].info["stage"] == (1, 3)
        session.advance(4)
        studio.painter.show({"slow": Slow(kind="slow"), "a": Where(kind="where")})
        until(lambda: studio.asked)
        studio.give()
        assert studio.wait(2).frames["a"].update == 4, "between two chunks"
        Slow.permits.release(2)
        studio.painter.taken(("slow",))
        last = studio.wait(3).frames["slow"]
        until(lambda: last.info["stage"] == (3, 3) or len(studio.rounds) > 3 or studio.painter.taken(("slow",)))
        last = studio.rounds[-1].frames["slow"]
        assert last.info["stage"] == (3, 3) and last.update == 0, "of the moment at which it was begun"
        assert np.array_equal(last.arrays["vector"], Session(small()).parameters()["h1.weight"]), (
            "the other picture's numbers are not mixed in"
        )


def test_a_stage_that_was_not_taken_gives_way_to_a_better_one():
    with painting(Session(small())) as studio:
        studio.painter.show({"slow": Slow(kind="slow")})
        studio.give()
        Slow.permits.release(3)
        studio.wait(1)
        until(lambda: Slow.ended)
        assert len(studio.rounds) == 1
        studio.painter.taken(("slow",))
        assert studio.wait(2).frames["slow"].info["stage"] == (3, 3)


def test_a_picture_that_was_just_asked_for_gets_as_much_time_as_the_rounds_of_the_others(monkeypatch):
    monkeypatch.setattr("core.threads.painter.time.monotonic", lambda: Clock.now)
    Clock.now, Clock.work[:] = 0.0, []
    session = Session(small())
    told = threading.Event()

    def tell(made: FrameBatch) -> None:
        """The run moves on and the screen has taken the picture at once: the next round is always due."""
        if "long" in made.frames:
            told.set()
            return
        session.advance(1)
        painter.give(session.still())
        painter.taken(("dear",))

    painter = Painter(7, lambda *_: None, tell, lambda _: None)
    painter.start()
    try:
        painter.show({"dear": Dear(kind="dear"), "long": Long(kind="long")})
        painter.give(session.still())
        assert told.wait(20)
    finally:
        painter.stop()
        painter.join(5.0)
    rounds = "".join({"dear": "D", "chunk": "c", "over": "."}[each] for each in Clock.work).split(".")[0].split("D")
    assert rounds[0] == "" and sum(map(len, rounds)) == 30 and len(rounds) >= 3
    assert all(len(chunks) >= 10 for chunks in rounds[1:-1]), "at least a second for each second of the others"


@pytest.mark.parametrize("how", ["hidden", "another", "renewed"])
def test_work_that_nobody_wants_any_more_is_dropped(how):
    session = Session(small())
    with painting(session) as studio:
        studio.painter.show({"slow": Slow(kind="slow")})
        studio.give()
        Slow.permits.release()
        studio.wait(1)
        if how == "renewed":
            studio.painter.renew()
        else:
            studio.painter.show({} if how == "hidden" else {"slow": Slow(kind="slow", ticket=1)})
        until(lambda: Slow.dropped)
        if how != "hidden":
            until(lambda: studio.asked)
            Slow.permits.release()
            session.advance(3)
            studio.give()
            found = studio.wait(2)
            assert found.frames["slow"].update == 3 and found.era == (how == "renewed")


def test_a_picture_that_fails_is_one_sentence_and_the_others_go_on(caplog):
    session = Session(small())
    with painting(session) as studio, caplog.at_level(logging.CRITICAL, logger="core.threads.probe_job"):
        studio.painter.show({"bad": Fails(kind="fails"), "a": Where(kind="where")})
        studio.give()
        studio.wait(1)
        until(lambda: studio.problems)
        assert studio.problems == ["The picture 'bad' cannot be made: the second stage is impossible"]
        session.advance(1)
        studio.painter.taken(("a", "bad"))
        studio.give()
        until(lambda: any(found.frames.get("a") and found.frames["a"].update == 1 for found in studio.rounds))


def test_a_network_that_cannot_be_built_is_a_sentence(caplog, monkeypatch):
    monkeypatch.setattr("core.engines.replica.Replica", _no_memory)
    with painting(Session(small())) as studio, caplog.at_level(logging.CRITICAL, logger="core.threads.painter"):
        studio.painter.show({"a": Where(kind="where")})
        studio.give()
        until(lambda: studio.problems)
        assert "out of memory while making pictures" in studio.problems[0]


def _no_memory(*_):
    raise MemoryError("no room")


# On a run


REQUESTS = {
    "boundary": Boundary(resolution=20),
    "neurons": Neurons(resolution=20),
    "layers": Layers(),
    "weights": Weights(),
}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"optimizer": {"kind": "adam"}, "layers": [layer(6, "relu", normalization="batch", dropout=0.2)]},
        {"penalties": [{"kind": "l1", "rate": 0.3, "kill": True}]},
        {"loss": {"kind": "half_squared"}, "engine": "fused", "dtype": "float32"},
    ],
)
def test_the_threads_pictures_equal_those_of_a_session_at_the_same_update(changes):
    experiment = small(speed="max", stop={"updates": 40}, **changes)
    with running(experiment, playing=True) as watcher:
        watcher.state(RunState.finished)
        watcher.runner.send(commands.Show(REQUESTS))
        watcher.until(lambda update: all(watcher.frames(name) for name in REQUESTS))
    session = Session(experiment)
    session.advance(40)
    for name, request in REQUESTS.items():
        found, expected = watcher.frames(name)[-1], session.frame(request)
        assert found.update == expected.update == 40
        np.testing.assert_equal(found.info, expected.info)
        for array in expected.arrays:
            assert np.array_equal(found.arrays[array], expected.arrays[array], equal_nan=True), array


def test_the_numbers_of_a_run_do_not_depend_on_its_pictures_nor_on_its_neighbours():
    experiments = [
        small(
            speed="max",
            stop={"updates": 150},
            dtype="float32",
            seeds={"weights": seed},
            layers=[layer(6, dropout=0.2, normalization="batch")],
        )
        for seed in (1, 2, 3)
    ]
    with contextlib.ExitStack() as stack:
        watchers = [stack.enter_context(running(experiment, playing=False)) for experiment in experiments]
        for watcher in watchers[:2]:
            watcher.runner.send(commands.Show(REQUESTS | {"slow": Slow(kind="slow")}))
        Slow.permits = threading.Semaphore(1000)
        for watcher in watchers:
            watcher.runner.send(commands.Resume())
        until(lambda: all(watcher.poll().state is RunState.finished for watcher in watchers))
        vectors = [_vector(watcher) for watcher in watchers]
    assert watchers[0].frames("boundary") and not watchers[2].frames("boundary")
    for experiment, vector in zip(experiments, vectors, strict=True):
        alone = Session(experiment)
        alone.advance(1000)
        assert np.array_equal(alone.vector(), vector)


def _vector(watcher: Watcher) -> np.ndarray:
    watcher.runner.send(commands.TakeSnapshot(1))
    return watcher.until(lambda update: update.snapshots).snapshots[0][1].parameters


def test_after_going_back_no_picture_of_the_future_is_shown():
    session = Session(small())
    session.advance(7)
    with running(small(speed="max"), playing=True) as watcher:
        watcher.runner.send(commands.Show({"a": Where(kind="where")}))
        watcher.until(lambda update: update.updates > 200 and "a" in update.frames)
        watcher.runner.send(commands.Pause())
        watcher.runner.send(commands.Restore(session.snapshot()))
        watcher.until(lambda update: update.updates == 7)
        back = len(watcher.updates) - 1
        watcher.until(lambda _: any("a" in update.frames for update in watcher.updates[back:]))
        assert [update.frames["a"].update for update in watcher.updates[back:] if "a" in update.frames] == [7]


@pytest.mark.parametrize("how", ["another", "renewed"])
def test_a_change_in_the_middle_of_a_picture_does_not_lose_the_next_one(how):
    gate = threading.Event()
    with painting(Session(small())) as studio:
        studio.painter.show({"a": Stuck(kind="stuck", gate=gate)})
        studio.give()
        until(gate.is_set)
        if how == "renewed":
            studio.painter.renew()
        studio.painter.show({"a": Where(kind="where")})
        gate.clear()
        until(lambda: studio.asked)
        assert not studio.rounds, "what is no longer wanted is not delivered"
        studio.give()
        assert isinstance(studio.wait(1).frames["a"].request, Where)


def test_new_data_come_before_the_first_picture_of_them():
    with running(small()) as watcher:
        watcher.runner.send(commands.Show({"a": Boundary(resolution=20)}))
        watcher.until(lambda update: watcher.frames("a"))
        watcher.runner.send(commands.Apply(replace(small(), "data.samples", 80)))
        watcher.until(lambda update: update.prepared is not None and len(update.prepared.table.x) == 80)
        told = len(watcher.updates) - 1
        watcher.until(lambda _: any("a" in update.frames for update in watcher.updates[told:]))
        frames = [update.frames["a"] for update in watcher.updates[told:] if "a" in update.frames]
        assert len(frames[0].arrays["points"]) == 80


def test_the_optimizers_memory_comes_only_where_it_is_asked_for():
    with running(small(optimizer={"kind": "adam"})) as watcher:
        watcher.runner.send(commands.Step("update"))
        watcher.runner.send(commands.Show({"a": Remembers(kind="remembers")}))
        watcher.until(lambda update: watcher.frames("a") and watcher.frames("a")[-1].update == 1)
        assert watcher.frames("a")[-1].arrays["slots"][0] == 1
    still = Session(small()).still()
    assert isinstance(still, Still) and still.numbers.slots is None


def test_both_threads_are_gone_when_a_run_is_closed_and_one_that_does_not_end_is_told():
    Slow.permits = threading.Semaphore(0)
    with running(small(speed="max"), playing=True) as watcher:
        watcher.runner.send(commands.Show({"slow": Slow(kind="slow")}))
        watcher.until(lambda update: update.updates > 20)
        assert {thread.name for thread in threading.enumerate()} >= {
            f"run-{watcher.runner.run}",
            f"pictures-{watcher.runner.run}",
        }
        assert watcher.runner.close() and not watcher.runner.alive
    gate = threading.Event()
    with running(small()) as watcher:
        watcher.runner.send(commands.Show({"stuck": Stuck(kind="stuck", gate=gate)}))
        until(lambda: gate.is_set())
        assert not watcher.runner.close(0.05), "the picture goes on"
        gate.clear()


class Stuck(Probe):
    """Sets its gate and waits until it is closed again."""

    kind: Literal["stuck"] = "stuck"
    model_config = {"arbitrary_types_allowed": True}
    gate: threading.Event

    def compute(self, moment):
        self.gate.set()
        until(lambda: not self.gate.is_set())
        return {}, {}
