"""What one turn of the two players of a GAN is, in words: each with both losses before and after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.families import Task
from core.networks.players import DISCRIMINATOR, GENERATOR
from core.threads.step_by_sample import Revealed

STEP, STEP_TIP = "Step: one sample", "Show the next sample of the coming update; the weights stand still."
TURN, TURN_TIP = (
    "Step: one player",
    "The discriminator's step alone, then the generator's: what each of them does to the other.",
)


def turn_sentence(step: Revealed) -> str:
    """What has moved, by which numbers, and what comes next."""
    before, after = step.info["before"], step.info["after"]
    half = step.info.get("half", before)
    if step.frame is not None:
        shown = "The arrows show" if step.frame.request.kind == "boundary" else "Blue and orange show"
        return f"D has moved: its loss {change(before, after, DISCRIMINATOR)}, that of G {change(before, after, GENERATOR)}. {shown} where D pushes. Step again: G moves."
    if step.player == DISCRIMINATOR:
        return f"Only D learns: its loss {change(before, after, DISCRIMINATOR)}; G was held still. This was update {step.updates:,}."
    if step.player == GENERATOR:
        return f"Only G learns: its loss {change(before, after, GENERATOR)}; D was held still. This was update {step.updates:,}."
    return f"G has moved: its loss {change(half, after, GENERATOR)}, that of D {change(half, after, DISCRIMINATOR)}. This was update {step.updates:,}."


def change(before: Mapping[str, float], after: Mapping[str, float], player: str) -> str:
    """ "0.693 → 0.671"."""
    one, other = (f"{losses[player]:.3f}".replace("-", "−") for losses in (before, after))
    return f"{one} → {other}"


def step_words(task: Task) -> tuple[str, str]:
    """Text and tip of the smallest step: a sample, or a player's turn."""
    return (TURN, TURN_TIP) if task.kind == "gan" else (STEP, STEP_TIP)


def is_turn(step: Any) -> bool:
    """Whether a revealed step is one of two players."""
    return bool(step.player)
