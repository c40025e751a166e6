"""The planes that a request may ask for: where their centre and directions come from, and the words for them."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING

import numpy as np

from core.messages import BadInput
from core.surfaces import gauge, names
from core.surfaces.directions import at_right_angles, random_direction, second_of, unit
from core.surfaces.lanczos import leading
from core.surfaces.plane import Plane, no_plane
from core.surfaces.projection import coordinates, principal

if TYPE_CHECKING:
    from core.history.still import Path
    from core.probing.moment import Moment
    from core.surfaces.request import SurfaceRequest

LARGE = 2000  # parameters of a network whose curvature takes its time
NOW = "now"  # a point that is always there: where the run is
MOVING = ("gradient", "hessian", "points", "line")  # planes whose directions change as the run moves on


Building = Generator[None, None, Plane]


def build(moment: Moment, request: SurfaceRequest, samples: np.ndarray) -> Building:
    """The plane that a request asks for, through the run as it is now; None is yielded after every chunk of work."""
    center = moment.weights.vector().astype(np.float64)
    if not len(center):
        return no_plane("This network has no parameters: there is nothing to look at.")
    if len(center) == 1 and request.plane not in ("line", "points"):
        return no_plane(
            "This network has a single parameter: two directions need two. A line between two points can be drawn."
        )
    if not np.isfinite(center).all():
        return no_plane("The weights are no longer finite: go back, and draw the surface there.")
    maker = {
        "weights": _weights,
        "random": _random,
        "pca": _principal,
        "gradient": _gradient,
        "hessian": _hessian,
        "points": _three,
        "line": _line,
    }
    try:
        plane = yield from maker[request.plane](moment, request, samples, center)
    except BadInput as error:
        return no_plane(f"{error.path}: {error.reason}." if error.path else f"{error.reason}.")
    return plane


def _weights(moment: Moment, request: SurfaceRequest, samples: np.ndarray, center: np.ndarray) -> Building:
    """Two numbers of the flat vector; all others stay as they are."""
    yield None
    slots = moment.weights.slots
    places = tuple(names.place(text, slots) for text in request.at) or names.two_of(slots)
    if len(places) != 2 or places[0] == places[1]:
        raise BadInput("surface", "", "Two different weights or biases make a plane")
    u, v = np.eye(1, len(center), places[0])[0], np.eye(1, len(center), places[1])[0]
    labels = [names.words(place, slots, moment.experiment, moment.prepared) for place in places]
    reach = 1.2 * _reach(moment.weights.path, center, u, v)
    half_width = max(4.0, reach, *(2.0 * abs(float(center[place])) for place in places))
    return Plane(center, u, v, labels[0], labels[1], half_width, places)


def _random(moment: Moment, request: SurfaceRequest, samples: np.ndarray, center: np.ndarray) -> Building:
    """Two random directions, normalized as asked."""
    yield None
    u, v = (
        random_direction(moment.weights.slots, center, request.seed, number, request.normalize, request.small)
        for number in (0, 1)
    )
    if not (u.any() and v.any()):
        return no_plane(
            "All weights are zero, so directions as long as the weights have no length: take the unnormalized ones."
        )
    if request.normalize == "none":
        longest = max(np.linalg.norm(u), 1e-300)
        return Plane(
            center,
            u,
            v,
            "α, along a random direction",
            "β, along another",
            float(max(np.linalg.norm(center), 1.0) / longest),
        )
    units = f"in {request.normalize}-norm units"
    return Plane(center, u, v, f"α, {units}", f"β, {units}", 1.0)


def _principal(moment: Moment, request: SurfaceRequest, samples: np.ndarray, center: np.ndarray) -> Building:
    """The principal components of the run's path."""
    yield None
    path = moment.weights.path
    if len(path.updates) < 2:
        return no_plane(
            "The path has only one point so far: let the network learn, then its principal components can be drawn."
        )
    if path.subset is not None:
        return no_plane("The network is too large for whole points of its path to be kept: other planes can be drawn.")
    if not np.isfinite(path.vectors).all():
        return no_plane("Some points of the path are not finite: it has no principal components.")
    directions, shares = yield from principal(path.vectors)
    if not shares[0] > 0:
        return no_plane("The network has not moved: all points of its path are the same.")
    labels = ["first principal component", "second principal component"]
    u, v, notes = directions[0], directions[1], ()
    straight = not shares[1] > 0
    if straight:
        v, _ = second_of(np.zeros(len(u)), u, request.seed)
        labels[1] = "a random direction at right angles"
        notes = ("The path is a straight line: the second direction is a random one.",)
    elif len(center) > 2:
        notes = (gauge.of_its_own_choice(len(center)),)
    return Plane(
        center,
        u,
        v,
        labels[0],
        labels[1],
        1.15 * _reach(path, center, u, v) or _length(center),
        notes=notes,
        components=1 if straight else 2,
        freedom=0 if straight else len(center),
    )


