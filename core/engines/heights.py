"""The losses of many parameter vectors: what a loss surface is made of. It knows nothing of layers.

Two ways to the same numbers: the kernel that looks, where it covers the network (`Looking`), torch's for the rest
(`core.engines.vectors`).
"""

from __future__ import annotations

from typing import Literal, Protocol

import numpy as np

from core.data.preparation import Prepared
from core.engines.fused.batch_inference import BatchInference
from core.experiment import Experiment
from core.frozen import frozen
from core.networks import shapes
from core.networks.blueprint import blueprint_of

Metric = Literal["loss", "score"]


class ManyOutputs(Protocol):
    """One network at many parameter vectors."""

    def chunk(self, prepared: Prepared, samples: np.ndarray, /) -> int:
        """Vectors at a time that are some milliseconds of work: a matter of the network and the samples, never of the
        clock, so that the same question gets the same answer to the last bit."""
        ...

    def outputs(self, vectors: np.ndarray, prepared: Prepared, samples: np.ndarray) -> np.ndarray:
        """Vectors (n, P) -> raw outputs (n, samples, k) float64."""
        ...


@frozen
class Looking:
    """By the kernel that looks."""

    looker: BatchInference

    def chunk(self, _: Prepared, samples: np.ndarray) -> int:
        """See `ManyOutputs`."""
        return self.looker.chunk(len(samples))

    def outputs(self, vectors: np.ndarray, prepared: Prepared, samples: np.ndarray) -> np.ndarray:
        """See `ManyOutputs`."""
        return self.looker.outputs(vectors, prepared.x[samples]).astype(np.float64)


def losses(
    many: ManyOutputs,
    experiment: Experiment,
    prepared: Prepared,
    vectors: np.ndarray,
    samples: np.ndarray,
    metric: Metric = "loss",
    *, penalty: bool = False,
) -> np.ndarray:  # fmt: skip
    """The figure of every vector over the samples named, in evaluation mode: (n, P), (samples,) -> (n,) float64.

    "loss" is the data's loss as `Session.evaluate` has it, with the penalties where asked; "score" the task's figure
    beside it. A loss that is not a number counts as infinite. Buffers are the network's own; its parameters may
    afterwards be those of any vector.
    """
    vectors = np.ascontiguousarray(vectors)
    found, size = np.empty(len(vectors)), many.chunk(prepared, samples)
    for start in range(0, len(vectors), size):
        outputs = many.outputs(vectors[start : start + size], prepared, samples)
        found[start : start + size] = _figures(experiment, prepared, samples, outputs, metric)
    if penalty and metric == "loss":
        found += penalties_of(experiment, blueprint_of(experiment, prepared).slots, vectors)
    return found


def _figures(
    experiment: Experiment, prepared: Prepared, samples: np.ndarray, outputs: np.ndarray, metric: Metric
) -> np.ndarray:
    """Raw outputs (n, samples, k) -> the loss or the score of each of the n."""
    loss, task = experiment.loss, experiment.task
    with np.errstate(all="ignore"):
        if metric == "score":
            return task.scores_of_many(loss, outputs, task.truth(prepared, samples))[task.score]
        each = loss.each(outputs, prepared.targets[samples])
        values = each.sum(axis=-1) if loss.summed else each.mean(axis=-1)
    return np.where(np.isnan(values), np.inf, values)  # as an evaluation has it


def figures_of(experiment: Experiment, outputs: np.ndarray, targets: np.ndarray, metric: Metric) -> np.ndarray:
    """Raw outputs (n, rows, k) of the judges of one of several players -> its mean loss against targets (rows, k), or
    its score, (n,)."""
    loss = experiment.loss
    with np.errstate(all="ignore"):
        if metric == "score":
            return experiment.task.told_apart(loss, outputs)
        values = loss.each(outputs, np.broadcast_to(targets, outputs.shape)).mean(axis=-1)
    return np.where(np.isnan(values), np.inf, values)


def penalties_of(experiment: Experiment, slots: tuple[shapes.Slot, ...], vectors: np.ndarray) -> np.ndarray:
    """The sum of all penalties at each of the vectors, (n,)."""
    total = np.zeros(len(vectors))
    for penalty in experiment.penalties:
        counted = vectors[:, shapes.weight_mask(slots, biases=penalty.biases)].astype(np.float64)
        with np.errstate(all="ignore"):
            total += [penalty.value(weights) for weights in counted]
    return total
