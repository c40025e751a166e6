"""Plain and averaged gradient descent."""

from __future__ import annotations

from typing import Self

from core.optimizers.asgd import ASGD
from core.optimizers.sgd import SGD
from core.race.update_rules.rule import Stage, UpdateRule, decayed, factor, show, single, step_stage


class SGDRule(UpdateRule):
    """v ← μv + (1 − d)g, w ← w − ηv."""

    def __init__(self, optimizer: SGD) -> None:
        super().__init__(optimizer)
        self.momentum, self.kept, self.nesterov = optimizer.momentum, 1.0 - optimizer.dampening, optimizer.nesterov
        self.weight_decay = optimizer.weight_decay
        self.v: float | None = None  # torch's first velocity is the whole first gradient, dampened or not

    def step(self, w: float, g: float) -> float:
        if self.weight_decay:
            g = g + self.weight_decay * w
        if self.momentum:
            self.v = g if self.v is None else self.v * self.momentum + self.kept * g
            g = g + self.momentum * self.v if self.nesterov else self.v
        return w - self.lr * g

    def told(self, before: Self, w: float, g: float) -> tuple[Stage, ...]:
        stages = decayed(self.weight_decay, w, g)
        g = stages[-1].value if stages else g
        along, symbol = g, "g"
        if self.v is not None:
            stages += (self._velocity(before, g),)
            along, symbol = self.v, "v"
        if self.v is not None and self.nesterov:
            along, symbol = g + self.momentum * self.v, "u"
            filled = f"{show(g)} + {show(self.momentum)}·{factor(self.v)} = {show(along)}"
            stages += (
                Stage(
                    "momentum",
                    "Nesterov's look ahead",
                    "The gradient is followed as if the momentum had already carried the ball on.",
                    "u = g + μv",
                    filled,
                    along,
                ),
            )
        value = -self.lr * along
        return (
            *stages,
            step_stage(
                "The ball moves against it, η times as far.",
                f"Δ = −η{symbol}",
                f"−{show(self.lr)}·{factor(along)}",
                value,
            ),
        )

    def _velocity(self, before: Self, g: float) -> Stage:
        v = self.v or 0.0
        if before.v is None:
            return Stage(
                "momentum", "Momentum", "In the first update the velocity is the gradient.", "v ← g", show(v), v
            )
        gradient = f"{show(self.kept)}·{factor(g)}" if self.kept != 1.0 else factor(g)
        formula = "v ← μv + (1 − d)g" if self.kept != 1.0 else "v ← μv + g"
        return Stage(
            "momentum",
            "Momentum",
            "The share μ of the old velocity is kept, and the gradient is added.",
            formula,
            f"{show(self.momentum)}·{factor(before.v)} + {gradient} = {show(v)}",
            v,
        )


class ASGDRule(UpdateRule):
    """w ← (1 − λη)w − ηg with a rate that falls; torch keeps it in single precision."""

    def __init__(self, optimizer: ASGD) -> None:
        super().__init__(optimizer)
        self.decay, self.power, self.weight_decay = optimizer.lambd, optimizer.alpha, optimizer.weight_decay
        self.rate = single(self.lr)
        self.t = 0.0

    def step(self, w: float, g: float) -> float:
        if self.weight_decay:
            g = g + self.weight_decay * w
        self.t += 1.0
        w = w * (1.0 - self.decay * self.rate) - self.rate * g
        self.rate = single(self.lr / (1.0 + self.decay * self.lr * self.t) ** self.power)
        return w

    def told(self, before: Self, w: float, g: float) -> tuple[Stage, ...]:
        stages = decayed(self.weight_decay, w, g)
        g, rate = stages[-1].value if stages else g, before.rate
        filled = (
            f"{show(self.lr)}/(1 + {show(self.decay)}·{show(self.lr)}·{before.t:g})^{show(self.power)} = {show(rate)}"
        )
        falls = Stage("rate", "The rate", "The rate falls from update to update.", "η = η₀/(1 + λη₀t)^α", filled, rate)
        value = -self.decay * rate * w - rate * g
        filled = f"−{factor(self.decay)}·{factor(rate)}·{factor(w)} − {factor(rate)}·{factor(g)}"
        return (
            *stages,
            falls,
            step_stage(
                "The coordinate shrinks a little and moves against the gradient.", "Δ = −ληw − ηg", filled, value
            ),
        )
