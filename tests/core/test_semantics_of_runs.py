"""What a hand does to runs, now and in the past, with settings that are live and with others: which run and update the
person is at before the next update and after it, and what Undo and Redo bring. The table is the promise; the last tests
hold it against sessions that really learn."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable

import numpy as np
import pytest

from core.documents.edits import replace_all
from core.experiment import Experiment
from core.history.journal import Event, Journal
from core.runs import hands, in_time, way_back
from core.runs.again import again
from core.runs.desk import Desk
from core.runs.making import Making
from core.runs.place import same_numbers
from core.runs.run import Label, Run, letter_of, shared
from core.training.recall import follow, recall
from core.training.session import Session
from tests.building.experiments import small

RATE, UNITS, SPEED = "optimizer.lr", "layers.h1.units", "speed"
PUT = (("vector", (1.0, 2.0)), ("drag", False))
Hand = Callable[[Desk], Desk]


def _set(path: str, value: object, *, drag: bool = False) -> Hand:
    def hand(desk: Desk) -> Desk:
        document = replace_all(desk.place.document, ((path, value),))
        return hands.change(desk, document, path, drag=drag)

    return hand


def _put(desk: Desk) -> Desk:
    return hands.edit(desk, "put", PUT, "put")


def _other_start(desk: Desk) -> Desk:
    weights = desk.place.document.seeds.weights + 1
    return hands.begin(desk, replace_all(desk.place.document, (("seeds.weights", weights),)), "Other start")


def _from_the_start(desk: Desk) -> Desk:
    return hands.begin(desk, desk.place.document, "From the start")


def _preset(desk: Desk) -> Desk:
    return hands.begin(desk, small(title="another", data={"kind": "moons"}), "Opening another", parent=False)


def _take_back(desk: Desk) -> Desk:
    return hands.take_back(desk, "The last update")


def _look(update: int) -> Hand:
    return lambda desk: in_time.look(desk, update)


def _learn(updates: int) -> Hand:
    return lambda desk: in_time.advance(desk, updates)


def _chain(*acts: Hand) -> Hand:
    def hand(desk: Desk) -> Desk:
        for act in acts:
            desk = act(desk)
        return desk

    return hand


DRAGGED = _chain(_set(RATE, 0.2), _set(RATE, 0.3, drag=True))
AND_BACK = _chain(DRAGGED, _set(RATE, 0.1, drag=True))
FEWER = _chain(_set(UNITS, 5), _set(UNITS, 6, drag=True))


def _at(desk: Desk) -> tuple[str, int]:
    """The letter of the run, "–" where it has made no update, and the update."""
    return desk.run.letter or "–", desk.place.update


def _family(desk: Desk) -> list[tuple[str, str, int]]:
    """Every run that has made an update: its letter, its parent's, how many updates they share."""
    letters = {run.id: run.letter for run in desk.runs.values()} | {"": ""}
    return [(run.letter, letters[run.parent], run.branch) for run in desk.runs.values() if run.made]


@dataclasses.dataclass(frozen=True)
class Row:
    """A run A that has made 1,000 updates, looked at its now or at 480. What a hand does there; then `at`, whether a
    branch `waits`, what Undo would take back; after three updates more `then` and the runs that there are; and after
    Undo `undone`, where the rate and the units are those of before."""

    name: str
    start: Hand
    hand: Hand
    at: tuple[str, int]
    waits: bool
    text: str
    then: tuple[str, int]
    runs: list[tuple[str, str, int]]
    undone: tuple[str, int]


