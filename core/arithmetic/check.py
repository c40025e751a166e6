"""The check, made then and there: against torch's automatic differentiation, and against the run's own next update,
which its own engine makes on a copy. Where that fails, whether rounding is why."""

from __future__ import annotations

import numpy as np

from core.arithmetic.scene import Scene
from core.arithmetic.told import DOUBLED, UPDATE, Check, ParameterTold, enough
from core.arithmetic.twin import twins
from core.arithmetic.way import Gone


def checked(scene: Scene, gone: Gone, parameters: tuple[ParameterTold, ...]) -> Check:
    """The largest differences found."""
    autograd, precision = _from_autograd(scene, gone) if gone.returned else None, scene.moment.experiment.dtype
    if scene.apart or not parameters or (not scene.alone and scene.player.steps > 1):
        return Check(autograd, None, "", precision)
    update, where = _apart(parameters, _changed(scene, parameters, scene.moment.landscape.step()))
    if update <= UPDATE:
        return Check(autograd, update, where, precision)
    doubled = _doubled(scene, parameters)
    twin = None if doubled <= DOUBLED else _twin(scene, gone, parameters, update)
    return Check(autograd, update, where, precision, doubled, twin)


def _doubled(scene: Scene, parameters: tuple[ParameterTold, ...]) -> float:
    """The same when torch's engine makes the run's update in double precision."""
    from core.arithmetic.double_torch import stepped

    return _apart(parameters, _changed(scene, parameters, stepped(scene.moment.still)[0]))[0]


def _twin(scene: Scene, gone: Gone, parameters: tuple[ParameterTold, ...], update: float) -> float:
    """How far from here the same arithmetic ends one rounding off: the first twin that is far enough, else the
    farthest."""
    farthest = 0.0
    for after in twins(scene, gone, parameters):
        farthest = max(farthest, _apart(parameters, after)[0])
        if enough(farthest, update):
            break
    return farthest


def _from_autograd(scene: Scene, gone: Gone) -> float:
    from core.arithmetic.double_torch import autograd

    whole = any(station.compares for station in scene.stations)
    found = autograd(scene, whole=whole)
    return _largest(np.abs(gone.gradient - found)) / max(1.0, _largest(np.abs(found)))


def _changed(scene: Scene, parameters: tuple[ParameterTold, ...], change: np.ndarray) -> list[np.ndarray]:
    """The new weights of each parameter that a change (P,) leads to."""
    slots = {slot.name: slot for slot in scene.slots}
    made = change + scene.moment.still.vector.astype(np.float64)
    return [made[slots[each.name].where][each.places] for each in parameters]


def _apart(parameters: tuple[ParameterTold, ...], others: list[np.ndarray]) -> tuple[float, str]:
    """The largest difference between new weights and others, and in which parameter."""
    reach = max(1.0, *(_largest(np.abs(each.after)) for each in parameters))
    apart = [_largest(_differences(each.after, other)) for each, other in zip(parameters, others, strict=True)]
    worst = int(np.argmax(apart))
    return apart[worst] / reach, parameters[worst].name


def _differences(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """None where both have left all numbers: then they agree that the run diverges."""
    return np.where((one == other) | (np.isnan(one) & np.isnan(other)), 0.0, np.abs(one - other))


def _largest(array: np.ndarray) -> float:
    return float(array.max(initial=0.0))
