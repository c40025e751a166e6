"""The weights that can stand at the axes of the surface, in words; and which plane says most of a network."""

from __future__ import annotations

from collections.abc import Sequence

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import named
from core.messages import BadInput
from core.networks import shapes
from core.networks.blueprint import blueprint_of, players_of
from core.networks.players import own_slots
from core.surfaces import names
from core.surfaces.effort import usual
from core.surfaces.request import SurfaceRequest

MOST = 400  # weights that a list offers; those of a larger network are picked in its picture


def layout(experiment: Experiment, prepared: Prepared) -> tuple[shapes.Slot, ...]:
    """Where each parameter lies; nothing while the samples at hand are not yet those of the network."""
    try:
        return blueprint_of(experiment, prepared).slots
    except BadInput:
        return ()


def auto_plane(experiment: Experiment | None, prepared: Prepared | None) -> str:
    """Two numbers make the whole surface; of more, the run's own path says which plane is worth seeing."""
    if experiment is None or prepared is None:
        return "pca"
    return "weights" if shapes.total(layout(experiment, prepared)) == 2 else "pca"


def usual_effort(experiment: Experiment | None, prepared: Prepared | None, part: str, most: int) -> dict[str, int]:
    """The probe's fields that a large network's surface is eased by where nobody has chosen them: it would take minutes
    else. `most`: samples at most."""
    if experiment is None or prepared is None or part == "batch":
        return {}
    try:
        samples = min(most, len(prepared.part(part)) or len(prepared.train))
        found = usual(blueprint_of(experiment, prepared), samples)
    except BadInput:  # the samples at hand are not yet those of the network
        return {}
    return {name: value for name, value in found._asdict().items() if value is not None}


def usual_points(plane: str, kept: Sequence[str]) -> tuple[str, ...]:
    """The points that a line or a plane goes through where nobody has chosen: the start, the newest kept point, the
    present."""
    between = [name for name in kept if name != "start"][-1:] or ["A"]
    return ("start", "now") if plane == "line" else ("start", between[0], "now")


def place_of(experiment: Experiment, prepared: Prepared, parameter: str, index: tuple[int, ...]) -> int:
    """The place of one number in the flat vector; −1 where the network has just changed its shape."""
    try:
        return names.place(key_of(parameter, index), layout(experiment, prepared))
    except BadInput:
        return -1


def key_of(parameter: str, index: tuple[int, ...]) -> str:
    """As the probe names one number: "h1.weight[0,1]"."""
    return f"{parameter}[{','.join(str(int(i)) for i in index)}]"


def player_of(experiment: Experiment | None, player: str) -> str:
    """Whose weight space is shown: that of the first player where nobody has chosen one that is there; "" where there
    is one network."""
    players = players_of(experiment) if experiment is not None else ()
    return named(players, player).name if len(players) > 1 else ""


def axis_options(
    experiment: Experiment, prepared: Prepared, request: SurfaceRequest
) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """(key, words) of all weights that are offered, those that stand at the axes among them; and the keys of those
    two."""
    slots = own_slots(layout(experiment, prepared), request.player)
    total = shapes.total(slots)
    chosen = [place for key in request.at if (place := _place(key, slots)) >= 0]
    chosen = chosen if len(chosen) == 2 else list(names.two_of(slots)) if total > 1 else []
    offered = range(total) if total <= MOST else sorted({*range(MOST), *chosen})
    options = [(names.typed(place, slots), names.words(place, slots, experiment, prepared)) for place in offered]
    return options, tuple(names.typed(place, slots) for place in chosen)


def completed(
    experiment: Experiment | None, prepared: Prepared | None, at: Sequence[str], player: str = ""
) -> tuple[str, ...]:
    """Two different keys that this network, or this player, has: those that are chosen, else the ones that make most
    sense."""
    if experiment is None or prepared is None:
        return tuple(at) if len(at) == 2 and all(at) else ()
    slots = own_slots(layout(experiment, prepared), player)
    if shapes.total(slots) < 2:
        return ()
    known = [key if key and _place(key, slots) >= 0 else "" for key in ["", *at][-2:]]
    spare = [names.typed(place, slots) for place in (*names.two_of(slots), *range(min(3, shapes.total(slots))))]
    for number, key in enumerate(known):
        if not key:
            known[number] = next(other for other in spare if other not in known)
    return tuple(known)


def _place(key: str, slots: tuple[shapes.Slot, ...]) -> int:
    try:
        return names.place(key, slots)
    except BadInput:
        return -1
