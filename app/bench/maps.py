"""The pictures that every update changes: the boundary and all neuron maps."""

from __future__ import annotations

import statistics
import time

from app.bench.rates import preset
from app.bench.rows import Found, Row
from core import registry
from core.probing.probe import Probe

SIDE = 100  # points along a picture
PICTURES = 60
NETS = (("playground", "2-4-2-1", 1.0), ("playground-deep", "2-8×6-1", 3.0))


def measure() -> Found:
    """The rows of the boundary and of the maps of all neurons."""
    return [_row(*net) for net in NETS]


def _row(name: str, net: str, most: float) -> Row:
    """The time from a run's numbers to both pictures, each of other weights than the one before."""
    from core.engines.replica import Replica
    from core.probing.moment import Moment
    from core.training.session import Session

    session = Session(preset(name))
    replica = Replica(session.still())
    probes = [registry.read(Probe, {"kind": kind, "resolution": SIDE}) for kind in ("boundary", "neurons")]
    times = []
    for _ in range(PICTURES):
        session.advance(10)
        start = time.perf_counter()
        moment = Moment(session.still(), replica)
        for probe in probes:
            probe.compute(moment)
        times.append(1000 * (time.perf_counter() - start))
    figure = statistics.median(times[PICTURES // 6 :])
    work = f"{net}, {SIDE}×{SIDE} points, the eager engine between two pictures"
    return Row(f"boundary and all neuron maps, `{name}`", work, f"{most:g} ms", figure, "ms", figure <= most)
