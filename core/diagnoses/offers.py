"""Offers that several diagnoses make."""

from __future__ import annotations

from typing import Any

from core.families import Sight
from core.frames import Advice


def smaller_steps(sight: Sight, verb: str) -> tuple[str, tuple[tuple[str, Any], ...]]:
    """A third of the learning rate: the offer in words, and its edits."""
    rule = sight.experiment.rule
    smaller = float(f"{rule.lr_beside(sight.experiment.optimizer) / 3:.1g}")
    return f"{verb} η = {smaller:g}", ((rule.lr_path, smaller),)


def thrown(sight: Sight, text: str) -> Advice:
    """Steps were too large: back to the start with smaller ones."""
    offer, edits = smaller_steps(sight, "Rewind with")
    reason = f"Steps that were too large (η = {sight.rate:g}) have thrown the weights there."
    return Advice("stuck", f"{text} {reason}", offer, edits, rewind=True)
