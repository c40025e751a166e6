"""Optimizers and rules: how weights are changed."""

import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal

import numpy as np

from core.families.dataset import Shape
from core.families.line import Sheet
from core.families.search import Look, Search
from core.frozen import frozen
from core.params import Component, Formulated, params_of

if TYPE_CHECKING:
    import torch


class Rule(Component):
    """How the weights are changed: by the gradient, or by a rule of its own."""

    family: ClassVar[str] = "rules"
    lr_path: ClassVar[str] = "optimizer.lr"  # where the learning rate stands in an experiment
    descends: ClassVar[bool] = True  # each update is to make the loss smaller, by its gradient
    evaluates: ClassVar[bool] = True  # each update asks for the loss of its samples
    batches: ClassVar[Literal["chosen", "one", "all"]] = "chosen"  # how many samples an update sees
    told: ClassVar[str] = ""  # what an update has done, where that is no step along the gradient

    def lr_beside(self, optimizer: "Optimizer") -> float:
        """The learning rate: the optimizer's, unless the rule has one of its own."""
        return optimizer.lr


@frozen
class Kept:
    """What an optimizer remembers under a name: an array of a shape, () being a single number.

    `always`: it is there from the first step on; else a setting decides, or it is there once the count called `after`
    is above 0. `begins`: what it holds before the first step. `plain`: a number need not be in an array. `listed`: a
    list of such, as long as the others that are remembered beside it; `spare`: with room for more, which holds nothing.
    """

    shape: Shape
    always: bool = True
    after: str = ""
    begins: float = 0.0
    plain: bool = False
    listed: bool = False
    spare: bool = False


Memory = Mapping[str, np.ndarray]

# by a tensor's number, or by the name of a part that has such a table of its own, what is kept by torch's names
Layout = Mapping[str | int, Mapping[Any, Any]]


class Optimizer(Formulated):
    """What is done with a gradient."""

    family: ClassVar[str] = "optimizers"
    elementwise: ClassVar[bool] = True  # every number is treated alone: one flat tensor gives the same result
    closure: ClassVar[bool] = False  # needs to evaluate the loss several times in one update
    lr: float

    @property
    def remembers(self) -> bool:
        """Whether the next step rests on more than the gradient of now: averages, momentum, older gradients."""
        return True

    def forgets(self, before: "Optimizer") -> bool:
        """Whether it cannot go on with what the optimizer before it remembers: it is of another kind, or other things
        are kept by it."""
        if type(self) is not type(before):
            return True
        kept = [param.name for param in params_of(type(self)) if not param.live]
        return any(getattr(self, name) != getattr(before, name) for name in kept)

    def options(self) -> dict[str, Any]:
        """Keyword arguments of the torch optimizer (also the keys of its param_groups), lr included."""
        return {name: getattr(self, name) for name in type(self).model_fields if name != "kind"}

    def keeps(self, shape: Shape) -> dict[str, Kept]:
        """What torch's optimizer remembers of a tensor of a shape, by torch's names: nothing, unless it says so. The
        files of trained networks are measured by it."""
        return {}

    def work_out(self, sheet: Sheet, memory: Memory) -> None:
        """What is made of a gradient, line by line; w stands for the new weights in the end.

        The sheet knows the weights w, their gradient g, the learning rate η of this update, and as ulp how far two
        numbers near 1 are apart in the run's precision; `memory` holds what is remembered of them by torch's names,
        each as long as they are. An optimizer that treats every number alone is given some of them, another one whole
        tensors. One with a `closure` has its `search` instead.
        """
        raise NotImplementedError

    def search(self, look: Look, weights: np.ndarray, memory: Memory, rate: float) -> Search:
        """All inner steps of one update by hand, of an optimizer with a `closure`: from `weights` (P,), with what it
        remembers of them by torch's names and the learning rate of this update. Others have none."""
        raise NotImplementedError

    def layout(self, shapes: Sequence[Shape]) -> Layout:
        """All that it remembers of parameters of these shapes."""
        together = [(sum(map(math.prod, shapes)),)] if self.elementwise else shapes
        return {number: self.keeps(shape) for number, shape in enumerate(together)}

    def build(self, tensors: "list[torch.Tensor]") -> "torch.optim.Optimizer":
        """The torch.optim object for these tensors."""
        raise NotImplementedError
