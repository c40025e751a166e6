"""Nets that fill the machine, against the loop that a person would write by hand."""

from __future__ import annotations

import dataclasses

import numpy as np

from app.bench.rates import beside_bare, preset, without_evaluations
from app.bench.rows import Found, Row
from core import random
from core.data.preparation import Prepared, prepare
from core.experiment import Experiment

SAMPLES, CLASSES = 1280, 10


def measure() -> Found:
    """The rows of nets that fill the machine."""
    return [_dense((784, 512, 512, CLASSES), 128), _cnn()]


def _dense(widths: tuple[int, ...], batch: int) -> Row:
    work = f"{'-'.join(map(str, widths))}, ReLU, batch {batch}, SGD, cross-entropy; evaluations left out"
    return beside_bare(*dense(widths, batch, SAMPLES)).row("a dense net that fills the machine", work)


def dense(widths: tuple[int, ...], batch: int, samples: int) -> tuple[Experiment, Prepared]:
    """A net of any size with samples that mean nothing: how long an update takes does not depend on what they say."""
    layers = [{"kind": "dense", "units": units, "activation": {"kind": "relu"}} for units in widths[1:-1]]
    values = {
        "data": {"kind": "circle", "samples": samples},
        "layers": layers,
        "loss": "cross_entropy",
        "output": {"units": "each"},
        "batch_size": batch,
    }
    experiment = without_evaluations(
        Experiment.parse(values | {"optimizer": {"kind": "sgd", "lr": 0.01}, "engine": "auto"})
    )
    names = tuple(f"x{place}" for place in range(widths[0]))
    x = random.normal(random.key(1, "bench"), samples * widths[0]).reshape(samples, -1)
    targets = np.eye(widths[-1])[np.arange(samples) % widths[-1]]
    shared = {
        "features": names,
        "keys": names,
        "shape": widths[:1],
        "sample_shape": widths[:1],
        "outputs": widths[-1],
        "train": np.arange(samples),
        "test": np.arange(0),
        "validation": np.arange(0),
    }
    return experiment, dataclasses.replace(prepare(experiment), x=x, targets=targets, **shared)


def _cnn() -> Row:
    work = "the MNIST CNN, Adam, switching off at random (dropout), batch 64; evaluations left out"
    found = beside_bare(without_evaluations(preset("mnist-cnn")))
    return found.row("a convolutional net that fills the machine", work)
