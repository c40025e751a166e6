"""Offers that several diagnoses make."""

from __future__ import annotations

from typing import Any

from core.families import Symptoms
from core.frames import Advice


def smaller_steps(symptoms: Symptoms, verb: str) -> tuple[str, tuple[tuple[str, Any], ...]]:
    """A third of the learning rate: the offer in words, and its edits."""
    rule = symptoms.experiment.rule
    smaller = float(f"{rule.lr_beside(symptoms.experiment.optimizer) / 3:.1g}")
    return f"{verb} η = {smaller:g}", ((rule.lr_path, smaller),)


def thrown(symptoms: Symptoms, text: str) -> Advice:
    """Steps were too large: back to the start with smaller ones."""
    offer, edits = smaller_steps(symptoms, "To the start with")
    reason = f"Steps that were too large (η = {symptoms.rate:g}) have thrown the weights there."
    return Advice("stuck", f"{text} {reason}", offer, edits, rewind=True)
