"""The gradient of the loss where the kernel learns: of any samples, at any parameters, and nothing is changed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from core.engines.engine import GOING
from core.engines.fused.call import Call
from core.engines.fused.coverage import reason_against
from core.engines.fused.native import places
from core.engines.fused.plan import bare, plan
from core.networks.blueprint import Blueprint

_STILL = np.zeros(1)  # a rate at which nothing moves


class Slope:
    """Called by one thread at a time; the interpreter's lock is free meanwhile."""

    def __init__(self, advance: Callable[[int], int], blueprint: Blueprint) -> None:
        self._blueprint = blueprint
        self._parameters = np.zeros(blueprint.slots[-1].where.stop, blueprint.experiment.dtype)
        self._call = Call(advance, self._parameters, int(np.prod(blueprint.shape)), blueprint.outputs)
        self._samples = 0

    def gradient(self, vector: np.ndarray, x: np.ndarray, targets: np.ndarray) -> np.ndarray:
        """Flat gradient (P,) of the data's mean loss at a vector (P,), over encoded inputs (samples, features) with
        their targets (samples, outputs), in the run's precision: without penalties, clipping and dropout."""
        call, dtype = self._call, self._parameters.dtype
        if len(x) != self._samples:
            self._samples = len(x)
            call.take_plan(bare(plan(self._blueprint, len(x)), len(x)), len(x))[:] = np.arange(len(x))
        self._parameters[:] = vector
        for place, array in ((places.AT_X, x), (places.AT_T, targets)):
            call.point(place, np.array(array, dtype, order="C"))
        call.state[:] = 0
        call.advance(_STILL, len(x), GOING)
        return call.gradient.copy()


def slope_for(blueprint: Blueprint) -> Slope | None:
    """The slope of a network where the kernel can train it and can be had. None where eager
    PyTorch was asked for, so that a picture of its gradients is one of its updates."""
    experiment = blueprint.experiment
    if experiment.engine == "eager" or reason_against(experiment):
        return None
    from core.engines.fused import programs  # brings llvmlite: only where it is used

    advance = programs.function("advance", experiment.dtype)
    return None if advance is None else Slope(advance, blueprint)
