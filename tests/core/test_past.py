"""The time machine on a run's threads: the pictures show what was, bit for bit, and the run is not touched."""

from __future__ import annotations

import random

import numpy as np
import pytest

from core.documents.edits import replace_all
from core.frames import RunState, Update
from core.history import kept_states
from core.messages import BadInput
from core.probes.boundary import Boundary
from core.probes.weights import Weights
from core.threads import commands, past
from core.threads.news import Recalled
from core.training.session import Session
from core.training.stop_rules import best_of
from tests.building.experiments import small
from tests.building.runners import Watcher, running
from tests.building.states import set_number

pytestmark = pytest.mark.usefixtures("kernel")
REQUESTS = {"map": Boundary(resolution=9), "weights": Weights()}
END = 300
ENGINES = [pytest.param({"engine": "eager"}, id="eager"), pytest.param({"engine": "fused"}, id="fused")]


@pytest.fixture(autouse=True)
def _sparse(monkeypatch):
    """Few states are kept, so that the way to most updates is long."""
    monkeypatch.setattr(kept_states, "NEWEST", 20)
    monkeypatch.setattr(kept_states, "TIER", 4)


def _edits(session: Session | None, watcher: Watcher | None, experiment) -> dict[int, object]:
    """What happens at some updates, to a session or to a run on its threads."""
    slower = replace_all(experiment, (("optimizer.lr", 0.005), ("data.noise", 0.3)))

    def change():
        assert session.apply(slower) if session else not watcher.runner.send(commands.Apply(slower))

    def type_one():
        if session:
            set_number(session, "h1.weight", (0, 1), 0.75)
        else:
            watcher.runner.send(commands.SetParameter("h1.weight", (0, 1), 0.75))

    return {60: change, 140: type_one}


def _was(experiment, updates: int) -> Session:
    """What the run was, by a run of its own."""
    session = Session(experiment)
    for update, act in _edits(session, None, experiment).items():
        if update <= updates:
            session.advance(update - session.updates)
            act()
    session.advance(updates - session.updates)
    return session


def _learn(watcher: Watcher, experiment) -> None:
    made = 0
    for update, act in (*_edits(None, watcher, experiment).items(), (END, lambda: None)):
        watcher.runner.send(commands.Step("update", update - made))
        watcher.until(lambda new, update=update: new.updates == update and new.state is RunState.paused)
        act()
        made = update


def _shows(updates: int):
    seen = set()

    def shown(new: Update) -> bool:
        seen.update(name for name, frame in new.frames.items() if frame.update == updates)
        return seen == set(REQUESTS)

    return shown


def _recalled(watcher: Watcher) -> Recalled:
    return next(new.recalled for new in reversed(watcher.updates) if new.recalled)


def _measured(watcher: Watcher, updates: int) -> bool:
    told = _recalled(watcher)
    return told.updates == updates and told.figures is not None


def _was_in_vain(watcher: Watcher, words: str) -> bool:
    """Told, and why: perhaps in the update after it."""
    return any(new.in_vain for new in watcher.updates) and any(words in new.message for new in watcher.updates)


def _last_frames(watcher: Watcher) -> dict:
    return {name: watcher.frames(name)[-1] for name in REQUESTS}


def _same(frames: dict, session: Session) -> bool:
    return all(
        np.array_equal(frames[name].arrays[key], array, equal_nan=True)
        for name, request in REQUESTS.items()
        for key, array in session.frame(request).arrays.items()
    )


@pytest.mark.parametrize("engine", ENGINES)
def test_every_picture_shows_what_was(engine):
    experiment = small(**engine, optimizer={"kind": "adam", "lr": 0.02})
    with running(experiment) as watcher:
        watcher.runner.send(commands.Show(REQUESTS))
        _learn(watcher, experiment)
        places = [0, 59, 60, 61, 139, 140, 141, *random.Random(1).sample(range(END), 6)]
        for updates in places:
            watcher.runner.send(commands.Recall(updates))
            watcher.until(_shows(updates))
            was = _was(experiment, updates)
            assert _same(_last_frames(watcher), was), updates
            watcher.until(lambda _, updates=updates: _measured(watcher, updates))  # dear figures come after pictures
            told = _recalled(watcher)
            assert (told.updates, told.epochs, told.samples) == (updates, was.epochs, was.samples)
            assert told.experiment == was.experiment
            was.measure_now()
            assert told.figures == was.last
            assert watcher.updates[-1].updates == END, "the run stays where it is"


def test_what_early_stopping_would_take_back_is_told_of_now_and_of_then():
    experiment = small(stop={"patience": 50})
    session = Session(experiment)
    with running(experiment) as watcher:
        watcher.runner.send(commands.Step("update", 40))
        new = watcher.until(lambda new: new.updates == 40 and new.state is RunState.paused)
        session.advance(20)
        then = best_of(session.course.watch, session.course.state)
        session.advance(20)
        assert new.best is not None and new.best == best_of(session.course.watch, session.course.state)
        watcher.runner.send(commands.Recall(20))
        watcher.until(lambda _: any(new.recalled for new in watcher.updates) and _measured(watcher, 20))
        assert then is not None and _recalled(watcher).best == then and watcher.updates[-1].best == new.best


