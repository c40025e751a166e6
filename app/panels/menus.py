"""The entries of the recipe's menus."""

from __future__ import annotations

from app.panels.learning_choice import GRADIENT
from app.widgets.combo import Option
from core import registry
from core.experiment import Experiment
from core.families.activation import only_answers
from core.params import Component


def entries(family: str, hidden_only: bool = False) -> list[Option]:
    """The entries of a family's menu."""
    classes = registry.family(family).values()
    return [option(cls) for cls in classes if not (hidden_only and only_answers(cls))]


def option(cls: type[Component]) -> Option:
    """The entry of a component in a menu."""
    return Option(cls.kind_name(), cls.label, cls.summary())


def methods() -> list[Option]:
    """All optimizers, and the rules that need none."""
    rules = [cls for cls in registry.family("rules").values() if cls.kind_name() != GRADIENT]
    return [*entries("optimizers"), *map(option, rules)]


def method(experiment: Experiment) -> Option:
    """The entry of `methods` that an experiment learns by."""
    own = experiment.rule.kind != GRADIENT
    return option(type(experiment.rule if own else experiment.optimizer))
