"""The check, made then and there: against torch's automatic differentiation, and against the run's own next update,
which its own engine makes on a copy."""

from __future__ import annotations

import numpy as np

from core.arithmetic.scene import Scene
from core.arithmetic.told import UPDATE, Check, ParameterTold
from core.arithmetic.way import Gone


def checked(scene: Scene, gone: Gone, parameters: tuple[ParameterTold, ...]) -> Check:
    """The largest differences found."""
    autograd, precision = _from_autograd(scene, gone) if gone.returned else None, scene.moment.experiment.dtype
    if scene.apart or not parameters or (not scene.alone and scene.player.steps > 1):
        return Check(autograd, None, "", precision)
    update, where = _apart(scene, parameters, scene.moment.landscape.step())
    return Check(autograd, update, where, precision, _doubled(scene, parameters) if update > UPDATE else None)


def _doubled(scene: Scene, parameters: tuple[ParameterTold, ...]) -> float:
    """The same when torch's engine makes the run's update in double precision."""
    from core.arithmetic.double_torch import stepped

    return _apart(scene, parameters, stepped(scene.moment.still)[0])[0]


def _from_autograd(scene: Scene, gone: Gone) -> float:
    from core.arithmetic.double_torch import autograd

    whole = any(station.compares for station in scene.stations)
    found = autograd(scene, whole=whole)
    return _largest(np.abs(gone.gradient - found)) / max(1.0, _largest(np.abs(found)))


def _apart(scene: Scene, parameters: tuple[ParameterTold, ...], change: np.ndarray) -> tuple[float, str]:
    """The largest difference between new weights and those that a change (P,) leads to, and in which parameter."""
    slots = {slot.name: slot for slot in scene.slots}
    made = change + scene.moment.still.vector.astype(np.float64)
    reach = max(1.0, *(_largest(np.abs(each.after)) for each in parameters))
    apart = [_largest(np.abs(each.after - made[slots[each.name].where][each.places])) for each in parameters]
    worst = int(np.argmax(apart))
    return apart[worst] / reach, parameters[worst].name


def _largest(array: np.ndarray) -> float:
    return float(array.max(initial=0.0))
