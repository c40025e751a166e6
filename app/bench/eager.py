"""The eager engine against the plain PyTorch loop that a person would write for the same run."""

from __future__ import annotations

import time
from typing import Any

from app.bench.rows import Row, median_of_pairs
from core.edits import replace_all
from core.experiment import Experiment
from core.resources import FOLDER

SECONDS = 1.0  # of learning in each measurement


def preset(name: str) -> Experiment:
    """A preset without an end."""
    return replace_all(Experiment.load(FOLDER / "presets" / f"{name}.toml"), (("stop", {}), ("goal", None)))


def measure() -> list[Row]:
    return [_row("playground", "2-4-2-1"), _row("playground-deep", "2-8×6-1")]


def _row(name: str, net: str) -> Row:
    experiment = preset(name)
    lab, bare, ratio = median_of_pairs(lambda: (session_rate(experiment), bare_rate(experiment)))
    work = f"{net}, tanh, batch 10, SGD, half squared error; evaluations left out"
    return Row(f"eager engine, `{name}`", work, "1 × a hand-written loop", ratio, "×", ratio >= 1.0, f"{lab:,.0f} against {bare:,.0f} updates/s")


def session_rate(experiment: Experiment) -> float:
    """Updates a second of the session, without its evaluations: the bare loop makes none."""
    from core.session import Session

    session = Session(replace_all(experiment, (("evaluate_every", 10**9),)))
    session.advance(50)
    return _rate(lambda count: session.advance(count))


def bare_rate(experiment: Experiment) -> float:
    """Updates a second of a loop over shuffled batches with `nn.Sequential` and `torch.optim.SGD`, written as a tutorial would."""
    import torch
    from torch import nn

    from core.preparation import prepare

    prepared = prepare(experiment)
    x = torch.tensor(prepared.x[prepared.train], dtype=torch.float32)
    y = torch.tensor(prepared.targets[prepared.train], dtype=torch.float32)
    widths = [x.shape[1], *(layer.units for layer in experiment.layers), y.shape[1]]
    modules: list[nn.Module] = []
    for inputs, outputs in zip(widths[:-1], widths[1:], strict=True):
        modules += [nn.Linear(inputs, outputs), nn.Tanh()]
    network: Any = nn.Sequential(*modules)
    optimizer = torch.optim.SGD(network.parameters(), lr=0.03)
    order, place = torch.randperm(len(x), generator=torch.Generator().manual_seed(1)), 0

    def learn(count: int) -> None:
        nonlocal place
        for _ in range(count):
            batch = order[place : place + 10]
            optimizer.zero_grad()
            loss = 0.5 * ((network(x[batch]) - y[batch]) ** 2).mean()
            loss.backward()
            optimizer.step()
            place = (place + 10) % len(x)

    learn(50)
    return _rate(learn)


def _rate(learn: Any) -> float:
    made, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        learn(25)
        made += 25
    return made / (time.perf_counter() - start)