def test_looking_back_changes_nothing():
    experiment = small()
    with running(experiment) as watcher:
        watcher.runner.send(commands.Show(REQUESTS))
        _learn(watcher, experiment)
        watcher.runner.send(commands.Recall(77))
        watcher.until(_shows(77))
        watcher.runner.send(commands.TakeSnapshot(1))  # of the run, whatever is shown
        assert watcher.until(lambda new: new.snapshots).snapshots[0][1].updates == END
        watcher.runner.send(commands.Recall(None))
        watcher.until(_shows(END))
        assert _same(_last_frames(watcher), _was(experiment, END))
        watcher.runner.send(commands.Recall(120))
        watcher.runner.send(commands.Step("update", 40))
        watcher.until(_shows(END + 40))
        assert _same(_last_frames(watcher), _was(experiment, END + 40))


def test_a_snapshot_of_what_is_shown_goes_on_as_the_run_did():
    experiment = small()
    with running(experiment) as watcher:
        _learn(watcher, experiment)
        watcher.runner.send(commands.Recall(100))
        watcher.runner.send(commands.TakeShown(1))
        snapshot = watcher.until(lambda new: new.snapshots).snapshots[0][1]
        watcher.runner.send(commands.Recall(None))
        watcher.runner.send(commands.TakeShown(2))
        assert watcher.until(lambda new: new.snapshots).snapshots[0][1].updates == END
    branch = Session.of(snapshot)
    assert branch.updates == 100 and branch.experiment == _was(experiment, 100).experiment
    branch.advance(39)
    assert np.array_equal(branch.vector(), _was(experiment, 139).vector())


@pytest.mark.parametrize("engine", ENGINES)
def test_a_branch_shares_its_parents_past(engine):
    experiment = small(**engine, optimizer={"kind": "adam", "lr": 0.02})
    with running(experiment) as watcher:
        _learn(watcher, experiment)
        watcher.runner.send(commands.Recall(150))
        watcher.runner.send(commands.TakeShown(1))
        snapshot = watcher.until(lambda new: new.snapshots).snapshots[0][1]
    with running(experiment, snapshot=snapshot) as branch:
        branch.runner.send(commands.Show(REQUESTS))
        branch.runner.send(commands.Apply(replace_all(snapshot.experiment, (("optimizer.lr", 0.1),))))
        branch.runner.send(commands.Step("update", 50))
        assert branch.until(lambda new: new.updates == 200 and new.state is RunState.paused).first == 0
        for updates in (0, 30, 59, 61, 149, 150):
            branch.runner.send(commands.Recall(updates))
            branch.until(_shows(updates))
            was = _was(experiment, updates)
            if updates == 150:
                was.apply(replace_all(was.experiment, (("optimizer.lr", 0.1),)))
            assert _same(_last_frames(branch), was), updates


def test_the_newest_wish_wins_and_a_wish_that_is_long_is_shown_on_its_way():
    experiment = small(engine="eager")
    with running(experiment) as watcher:
        watcher.runner.send(commands.Show(REQUESTS))
        _learn(watcher, experiment)
        for updates in (*range(0, 290, 10), 33):
            watcher.runner.send(commands.Recall(updates))
        watcher.until(_shows(33))
        assert _same(_last_frames(watcher), _was(experiment, 33))
        told = [new.recalled for new in watcher.updates if new.recalled]
        assert told[-1].figures is not None and told[-1].updates == 33
        assert all(step.figures is None or step.updates % 10 in (0, 3) for step in told)


def test_how_long_a_way_takes_is_told_on_it_and_not_at_its_end(monkeypatch):
    monkeypatch.setattr(past, "SLICE", 1e-4)
    experiment = small()
    with running(experiment) as watcher:
        watcher.runner.send(commands.Step("update", 300))
        watcher.until(lambda new: new.updates == 300 and new.state is RunState.paused)
        watcher.runner.send(commands.Recall(250))
        watcher.until(lambda new: new.recalled is not None and new.recalled.figures is not None)
        told = [new.recalled for new in watcher.updates if new.recalled]
        assert told[-1].updates == 250 and told[-1].left == 0 and len(told) > 1
        assert all(step.left > 0 for step in told if 0 < step.updates < 250)


def test_what_a_hand_has_changed_where_one_looks_back_to_is_seen():
    """The second session has been there before the weight was typed."""
    experiment = small()
    with running(experiment) as watcher:
        watcher.runner.send(commands.Show(REQUESTS))
        watcher.runner.send(commands.Step("update", 40))
        watcher.until(lambda new: new.updates == 40 and new.state is RunState.paused)
        watcher.runner.send(commands.TakeSnapshot(1))
        kept = watcher.until(lambda new: new.snapshots).snapshots[0][1]
        watcher.runner.send(commands.Step("update", 10))
        watcher.until(lambda new: new.updates == 50 and new.state is RunState.paused)
        watcher.runner.send(commands.Recall(49))
        watcher.until(_shows(49))
        watcher.runner.send(commands.Restore(kept))
        watcher.runner.send(commands.SetParameter("h1.weight", (0, 1), 0.75))
        watcher.runner.send(commands.Step("update", 20))
        watcher.until(lambda new: new.updates == 60 and new.state is RunState.paused)
        watcher.runner.send(commands.Recall(49))
        watcher.until(_shows(49))
        was = Session(experiment)
        was.advance(40)
        set_number(was, "h1.weight", (0, 1), 0.75)
        was.advance(9)
        assert _same(_last_frames(watcher), was)


