"""The perceptron rule: a mistake and its correction; no gradient is spoken of."""

from __future__ import annotations

import numpy as np

from core.arithmetic.scene import Scene
from core.arithmetic.step import Wanted
from core.arithmetic.told import ParameterTold
from core.arithmetic.way import Gone
from core.families import Sheet


def corrected(scene: Scene, gone: Gone, wanted: Wanted) -> ParameterTold:
    """Some numbers of a parameter: w ← w + η·(y − ŷ)·x, and of a bias b ← b + η·(y − ŷ)."""
    slot, places = wanted.slot, wanted.places
    x = gone.passed[-1].inputs[gone.row].ravel()
    at = np.unravel_index(places, slot.shape)
    before = scene.vector[slot.where][places]
    sheet = Sheet({"w": before, "y": scene.targets[gone.place][at[0]], "ŷ": gone.outputs[at[0]]})
    _rate(sheet, scene)
    error = sheet.line("e", "What is wrong with the answer: 0 where it is right.", "{y} − {ŷ}", sheet["y"] - sheet["ŷ"])
    if slot.role == "weight":
        sheet.give("x", x[at[1]])
        words = "A mistake moves the weight towards the sample." if error.any() else "No mistake, so nothing moves."
        sheet.line("w", words, "{w} + {η}·{e}·{x}", before + sheet["η"] * error * sheet["x"])
    else:
        words = "A mistake moves the bias." if error.any() else "No mistake, so nothing moves."
        sheet.line("w", words, "{w} + {η}·{e}", before + sheet["η"] * error)
    return ParameterTold(slot.name, slot.shape, places, before, None, None, sheet.lines, sheet["w"])


def _rate(sheet: Sheet, scene: Scene) -> None:
    experiment, factor = scene.moment.experiment, scene.still.factor
    rate = experiment.rule.lr_beside(experiment.optimizer)
    sheet.give("η", rate)
    if factor != 1.0:
        sheet.know({"η₀": rate, "s": factor})
        sheet.line("η", "The schedule's share of the learning rate.", "{η₀}·{s}", rate * factor)
