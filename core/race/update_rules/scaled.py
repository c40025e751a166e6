"""Rules that give every number a step of its own: Adagrad, RMSprop, Adadelta, Rprop."""

from __future__ import annotations

from typing import Self

from core.optimizers.adadelta import Adadelta
from core.optimizers.adagrad import Adagrad
from core.optimizers.rmsprop import RMSprop
from core.optimizers.rprop import Rprop
from core.race.update_rules.rule import Stage, UpdateRule, blend, decayed, factor, root, show, step_stage


class AdagradRule(UpdateRule):
    """s ← s + g², w ← w − ηg/(√s + ε)."""

    def __init__(self, optimizer: Adagrad) -> None:
        super().__init__(optimizer)
        self.lr_decay, self.weight_decay, self.eps = optimizer.lr_decay, optimizer.weight_decay, optimizer.eps
        self.s = optimizer.initial_accumulator_value
        self.t = 0.0

    def step(self, w: float, g: float) -> float:
        if self.weight_decay:
            g = g + self.weight_decay * w
        self.t += 1.0
        self.s += g * g
        return w - self.rate * g / (root(self.s) + self.eps)

    @property
    def rate(self) -> float:
        """The learning rate of the last update."""
        return self.lr / (1.0 + (self.t - 1.0) * self.lr_decay)

    def told(self, before: Self, w: float, g: float) -> tuple[Stage, ...]:
        stages = decayed(self.weight_decay, w, g)
        g = stages[-1].value if stages else g
        squares = Stage(
            "square",
            "Sum of squares",
            "The square of the gradient is added; nothing is ever forgotten.",
            "s ← s + g²",
            f"{show(before.s)} + {factor(g)}² = {show(self.s)}",
            self.s,
        )
        if self.lr_decay:
            filled = f"{show(self.lr)}/(1 + {before.t:g}·{show(self.lr_decay)}) = {show(self.rate)}"
            stages += (
                Stage(
                    "rate",
                    "The rate",
                    "The rate falls from update to update.",
                    "η = η₀/(1 + (t − 1)·decay)",
                    filled,
                    self.rate,
                ),
            )
        value = -self.rate * g / (root(self.s) + self.eps)
        filled = f"−{factor(self.rate)}·{factor(g)}/(√{factor(self.s)} + {factor(self.eps)})"
        return (
            *stages,
            squares,
            step_stage("The gradient is divided by the root of the sum.", "Δ = −ηg/(√s + ε)", filled, value),
        )


class RMSpropRule(UpdateRule):
    """s ← αs + (1 − α)g², w ← w − ηg/(√s + ε), with momentum and centering where they are switched on."""

    def __init__(self, optimizer: RMSprop) -> None:
        super().__init__(optimizer)
        self.alpha, self.eps, self.weight_decay = optimizer.alpha, optimizer.eps, optimizer.weight_decay
        self.momentum, self.centered = optimizer.momentum, optimizer.centered
        self.s = self.mean = self.v = 0.0

    def step(self, w: float, g: float) -> float:
        if self.weight_decay:
            g = g + self.weight_decay * w
        self.s = self.s * self.alpha + (1.0 - self.alpha) * g * g
        if self.centered:
            self.mean = blend(self.mean, g, 1.0 - self.alpha)
        if self.momentum:
            self.v = self.v * self.momentum + g / self._divisor()
            return w - self.lr * self.v
        return w - self.lr * g / self._divisor()

    def _divisor(self) -> float:
        return root(self.s - self.mean * self.mean) + self.eps

    def told(self, before: Self, w: float, g: float) -> tuple[Stage, ...]:
        stages = decayed(self.weight_decay, w, g)
        g = stages[-1].value if stages else g
        stages += (self._square(before, g),)
        if self.centered:
            stages += (self._centre(before, g),)
        fraction, filled = self._fraction(g)
        if self.momentum:
            return (*stages, self._velocity(before, fraction, filled), self._step_along_velocity())
        step = step_stage(
            "The gradient is divided by its recent size.",
            f"Δ = −η{fraction}",
            f"−{show(self.lr)}·{filled}",
            -self.lr * g / self._divisor(),
        )
        return (*stages, step)

    def _square(self, before: Self, g: float) -> Stage:
        kept, new = show(self.alpha), show(1.0 - self.alpha)
        return Stage(
            "square",
            "Average of squares",
            "The share α of the old average of squares is kept, the square of the gradient makes up the rest.",
            "s ← αs + (1 − α)g²",
            f"{kept}·{factor(before.s)} + {new}·{factor(g)}² = {show(self.s)}",
            self.s,
        )

    def _centre(self, before: Self, g: float) -> Stage:
        kept, new = show(self.alpha), show(1.0 - self.alpha)
        return Stage(
            "momentum",
            "Average of gradients",
            "The square of this average is taken off, which leaves the variance.",
            "ḡ ← αḡ + (1 − α)g",
            f"{kept}·{factor(before.mean)} + {new}·{factor(g)} = {show(self.mean)}",
            self.mean,
        )

    def _fraction(self, g: float) -> tuple[str, str]:
        """The gradient over its recent size, as a formula and with its numbers."""
        if self.centered:
            inner, below = "s − ḡ²", f"{factor(self.s)} − {factor(self.mean)}²"
            return f"g/(√({inner}) + ε)", f"{factor(g)}/(√({below}) + {factor(self.eps)})"
        return "g/(√s + ε)", f"{factor(g)}/(√({factor(self.s)}) + {factor(self.eps)})"

    def _velocity(self, before: Self, fraction: str, filled: str) -> Stage:
        return Stage(
            "momentum",
            "Momentum",
            "The share μ of the last step's direction is kept.",
            f"v ← μv + {fraction}",
            f"{show(self.momentum)}·{factor(before.v)} + {filled} = {show(self.v)}",
            self.v,
        )

    def _step_along_velocity(self) -> Stage:
        return step_stage(
            "The ball moves against the velocity.",
            "Δ = −ηv",
            f"−{show(self.lr)}·{factor(self.v)}",
            -self.lr * self.v,
        )


