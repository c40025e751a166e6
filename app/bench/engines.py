"""The fused kernel and the eager engine against the plain PyTorch loop that a person would write for the same run."""

from __future__ import annotations

from app.bench.rates import bare_rate, preset, session_rate, without_evaluations
from app.bench.rows import Found, Row, median_of_pairs
from core.documents.edits import replace

NETS = (("playground", "2-4-2-1", 500_000, 250), ("playground-deep", "2-8×6-1", 100_000, 80))
EAGER, FUSED = 25, 5000  # updates at a time


def measure() -> Found:
    """The rows of small nets, engine by engine."""
    return [*(_fused(*net) for net in NETS), *(_eager(name, net) for name, net, *_ in NETS)]


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


def _eager(name: str, net: str) -> Row:
    experiment = without_evaluations(replace(preset(name), "engine", "eager"))
    lab, bare, ratio = median_of_pairs(lambda: (session_rate(experiment, EAGER), bare_rate(experiment, EAGER)))
    work = f"{net}, tanh, batch 10, SGD, squared error ÷ 2; evaluations left out"
    return Row(
        f"eager engine, `{name}`",
        work,
        "0.95 × a hand-written PyTorch loop",
        ratio,
        "×",
        ratio >= 0.95,
        f"{lab:,.0f} against {bare:,.0f} updates/s",
    )
