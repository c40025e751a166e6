"""Whose turn it is on the picture thread: nobody starves, quick pictures come in between, and what keeps its work is
begun anew of newer Stills."""

from __future__ import annotations

import itertools
import threading
from typing import Literal

import numpy as np
import pytest

from core.engines.replica import Replica
from core.probes.surface import Surface
from core.probing.landscape import Landscape
from core.probing.moment import Moment
from core.probing.probe import Probe
from core.surfaces.effort import COARSE, multiplications, usual
from core.surfaces.projection import principal
from core.threads.painter import FrameBatch, Painter
from core.training.session import Session
from tests.building.experiments import small

pytestmark = pytest.mark.usefixtures("kernel")


class Time:
    """Passes only by what the pictures below cost."""

    def __init__(self) -> None:
        self.now = 0.0
        self.work = ""

    def spend(self, seconds: float, letter: str) -> None:
        self.now += seconds
        self.work += letter


CLOCK = Time()


class Quick(Probe):
    kind: Literal["quick"] = "quick"

    def compute(self, moment):
        CLOCK.spend(0.01, "q")
        return {}, {}


class Dear(Probe):
    kind: Literal["dear"] = "dear"

    def compute(self, moment):
        CLOCK.spend(1.0, "D")
        return {}, {}


class Long(Probe):
    """Forty chunks of a quarter of a second, a stage after every fourth; what is done is kept where it `resumes`."""

    kind: Literal["long"] = "long"
    resumes: bool = False

    def stages(self, moment):
        done: list[int] = moment.kept("long", lambda: [0])
        while done[0] < 40:
            CLOCK.spend(0.25, "c")
            done[0] += 1
            yield None
            if done[0] % 4 == 0:
                yield {}, {"done": done[0], "resumes": self.resumes}
        yield {}, {"done": 40}


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch):
    CLOCK.now, CLOCK.work = 0.0, ""
    monkeypatch.setattr("core.threads.painter.time.monotonic", lambda: CLOCK.now)


def _painted(requests: dict[str, Probe]) -> list[tuple[str, int, dict]]:
    """The pictures in the order of their delivery, (name, update, info), until the long one is done; the run and the
    screen are always ahead."""
    session, over, told = Session(small()), threading.Event(), []

    def tell(made: FrameBatch) -> None:
        if over.is_set():
            return
        told.extend((name, frame.update, dict(frame.info)) for name, frame in made.frames.items())
        if any(frame.info.get("done") == 40 and "resumes" not in frame.info for frame in made.frames.values()):
            over.set()
            return
        session.advance(1)
        painter.give(session.still())
        painter.taken(tuple(made.frames))

    painter = Painter(7, lambda *_: None, tell, lambda _: None)
    painter.start()
    try:
        painter.show(requests)
        painter.give(session.still())
        assert over.wait(20)
    finally:
        painter.stop()
        painter.join(5.0)
    return told


def test_a_dear_picture_rests_while_others_work_and_all_get_on():
    _painted({"dear": Dear(kind="dear"), "long": Long(kind="long")})
    between = [len(chunks) for chunks in CLOCK.work.split("D")[1:-1]]
    assert len(between) > 2 and set(between[:-1]) == {12}, "three seconds of others for each second of its own"


def test_a_quick_picture_comes_again_and_again_while_others_take_long():
    _painted({"quick": Quick(kind="quick"), "dear": Dear(kind="dear"), "long": Long(kind="long")})
    assert "ccc" not in CLOCK.work and CLOCK.work.count("q") >= 30, "between any two chunks"
    assert CLOCK.work.count("c") == 40 and CLOCK.work.count("D") >= 3, "and starves nobody"


def test_what_keeps_its_work_is_begun_anew_of_a_newer_still_and_goes_on():
    found = _painted({"long": Long(kind="long", resumes=True)})
    updates = [update for _, update, _ in found]
    assert updates[0] == 0 and all(later > earlier for earlier, later in itertools.pairwise(updates[:-1]))
    assert [info["done"] for *_, info in found][:-1] == list(range(4, 44, 4)) and CLOCK.work.count("c") == 40, (
        "nothing is computed twice"
    )


def test_what_keeps_nothing_is_finished_as_it_was_begun():
    assert {update for _, update, _ in _painted({"long": Long(kind="long")})} == {0}