class AdadeltaRule(UpdateRule):
    """s ← ρs + (1 − ρ)g², Δ = g√(d + ε)/√(s + ε), d ← ρd + (1 − ρ)Δ², w ← w − ηΔ."""

    def __init__(self, optimizer: Adadelta) -> None:
        super().__init__(optimizer)
        self.rho, self.eps, self.weight_decay = optimizer.rho, optimizer.eps, optimizer.weight_decay
        self.s = self.d = self.delta = 0.0

    def step(self, w: float, g: float) -> float:
        if self.weight_decay:
            g = g + self.weight_decay * w
        self.s = self.s * self.rho + (1.0 - self.rho) * g * g
        self.delta = root(self.d + self.eps) / root(self.s + self.eps) * g
        self.d = self.d * self.rho + (1.0 - self.rho) * self.delta * self.delta
        return w - self.lr * self.delta

    def told(self, before: Self, w: float, g: float) -> tuple[Stage, ...]:
        stages = decayed(self.weight_decay, w, g)
        g = stages[-1].value if stages else g
        kept, new, eps = show(self.rho), show(1.0 - self.rho), factor(self.eps)
        return (
            *stages,
            Stage("square", "Average of squares", "The share ρ of the old average is kept.", "s ← ρs + (1 − ρ)g²", f"{kept}·{factor(before.s)} + {new}·{factor(g)}² = {show(self.s)}", self.s),
            Stage("correction", "Scaled by earlier steps", "The gradient is divided by its recent size and multiplied by that of earlier steps.", "u = g√(d + ε)/√(s + ε)",
                  f"{factor(g)}·√({factor(before.d)} + {eps})/√({factor(self.s)} + {eps}) = {show(self.delta)}", self.delta),
            Stage("memory", "Average of steps", "The next update is measured by this one too.", "d ← ρd + (1 − ρ)u²", f"{kept}·{factor(before.d)} + {new}·{factor(self.delta)}² = {show(self.d)}", self.d),
            step_stage("η = 1 is the method as published.", "Δ = −ηu", f"−{show(self.lr)}·{factor(self.delta)}", -self.lr * self.delta),
        )  # fmt: skip


class RpropRule(UpdateRule):
    """Only the sign of g counts; the size of the step grows while the sign stays and shrinks when it flips."""

    def __init__(self, optimizer: Rprop) -> None:
        super().__init__(optimizer)
        self.shrink, self.grow, self.least, self.most = (
            optimizer.eta_minus,
            optimizer.eta_plus,
            optimizer.step_min,
            optimizer.step_max,
        )
        self.size, self.previous, self.factor = self.lr, 0.0, 1.0

    def step(self, w: float, g: float) -> float:
        product = g * self.previous
        self.factor = self.grow if product > 0 else self.shrink if product < 0 else 1.0
        self.size = min(max(self.size * self.factor, self.least), self.most)
        if product < 0:
            g = 0.0
        self.previous = g
        return w - self.size if g > 0 else w + self.size if g < 0 else w

    def told(self, before: Self, w: float, g: float) -> tuple[Stage, ...]:
        words = {
            self.grow: "The gradient has kept its sign: the step grows.",
            self.shrink: "The gradient's sign has flipped: the step shrinks, and this update waits.",
        }
        told = words.get(self.factor, "There is no earlier sign to compare with: the step stays.")
        filled = f"{show(before.size)}·{show(self.factor)} = {show(self.size)}"
        if self.size in (self.least, self.most) and self.size != before.size * self.factor:
            filled = f"limit of the step = {show(self.size)}"
        sign = (self.previous > 0) - (self.previous < 0)
        step = step_stage(
            "The ball moves by the step, whatever the gradient's size.",
            "Δ = −size·sign(g)",
            f"−{show(self.size)}·{factor(sign)}",
            -self.size * sign,
        )
        return Stage("rate", "Size of the step", told, "size ← size·η⁺, or size·η⁻", filled, self.size), step
