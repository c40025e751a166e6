"""How the lab's speed depends on the size of the net and of the data, with the engine that it chooses by itself."""

from __future__ import annotations

from app.bench.rates import rate
from app.bench.rows import Found, Grid
from core.experiment import Experiment

WIDTHS, DEPTHS, BATCHES = (4, 16, 64, 256), (1, 2, 4, 8), (1, 10, 100)
SAMPLES = (100, 1_000, 10_000, 100_000)
SECONDS = 0.3


def measure() -> Found:
    """Updates a second by the size of a network and by the number of its samples."""
    return [_by_size(), _by_samples()]


def _by_size() -> Grid:
    sizes = tuple((depth, batch) for depth in DEPTHS for batch in BATCHES)
    figures = tuple(tuple(_rate(width, depth, batch, 1000) for width in WIDTHS) for depth, batch in sizes)
    rows = tuple(f"{depth} hidden layer{'s' * (depth > 1)}, batch {batch}" for depth, batch in sizes)
    names = tuple(f"{width} units each" for width in WIDTHS)
    return Grid(
        "Size of the net",
        "two inputs, one output, tanh, 1,000 samples, SGD; evaluations included",
        "updates a second",
        rows,
        names,
        figures,
    )


def _by_samples() -> Grid:
    figures = (
        tuple(_rate(8, 2, 10, samples) for samples in SAMPLES),
        tuple(_rate(64, 2, 100, samples) for samples in SAMPLES),
    )
    names = tuple(f"{samples:,} samples" for samples in SAMPLES)
    rows = ("2-8-8-1, batch 10", "2-64-64-1, batch 100")
    return Grid(
        "Number of samples",
        "tanh, SGD, shuffled each epoch; evaluations included",
        "updates a second",
        rows,
        names,
        figures,
    )


def _rate(width: int, depth: int, batch: int, samples: int) -> float:
    from core.training.session import Session

    layers = [{"kind": "dense", "units": width, "activation": {"kind": "tanh"}} for _ in range(depth)]
    values = {
        "data": {"kind": "circle", "samples": samples},
        "layers": layers,
        "loss": "half_squared",
        "batch_size": batch,
        "evaluate_every": 100,
    }
    session = Session(Experiment.parse(values | {"optimizer": {"kind": "sgd", "lr": 0.003}}))
    session.advance(100)

    def learn(updates: int) -> None:
        session.advance(updates)
        session.course.evaluations.take()

    return rate(learn, 100, SECONDS)