A, NOW, PAST = ("A", "", 0), _look(1000), _look(480)
B_BEGUN, B_BRANCH, B_ALONE = ("B", "A", 0), ("B", "A", 480), ("B", "", 0)
TABLE = [
    Row("nothing, now", NOW, _chain(), ("A", 1000), False, "", ("A", 1003), [A], ("A", 1003)),
    Row("nothing, past", PAST, _chain(), ("A", 480), False, "", ("A", 483), [A], ("A", 483)),
    Row("live, now", NOW, _set(RATE, 0.3), ("A", 1000), False, RATE, ("A", 1003), [A], ("A", 1003)),
    Row("live, past", PAST, _set(RATE, 0.3), ("A", 480), True, RATE, ("B", 483), [A, B_BRANCH], ("A", 480)),
    Row("a drag, now", NOW, DRAGGED, ("A", 1000), False, RATE, ("A", 1003), [A], ("A", 1003)),
    Row("a drag, past", PAST, DRAGGED, ("A", 480), True, RATE, ("B", 483), [A, B_BRANCH], ("A", 480)),
    Row("dragged and back, now", NOW, AND_BACK, ("A", 1000), False, "", ("A", 1003), [A], ("A", 1003)),
    Row("dragged and back, past", PAST, AND_BACK, ("A", 480), False, "", ("A", 483), [A], ("A", 483)),
    Row("not live, now", NOW, _set(UNITS, 5), ("–", 0), False, UNITS, ("B", 3), [A, B_BEGUN], ("A", 1000)),
    Row("not live, past", PAST, _set(UNITS, 5), ("–", 0), False, UNITS, ("B", 3), [A, B_BEGUN], ("A", 480)),
    Row("not live, dragged", NOW, FEWER, ("–", 0), False, UNITS, ("B", 3), [A, B_BEGUN], ("A", 1000)),
    Row("speed, now", NOW, _set(SPEED, 7), ("A", 1000), False, "", ("A", 1003), [A], ("A", 1003)),
    Row("speed, past", PAST, _set(SPEED, 7), ("A", 480), False, "", ("A", 483), [A], ("A", 483)),
    Row("by hand, now", NOW, _put, ("A", 1000), False, "put", ("A", 1003), [A], ("A", 1000)),
    Row("by hand, past", PAST, _put, ("A", 480), True, "put", ("B", 483), [A, B_BRANCH], ("A", 480)),
    Row("Home, now", NOW, _look(0), ("A", 0), False, "", ("A", 3), [A], ("A", 3)),
    Row("Home, past", PAST, _look(0), ("A", 0), False, "", ("A", 3), [A], ("A", 3)),
    Row("other start", NOW, _other_start, ("–", 0), False, "Other start", ("B", 3), [A, B_BEGUN], ("A", 1000)),
    Row("other start, past", PAST, _other_start, ("–", 0), False, "Other start", ("B", 3), [A, B_BEGUN], ("A", 480)),
    Row("the start, beside", NOW, _from_the_start, ("–", 0), False, "From the start", ("B", 3), [A, B_BEGUN], ("A", 1000)),
    Row("preset", NOW, _preset, ("–", 0), False, "Opening another", ("B", 3), [A, B_ALONE], ("A", 1000)),
    Row("preset, past", PAST, _preset, ("–", 0), False, "Opening another", ("B", 3), [A, B_ALONE], ("A", 480)),
    Row("take back, now", NOW, _take_back, ("A", 999), True, "The last update", ("B", 1002), [A, ("B", "A", 999)], ("A", 1003 - 3)),
    Row("take back, past", PAST, _take_back, ("A", 479), True, "The last update", ("B", 482), [A, ("B", "A", 479)], ("A", 480)),
    Row("take back, start", _look(0), _take_back, ("A", 0), False, "", ("A", 3), [A], ("A", 3)),
]  # fmt: skip


def _thousand() -> Desk:
    return in_time.advance(Desk.begin(small(), "desk"), 1000)


@pytest.mark.parametrize("row", TABLE, ids=[row.name for row in TABLE])
def test_what_a_hand_does(row: Row):
    before = row.start(_thousand())
    desk = row.hand(before)
    assert (_at(desk), desk.pending, _text(desk)) == (row.at, row.waits, row.text)
    assert _family(desk) == [A], "neither looking nor setting makes a run"
    then = in_time.advance(desk, 3)
    assert (_at(then), _family(then), then.pending) == (row.then, row.runs, False)
    assert same_numbers(then.place.document, then.run.settings(then.place.update))
    undone = way_back.undo(then)
    assert (_at(undone), _family(undone)) == (row.undone, row.runs), "and no run is lost"
    assert same_numbers(undone.place.document, before.place.document)
    again_done = way_back.redo(undone)
    assert (_at(again_done), again_done.runs.keys()) == (_at(then), then.runs.keys())
    assert same_numbers(again_done.place.document, then.place.document)


