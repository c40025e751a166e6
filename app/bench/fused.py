"""The fused kernel against the plain PyTorch loop that a person would write for the same run."""

from __future__ import annotations

from app.bench.eager import bare_rate, preset, rate
from app.bench.rows import Row, median_of_pairs
from core.edits import replace
from core.experiment import Experiment


def measure() -> list[Row]:
    return [_row("playground", "2-4-2-1", 500_000, 250), _row("playground-deep", "2-8×6-1", 100_000, 80)]


def _row(name: str, net: str, fewest: int, times: int) -> Row:
    experiment = replace(preset(name), "engine", "fused")
    kernel, bare, ratio = median_of_pairs(lambda: (fused_rate(experiment), bare_rate(experiment)))
    work = f"{net}, tanh, batch 10, SGD, half squared error; evaluations included"
    note = f"{ratio:,.0f} × {bare:,.0f}, compiling left out"
    return Row(f"fused kernel, `{name}`", work, f"{fewest:,} updates/s and {times} × eager", kernel, "updates/s", kernel >= fewest and ratio >= times, note)


def fused_rate(experiment: Experiment) -> float:
    """Updates a second of the session, once its kernel is compiled."""
    from core.session import Session

    session = Session(experiment)
    session.advance(5000)

    def learn(updates: int) -> None:
        session.advance(updates)
        session.take_evaluations()

    return rate(learn, 5000)
