"""The loss surface of a small network: time to a first picture, and the whole of it against the package
loss-landscapes."""

from __future__ import annotations

import time
from typing import Any

import numpy as np

from app.bench.rates import preset
from app.bench.rows import Row, median_of_pairs
from core.experiment import Experiment
from core.probes.surface import Surface
from core.surfaces.directions import random_direction
from core.surfaces.sheet import Figure

POINTS = 51  # along a side
TIMES = 6.0  # as fast as the package
WORK = "2-8-8-1, tanh, 500 samples, 51×51 points"


def measure() -> list[Row]:
    """The rows of loss surfaces."""
    from core.yardsticks.plain_surface import installed

    return [_coarse(), _against_the_package() if installed() else _alone(), *_cnn()]


def _experiment() -> Experiment:
    layers = [{"kind": "dense", "name": name, "units": 8, "activation": {"kind": "tanh"}} for name in ("h1", "h2")]
    data = {"kind": "circle", "samples": 1000}
    return Experiment.parse(
        {"data": data, "layers": layers, "loss": {"kind": "cross_entropy"}, "optimizer": {"kind": "adam", "lr": 0.01}}
    )


def _moment() -> tuple[Any, Any]:
    """A session that has learned a little, and the door to it that a picture gets."""
    from core.engines.replica import Replica
    from core.probing.moment import Moment
    from core.training.session import Session

    session = Session(_experiment())
    session.advance(200)
    still = session.still(memory=True)
    moment = Moment(still, Replica(still))
    moment.landscape.losses(moment.weights.vector()[None])  # what is loaded once is not the picture's
    return session, moment


def _coarse() -> Row:
    """To the first picture of a sheet that nobody has computed yet."""
    times = []
    _, moment = _moment()
    for ticket in range(5):
        start = time.perf_counter()
        next(
            answer
            for answer in Surface(plane="random", resolution=POINTS, ticket=ticket).stages(moment)
            if answer is not None
        )
        times.append(1000 * (time.perf_counter() - start))
    figure = float(np.median(times))
    return Row("loss surface, first coarse picture", WORK, "within 20 ms", figure, "ms", figure <= 20)


def _losses(moment: Any, vectors: np.ndarray) -> tuple[float, np.ndarray]:
    """Seconds and losses, in the chunks between which other pictures get their turn."""
    figure = Figure(moment.prepared.train, "loss", False)
    start = time.perf_counter()
    work = figure.of(moment, vectors)
    while True:
        try:
            next(work)
        except StopIteration as end:
            return time.perf_counter() - start, end.value


def _against_the_package() -> Row:
    from core.yardsticks.plain_surface import by_the_package

    session, moment = _moment()
    u, v = (
        random_direction(moment.weights.slots, moment.weights.vector(), 0, number, small="random") for number in (0, 1)
    )
    errors: list[float] = []

    def pair() -> tuple[float, float]:
        theirs, vectors, expected = by_the_package(session, u, v, POINTS)
        ours, found = _losses(moment, vectors)
        errors.append(float(np.abs(found - expected).max()))
        return theirs, ours

    theirs, ours, ratio = median_of_pairs(pair)
    note = f"{ours:.3f} s against {theirs:.3f} s, values equal to {max(errors):.0e}"
    return Row(
        "loss surface of a net",
        WORK,
        f"{TIMES:g} × the package loss-landscapes",
        ratio,
        "×",
        ratio >= TIMES and max(errors) <= 1e-5,
        note,
    )


def _alone() -> Row:
    _, moment = _moment()
    u, v = (random_direction(moment.weights.slots, moment.weights.vector(), 0, number) for number in (0, 1))
    spots = np.linspace(-1, 1, POINTS)
    vectors = moment.weights.vector() + (spots[:, None, None] * u + spots[None, :, None] * v).reshape(POINTS**2, -1)
    seconds = float(np.median([_losses(moment, vectors)[0] for _ in range(5)]))
    note = "the package is not here: pip install --no-deps loss-landscapes"
    return Row("loss surface of a net", WORK, f"{TIMES:g} × the package loss-landscapes", seconds, "s", None, note)


def _cnn() -> list[Row]:
    """The sheet of a convolutional net: to its first stage, and to its last."""
    from core.engines.replica import Replica
    from core.probing.moment import Moment
    from core.training.session import Session

    session = Session(preset("mnist-cnn"))
    session.advance(20)
    still = session.still(memory=True)
    start, times = time.perf_counter(), []
    for answer in Surface(plane="random", resolution=25, most=128).stages(Moment(still, Replica(still))):
        if answer is not None:
            times.append(time.perf_counter() - start)
    work = "the MNIST CNN, 128 named samples, 25×25 points, the run paused"
    bars = (("first coarse picture", 0.5, times[0]), ("whole", 10.0, times[-1]))
    return [
        Row(f"loss surface of a CNN, {name}", work, f"within {most:g} s", seconds, "s", seconds <= most)
        for name, most, seconds in bars
    ]
