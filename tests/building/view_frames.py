"""Made-up frames and updates, and a view that shows them."""

from __future__ import annotations

import numpy as np

from app.look import theme as look
from core.data.preparation import prepare
from core.experiment import Experiment
from core.frames import Frame, RunState, Update

SIZE = 24


def experiment(*units: int, **values) -> Experiment:
    layers = [{"kind": "dense", "units": count} for count in units]
    return Experiment.parse({"data": {"kind": "circle", "samples": 60}, "layers": layers} | values)


def update(frames=None, metrics=None, run=1, marks=(), baselines=None) -> Update:
    return Update(
        run, RunState.running, 10, 1.0, 100, 1.0, 100.0, metrics or {}, frames or {}, marks=marks, baselines=baselines
    )


def shown(qtbot, view, made=None, size=(528, 414)):
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    view.show_theme(look.current())
    if made is not None:
        view.show_experiment(made, prepare(made))
    return view


def boundary_frame(seed=0, classes=("A", "B")) -> Frame:
    rng = np.random.default_rng(seed)
    outputs = 1 if len(classes) == 2 else len(classes)
    answers = rng.random((SIZE, SIZE, outputs)).astype(np.float32)
    answers = answers / answers.sum(-1, keepdims=True) if outputs > 1 else answers
    points = rng.uniform(-5, 5, (30, 2))
    arrays = {
        "answers": answers,
        "decisions": answers.argmax(-1) if outputs > 1 else (answers[..., 0] > 0.5).astype(int),
        "extent": np.array([-6.0, 6.0, -6.0, 6.0]),
        "points": points, "y": rng.integers(0, len(classes), 30), "part": np.repeat([0, 2], 15), "index": np.arange(100, 130),
    }  # fmt: skip
    info = {
        "geometry": "plane",
        "task": "classes",
        "x": "x₁",
        "y": "x₂",
        "classes": classes,
        "target": "class",
        "range": (0.0, 1.0),
        "threshold": 0.5,
        "notes": (),
    }
    return Frame(1, 10, None, arrays, info)


def network_frames(made: Experiment) -> dict[str, Frame]:
    rng = np.random.default_rng(1)
    widths = [2, *(layer.units for layer in made.layers), 1]
    names = [*(layer.name for layer in made.layers), "output"]
    weights = {
        f"{name}.weight": rng.normal(size=(after, before))
        for name, before, after in zip(names, widths[:-1], widths[1:], strict=True)
    }
    weights |= {f"{name}.bias": rng.normal(size=after) for name, after in zip(names, widths[1:], strict=True)}
    maps = {
        name: rng.uniform(-1, 1, (count, 8, 8)).astype(np.float32)
        for name, count in zip(["inputs", *names], widths, strict=True)
    }
    ranges = dict.fromkeys(maps, (-1.0, 1.0))
    return {
        "weights": Frame(1, 10, None, weights, {"layers": tuple(names), "features": ("x₁", "x₂")}),
        "neurons": Frame(1, 10, None, maps, {"features": ("x₁", "x₂"), "layers": tuple(names), "ranges": ranges}),
    }


def metrics(first, count, every=5):
    updates = np.arange(first, first + count * every, every, dtype=float)
    loss = np.exp(-updates / 200)
    return {
        "update": updates,
        "epoch": updates / 20,
        "samples": updates * 10,
        "seconds": updates / 100,
        "lr": np.full(count, 0.03),
        "train.loss": loss,
        "test.loss": 1.2 * loss,
    }
