"""The check, made then and there: against torch's automatic differentiation, and against the run's own next update."""

from __future__ import annotations

import numpy as np

from core.arithmetic.scene import Scene
from core.arithmetic.told import Check, ParameterTold
from core.arithmetic.way import Gone


def checked(scene: Scene, gone: Gone, parameters: tuple[ParameterTold, ...]) -> Check:
    """The largest differences found."""
    autograd = _from_autograd(scene, gone) if gone.returned else None
    update, where = _from_the_run(scene, parameters)
    return Check(autograd, update, where, scene.moment.experiment.dtype)


def _from_autograd(scene: Scene, gone: Gone) -> float:
    from core.arithmetic.double_torch import autograd

    whole = any(station.compares for station in scene.stations)
    found = autograd(scene, whole=whole)
    return _apart(gone.gradient, found, np.abs(found).max(initial=0.0))


def _from_the_run(scene: Scene, parameters: tuple[ParameterTold, ...]) -> tuple[float | None, str]:
    """Between new weights; the run's own update is made on a copy, by its own engine."""
    if not parameters or (not scene.alone and scene.player.steps > 1):
        return None, ""
    slots = {slot.name: slot for slot in scene.slots}
    moment = scene.moment
    change, before = moment.landscape.step(), moment.still.vector.astype(np.float64)
    reach = max(float(np.abs(each.after).max(initial=0.0)) for each in parameters)
    apart = [_apart(each.after, (before + change)[slots[each.name].where][each.places], reach) for each in parameters]
    worst = int(np.argmax(apart))
    return apart[worst], parameters[worst].name


def _apart(one: np.ndarray, other: np.ndarray, reach: float) -> float:
    """The largest difference, relative to the largest number or 1."""
    with np.errstate(invalid="ignore"):
        return float(np.abs(one - other).max(initial=0.0)) / max(1.0, float(reach))
