"""What is said of the learned net and of the one that was constructed."""

from __future__ import annotations

import math
from typing import Any

from core.frames import Frame
from core.messages import number_words

EXISTS = "It exists and comes closer; that descent finds such a net is another matter."
MORE = "More pairs bring it as close to the training samples as you like."
CHANCE = "On the test part it is worse: it follows the chance in the samples, too."


def sentence(frame: Frame) -> str:
    """How close both come to the samples, and what follows."""
    errors, units = frame.info["errors"], len(frame.arrays["shares"])
    learned, built = errors["learned"], errors["built"]
    pairs = frame.info["bumps"]
    told = f"Learned, {units} {'unit' if units == 1 else 'units'}: {_closeness(learned)}. Constructed, {2 * pairs} units: {_closeness(built)}."
    if not math.isfinite(learned["train"]):
        return told
    closer = built["train"] < learned["train"]
    worse = closer and math.isfinite(built["test"]) and built["test"] > learned["test"]
    return f"{told} {EXISTS if closer else MORE}{f' {CHANCE}' if worse else ''}"


def _closeness(errors: dict[str, Any]) -> str:
    """The usual error, the root of the mean square."""
    told = f"error {number_words(errors['train'], 2)}"
    return told + (f", test {number_words(errors['test'], 2)}" if math.isfinite(errors["test"]) else "")