def test_weights_that_are_set_in_the_past_are_shown_there_and_the_run_is_not_touched():
    experiment = small(optimizer={"kind": "sgd", "lr": 0.1, "momentum": 0.9})
    with running(experiment) as watcher:
        send = watcher.runner.send
        send(commands.Show(REQUESTS))
        send(commands.Step("update", 50))
        watcher.until(lambda new: new.updates == 50 and new.state is RunState.paused)
        was = Session(experiment)
        was.advance(20)
        here = was.vector()
        typed = commands.SetParameter("h1.weight", (0, 1), 0.75)
        ways = [commands.PutAt(here + share, "elsewhere", drag=share < 0.3) for share in (0.1, 0.2, 0.3)]
        back = commands.PutAt(here, "elsewhere")
        wrong = commands.PutAt(here[1:], "elsewhere")

        def told(*hands) -> bool:
            watcher.updates.clear()
            send(commands.Recall(20, hands))
            new = watcher.until(lambda new: new.recalled and new.recalled.figures and new.recalled.hands == hands)
            return new.recalled.touched

        def see(session) -> None:
            watcher.until(lambda _: all(map(watcher.frames, REQUESTS)) and _same(_last_frames(watcher), session))

        assert not told()
        see(was)
        for way in ways:
            assert told(way)
        for hand in (back, wrong):
            assert not told(hand)
            see(was)
        assert told(ways[-1], typed)
        send(commands.TakeShown(1))
        snapshot = watcher.until(lambda new: new.snapshots).snapshots[0][1]
        was.load_vector(ways[-1].vector)
        set_number(was, "h1.weight", (0, 1), 0.75)
        see(was)
        assert watcher.updates[-1].updates == 50 and not told()
        assert told(back, typed), "what it was is known, however often hands have changed it"
    with running(experiment, snapshot=snapshot) as branch:
        branch.runner.send(commands.Step("update", 5))
        branch.until(lambda new: new.updates == 25 and new.state is RunState.paused)
        branch.runner.send(commands.TakeSnapshot(2))
        after = branch.until(lambda new: new.snapshots).snapshots[0][1]
    was.advance(5)
    assert np.array_equal(after.parameters, was.vector())
    assert [event.kind for event in after.journal.log] == ["put", "weights"]


def test_a_point_that_is_kept_in_the_past_is_where_the_run_was_then():
    experiment = small()
    with running(experiment) as watcher:
        _learn(watcher, experiment)
        watcher.runner.send(commands.Recall(150))
        watcher.runner.send(commands.TakeShown(1))
        was = watcher.until(lambda new: new.snapshots).snapshots[0][1]
        watcher.runner.send(commands.KeepPoint("A", (was.updates, was.parameters)))
        told = watcher.until(lambda new: new.points).marks
        assert [(mark.update, mark.kind, mark.text) for mark in told] == [(150, "point", "A")]
        for ticket in (2, 3):
            watcher.runner.send(commands.Recall(150))
            watcher.runner.send(commands.TakeShown(ticket))
            found = watcher.until(lambda new: new.snapshots).snapshots[0][1]
            assert np.array_equal(found.points["A"], _was(experiment, 150).vector())


def test_a_way_that_breaks_off_leads_back_to_the_present_and_the_next_one_is_gone(monkeypatch):
    experiment = small()

    class Broken(past.March):
        def go_on(self, *_):
            raise BadInput("session", "history", "planted")

    with running(experiment) as watcher:
        watcher.runner.send(commands.Show(REQUESTS))
        watcher.runner.send(commands.Step("update", 50))
        watcher.until(_shows(50))
        with monkeypatch.context() as broken:
            broken.setattr("core.training.recall.March", Broken)
            watcher.runner.send(commands.Recall(20))
            watcher.until(lambda _: _was_in_vain(watcher, "planted"))
            watcher.runner.send(commands.Show({"map": Boundary(resolution=11)}))
            watcher.until(lambda new: "map" in new.frames and new.frames["map"].update == 50)
        watcher.runner.send(commands.Show(REQUESTS))
        watcher.runner.send(commands.Recall(20))
        watcher.until(_shows(20))


def test_where_the_past_is_not_kept_the_present_is_shown_and_why_is_said():
    experiment = small()
    with running(experiment) as watcher:
        watcher.runner.send(commands.Show(REQUESTS))
        watcher.runner.send(commands.Step("update", 20))
        watcher.until(_shows(20))
        watcher.runner.send(commands.Recall(-1))
        watcher.until(lambda _: _was_in_vain(watcher, "goes from 0 to 20"))
        watcher.runner.send(commands.Step("update"))
        watcher.until(_shows(21))