def _gradient(moment: Moment, request: SurfaceRequest, samples: np.ndarray, center: np.ndarray) -> Building:
    """Straight downhill, and the rest of the step that the optimizer makes of the coming batch."""
    gradient = moment.landscape.gradient(samples)
    yield None
    step = np.nan_to_num(moment.landscape.step())
    yield None
    u, notes = unit(-gradient), ()
    if not u.any():
        return no_plane(
            "The gradient is zero or no number here (a plateau, or units without a slope): it points nowhere."
        )
    rounding = float(
        np.finfo(moment.weights.vector().dtype).eps * np.linalg.norm(center) / max(np.linalg.norm(step), 1e-300)
    )
    v, replaced = second_of(
        step, u, request.seed, max(1e-6, 4.0 * rounding)
    )  # a step is a difference of rounded weights
    y = "the rest of the step, at right angles"
    if replaced:
        y = "a random direction at right angles"
        why = "The optimizer makes no step here" if not step.any() else "Gradient and step are one line"
        notes = (f"{why}: the second direction is a random one at right angles.",)
    half_width = _to_the_valley(gradient, float(moment.landscape.hessian_product(u, samples) @ u), center)
    return Plane(center, u, v, "down the gradient", y, half_width, notes=notes)


def _hessian(moment: Moment, request: SurfaceRequest, samples: np.ndarray, center: np.ndarray) -> Building:
    """The two eigenvectors of the Hessian of the data's loss whose eigenvalues are largest in size."""
    tolerance = 1e-9 if len(center) <= LARGE else 1e-5  # of an eigenvalue itself it is the square that counts
    values, vectors = yield from leading(
        lambda direction: moment.landscape.hessian_product(direction, samples), len(center), 2, request.seed, tolerance
    )
    if not np.isfinite(values).all():
        return no_plane("The curvature is no finite number here.")
    if not values[0]:
        return no_plane(
            "There is no curvature here: the loss is made of flat or straight pieces (steps, or ReLUs with a linear loss)."
        )
    labels = [f"eigenvector of {name} = {value:.4g}" for name, value in zip(("λ₁", "λ₂"), values, strict=True)]
    notes = tuple(
        f"{name} is negative: along it the surface curves down."
        for name, value in zip(("λ₁", "λ₂"), values, strict=True)
        if value < 0
    )
    loss = float(moment.landscape.losses(center[None], samples)[0])
    half_width = _to_double(loss, values, center)
    return Plane(
        center,
        vectors[0],
        vectors[1],
        labels[0],
        labels[1],
        half_width,
        notes=notes,
        eigenvalues=tuple(float(value) for value in values),
    )


