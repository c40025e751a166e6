"""Adam, AdamW and Adamax."""

from __future__ import annotations

from typing import Any, Self

from core.optimizers.adam import Adam, AdamW
from core.optimizers.adam_variants import Adamax
from core.race.update_rules.rule import Stage, UpdateRule, blend, decayed, factor, root, show, step_stage

FIRST = "The share β₁ of the old average is kept, the gradient makes up the rest."
SECOND = "The share β₂ of the old average of squares is kept, the square of the gradient makes up the rest."


class Moments(UpdateRule):
    """What the whole family shares: averages of the gradient and of its square."""

    decoupled = False

    def __init__(self, optimizer: Any) -> None:
        super().__init__(optimizer)
        self.beta1, self.beta2, self.eps, self.weight_decay = (
            optimizer.beta1,
            optimizer.beta2,
            optimizer.eps,
            optimizer.weight_decay,
        )
        self.m = self.s = self.t = 0.0

    def take(self, w: float, g: float) -> tuple[float, float]:
        """Weight decay and both averages: w and g as the rest of the step uses them."""
        self.t += 1.0
        if self.weight_decay:
            if self.decoupled:
                w = w * (1.0 - self.lr * self.weight_decay)
            else:
                g = g + self.weight_decay * w
        self.m = blend(self.m, g, 1.0 - self.beta1)
        self.s = self.s * self.beta2 + (1.0 - self.beta2) * g * g
        return w, g

    def averages(self, before: Self, w: float, g: float) -> tuple[float, tuple[Stage, ...]]:
        """The gradient that counts, and the parts up to both averages."""
        stages = () if self.decoupled else decayed(self.weight_decay, w, g)
        g = stages[-1].value if stages else g
        filled = f"{show(self.beta1)}·{factor(before.m)} + {show(1.0 - self.beta1)}·{factor(g)} = {show(self.m)}"
        return g, (
            *stages,
            Stage("momentum", "Momentum", FIRST, "m ← β₁m + (1 − β₁)g", filled, self.m),
            *self.squares(before, g),
        )

    def squares(self, before: Self, g: float) -> tuple[Stage, ...]:
        """The part of the second average."""
        filled = f"{show(self.beta2)}·{factor(before.s)} + {show(1.0 - self.beta2)}·{factor(g)}² = {show(self.s)}"
        return (Stage("square", "Second moment", SECOND, "v ← β₂v + (1 − β₂)g²", filled, self.s),)

    def corrected(self, symbol: str, average: float, beta: float, index: str) -> Stage:
        """The part that undoes the start at 0."""
        value = average / (1.0 - beta**self.t)
        filled = f"{factor(average)}/(1 − {show(beta)}^{self.t:g}) = {show(value)}"
        key, name = (
            ("correction", "Momentum, corrected")
            if symbol == "m"
            else ("correction_square", "Second moment, corrected")
        )
        return Stage(
            key, name, "Undoes that the average starts at 0.", f"{symbol}̂ = {symbol}/(1 − β{index}ᵗ)", filled, value
        )

    def shrunk(self, w: float) -> tuple[Stage, ...]:
        """The part of decoupled weight decay."""
        if not (self.decoupled and self.weight_decay):
            return ()
        value = -self.lr * self.weight_decay * w
        filled = f"−{show(self.lr)}·{show(self.weight_decay)}·{factor(w)} = {show(value)}"
        return (
            Stage(
                "shrink",
                "Weight decay",
                "Shrinks the coordinate itself, apart from the gradient.",
                "Δ = −ηλw",
                filled,
                value,
            ),
        )

    def whole(
        self, shrunk: tuple[Stage, ...], words: str, formula: str, filled: str, value: float
    ) -> tuple[Stage, ...]:
        """The parts at the end: the shrinking, where there is any, and the step with it."""
        if not shrunk:
            return (step_stage(words, f"Δ = −{formula}", f"−{filled}", value),)
        return (
            *shrunk,
            step_stage(words, f"Δ = −ηλw − {formula}", f"{show(shrunk[0].value)} − {filled}", shrunk[0].value + value),
        )


class AdamRule(Moments):
    """m and s as above, w ← w − ηm̂/(√v̂ + ε); AMSGrad divides by the largest s so far."""

    def __init__(self, optimizer: Adam | AdamW) -> None:
        super().__init__(optimizer)
        self.decoupled, self.amsgrad, self.largest = isinstance(optimizer, AdamW), optimizer.amsgrad, 0.0

    def step(self, w: float, g: float) -> float:
        w, g = self.take(w, g)
        self.largest = max(self.largest, self.s) if self.amsgrad else self.s
        divisor = root(self.largest) / root(1.0 - self.beta2**self.t) + self.eps
        return w - self.lr / (1.0 - self.beta1**self.t) * self.m / divisor

    def told(self, before: Self, w: float, g: float) -> tuple[Stage, ...]:
        g, stages = self.averages(before, w, g)
        if self.amsgrad:
            filled = f"max({show(before.largest)}, {show(self.s)}) = {show(self.largest)}"
            stages += (
                Stage(
                    "memory",
                    "Largest so far",
                    "AMSGrad never forgets the largest average.",
                    "v ← max(vₘₐₓ, v)",
                    filled,
                    self.largest,
                ),
            )
        first, second = self.corrected("m", self.m, self.beta1, "₁"), self.corrected("v", self.largest, self.beta2, "₂")
        value = -self.lr * first.value / (root(second.value) + self.eps)
        filled = f"{show(self.lr)}·{factor(first.value)}/(√{factor(second.value)} + {factor(self.eps)})"
        words = "A step is usually about η in each coordinate, less where gradients change sign, more where one comes suddenly."
        return (*stages, first, second, *self.whole(self.shrunk(w), words, "ηm̂/(√v̂ + ε)", filled, value))


class AdamaxRule(Moments):
    """u ← max(β₂u, |g| + ε), w ← w − ηm̂/u; `s` is u here."""

    def __init__(self, optimizer: Adamax) -> None:
        super().__init__(optimizer)

    def step(self, w: float, g: float) -> float:
        largest = self.s
        w, g = self.take(w, g)
        self.s = max(self.beta2 * largest, abs(g) + self.eps)
        return w - self.lr / (1.0 - self.beta1**self.t) * self.m / self.s

    def squares(self, before: Self, g: float) -> tuple[Stage, ...]:
        filled = f"max({show(self.beta2)}·{factor(before.s)}, |{show(g)}| + {factor(self.eps)}) = {show(self.s)}"
        return (
            Stage(
                "largest",
                "Largest recent gradient",
                "The larger of the faded memory and the gradient's size.",
                "u ← max(β₂u, |g| + ε)",
                filled,
                self.s,
            ),
        )

    def told(self, before: Self, w: float, g: float) -> tuple[Stage, ...]:
        g, stages = self.averages(before, w, g)
        first = self.corrected("m", self.m, self.beta1, "₁")
        value = -self.lr * first.value / self.s
        words = "The momentum is divided by the largest recent gradient."
        return (
            *stages,
            first,
            step_stage(words, "Δ = −ηm̂/u", f"−{show(self.lr)}·{factor(first.value)}/{factor(self.s)}", value),
        )