def _text(desk: Desk) -> str:
    return desk.done[-1].text if desk.done else ""


# What the table has no column for


def test_looking_shows_the_settings_of_that_update_and_changes_nothing():
    desk = _learn(20)(_set(RATE, 0.3)(_thousand()))
    assert [in_time.look(desk, u).place.document.optimizer.lr for u in (0, 999, 1000, 1020)] == [0.1, 0.1, 0.3, 0.3]
    looked = _set(SPEED, 3)(_look(7)(desk))
    assert in_time.back_to_now(looked).place.document == replace_all(desk.place.document, ((SPEED, 3),))
    assert looked.runs == desk.runs and looked.done == desk.done


def test_what_waits_in_the_past_is_let_go_by_looking_elsewhere_and_undo_takes_back_what_the_hand_did():
    desk = _look(500)(_set(RATE, 0.3)(_look(480)(_thousand())))
    assert not desk.pending and desk.place.document.optimizer.lr == 0.1
    undone = way_back.undo(desk)
    assert _at(undone) == ("A", 480) and not undone.pending
    assert way_back.redo(undone).pending and way_back.redo(undone).place.document.optimizer.lr == 0.3


def test_a_live_change_is_taken_back_where_the_run_has_come_to():
    """Undo never moves in time: the rate is the old one from there on."""
    desk = way_back.undo(_learn(60)(_set(RATE, 0.3)(_thousand())))
    assert _at(desk) == ("A", 1060) and desk.place.present
    assert [(event.update, event.changes) for event in desk.run.events] == [
        (1000, ((RATE, 0.3),)),
        (1060, ((RATE, 0.1),)),
    ]


def test_a_hand_edit_that_nothing_was_learned_from_goes_without_a_trace():
    desk = way_back.undo(_put(_thousand()))
    assert desk.run.events == () and desk.place.present and not desk.pending
    done = way_back.redo(desk)
    assert done.run.events == (Event(1000, "put", PUT),) and done.place.present


def test_a_hand_edit_that_was_learned_from_is_taken_back_by_a_branch():
    desk = way_back.undo(_learn(5)(_put(_thousand())))
    assert _at(desk) == ("A", 1000) and desk.pending
    branch = in_time.advance(desk, 1)
    assert (_at(branch), branch.run.events) == (("B", 1001), ())
    assert branch.runs[branch.run.parent].events == (Event(1000, "put", PUT),)
    assert _at(way_back.redo(desk)) == ("A", 1005)


def test_a_drag_at_now_is_one_event_however_long_it_takes():
    desk = _thousand()
    for step in range(300):
        desk = _set(RATE, 0.2 + step / 1000, drag=bool(step))(desk)
    assert desk.run.events == (Event(1000, "live", ((RATE, 0.499),)),) and len(desk.done) == 1
    desk = _set("data.noise", 0.1, drag=True)(_set("data.noise", 0.2)(desk))
    assert len(desk.run.events) == 3, "other samples leave a trace: the next batch opens a new order"


def test_drags_of_weights_are_one_event_and_one_deed():
    once, more = (("vector", (0.5,)), ("drag", True)), (("vector", (0.7,)), ("drag", False))
    desk = hands.edit(_thousand(), "put", once, "put")
    desk = hands.edit(desk, "put", more, "put", drag=True)
    assert desk.run.events == (Event(1000, "put", more),) and len(desk.done) == 1
    assert way_back.undo(desk).run.events == ()


def test_a_branch_has_its_parents_past_and_the_change():
    desk = _learn(1)(_put(_set(RATE, 0.3)(_look(480)(_learn(5)(_set(RATE, 0.2)(_thousand()))))))
    assert desk.run.events == (Event(480, "put", PUT), Event(480, "live", ((RATE, 0.3),)))
    assert desk.run.experiment == desk.runs[desk.run.parent].experiment
    deeper = _learn(2)(_set(RATE, 0.5)(_look(470)(desk)))
    assert (deeper.run.letter, deeper.run.branch, len(deeper.run.events)) == ("C", 470, 1)
    later = _learn(2)(_set(RATE, 0.5)(_look(480)(desk)))
    assert later.run.events[:2] == desk.run.events and later.run.settings(480).optimizer.lr == 0.5