def _three(moment: Moment, request: SurfaceRequest, samples: np.ndarray, center: np.ndarray) -> Building:
    """Through three kept points; the last is the centre, the first lies at α = −1, both axes are equally long."""
    yield None
    if len(center) < 2:
        return no_plane("This network has a single parameter: all its points lie on a line.")
    chosen = request.points or _some_points(moment, 3)
    if len(chosen) != 3:
        return no_plane("A plane needs three points: the start, the present and one that was kept on the way.")
    first, second, last = (_point(moment, name) for name in chosen)
    u = last - first
    length = float(np.linalg.norm(u))
    if not length > 0:
        return no_plane(f"The points {chosen[0]} and {chosen[2]} are the same: a plane of no length.")
    for name, point, other in ((chosen[0], first, chosen[1]), (chosen[2], last, chosen[1])):
        if not np.any(point - second):
            return no_plane(
                f"The points {other} and {name} are the same: let the network learn on, or take another point."
            )
    rest = at_right_angles(second - last, u / length)
    if np.linalg.norm(rest) <= 1e-9 * length:
        v, _ = second_of(np.zeros(len(u)), u / length, request.seed)
        notes = ("The three points lie on one line: the second direction is a random one.",)
    else:
        v, notes = unit(rest), ()
    reach = max(1.0, float(np.linalg.norm(last - second)) / length)
    called = [_called(moment, name) for name in chosen]
    x, y = f"from {called[0]} (−1) to {called[2]} (0)", f"at right angles, towards {called[1]}"
    return Plane(last, u, v * length, x, y, 1.4 * reach, notes=notes)


def _line(moment: Moment, request: SurfaceRequest, samples: np.ndarray, center: np.ndarray) -> Building:
    """From one kept point (α = −1) to another (α = 0)."""
    yield None
    chosen = request.points or ("start", NOW)
    if len(chosen) != 2:
        return no_plane("A line needs two points.")
    first, last = (_point(moment, name) for name in chosen)
    if not np.any(last - first):
        return no_plane(f"The points {chosen[0]} and {chosen[1]} are the same: a line of no length.")
    called = [_called(moment, name) for name in chosen]
    return Plane(last, last - first, None, f"from {called[0]} (−1) to {called[1]} (0)", "", 1.5)


def _some_points(moment: Moment, count: int) -> tuple[str, ...]:
    """The start, the newest kept points, the present."""
    kept = [name for name in moment.weights.points if name not in ("start", NOW)]
    return ("start", *kept[-(count - 2) :], NOW) if len(kept) >= count - 2 else ()


def _called(moment: Moment, name: str) -> str:
    """A point as an axis calls it: the present will soon be past."""
    return f"update {moment.updates:,}" if name == NOW else name


def _point(moment: Moment, name: str) -> np.ndarray:
    if name == NOW:
        return moment.weights.vector().astype(np.float64)
    if name not in moment.weights.points:
        raise BadInput("surface", name, f"is no kept point; there are {', '.join([*moment.weights.points, NOW])}")
    return moment.weights.points[name].astype(np.float64)


def _reach(path: Path, center: np.ndarray, *axes: np.ndarray) -> float:
    """The farthest that the path goes along one of the axes; of a path that is kept in part, that part's."""
    if path.subset is not None:
        center, axes = center[path.subset], tuple(axis[path.subset] for axis in axes)
    found = np.abs(coordinates(path.vectors, center, *axes)) if len(path.vectors) else np.zeros(0)
    return float(found[np.isfinite(found)].max(initial=0.0))


def _length(center: np.ndarray) -> float:
    return float(np.linalg.norm(center)) or 1.0


def _to_the_valley(gradient: np.ndarray, curvature: float, center: np.ndarray) -> float:
    """Two and a half times as far as the bottom of the parabola that fits here, never farther than the weights are
    long."""
    slope, most = float(np.linalg.norm(gradient)), _length(center)
    return min(2.5 * slope / curvature, most) if curvature > 0 and slope > 0 else most / 2


def _to_double(loss: float, values: np.ndarray, center: np.ndarray) -> float:
    """How far the weaker of two curvatures takes to add the loss itself, within bounds that the stronger one sets."""
    sharp, mild = (float(np.sqrt(2.0 * max(loss, 1e-6) / max(abs(value), 1e-12))) for value in values)
    return float(min(max(1.5 * sharp, min(1.5 * mild, 4.0 * sharp)), _length(center)))
