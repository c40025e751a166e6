"""NAdam and RAdam."""

from __future__ import annotations

from typing import Self

import numpy as np

from core.optimizers.adam_variants import NAdam, RAdam
from core.race.update_rules.adam import Moments
from core.race.update_rules.rule import Stage, factor, root, show


class NAdamRule(Moments):
    """Adam with the momentum's coming share already in the step; torch keeps the product of all μ in single
    precision."""

    def __init__(self, optimizer: NAdam) -> None:
        super().__init__(optimizer)
        self.decoupled, self.warming = optimizer.decoupled_weight_decay, optimizer.momentum_decay
        self.product = np.float32(1.0)

    def step(self, w: float, g: float) -> float:
        w, g = self.take(w, g)
        mu, coming = self._share(self.t), self._share(self.t + 1.0)
        self.product = self.product * np.float32(mu)
        product = float(self.product)
        divisor = root(self.s / (1.0 - self.beta2**self.t)) + self.eps
        w = w - self.lr * (1.0 - mu) / (1.0 - product) * g / divisor
        return w - self.lr * coming / (1.0 - product * coming) * self.m / divisor

    def _share(self, t: float) -> float:
        return self.beta1 * (1.0 - 0.5 * 0.96 ** (t * self.warming))

    def told(self, before: Self, w: float, g: float) -> tuple[Stage, ...]:
        g, stages = self.averages(before, w, g)
        mu, coming, product = self._share(self.t), self._share(self.t + 1.0), float(self.product)
        second = self.corrected("v", self.s, self.beta2, "₂")
        here, ahead = (1.0 - mu) / (1.0 - product) * g, coming / (1.0 - product * coming) * self.m
        filled = f"{factor(coming)}·{factor(self.m)}/(1 − {factor(product * coming)}) + (1 − {factor(mu)})·{factor(g)}/(1 − {factor(product)}) = {show(here + ahead)}"
        look = Stage(
            "correction",
            "Look ahead",
            "The momentum's coming share and the gradient's present one, both corrected for the start at 0.",
            "u = μₜ₊₁m/(1 − Πμ·μₜ₊₁) + (1 − μₜ)g/(1 − Πμ)",
            filled,
            here + ahead,
        )
        value = -self.lr * look.value / (root(second.value) + self.eps)
        told = f"{show(self.lr)}·{factor(look.value)}/(√{factor(second.value)} + {factor(self.eps)})"
        return (
            *stages,
            look,
            second,
            *self.whole(self.shrunk(w), "As Adam's step, one look further.", "ηu/(√v̂ + ε)", told, value),
        )


class RAdamRule(Moments):
    """Plain momentum steps until the average of squares rests on enough gradients, then Adam's with a rectifying
    factor."""

    def __init__(self, optimizer: RAdam) -> None:
        super().__init__(optimizer)
        self.decoupled = optimizer.decoupled_weight_decay

    def step(self, w: float, g: float) -> float:
        w, g = self.take(w, g)
        along = self.m / (1.0 - self.beta1**self.t) * self.lr
        rectified = self._rectifier()
        if rectified is None:
            return w - along
        return w - along * (root(1.0 - self.beta2**self.t) / (root(self.s) + self.eps)) * rectified

    def _rests_on(self) -> tuple[float, float]:
        """ρ_∞ and ρₜ: how many gradients the average of squares rests on in the long run, and now."""
        longest, kept = 2.0 / (1.0 - self.beta2) - 1.0, self.beta2**self.t
        return longest, longest - 2.0 * self.t * kept / (1.0 - kept)

    def _rectifier(self) -> float | None:
        longest, now = self._rests_on()
        return (
            root((now - 4.0) * (now - 2.0) * longest / ((longest - 4.0) * (longest - 2.0) * now)) if now > 5.0 else None
        )

    def told(self, before: Self, w: float, g: float) -> tuple[Stage, ...]:
        g, stages = self.averages(before, w, g)
        first = self.corrected("m", self.m, self.beta1, "₁")
        longest, now = self._rests_on()
        rectified, divisor = self._rectifier(), root(self.s) + self.eps
        words = (
            "The average of squares rests on too few gradients to divide by it."
            if rectified is None
            else "The average of squares can be trusted: it divides the step, more and more."
        )
        power = show(self.beta2) + f"^{self.t:g}"
        trust = Stage(
            "trust",
            "Trust",
            words,
            "ρₜ = ρ∞ − 2tβ₂ᵗ/(1 − β₂ᵗ)",
            f"{show(longest)} − 2·{self.t:g}·{power}/(1 − {power}) = {show(now)}",
            now,
        )
        stages = (*stages, first, trust)
        if rectified is None:
            told = f"{show(self.lr)}·{factor(first.value)}"
            return (*stages, *self.whole(self.shrunk(w), "A plain momentum step.", "ηm̂", told, -self.lr * first.value))
        grown = root(1.0 - self.beta2**self.t)
        told = f"{show(self.lr)}·{factor(rectified)}·{factor(first.value)}·{factor(grown)}/(√{factor(self.s)} + {factor(self.eps)})"
        value = -self.lr * first.value * grown / divisor * rectified
        return (
            *stages,
            *self.whole(
                self.shrunk(w), "Adam's step, times the rectifying factor r.", "ηr m̂√(1 − β₂ᵗ)/(√v + ε)", told, value
            ),
        )
