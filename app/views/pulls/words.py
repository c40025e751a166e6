"""What is said of a weight penalty and of a weight that it pulls on."""

from __future__ import annotations

import functools

import numpy as np

from app.views.drawing.plot import say
from app.views.network.stack_structure import is_stack, layer_title
from app.views.network.structure import Column, Structure, structure
from core.data.preparation import Prepared
from core.experiment import Experiment
from core.families import Penalty
from core.frames import Frame
from core.messages import number_words
from core.networks.shapes import Slot

PLAIN = {"sgd"}  # takes its step along the sum of both arrows


@functools.lru_cache(256)
def _named(slot: Slot, columns: Structure, place: int) -> tuple[str, str]:
    index = slot.decode(place)
    column = next((each for each in columns if each.name == slot.layer), None)
    if column is None or not column.learns or slot.role not in ("weight", "bias"):
        return slot.layer, f"{slot.role.partition('.')[0]} {place + 1}"
    unit = _unit(column, index[0] // column.pieces)
    if slot.role == "bias":
        return column.words, f"bias of {unit}"
    before = columns[columns.index(column) - 1]
    source = next((each.name for each in before.units if each.index == index[1]), f"input {index[1] + 1}")
    return column.words, f"{source} → {unit}"


def _unit(column: Column, number: int) -> str:
    return next((each.name for each in column.units if each.index == number), f"unit {number + 1}")


class Names:
    """Layer and weight as a person calls them: ("hidden layer 1", "x₁ → unit 2")."""

    def __init__(self, experiment: Experiment, prepared: Prepared) -> None:
        self._experiment = experiment
        self._columns = () if is_stack(experiment, prepared) else structure(experiment, prepared)

    def of(self, slots: tuple[Slot, ...], place: int) -> tuple[str, str]:
        """The number at a place of the flat vector."""
        slot = next(slot for slot in slots if slot.where.start <= place < slot.where.stop)
        layer, weight = _named(slot, self._columns, place - slot.offset)
        if not self._columns:
            layer = layer_title(self._experiment, slot.layer.rpartition(".")[2])
        return layer, weight


def sentence(experiment: Experiment, frame: Frame) -> str:
    """What the penalties do, what has come of it, and what the optimizer makes of both arrows."""
    active = [penalty for penalty in experiment.penalties if penalty.rate > 0]
    told = [_does(penalty) for penalty in active]
    cut, count = int(np.count_nonzero(frame.arrays["cut"])), len(frame.arrays["place"])
    if cut:
        told.append(f"{cut} of {count} {'is' if cut == 1 else 'are'} cut for good.")
    if active and all(not penalty.cuts for penalty in active) and experiment.rule.kind == "gradient":
        told.append(_taken(experiment))
    return " ".join(told)


def _does(penalty: Penalty) -> str:
    rate = number_words(penalty.rate)
    if penalty.kind == "l2":
        return f"L2: in proportion to the weight, λ·w, λ = {rate}."
    if penalty.cuts:
        return f"L1: the same force on all, λ = {rate}, in a step of its own; what crosses zero is cut."
    return f"L1: the same force on all, λ = {rate}, however small they are."


def _taken(experiment: Experiment) -> str:
    """What comes of both arrows."""
    if experiment.clipping != type(experiment.clipping)():
        return "Their sum is clipped before it moves the weight."
    if experiment.optimizer.kind in PLAIN:
        return "Where both are as long and point apart, a weight stays."
    return f"{experiment.optimizer.label} makes its own step of their sum."


def weight_words(frame: Frame, row: int, name: tuple[str, str]) -> str:
    """One weight with its two pulls."""
    arrays = frame.arrays
    value = say(float(arrays["weight"][row]), 3)
    if arrays["cut"][row]:
        return f"{name[1]}, {name[0]}: cut for good, it stays 0"
    loss, penalty = (say(float(arrays[key][row]), 4) for key in ("loss", "penalty"))
    return f"{name[1]}, {name[0]} = {value}\nthe loss pulls by {loss}, the penalty by {penalty}"
