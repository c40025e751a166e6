"""What runs side by side share, told by the numbers themselves: data, split, start, order.

Each random number is a function of (seed, purpose, counter), and the purpose of a starting weight is the name of its
parameter, drawn in its shape: with the same seed and the same starting weights, layers of one name and one shape begin
with the same numbers, whatever the layers around them are.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from core.data.batches import batch_size, order
from core.data.preparation import Prepared
from core.documents.edits import differences
from core.documents.labels import label_of
from core.experiment import Experiment
from core.frozen import frozen
from core.networks.blueprint import blueprint_of

OTHER_SHAPES, OTHER_SEED = "other shapes", "another seed"
EPOCHS = (0, 1)  # whose orders are compared: shuffled anew, or not, shows in the second


@frozen
class Common:
    """Whether all runs share `what`, and the reason why not, or what is to be said of it all the same; `same` are the
    parameters that begin alike in all of them."""

    what: str
    yes: bool
    reason: str = ""
    same: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """ "order ✓", "start — other shapes"."""
        return f"{self.what} ✓" if self.yes else f"{self.what} — {self.reason}"


@frozen
class _Run:
    experiment: Experiment
    samples: Prepared


def shared(experiments: Sequence[Experiment], samples: Sequence[Prepared]) -> tuple[Common, ...]:
    """What runs share from their start on, each as its experiment is at update 0 and with its own samples."""
    first, *others = (_Run(*each) for each in zip(experiments, samples, strict=True))
    parts = (("data", _data), ("split", _split), ("order", _order))
    data, split, in_order = (_common(what, [reason(first, other) for other in others]) for what, reason in parts)
    if in_order.yes and len({batch_size(run.experiment, len(run.samples.train)) for run in (first, *others)}) > 1:
        in_order = Common(in_order.what, yes=True, reason="cut into batches of other sizes")
    return data, split, _start(first, others), in_order


def same_shapes(experiments: Sequence[Experiment], samples: Sequence[Prepared]) -> bool:
    """Whether the parameters of all runs have the same names and shapes, in the same order: then a plane through one
    weight space is a plane through all of them."""
    runs = zip(experiments, samples, strict=True)
    return len({tuple((slot.name, slot.shape) for slot in blueprint_of(*run).slots) for run in runs}) == 1


def _common(what: str, reasons: list[str]) -> Common:
    reason = next(filter(None, reasons), "")
    return Common(what, not reason, reason)


def _data(one: _Run, other: _Run) -> str:
    """Why two runs are not fed the same samples; "" where they are."""
    if all(_equal(*pair) for pair in ((one.samples.x, other.samples.x), (one.samples.targets, other.samples.targets))):
        return ""
    if one.experiment.data.kind != other.experiment.data.kind:
        return "other data"
    found = differences(one.experiment, other.experiment)
    own = (path for path in found if path.partition(".")[0] in ("data", "inputs", "task"))
    path = next((path for path in own if path != "data.train_share"), "")
    if path:
        label = label_of(other.experiment, path)
        return f"other {label[:1].lower()}{label[1:]}"
    return OTHER_SEED if "seeds.data" in found else "scaled by another training part"


def _split(one: _Run, other: _Run) -> str:
    pairs = [(one.samples.part(name), other.samples.part(name)) for name in ("train", "validation", "test")]
    if all(_equal(*pair) for pair in pairs):
        return ""
    if one.experiment.seeds.data != other.experiment.seeds.data:
        return OTHER_SEED
    sizes = [[len(part) for part in pair] for pair in pairs]
    return "parts of other sizes" if any(one != other for one, other in sizes) else "drawn class by class of other data"


def _order(one: _Run, other: _Run) -> str:
    counts = [len(run.samples.train) for run in (one, other)]
    if counts[0] != counts[1]:
        return "another number of samples"
    orders = [[order(run.experiment, counts[0], epoch) for epoch in EPOCHS] for run in (one, other)]
    if all(_equal(*pair) for pair in zip(*orders, strict=True)):
        return ""
    return "other shuffling" if one.experiment.shuffle != other.experiment.shuffle else OTHER_SEED


def _start(first: _Run, others: Sequence[_Run]) -> Common:
    """Which parameters begin alike, by name, shape and number."""
    begun = [_parameters(run) for run in (first, *others)]
    alike = [name for name in begun[0] if all(name in each and _equal(each[name], begun[0][name]) for each in begun)]
    shapes = [{name: array.shape for name, array in each.items()} for each in begun]
    if all(len(each) == len(alike) for each in begun):
        return Common("start", yes=True, same=tuple(alike))
    if len({run.experiment.seeds.weights for run in (first, *others)}) > 1:
        reason = OTHER_SEED
    elif any(each != shapes[0] for each in shapes):
        reason = OTHER_SHAPES
    else:
        reason = "other starting weights"
    return Common("start", yes=False, reason=reason, same=tuple(alike))


def _parameters(run: _Run) -> dict[str, np.ndarray]:
    blueprint = blueprint_of(run.experiment, run.samples)
    vector = blueprint.start_vector()
    return {slot.name: vector[slot.where].reshape(slot.shape) for slot in blueprint.slots}


def _equal(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape == other.shape and np.array_equal(one, other, equal_nan=one.dtype.kind == "f")
