"""The loss crawls at a usual learning rate."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from core.diagnoses.crawl import crawl
from core.diagnoses.offers import larger_steps
from core.families import Diagnosis, Optimizer, Symptoms
from core.frames import Advice, Offer

MOMENTUM = 0.9


class Slow(Diagnosis):
    """The loss falls evenly and hardly, though the rate is not unusually small.

    Why is a guess. Offered are momentum, and a rate three times as large.
    """

    label = "Slow"
    order = 76
    looks_at: ClassVar[str] = "how evenly the loss falls"
    kind: Literal["slow"] = "slow"

    def of(self, symptoms: Symptoms) -> Advice | None:
        pace = crawl(symptoms)
        if pace is None:
            return None
        text = f"Slow: the loss {symptoms.recent[-1]:.3g} falls in tiny even steps. A guess: a plateau, or a valley along which the slope is small."
        optimizer, rate = symptoms.experiment.optimizer, symptoms.rate
        offers = (*_momentum(optimizer), *larger_steps(symptoms, 3 * rate, "three times the rate"))
        return Advice(self.kind, text, pace.words, offers)


def _momentum(optimizer: Optimizer) -> tuple[Offer, ...]:
    values: dict[str, Any] = optimizer.model_dump()
    if optimizer.kind != "sgd" or values["momentum"]:
        return ()
    return (Offer("momentum", f"Momentum {MOMENTUM:g}", (("optimizer.momentum", MOMENTUM),)),)
