"""Which optimizer has an update rule of its own here; the others are computed by torch.optim."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from core.families import Optimizer
from core.race.update_rules.adam import AdamaxRule, AdamRule
from core.race.update_rules.descent import ASGDRule, SGDRule
from core.race.update_rules.relatives import NAdamRule, RAdamRule
from core.race.update_rules.rule import UpdateRule
from core.race.update_rules.scaled import AdadeltaRule, AdagradRule, RMSpropRule, RpropRule

RULES: dict[str, Callable[[Any], UpdateRule]] = {
    "sgd": SGDRule, "asgd": ASGDRule, "adagrad": AdagradRule, "rmsprop": RMSpropRule, "adadelta": AdadeltaRule, "rprop": RpropRule,
    "adam": AdamRule, "adamw": AdamRule, "adamax": AdamaxRule, "nadam": NAdamRule, "radam": RAdamRule,
}  # fmt: skip


def rule_of(optimizer: Optimizer) -> UpdateRule | None:
    """A fresh rule with an optimizer's settings, for one number; None where there is none."""
    make = RULES.get(optimizer.kind)
    return make(optimizer) if make is not None else None
