"""Optimizers and rules: how weights are changed."""

from typing import TYPE_CHECKING, Any, ClassVar

from core.params import Component

if TYPE_CHECKING:
    import torch


class Rule(Component):
    """How the weights are changed: by the gradient, or by a rule of its own."""

    family: ClassVar[str] = "rules"
    lr_path: ClassVar[str] = "optimizer.lr"  # where the learning rate stands in an experiment
    descends: ClassVar[bool] = True  # each update is to make the loss smaller

    def lr_beside(self, optimizer: "Optimizer") -> float:
        """The learning rate: the optimizer's, unless the rule has one of its own."""
        return optimizer.lr


class Optimizer(Component):
    """What is done with a gradient."""

    family: ClassVar[str] = "optimizers"
    formula: ClassVar[str] = ""
    elementwise: ClassVar[bool] = True  # every number is treated alone: one flat tensor gives the same result
    closure: ClassVar[bool] = False  # needs to evaluate the loss several times in one update
    lr: float

    def options(self) -> dict[str, Any]:
        """Keyword arguments of the torch optimizer (also the keys of its param_groups), lr included."""
        return {name: getattr(self, name) for name in type(self).model_fields if name != "kind"}

    def build(self, tensors: "list[torch.Tensor]") -> "torch.optim.Optimizer":
        """The torch.optim object for these tensors."""
        raise NotImplementedError
