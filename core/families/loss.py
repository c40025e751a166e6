"""Losses: how wrong an answer is."""

from typing import TYPE_CHECKING, ClassVar

import numpy as np

from core import registry
from core.families.activation import Activation
from core.families.dataset import TaskKind
from core.families.line import Sheet
from core.params import Formulated

if TYPE_CHECKING:
    import torch


FITTING_LOSS: dict[str, str] = {
    "classes": "cross_entropy",
    "values": "mean_squared",
    "answers": "binary_cross_entropies",
}  # the usual one, by what is learned

EACH = ", for each output"  # said of a line that has a number for each of several outputs


class Loss(Formulated):
    """How wrong one answer is; training makes its mean over the samples small."""

    family: ClassVar[str] = "losses"
    tasks: ClassVar[tuple[TaskKind, ...]] = ("values",)
    output_activation: ClassVar[str] = "linear"  # what the output units get unless the experiment says otherwise
    link: ClassVar[str] = ""  # "logistic": the loss itself applies sigmoid (one output) or softmax (several)
    allowed_outputs: ClassVar[tuple[str, ...]] = (
        "linear",
    )  # output activations that make sense with this loss for classes

    def label_for(self, task: TaskKind) -> str:
        """Its label where it has to do with that task alone."""
        return self.label

    def default_output(self, task: TaskKind) -> str:
        """The kind of the output activation where the experiment says "auto"."""
        return self.output_activation

    def outputs_for(self, task: TaskKind) -> tuple[str, ...]:
        """The kinds of output activations that make sense; values may come out of any that treats each unit alone."""
        if task != "values" or task not in self.tasks:
            return self.allowed_outputs
        return tuple(kind for kind, cls in registry.kinds(Activation).items() if not cls.output_only)

    def targets(self, y: np.ndarray, outputs: int) -> np.ndarray:
        """y (samples,) -> what the outputs should say, (samples, outputs) float64."""
        raise NotImplementedError

    def answers(self, outputs: np.ndarray) -> np.ndarray:
        """Raw outputs (…, k) -> what a person reads: probabilities (…, k) where there is a link, else the outputs."""
        return outputs

    def by_output(self, outputs: np.ndarray) -> np.ndarray:
        """The same of each output by itself, (…, k)."""
        return self.answers(outputs)

    def decisions(self, outputs: np.ndarray) -> np.ndarray:
        """Raw outputs (samples, k) -> class numbers (samples,), for classes only."""
        if outputs.shape[-1] == 1:
            return (outputs[..., 0] > self.threshold).astype(np.int64)
        return outputs.argmax(axis=-1)

    apart: ClassVar[bool] = False  # each output answers a yes-or-no question of its own
    threshold: ClassVar[float] = 0.0  # a single output above it means class 1
    summed: ClassVar[bool] = False  # reported as the sum over the samples instead of the mean (mistakes)

    def overall(self, each: np.ndarray) -> float:
        """The loss of a part from the losses of its samples: their mean, or their sum."""
        return float(each.sum() if self.summed else each.mean()) if each.size else float("nan")

    def each(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        """The loss of each sample, (samples, k) and (samples, k) -> (samples,), in numpy."""
        raise NotImplementedError

    def slope(self, outputs: np.ndarray, targets: np.ndarray) -> np.ndarray:
        """How each sample's loss slopes by its raw outputs, (samples, k) and (samples, k) -> (samples, k), as automatic
        differentiation has it."""
        raise NotImplementedError

    def work_out(self, sheet: Sheet) -> None:
        """The loss of one sample line by line, the last one with the symbol L. The sheet knows its raw outputs as z and
        ŷ, and what they should say as y, each (k,)."""
        raise NotImplementedError

    def build(self, outputs: "torch.Tensor", targets: "torch.Tensor") -> "torch.Tensor":
        """The mean loss over a batch in torch, differentiable: (batch, k), (batch, k) -> ()."""
        raise NotImplementedError


def sum_over_outputs(each: np.ndarray) -> np.ndarray:
    """Numbers (…, k) -> their sums (…,); a single output is its own sum, without a walk over thousands of ones."""
    return each[..., 0] if each.shape[-1] == 1 else each.sum(axis=-1)


def mean_over_outputs(each: np.ndarray) -> np.ndarray:
    """The same with the mean."""
    return each[..., 0] if each.shape[-1] == 1 else each.mean(axis=-1)


def shared_out(sheet: Sheet, words: str, formula: str, each: np.ndarray, *, mean: bool = False) -> None:
    """The last lines of a loss that is made of each output's share (k,): their sum or mean; a single one is all."""
    if len(each) == 1:
        sheet.line("L", words, formula, each)
        return
    sheet.line("ℓ", words + EACH, formula, each)
    if mean:
        sheet.line("L", "The mean over the outputs.", f"Σℓ/{len(each)}", float(each.mean()))
    else:
        sheet.line("L", "Added up over the outputs.", "Σℓ", float(each.sum()))