def test_each_of_many_deeds_that_led_to_a_branch_can_be_taken_back():
    past = _look(480)(_thousand())
    desk = _learn(9)(_put(_set("batch_size", 5)(_set(RATE, 0.3)(past))))
    steps = [desk := way_back.undo(desk) for _ in range(3)]
    assert [_at(step) for step in steps] == [("A", 480)] * 3
    assert [step.pending for step in steps] == [True, True, False]
    steps = [desk := way_back.redo(desk) for _ in range(3)]
    assert [_at(step) for step in steps] == [("A", 480), ("A", 480), ("B", 489)]
    assert len(_family(desk)) == 2, "no branch was made twice"


def test_units_dragged_make_one_run_and_dragged_back_none():
    desk = _thousand()
    dragged = _chain(_set(UNITS, 5), _set(UNITS, 6, drag=True), _set(UNITS, 4, drag=True))(desk)
    assert (_at(dragged), len(dragged.runs), dragged.done) == (("A", 1000), 1, ())
    kept = _chain(_set(UNITS, 5), _set(UNITS, 6, drag=True))(desk)
    assert len(kept.runs) == 2 and way_back.undo(kept).run == desk.run


def test_a_run_without_an_update_hands_on_its_parent():
    desk = _learn(1)(_set(UNITS, 6)(_set(UNITS, 5)(_thousand())))
    assert _family(desk) == [A, B_BEGUN]
    two = way_back.undo(way_back.undo(desk))
    assert _at(two) == ("A", 1000) and two.place.document.layers[0].units == 4  # type: ignore[attr-defined]


def test_a_click_on_the_shelf_shows_a_run_at_its_now_and_is_no_deed():
    desk = _learn(10)(_other_start(_thousand()))
    back = in_time.show(desk, "desk-0")
    assert (_at(back), back.done, back.pending) == (("A", 1000), desk.done, False)
    assert _at(in_time.advance(back, 1)) == ("A", 1001)


def test_a_run_is_named_pinned_and_deleted_and_all_of_it_can_be_taken_back():
    desk = _learn(10)(_other_start(_thousand()))
    gone = hands.call(_look(480)(in_time.show(desk, "desk-0")), desk.run.id, Label(deleted=True), "Deleting run B")
    assert gone.runs[desk.run.id].label.deleted and _at(gone) == ("A", 480) and len(gone.runs) == 2
    looked = _look(12)(gone)
    kept = way_back.undo(looked)
    assert not kept.runs[desk.run.id].label.deleted and _at(kept) == ("A", 12), "what is shown stays"
    assert way_back.redo(kept).runs[desk.run.id].label.deleted


def test_letters_go_on_and_are_not_given_twice():
    assert [letter_of(n) for n in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]
    desk = _thousand()
    for _ in range(3):
        desk = _learn(1)(_other_start(desk))
    desk = hands.call(desk, "desk-1", Label(deleted=True), "Deleting")
    assert [run.letter for run in _learn(1)(_other_start(desk)).runs.values()] == ["A", "B", "C", "D", "E"]


def test_runs_of_the_shelf_come_to_the_desk_and_keep_their_letters():
    old = Run("yesterday-0", small(), letter="C", made=700)
    desk = in_time.advance(Desk.begin(small(), "desk", ["A", "C"]), 10)
    desk = in_time.show(desk.beside(old), old.id)
    assert (_at(desk), desk.done) == (("C", 700), ())
    branch = _learn(1)(_set(RATE, 0.3)(_look(300)(desk)))
    assert (branch.run.letter, branch.run.parent, branch.run.branch) == ("D", old.id, 300)
    ahead = dataclasses.replace(old, made=9)
    assert desk.beside(ahead).run == old, "what is here is newer"


