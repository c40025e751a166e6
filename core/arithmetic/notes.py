"""What has to be said beside the numbers, and why there are none."""

from __future__ import annotations

import numpy as np

from core.arithmetic.scene import Scene
from core.messages import percent
from core.networks.shapes import total, weight_mask
from core.probing.moment import Moment

RULES = {
    "hand": "Nothing moves by itself here: there is no update to tell.",
    "chance": "Chance draws all weights anew and keeps the best: there is no arithmetic from one to the next.",
}
APART = (
    "This sample is not in the coming batch: it is told as a batch of its own. The run's own update is made of others."
)
ROUNDED = "Rounded for reading: the lab calculates with all digits, so what is worked out from these may end otherwise."
NORMALIZED = (
    "Batch normalization takes mean and spread of this very batch, so δ of a sample also counts what its sums do to the "
    "other samples through them."
)


def problem_of(moment: Moment, player: str, largest: int) -> str:
    """Why there is nothing to tell; "" where there is."""
    rule = moment.experiment.rule.kind
    if rule not in ("gradient", "perceptron"):
        return RULES.get(rule, "This rule is not worked out in numbers.")
    count = total(moment.blueprint.slots)
    if count > largest:
        return f"This network has {count:,} numbers; an update is worked out up to {largest:,}."
    if not np.isfinite(moment.still.vector).all():
        return "The run has diverged: some weights are no finite numbers any more."
    if player and player not in [each.name for each in moment.players]:
        return f"There is no player {player}; there are {', '.join(each.name for each in moment.players)}."
    if moment.task.learning and (player or moment.players[0].name) != moment.task.learning:
        return f"The {player or moment.players[0].name} is held still: only the {moment.task.learning} learns now."
    return ""


def notes_of(scene: Scene) -> tuple[str, ...]:
    """Sentences that a reader of the numbers has to know."""
    found = []
    if scene.apart:
        found.append(APART)
    if any(station.compares for station in scene.stations):
        found.append(NORMALIZED)
    for placed, _, share in scene.moment.blueprint.dropouts:
        if placed.name in scene.masks:
            layers = [each.name for each in scene.chain if each.player == placed.player]
            where = f"In layer {layers.index(placed.name) + 1}{'' if scene.alone else f' of the {placed.player}'}"
            found.append(f"{where} this update switches {percent(share)} of the values off, and others in the next.")
    if scene.moment.task.fresh_noise:
        found.append("The samples are as this update sees them: damaged anew.")
    if any(placed.layer.cuts for placed in scene.chain):
        found.append("The links are those that are left when this update has cut the smallest.")
    if not scene.alone and scene.player.steps > 1:
        found.append(f"The {scene.player.name} makes {scene.player.steps} steps in an update; this is the first.")
    if scene.player.optimizer.closure:
        found.append("One update makes several inner steps: loss, δ and gradients are those at the first of them.")
    return tuple(found)


def penalty_of(scene: Scene) -> float:
    """What the weights cost besides the data."""
    penalties = scene.moment.experiment.penalties if scene.player.penalized else ()
    slots = scene.moment.blueprint.slots
    return sum(
        penalty.value(scene.vector[weight_mask(slots, biases=penalty.biases)])
        for penalty in penalties
        if penalty.rate > 0
    )
