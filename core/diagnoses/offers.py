"""Offers that several diagnoses make."""

from __future__ import annotations

from core.families import Layer, Symptoms
from core.frames import Offer
from core.layers.dense import Dense

OTHER_START = Offer("another start", "Other start")
LOWERED = 1.5  # so many times the present rate the highest one is at least where it was made smaller
ALIKE = ("zeros", "constant")  # initializers that give every unit the same weights


def smaller_steps(symptoms: Symptoms, *, rewind: bool = False) -> tuple[Offer, ...]:
    """A third of the learning rate, and where that was not enough a hundredth."""
    rule = symptoms.experiment.rule
    rate = rule.lr_beside(symptoms.experiment.optimizer)
    return tuple(_rate(f"{words} rate", rule.lr_path, rate / by, rewind=rewind) for words, by in (("a third of the", 3), ("a hundredth of the", 100)))  # fmt: skip


def thrown(symptoms: Symptoms, what: str) -> tuple[str, tuple[Offer, ...]]:
    """The guess that too large steps have thrown weights (`what`) to where they are, and what helps: the present rate
    from the start on, where a person has made it smaller since, else smaller ones."""
    rule = symptoms.experiment.rule
    rate, highest = rule.lr_beside(symptoms.experiment.optimizer), max(symptoms.highest_rate, symptoms.rate)
    words = f"A guess: steps that were too large (η = {highest:g}) have thrown {what} there."
    if highest > LOWERED * rate:
        return words, (Offer("the present rate", f"To the start with η = {rate:g}", rewind=True),)
    return words, smaller_steps(symptoms, rewind=True)


def larger_steps(symptoms: Symptoms, rate: float, remedy: str) -> tuple[Offer, ...]:
    """Another, larger learning rate from here on."""
    return (_rate(remedy, symptoms.experiment.rule.lr_path, rate),)


def _rate(remedy: str, path: str, rate: float, *, rewind: bool = False) -> Offer:
    rate = float(f"{rate:.1g}")
    return Offer(remedy, f"{'To the start with' if rewind else 'Take'} η = {rate:g}", ((path, rate),), rewind)


def other_activation(layers: tuple[Layer, ...], kind: str, label: str) -> tuple[Offer, ...]:
    """Another activation for hidden layers that are dense; none where there is none of these."""
    edits = tuple((f"layers.{layer.name}.activation.kind", kind) for layer in layers if isinstance(layer, Dense))
    return (Offer(label, f"Take {label}", edits, rewind=True),) if edits else ()


def drawn_start(layers: tuple[Layer, ...]) -> tuple[Offer, ...]:
    """Random starting weights for hidden layers that begin alike; none where no layer does."""
    alike = (each for each in layers if isinstance(each, Dense) and each.initializer.kind in ALIKE)
    edits = tuple((f"layers.{layer.name}.initializer.kind", "xavier_uniform") for layer in alike)
    return (Offer("random starting weights", "Draw the weights at random", edits, rewind=True),) if edits else ()
