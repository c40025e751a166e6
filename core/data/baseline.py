"""What an answer that never looks at the inputs achieves: the yardstick for every curve."""

from __future__ import annotations

import numpy as np

from core.families import Loss

MOST_SEARCHED = 16  # outputs whose best constant is searched for
_GOLDEN = (5**0.5 - 1) / 2


def constant_outputs(loss: Loss, targets: np.ndarray) -> np.ndarray:
    """The constant raw outputs (k,) with the smallest mean loss over targets (samples, k)."""
    if loss.link == "logistic":
        share = np.clip(targets.mean(axis=0), 1e-9, 1 - 1e-9)
        return np.log(share / (1 - share)) if targets.shape[1] == 1 or loss.apart else np.log(share)
    if targets.shape[1] > MOST_SEARCHED:  # the pixels of a picture: near enough, and quick
        return np.median(targets, axis=0) if loss.kind == "absolute" else targets.mean(axis=0)
    best = targets.mean(axis=0)
    for output in range(targets.shape[1]):
        best[output] = _line_search(loss, targets, best, output)
    return best


def constant_loss(loss: Loss, fitted_on: np.ndarray, targets: np.ndarray) -> float:
    """The mean loss over `targets` of the constant that is best on `fitted_on`, both (samples, k)."""
    outputs = np.broadcast_to(constant_outputs(loss, fitted_on), targets.shape)
    return float(loss.each(outputs, targets).mean())


def one_column_accuracy(known: np.ndarray, classes: np.ndarray, asked: np.ndarray, truth: np.ndarray) -> float:
    """The share of right answers of a rule that looks at one column alone: the most frequent class among the training
    samples with the same value. known, classes: (training samples,); asked, truth: (samples,). A value never seen gets
    the majority class."""
    answers = np.full(len(asked), np.bincount(classes).argmax())
    for value in np.unique(known):
        answers[asked == value] = np.bincount(classes[known == value]).argmax()
    return float((answers == truth).mean())


def _line_search(loss: Loss, targets: np.ndarray, outputs: np.ndarray, output: int) -> float:
    """Golden-section search along one output; every loss of the lab is convex in it."""

    def mean_loss(value: float) -> float:
        trial = outputs.copy()
        trial[output] = value
        return float(loss.each(np.broadcast_to(trial, targets.shape), targets).mean())

    low, high = float(targets[:, output].min()), float(targets[:, output].max())
    for _ in range(60):
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        low, high = (low, right) if mean_loss(left) <= mean_loss(right) else (left, high)
    return min((float(outputs[output]), (low + high) / 2), key=mean_loss)
