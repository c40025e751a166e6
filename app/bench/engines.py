"""The fused kernel and the eager engine against the loops that a person would write for the same run: in PyTorch, and
in C."""

from __future__ import annotations

import pathlib
import statistics
import tempfile
import time
from collections.abc import Callable

from app.bench.rates import bare_rate, beside_bare, preset, session_rate, without_evaluations
from app.bench.rows import PAIRS, Found, Row, median_of_pairs
from core.documents.edits import replace
from core.training.session import Session
from core.yardsticks.plain_c import PlainC, compiler

NETS = (("playground", "2-4-2-1", 500_000, 250), ("playground-deep", "2-8×6-1", 100_000, 80))
LIMITS = (("playground", 0.85, 100_000), ("playground-deep", 0.95, 20_000))  # the share of C, updates at a time
EAGER, FUSED = 25, 5000  # updates at a time


def measure() -> Found:
    """The rows of small nets, engine by engine."""
    return [
        *(_fused(*net) for net in NETS),
        *(_against_c(*row) for row in LIMITS),
        *(_eager(name, net) for name, net, *_ in NETS),
    ]


def _fused(name: str, net: str, fewest: int, times: int) -> Row:
    experiment = preset(name)
    kernel, bare, ratio = median_of_pairs(
        lambda: (session_rate(replace(experiment, "engine", "fused"), FUSED), bare_rate(experiment, EAGER))
    )
    work = f"{net}, 250 samples, tanh, batch 10, SGD, squared error ÷ 2; evaluations included"
    bar = f"{fewest:,} updates/s and {times} × a hand-written PyTorch loop"
    return Row(
        f"fused kernel, `{name}`",
        work,
        bar,
        kernel,
        "updates/s",
        kernel >= fewest and ratio >= times,
        f"{ratio:,.0f} × {bare:,.0f}, compiling left out",
    )


def _against_c(name: str, share: float, updates: int) -> Row:
    experiment = preset(name)
    work = f"`{name}`, evaluations every {experiment.evaluate_every}, processor time in alternating stretches"
    row, bar = f"fused kernel against C, `{name}`", f"{share:g} × the same run in plain C"
    if not compiler():
        return Row(row, work, bar, None, "×", note="no C compiler here")
    session = Session(experiment)
    session.advance(updates)
    with tempfile.TemporaryDirectory() as folder:
        plain = PlainC(experiment, session.prepared, pathlib.Path(folder))
        pairs = [
            (
                _processor_seconds(lambda: session.advance(updates)),
                _processor_seconds(lambda: plain.learn(updates, experiment.evaluate_every)),
            )
            for _ in range(PAIRS)
        ]
    ours, theirs = (updates / statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(c / kernel for kernel, c in pairs)
    return Row(row, work, bar, ratio, "×", ratio >= share, f"{ours:,.0f} against {theirs:,.0f} updates/s")


def _processor_seconds(work: Callable[[], object]) -> float:
    start = time.thread_time()
    work()
    return time.thread_time() - start


def _eager(name: str, net: str) -> Row:
    work = f"{net}, tanh, batch 10, SGD, squared error ÷ 2; evaluations left out"
    found = beside_bare(without_evaluations(replace(preset(name), "engine", "eager")))
    return found.row(f"eager engine, `{name}`", work)
