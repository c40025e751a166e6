"""Parameters in real words ("w from x₁ to unit 2, layer 1"), and as a person types them ("h1.weight[1,0]")."""

from __future__ import annotations

import re

from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Player
from core.messages import BadInput
from core.networks.blueprint import players_of
from core.networks.shapes import Slot

_TYPED = re.compile(r"\s*([A-Za-z][\w.]*)\s*(?:\[\s*(-?\d+(?:\s*,\s*-?\d+)*)\s*\])?\s*")
_ROLES = {"bias": "bias", "norm.weight": "scale", "norm.bias": "shift"}


def place(text: str, slots: tuple[Slot, ...], where: str = "surface") -> int:
    """The place in the flat vector of one number such as "h1.weight[0,1]"; `BadInput` where there is none."""
    found = _TYPED.fullmatch(text)
    if not found:
        raise BadInput(where, text, "must name one number of one parameter, such as h1.weight[0,1] or output.bias[0]")
    slot = next((slot for slot in slots if slot.name == found[1]), None)
    if slot is None:
        raise BadInput(
            where, text, f"this network has no such parameter; it has {', '.join(slot.name for slot in slots)}"
        )
    index = tuple(int(number) for number in found[2].split(",")) if found[2] else ()
    if len(index) != len(slot.shape) or not all(0 <= i < size for i, size in zip(index, slot.shape, strict=True)):
        shape = ",".join(str(size - 1) for size in slot.shape)
        only = shape.strip("0,") == ""
        reach = (
            f"only {slot.name}[{shape}]"
            if only
            else f"indices from {slot.name}[{','.join('0' for _ in slot.shape)}] to {slot.name}[{shape}]"
        )
        raise BadInput(where, text, f"is not a number of {slot.name}, which has {reach}")
    inside = 0
    for i, size in zip(index, slot.shape, strict=True):
        inside = inside * size + i
    return slot.offset + inside


def typed(at: int, slots: tuple[Slot, ...]) -> str:
    """The inverse of `place`."""
    slot = next(slot for slot in slots if slot.where.start <= at < slot.where.stop)
    return f"{slot.name}[{','.join(str(i) for i in slot.decode(at - slot.offset))}]"


def words(at: int, slots: tuple[Slot, ...], experiment: Experiment, prepared: Prepared) -> str:
    """One number of the flat vector as an axis calls it: "w from x₁ to unit 2, layer 1", "bias of passes"; outputs have
    the names of their classes."""
    slot = next(slot for slot in slots if slot.where.start <= at < slot.where.stop)
    index = slot.decode(at - slot.offset)
    hidden = tuple(layer.name for layer in experiment.layers)
    _, *others = players_of(experiment)
    maker = next((player for player in others if player.name == slot.player), None)
    if maker is not None:
        return _words_of_another(slot, index, maker)
    here = (
        f"layer {hidden.index(slot.layer) + 1}"
        if slot.layer in hidden
        else "output"
        if slot.layer == "output"
        else slot.layer.replace(".", ", ")
    )
    unit = _unit(slot, index[0], experiment)
    answers = _answers(prepared)
    if slot.layer == "output" and unit.startswith("unit ") and index[0] < len(answers):
        unit, here = answers[index[0]], ""
    here = here and f", {here}"
    if slot.role == "weight" and len(index) == 2:
        depth = hidden.index(slot.layer) if slot.layer in hidden else len(hidden)
        source = f"unit {index[1] + 1}" if depth else prepared.features[index[1]]
        return f"w from {source} to {unit}{here}"
    role = _ROLES.get(slot.role, slot.role.rpartition(".")[2])
    return f"{role} of {unit}{here}" if index else f"{role}{here}"


def _words_of_another(slot: Slot, index: tuple[int, ...], player: Player) -> str:
    """ "w from noise 1 to unit 2, left's layer 1", "bias of unit 1, left's output"."""
    depth = player.layer_names.index(slot.layer)
    here = f"{player.name}'s {'output' if depth == len(player.layers) - 1 else f'layer {depth + 1}'}"
    if slot.role == "weight" and len(index) == 2:
        return f"w from {'unit' if depth else 'noise' if player.makes else 'input'} {index[1] + 1} to unit {index[0] + 1}, {here}"
    role = _ROLES.get(slot.role, slot.role.rpartition(".")[2])
    return f"{role} of unit {index[0] + 1}, {here}" if index else f"{role}, {here}"


def _answers(prepared: Prepared) -> tuple[str, ...]:
    """The output units as the network's picture names them: by their classes, or by what is predicted."""
    table, count = prepared.table, prepared.outputs
    return table.named(count) or ((table.classes[-1] if table.classes else table.target,) if count == 1 else ())


def _unit(slot: Slot, row: int, experiment: Experiment) -> str:
    """The unit that a row of a parameter belongs to; a unit with several weighted sums (maxout) has several rows."""
    pieces = next((layer.acts.pieces for layer in players_of(experiment)[0].layers if layer.name == slot.layer), 1)
    if pieces == 1 or slot.role.startswith("activation."):
        return f"unit {row + 1}"
    return f"unit {row // pieces + 1} (sum {row % pieces + 1})"


def two_of(slots: tuple[Slot, ...]) -> tuple[int, ...]:
    """Two numbers to look at first: the bias and the first weight of a single neuron, else the first two weights of the
    first unit."""
    weights = slots[0]
    bias = next((slot for slot in slots if slot.role == "bias" and slot.layer == weights.layer), None)
    alone = len({slot.layer for slot in slots}) == 1 and weights.shape[0] == 1
    if bias is not None and (alone or weights.shape[1:2] == (1,)):
        return bias.offset, weights.offset
    return tuple(range(min(2, sum(slot.size for slot in slots))))