def test_what_was_asked_for_only_now_waits_for_nobody():
    session, clicked, seen = Session(small()), threading.Event(), threading.Event()

    def tell(made: FrameBatch) -> None:
        if "click" in made.frames:
            seen.set()
        if "long" in made.frames and not clicked.is_set():
            clicked.set()
            CLOCK.work = ""
            painter.show({"long": Long(kind="long"), "dear": Dear(kind="dear"), "click": Quick(kind="quick")})
            painter.give(session.still())

    painter = Painter(7, lambda *_: None, tell, lambda _: None)
    painter.start()
    try:
        painter.show({"long": Long(kind="long"), "dear": Dear(kind="dear")})
        painter.give(session.still())
        assert clicked.wait(20) and seen.wait(20)
    finally:
        painter.stop()
        painter.join(5.0)
    assert CLOCK.work.partition("q")[0].count("c") <= 1


def test_the_multiplications_of_a_network_are_counted():
    experiment = small(layers=[{"kind": "dense", "name": "h1", "units": 7, "activation": {"kind": "tanh"}}])
    session = Session(experiment)
    weights = [slot for slot in session.learner.network.slots if len(slot.shape) > 1]
    plan = session.learner.blueprint
    assert multiplications(plan) == sum(int(np.prod(slot.shape)) for slot in weights)
    assert usual(plan, 1000) == (None, None)


def test_each_weight_of_a_convolution_counts_once_for_every_place():
    kernel = {"kind": "conv2d", "name": "h1", "channels": 3, "kernel": 3, "activation": {"kind": "relu"}}
    experiment = small(
        data={"kind": "digits"}, layers=[kernel, {"kind": "flatten", "name": "h2"}], loss={"kind": "cross_entropy"}
    )
    plan = Session(experiment).learner.blueprint
    assert multiplications(plan) == 9 * 3 * 6 * 6 + 3 * 6 * 6 * 10
    assert usual(plan, 1_000_000) == (1000, COARSE)


def test_a_pinned_sheet_goes_on_under_a_newer_picture(monkeypatch):
    """What is computed over a plane does not depend on where the run has got to: the same points in all, the same
    values."""
    session = Session(small())
    session.advance(3)
    request = Surface(kind="surface", plane="random", resolution=9)
    straight = Session(small())
    straight.advance(3)
    expected = straight.frame(request).arrays["loss"]
    monkeypatch.setattr("core.probes.surface.LONG", 0.0)
    monkeypatch.setattr("core.engines.fused.batch_inference.BatchInference.chunk", lambda *_: 4)
    computed = []
    losses = Landscape.losses
    monkeypatch.setattr(
        Landscape,
        "losses",
        lambda self, vectors, *rest, **more: computed.append(len(vectors)) or losses(self, vectors, *rest, **more),
    )
    replica, frames = None, []
    while len(frames) < 50 and (not frames or frames[-1][1]["resumes"]):
        still = session.still(memory=True)
        replica = Replica(still) if replica is None else replica
        frames.append(next(answer for answer in request.stages(Moment(still, replica)) if answer is not None))
        session.advance(1)
    assert len(frames) > 4 and [int(arrays["path_updates"][-1]) for arrays, _ in frames] == list(
        range(3, 3 + len(frames))
    ), "the path moves on"
    assert sum(computed) == 81 + len(frames), "every point once, and in every picture where the run is"
    np.testing.assert_array_equal(frames[-1][0]["loss"], expected)


def test_principal_components_of_few_points_of_a_large_network():
    points = np.random.default_rng(1).normal(size=(12, 500)) * np.linspace(3, 0.1, 500)
    away = points - points.mean(axis=0)
    _, sizes, rows = np.linalg.svd(away, full_matrices=False)
    directions, shares = _end_of(principal(points))
    np.testing.assert_allclose(shares, (sizes**2 / (sizes**2).sum())[:2], rtol=1e-12)
    np.testing.assert_allclose(np.abs((directions * rows[:2]).sum(axis=1)), 1.0, rtol=1e-12)
    assert ((directions @ (points[-1] - points[0])) >= 0).all()


def _end_of(generator):
    """What a generator returns."""
    while True:
        try:
            next(generator)
        except StopIteration as end:
            return end.value