def test_undo_and_redo_of_nothing_are_nothing():
    desk = _thousand()
    assert way_back.undo(desk) is desk and way_back.redo(desk) is desk and in_time.advance(desk, 0) is desk


def test_a_deed_leaves_nothing_to_be_done_again():
    desk = _set("batch_size", 5)(way_back.undo(_set(RATE, 0.3)(_thousand())))
    assert desk.undone == () and way_back.redo(desk) is desk


def test_what_a_journal_forgot_a_run_still_knows():
    events = tuple(Event(number, "live", ((RATE, 0.1 + number / 1000),)) for number in range(5))
    run = Run("r", small(), events=events[:3], made=3)
    journal = Journal.of(events[2:], [], forgotten=2)
    assert run.told(7, journal).events == events and run.told(7, journal).made == 7


# Held against learning


@pytest.mark.parametrize("engine", ["fused", "eager"])
def test_every_run_of_a_desk_is_what_its_events_say(kernel, engine: str):
    """Branches of branches, with live changes and weights by hand: the sessions that do what the desk says, a branch
    from its parent's past, are the same as each run learned from its own beginning."""
    bench = Bench(small(engine=engine, optimizer={"kind": "sgd", "lr": 0.05, "momentum": 0.9}))
    vector = tuple(np.linspace(-0.5, 0.5, len(bench.session.vector())).tolist())
    put = functools.partial(hands.edit, kind="put", changes=(("vector", vector), ("drag", False)), text="put")
    bench.learn(60, _set(RATE, 0.3), _set(RATE, 0.005, drag=True), 40, put, 30, _look(70), _set("batch_size", 11), 50)
    bench.learn(_look(90), put, _set("data.noise", 0.4), 33, _take_back, 5, _set("penalties", [{"kind": "l2"}]), 6)
    bench.learn(lambda desk: in_time.show(desk, "bench-0"), put, _set(RATE, 0.5), 7, way_back.undo, way_back.undo, 8)
    made = [(run.made, run.branch) for run in bench.desk.runs.values()]
    assert made == [(137, 0), (120, 70), (123, 90), (133, 122), (138, 130)]
    for run in bench.desk.runs.values():
        session, whole = bench.sessions[run.id], again(run, run.made)
        assert tuple(session.course.journal.log) == run.events == tuple(whole.course.journal.log)
        assert session.experiment == whole.experiment == run.present
        assert np.array_equal(session.vector(), whole.vector()) and session.evaluate() == whole.evaluate()


class Bench:
    """Sessions that do what a desk says, one for every run, as a window will have them."""

    def __init__(self, experiment: Experiment) -> None:
        self.desk = Desk.begin(experiment, "bench")
        self.sessions = {self.desk.run.id: Session(experiment)}

    @property
    def session(self) -> Session:
        return self.sessions[self.desk.run.id]

    def learn(self, *acts: Hand | int) -> None:
        """Hands at their update, and how many updates are made between them."""
        for act in acts:
            if isinstance(act, int):
                self._advance(act)
            else:
                self.desk = act(self.desk)
                self._catch_up()

    def _advance(self, updates: int) -> None:
        self.desk = in_time.advance(self.desk, updates)
        run = self.desk.run
        if run.id not in self.sessions:
            parent = self.desk.runs[run.parent]
            self.sessions[run.id] = recall(self.sessions[parent.id].course, run.branch, shared(run, parent))
            self._catch_up()
        self.session.advance(updates)

    def _catch_up(self) -> None:
        """What has happened to the run happens to its session."""
        run, session = self.desk.run, self.session
        log = session.course.journal.log
        known = next(
            (place for place, pair in enumerate(zip(log, run.events, strict=False)) if pair[0] != pair[1]), len(log)
        )
        follow(session, run.events[known:], session.updates)


def test_a_run_begun_without_the_kernel_goes_on_so(kernel):
    run = Run("r", small(engine="auto"), made=5, making=Making(settled=True))
    assert again(run, 5).course.state.engine == "eager PyTorch"
    assert again(dataclasses.replace(run, making=Making()), 5).course.state.engine == "fused kernel"
