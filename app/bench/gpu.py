"""What a graphics card gains: only on a machine that has one."""

from __future__ import annotations

from app.bench.rates import preset, rate, without_evaluations
from app.bench.rows import Found, Row, median_of_pairs
from core.documents.edits import replace_all
from core.experiment import Experiment

TOGETHER = 100  # updates at a time
CUDA = "cuda"


def nets() -> list[tuple[str, Experiment, float]]:
    """What is measured, without evaluations, and by how much a graph should be faster. Nothing is switched off at
    random: those masks are drawn by the processor."""
    units = [{"kind": "dense", "units": 32, "activation": {"kind": "tanh"}} for _ in range(2)]
    cnn = preset("mnist-cnn")
    dense = [(f"layers.{layer.name}.dropout", 0.0) for layer in cnn.layers if layer.kind == "dense"]
    return [
        ("2-32-32-1", without_evaluations(replace_all(preset("playground"), (("layers", units),))), 5.0),
        ("the MNIST CNN, nothing switched off", without_evaluations(replace_all(cnn, tuple(dense))), 1.5),
    ]


def measure() -> Found:
    """The rows of a GPU, with the reason where there is none."""
    return [_row(*net) for net in nets()]


def _row(net: str, experiment: Experiment, times: float) -> Row:
    name, work, bar = f"on a GPU, {net}", "captured graph against eager", f"{times:g} ×"
    missing = _missing()
    if missing:
        return Row(name, work, bar, None, "×", None, missing)
    graph, eager, ratio = median_of_pairs(lambda: (_rate(experiment, "captured"), _rate(experiment, "eager")))
    return Row(name, work, bar, ratio, "×", ratio >= times, f"{graph:,.0f} against {eager:,.0f} updates/s")


def _missing() -> str:
    """Why there is no such device; "" where there is."""
    from core.machine import device

    return {choice.key: choice.reason for choice in device.choices()}[CUDA]


def _rate(experiment: Experiment, engine: str) -> float:
    """Updates a second until the device has made them."""
    from core.machine import device
    from core.training.session import Session

    session = Session(replace_all(experiment, (("device", CUDA), ("engine", engine))))

    def learn(updates: int) -> None:
        session.advance(updates)
        device.settle(CUDA)

    learn(2 * TOGETHER)
    return rate(learn, TOGETHER)
