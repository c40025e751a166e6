"""Declarations that several optimizers share, and the way from our fields to torch's arguments."""

from __future__ import annotations

from typing import Any

from core.params import number

RATES = (1e-5, 1e-4, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
COUPLED = (
    "Adds this share of each weight, biases too, to its gradient, as an L2 penalty would: the optimizer then treats it like the rest of the "
    "gradient. It is torch's own argument, apart from the penalties, and no part of the loss shown."
)
DECOUPLED = "Shrinks every weight, biases too, by η times this share in each update, apart from the gradient. It is torch's own argument and no part of the loss shown."


def learning_rate(
    default: float,
    help: str = "How large the steps are: too small crawls, too large overshoots and diverges.",
    *,
    live: bool = True,
) -> Any:
    """The learning rate η in the 1-3-10 steps that people know."""
    return number(
        default, 1e-5, 10, above=0.0, log=True, steps=RATES, live=live, symbol="η",
        label="Learning rate", help=help, cost="rates this large overshoot on most problems",
    )  # fmt: skip


def weight_decay(default: float = 0.0, help: str = COUPLED) -> Any:
    """Declares a weight decay."""
    return number(
        default, 0, 1, minimum=0.0, log=True, live=True, advanced=default == 0.0, label="Weight decay", help=help
    )


def beta(default: float, symbol: str, of: str) -> Any:
    """Declares how much of a running average is kept."""
    return number(
        default, 0.5, 0.9999, minimum=0.0, below=1.0, live=True, advanced=True, symbol=symbol,
        label=f"Memory of {of}", help=f"The share of the old running average of {of} that is kept in each update; 0 forgets at once.",
    )  # fmt: skip


def small(default: float, help: str = "Added to the divisor, so that nothing is divided by zero.") -> Any:
    """Declares the small number beside a divisor."""
    return number(
        default, 1e-12, 0.1, above=0.0, log=True, live=True, advanced=True, symbol="ε", label="Small number", help=help
    )


def paired(options: dict[str, Any], name: str, first: str, second: str) -> dict[str, Any]:
    """The options with two of them under one name as a tuple, as torch wants its betas."""
    rest = {key: value for key, value in options.items() if key not in (first, second)}
    return rest | {name: (options[first], options[second])}
